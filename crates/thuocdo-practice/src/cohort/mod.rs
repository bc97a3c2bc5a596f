//! How many schools of a commune, a province or the country stand where.
//!
//! `count` takes the cards, by the counters in `tally`; `quantiles` spreads points; `finish` puts the `result` together. `report` says it
//! in `words`; `request` reads what is asked by text.

mod count;
mod finish;
mod quantiles;
mod report;
mod request;
mod result;
mod tally;
mod words;

pub use count::Cohort;
pub use result::{CohortReport, GroupLevels, LevelCount, LevelCounts, MissingPoints, Quantiles, Row};

pub(crate) use request::Counted;
