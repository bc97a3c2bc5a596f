//! Plans how a school can reach a level: which conditions to settle, which indicators to raise, and how far.
//!
//! `goal` reads and checks the goal. `headroom` finds how far each indicator can be raised. `optimum` searches the best choice of
//! indicators, with `choice`, `cover`, `bound`, `steps` and `sums`. `make` builds the plan. `what_if` compares other answers. `report` writes both
//! results with the sentences of `words`.

mod bound;
mod choice;
mod cover;
mod goal;
mod headroom;
mod make;
mod optimum;
mod report;
mod steps;
mod sums;
mod what_if;
mod words;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::canonical;
use crate::framework::Code;
use crate::points::{Count, Points};
use crate::range::{Level, Range};
use crate::scorecard::{ConditionResult, FrameworkMark};

#[cfg(feature = "schema")]
pub(crate) use goal::Request as PlanRequest;
pub use make::{plan, plan_assessment, plan_checked, plan_value};
#[cfg(feature = "schema")]
pub(crate) use what_if::Request as WhatIfRequest;
pub use what_if::{Change, Changes, ConditionChange, GroupChange, IndicatorChange, WhatIf, what_if, what_if_value};

/// The levels to reach, and the effort of raising each indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    /// For some indicators, by code: the effort of raising it at all, however far, in any whole unit of the caller. The cheapest plan does
    /// not raise an indicator without an effort. `None`: the caller wants no cheapest plan.
    pub efforts: Option<BTreeMap<String, Option<Count>>>,
    /// The step of a raise, in points: an indicator is raised to a multiple of it, or to the maximum. `None` is [`Goal::STEP`].
    pub step: Option<Points>,
    /// The level to reach, by code of the group. `None` is the level above the certain level, or the certain level if it is the highest.
    /// Groups that are not named get no plan. If no group is named, each gets the plan of its next level.
    pub targets: BTreeMap<String, Option<Level>>,
}

/// What a school can do to reach a level in each group.
///
/// A plan counts only certain points: a missing answer brings zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Plan {
    /// The framework of the plan.
    pub framework: FrameworkMark,
    /// The requested groups, in the order of the framework.
    pub groups: Vec<GroupPlan>,
    /// The step of a raise, in points: an indicator is raised to a multiple of it, or to its maximum.
    pub step: Points,
}

impl Plan {
    /// The plan as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }
}

/// What a school can do to reach a level in one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct GroupPlan {
    /// The choice with the least effort among the indicators that have one; then the fewest indicators, then the least points, then the
    /// first in the order of the framework. Null if the goal has no efforts.
    pub cheapest: Option<Choice>,
    /// The group's code.
    pub code: Code,
    /// The mandatory conditions that are unmet or unknown. The group gets no recognised level before they are settled.
    pub conditions: Vec<ConditionResult>,
    /// The choice with the fewest indicators, then the least points, then the first in the order of the framework.
    pub fewest: Choice,
    /// The present level.
    pub level: Range<Level>,
    /// How the missing answers would settle the level; null if the level is determined.
    pub missing: Option<MissingAnswers>,
    /// The points that the target needs beyond the certain points.
    pub needed: Points,
    /// Whether the target can be reached.
    pub reach: Reach,
    /// The indicators that can still bring points, in the order of the framework, without the unlocated ones.
    pub room: Vec<Headroom>,
    /// The level to reach.
    pub target: Level,
    /// Points that no source assigns to an indicator. A school cannot plan to raise them, so the plan does not count on them.
    pub unlocated: Vec<Unlocated>,
}

crate::words! {
    /// Whether a target can be reached.
    #[derive(Default)]
    pub enum Reach {
        /// Not reachable, even with every located indicator at its maximum.
        #[default]
        OutOfReach = "out_of_reach",
        /// Reachable by raising indicators.
        Open = "open",
        /// Reached: the certain points are enough.
        Reached = "reached",
    }
}

/// Which indicators to raise, and how far. If all together cannot reach the target, `raises` is empty and `lacking` is above zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Choice {
    /// The sum of the efforts; null if a chosen indicator has no effort.
    pub effort: Option<u64>,
    /// The points still lacking with every indicator at its maximum; zero if the target can be reached.
    pub lacking: Points,
    /// The certain level after the raises; if the target cannot be reached, the highest level that can.
    pub level: Level,
    /// The sum of all raises, in points.
    pub points: Points,
    /// The raises, in the order of the framework; empty if the target cannot be reached.
    pub raises: Vec<Raise>,
}

/// An indicator to raise. If a share decides its points, the share must bring at least `to`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Raise {
    /// Code of the indicator.
    pub code: Code,
    /// The certain points now.
    pub from: Points,
    /// The points to reach.
    pub to: Points,
}

/// The points that an indicator can still bring.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Headroom {
    /// Code of the indicator.
    pub code: Code,
    /// The certain level of the group with only this indicator at its maximum.
    pub level_alone: Level,
    /// The most points that it can bring beyond its certain ones.
    pub points: Points,
}

/// Points that no source assigns to an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Unlocated {
    /// Code of the indicator that stands for them.
    pub code: Code,
    /// The most points that they can bring beyond the certain ones.
    pub points: Points,
}

/// How the missing answers would settle the level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct MissingAnswers {
    /// The indicators without an answer, in the order of the framework.
    pub answers: Vec<MissingAnswer>,
    /// Each level that is still possible, in ascending order.
    pub levels: Vec<PossibleLevel>,
}

/// An indicator without an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct MissingAnswer {
    /// Code of the indicator.
    pub code: Code,
    /// The most points that the answer can bring.
    pub points: Points,
}

/// A level that is still possible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct PossibleLevel {
    /// The level.
    pub level: Level,
    /// The least points that the missing answers together must bring for this level.
    pub points: Points,
}
