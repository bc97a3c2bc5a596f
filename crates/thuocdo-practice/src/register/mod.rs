//! Which institutions there are, who manages them, and which came out of which (danh mục cơ sở giáo dục).
//!
//! `institutions` is the register, `succession` says what became of an institution, and `lineage` follows it over many changes. `read` finds
//! what is wrong with a register, `coverage` lays forms beside it, `words` says what was found.

mod coverage;
mod institutions;
mod lineage;
mod read;
mod succession;
mod words;

pub use coverage::{Closed, Coverage, Unregistered};
pub use institutions::{Register, Registered};
pub use succession::{Succession, SuccessionKind};

pub(crate) use coverage::CoverageCounter;
pub(crate) use lineage::Descent;
pub(crate) use words::closed;
