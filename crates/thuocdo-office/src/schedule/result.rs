//! A plan of external assessments.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::Date;

/// A plan of external assessments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Schedule {
    /// How many visits each panel has, in the order of the panels.
    pub loads: Vec<Load>,
    /// Institutions without a visit, and why.
    pub unplaced: Vec<Unplaced>,
    /// The visits, by day and panel.
    pub visits: Vec<Visit>,
}

/// One visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Visit {
    /// Where a notice reaches the institution.
    pub address: Option<String>,
    /// Who manages it.
    pub authority: Option<String>,
    /// Its code.
    pub code: String,
    /// Whether a person has fixed the visit: it stays as it is when the plan is made again.
    pub fixed: bool,
    /// Its name.
    pub name: Option<String>,
    /// The day.
    pub on: Date,
    /// The panel.
    pub panel: String,
    /// Why this day and this panel, a sentence each.
    pub reasons: Vec<String>,
}

/// How many visits a panel has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Load {
    /// On how many days it visits somebody.
    pub days: usize,
    /// The panel.
    pub panel: String,
    /// How many visits it has.
    pub visits: usize,
}

/// An institution without a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Unplaced {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
    /// Why.
    pub why: WhyUnplaced,
}

thuocdo::words! {
    /// Why an institution has no visit.
    pub enum WhyUnplaced {
        /// Its self-assessment is not there yet.
        NotReady = "not_ready" ("chưa có phiếu tự đánh giá", "its self-assessment is not there yet"),
        /// Every panel has a conflict of interest.
        Conflicts = "conflicts" ("đoàn nào cũng vướng xung đột lợi ích", "every panel has a conflict of interest"),
        /// No panel without a conflict of interest has a day left.
        NoDay = "no_day" ("các đoàn không vướng xung đột lợi ích đều hết ngày trống", "no panel without a conflict of interest has a day left"),
    }
}

impl Schedule {
    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
