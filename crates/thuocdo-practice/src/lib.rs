//! What is done with a score: from self-assessment to recognised level, and from many schools to what is published of them.
//!
//! | Module | Answers |
//! |---|---|
//! | [`quality`] | how far the data of an assessment is correct, complete, clean and live |
//! | [`review`] | how self-assessment and external assessment differ; inter-rater agreement over many |
//! | [`process`] | where a case stands, and what was late: a state machine over events |
//! | [`recognition`] | the certificate of a recognised level, its provenance, its signature |
//! | [`course()`] | what an institution gained and kept over years |
//! | [`conform`] | whether another program's formula gives the levels that follow |
//! | [`mod@audit`] | whether claimed points and levels follow |
//! | [`impact`] | what another framework changes for institutions |
//! | [`cohort`] | how many institutions are at which level, and how points are spread |
//! | [`publication`] | the list that is published, as table, CSV, workbook and page |
//! | [`Register`] | which institutions there are, and which came out of which |
//! | [`json`] | all of these by name, JSON in and JSON out |
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

pub mod audit;
pub mod cohort;
pub mod conform;
pub mod course;
pub mod impact;
pub mod json;
mod overlay;
pub mod process;
pub mod publication;
pub mod quality;
pub mod recognition;
mod register;
pub mod review;
pub mod schema;
mod shared;

pub use audit::{Audit, AuditReport};
pub use cohort::{Cohort, CohortReport, NotAPart};
pub use course::{Course, course};
pub use impact::{Impact, ImpactReport};
pub use json::{Collector, Reply};
pub use overlay::LocalFramework;
pub use publication::Publication;
pub use register::{Closed, Coverage, Register, Registered, Succession, SuccessionKind, Unregistered};
pub use shared::alphabet::by_name;
pub use shared::cards::{is_card, read_card};
pub use shared::code::key as code_key;
pub use shared::format::Format;
pub use shared::movement::Movement;
pub use shared::once::{Keep, Once, Whose};
pub use shared::period::Years;
