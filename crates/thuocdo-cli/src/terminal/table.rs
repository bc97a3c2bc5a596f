//! Tables for people.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, TableStyle};

use super::stdout;

/// A table without cells, as wide as the terminal at most.
pub(crate) fn table(style: TableStyle) -> Table {
    let mut table = Table::new();
    table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic).set_width(stdout::width());
    match AutoStream::choice(&io::stdout()) {
        ColorChoice::Never => table.force_no_tty(),
        _ => table.enforce_styling(),
    };
    table
}

/// A cell with its text at the right, for numbers.
pub(crate) fn right(text: impl ToString) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

/// Prints a table without the spaces that comfy-table puts at the end of each line.
pub(crate) fn print_table(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
