//! Writes sheets as a workbook: to look through, to filter and to print.

use std::borrow::Cow;

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Workbook, Worksheet, XlsxError};
use thuocdo::{Date, Lang};

use super::words::Say;
use super::{Sheet, SheetCell, SheetColumn, SheetTable};
use crate::guard::guarded;

/// A4 in Excel's numbering.
const A4: u8 = 9;
/// The most lines that a row shows; Excel allows 409 points.
const MOST_LINES: u32 = 26;
/// The columns that stay visible at the left: number, code, name.
const FROZEN_COLUMNS: usize = 3;
/// The most room that those take, in characters: the other columns need some too.
const FROZEN_WIDTH: u16 = 75;
/// The width of a sheet without tables, in characters.
const TEXT_WIDTH: u16 = 100;
/// The longest text of a cell, in UTF-16 code units, as Excel counts.
const LONGEST: usize = 32_767;

/// A workbook as bytes: filters, frozen panes, widths, print areas and titles; landscape on A4. Numbers are numbers, days are days. No text
/// of others is a formula, also where a person opens its cell and closes it again. The foot of each page says as of which day the sheets are,
/// if they are of a day.
///
/// # Errors
///
/// A list with more rows than a sheet can hold.
pub fn workbook(sheets: &[Sheet], as_of: Option<Date>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed day, so that the same sheets have the same bytes whenever they are made.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let styles = Styles::new(lang);
    for sheet in sheets {
        let paper = Paper { lang, sheet: workbook.add_worksheet(), styles: &styles, row: 0 };
        paper.write(sheet, as_of)?;
    }
    workbook.save_to_buffer()
}

/// The formats of cells.
struct Styles {
    cell: Format,
    day: Format,
    head: Format,
    heading: Format,
    link: Format,
    /// Of numbers without decimals, with one, and so on.
    numbers: [Format; 5],
    /// Of a text that would be a formula if a person typed it.
    quoted: Format,
    remark: Format,
    /// Of the lines of a sheet without tables.
    text: Format,
    title: Format,
}

impl Styles {
    fn new(lang: Lang) -> Styles {
        // The font of official papers.
        let plain = Format::new().set_font_name("Times New Roman").set_font_size(11);
        let border = plain.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF)).set_align(FormatAlign::Top);
        let cell = border.clone().set_align(FormatAlign::Left).set_indent(1).set_text_wrap();
        // The locale of the format decides how a number is shown, whatever the locale of the program: 77,5 in Vietnamese.
        let locale = lang.pick(["[$-42A]", "[$-409]"]);
        let number = |form: &str| border.clone().set_num_format(format!("{locale}{form}")).set_align(FormatAlign::Center);
        let head = border.clone().set_bold().set_background_color(Color::RGB(0x00DD_EBF7)).set_text_wrap().set_align(FormatAlign::Center);
        Styles {
            day: border.clone().set_num_format(lang.pick(["dd/mm/yyyy", "yyyy-mm-dd"])).set_align(FormatAlign::Center),
            head: head.set_align(FormatAlign::VerticalCenter),
            heading: plain.clone().set_bold().set_font_size(12),
            link: cell.clone().set_font_color(Color::RGB(0x0005_63C1)).set_underline(FormatUnderline::Single),
            numbers: ["0", "0.0", "0.00", "0.000", "0.0000"].map(number),
            quoted: cell.clone().set_quote_prefix(),
            remark: plain.clone().set_italic().set_font_color(Color::RGB(0x0059_5959)),
            text: plain.clone().set_text_wrap().set_align(FormatAlign::Top),
            title: plain.set_bold().set_font_size(14),
            cell,
        }
    }
}

/// A sheet that is being written.
struct Paper<'w> {
    lang: Lang,
    /// The row that is written next.
    row: u32,
    sheet: &'w mut Worksheet,
    styles: &'w Styles,
}

