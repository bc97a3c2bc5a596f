//! Violations: the faults of an input. `codes` has each code with its message, `param` the values in messages, `terms` the names of things
//! there, `help` the text that `explain-code` prints. This file has one violation with its pointer, `list` all of one input.

mod codes;
mod help;
mod list;
mod param;
mod terms;

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::points::{NumberFault, Points};
use crate::text::{self, Lang};

pub use codes::ViolationCode;
pub use list::{Refusal, Violations};
pub use param::{Named, Param};
pub use terms::Term;

/// One fault of an input: its code, its pointer, and the parameters of its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    at: String,
    code: ViolationCode,
    params: BTreeMap<&'static str, Param>,
}

impl Violation {
    /// Sets another value for a parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Violation {
        self.set(name, value);
        self
    }

    /// Replaces a parameter, for a caller who knows more.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<Param>) {
        self.params.insert(name, value.into());
    }

    /// Sets another pointer (JSON Pointer, RFC 6901).
    #[must_use]
    pub fn placed(mut self, at: impl Into<String>) -> Violation {
        self.at = at.into();
        self
    }

    /// The code.
    pub const fn code(&self) -> ViolationCode {
        self.code
    }

    /// The JSON Pointer (RFC 6901) of the fault; empty for the whole input.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// The parameters of the message, by name.
    pub const fn params(&self) -> &BTreeMap<&'static str, Param> {
        &self.params
    }

    /// The message: one line without a final stop, with what was found and what would be accepted. It does not have the pointer: see
    /// [`Violation::at`]. [`shown`](crate::text::shown) makes foreign text in it safe.
    pub fn message(&self, lang: Lang) -> String {
        text::render(self.code.template(lang), |name| self.params.get(name).map(|param| param.text(lang)))
    }

    /// Pointer, message and code: `/answers/1.3.1: … (points_out_of_range)`, in Vietnamese `mục 1.3.1: …`. Always one line, whatever the
    /// input holds.
    pub fn line(&self, lang: Lang) -> String {
        format!("{}: {} ({})", text::place(&self.at, lang), self.message(lang), self.code.as_str())
    }

    /// One entry of [`Violations::to_json`].
    pub fn to_json(&self, lang: Lang) -> String {
        crate::canonical(&self.told(lang))
    }

    fn told(&self, lang: Lang) -> Told<'_> {
        Told { at: &self.at, code: self.code, message: self.message(lang), params: &self.params }
    }
}

impl Violation {
    /// The violation for a `found` that is not a number of points from 0 to `max`.
    pub fn not_points(at: impl Into<String>, found: &str, max: Points, fault: NumberFault) -> Violation {
        match fault {
            NumberFault::NotANumber => Violation::wrong_type(at, Term::String, Term::ExpectPoints),
            NumberFault::OutOfRange => Violation::points_out_of_range(at, found, max),
            NumberFault::TooPrecise => Violation::points_too_precise(at, found),
        }
    }
}

impl std::error::Error for Violation {}

impl fmt::Display for Violation {
    /// [`Violation::line`] in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En))
    }
}

/// A violation as JSON: with its message in one language.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Violation", deny_unknown_fields))]
pub(crate) struct Told<'a> {
    /// The JSON Pointer (RFC 6901) of the fault; empty for the whole input.
    at: &'a str,
    /// The code, a stable word.
    code: ViolationCode,
    /// One line in the requested language: what was found and what would be accepted.
    message: String,
    /// The parameters of the message, by name.
    params: &'a BTreeMap<&'static str, Param>,
}
