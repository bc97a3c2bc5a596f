//! How a fault becomes an error of SQL.

use rusqlite::Error;
use thuocdo::{Lang, Violations};

/// The error that tells all violations, one a line.
pub(crate) fn refused(violations: &Violations, lang: Lang) -> Error {
    failed(violations.lines(lang))
}

/// An error with a message.
pub(crate) fn failed(message: String) -> Error {
    Error::UserFunctionError(message.into())
}
