//! What a review is: both sides, their differences, and what stays disputed.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Code, ConditionState, Difference, FrameworkMark, Institution, Level, Points, Range};

use crate::Movement;

/// Self-assessment and external assessment of one institution, side by side. Every difference is external less self: below zero where
/// the assessor gave less.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Review {
    /// By which framework.
    pub framework: FrameworkMark,
    /// The groups, in the order of the framework.
    pub groups: Vec<GroupReview>,
    /// Whose assessments they are, as far as either names it; where both do, as the self-assessment writes it.
    pub institution: Option<Institution>,
    /// The level of the institution as a whole.
    pub overall: OverallReview,
    /// For which period, as far as either names one.
    pub period: Option<String>,
}

impl Review {
    /// The review as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }

    /// In how many indicators and conditions the sides differ.
    pub fn disputes(&self) -> usize {
        self.groups.iter().map(GroupReview::disputes).fold(0, usize::saturating_add)
    }
}

impl GroupReview {
    /// In how many indicators and conditions the sides differ.
    pub fn disputes(&self) -> usize {
        let indicators = self.indicators.iter().filter(|indicator| indicator.disputed).count();
        indicators.saturating_add(self.conditions.iter().filter(|condition| condition.disputed).count())
    }
}

/// One group of a review.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupReview {
    /// Its code.
    pub code: Code,
    /// Its conditions.
    pub conditions: Vec<ConditionReview>,
    /// The sum of the differences of its indicators, end by end.
    pub difference: Range<Difference>,
    /// What stays disputed: points and level if every dispute went to the lower side, and if every one went to the higher. What
    /// neither side knows stays as wide as it is.
    pub disputed: Rating,
    /// By the external assessment.
    pub external: Rating,
    /// Its indicators.
    pub indicators: Vec<IndicatorReview>,
    /// Its maximum.
    pub max: Points,
    /// How its level moved from the self-assessment to the external one; open unless both are known.
    pub movement: Movement,
    /// By the self-assessment.
    #[serde(rename = "self")]
    pub own: Rating,
}

/// Points and level of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Rating {
    /// Its level.
    pub level: Range<Level>,
    /// Its points.
    pub score: Range<Points>,
}

/// One condition of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct ConditionReview {
    /// Its code.
    pub code: Code,
    /// Whether the sides differ; a side without an answer differs from one that has one.
    pub disputed: bool,
    /// Its state by the external assessment.
    pub external: ConditionState,
    /// Its state by the self-assessment.
    #[serde(rename = "self")]
    pub own: ConditionState,
}

/// One indicator of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct IndicatorReview {
    /// Its code.
    pub code: Code,
    /// External less self: the least and the greatest it may be. Exact where both sides answered.
    pub difference: Range<Difference>,
    /// Whether the sides differ; a missing answer differs from one that is there.
    pub disputed: bool,
    /// Its points by the external assessment.
    pub external: Range<Points>,
    /// Its maximum.
    pub max: Points,
    /// Whether this difference alone moves the group's level: copied into the self-assessment, or into the external one, it changes
    /// the level there.
    pub moves_level: bool,
    /// The note of the external assessment, where there is one.
    pub reason: Option<String>,
    /// Its points by the self-assessment.
    #[serde(rename = "self")]
    pub own: Range<Points>,
}

/// The level of the institution as a whole, by both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct OverallReview {
    /// The level if every dispute of every group went to the lower side, and if every one went to the higher.
    pub disputed: Range<Level>,
    /// By the external assessment.
    pub external: Range<Level>,
    /// How it moved from the self-assessment to the external one; open unless both are known.
    pub movement: Movement,
    /// By the self-assessment.
    #[serde(rename = "self")]
    pub own: Range<Level>,
}

thuocdo::words! {
    /// How what a division leaves over was rounded.
    pub enum Rounding {
        /// To four decimals, half a unit away from zero.
        HalfAwayFromZero = "half_away_from_zero_to_four_decimals",
        /// To hundredths of a point, half a hundredth up.
        HalfUp = "half_up_to_hundredths",
    }
}
