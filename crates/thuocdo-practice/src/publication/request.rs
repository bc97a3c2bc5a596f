//! `publication` as a request: scorecards, what was recognised, and what the list says of itself.

use thuocdo::json::{Reader, Value};
use thuocdo::{Date, LocalScorer, Violations};

use super::recognised::{Act, recognised};
use super::{Head, Publication};
use crate::Register;
use crate::cards::{Given, cards};

#[derive(Default)]
struct Request {
    as_of: Option<Date>,
    authority: Option<String>,
    period: Option<String>,
    recognised: Vec<Act>,
    register: Option<Register>,
    scorecards: Vec<Given>,
    title: Option<String>,
}

thuocdo::record!(Request { as_of ? value, authority ? value, period ? value, recognised ? list, register ? value, scorecards, title ? value });

/// The publication that a request asks for.
pub(crate) fn publication_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<Publication, Violations> {
    let (request, mut violations) = Reader::whole::<Request>(request);
    let request = request.unwrap_or_default();
    let cards = cards(request.scorecards, scorer, &mut violations);
    let recognised = recognised(request.recognised, scorer, &mut violations);
    violations.or(())?;
    let head = Head { as_of: request.as_of, authority: request.authority, period: request.period, title: request.title };
    Publication::new(scorer.local().framework(), request.register.as_ref(), head, &cards, &recognised)
}
