//! Rows of a CSV or TSV, in constant memory.

use std::io::Read;
use std::str;

use csv::{ByteRecord, ReaderBuilder};

use crate::cell::Cell;
use crate::codes::TableCode;
use crate::fault::Fault;

use crate::open::{LONGEST, Opened, read_failed};
use crate::table::{Facts, Halt, Notes, Reading, Record, Row, Table, Visit};
use crate::tally::{Tallied, Tally, line_ends};
use crate::words::Say;

/// Hands each row to the visitor, or the one form. Rows above the header that begin with `#` are for people; rows of blank cells are passed
/// over.
pub(crate) fn read<E>(file: Opened<'_>, reading: &Reading<'_>, visit: Visit<'_, E>) -> Result<Notes, Halt<E>> {
    let tally = Tally::default();
    let mut rows = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&file.lines))
        .from_reader(Tallied { inner: file.reader, tally: &tally });
    let mut table = Table::new(reading, None);
    let mut row = ByteRecord::new();
    // A spreadsheet counts a row whose cells have several lines once.
    let mut broken = 0;
    loop {
        tally.allow(LONGEST);
        let begins = rows.position().byte();
        let more = rows.read_byte_record(&mut row).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => read_failed(&error),
            other => Fault::new(TableCode::NotReadable, Say::ReadFailed).with("why", format!("{other:?}")),
        })?;
        if !more {
            break;
        }
        let inside = line_ends(row.iter());
        let line = tally.line(rows.position().byte().saturating_sub(1)).saturating_sub(inside).max(1);
        let number = line.saturating_sub(broken).max(1);
        broken += inside;
        let refuse = |fault: Fault, visit: Visit<'_, E>| {
            let record = Record { cells: None, facts: Facts::Refused(&[fault]), is_one_of_many: true, line };
            visit(&record).map_err(Halt::Visitor)
        };
        if tally.is_open(begins, rows.position().byte()) && is_last(&mut rows, &tally) {
            // The quote opens in the cell with the line ends, or in the last one.
            let is_ended = row.iter().last().is_some_and(|cell| cell.ends_with(b"\n"));
            let line = line + u64::from(is_ended);
            let before: u64 = row.iter().take_while(|cell| !cell.contains(&b'\n')).map(|cell| line_ends([cell].into_iter())).sum();
            let fault = Fault::new(TableCode::OpenQuote, Say::OpenQuote).with("line", line + before);
            if !table.is_found() {
                return Err(fault.into());
            }
            refuse(fault, visit)?;
            return Ok(table.notes());
        }
        let mut texts = Vec::with_capacity(row.len());
        let bad = row.iter().enumerate().find_map(|(nth, cell)| str::from_utf8(cell).map(|text| texts.push(text)).err().map(|_| nth + 1));
        if let Some(cell) = bad {
            if !table.is_found() {
                return Err(Fault::new(TableCode::NotUtf8, Say::NotUtf8Header).with("line", line).with("cell", cell).into());
            }
            refuse(Fault::new(TableCode::NotUtf8, Say::NotUtf8).with("cell", cell), &mut *visit)?;
            continue;
        }
        if !table.is_found() && names_delimiter(&texts) {
            continue;
        }
        let cells: Vec<Option<Cell<'_>>> = texts.into_iter().map(Cell::text).collect();
        table.row(&Row { number, line, lines: inside + 1, cells: &cells }, &mut *visit)?;
    }
    table.end(&mut *visit)?;
    table.schools(Some(1), visit)?;
    Ok(table.notes())
}

/// Whether nothing more comes.
fn is_last<R: Read>(rows: &mut csv::Reader<Tallied<'_, R>>, tally: &Tally) -> bool {
    tally.allow(LONGEST);
    !rows.read_byte_record(&mut ByteRecord::new()).unwrap_or(false)
}

/// True of the line in which Excel names the delimiter.
fn names_delimiter(cells: &[&str]) -> bool {
    let first = cells.first().map_or("", |first| first.trim_start());
    first.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep=")) && cells.len() <= 2
}

/// What stands between the cells: whichever of the three the first lines have most of, outside quotes. Excel writes `;` where the comma stands
/// before decimals, as in Vietnam.
fn delimiter(lines: &[u8]) -> u8 {
    let counts = |line: &[u8]| {
        let mut is_quoted = false;
        let mut counts = [0_usize; 3];
        for byte in line {
            match byte {
                b'"' => is_quoted = !is_quoted,
                b',' if !is_quoted => counts[0] += 1,
                b';' if !is_quoted => counts[1] += 1,
                b'\t' if !is_quoted => counts[2] += 1,
                _ => {}
            }
        }
        counts
    };
    // Lines above the header are words: the line with most marks is a row of the table.
    let mut most = (0, b',');
    for line in lines.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.starts_with(b"#") && !line.starts_with(b"\"#")) {
        let [commas, semicolons, tabs] = counts(line);
        for (count, mark) in [(commas, b','), (semicolons, b';'), (tabs, b'\t')] {
            if count > most.0 {
                most = (count, mark);
            }
        }
    }
    most.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_the_header_has_most_of() {
        assert_eq!(delimiter(b"period,1.1,1.2"), b',');
        assert_eq!(delimiter(b"period;1.1;1.2"), b';');
        assert_eq!(delimiter(b"period\t1.1\t1.2"), b'\t');
        assert_eq!(delimiter(b"period"), b',');
        assert_eq!(delimiter(b"So GD, phong, truong\nperiod;1.1;1.2;1.3.1\nx;\"a,b,c,d,e\";1;2"), b';');
    }
}