impl Paper<'_> {
    fn write(mut self, of: &Sheet, as_of: Option<Date>) -> Result<(), XlsxError> {
        self.sheet.set_name(&of.name)?;
        if of.is_alarm {
            self.sheet.set_tab_color(Color::RGB(0x00C0_0000));
        }
        self.line(&of.title, &self.styles.title)?;
        if of.tables.is_empty() {
            self.sheet.set_column_width(0, f64::from(TEXT_WIDTH))?;
            for text in &of.remarks {
                self.height(lines(text, TEXT_WIDTH))?;
                self.line(text, &self.styles.text)?;
            }
            return self.print(of, &[TEXT_WIDTH], as_of);
        }
        for remark in &of.remarks {
            self.line(remark, &self.styles.remark)?;
        }
        let widths: Vec<u16> = widths(&of.tables);
        for (place, width) in (0_u16..).zip(&widths) {
            self.sheet.set_column_width(place, f64::from(*width))?;
        }
        let only = if of.tables.len() == 1 { of.tables.first() } else { None };
        for table in &of.tables {
            if only.is_none() {
                self.row = self.row.saturating_add(1);
            }
            if let Some(heading) = &table.heading {
                self.line(heading, &self.styles.heading)?;
            }
            let header = self.row;
            self.table(table, &widths)?;
            if only.is_some() {
                self.one_table(table, header)?;
            }
        }
        self.print(of, &widths, as_of)
    }

    /// What only a sheet of one table has: a filter, a header that stays visible and is repeated on each page.
    fn one_table(&mut self, table: &SheetTable, header: u32) -> Result<(), XlsxError> {
        let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        self.sheet.autofilter(header, 0, self.row.saturating_sub(1).max(header.saturating_add(1)), last)?;
        self.sheet.set_freeze_panes(header.saturating_add(1), frozen(&table.columns))?;
        self.sheet.set_repeat_rows(header, header)?;
        Ok(())
    }

    fn print(&mut self, of: &Sheet, widths: &[u16], as_of: Option<Date>) -> Result<(), XlsxError> {
        let on_paper = |column: &&SheetColumn| !column.is_of_screen;
        let columns = of.tables.iter().map(|table| table.columns.iter().take_while(on_paper).count()).max().unwrap_or(widths.len());
        let last = u16::try_from(columns).unwrap_or(u16::MAX).saturating_sub(1);
        self.sheet.set_print_area(0, 0, self.row.saturating_sub(1), last)?;
        self.sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        let foot = as_of.map_or_else(|| of.name.clone(), |day| Say::SheetFoot.say(self.lang, &[("sheet", &of.name), ("day", &day.text(self.lang))]));
        // In a footer this sign begins a command.
        self.sheet.set_footer(format!("&L{}&R{}", foot.replace('&', "&&"), Say::Page.template(self.lang)));
        Ok(())
    }

    fn line(&mut self, text: &str, style: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, fitted(text), style)?;
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn table(&mut self, table: &SheetTable, widths: &[u16]) -> Result<(), XlsxError> {
        for (place, column) in (0_u16..).zip(&table.columns) {
            self.sheet.write_string_with_format(self.row, place, fitted(&column.title), &self.styles.head)?;
        }
        // Bold letters are wider. Other letters of this font are narrower than those by which a width counts.
        let of_head = table.columns.iter().zip(widths).map(|(column, width)| lines(&column.title, width.saturating_sub(1)));
        self.height(of_head.max().unwrap_or(1))?;
        self.row = self.row.saturating_add(1);
        for cells in &table.rows {
            for (place, cell) in (0_u16..).zip(cells) {
                self.cell(place, cell)?;
            }
            let of_row = cells.iter().zip(widths).map(|(cell, width)| match cell {
                SheetCell::Text(text) => lines(text, *width),
                _ => 1,
            });
            self.height(of_row.max().unwrap_or(1))?;
            self.row = self.row.saturating_add(1);
        }
        if table.rows.is_empty() {
            self.line(Say::NothingHere.template(self.lang), &self.styles.remark)?;
        }
        Ok(())
    }

    /// Makes the row as high as its lines. Without it `LibreOffice` shows the first line of a wrapped text only.
    fn height(&mut self, lines: u32) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, 15.0 * f64::from(lines.min(MOST_LINES)) + 2.0)?;
        Ok(())
    }

    fn cell(&mut self, place: u16, cell: &SheetCell) -> Result<(), XlsxError> {
        let (row, styles) = (self.row, self.styles);
        match cell {
            SheetCell::Blank => self.sheet.write_blank(row, place, &styles.cell)?,
            SheetCell::Day(day) => self.sheet.write_datetime_with_format(row, place, excel_day(*day)?, &styles.day)?,
            SheetCell::Link(sheet) => {
                let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(sheet);
                self.sheet.write_url_with_format(row, place, url, &styles.link)?
            }
            SheetCell::Number(number) => match number.parse::<f64>() {
                Ok(value) => self.sheet.write_number_with_format(row, place, value, styles.number(number))?,
                Err(_) => self.sheet.write_string_with_format(row, place, fitted(number), &styles.cell)?,
            },
            SheetCell::Text(text) => self.sheet.write_string_with_format(row, place, fitted(text), styles.text(text))?,
        };
        Ok(())
    }
}

