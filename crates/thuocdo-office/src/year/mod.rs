//! A folder is a year: register, forms, last year and events go in, every list of a department's year comes out.
//!
//! `lists` is the result. `placed` finds of each form whose it is, of which period, and which of two counts; `schools`, `differing`,
//! `changes`, `evidence`, `quality` and `deadlines` make the lists, by the functions of the practice; `cases` makes the case of each institution
//! from the events; `todo` says what comes next. `build` puts them together, `screen` is the one screen of a terminal, `words` has the
//! sentences. `sheets` has each list as a sheet of cells, `workbook` and `csv` write them.

mod build;
mod cases;
mod changes;
mod csv;
mod deadlines;
mod differing;
mod evidence;
mod lists;
mod placed;
mod quality;
mod schools;
mod screen;
mod sheet_words;
mod sheets;
mod todo;
mod words;
mod workbook;

pub use build::YearOptions;
pub use cases::SchoolCase;
pub use csv::{YearCsv, csv};
pub(crate) use deadlines::of_period as deadlines_of_period;
pub use lists::{
    Change, ChangeGroup, ChangeSide, Deadline, Differing, DifferingCondition, DifferingGroup, DifferingIndicator, Duplicate, GroupTitle,
    LackingEvidence, LateSchool, LaterForm, Missing, QualityRow, Rated, RatedGroup, RequiredEvidence, School, SignalRow, Summary, ToDo, TodoStep,
    UnregisteredForm, Who, Year,
};
pub use placed::{PlacedForm, PlacedForms, PlacedSchool, school_year};
pub use sheets::sheets;
pub use workbook::workbook;

pub use crate::folder::{Content, FileRead, Place, RefusedRow};
pub use crate::sheet::{Sheet, SheetCell, SheetColumn, SheetTable};
