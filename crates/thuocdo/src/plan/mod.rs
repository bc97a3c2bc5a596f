//! What to do to reach a level: conditions first, then which indicators to raise, exactly as many and as far as needed.
//!
//! `goal` reads and checks what is to be reached, `room` says what each indicator can bring, `optimum` finds the best choice with `steps`, `sums`
//! and `cover`, `make` puts the plan together; `what_if` compares other answers. `report` says both in `words`.

mod choice;
mod cover;
mod goal;
mod make;
mod optimum;
mod report;
mod room;
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

pub use make::{plan, plan_checked, plan_value};
pub use what_if::{Change, Changes, ConditionChange, GroupChange, IndicatorChange, WhatIf, what_if, what_if_value};

/// What is to be reached, and what it costs to raise an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    /// For some indicators, by code: the effort of raising it at all, however far, in whatever whole unit the caller counts in. One
    /// without an effort is left as it is in the cheapest plan. `None`: nobody asks for the cheapest plan.
    pub efforts: Option<BTreeMap<String, Option<Count>>>,
    /// What points are raised to: a multiple of so many, or the maximum; [`Goal::STEP`] where it is not said.
    pub step: Option<Points>,
    /// The level to reach, by code of the group; `None` is the one above the certain level, or the certain level where it is the highest.
    /// Groups that are not named get no plan. Where no group is named, each gets the plan of its next level.
    pub targets: BTreeMap<String, Option<Level>>,
}

/// What to do to reach a level in each group.
///
/// What counts as had are the points that are certain: a missing answer brings nothing yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Plan {
    /// By which framework.
    pub framework: FrameworkMark,
    /// The groups asked for, in the order of the framework.
    pub groups: Vec<GroupPlan>,
    /// What points are raised to: a multiple of so many, or the maximum.
    pub step: Points,
}

impl Plan {
    /// The plan as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }
}

/// What to do to reach a level in one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct GroupPlan {
    /// The choice of the least effort, then of the fewest indicators, then of the least points, then first in the order of the framework,
    /// among the indicators whose effort is given; null where no efforts are given.
    pub cheapest: Option<Choice>,
    /// The group's code.
    pub code: Code,
    /// What must be settled before any level is recognised: the mandatory conditions that are not met, or of which nobody said.
    pub conditions: Vec<ConditionResult>,
    /// The choice of the fewest indicators, then of the least points, then first in the order of the framework.
    pub fewest: Choice,
    /// The level now.
    pub level: Range<Level>,
    /// What the missing answers would settle; null where the level is determined.
    pub missing: Option<MissingAnswers>,
    /// How many points the target takes above those that are certain.
    pub needed: Points,
    /// Whether the target can be reached.
    pub reach: Reach,
    /// The indicators that can still bring points, in the order of the framework; not those that are unlocated.
    pub room: Vec<Room>,
    /// The level to reach.
    pub target: Level,
    /// Points of which no source tells whose they are: nobody can set out to raise them, and nothing above counts on them.
    pub unlocated: Vec<Unlocated>,
}

crate::words! {
    /// Whether a target can be reached.
    #[derive(Default)]
    pub enum Reach {
        /// Not even if every indicator were raised to its best, but those that are unlocated.
        #[default]
        OutOfReach = "out_of_reach",
        /// By raising indicators.
        Open = "open",
        /// The certain points are enough.
        Reached = "reached",
    }
}

/// Which indicators to raise, and how far. Where not all together reach the target, none is named, and what is lacking is told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Choice {
    /// The sum of the efforts; null where the effort of an indicator is not given.
    pub effort: Option<u64>,
    /// How many points would still be lacking if all were raised to their best; zero where the target can be reached.
    pub lacking: Points,
    /// The level that is certain once it is done; where the target cannot be reached, the best level that can.
    pub level: Level,
    /// How many points are raised in all.
    pub points: Points,
    /// What to raise, in the order of the framework.
    pub raises: Vec<Raise>,
}

/// An indicator to raise. Where its points follow from a share, `to` is what the share must bring at least.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Raise {
    /// Its code.
    pub code: Code,
    /// Its certain points now.
    pub from: Points,
    /// The points to reach.
    pub to: Points,
}

/// What an indicator can still bring.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Room {
    /// Its code.
    pub code: Code,
    /// The certain level of the group if this indicator alone were raised to its best.
    pub level_alone: Level,
    /// How many points it can bring at most above those that are certain.
    pub points: Points,
}

/// Points of which no source tells whose they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Unlocated {
    /// The code of the indicator that stands for them.
    pub code: Code,
    /// How many could be brought above those that are certain.
    pub points: Points,
}

/// What missing answers would settle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct MissingAnswers {
    /// The indicators without an answer, in the order of the framework.
    pub answers: Vec<MissingAnswer>,
    /// Each level that is still possible, the lowest first.
    pub levels: Vec<PossibleLevel>,
}

/// An indicator without an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct MissingAnswer {
    /// Its code.
    pub code: Code,
    /// How many points the answer can bring at most.
    pub points: Points,
}

/// A level that is still possible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct PossibleLevel {
    /// The level.
    pub level: Level,
    /// How many points the missing answers together must bring for it at least.
    pub points: Points,
}
