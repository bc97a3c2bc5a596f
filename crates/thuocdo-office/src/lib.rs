//! What an office does with scores: the year of a department, and the papers that people print and sign.
//!
//! Everything here is pure: bytes and days come in, lists and documents go out. The crate opens no file and reads no clock, so that the
//! command, Python and a page in a browser do the same.

#![forbid(unsafe_code)]
// As in the core: no input may bring down a host.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod acts;
pub mod assign;
mod days;
pub mod folder;
pub mod gather;
mod names;
pub mod register;
pub mod remind;
pub mod schedule;
pub mod schema;
mod words;
pub mod year;

pub use folder::{Folder, FolderReader};
pub use names::FileNames;
pub use register::register;
/// What the lists are made of.
pub use thuocdo_tables::sheet;
pub use year::{Year, YearOptions};
pub mod paper;
pub mod report;
