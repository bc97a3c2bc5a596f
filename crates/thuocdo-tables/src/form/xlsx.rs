//! A blank workbook for a person to fill in and send back.
//!
//! Each row has one question. The code in its first column is the name of the column in a CSV, so one reader serves both.

use std::iter;

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};
use thuocdo::{Framework, Group, Lang, Points};

use super::{FormColumn, columns, help, title};
use crate::about::AboutColumn;
use crate::advice::Takes;
use crate::fact::FactKind;
use crate::words::Word;

/// The columns.
const PARTS: [Word; 6] = [Word::Code, Word::Content, Word::Max, Word::Answer, Word::Note, Word::Evidence];

/// Widths of the columns, in characters: code, content, max, answer, note, evidence.
const WIDTHS: [f64; 6] = [16.0, 64.0, 9.0, 16.0, 32.0, 40.0];
/// The indexes of the maximum and the answer among them.
const MAX: u16 = 2;
const ANSWER: u16 = 3;
/// The row of the header. Above it are the title and the instructions.
const HEADER: u32 = 2;
/// A4 in Excel's numbering.
const A4: u8 = 9;

const TITLE_BACK: u32 = 0x001F_4E79;
const GROUP_BACK: u32 = 0x00DD_EBF7;
const CRITERION_BACK: u32 = 0x00F2_F2F2;
const ANSWER_BACK: u32 = 0x00FF_F9E5;
const BORDER: u32 = 0x00BF_BFBF;
const QUIET: u32 = 0x0080_8080;

/// Makes a blank form.
///
/// # Errors
/// A framework with more rows than a sheet can hold.
pub fn blank(framework: &Framework, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed date, so that the same form has the same bytes every day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(framework.title.get(lang)).set_creation_datetime(&made));
    let mut form = Form { sheet: workbook.add_worksheet(), framework, lang, row: 0, styles: Styles::new() };
    form.top()?;
    form.questions()?;
    form.page()?;
    workbook.save_to_buffer()
}

struct Form<'a> {
    sheet: &'a mut Worksheet,
    framework: &'a Framework,
    lang: Lang,
    row: u32,
    styles: Styles,
}

impl Form<'_> {
    /// Writes title, instructions and header.
    fn top(&mut self) -> Result<(), XlsxError> {
        let (lang, last) = (self.lang, ANSWER + 2);
        self.sheet.set_name(Word::Sheet.template(lang))?;
        for (column, width) in (0_u16..).zip(WIDTHS) {
            self.sheet.set_column_width(column, width)?;
        }
        let title = format!("{} · {}", self.framework.legal.act, self.framework.title.get(lang));
        self.sheet.merge_range(0, 0, 0, last, &title, &self.styles.title)?;
        self.sheet.set_row_height(0, 36)?;
        self.sheet.merge_range(1, 0, 1, last, Word::HowTo.template(lang), &self.styles.how_to)?;
        self.sheet.set_row_height(1, 34)?;
        for (column, part) in (0_u16..).zip(PARTS) {
            self.sheet.write_with_format(HEADER, column, part.template(lang), &self.styles.header)?;
        }
        // Two lines: “Điểm tối đa” is wider than its column.
        self.sheet.set_row_height(HEADER, 32)?;
        self.sheet.set_freeze_panes(HEADER + 1, 0)?;
        self.row = HEADER + 1;
        Ok(())
    }

    /// Writes the questions, from the name of the school to the last indicator.
    fn questions(&mut self) -> Result<(), XlsxError> {
        let framework = self.framework;
        let columns = columns(framework);
        self.heading("", Word::AboutTheInstitution.template(self.lang), None, &self.styles.group.clone())?;
        for column in columns.iter().take(AboutColumn::ALL.len() + 1) {
            self.question(column)?;
        }
        for group in &framework.groups {
            self.group(group, &columns)?;
        }
        Ok(())
    }

    fn group(&mut self, group: &Group, columns: &[FormColumn]) -> Result<(), XlsxError> {
        let lang = self.lang;
        let by_code = |code: &str| columns.iter().find(|column| column.name == code);
        let heading = Word::GroupTitle.say(lang, &[("code", &group.code), ("title", &group.title.get(lang))]);
        self.heading("", &heading, Some(group.max), &self.styles.group.clone())?;
        if !group.conditions.is_empty() {
            self.heading("", Word::Conditions.template(lang), None, &self.styles.criterion.clone())?;
        }
        for column in group.conditions.iter().filter_map(|condition| by_code(&condition.code)) {
            self.question(column)?;
        }
        for criterion in &group.criteria {
            self.heading(&criterion.code, criterion.title.get(lang), Some(criterion.max), &self.styles.criterion.clone())?;
            for column in criterion.indicators.iter().filter_map(|indicator| by_code(&indicator.code)) {
                self.question(column)?;
            }
        }
        Ok(())
    }

    /// Writes a row without a question.
    fn heading(&mut self, code: &str, title: &str, max: Option<Points>, style: &Format) -> Result<(), XlsxError> {
        for (column, text) in (0_u16..).zip([code, title, "", "", "", ""]) {
            self.sheet.write_with_format(self.row, column, text, style)?;
        }
        if let Some(max) = max {
            self.sheet.write_with_format(self.row, MAX, number(max), &style.clone().set_align(FormatAlign::Center))?;
        }
        self.fit(title)
    }

    /// Writes a row with one question.
    fn question(&mut self, column: &FormColumn) -> Result<(), XlsxError> {
        let (lang, row) = (self.lang, self.row);
        let lines: Vec<String> = iter::once(title(self.framework, column, lang)).chain(help(self.framework, column, lang)).collect();
        let text = lines.join("\n");
        let code = if matches!(column.takes, Takes::Fact(_)) { &self.styles.code } else { &self.styles.name };
        self.sheet.write_with_format(row, 0, column.name.as_str(), code)?;
        self.sheet.write_with_format(row, 1, text.as_str(), &self.styles.text)?;
        match self.framework.indicators().find(|indicator| *indicator.code == *column.name) {
            Some(indicator) => self.sheet.write_with_format(row, MAX, number(indicator.max), &self.styles.max)?,
            None => self.sheet.write_blank(row, MAX, &self.styles.max)?,
        };
        let answer =
            if matches!(column.takes, Takes::Fact(FactKind::Points(_) | FactKind::Count)) { &self.styles.number } else { &self.styles.answer };
        match column.takes {
            Takes::Framework => self.sheet.write_with_format(row, ANSWER, self.framework.id.as_str(), &self.styles.name)?,
            Takes::About(AboutColumn::Date) => self.sheet.write_blank(row, ANSWER, &self.styles.date)?,
            _ => self.sheet.write_blank(row, ANSWER, answer)?,
        };
        for remark in [ANSWER + 1, ANSWER + 2] {
            self.sheet.write_blank(row, remark, &self.styles.remark)?;
        }
        if let Some(rule) = validation(column.takes, lang)? {
            self.sheet.add_data_validation(row, ANSWER, row, ANSWER, &rule)?;
        }
        self.fit(&text)
    }

    /// Ends the row, with the height that its wrapped title needs; some programs do not compute it.
    fn fit(&mut self, title: &str) -> Result<(), XlsxError> {
        const A_LINE: usize = 60;
        let lines: usize = title.split('\n').map(|line| line.chars().count().div_ceil(A_LINE).max(1)).sum();
        let height = f64::from(u32::try_from(lines).unwrap_or(1)) * 16.0 + 4.0;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    /// Sets up the printed page.
    fn page(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        self.sheet.set_repeat_rows(HEADER, HEADER)?;
        // `1.3` is a code, although it looks like a number.
        self.sheet.ignore_error_range(HEADER, 0, self.row, 0, IgnoreError::NumberStoredAsText)?;
        self.sheet.set_selection(HEADER + 3, ANSWER, HEADER + 3, ANSWER)?;
        Ok(())
    }
}

