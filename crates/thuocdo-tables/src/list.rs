//! Writes reports as workbooks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use thuocdo::Lang;
use thuocdo::text::{Block, Report, Table};

use crate::words::Word;

/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// The most lines of a cell that a row makes room for.
const MOST_LINES: usize = 20;
/// The longest text of a cell, in UTF-16 code units, as Excel counts.
const LONGEST: usize = 32_767;
/// A4 in Excel's numbering.
const A4: u8 = 9;

/// Writes the report of a list as a workbook: one sheet of institutions, and one with the number of institutions per level.
///
/// # Errors
/// A list with more rows than a sheet can hold.
pub fn workbook(report: Report, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = new()?;
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
        fill(sheet, lines, table, lang)?;
    }
    workbook.save_to_buffer()
}

/// Writes any report as a workbook: a sheet for each table, named by the last title above it, with the lines above it. Lines below the last
/// table, or of a report without tables, get a sheet of their own.
///
/// # Errors
/// A table with more rows than a sheet can hold.
pub fn sheets(report: Report, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = new()?;
    let mut names = BTreeSet::new();
    let mut above = Vec::new();
    let mut title = None;
    for block in report.blocks {
        match block {
            Block::Title(text) => {
                title = Some(text.clone());
                above.push(text);
            }
            Block::Line(text) => above.push(text),
            Block::Table(table) => {
                let sheet = workbook.add_worksheet();
                sheet.set_name(sheet_name(title.as_deref().unwrap_or_default(), &mut names))?;
                fill(sheet, &std::mem::take(&mut above), &table, lang)?;
            }
            _ => {}
        }
    }
    if !above.is_empty() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(title.as_deref().unwrap_or_default(), &mut names))?;
        sheet.set_column_width(0, 100)?;
        let wrapped = Format::new().set_text_wrap();
        for (row, line) in (0_u32..).zip(&above) {
            sheet.write_string_with_format(row, 0, fitted(line), &wrapped)?;
        }
    }
    workbook.save_to_buffer()
}

/// A name that Excel takes for a sheet, and that no sheet has yet: 31 characters at most, without `[]:*?/\\`.
fn sheet_name(title: &str, taken: &mut BTreeSet<String>) -> String {
    const LONGEST_NAME: usize = 31;
    let plain: String = title.chars().map(|letter| if "[]:*?/\\".contains(letter) { ' ' } else { letter }).collect();
    let plain = plain.trim_matches(|letter: char| letter == '\'' || letter.is_whitespace());
    let plain = if plain.is_empty() { "1" } else { plain };
    let mut number = 1_u32;
    loop {
        let end = if number == 1 { String::new() } else { format!(" {number}") };
        let mut units = end.encode_utf16().count();
        let fits = |letter: &char| {
            units += letter.len_utf16();
            units <= LONGEST_NAME
        };
        let name = plain.chars().take_while(fits).collect::<String>().trim_end().to_owned() + &end;
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

/// A workbook with a fixed date, so that the same content has the same bytes every day.
fn new() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(workbook)
}

/// Writes lines, then a table whose header stays visible.
fn fill(sheet: &mut Worksheet, lines: &[String], table: &Table, lang: Lang) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(13);
    let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_text_wrap();
    let head = cell.clone().set_bold().set_background_color(0x00DD_EBF7);
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
    let mut widths = Vec::with_capacity(table.columns.len());
    for (place, column) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(header, place, &column.title, &head)?;
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(place)));
        let widest = cells.chain([&column.title]).map(|cell| cell.chars().count()).max().unwrap_or(0).clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(place, u32::try_from(widest).map_or(8.0, f64::from) + 3.0)?;
        widths.push(widest);
    }
    for cells in &table.rows {
        row += 1;
        for ((place, text), column) in (0_u16..).zip(cells).zip(&table.columns) {
            match number(text, lang) {
                // Writes a number as a number in a column of numbers only; a code that looks like one stays text.
                Some(number) if column.is_number => sheet.write_number_with_format(row, place, number, &cell)?,
                _ => sheet.write_string_with_format(row, place, fitted(text), &cell)?,
            };
        }
        make_room(sheet, row, cells.iter().zip(&widths))?;
    }
    make_room(sheet, header, table.columns.iter().map(|column| &column.title).zip(&widths))?;
    let last = u16::try_from(table.columns.len()).unwrap_or(1).saturating_sub(1);
    sheet.autofilter(header, 0, row, last)?;
    sheet.set_freeze_panes(header + 1, 0)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(header, header)?;
    Ok(())
}

/// Makes a row as high as the lines of its texts in columns of these widths. Excel does so by itself, other programs do not.
fn make_room<'c>(sheet: &mut Worksheet, row: u32, cells: impl Iterator<Item = (&'c String, &'c usize)>) -> Result<(), XlsxError> {
    let lines = cells.map(|(text, width)| text.chars().count().div_ceil(*width)).max().unwrap_or(1).clamp(1, MOST_LINES);
    if lines > 1 {
        sheet.set_row_height(row, LINE * u32::try_from(lines).map_or(1.0, f64::from))?;
    }
    Ok(())
}

/// A number as people write it: `1.500,25` in Vietnamese, `1,500.25` in English; `None` of any other text, such as `72–80` or `33,3%`.
/// Excel shows it by the reader's own language.
fn number(text: &str, lang: Lang) -> Option<f64> {
    let (comma, group) = match lang {
        Lang::Vi => (',', '.'),
        Lang::En => ('.', ','),
    };
    let plain = text.strip_prefix(['-', '−']).unwrap_or(text);
    let (whole, decimals) = plain.split_once(comma).map_or((plain, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or_default();
    let is_grouped = groups.clone().next().is_none() || first.len() <= 3;
    let is_number = is_digits(first) && is_grouped && groups.all(|group| group.len() == 3 && is_digits(group)) && decimals.is_none_or(is_digits);
    let sign = if plain.len() < text.len() { "-" } else { "" };
    is_number.then(|| format!("{sign}{}.{}", whole.replace(group, ""), decimals.unwrap_or("0")).parse().ok()).flatten()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        let vi = ["78", "83,5", "1.500", "27.005,25", "−3", "-0,5"].map(|text| number(text, Lang::Vi));
        assert_eq!(vi, [Some(78.0), Some(83.5), Some(1500.0), Some(27_005.25), Some(-3.0), Some(-0.5)]);
        assert_eq!(["83.5", "1,500"].map(|text| number(text, Lang::En)), [Some(83.5), Some(1500.0)]);
        assert!(["72–80", "33,3%", "", "-", "1.50", "1.2.3", "inf", "NaN", "7,", "1000.000"].iter().all(|text| number(text, Lang::Vi).is_none()));
    }

    #[test]
    fn each_sheet_has_a_name_of_its_own_that_excel_takes() {
        let mut taken = BTreeSet::new();
        let title = "Nhóm 2 · Chuyển đổi số trong quản trị [1/2]";
        let name = |taken: &mut BTreeSet<String>| sheet_name(title, taken);
        // 31 characters, then 29 and ` 2`.
        assert_eq!(name(&mut taken), "Nhóm 2 · Chuyển đổi số trong qu");
        assert_eq!(name(&mut taken), "Nhóm 2 · Chuyển đổi số trong 2");
        assert_eq!(sheet_name("", &mut taken), "1");
        assert_eq!(sheet_name("a/b", &mut taken), "a b");
        assert_eq!(sheet_name("A:B", &mut taken), "A B 2");
    }
}
