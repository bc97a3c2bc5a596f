//! How much of what was checked is as it should be.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::Decimal;

use super::rules::Dimension;

/// How many checks there were and how many were passed. Nothing was weighed: a check is a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Score {
    /// How many checks there were.
    pub checked: u64,
    /// How many of them were passed.
    pub passed: u64,
    /// `100 × passed ÷ checked`, rounded half away from zero to two decimals; null where nothing was checked.
    #[schemars(range(min = 0, max = 100))]
    pub percent: Option<Decimal<2>>,
}

impl Score {
    /// The score of these counts.
    pub fn of(checked: u64, passed: u64) -> Score {
        let percent = (checked > 0).then(|| Decimal::rounded(i128::from(passed).saturating_mul(100), i128::from(checked)));
        Score { checked, passed, percent }
    }

    /// The score of both together.
    #[must_use]
    pub fn and(self, other: Score) -> Score {
        Score::of(self.checked.saturating_add(other.checked), self.passed.saturating_add(other.passed))
    }
}

/// The four scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Scores {
    /// Sạch.
    pub clean: Score,
    /// Đủ.
    pub complete: Score,
    /// Đúng.
    pub correct: Score,
    /// Sống.
    pub live: Score,
}

impl Scores {
    /// The score of a dimension.
    pub const fn get(&self, dimension: Dimension) -> Score {
        match dimension {
            Dimension::Correct => self.correct,
            Dimension::Complete => self.complete,
            Dimension::Clean => self.clean,
            Dimension::Live => self.live,
        }
    }

    /// The scores of both together, dimension by dimension.
    #[must_use]
    pub fn and(self, other: Scores) -> Scores {
        Scores {
            clean: self.clean.and(other.clean),
            complete: self.complete.and(other.complete),
            correct: self.correct.and(other.correct),
            live: self.live.and(other.live),
        }
    }
}
