//! Layout of a result in words, for a terminal, a notebook or a page.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::shown;

/// Titles, lines and tables, in order. Its `Display` is plain text; a richer program reads the blocks. Every text in it is safe to show:
/// see [`shown`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The parts, in order.
    pub blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// A line.
    Line(String),
    /// A table.
    Table(Table),
    /// A heading of what follows.
    Title(String),
}

/// A table: every row has one cell for each column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The heads of the columns.
    pub columns: Vec<Column>,
    /// The rows, each with one cell for each column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table with every text made safe by [`shown`].
    #[must_use]
    pub fn shown(mut self) -> Table {
        let titles = self.columns.iter_mut().map(|column| &mut column.title);
        for text in titles.chain(self.rows.iter_mut().flatten()) {
            if let Cow::Owned(told) = shown(text) {
                *text = told;
            }
        }
        self
    }
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Whether its cells are numbers, which are aligned right.
    pub is_number: bool,
    /// Title of the column.
    pub title: String,
}

impl Column {
    /// A column of text.
    pub fn text(title: impl Into<String>) -> Column {
        Column { is_number: false, title: title.into() }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>) -> Column {
        Column { is_number: true, title: title.into() }
    }
}

impl Report {
    /// Adds a heading.
    pub fn title(&mut self, text: impl AsRef<str>) {
        self.blocks.push(Block::Title(shown(text.as_ref()).into_owned()));
    }

    /// Adds a line.
    pub fn line(&mut self, text: impl AsRef<str>) {
        self.blocks.push(Block::Line(shown(text.as_ref()).into_owned()));
    }

    /// Adds lines.
    pub fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        lines.into_iter().for_each(|line| self.line(line));
    }

    /// Adds a table, if it has rows.
    pub fn table(&mut self, columns: impl Into<Vec<Column>>, rows: impl IntoIterator<Item = Vec<String>>) {
        let rows: Vec<Vec<String>> = rows.into_iter().collect();
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { columns: columns.into(), rows }.shown()));
        }
    }
}

impl fmt::Display for Report {
    /// Writes each line and each row on a line of its own, with bars between cells.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, block) in self.blocks.iter().enumerate() {
            match block {
                Block::Title(text) if n == 0 => writeln!(f, "{text}")?,
                Block::Title(text) => writeln!(f, "\n{text}")?,
                Block::Line(text) => writeln!(f, "{text}")?,
                Block::Table(table) => {
                    let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
                    writeln!(f, "{}", titles.join(" | "))?;
                    for row in &table.rows {
                        writeln!(f, "{}", row.join(" | "))?;
                    }
                }
            }
        }
        Ok(())
    }
}
