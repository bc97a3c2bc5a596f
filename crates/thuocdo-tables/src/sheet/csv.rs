//! Sheets of cells as CSV.

use std::iter;

use thuocdo::Lang;
use thuocdo::text::decimal;

use super::{Sheet, SheetCell, SheetTable};
use crate::guard::guarded;

/// Without the mark Excel reads UTF-8 as an older encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The tables of a sheet as CSV for people, with a blank line between two: with a byte order mark, as Excel wants it. In Vietnamese cells end
/// at semicolons and numbers have a decimal comma; in English at commas, with a point.
pub fn csv(sheet: &Sheet, lang: Lang) -> String {
    let tables: Vec<String> = sheet.tables.iter().map(|table| delimited(table, lang.pick([';', ',']), lang)).collect();
    format!("{BYTE_ORDER_MARK}{}", tables.join("\r\n"))
}

/// A table as CSV (RFC 4180): UTF-8 without a byte order mark, a header, lines ending in CR LF. What a spreadsheet could take for a formula
/// gets an apostrophe before it ([`guarded`]).
pub fn delimited(table: &SheetTable, mark: char, lang: Lang) -> String {
    let titles = table.columns.iter().map(|column| guarded(&column.title).into_owned()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| shown(cell, lang)).collect());
    let line = |cells: Vec<String>| {
        let cells: Vec<String> = cells.into_iter().map(|cell| quoted(cell, mark)).collect();
        cells.join(mark.encode_utf8(&mut [0; 4])) + "\r\n"
    };
    iter::once(titles).chain(rows).map(line).collect()
}

fn shown(cell: &SheetCell, lang: Lang) -> String {
    match cell {
        SheetCell::Blank => String::new(),
        SheetCell::Day(day) => day.text(lang),
        SheetCell::Number(number) => decimal(number, lang),
        SheetCell::Link(text) | SheetCell::Text(text) => guarded(text).into_owned(),
    }
}

fn quoted(cell: String, mark: char) -> String {
    if cell.contains(['"', '\r', '\n', mark]) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::super::SheetColumn;
    use super::*;

    #[test]
    fn a_spreadsheet_in_vietnam_opens_it_and_no_text_is_a_formula() {
        let columns = vec![SheetColumn::new("Tên", 10), SheetColumn::new("Điểm", 10)];
        let rows = vec![vec![SheetCell::text("=1; \"A\""), SheetCell::number("77.5")], vec![SheetCell::Blank, SheetCell::text("66–76")]];
        let sheet = Sheet { tables: vec![SheetTable { columns, heading: None, rows }], ..Sheet::default() };
        assert_eq!(csv(&sheet, Lang::Vi), "\u{feff}Tên;Điểm\r\n\"'=1; \"\"A\"\"\";77,5\r\n;66–76\r\n");
        assert_eq!(csv(&sheet, Lang::En), "\u{feff}Tên,Điểm\r\n\"'=1; \"\"A\"\"\",77.5\r\n,66–76\r\n");
        // For a program: commas in every language.
        assert_eq!(delimited(&sheet.tables[0], ',', Lang::Vi), "Tên,Điểm\r\n\"'=1; \"\"A\"\"\",\"77,5\"\r\n,66–76\r\n");
    }
}
