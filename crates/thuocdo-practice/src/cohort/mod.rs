//! How many schools of a commune, a province or the country are at which level: frequencies by group, breakdowns, quantiles of points.
//!
//! `count` takes the cards, by the counters in `counts`; `merge` adds what was counted elsewhere, and `part` is what goes there as bytes; `quantiles` spreads points; `finish` puts the `result` together. `report` says it
//! in `words`; `request` reads what is asked by text.

mod count;
mod counts;
mod finish;
mod merge;
mod part;
mod quantiles;
mod report;
mod request;
mod result;
mod words;

pub use count::Cohort;
pub use part::NotAPart;
pub use result::{CohortReport, CohortRow, GroupLevels, LevelCount, LevelCounts, MissingPoints, Quantiles};

pub(crate) use request::CohortBuilder;