impl Styles {
    /// The format of a text.
    fn text(&self, text: &str) -> &Format {
        if matches!(guarded(text), Cow::Owned(_)) { &self.quoted } else { &self.cell }
    }

    /// The format that shows as many decimals as the number has.
    fn number(&self, number: &str) -> &Format {
        let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        self.numbers.get(decimals).or(self.numbers.last()).unwrap_or(&self.cell)
    }
}

/// How many lines a text takes in a column so many letters wide, broken between words.
fn lines(text: &str, width: u16) -> u32 {
    let width = usize::from(width.max(1));
    let mut lines = 0_u32;
    for line in text.split('\n') {
        let mut used = 0_usize;
        lines = lines.saturating_add(1);
        for word in line.split(' ') {
            let letters = word.chars().count();
            let with_blank = if used == 0 { letters } else { used.saturating_add(1).saturating_add(letters) };
            if with_blank <= width || used == 0 {
                used = with_blank;
            } else {
                lines = lines.saturating_add(1);
                used = letters;
            }
            // A word wider than the column is broken.
            let more = used.saturating_sub(1).checked_div(width).unwrap_or(0);
            lines = lines.saturating_add(u32::try_from(more).unwrap_or(0));
            used = used.saturating_sub(more.saturating_mul(width));
        }
    }
    lines
}

/// The width of each column: the widest that a table asks for, within what fits on a screen.
fn widths(tables: &[SheetTable]) -> Vec<u16> {
    let mut widths: Vec<u16> = Vec::new();
    for table in tables {
        for (nth, column) in table.columns.iter().enumerate() {
            match widths.get_mut(nth) {
                Some(width) => *width = (*width).max(column.width),
                None => widths.push(column.width),
            }
        }
    }
    widths
}

/// How many columns stay visible at the left: none of a table that a screen shows whole.
fn frozen(columns: &[SheetColumn]) -> u16 {
    let first = columns.iter().take(FROZEN_COLUMNS).scan(0_u16, |width, column| {
        *width = width.saturating_add(column.width);
        Some(*width)
    });
    let fitting = first.take_while(|width| *width <= FROZEN_WIDTH).count();
    if columns.len() > FROZEN_COLUMNS.saturating_mul(2) { u16::try_from(fitting).unwrap_or(0) } else { 0 }
}

/// The text, cut to the length of a cell in Excel, so that one endless name cannot prevent the whole list.
fn fitted(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST {
        return text.into();
    }
    let mut units = 1_usize;
    let fits = |letter: &char| {
        units = units.saturating_add(letter.len_utf16());
        units <= LONGEST
    };
    text.chars().take_while(fits).chain(['…']).collect::<String>().into()
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let day = day.civil();
    // Excel's calendar begins in 1900; an earlier day can only be a slip of the pen, and stands as the first day there.
    let year = u16::try_from(day.year()).unwrap_or(1900).max(1900);
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).unwrap_or(1), u8::try_from(day.day()).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_at_the_left_leave_room_for_the_others() {
        let columns = |widths: [u16; 7]| widths.map(|width| SheetColumn::new("", width));
        assert_eq!(frozen(&columns([5, 10, 30, 22, 8, 8, 8])), 3);
        // 51 and 11 are 62; the next 51 would make 113.
        assert_eq!(frozen(&columns([51, 11, 51, 8, 8, 8, 8])), 2);
        assert_eq!(frozen(&columns([5, 10, 30, 22, 8, 8, 8])[..6]), 0);
    }

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_need() {
        assert_eq!(["", "một", "một hai", "một hai ba", "một\nhai", "mộthaibabốnnăm"].map(|text| lines(text, 7)), [1, 1, 1, 2, 2, 2]);
    }
}
