//! Deadlines, and who has not met them.

use std::cmp::Reverse;

use thuocdo::{Date, LocalScorer, Violations};
use thuocdo_practice::Register;
use thuocdo_practice::process::{Act, Ahead, Calendar, Case, Status};

use super::cases::SchoolCase;
use super::lists::{Deadline, LateSchool};
use super::placed::{PlacedForms, PlacedSchool};
use crate::folder::count;

/// The deadlines of the period with the institutions of each, the earliest first; and the next that somebody has not met.
pub(super) fn deadlines(
    placed: &PlacedForms<'_>,
    cases: &[SchoolCase],
    scorers: &LocalScorer,
    calendar: &Calendar,
    register: Option<&Register>,
    as_of: Date,
) -> (Vec<Deadline>, Option<Ahead>) {
    let Ok(blank) = of_period(&placed.period, scorers, calendar, as_of) else { return (Vec::new(), None) };
    let ahead = blank.ahead.iter().map(|due| (due.act, due.deadline, due.standing));
    let behind = blank.overdue.iter().map(|due| (due.act, due.deadline, due.standing));
    let mut list: Vec<Deadline> = ahead
        .chain(behind)
        .map(|(act, deadline, standing)| Deadline {
            act,
            days: as_of.days_until(deadline),
            deadline,
            done: 0,
            late: Vec::new(),
            open: 0,
            sent: 0,
            standing,
        })
        .collect();
    list.sort_by_key(|due| (due.deadline, due.act));
    for due in &mut list {
        let pairs = || placed.schools.iter().zip(cases).filter(|(school, _)| school.is_counted(register));
        due.done = count(pairs().filter(|(_, case)| day_of(case, due.act, as_of).is_some()).count());
        due.open = count(pairs().filter(|(_, case)| is_open(case, due, as_of)).count());
        let is_sent = |school: &PlacedSchool<'_>| due.act == Act::Report && school.own.is_some();
        due.sent = count(pairs().filter(|(school, case)| is_open(case, due, as_of) && is_sent(school)).count());
        due.late = pairs().filter_map(|(school, case)| late(school, case, due, as_of)).collect();
        due.late.sort_by_key(|row| Reverse(row.days));
    }
    let is_unmet = |due: &&Ahead| list.iter().any(|row| row.act == due.act && row.deadline == due.deadline && row.open > 0);
    let next = blank.ahead.iter().filter(is_unmet).min_by_key(|due| due.deadline).cloned();
    (list, next)
}

/// Every deadline of a period, ahead or behind on a day: a case without events has met none.
pub(crate) fn of_period(period: &str, scorers: &LocalScorer, calendar: &Calendar, as_of: Date) -> Result<Status, Violations> {
    Case { period: period.to_owned(), ..Case::default() }.replay(scorers, calendar, Some(as_of))
}

/// The last day on which an act was done.
fn day_of(case: &SchoolCase, act: Act, as_of: Date) -> Option<Date> {
    case.case.events.iter().filter(|event| event.act == act && event.on <= as_of).map(|event| event.on).next_back()
}

fn is_open(case: &SchoolCase, due: &Deadline, as_of: Date) -> bool {
    match &case.status {
        Ok(status) => status.closed.is_none() && status.ahead.iter().any(|ahead| ahead.act == due.act),
        // Of a case whose events are refused, only what its rows say is known.
        Err(_) => due.days >= 0 && day_of(case, due.act, as_of).is_none(),
    }
}

fn late(school: &PlacedSchool<'_>, case: &SchoolCase, due: &Deadline, as_of: Date) -> Option<LateSchool> {
    let done = day_of(case, due.act, as_of);
    let days = match (&case.status, done) {
        (Ok(status), _) if status.closed.is_some() => return None,
        (Ok(status), Some(_)) => status.late.iter().filter(|late| late.act == due.act).map(|late| late.days).next_back()?,
        (Ok(status), None) => status.overdue.iter().find(|overdue| overdue.act == due.act)?.days,
        (Err(_), day) => u32::try_from(due.deadline.days_until(day.unwrap_or(as_of))).ok().filter(|days| *days > 0)?,
    };
    Some(LateSchool {
        authority: school.authority(),
        code: school.code.clone(),
        days,
        name: school.name(),
        on: done,
        sent: done.is_none() && due.act == Act::Report && school.own.is_some(),
    })
}
