//! Inter-rater agreement on levels: the matrix of both sides, and Cohen's kappa.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Decimal, Level, Range};

use crate::Movement;

/// How far self-assessments and external assessments agree on the level of a group, or of institutions as wholes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct LevelAgreement {
    /// How many pairs have a known level on both sides.
    pub compared: u64,
    /// Cohen's kappa of those: 1 where all agree, 0 where no more agree than chance would have it, below 0 where fewer do. Null where
    /// it has no meaning: none was compared, or all stand in one place of the matrix.
    pub kappa: Option<Decimal<4>>,
    /// How many the assessor found a lower level for.
    pub lowered: u64,
    /// How many have which level: a row for each level of the self-assessment, in it a number for each of the external assessment.
    pub matrix: Vec<Vec<u64>>,
    /// How many have a level that missing answers leave open on either side; they are in no other number here.
    pub open: u64,
    /// How many the assessor found a higher level for.
    pub raised: u64,
    /// How many have the same level on both sides.
    pub same: u64,
    /// The share of those compared that were lowered; null of none.
    pub share_lowered: Option<Decimal<4>>,
    /// The share of those compared that were raised; null of none.
    pub share_raised: Option<Decimal<4>>,
}

impl LevelAgreement {
    /// Of pairs that somebody else has made: the level by the self-assessment, and by the external assessment. `levels` is how many the framework
    /// has.
    pub fn of(levels: usize, pairs: impl IntoIterator<Item = (Range<Level>, Range<Level>)>) -> LevelAgreement {
        let mut tally = LevelTally::new(levels);
        for (own, external) in pairs {
            tally.add(own, external);
        }
        tally.finish()
    }
}

/// Counts levels.
#[derive(Clone, Debug)]
pub(super) struct LevelTally {
    matrix: Vec<Vec<u64>>,
    open: u64,
}

impl LevelTally {
    /// Nothing counted yet, of so many levels.
    pub(super) fn new(levels: usize) -> LevelTally {
        LevelTally { matrix: vec![vec![0; levels]; levels], open: 0 }
    }

    /// Counts a pair. Levels are numbered from 1 without a gap.
    pub(super) fn add(&mut self, own: Range<Level>, external: Range<Level>) {
        let place = |level: Level| usize::from(level.get()).saturating_sub(1);
        let cell = match Movement::between_known(own, external) {
            Movement::Open => Some(&mut self.open),
            _ => self.matrix.get_mut(place(own.low)).and_then(|row| row.get_mut(place(external.low))),
        };
        if let Some(count) = cell {
            *count = count.saturating_add(1);
        }
    }

    /// What was counted.
    pub(super) fn finish(self) -> LevelAgreement {
        let cells =
            || self.matrix.iter().enumerate().flat_map(|(own, row)| row.iter().enumerate().map(move |(external, count)| (own, external, *count)));
        let sum = |is_meant: &dyn Fn(usize, usize) -> bool| -> u64 {
            cells().filter(|(own, external, _)| is_meant(*own, *external)).map(|(_, _, count)| count).fold(0, u64::saturating_add)
        };
        let compared = sum(&|_, _| true);
        let (lowered, raised) = (sum(&|own, external| external < own), sum(&|own, external| external > own));
        let same = sum(&|own, external| own == external);
        let by_chance = (0..self.matrix.len())
            .map(|level| i128::from(sum(&|own, _| own == level)).saturating_mul(sum(&|_, external| external == level).into()))
            .fold(0, i128::saturating_add);
        let share = |count: u64| (compared > 0).then(|| Decimal::rounded(count.into(), compared.into()));
        LevelAgreement {
            compared,
            kappa: kappa(compared.into(), same.into(), by_chance),
            lowered,
            open: self.open,
            raised,
            same,
            share_lowered: share(lowered),
            share_raised: share(raised),
            matrix: self.matrix,
        }
    }
}

/// `(po − pe) ÷ (1 − pe)` with `po = same ÷ n` and `pe = by_chance ÷ n²`, multiplied out by `n²` so that only one division is left.
fn kappa(n: i128, same: i128, by_chance: i128) -> Option<Decimal<4>> {
    let beyond_chance = n.saturating_mul(n).saturating_sub(by_chance);
    (beyond_chance > 0).then(|| Decimal::rounded(n.saturating_mul(same).saturating_sub(by_chance), beyond_chance))
}
