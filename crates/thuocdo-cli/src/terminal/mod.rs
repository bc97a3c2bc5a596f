//! What a person or a program sees: results on standard output, faults and progress on standard error.

mod csv;
mod lines;
mod progress;
pub(crate) mod stderr;
pub(crate) mod stdout;
mod style;
mod table;

pub(crate) use self::csv::Rows;
pub(crate) use self::lines::{aside, in_cell, lines, path, plain, title};
pub(crate) use self::progress::Progress;
pub(crate) use self::style::{ALARM, ASIDE, TITLE};
pub(crate) use self::table::{print_table, right, table};
