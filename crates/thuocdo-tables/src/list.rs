//! Lists as a workbook.

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use thuocdo::Lang;
use thuocdo::text::{Block, Report, Table};

use crate::words::Word;

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);
/// The longest text of a cell, in the units of UTF-16 that Excel counts.
const LONGEST: usize = 32_767;
/// A4, in the numbering of Excel.
const A4: u8 = 9;

/// The report of a list as a workbook: a sheet of the institutions, and one of how many have which level.
///
/// # Errors
/// A list of more rows than a sheet holds.
pub fn workbook(report: Report, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same list has the same bytes on every day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut above = Vec::new();
    let mut tables = Vec::new();
    // The report's own order: what it says of itself, the summary, how to read the list, the list.
    for block in report.blocks {
        match block {
            Block::Title(text) | Block::Line(text) => above.push(text),
            Block::Table(table) => tables.push((std::mem::take(&mut above), table)),
            _ => {}
        }
    }
    let names = [Word::SummarySheet, Word::ListSheet];
    for ((lines, table), name) in tables.iter().zip(names).rev() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name.template(lang))?;
        fill(sheet, lines, table)?;
    }
    workbook.save_to_buffer()
}

/// Lines, then a table whose header stays in sight.
fn fill(sheet: &mut Worksheet, lines: &[String], table: &Table) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(13);
    let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    let head = cell.clone().set_bold().set_text_wrap().set_background_color(0x00DD_EBF7);
    let mut row = 0;
    for (nth, line) in lines.iter().enumerate() {
        if nth == 0 {
            sheet.write_string_with_format(row, 0, fitted(line), &title)?
        } else {
            sheet.write_string(row, 0, fitted(line))?
        };
        row += 1;
    }
    let header = row;
    for (place, column) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(header, place, &column.title, &head)?;
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(place)));
        let widest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        sheet.set_column_width(place, u32::try_from(widest.clamp(WIDTHS.0, WIDTHS.1)).map_or(8.0, f64::from) + 3.0)?;
    }
    for cells in &table.rows {
        row += 1;
        for ((place, text), column) in (0_u16..).zip(cells).zip(&table.columns) {
            match text.replace(',', ".").parse::<f64>() {
                // What stands in a column of numbers and is one; a code that looks like one stays as it is.
                Ok(number) if column.is_number => sheet.write_number_with_format(row, place, number, &cell)?,
                _ => sheet.write_string_with_format(row, place, fitted(text), &cell)?,
            };
        }
    }
    let last = u16::try_from(table.columns.len()).unwrap_or(1).saturating_sub(1);
    sheet.autofilter(header, 0, row, last)?;
    sheet.set_freeze_panes(header + 1, 0)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(header, header)?;
    Ok(())
}

/// The text, cut where a cell would not take it: one endless name must not keep a whole list from being published.
fn fitted(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST {
        return text.into();
    }
    let mut units = 1;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= LONGEST
    };
    text.chars().take_while(fits).chain(['…']).collect::<String>().into()
}
