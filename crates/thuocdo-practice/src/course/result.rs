//! What a course is: entries, the steps between them, and gains.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Code, Date, Difference, FrameworkRef, Level, Points, Range, Stream};

use crate::Movement;

/// Scorecards of one institution and its predecessors, in the order of their periods, and the steps between them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Course {
    /// The scorecards in short: by period, then by code of the institution.
    pub entries: Vec<Entry>,
    /// Every indicator that surely rose in a comparable step, and what became of it.
    pub gains: Vec<Gain>,
    /// The code of the institution whose course this is.
    pub institution: String,
    /// From each entry to what followed it.
    pub steps: Vec<CourseStep>,
}

/// One scorecard in short.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Entry {
    /// By which framework.
    pub framework: FrameworkRef,
    /// Its groups.
    pub groups: Vec<GroupEntry>,
    /// The code of the institution.
    pub institution: String,
    /// The level of the institution as a whole.
    pub overall: Range<Level>,
    /// The period.
    pub period: String,
    /// Who assessed.
    pub stream: Option<Stream>,
}

/// Points and level of one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupEntry {
    /// Its code.
    pub code: Code,
    /// Its level.
    pub level: Range<Level>,
    /// Its maximum.
    pub max: Points,
    /// Its points.
    pub score: Range<Points>,
}

/// From one entry to the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct CourseStep {
    /// From what.
    pub from: Side,
    /// What changed in each group; empty where the two do not compare.
    pub groups: Vec<GroupStep>,
    /// What changed in each indicator; empty where the two do not compare.
    pub indicators: Vec<IndicatorStep>,
    /// Whether the two compare, or why they do not.
    pub kind: StepKind,
    /// The day of the merger or split.
    pub on: Option<Date>,
    /// How the level of the institution as a whole moved; null where the two do not compare.
    pub overall: Option<Movement>,
    /// To what.
    pub to: Side,
}

/// One end of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Side {
    /// The code of the institution.
    pub institution: String,
    /// The period.
    pub period: String,
}

/// What changed in one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupStep {
    /// Its code.
    pub code: Code,
    /// How its level moved.
    pub level: Movement,
    /// Its points: later less earlier. Missing answers of either side widen it.
    pub score: Range<Difference>,
}

/// What changed in one indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct IndicatorStep {
    /// Its code.
    pub code: Code,
    /// Its points: later less earlier.
    pub score: Range<Difference>,
}

thuocdo::words! {
    /// Whether two scorecards compare, or why they do not.
    #[derive(Default)]
    pub enum StepKind {
        /// One institution, one framework to the byte.
        #[default]
        Comparable = "comparable",
        /// The framework is another, or another revision.
        OtherFramework = "other_framework",
        /// The institution came out of several (sáp nhập), or took others in.
        Merged = "merged",
        /// The institution came out of a larger one (chia tách), or gave parts away.
        Split = "split",
    }
}

/// An indicator that surely rose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Gain {
    /// Its code.
    pub code: Code,
    /// The period in which it rose.
    pub gained_in: String,
    /// The institution.
    pub institution: String,
    /// The period in which its points surely were below those gained; null while they are kept.
    pub lost_in: Option<String>,
    /// The points reached, those that are certain.
    pub reached: Points,
    /// By how much it rose.
    pub score: Range<Difference>,
    /// The last period that was compared.
    pub until: String,
}

impl Course {
    /// The course as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
