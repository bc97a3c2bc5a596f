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

mod answer;
mod cards;
mod code;
pub mod cohort;
mod collect;
pub mod course;
mod format;
mod framework_id;
pub mod json;
mod mark;
mod movement;
mod once;
mod overlay;
mod period;
pub mod process;
pub mod publication;
pub mod quality;
pub mod recognition;
mod register;
pub mod review;
pub mod schema;
mod some_text;
mod words;

pub use answer::Answer;
pub use cards::{is_card, read_card};
pub use cohort::{Cohort, CohortReport};
pub use collect::Collector;
pub use course::{Course, course};
pub use format::Format;
pub use framework_id::FrameworkId;
pub use movement::Movement;
pub use once::{Keep, Once, Whose};
pub use overlay::LocalFramework;
pub use period::Years;
pub use publication::Publication;
pub use register::{Change, ChangeKind, Closed, Coverage, Register, Registered, Unregistered};
