//! Interval of a score or a level: the lowest and the highest value that it can still have.

use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

use serde::Serialize;

use crate::points::Points;

/// A value between `low` and `high`, both included. A missing answer is not zero: it widens the range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Range<T> {
    /// The value if every missing answer brought its maximum.
    pub high: T,
    /// The value if every missing answer brought zero.
    pub low: T,
}

impl<T: Copy + PartialEq> Range<T> {
    /// The range of a known value: both ends are equal.
    pub const fn exact(value: T) -> Range<T> {
        Range { high: value, low: value }
    }

    /// Whether both ends are equal.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// The value if both ends are equal; else `None`.
    pub fn known(self) -> Option<T> {
        if self.is_exact() { Some(self.low) } else { None }
    }

    /// The range for people, with `end` to write one end: `78`, or `66–76`.
    pub fn text(self, end: impl Fn(T) -> String) -> String {
        if self.is_exact() { end(self.low) } else { format!("{}–{}", end(self.low), end(self.high)) }
    }
}

impl<T: Copy + PartialEq> From<T> for Range<T> {
    fn from(value: T) -> Range<T> {
        Range::exact(value)
    }
}

impl<T: Copy + PartialEq + fmt::Display> fmt::Display for Range<T> {
    /// `78`, or `66–76`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text(|end| end.to_string()))
    }
}

impl Sum for Range<Points> {
    /// Adds the low ends, and the high ends.
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Range::default(), |sum, range| Range { high: sum.high.saturating_add(range.high), low: sum.low.saturating_add(range.low) })
    }
}

/// A level: 1, 2 or 3 in Decision 4725. A higher level is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Level(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))] u8);

impl Level {
    /// The level with this number, unchecked; [`Level::try_from`] accepts 1 to 100 only.
    pub const fn new(number: u8) -> Level {
        Level(number)
    }

    /// The number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Error: not a level number. Levels are 1 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a level is a number from 1 to 100")]
pub struct InvalidLevel;

impl TryFrom<u8> for Level {
    type Error = InvalidLevel;

    fn try_from(number: u8) -> Result<Level, InvalidLevel> {
        if (1..=100).contains(&number) { Ok(Level(number)) } else { Err(InvalidLevel) }
    }
}

impl FromStr for Level {
    type Err = InvalidLevel;

    fn from_str(text: &str) -> Result<Level, InvalidLevel> {
        text.parse::<u8>().map_err(|_| InvalidLevel)?.try_into()
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.0
    }
}

impl PartialEq<u8> for Level {
    fn eq(&self, number: &u8) -> bool {
        self.0 == *number
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
