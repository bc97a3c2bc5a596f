//! The functions that engines of SQL offer, without any engine: bytes go in, a text, a number or a truth comes out.
//!
//! `functions` has the functions of one row, `many` the aggregates, `scorers` what the argument `framework` means. An engine's own crate reads
//! its arguments, asks here, and hands the answer back.
#![forbid(unsafe_code)]

mod functions;
mod many;
mod scorers;

use std::sync::Arc;

use thuocdo::text::UnknownLang;
use thuocdo::{Lang, LocalScorer, Violations};

pub use functions::{FUNCTIONS, Function};
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

/// The language in an argument: Vietnamese, where it is not there.
fn language(lang: Option<&[u8]>) -> Result<Lang, String> {
    lang.map_or(Ok(Lang::default()), |tag| String::from_utf8_lossy(tag).parse().map_err(|unknown: UnknownLang| unknown.to_string()))
}

/// The scorer and the language of a call; a fault in words.
fn chosen(scorers: &Scorers, framework: Option<&[u8]>, lang: Option<&[u8]>) -> Result<(Arc<LocalScorer>, Lang), String> {
    let lang = language(lang)?;
    Ok((scorers.of(framework).map_err(told(lang))?, lang))
}

/// All violations, one a line.
fn told(lang: Lang) -> impl Fn(Violations) -> String {
    move |violations| violations.lines(lang)
}
