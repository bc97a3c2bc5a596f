//! `process` as a request: a case, a calendar and a day.

use thuocdo::json::{Reader, Value};
use thuocdo::{Date, LocalScorer, Violation, Violations};

use super::calendar::Calendar;
use super::case::Case;
use super::status::Status;
use crate::Register;

#[derive(Default)]
struct Request {
    as_of: Option<Date>,
    /// A calendar of its own, in place of one of the framework's.
    calendar: Option<Calendar>,
    case: Case,
    /// It knows whether the institution was closed before the period.
    register: Option<Register>,
    /// Which calendar of the framework; the national one where none is named.
    scope: Option<String>,
}

thuocdo::record!(Request { as_of ? value, calendar ? value, case, register ? value, scope ? value });

/// The status that a request asks for, and the case that it is of.
pub(crate) fn status_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<(Status, Case), Violations> {
    let Request { as_of, calendar, case, register, scope } = Reader::read::<Request>(request)?;
    let framework = scorer.local().framework();
    let calendar = match (calendar, scope) {
        (Some(_), Some(_)) => Err(Violation::unknown_field("/scope", "scope", vec!["as_of", "calendar", "case", "register"]).into()),
        (Some(calendar), None) => Ok(calendar),
        (None, Some(scope)) => Calendar::of(framework, &scope),
        (None, None) => Calendar::national(framework),
    };
    let mut violations = Violations::default();
    let mut noted = |found: Violations| found.into_iter().for_each(|violation| violations.push(violation));
    let calendar = calendar.map_err(&mut noted).unwrap_or_default();
    let status = case.replay(scorer, &calendar, as_of).map_err(|found| {
        noted(found.within("/case"));
        Violations::default()
    });
    violations.or(())?;
    status.map(|status| match register {
        Some(register) => (status.beside(&register, &case), case),
        None => (status, case),
    })
}
