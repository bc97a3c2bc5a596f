//! How points, levels and recognition follow from what is answered: the rules that a framework file can choose.

use serde::Serialize;

use super::basis::Basis;
use crate::points::Points;
use crate::range::{Level, Range};
use crate::words;

/// How points are awarded unless an indicator says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Award {
    /// What the rule rests on.
    pub basis: Basis,
    /// The rule.
    pub rule: Rule,
}

/// How the points of an indicator follow from what is answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub enum Rule {
    /// The assessor gives the points, from 0 to the maximum.
    #[default]
    Direct,
    /// The maximum if met, else nothing.
    Flag,
    /// The maximum × part ÷ whole, rounded half up to hundredths.
    Share,
    /// The points of the last step reached.
    Steps {
        /// What is compared with the steps.
        of: StepsOf,
        /// The steps, ascending from 0.
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
    /// What a table of steps is entered with.
    #[derive(Default)]
    pub enum StepsOf {
        /// A number of things.
        #[default]
        Count = "count",
        /// A part of a whole, in percent.
        Percent = "percent",
    }
}

/// One row of a table of steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Step {
    /// The count, or the percentage, from which the row holds.
    pub at_least: Points,
    /// What it gives.
    pub points: Points,
}

/// How the level of the institution follows from those of the groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Overall {
    /// What the rule rests on.
    pub basis: Basis,
    /// The rule.
    pub rule: OverallRule,
}

words! {
    /// A rule for one level per institution.
    #[derive(Default)]
    pub enum OverallRule {
        /// The level of the group that has the lowest.
        #[default]
        LowestGroup = "lowest_group",
    }
}

impl OverallRule {
    /// The level of the institution, by the levels of its groups: end by end, for each may be open.
    pub fn level(self, groups: impl Iterator<Item = Range<Level>>) -> Range<Level> {
        match self {
            OverallRule::LowestGroup => groups.reduce(|a, b| Range { high: a.high.min(b.high), low: a.low.min(b.low) }).unwrap_or_default(),
        }
    }
}

/// What an unmet or unknown condition does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ConditionsEffect {
    /// What this rests on.
    pub basis: Basis,
    /// The effect.
    pub effect: Effect,
}

words! {
    /// An effect of conditions.
    #[derive(Default)]
    pub enum Effect {
        /// The level by points is shown all the same; it is not recognised.
        #[default]
        BlockRecognition = "block_recognition",
    }
}

/// Whether an indicator may be left out as not applicable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct NotApplicable {
    /// Always false: the engine knows no exemptions.
    #[cfg_attr(feature = "schema", schemars(extend("const" = false)))]
    pub allowed: bool,
    /// What this rests on.
    pub basis: Basis,
}
