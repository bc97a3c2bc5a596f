//! Judges rows of plain numbers, one or several side by side: for programs that hold numbers and want no text. Allocates nothing.
//!
//! `shape` has what goes in: where each code stands in a row, and the rows. `judged` has what comes out, `judge` goes from one to the other.

mod judge;
mod judged;
mod shape;

pub(super) use judge::RowPlan;
pub use judged::{Judged, JudgedGroup, RowFaults, blocker_bit};
pub use shape::{AnswerKind, NumberPlace, Numbers, RowShape, Strided};
