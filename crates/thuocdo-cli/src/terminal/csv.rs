//! Rows of CSV where results go.

use std::io::{self, Write};

use csv::{ErrorKind, Writer};

use super::stdout;

/// A table, written row by row.
pub(crate) struct Rows(Writer<Box<dyn Write + Send>>);

impl Rows {
    pub(crate) fn new() -> Rows {
        Rows(Writer::from_writer(stdout::raw()))
    }

    /// Writes a row, or the header.
    pub(crate) fn write(&mut self, row: impl IntoIterator<Item = impl AsRef<[u8]>>) -> io::Result<()> {
        self.0.write_record(row).map_err(|error| match error.into_kind() {
            // csv's own conversion would hide what kind of error it is.
            ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
