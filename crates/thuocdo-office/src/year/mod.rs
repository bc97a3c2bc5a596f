//! A folder is a year: register, forms, last year and events go in, every list of a department's year comes out.
//!
//! `lists` is the result; `sheets` has each list as a table of cells, `workbook` writes them as XLSX.

mod lists;
mod sheet_words;
mod sheets;
mod workbook;

pub use lists::{
    Change, ChangeGroup, ChangeSide, Content, Deadline, Differing, DifferingCondition, DifferingGroup, DifferingIndicator, Duplicate, FileRead,
    GroupTitle, LackingEvidence, LateSchool, Missing, Place, QualityRow, Rated, RatedGroup, RefusedRow, RequiredEvidence, School, SignalRow, Summary,
    ToDo, TodoStep, UnregisteredForm, Who, Year,
};
pub use sheets::{Sheet, SheetCell, SheetColumn, SheetTable, sheets};
pub use workbook::workbook;
