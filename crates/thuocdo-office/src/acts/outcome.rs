//! What came of many deeds.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Date, Lang, Level, Violations};
use thuocdo_practice::process::{Act, Ahead, Late, Overdue, State};

use crate::folder::Place;

/// What came of many deeds: what was done, what was there already, what was refused and why.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ActsReport {
    /// How many cases there are now.
    pub cases: usize,
    /// How many deeds were in their cases before, with the same act and day.
    pub known: usize,
    /// The codes of the institutions for which a case was made.
    pub made: Vec<String>,
    /// What was done, in the order of the deeds.
    pub done: Vec<Did>,
    /// What was refused, in the order of the deeds.
    pub refused: Vec<RefusedDeed>,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Did {
    /// What.
    pub act: Act,
    /// The code of the institution.
    pub code: String,
    /// Its name; null where the case does not name it.
    pub name: Option<String>,
    /// When.
    pub on: Date,
    /// The state of the case after it.
    pub state: State,
}

/// Something that was refused.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RefusedDeed {
    /// What.
    pub act: Act,
    /// The code of the institution.
    pub code: String,
    /// Its name, as far as its case or the register names it.
    pub name: Option<String>,
    /// When.
    pub on: Date,
    /// Where the deed is written.
    pub place: Option<Place>,
    /// Why.
    pub reason: Reason,
}

/// Why a deed is refused.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// Its level by the external assessment is the lowest, and all were to be recognised at once.
    AtLowest,
    /// It is not told which body acted, and the register names no authority of the institution.
    NoBody,
    /// The institution has no case: the first act of a case is `plan`.
    NoCase,
    /// A case is to be made, and it is not told of which period.
    NoPeriod,
    /// The register does not have this code. With the one code that differs only in zeros and signs.
    NotRegistered(Option<String>),
    /// What the procedure says.
    Procedure(Violations),
    /// The institution has cases of several periods, and it is not told which is meant.
    SeveralCases(Vec<String>),
    /// Several forms of this institution, period and stream are there. With the file of each.
    SeveralForms(Vec<String>),
}

/// One reason in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct ReasonLine {
    /// A stable word: `at_lowest`, `no_body`, `no_case`, `no_period`, `not_registered`, `several_cases`, `several_forms`, or the code of a violation.
    pub code: &'static str,
    /// One line in the language that is asked for.
    pub message: String,
}

/// Where one case stands, as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Standing {
    /// What is to be done by a last day that is not over, the next first; empty where no day is looked at.
    pub ahead: Vec<Ahead>,
    /// The code of the institution.
    pub code: String,
    /// What was done after its last day.
    pub late: Vec<Late>,
    /// The recognised level of the institution as a whole; null without one.
    pub level: Option<Level>,
    /// The name of the institution; null where the case does not name it.
    pub name: Option<String>,
    /// What was not done by its last day, on the day that is looked at.
    pub overdue: Vec<Overdue>,
    /// Of which period.
    pub period: String,
    /// The day of the last event; null without one.
    pub since: Option<Date>,
    /// The state; null before the first event.
    pub state: Option<State>,
}

/// Something that is to be done by a last day that is not over, by several institutions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Pending {
    /// What.
    pub act: Act,
    /// How many have not done it yet.
    pub count: usize,
    /// How many days are left; 0 on the last day.
    pub days: u32,
    /// The last day that is in time.
    pub deadline: Date,
}

/// Where many cases stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Standings {
    /// The day that is looked at; null where everything counts that was done.
    pub as_of: Option<Date>,
    /// The cases, in their order.
    pub cases: Vec<Standing>,
    /// What is to be done next, the next last day first.
    pub deadlines: Vec<Pending>,
}

impl Standings {
    /// Keeps the cases of these institutions, by codes as they are written.
    pub fn only(&mut self, codes: &[String]) {
        self.cases.retain(|case| codes.contains(&case.code));
        self.deadlines = Pending::of(&self.cases);
    }

    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

impl Pending {
    /// What lies ahead of several, the next first, each with how many have not done it.
    pub(super) fn of(standings: &[Standing]) -> Vec<Pending> {
        let mut all: Vec<Pending> = Vec::new();
        for ahead in standings.iter().flat_map(|standing| &standing.ahead) {
            match all.iter_mut().find(|pending| pending.act == ahead.act && pending.deadline == ahead.deadline) {
                Some(pending) => pending.count = pending.count.saturating_add(1),
                None => all.push(Pending { act: ahead.act, count: 1, days: ahead.days, deadline: ahead.deadline }),
            }
        }
        all.sort_by_key(|pending| (pending.deadline, pending.act));
        all
    }
}

/// The report as JSON, with messages in one language.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ActsReport", deny_unknown_fields)]
pub(crate) struct ActsJson<'a> {
    /// How many cases there are now.
    cases: usize,
    /// What was done, in the order of the deeds.
    done: &'a [Did],
    /// How many deeds were in their cases before, with the same act and day.
    known: usize,
    /// The codes of the institutions for which a case was made.
    made: &'a [String],
    /// What was refused, in the order of the deeds.
    refused: Vec<RefusedJson<'a>>,
}

/// Something that was refused, with messages in one language.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RefusedDeed", deny_unknown_fields)]
struct RefusedJson<'a> {
    /// What.
    act: Act,
    /// The code of the institution.
    code: &'a str,
    /// Its name, as far as its case or the register names it; else null.
    name: Option<&'a str>,
    /// When.
    on: Date,
    /// Where the deed is written; null where it is written nowhere.
    place: Option<&'a Place>,
    /// Why.
    reasons: Vec<ReasonLine>,
}

impl ActsReport {
    /// As canonical JSON (RFC 8785), with messages in one language.
    pub fn to_json(&self, lang: Lang) -> String {
        let refused = self.refused.iter().map(|refused| RefusedJson {
            act: refused.act,
            code: &refused.code,
            name: refused.name.as_deref(),
            on: refused.on,
            place: refused.place.as_ref(),
            reasons: refused.reason.lines(&refused.code, lang),
        });
        thuocdo::canonical(&ActsJson { cases: self.cases, done: &self.done, known: self.known, made: &self.made, refused: refused.collect() })
    }
}
