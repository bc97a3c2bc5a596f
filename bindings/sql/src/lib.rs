//! The functions that engines of SQL offer, without any engine: bytes go in, a text, a number or a truth comes out.
//!
//! `functions` has the functions of one row, `many` the aggregates, `scorers` what the argument `framework` means. An engine's own crate reads
//! its arguments, asks here, and hands the answer back.
#![forbid(unsafe_code)]

mod functions;
mod many;
mod scorers;

use thuocdo::{Lang, Violations};

pub use functions::{FUNCTIONS, Function, Returns};
pub use many::{AskMany, CohortOf};
pub use scorers::Scorers;

/// What a function answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A truth; engines without truths have 1 and 0.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
}

/// All violations, one a line.
fn told(lang: Lang) -> impl Fn(Violations) -> String {
    move |violations| violations.lines(lang)
}
