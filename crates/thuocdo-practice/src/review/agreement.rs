//! Agreement of self-assessments and external assessments over many institutions, counted review by review.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Code, Decimal, Difference, FrameworkMark, Level, Range, Scorer};

use super::kappa::{LevelAgreement, LevelTally};
use super::result::{GroupReview, IndicatorReview, Review, Rounding};

/// How far the two sides agree over a cohort. What a side leaves open is counted apart, never guessed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct AgreementReport {
    /// By which framework.
    pub framework: FrameworkMark,
    /// The groups, in the order of the framework.
    pub groups: Vec<GroupAgreement>,
    /// The levels that the rows and columns of each matrix stand for.
    pub levels: Vec<Level>,
    /// The level of institutions as wholes.
    pub overall: LevelAgreement,
    /// How many forms were passed over for another of the same institution, period and stream, as `keep` asks.
    pub passed_over: u64,
    /// How many reviews there are.
    pub reviews: u64,
    /// How means, shares and kappa are rounded.
    pub rounding: Rounding,
    /// Which forms found no counterpart.
    pub unpaired: Unpaired,
}

impl AgreementReport {
    /// The report as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

/// One group over a cohort.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupAgreement {
    /// Its code.
    pub code: Code,
    /// How many reviews have known points on both sides.
    pub compared: u64,
    /// The mean of their differences, external less self, in points; null of none.
    pub difference: Option<Decimal<4>>,
    /// Its indicators.
    pub indicators: Vec<IndicatorAgreement>,
    /// Its level.
    pub level: LevelAgreement,
}

/// One indicator over a cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct IndicatorAgreement {
    /// Its code.
    pub code: Code,
    /// How many reviews have an answer on both sides.
    pub compared: u64,
    /// The mean of their differences, external less self, in points; null of none.
    pub difference: Option<Decimal<4>>,
    /// In how many reviews the sides say different things.
    pub disputed: u64,
    /// In how many of them this difference alone moves the group's level.
    pub moves_level: u64,
}

/// Forms that found no counterpart of the same institution and period, sorted by code and period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Unpaired {
    /// External assessments without a self-assessment.
    pub external: Vec<FormMark>,
    /// Self-assessments without an external one.
    #[serde(rename = "self")]
    pub own: Vec<FormMark>,
}

/// Of which institution and period a form is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct FormMark {
    /// The institution's code.
    pub code: String,
    /// The period; null where the form names none, which pairs with another that names none.
    pub period: Option<String>,
}

/// Counts reviews, in memory that does not grow with their number. In which order they come makes no difference.
#[derive(Clone, Debug)]
pub struct Agreement {
    framework: FrameworkMark,
    groups: Vec<GroupTally>,
    levels: Vec<Level>,
    overall: LevelTally,
    reviews: u64,
}

#[derive(Clone, Debug)]
struct GroupTally {
    code: Code,
    difference: Mean,
    indicators: Vec<IndicatorTally>,
    levels: LevelTally,
}

#[derive(Clone, Debug)]
struct IndicatorTally {
    code: Code,
    difference: Mean,
    disputed: u64,
    moves_level: u64,
}

/// A mean in the making.
#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    count: u64,
    /// The sum in hundredths.
    sum: i128,
}

impl Agreement {
    /// Nothing counted yet, by the framework of this scorer.
    pub fn new(scorer: &Scorer) -> Agreement {
        let framework = scorer.framework();
        let tally = || LevelTally::new(framework.levels.len());
        let groups = framework.groups.iter().map(|group| GroupTally {
            code: group.code.clone(),
            difference: Mean::default(),
            indicators: group
                .indicators()
                .map(|indicator| IndicatorTally { code: indicator.code.clone(), difference: Mean::default(), disputed: 0, moves_level: 0 })
                .collect(),
            levels: tally(),
        });
        Agreement {
            framework: scorer.mark(),
            groups: groups.collect(),
            levels: framework.levels.iter().map(|meaning| meaning.level).collect(),
            overall: tally(),
            reviews: 0,
        }
    }

    /// Counts a review. False, and nothing done, where it is by another framework.
    pub fn add(&mut self, review: &Review) -> bool {
        let is_ours = review.framework.digest == self.framework.digest;
        if is_ours {
            self.reviews = self.reviews.saturating_add(1);
            self.overall.add(review.overall.own, review.overall.external);
            self.groups.iter_mut().zip(&review.groups).for_each(|(tally, group)| tally.add(group));
        }
        is_ours
    }

    /// What was counted.
    pub fn finish(self) -> AgreementReport {
        AgreementReport {
            framework: self.framework,
            groups: self.groups.into_iter().map(GroupTally::finish).collect(),
            levels: self.levels,
            overall: self.overall.finish(),
            passed_over: 0,
            reviews: self.reviews,
            rounding: Rounding::HalfAwayFromZero,
            unpaired: Unpaired::default(),
        }
    }
}

impl GroupTally {
    fn add(&mut self, group: &GroupReview) {
        self.difference.add(group.own.score.is_exact() && group.external.score.is_exact(), group.difference);
        self.levels.add(group.own.level, group.external.level);
        self.indicators.iter_mut().zip(&group.indicators).for_each(|(tally, indicator)| tally.add(indicator));
    }

    fn finish(self) -> GroupAgreement {
        GroupAgreement {
            code: self.code,
            compared: self.difference.count,
            difference: self.difference.finish(),
            indicators: self.indicators.into_iter().map(IndicatorTally::finish).collect(),
            level: self.levels.finish(),
        }
    }
}

impl IndicatorTally {
    fn add(&mut self, indicator: &IndicatorReview) {
        self.difference.add(indicator.own.is_exact() && indicator.external.is_exact(), indicator.difference);
        self.disputed = self.disputed.saturating_add(indicator.disputed.into());
        self.moves_level = self.moves_level.saturating_add(indicator.moves_level.into());
    }

    fn finish(self) -> IndicatorAgreement {
        IndicatorAgreement {
            code: self.code,
            compared: self.difference.count,
            difference: self.difference.finish(),
            disputed: self.disputed,
            moves_level: self.moves_level,
        }
    }
}

impl Mean {
    fn add(&mut self, is_known: bool, difference: Range<Difference>) {
        if is_known {
            self.count = self.count.saturating_add(1);
            self.sum = self.sum.saturating_add(difference.low.units().into());
        }
    }

    fn finish(self) -> Option<Decimal<4>> {
        // A hundredth is a hundredth of a point.
        (self.count > 0).then(|| Decimal::rounded(self.sum, i128::from(self.count).saturating_mul(100)))
    }
}
