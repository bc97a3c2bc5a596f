//! Scores Arrow record batches.
#![forbid(unsafe_code)]

mod batch;
mod block;
mod float;
mod header;
mod lists;
mod options;
mod plan;
mod read;
mod results;
mod row;
mod tally;

pub use batch::BatchScorer;
pub use options::{Options, PointsAs, Scope};
