//! What a plan of external assessments is made of.

use thuocdo::Date;

use super::result::Visit;

/// What a plan is made of. It is an input: write `ScheduleRequest { …, ..ScheduleRequest::default() }`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduleRequest {
    /// Visits that stay as they are: a person has fixed them.
    pub fixed: Vec<Visit>,
    /// The panels.
    pub panels: Vec<PanelTeam>,
    /// The institutions, the most urgent first.
    pub schools: Vec<ToVisit>,
}

/// A panel of external assessors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelTeam {
    /// Institutions, by code, and authorities, by name, that it must not assess: a member works there, or comes from there.
    pub conflicts: Vec<String>,
    /// The days on which it can.
    pub days: Vec<Date>,
    /// Its name, such as `Đoàn 1`.
    pub name: String,
    /// How many institutions it visits on a day at most.
    pub per_day: u32,
    /// Its members.
    pub persons: Vec<String>,
}

/// An institution to visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToVisit {
    /// Where a notice reaches it.
    pub address: Option<String>,
    /// Who manages it.
    pub authority: Option<String>,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
    /// Why it comes early, a sentence each; empty where nothing is special.
    pub reasons: Vec<String>,
    /// Whether it can be visited at all: its self-assessment is there.
    pub is_ready: bool,
    /// How urgent it is: more is earlier.
    pub urgency: u32,
}
