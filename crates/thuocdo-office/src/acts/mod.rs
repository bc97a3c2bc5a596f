//! Acts in bulk: what was done with many cases, from the lines of an events sheet or by one command for all.
//!
//! [`Cases`] holds the cases of a year. It makes new ones of a register or of the forms, and moves a case on by a [`Deed`]. A deed that the
//! procedure does not allow leaves its case as it was, and comes back with its reasons; the others go on.
//!
//! `deed` is what is to be done, `cases` does it, `outcome` is what came of it. `report` says it in `words`.

mod cases;
mod deed;
mod outcome;
mod report;
mod words;

pub use cases::Cases;
pub use deed::Deed;
pub use outcome::{ActsReport, Did, Pending, Reason, ReasonLine, RefusedDeed, Standing, Standings};

pub(crate) use outcome::ActsJson;
