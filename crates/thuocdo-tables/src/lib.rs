//! Reads tables of assessments: CSV, TSV, XLSX, XLS, ODS, or a data frame.
//!
//! A wide table has one assessment per row, a long table one fact per row; a form is a long table of one assessment. The rules are the same
//! for every format: the name of a column decides its meaning ([`Names`]), and the kind of a column how to read its cells ([`FactKind`],
//! [`AboutColumn`]). Each row becomes an assessment for the core to check. The reader never guesses: an unclear cell keeps its text, so
//! that the core refuses it with its pointer. `Cells::tell` then finds the cell, what it accepts and what the author probably meant.
//!
//! The crate reads bytes and writes bytes: no files, no clock.
//!
//! ```
//! # #[cfg(feature = "csv")] {
//! use thuocdo::{Framework, LocalScorer, Scorer};
//! use thuocdo_tables::{FileFormat, Reading, Unmarked, read, recognise};
//!
//! let scorers = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
//! let csv = "Mã trường;1.3.1 - Phần mềm\n31-0042;5,5\n".as_bytes();
//! let file = recognise(Box::new(csv), Some(FileFormat::Csv), Unmarked::Look)?;
//! let mut points = Vec::new();
//! let read = read(
//!     file,
//!     &Reading::new(&scorers, None),
//!     &mut |record| {
//!         if let Ok(input) = record.facts {
//!             points.push(scorers.local().score(input)?.groups[0].score.low.to_string());
//!         }
//!         Ok::<(), thuocdo::Violations>(())
//!     },
//!     &mut || Ok(()),
//! );
//! assert!(read.is_ok());
//! assert_eq!(points, ["5.5"]);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod about;
mod advice;
#[cfg(feature = "xlsx")]
mod book;
mod cell;
mod claims;
#[cfg(feature = "csv")]
mod codes;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "csv")]
mod door;
mod fact;
#[cfg(feature = "csv")]
mod fault;
#[cfg(feature = "csv")]
mod form;
mod guard;
mod header;
#[cfg(feature = "csv")]
mod json;
#[cfg(feature = "csv")]
mod ledger;
mod names;
mod number;
#[cfg(feature = "csv")]
mod open;
#[cfg(feature = "csv")]
mod read;
mod row;
pub mod sheet;
#[cfg(feature = "csv")]
mod table;
#[cfg(feature = "csv")]
mod tally;
mod words;

pub use about::AboutColumn;
pub use advice::{Takes, said_of};
pub use cell::{Cell, Odd, folded, unmarked};
pub use claims::ClaimColumn;
#[cfg(feature = "csv")]
pub use codes::TableCode;
#[cfg(feature = "csv")]
pub use door::{Faults, lines};
pub use fact::{FactKind, whole_number};
#[cfg(feature = "csv")]
pub use fault::{Fault, faults_json};
#[cfg(feature = "csv")]
pub use form::{FormColumn, Prefilled, blank_csv, blank_json, blank_plain_csv, columns, told_of_typed, typed, typed_period};
#[cfg(feature = "xlsx")]
pub use form::{blank_xlsx, filled_xlsx};
pub use guard::{guarded, unguarded};
pub use header::{Columns, FactColumn, Header, HeaderFaults, some};
#[cfg(feature = "csv")]
pub use ledger::{Ledger, LedgerCell, LedgerColumn, LedgerKind, LedgerRow, LedgerWord, Tables, ledger};
pub use names::{Asked, ColumnName, FRAMEWORK, Half, Names, Place};
#[cfg(feature = "csv")]
pub use open::{FileFormat, LONGEST, Opened, Unmarked, recognise};
#[cfg(feature = "csv")]
pub use read::read;
pub use row::{assessment, with_claims};
/// Why a workbook cannot be written: a list has more rows than a sheet can hold.
#[cfg(feature = "xlsx")]
pub use rust_xlsxwriter::XlsxError;
#[cfg(feature = "csv")]
pub use table::{CellNote, Cells, Halt, NotedAnswer, Notes, Reading, Record, Visit, violations_json};