/// Excel stores doubles only; a number with two decimals survives the round trip.
fn number(points: Points) -> f64 {
    f64::from(points.hundredths()) / 100.0
}

/// The input that Excel accepts in a cell. A share or a name accepts any text.
fn validation(takes: Takes, lang: Lang) -> Result<Option<DataValidation>, XlsxError> {
    let rule = match takes {
        Takes::Fact(FactKind::Points(max)) => DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, number(max))),
        Takes::Fact(FactKind::Count) => DataValidation::new().allow_whole_number(DataValidationRule::Between(0, 1_000_000)),
        Takes::Fact(FactKind::Met) => DataValidation::new().allow_list_strings(&[Word::Met.template(lang), Word::NotMet.template(lang)])?,
        Takes::About(about @ (AboutColumn::Type | AboutColumn::Stream)) => {
            let names: Vec<&str> = about.words(lang).into_iter().map(|(_, name)| name).collect();
            DataValidation::new().allow_list_strings(&names)?
        }
        Takes::About(_) | Takes::Fact(FactKind::Share) | Takes::Framework | Takes::Half => return Ok(None),
    };
    let accepts = match takes {
        Takes::Fact(FactKind::Points(max)) => Word::TypePoints.say(lang, &[("max", &max.text(lang))]),
        Takes::Fact(FactKind::Count) => Word::TypeCount.template(lang).to_owned(),
        _ => Word::ChooseFromList.template(lang).to_owned(),
    };
    Ok(Some(rule.set_input_message(&accepts)?.set_error_title(Word::NotAccepted.template(lang))?.set_error_message(&accepts)?))
}

/// The styles of the cells.
struct Styles {
    title: Format,
    how_to: Format,
    header: Format,
    group: Format,
    criterion: Format,
    code: Format,
    name: Format,
    text: Format,
    max: Format,
    answer: Format,
    number: Format,
    date: Format,
    remark: Format,
}

impl Styles {
    fn new() -> Styles {
        let plain = Format::new().set_align(FormatAlign::VerticalCenter);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_border_color(BORDER);
        let wrapped = cell.clone().set_text_wrap();
        let code = cell.clone().set_num_format("@");
        // Text, so that `24/32` does not become a date.
        let answer = wrapped.clone().set_num_format("@").set_background_color(ANSWER_BACK).set_align(FormatAlign::Center);
        Styles {
            title: plain.clone().set_bold().set_font_size(13).set_text_wrap().set_font_color(TITLE_BACK),
            how_to: plain.set_italic().set_text_wrap().set_font_color(QUIET),
            header: wrapped.clone().set_bold().set_align(FormatAlign::Center).set_font_color(0x00FF_FFFF).set_background_color(TITLE_BACK),
            group: wrapped.clone().set_bold().set_background_color(GROUP_BACK),
            criterion: wrapped.clone().set_bold().set_background_color(CRITERION_BACK),
            name: code.clone().set_font_color(QUIET).set_font_size(9),
            code,
            text: wrapped.clone().set_indent(1),
            max: cell.clone().set_align(FormatAlign::Center),
            number: answer.clone().set_num_format("General"),
            date: answer.clone().set_num_format("dd/mm/yyyy"),
            answer,
            remark: wrapped.set_num_format("@"),
        }
    }
}
