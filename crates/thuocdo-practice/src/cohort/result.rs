//! What a cohort reports: counts by level, spread points, and the points that schools miss.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Code, Decimal, FrameworkRef, Level, Points};

use crate::Coverage;

/// How many schools stand where.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct CohortReport {
    /// By managing authority, as the register has it, in the order of the Vietnamese alphabet; a value of null is the row of schools whose
    /// authority it does not have, and comes last.
    pub by_authority: Vec<CohortRow>,
    /// By period. More than one means that schools may be counted more than once.
    pub by_period: Vec<CohortRow>,
    /// By stream. More than one means that schools may be counted more than once.
    pub by_stream: Vec<CohortRow>,
    /// By type of institution.
    pub by_type: Vec<CohortRow>,
    /// How many scorecards are counted.
    pub count: u32,
    /// Of how many nothing stands in the way of recognition.
    pub eligible: u32,
    /// How many of these are at the lowest level, which nobody recognises.
    pub eligible_at_lowest: u32,
    /// By which framework.
    pub framework: FrameworkRef,
    /// The levels of each group.
    pub groups: Vec<GroupLevels>,
    /// Every indicator with the points that schools miss, the most first; those that are unlocated behind the others.
    pub missing_points: Vec<MissingPoints>,
    /// How many scorecards were of another framework, and are not counted.
    pub other_framework: u32,
    /// The levels of the institutions as a whole.
    pub overall: LevelCounts,
    /// How many scorecards were passed over for another of the same institution, period and stream, as `keep` asks.
    pub passed_over: u32,
    /// How the points of each group are spread.
    pub quantiles: Vec<Quantiles>,
    /// What forms and register say of each other; null without a register.
    pub register: Option<Coverage>,
}

/// One row of a breakdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct CohortRow {
    /// How many scorecards.
    pub count: u32,
    /// Of how many nothing stands in the way of recognition.
    pub eligible: u32,
    /// The levels of each group.
    pub groups: Vec<GroupLevels>,
    /// The levels of the institutions as a whole.
    pub overall: LevelCounts,
    /// What they have in common; null where it is not known.
    pub value: Option<String>,
}

/// How many schools have which level in one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupLevels {
    /// The group's code.
    pub code: Code,
    /// Schools whose level is known, level by level.
    pub levels: Vec<LevelCount>,
    /// Schools whose level missing answers leave open.
    pub undetermined: u32,
}

/// How many schools have which level as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct LevelCounts {
    /// Schools whose level is known, level by level.
    pub levels: Vec<LevelCount>,
    /// Schools whose level missing answers leave open.
    pub undetermined: u32,
}

/// How many schools have one level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct LevelCount {
    /// How many.
    pub count: u32,
    /// The level.
    pub level: Level,
}

/// How the points of one group are spread over the schools whose points are known, by nearest rank: of n schools in ascending order the
/// one at n × ¼, ½ or ¾, rounded up. So each is exact, and the points of a school there is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Quantiles {
    /// The group's code.
    pub code: Code,
    /// A quarter of the way.
    pub lower_quartile: Option<Points>,
    /// The last school's.
    pub maximum: Option<Points>,
    /// Half of the way.
    pub median: Option<Points>,
    /// The first school's.
    pub minimum: Option<Points>,
    /// How many schools are left out, because their points are not known.
    pub open: u32,
    /// Three quarters of the way.
    pub upper_quartile: Option<Points>,
}

/// The points that schools miss in one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct MissingPoints {
    /// The indicator's code.
    pub code: Code,
    /// The points missing for each school counted, rounded to hundredths, half a hundredth up.
    pub mean: Decimal<2>,
    /// How many schools lack any.
    pub schools: u32,
    /// The maximum less the certain points, over all schools.
    pub total: Decimal<2>,
}

impl CohortReport {
    /// The report as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
