//! `kit` and `conform` as requests.

use thuocdo::json::{Reader, Value};
use thuocdo::{Scorer, Violations};

use super::compare::Comparison;
use super::kit::Kit;
use super::result::Conformance;
use crate::shared::fields::Documents;

/// `{ "with_answers"?: true }`
#[derive(Debug, Default)]
struct KitRequest {
    with_answers: Option<bool>,
}

thuocdo::record!(KitRequest { with_answers ? value });

/// `{ "answers": [ … ] }`
#[derive(Debug, Default)]
struct ConformRequest {
    #[expect(dead_code, reason = "named here so that it is a known field; its answers are read one by one")]
    answers: Documents,
}

thuocdo::record!(ConformRequest { answers });

/// The answer to `kit`.
pub(crate) fn kit_value(scorer: &Scorer, request: &Value<'_>) -> Result<Kit, Violations> {
    let request: KitRequest = Reader::read(request)?;
    let kit = Kit::new(scorer);
    Ok(if request.with_answers == Some(true) { kit } else { kit.without_answers() })
}

/// The answer to `conform`.
pub(crate) fn conformance_value(scorer: &Scorer, request: &Value<'_>) -> Result<Conformance, Violations> {
    let (_, mut violations) = Reader::whole::<ConformRequest>(request);
    let mut comparison = Comparison::new(scorer);
    if let Some(Value::List(answers)) = request.get("answers") {
        for (place, answer) in answers.iter().enumerate() {
            if let Err(refused) = comparison.add(answer) {
                violations.take_in(&format!("/answers/{place}"), refused);
            }
        }
    }
    violations.or(())?;
    Ok(comparison.finish())
}
