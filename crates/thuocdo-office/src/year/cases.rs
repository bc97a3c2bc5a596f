//! The case of each institution, from the events of the sheets.

use thuocdo::{Assessment, Date, Institution, LocalScorer, ViolationCode, Violations};
use thuocdo_practice::Register;
use thuocdo_practice::process::{Act, Calendar, Case, CaseInstitution, Event, Role, State, Status};

use super::placed::{PlacedForm, PlacedForms, PlacedSchool};
use super::words::Say;
use crate::folder::{RefusedRow, SheetEvent};

/// The case of one institution, and where it stands.
#[derive(Clone, Debug)]
pub struct SchoolCase {
    /// The case: the events of the sheets in the order of their days, and the forms that count.
    pub case: Case,
    /// The code of the institution.
    pub code: String,
    /// Where the case stands; or why an event is not allowed.
    pub status: Result<Status, Violations>,
}

/// A case for each institution, in order.
pub(super) fn cases(
    placed: &PlacedForms<'_>,
    scorers: &LocalScorer,
    calendar: &Calendar,
    register: Option<&Register>,
    as_of: Date,
) -> Vec<SchoolCase> {
    let case = |school: &PlacedSchool<'_>| {
        let case = case(school, &placed.period);
        // Without an event nothing is asked of the forms; their faults are listed elsewhere.
        let blank = || Case { external: None, self_assessment: None, ..case.clone() };
        let replayed =
            if case.events.is_empty() { blank().replay(scorers, calendar, Some(as_of)) } else { case.replay(scorers, calendar, Some(as_of)) };
        let status = replayed.map(|status| match register {
            Some(register) => status.beside(register, &case),
            None => status,
        });
        SchoolCase { code: school.code.clone(), case, status }
    };
    placed.schools.iter().map(case).collect()
}

fn case(school: &PlacedSchool<'_>, period: &str) -> Case {
    let institution = CaseInstitution { code: school.code.clone(), name: school.name(), kind: school.kind() };
    // One institution may be spelt differently in its forms; the case has one spelling.
    let of = |placed: &Option<PlacedForm<'_>>| {
        let mut assessment: Assessment = placed.as_ref()?.form.assessment.clone();
        let mut named: Institution = assessment.institution.take().unwrap_or_default();
        named.code = Some(school.code.clone());
        assessment.institution = Some(named);
        Some(assessment)
    };
    let mut rows: Vec<&SheetEvent> = school.events.clone();
    rows.sort_by_key(|event| event.on);
    let mut state = None;
    let mut events = Vec::new();
    for row in rows {
        events.push(event(school, row, state));
        state = row.act.leads_to();
    }
    // An event behind the day that is looked at rests on a form behind it.
    let external = of(&school.external).or_else(|| of(&school.later_external));
    let self_assessment = of(&school.own).or_else(|| of(&school.later_own));
    Case { events, external, institution, period: period.to_owned(), self_assessment, ..Case::default() }
}

/// An event of a case. A row without a role is of the role that acts first by the procedure; a row without a body is of the institution, or of
/// its authority by the register.
fn event(school: &PlacedSchool<'_>, row: &SheetEvent, state: Option<State>) -> Event {
    let allowed = || State::next(state).find(|transition| transition.act == row.act);
    let anywhere = || thuocdo_practice::process::TRANSITIONS.iter().find(|transition| transition.act == row.act);
    let role = row.role.or_else(|| allowed().or_else(anywhere)?.roles.first().copied()).unwrap_or_default();
    let name = school.name().unwrap_or_else(|| school.code.clone());
    let body = row.body.clone().unwrap_or_else(|| match role {
        Role::Authority => school.authority().unwrap_or_else(|| role.name(thuocdo::Lang::Vi).to_owned()),
        _ => name,
    });
    Event { act: row.act, assessment: None, body, name: row.name.clone(), note: row.note.clone(), on: row.on, role }
}

/// What is to be recorded before an event that comes too early.
fn before(event: &SheetEvent, place: Option<usize>, rows: &[&SheetEvent]) -> Vec<Act> {
    let last = place.and_then(|place| rows.get(place.checked_sub(1)?));
    event.act.before(last.and_then(|last| last.act.leads_to()))
}

/// What the cases of institutions with events refuse, each with the row of its event or with its form.
pub(super) fn refused(placed: &PlacedForms<'_>, cases: &[SchoolCase], lang: thuocdo::Lang) -> Vec<RefusedRow> {
    let mut found = Vec::new();
    for (school, case) in placed.schools.iter().zip(cases) {
        let Err(violations) = &case.status else { continue };
        let mut rows: Vec<&SheetEvent> = school.events.clone();
        rows.sort_by_key(|event| event.on);
        for violation in violations {
            let mut steps = violation.at().split('/').skip(1);
            let (list, place) = (steps.next().unwrap_or_default(), steps.next().and_then(|place| place.parse::<usize>().ok()));
            let event = place.filter(|_| list == "events").and_then(|place| rows.get(place));
            let form = match list {
                "self" => school.own.as_ref().or(school.later_own.as_ref()),
                "external" => school.external.as_ref().or(school.later_external.as_ref()),
                _ => None,
            };
            let is_early = violation.code() == ViolationCode::EventOutOfOrder;
            let before = event.filter(|_| is_early).map(|event| before(event, place, &rows)).unwrap_or_default();
            let message = violation.message(lang);
            let message = if before.is_empty() {
                message
            } else {
                let acts: Vec<&str> = before.iter().map(|act| act.name(lang)).collect();
                Say::RecordBefore.say(lang, &[("message", &message), ("acts", &acts.join(", "))])
            };
            let at = event.map(|event| &event.at).or_else(|| form.map(|form| &form.form.at)).cloned().unwrap_or_default();
            found.push(RefusedRow {
                at,
                cell: event.and_then(|event| event.cell.clone()),
                code: violation.code().as_str().to_owned(),
                institution: Some(school.code.clone()),
                message,
                name: school.name(),
            });
        }
    }
    found
}
