//! `cohort` as a request: scorecards, and a register of their institutions.

use thuocdo::json::{Reader, Value};
use thuocdo::{Count, LocalScorer, Violations};

use super::{Cohort, CohortReport};
use crate::Register;
use crate::cards::{Given, cards};

#[derive(Default)]
struct Request {
    register: Option<Register>,
    scorecards: Vec<Given>,
    suppress_under: Option<Count>,
}

thuocdo::record!(Request { register ? value, scorecards, suppress_under ? value });

/// The cohort that a request asks for.
pub(crate) fn cohort_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<CohortReport, Violations> {
    let (request, mut violations) = Reader::whole::<Request>(request);
    let request = request.unwrap_or_default();
    let cards = cards(request.scorecards, scorer, &mut violations);
    violations.or(())?;
    let mut cohort = Cohort::new(scorer.local().framework(), request.suppress_under.map(Count::get));
    for card in &cards {
        let code = card.institution_code();
        cohort.add(card, request.register.as_ref().zip(code).and_then(|(register, code)| register.find(code)));
    }
    Ok(cohort.finish())
}
