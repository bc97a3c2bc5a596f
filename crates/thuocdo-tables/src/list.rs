//! Writes a list of institutions as a workbook.

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use thuocdo::Lang;
use thuocdo::text::{Block, Report, Table};

use crate::words::Word;

/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);
/// The longest text of a cell, in UTF-16 code units, as Excel counts.
const LONGEST: usize = 32_767;
/// A4 in Excel's numbering.
const A4: u8 = 9;

/// Writes the report of a list as a workbook: one sheet of institutions, and one with the number of institutions per level.
///
/// # Errors
/// A list with more rows than a sheet can hold.
pub fn workbook(report: Report, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed date, so that the same list has the same bytes every day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut above = Vec::new();
    let mut tables = Vec::new();
    // The order of the report: its remarks, the summary, how to read the list, the list.
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

/// Writes lines, then a table whose header stays visible.
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
                // Writes a number as a number in a column of numbers only; a code that looks like one stays text.
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

/// The text, cut to the length of a cell in Excel, so that one endless name cannot prevent the whole list.
pub fn fitted(text: &str) -> Cow<'_, str> {
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
