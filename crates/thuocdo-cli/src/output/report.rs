//! Reports of the libraries, for people.

use std::io::{self, Write};

use comfy_table::{Attribute, Cell, presets};
use thuocdo::Report;
use thuocdo::text::Block;

use crate::terminal::{plain, print_table, right, table, title};

/// Writes a report: a heading in bold, lines wrapped, tables aligned.
pub(crate) fn write(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    for (nth, block) in report.blocks.iter().enumerate() {
        match block {
            Block::Title(text) => {
                if nth > 0 {
                    writeln!(out)?;
                }
                title(out, text)?;
            }
            Block::Line(text) => plain(out, text)?,
            Block::Table(of) => {
                let mut rows = table(presets::UTF8_FULL_CONDENSED);
                rows.set_header(of.columns.iter().map(|column| Cell::new(&column.title).add_attribute(Attribute::Bold)));
                for row in &of.rows {
                    let cells = row.iter().zip(&of.columns);
                    rows.add_row(cells.map(|(text, column)| if column.is_number { right(text) } else { Cell::new(text) }));
                }
                print_table(out, &rows)?;
            }
            _ => {}
        }
    }
    Ok(())
}
