//! Sheets of cells as CSV.

use thuocdo::Lang;
use thuocdo_tables::guarded;

use super::{Sheet, SheetCell, SheetTable};

/// The tables of a sheet as CSV, with a blank line between two: UTF-8 with a byte order mark, as Excel wants it, and lines ending in CR LF. In
/// Vietnamese cells end at semicolons and numbers have a decimal comma; in English at commas, with a point. What a spreadsheet could take for a
/// formula gets an apostrophe before it ([`guarded`]).
pub fn csv(sheet: &Sheet, lang: Lang) -> String {
    let tables: Vec<String> = sheet.tables.iter().map(|table| rows(table, lang)).collect();
    format!("\u{feff}{}", tables.join("\r\n"))
}

fn rows(table: &SheetTable, lang: Lang) -> String {
    let mark = lang.pick([";", ","]);
    let titles = table.columns.iter().map(|column| quoted(&guarded(&column.title), mark)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| quoted(&shown(cell, lang), mark)).collect());
    std::iter::once(titles).chain(rows).map(|cells: Vec<String>| cells.join(mark) + "\r\n").collect()
}

fn shown(cell: &SheetCell, lang: Lang) -> String {
    match cell {
        SheetCell::Blank => String::new(),
        SheetCell::Day(day) => day.text(lang),
        SheetCell::Number(number) => match lang {
            Lang::Vi => number.replace('.', ","),
            Lang::En => number.clone(),
        },
        SheetCell::Link(text) | SheetCell::Text(text) => guarded(text).into_owned(),
    }
}

fn quoted(cell: &str, mark: &str) -> String {
    if cell.contains(['"', '\r', '\n']) || cell.contains(mark) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
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
    }
}
