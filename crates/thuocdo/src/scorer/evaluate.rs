//! From a sheet to levels, without allocating.

use super::sheet::Cell;
use super::{CompiledGroup, Scorer, Sheet};
use crate::framework::MAX_GROUPS;
use crate::points::Points;
use crate::range::{Level, Range};
use crate::scorecard::ConditionState;
use crate::violation::Violations;

/// The level that points give. Bands are sorted by their last hundredth and reach up to the maximum.
pub(crate) fn level(bands: &[(Points, Level)], points: Points) -> Level {
    bands.iter().find(|(last, _)| points <= *last).or(bands.last()).map_or_else(Level::default, |(_, level)| *level)
}

/// The level of each end.
pub(super) fn levels(bands: &[(Points, Level)], score: Range<Points>) -> Range<Level> {
    Range { high: level(bands, score.high), low: level(bands, score.low) }
}

/// Points and level of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupLevel {
    /// Its level.
    pub level: Range<Level>,
    /// Its points.
    pub score: Range<Points>,
}

/// The levels of one sheet. Plain data, to be copied about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    count: usize,
    eligible: bool,
    groups: [GroupLevel; MAX_GROUPS],
    overall: Range<Level>,
}

impl Levels {
    /// The groups, in the order of the framework.
    pub fn groups(&self) -> &[GroupLevel] {
        self.groups.get(..self.count).unwrap_or_default()
    }

    /// The level of the institution as a whole.
    pub const fn overall(&self) -> Range<Level> {
        self.overall
    }

    /// Whether nothing stands in the way of recognition.
    pub const fn eligible(&self) -> bool {
        self.eligible
    }
}

impl Scorer {
    /// The levels of a sheet of this framework. Allocates nothing.
    ///
    /// Fails with `wrong_framework` where the sheet is of another framework, or of another revision of it, and with everything that was
    /// refused while it was filled in.
    pub fn levels(&self, sheet: &Sheet) -> Result<Levels, Violations> {
        let sheet = self.own(sheet)?;
        let mut groups = [GroupLevel::default(); MAX_GROUPS];
        let mut cells = sheet.cells.iter();
        for (place, group) in groups.iter_mut().zip(&self.groups) {
            *place = group.level(cells.by_ref().take(group.indicators));
        }
        let known = || groups.iter().take(self.groups.len());
        Ok(Levels {
            count: self.groups.len(),
            eligible: known().all(|group| group.level.is_exact())
                && sheet.conditions.iter().all(|mark| mark.state == ConditionState::Met)
                && sheet.is_shown(),
            overall: lowest(known().map(|group| group.level)),
            groups,
        })
    }
}

impl CompiledGroup {
    pub(super) fn level<'s>(&self, cells: impl Iterator<Item = &'s Cell>) -> GroupLevel {
        let score = cells.map(|cell| cell.score).sum();
        GroupLevel { level: levels(&self.bands, score), score }
    }
}

/// The lowest level, end by end.
pub(super) fn lowest(levels: impl Iterator<Item = Range<Level>>) -> Range<Level> {
    levels.reduce(|a, b| Range { high: a.high.min(b.high), low: a.low.min(b.low) }).unwrap_or_default()
}
