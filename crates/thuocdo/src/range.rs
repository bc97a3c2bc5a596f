//! What is a score or a level of which only the two ends are known.

use std::fmt;
use std::iter::Sum;

use schemars::JsonSchema;
use serde::Serialize;

use crate::points::Points;

/// A value that lies somewhere from `low` to `high`, both included. What is not known is not zero: a missing answer widens the range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Range<T> {
    /// The value if every missing answer brought all it can.
    pub high: T,
    /// The value if every missing answer brought nothing.
    pub low: T,
}

impl<T: Copy + PartialEq> Range<T> {
    /// A value that is known.
    pub const fn exact(value: T) -> Range<T> {
        Range { high: value, low: value }
    }

    /// Whether the value is known.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// As people read it, given how they read an end: `78`, or `66–76`.
    pub fn text(self, end: impl Fn(T) -> String) -> String {
        if self.is_exact() { end(self.low) } else { format!("{}–{}", end(self.low), end(self.high)) }
    }
}

impl Sum for Range<Points> {
    /// End by end.
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Range::default(), |sum, range| Range { high: sum.high.saturating_add(range.high), low: sum.low.saturating_add(range.low) })
    }
}

/// A level: 1, 2 or 3 in Decision 4725. Higher is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Level(#[schemars(range(min = 1, max = 100))] u8);

impl Level {
    /// The level of this number.
    pub const fn new(number: u8) -> Level {
        Level(number)
    }

    /// The number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
