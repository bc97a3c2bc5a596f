//! What another framework changes: a new decision, a revision, an overlay, or a threshold tried out. Who moves, and by which figure; and which
//! stored cards must be made again.
//!
//! `look` carries points over, `result` holds what moves, `report` says it in `words`, and `request` reads what is asked by text.

mod look;
mod report;
mod request;
mod result;
mod words;

pub use look::Impact;
pub use result::{Eligibility, ImpactReport, LevelMoves, MovedGroup, MovedInstitution, MovedResult, StoredCards};

pub(crate) use request::impact_value;
