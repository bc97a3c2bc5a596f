//! What is done with a score: from self-assessment to recognised level, and from many schools to what is published of them.
//!
//! Everything here is a pure function over the core's assessments and scorecards: no I/O, no clock; dates come in as arguments.

#![forbid(unsafe_code)]
// As in the core: a host must never be brought down by an input, and no figure may be rounded unseen.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod format;
pub mod json;
mod overlay;
mod period;
pub mod process;
pub mod quality;
pub mod recognition;
pub mod review;
pub mod schema;

pub use format::Format;
pub use overlay::{LocalFramework, local_framework};
pub use period::Years;
