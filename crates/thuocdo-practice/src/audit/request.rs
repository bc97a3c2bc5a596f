//! `audit` as a request.

use thuocdo::json::{Reader, Value};
use thuocdo::{Scorer, Violations};

use super::look::Audit;
use super::result::AuditReport;
use crate::shared::fields::Documents;

/// `{ "submissions": [ … ] }`
#[derive(Debug, Default)]
struct Request {
    #[expect(dead_code, reason = "named here so that it is a known field; its rows are read one by one")]
    submissions: Documents,
}

thuocdo::record!(Request { submissions });

/// The answer to `audit`.
pub(crate) fn audit_value(scorer: &Scorer, request: &Value<'_>) -> Result<AuditReport, Violations> {
    let (_, mut violations) = Reader::whole::<Request>(request);
    let mut audit = Audit::new(scorer);
    if let Some(Value::List(rows)) = request.get("submissions") {
        for (place, row) in rows.iter().enumerate() {
            if let Err(refused) = audit.add(row) {
                violations.take_in(&format!("/submissions/{place}"), refused);
            }
        }
    }
    violations.or(())?;
    Ok(audit.finish())
}
