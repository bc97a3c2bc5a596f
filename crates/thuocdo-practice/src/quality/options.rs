//! What data is compared with besides the framework.

use thuocdo::{Date, Points};

/// What data is compared with besides the framework. Write `QualityOptions { as_of: …, ..QualityOptions::default() }`, so that a field more
/// does not break your build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QualityOptions {
    /// The day on which the data is looked at. Without one nothing is in the future.
    pub as_of: Option<Date>,
    /// How many days before that day the last update may lie. Without one, or without a day, it may lie anywhere in the period.
    pub stale_after_days: Option<u32>,
    /// How far from the first point of a level totals are counted, for the signal `piled_over_band`.
    pub window: Points,
}

impl Default for QualityOptions {
    /// No day, no limit, and a window of one point.
    fn default() -> QualityOptions {
        QualityOptions { as_of: None, stale_after_days: None, window: Points::from_hundredths(100).unwrap_or_default() }
    }
}
