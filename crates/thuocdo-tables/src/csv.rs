//! Reads the rows of a CSV or TSV in constant memory.

use std::io::Read;
use std::str;

use csv::{ByteRecord, ReaderBuilder};

use crate::cell::Cell;
use crate::codes::TableCode;
use crate::fault::Fault;

use crate::open::{LONGEST, Opened, read_failed};
use crate::table::{Halt, Notes, Reading, Row, TakesRows, Visit, is_known, whole};
use crate::tally::{Tallied, Tally, line_ends};
use crate::words::Say;

/// Passes each row, or the one form, to the visitor. Ignores rows above the header that begin with `#`, and rows of blank cells.
pub(crate) fn read<E>(file: Opened<'_>, reading: &Reading<'_>, visit: Visit<'_, E>) -> Result<Notes, Halt<E>> {
    whole(reading, visit, |to| rows(file, |name| is_known(reading, name), to))
}

/// Passes on each row of a CSV. The delimiter is the one that makes the most names known. `false` if a quote without an end swallowed the
/// last rows.
pub(crate) fn rows<E>(file: Opened<'_>, is_known: impl Fn(&str) -> bool, to: &mut dyn TakesRows<E>) -> Result<bool, Halt<E>> {
    let tally = Tally::default();
    let mut rows = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&file.lines, is_known))
        .from_reader(Tallied { inner: file.reader, tally: &tally });
    let mut row = ByteRecord::new();
    // A spreadsheet counts a row once, even if its cells have several lines.
    let mut broken = 0;
    loop {
        tally.allow(LONGEST);
        let begins = rows.position().byte();
        let more = rows.read_byte_record(&mut row).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => read_failed(&error),
            other => Fault::new(TableCode::NotReadable, Say::ReadFailed).with("why", format!("{other:?}")),
        })?;
        if !more {
            return Ok(true);
        }
        let inside = line_ends(row.iter());
        let is_open = tally.is_open(begins, rows.position().byte());
        // An unclosed quote has swallowed the line end; that is the last byte itself.
        let is_swallowed = is_open && row.iter().next_back().is_some_and(|cell| cell.ends_with(b"\n"));
        let line = (tally.line(rows.position().byte().saturating_sub(1)) + u64::from(is_swallowed)).saturating_sub(inside).max(1);
        let number = line.saturating_sub(broken).max(1);
        broken += inside;
        if is_open && is_last(&mut rows, &tally) {
            // The quote opens in the cell with the line ends, or in the last one.
            let before: u64 = row.iter().take_while(|cell| !cell.contains(&b'\n')).map(|cell| line_ends([cell].into_iter())).sum();
            let fault = Fault::new(TableCode::OpenQuote, Say::OpenQuote).with("line", line + before);
            if !to.is_found() {
                return Err(fault.into());
            }
            to.refuse(line, fault)?;
            return Ok(false);
        }
        let mut texts = Vec::with_capacity(row.len());
        let bad = row.iter().enumerate().find_map(|(nth, cell)| str::from_utf8(cell).map(|text| texts.push(text)).err().map(|_| nth + 1));
        if let Some(cell) = bad {
            if !to.is_found() {
                return Err(Fault::new(TableCode::NotUtf8, Say::NotUtf8Header).with("line", line).with("cell", cell).into());
            }
            to.refuse(line, Fault::new(TableCode::NotUtf8, Say::NotUtf8).with("cell", cell))?;
            continue;
        }
        if !to.is_found() && names_delimiter(&texts) {
            continue;
        }
        let cells: Vec<Option<Cell<'_>>> = texts.into_iter().map(Cell::text).collect();
        to.row(&Row { number, line, lines: inside + 1, cells: &cells })?;
    }
}

/// Whether the file has no more rows.
fn is_last<R: Read>(rows: &mut csv::Reader<Tallied<'_, R>>, tally: &Tally) -> bool {
    tally.allow(LONGEST);
    !rows.read_byte_record(&mut ByteRecord::new()).unwrap_or(false)
}

/// Whether a line is the one in which Excel names the delimiter.
fn names_delimiter(cells: &[&str]) -> bool {
    let first = cells.first().map_or("", |first| first.trim_start());
    first.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep=")) && cells.len() <= 2
}

/// Finds the delimiter: the mark that splits a line, then the header, into the most known names. If no line has a known name, the mark that
/// occurs most in the first line. Excel writes `;` where the comma is the decimal sign, as in Vietnam.
fn delimiter(lines: &[u8], is_known: impl Fn(&str) -> bool) -> u8 {
    let text = String::from_utf8_lossy(lines);
    let lines = || text.split(['\n', '\r']).filter(|line| !line.starts_with('#') && !line.starts_with("\"#") && !line.trim().is_empty());
    let known = |line: &str, mark: char| parted(line, mark).iter().filter(|name| is_known(name)).count();
    let best = lines()
        .flat_map(|line| ['\t', ';', ','].map(|mark| (known(line, mark), parted(line, mark).len(), mark)))
        .max_by_key(|(known, cells, _)| (*known, *cells));
    let first = || lines().next().and_then(|line| MARKS.into_iter().rev().max_by_key(|mark| parted(line, *mark).len()));
    let mark = match best {
        Some((1.., _, mark)) => Some(mark),
        _ => first(),
    };
    mark.and_then(|mark| u8::try_from(mark).ok()).unwrap_or(b',')
}

const MARKS: [char; 3] = [',', ';', '\t'];

/// Splits a line at a mark outside quotes.
fn parted(line: &str, mark: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match (letter, cells.last_mut()) {
            ('"', _) => is_quoted = !is_quoted,
            (letter, _) if letter == mark && !is_quoted => cells.push(String::new()),
            (letter, Some(cell)) => cell.push(letter),
            _ => {}
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_makes_a_header_of_a_line() {
        let mark = |lines: &str| delimiter(lines.as_bytes(), |name| ["period", "1.1", "1.2", "1.3.1"].contains(&name));
        assert_eq!(mark("period,1.1,1.2"), b',');
        assert_eq!(mark("period;1.1;1.2"), b';');
        assert_eq!(mark("period\t1.1\t1.2"), b'\t');
        assert_eq!(mark("period"), b',');
        assert_eq!(mark("So GD, phong, truong\nperiod;1.1;1.2;1.3.1\nx;\"a,b,c,d,e\";1;2"), b';');
        // Many commas in a row, and few columns.
        assert_eq!(mark("period;1.1\nA, B, C, D;5,,5"), b';');
        assert_eq!(mark("period,1.1\n\"a;b;c;d\",5"), b',');
        // Without known names the first line decides.
        assert_eq!(mark("x;y;z\na,b,c,d,e"), b';');
        assert_eq!(mark("\"a,b\";c"), b';');
    }
}
