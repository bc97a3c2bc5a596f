//! Evaluates a sheet to levels. It allocates no memory.

use serde::{Serialize, Serializer};

use super::sheet::Cell;
use super::{CompiledGroup, Scorer, Sheet};
use crate::framework::{Effect, MAX_GROUPS};
use crate::points::Points;
use crate::range::{Level, Range};
use crate::scorecard::{BlockerCode, ConditionState};
use crate::violation::Violations;

/// The level of some points. `bands` is in the order of their last hundredths and reaches the maximum.
pub(crate) fn level(bands: &[(Points, Level)], points: Points) -> Level {
    bands.iter().find(|(last, _)| points <= *last).or(bands.last()).map_or_else(Level::default, |(_, level)| *level)
}

/// The numbers of the levels of several hundredths of points, as [`level`] tells each.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn level_numbers<const N: usize>(bands: &[(Points, Level)], hundredths: &[i32; N]) -> [u8; N] {
    let mut levels = [bands.first().map_or(0, |(_, level)| level.get()); N];
    for ((last, level), (_, next)) in bands.iter().zip(bands.iter().skip(1)) {
        let (last, higher) = (last.hundredths().cast_signed(), next.get().wrapping_sub(level.get()));
        for (level, hundredths) in levels.iter_mut().zip(hundredths) {
            // Without a branch the compiler can process several rows at once.
            *level = level.wrapping_add(u8::from(*hundredths > last).wrapping_neg() & higher);
        }
    }
    levels
}

/// The first points of the level above that of some points, and that level; `None` at the highest.
pub(crate) fn next_level(bands: &[(Points, Level)], points: Points) -> Option<(Points, Level)> {
    let next = bands.iter().zip(bands.iter().skip(1)).find(|((last, _), _)| points <= *last);
    next.map(|((last, _), (_, level))| (last.next(), *level))
}

/// The level of each end.
pub(super) fn levels(bands: &[(Points, Level)], score: Range<Points>) -> Range<Level> {
    Range { high: level(bands, score.high), low: level(bands, score.low) }
}

/// Points and level of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct GroupLevel {
    /// Level of the group.
    pub level: Range<Level>,
    /// Points of the group.
    pub score: Range<Points>,
}

/// The levels of one sheet. The value is plain data and cheap to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    count: usize,
    eligible: bool,
    groups: [GroupLevel; MAX_GROUPS],
    overall: Range<Level>,
}

/// The levels as JSON, with those groups alone that the framework has.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Levels", deny_unknown_fields))]
pub(crate) struct LevelsJson<'a> {
    /// Whether recognition has no blocker.
    eligible: bool,
    /// The groups, in the order of the framework.
    groups: &'a [GroupLevel],
    /// The level of the institution as a whole.
    overall: Range<Level>,
}

impl Serialize for Levels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        LevelsJson { eligible: self.eligible, groups: self.groups(), overall: self.overall }.serialize(serializer)
    }
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

    /// Whether recognition has no blocker.
    pub const fn eligible(&self) -> bool {
        self.eligible
    }
}

impl Scorer {
    /// Computes the levels of a sheet of this framework. It allocates no memory.
    ///
    /// # Errors
    /// `wrong_framework` if the sheet is of another framework or another revision; and everything that was refused while the sheet was
    /// filled.
    pub fn levels(&self, sheet: &Sheet) -> Result<Levels, Violations> {
        let sheet = self.usable(sheet)?;
        let mut groups = [GroupLevel::default(); MAX_GROUPS];
        let mut cells = sheet.cells.iter();
        for (place, group) in groups.iter_mut().zip(&self.groups) {
            *place = group.level(cells.by_ref().take(group.indicators));
        }
        let effect = self.framework.conditions_effect.effect;
        let known = || groups.iter().take(self.groups.len());
        Ok(Levels {
            count: self.groups.len(),
            eligible: known().all(|group| group.level.is_exact())
                && sheet.conditions.iter().all(|mark| condition_blocker(effect, mark.state).is_none())
                && sheet.is_shown(),
            overall: self.framework.overall.rule.level(known().map(|group| group.level)),
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

/// The blocker of recognition that a condition in this state causes.
pub(super) const fn condition_blocker(effect: Effect, state: ConditionState) -> Option<BlockerCode> {
    match (effect, state) {
        (Effect::BlockRecognition, ConditionState::Met) => None,
        (Effect::BlockRecognition, ConditionState::Unmet) => Some(BlockerCode::ConditionUnmet),
        (Effect::BlockRecognition, ConditionState::Unknown) => Some(BlockerCode::ConditionUnknown),
    }
}
