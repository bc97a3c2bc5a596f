//! `impact` as a request.

use thuocdo::json::{Reader, Value};
use thuocdo::{Framework, LocalScorer, Scorer, Violations};

use super::look::Impact;
use super::result::ImpactReport;
use crate::shared::cards::{is_card, read_card};
use crate::shared::fields::Documents;

/// `{ "to": framework, "scorecards": [ … ] }`
#[derive(Debug, Default)]
struct Request {
    #[expect(dead_code, reason = "named here so that it is a known field; its cards are read one by one")]
    scorecards: Documents,
    to: Framework,
}

thuocdo::record!(Request { scorecards, to });

/// The answer to `impact`.
pub(crate) fn impact_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<ImpactReport, Violations> {
    let (read, violations) = Reader::whole::<Request>(request);
    violations.or(())?;
    let mut violations = Violations::default();
    let to = Scorer::new(read.unwrap_or_default().to).map_err(|refused| {
        let mut at = Violations::default();
        at.take_in("/to", refused);
        at
    })?;
    let mut impact = Impact::new(scorer.local(), &to);
    if let Some(Value::List(cards)) = request.get("scorecards") {
        for (place, card) in cards.iter().enumerate() {
            let added = read_card(scorer, card).and_then(|read| impact.add(&read, is_card(card)));
            if let Err(refused) = added {
                violations.take_in(&format!("/scorecards/{place}"), refused);
            }
        }
    }
    violations.or(())?;
    Ok(impact.finish())
}
