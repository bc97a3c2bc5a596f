//! Tables and bars.

use super::{Align, Span};

/// A table. Its heading stands on each page that the table comes to, and no row breaks over two pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl Into<Vec<Column>>) -> Table {
        Table { columns: columns.into(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl Into<Vec<Cell>>) {
        self.rows.push(Row { cells: cells.into(), kind: Kind::Plain });
    }

    /// Adds a row in bold letters.
    pub fn strong(&mut self, cells: impl Into<Vec<Cell>>) {
        self.rows.push(Row { cells: cells.into(), kind: Kind::Strong });
    }

    /// Adds a row of one cell over all columns, as a heading of those below it.
    pub fn section(&mut self, text: impl AsRef<str>) {
        self.rows.push(Row { cells: vec![Cell::from(text)], kind: Kind::Section });
    }
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// How its cells are set.
    pub align: Align,
    /// Its heading.
    pub title: String,
    /// How wide it is, beside the others.
    pub width: u16,
}

impl Column {
    /// A column of words.
    pub fn words(title: impl AsRef<str>, width: u16) -> Column {
        Column { align: Align::Start, title: super::visible(title.as_ref()), width }
    }

    /// A column of numbers or short words, in the middle.
    pub fn centred(title: impl AsRef<str>, width: u16) -> Column {
        Column { align: Align::Centre, ..Column::words(title, width) }
    }
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// Its cells: one for each column, or one alone in a [`Kind::Section`].
    pub cells: Vec<Cell>,
    /// Its look.
    pub kind: Kind,
}

/// The look of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// As it is.
    #[default]
    Plain,
    /// One cell over all columns, as a heading of the rows below.
    Section,
    /// In bold letters, such as a sum.
    Strong,
}

/// A cell: lines below each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cell {
    /// Its lines.
    pub lines: Vec<Vec<Span>>,
}

impl Cell {
    /// A cell with nothing in it.
    pub fn empty() -> Cell {
        Cell::default()
    }

    /// Adds the lines of a text.
    pub fn add(&mut self, text: impl AsRef<str>) {
        self.lines.extend(text.as_ref().lines().filter(|line| !line.trim().is_empty()).map(|line| vec![Span::new(line)]));
    }
}

impl<T: AsRef<str>> From<T> for Cell {
    /// The lines of a text.
    fn from(text: T) -> Cell {
        let mut cell = Cell::empty();
        cell.add(text);
        cell
    }
}

/// Parts of wholes as bars, a row each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bars {
    /// The bars.
    pub bars: Vec<Bar>,
    /// What a mark in a bar stands for; written below the bars if there is one.
    pub mark: String,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// The part that is sure, of a thousand.
    pub low: u16,
    /// The part that it may still come to, of a thousand.
    pub high: u16,
    /// Where a mark stands, such as that of last year, of a thousand.
    pub mark: Option<u16>,
    /// The numbers in words.
    pub value: String,
}

impl Bar {
    /// The length of a whole bar.
    pub const WHOLE: u16 = 1000;

    /// A bar of `low` to `high` out of `whole`.
    pub fn new(label: impl AsRef<str>, value: impl AsRef<str>, [low, high]: [u32; 2], whole: u32) -> Bar {
        Bar {
            high: Bar::part(high, whole),
            label: super::visible(label.as_ref()),
            low: Bar::part(low, whole),
            mark: None,
            value: super::visible(value.as_ref()),
        }
    }

    /// So many of so many, of a thousand.
    pub fn part(part: u32, whole: u32) -> u16 {
        let thousandths = u64::from(part).saturating_mul(Bar::WHOLE.into()).checked_div(whole.into()).unwrap_or(0);
        u16::try_from(thousandths).unwrap_or(Bar::WHOLE).min(Bar::WHOLE)
    }
}
