//! Sheets of cells: what a list looks like in a workbook, whatever it lists. `workbook` writes sheets as XLSX, `csv` as CSV; `report` makes
//! sheets of a report. Every list of the program is written here: those of a year, of a publication, and the reports of the command.

mod csv;
mod report;
#[cfg(feature = "xlsx")]
mod words;
#[cfg(feature = "xlsx")]
mod workbook;

use thuocdo::text::decimal;
use thuocdo::{Date, Difference, Lang, Level, Points, Range};

pub use csv::{csv, delimited};
pub use report::of_report;
#[cfg(feature = "xlsx")]
pub use workbook::workbook;

/// One sheet: tables below each other. Most have one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Whether it lists something that somebody must mend or do, and is not empty.
    pub is_alarm: bool,
    /// Its name on the tab, at most 31 characters.
    pub name: String,
    /// Remarks below the title.
    pub remarks: Vec<String>,
    /// Its tables.
    pub tables: Vec<SheetTable>,
    /// Its title.
    pub title: String,
}

/// A table of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetTable {
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its heading, where a sheet has several tables.
    pub heading: Option<String>,
    /// Its rows: a cell for each column.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetColumn {
    /// Whether it is left out on paper: names of files, which a person looks up on the screen.
    pub is_of_screen: bool,
    /// Its heading.
    pub title: String,
    /// Its width, in characters.
    pub width: u16,
}

/// A cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SheetCell {
    /// Nothing.
    #[default]
    Blank,
    /// A day.
    Day(Date),
    /// The name of another sheet, which the cell leads to.
    Link(String),
    /// A number, as canonical JSON writes it: `77.5`.
    Number(String),
    /// A text.
    Text(String),
}

impl SheetColumn {
    /// A column of a width in characters.
    pub fn new(title: impl Into<String>, width: u16) -> SheetColumn {
        SheetColumn { is_of_screen: false, title: title.into(), width }
    }

    /// The same column, left out on paper.
    #[must_use]
    pub fn of_screen(self) -> SheetColumn {
        SheetColumn { is_of_screen: true, ..self }
    }
}

impl SheetCell {
    /// A text; a blank cell if it is empty.
    pub fn text(text: impl Into<String>) -> SheetCell {
        let text = text.into();
        if text.is_empty() { SheetCell::Blank } else { SheetCell::Text(text) }
    }

    /// A text, if there is one.
    pub fn some(text: Option<&String>) -> SheetCell {
        text.map_or(SheetCell::Blank, SheetCell::text)
    }

    /// A count, a level or points.
    #[expect(clippy::needless_pass_by_value, reason = "counts, levels and points are copies")]
    pub fn number(number: impl ToString) -> SheetCell {
        SheetCell::Number(number.to_string())
    }

    /// A day, if there is one.
    pub fn day(day: Option<Date>) -> SheetCell {
        day.map_or(SheetCell::Blank, SheetCell::Day)
    }

    /// Points: a number where both ends are known, else a text such as `66–76`.
    pub fn points(points: Range<Points>, lang: Lang) -> SheetCell {
        SheetCell::range(points, lang)
    }

    /// A level, as [`SheetCell::points`].
    pub fn level(level: Range<Level>, lang: Lang) -> SheetCell {
        SheetCell::range(level, lang)
    }

    /// A difference, as [`SheetCell::points`].
    pub fn difference(difference: Range<Difference>, lang: Lang) -> SheetCell {
        SheetCell::range(difference, lang)
    }

    fn range<T: Copy + PartialEq + ToString>(range: Range<T>, lang: Lang) -> SheetCell {
        range.known().map_or_else(|| SheetCell::Text(range.text(|end| decimal(&end.to_string(), lang))), SheetCell::number)
    }
}
