//! Writes sheets as a workbook: to look through, to filter and to print.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Workbook, Worksheet, XlsxError};
use thuocdo::{Date, Lang};
use thuocdo_tables::{fitted, guarded};

use super::words::Say;
use super::{Sheet, SheetCell, SheetColumn, SheetTable};

/// A4 in Excel's numbering.
const A4: u8 = 9;
/// The most lines that a row shows; Excel allows 409 points.
const MOST_LINES: u32 = 26;
/// The columns that stay visible at the left: number, code, name.
const FROZEN_COLUMNS: u16 = 3;

/// A workbook as bytes: filters, frozen panes, widths, print areas and titles; landscape on A4. Numbers are numbers, days are days. No text
/// of others is a formula. The foot of each page says as of which day the sheets are, if they are of a day.
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
    /// Of numbers without, with one and with two decimals.
    numbers: [Format; 3],
    remark: Format,
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
            numbers: [number("0"), number("0.0"), number("0.00")],
            remark: plain.clone().set_italic().set_font_color(Color::RGB(0x0059_5959)),
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
        let frozen = if last > FROZEN_COLUMNS.saturating_mul(2) { FROZEN_COLUMNS } else { 0 };
        self.sheet.set_freeze_panes(header.saturating_add(1), frozen)?;
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
        self.sheet.set_footer(format!("&L{foot}&R{}", Say::Page.template(self.lang)));
        Ok(())
    }

    fn line(&mut self, text: &str, style: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, fitted(&guarded(text)), style)?;
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn table(&mut self, table: &SheetTable, widths: &[u16]) -> Result<(), XlsxError> {
        for (place, column) in (0_u16..).zip(&table.columns) {
            self.sheet.write_string_with_format(self.row, place, &column.title, &self.styles.head)?;
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
                Err(_) => self.sheet.write_string_with_format(row, place, fitted(&guarded(number)), &styles.cell)?,
            },
            SheetCell::Text(text) => self.sheet.write_string_with_format(row, place, fitted(&guarded(text)), &styles.cell)?,
        };
        Ok(())
    }
}

impl Styles {
    /// The format that shows as many decimals as the number has.
    fn number(&self, number: &str) -> &Format {
        let [whole, one, two] = &self.numbers;
        match number.split_once('.').map_or(0, |(_, decimals)| decimals.len()) {
            0 => whole,
            1 => one,
            _ => two,
        }
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
    fn a_text_takes_as_many_lines_as_its_words_need() {
        assert_eq!(["", "một", "một hai", "một hai ba", "một\nhai", "mộthaibabốnnăm"].map(|text| lines(text, 7)), [1, 1, 1, 2, 2, 2]);
    }
}
