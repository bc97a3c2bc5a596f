//! One assessment a row, in constant memory: a column for each fact, named in the header.

use std::str;

use anyhow::{Context, Result, anyhow, bail};
use csv::{ByteRecord, ReaderBuilder};
use thuocdo::json::Value;
use thuocdo::text::shown;
use thuocdo::{EvidenceKnown, Framework, Lang};

use super::cell::Cell;
use super::file::{LONGEST, Opened};
use super::lines::{Tallied, Tally, line_ends};
use super::row::{self, Filled};
use super::{CellNote, Cells, Facts, Record, Visitor};
use crate::columns::Columns;
use crate::io_error;
use crate::refusal::BadRow;
use crate::words::Word;

/// Hands each row to the visitor. Rows above the header that begin with `#` are for people; rows of blank cells are passed over.
pub(crate) fn read(file: Opened, framework: &Framework, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let columns = Columns::of_table(framework);
    let requires_evidence = framework.requires_evidence();
    let Opened { name, reader, first_line, .. } = file;
    let tally = Tally::default();
    let mut rows = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&first_line))
        .from_reader(Tallied { inner: reader, tally: &tally });
    let mut row = ByteRecord::new();
    let mut header: Option<Vec<usize>> = None;
    // A spreadsheet counts a row whose cells have several lines once.
    let mut broken = 0;
    loop {
        tally.allow(LONGEST);
        let cannot_read = || Word::CannotRead.with(lang, &[&name]);
        let more = rows.read_byte_record(&mut row).map_err(io_error).with_context(cannot_read)?;
        if !more {
            break;
        }
        let inside = line_ends(row.iter());
        let line = tally.line(rows.position().byte().saturating_sub(1)).saturating_sub(inside).max(1);
        let row_number = line.saturating_sub(broken).max(1);
        broken += inside;
        let refused = |row| Record { file: &name, line, is_one_of_many: true, facts: Facts::Unreadable(row), cells: None };
        let Some(header) = &header else {
            let cells = utf8(&row).map_err(|nth| anyhow!(Word::NotUtf8.with(lang, &[&name, &line, &(nth + 1)])))?;
            if !is_above_header(&cells) {
                header = Some(named(without_blank_end(&cells, 0), &columns, &name, row_number, lang)?);
            }
            continue;
        };
        let cells = match utf8(&row) {
            Ok(cells) => cells,
            Err(nth) => {
                visitor.record(&refused(BadRow::NotUtf8 { cell: nth + 1 }))?;
                continue;
            }
        };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells = without_blank_end(&cells, header.len());
        if cells.len() != header.len() {
            visitor.record(&refused(BadRow::Ragged { found: cells.len(), expected: header.len(), lines: inside + 1 }))?;
            continue;
        }
        let filled = header
            .iter()
            .zip(cells)
            .filter_map(|(&index, cell)| Some(Filled { column: columns.get(index)?, cell: Cell::text(cell), note: None, evidence: None }));
        let mut value = row::assessment(filled);
        if let (Value::Object(entries), true) = (&mut value, requires_evidence) {
            // A row has no place for it.
            entries.push(("evidence".into(), Value::Text(EvidenceKnown::Unknown.as_str().into())));
        }
        let places = RowCells { columns: &columns, header, cells, row: row_number };
        visitor.record(&Record { file: &name, line, is_one_of_many: true, facts: Facts::Value(&value), cells: Some(&places) })?;
    }
    if header.is_none() {
        bail!(Word::NoHeader.with(lang, &[&name, &columns.names()]));
    }
    Ok(())
}

/// True of a remark, of a row of blank cells, and of the line in which Excel names the delimiter.
fn is_above_header(cells: &[&str]) -> bool {
    let first = cells.first().map_or("", |first| first.trim_start());
    let names_delimiter = first.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep=")) && cells.len() <= 2;
    first.starts_with('#') || names_delimiter || cells.iter().all(|cell| cell.trim().is_empty())
}

/// The cells but for blank ones at the end, of which a spreadsheet may write any number; the first `kept` stay.
fn without_blank_end<'a, 'b>(cells: &'a [&'b str], kept: usize) -> &'a [&'b str] {
    let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    cells.get(..filled.max(kept)).unwrap_or(cells)
}

/// Whichever of the three the header has most of. Excel writes `;` where the comma stands before decimals, as in Vietnam.
fn delimiter(header: &[u8]) -> u8 {
    let count = |wanted: u8| header.split(|&byte| byte == wanted).count();
    let (commas, semicolons, tabs) = (count(b','), count(b';'), count(b'\t'));
    if semicolons > commas && semicolons >= tabs {
        b';'
    } else if tabs > commas {
        b'\t'
    } else {
        b','
    }
}

/// The cells as text, or the index of the first that is none.
fn utf8(row: &ByteRecord) -> Result<Vec<&str>, usize> {
    row.iter().enumerate().map(|(nth, cell)| str::from_utf8(cell).map_err(|_| nth)).collect()
}

/// Which column stands where; all names that are unknown or stand twice are told together.
fn named(header: &[&str], columns: &Columns, file: &str, row: u64, lang: Lang) -> Result<Vec<usize>> {
    let mut found = Vec::new();
    let mut faults = Vec::new();
    for (nth, name) in header.iter().enumerate() {
        let cell = format!("{}{row}", letters(nth));
        match columns.index(name.trim()) {
            None => faults.push(Word::UnknownColumn.with(lang, &[&cell, &name.trim()])),
            Some(index) if found.contains(&index) => faults.push(Word::DuplicateColumn.with(lang, &[&cell, &name.trim()])),
            Some(index) => found.push(index),
        }
    }
    if faults.is_empty() {
        return Ok(found);
    }
    bail!("{}:\n  {}\n{}", shown(file), faults.join("\n  "), Word::AcceptedColumns.with(lang, &[&columns.names()]))
}

/// The name of a spreadsheet's column: A, B, …, Z, AA.
pub(super) fn letters(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    name.iter().rev().collect()
}

/// A row, to find the cell that a violation is about.
struct RowCells<'a> {
    columns: &'a Columns,
    header: &'a [usize],
    cells: &'a [&'a str],
    row: u64,
}

impl Cells for RowCells<'_> {
    fn cell(&self, at: &str, lang: Lang) -> Option<CellNote> {
        let index = self.columns.at(at)?;
        let column = self.columns.get(index)?;
        let nth = self.header.iter().position(|&other| other == index)?;
        Some(CellNote {
            cell: format!("{}{}", letters(nth), self.row),
            column: column.name.clone(),
            found: self.cells.get(nth)?.trim().to_owned(),
            accepts: column.takes.accepts(lang),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn the_delimiter_is_the_one_the_header_has_most_of() {
        assert_eq!(delimiter(b"period,1.1,1.2"), b',');
        assert_eq!(delimiter(b"period;1.1;1.2"), b';');
        assert_eq!(delimiter(b"period\t1.1\t1.2"), b'\t');
        assert_eq!(delimiter(b"period"), b',');
    }
}
