//! Reads a file by the reader of its format.

#[cfg(not(feature = "xlsx"))]
use crate::codes::TableCode;
#[cfg(not(feature = "xlsx"))]
use crate::fault::Fault;
use crate::open::{FileFormat, Opened};
use crate::table::{Halt, Notes, Reading, Visit};
#[cfg(not(feature = "xlsx"))]
use crate::words::Say;
use crate::{csv, json};

/// Passes every assessment of a file to the visitor, in order. Calls `pause` before it waits for more input.
///
/// # Errors
/// The faults of the file or of its table as a whole, or the visitor's own error. A row with faults is no error: the visitor gets it too.
pub fn read<E>(file: Opened<'_>, reading: &Reading<'_>, visit: Visit<'_, E>, pause: &mut dyn FnMut() -> Result<(), E>) -> Result<Notes, Halt<E>> {
    match file.format {
        FileFormat::Json => json::read(file, visit).map(|()| Notes::default()),
        FileFormat::Ndjson => json::lines(file, visit, pause).map(|()| Notes::default()),
        FileFormat::Csv => csv::read(file, reading, visit),
        #[cfg(feature = "xlsx")]
        FileFormat::Workbook => crate::book::read(&crate::book::open(file)?, reading, visit),
        #[cfg(not(feature = "xlsx"))]
        FileFormat::Workbook => Err(Fault::new(TableCode::WrongFormat, Say::NoWorkbooks).into()),
    }
}
