//! What the benches share: invented schools, the peers, and the table of results.
//!
//! Every peer is asked for the same [`Outcome`], so that the same work is compared; the tests show that it is.

pub mod ours;
pub mod outcome;
pub mod peers;
pub mod plain;
pub mod practice;
pub mod schools;
pub mod table;

pub use outcome::{Outcome, Rules};

/// Whatever went wrong; a bench stops at it.
pub type Failure = Box<dyn std::error::Error>;
