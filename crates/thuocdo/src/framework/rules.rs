//! The rules that a framework file can choose from: for points, for levels, and for recognition.

use serde::Serialize;

use super::basis::Basis;
use crate::points::Points;
use crate::range::{Level, Range};
use crate::words;

/// The default rule for the points of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Award {
    /// Provenance of the rule.
    pub basis: Basis,
    /// The rule.
    pub rule: Rule,
}

/// How an answer turns into the points of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub enum Rule {
    /// The assessor sets the points, from 0 to the maximum.
    #[default]
    Direct,
    /// The maximum if met, else zero.
    Flag,
    /// The maximum × part ÷ whole, rounded half up to hundredths.
    Share,
    /// The points of the last row reached.
    Steps {
        /// The value that the rule compares with the rows.
        of: StepsOf,
        /// The rows, ascending from 0.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        table: Vec<Step>,
    },
}

impl Rule {
    /// The stable word, as in JSON.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Rule::Direct => "direct",
            Rule::Flag => "flag",
            Rule::Share => "share",
            Rule::Steps { .. } => "steps",
        }
    }
}

words! {
    /// The value that selects a row of a table of steps.
    #[derive(Default)]
    pub enum StepsOf {
        /// A number of things.
        #[default]
        Count = "count",
        /// A part of a whole, in percent.
        Percent = "percent",
    }
}

/// A row of a table of steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Step {
    /// The count or the percentage from which the row applies.
    pub at_least: Points,
    /// The points of the row.
    pub points: Points,
}

/// How the levels of the groups give the level of the institution.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Overall {
    /// Provenance of the rule.
    pub basis: Basis,
    /// The rule.
    pub rule: OverallRule,
}

words! {
    /// A rule for one level per institution.
    #[derive(Default)]
    pub enum OverallRule {
        /// The lowest level of all groups.
        #[default]
        LowestGroup = "lowest_group",
    }
}

impl OverallRule {
    /// The level of the institution from the levels of its groups. Low and high ends are computed separately, since each level may be open.
    pub fn level(self, groups: impl Iterator<Item = Range<Level>>) -> Range<Level> {
        groups.reduce(|a, b| Range { high: self.of_two(a.high, b.high), low: self.of_two(a.low, b.low) }).unwrap_or_default()
    }

    /// The level of an institution that has two groups of these levels.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn of_two(self, one: Level, other: Level) -> Level {
        match self {
            OverallRule::LowestGroup => one.min(other),
        }
    }
}

/// The effect of an unmet or unknown condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ConditionsEffect {
    /// Provenance of the effect.
    pub basis: Basis,
    /// The effect.
    pub effect: Effect,
}

words! {
    /// An effect of conditions.
    #[derive(Default)]
    pub enum Effect {
        /// The result shows the level by points, but nobody recognises it.
        #[default]
        BlockRecognition = "block_recognition",
    }
}

/// Whether an assessor may leave out an indicator as not applicable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct NotApplicable {
    /// Always false: the engine knows no exemptions.
    #[cfg_attr(feature = "schema", schemars(extend("const" = false)))]
    pub allowed: bool,
    /// Provenance of this rule.
    pub basis: Basis,
}
