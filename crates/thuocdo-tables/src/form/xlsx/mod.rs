//! A workbook for a person to fill in and send back. It adds up while the person types.
//!
//! Each row has one question. Its first column has a code, or the Vietnamese name of a column of who and when, so that one reader serves
//! forms and tables. Above the header stands what follows from the answers, below the last question the place for signatures; the reader
//! passes over both.

mod filled;
mod formula;
mod frame;
mod styles;

use rust_xlsxwriter::utility::{cell_range, row_col_to_cell};
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, Formula, IgnoreError, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};
use thuocdo::{Assessment, Bands, Condition, Criterion, Framework, Group, Indicator, Lang, Level, Points, Range, Rule, Scorecard, Standing};

use self::filled::Filled;
use self::styles::Styles;
use super::{FormColumn, Prefilled, columns, title};
use crate::about::AboutColumn;
use crate::advice::Takes;
use crate::fact::FactKind;
use crate::words::Word;

/// The columns that print.
const PARTS: [Word; 7] = [Word::Code, Word::Content, Word::Max, Word::Answer, Word::Note, Word::Evidence, Word::Counted];
/// The columns beside them, in which a person may try what a share would bring.
const TRIAL: [Word; 3] = [Word::Part, Word::Whole, Word::ByShare];
/// Widths of the columns, in characters.
const WIDTHS: [u32; 10] = [11, 60, 8, 12, 22, 28, 9, 8, 8, 9];

const CODE: u16 = 0;
const CONTENT: u16 = 1;
const MAX: u16 = 2;
const ANSWER: u16 = 3;
const NOTE: u16 = 4;
const EVIDENCE: u16 = 5;
const COUNTED: u16 = 6;
const PART: u16 = 7;
const WHOLE: u16 = 8;
const BY_SHARE: u16 = 9;
// Hidden columns of whole numbers, from which the texts are made: hundredths of points, levels, and how many cells.
const LOW: u16 = 10;
const HIGH: u16 = 11;
const LOW_LEVEL: u16 = 12;
const HIGH_LEVEL: u16 = 13;
const BLANK: u16 = 14;
const REFUSED: u16 = 15;
const UNMET: u16 = 16;
const UNPROVED: u16 = 17;

/// Two rows of the head, and the heading of the summary.
const SUMMARY: u32 = 3;
/// The most groups whose summary stays in sight.
const FROZEN_GROUPS: usize = 4;
/// A4 in Excel's numbering.
const A4: u8 = 9;
/// The height of a line of text, in points.
const A_LINE: u32 = 15;

/// Makes a form: without answers, and with what is known of the institution.
///
/// # Errors
/// A framework with more rows than a sheet can hold, or a text that is too long for a cell.
pub fn blank(framework: &Framework, known: &Prefilled<'_>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    made(framework, known, None, lang)
}

/// Makes a form with an assessment in it, to go on with: every cell may be changed. `card` is its scorecard, so that programs that compute
/// nothing when they open a file show points and levels too. Of evidence a cell has title and address.
///
/// # Errors
/// As [`blank`].
pub fn filled(framework: &Framework, form: &Assessment, card: &Scorecard, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let institution = form.institution.as_ref();
    let known = Prefilled {
        code: institution.and_then(|institution| institution.code.as_deref()),
        kind: institution.and_then(|institution| institution.kind),
        name: institution.and_then(|institution| institution.name.as_deref()),
        period: form.period.as_deref(),
        stream: form.stream,
        ..Prefilled::default()
    };
    made(framework, &known, Some(Filled::new(form, card)), lang)
}

fn made(framework: &Framework, known: &Prefilled<'_>, filled: Option<Filled<'_>>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed date, so that the same form has the same bytes every day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(framework.title.get(lang)).set_creation_datetime(&made));
    let header = SUMMARY + u32::try_from(framework.groups.len()).unwrap_or(0) + 1;
    let sheet = workbook.add_worksheet();
    // A formula without a result gives an empty text.
    sheet.set_formula_result_default("");
    let mut form = Form { sheet, framework, known, filled, lang, header, row: header + 1, groups: Vec::new(), styles: Styles::new() };
    form.questions()?;
    form.frame()?;
    form.page()?;
    workbook.save_to_buffer()
}

/// What follows for a group or criterion.
struct SoFar {
    points: Range<Points>,
    levels: Range<Level>,
    /// How many of its indicators are blank.
    blank: usize,
}

struct Form<'a> {
    sheet: &'a mut Worksheet,
    framework: &'a Framework,
    known: &'a Prefilled<'a>,
    /// What is filled in.
    filled: Option<Filled<'a>>,
    lang: Lang,
    /// The row of the header.
    header: u32,
    /// The next row.
    row: u32,
    /// The groups that are written.
    groups: Vec<GroupRows>,
    styles: Styles,
}

/// The rows of a group.
#[derive(Default)]
struct GroupRows {
    conditions: Vec<u32>,
    criteria: Vec<u32>,
    /// Rows whose answer needs evidence.
    proved: Vec<u32>,
    /// How many of them lack it.
    unproved: u32,
    /// Indicators that no source locates, which may stay blank.
    unlocated: Vec<(String, u32)>,
}

impl Form<'_> {
    /// Writes the questions, from the framework to the last indicator.
    fn questions(&mut self) -> Result<(), XlsxError> {
        self.how_to()?;
        let framework = self.framework;
        let heading = Word::AboutTheInstitution.template(self.lang);
        self.heading("", heading, None, &self.styles.group.clone())?;
        for column in columns(framework).iter().take(AboutColumn::ALL.len() + 1) {
            self.about(column)?;
        }
        framework.groups.iter().try_for_each(|group| self.group(group))
    }

    fn group(&mut self, group: &Group) -> Result<(), XlsxError> {
        let lang = self.lang;
        self.heading("", &format!("{}\n{}", group.heading(lang), group.bands.text(lang)), Some(group.max), &self.styles.group.clone())?;
        let mut rows = GroupRows::default();
        if !group.conditions.is_empty() {
            self.heading("", Word::Conditions.template(lang), None, &self.styles.criterion.clone())?;
        }
        for condition in &group.conditions {
            rows.conditions.push(self.row);
            self.condition(condition, &mut rows)?;
        }
        for criterion in &group.criteria {
            self.criterion(criterion, &mut rows)?;
        }
        self.groups.push(rows);
        Ok(())
    }

    fn criterion(&mut self, criterion: &Criterion, rows: &mut GroupRows) -> Result<(), XlsxError> {
        let (lang, row) = (self.lang, self.row);
        let evidence = criterion.evidence.as_ref().map(|list| Word::EvidenceOfCriterion.say(lang, &[("text", &list.text.get(lang))]));
        let bands = criterion.bands.as_ref().map(|bands| bands.text(lang));
        let lines: Vec<String> = [Some(criterion.title.get(lang).to_owned()), bands, evidence].into_iter().flatten().collect();
        self.heading(&criterion.code, &lines.join("\n"), Some(criterion.max), &self.styles.criterion.clone())?;
        let first = self.row;
        for indicator in &criterion.indicators {
            self.indicator(indicator, rows)?;
        }
        let last = self.row - 1;
        let (counted, max) = (cell_range(first, COUNTED, last, COUNTED), cell_range(first, MAX, last, MAX));
        let so_far = self.so_far(&criterion.code, criterion.max, criterion.bands.as_ref(), criterion.indicators.iter());
        self.number(row, LOW, &format!("ROUND(100*SUM({counted}),0)"), so_far.points.low.hundredths())?;
        let open = format!("{}+ROUND(100*SUMPRODUCT((1-ISNUMBER({counted}))*{max}),0)", row_col_to_cell(row, LOW));
        self.number(row, HIGH, &open, so_far.points.high.hundredths())?;
        self.number(row, BLANK, &format!("SUMPRODUCT(--({counted}=\"\"))"), so_far.blank)?;
        self.number(row, REFUSED, &format!("COUNTIF({counted},{})", formula::quoted(formula::IS_REFUSED)), 0)?;
        let counted = self.styles.criterion.clone().set_align(rust_xlsxwriter::FormatAlign::Center);
        self.text(row, COUNTED, &span(row), &self.points_text(so_far.points), &counted)?;
        if let Some(bands) = &criterion.bands {
            self.levels(row, bands, so_far.levels)?;
            self.text(row, NOTE, &self.level_at(row), &self.level_text(so_far.levels), &self.styles.criterion.clone())?;
        }
        rows.criteria.push(row);
        Ok(())
    }

    /// Writes the two ends of the level of a row of points.
    fn levels(&mut self, row: u32, bands: &Bands, levels: Range<Level>) -> Result<(), XlsxError> {
        self.number(row, LOW_LEVEL, &formula::level(&row_col_to_cell(row, LOW), bands), levels.low.get())?;
        self.number(row, HIGH_LEVEL, &formula::level(&row_col_to_cell(row, HIGH), bands), levels.high.get())
    }

    /// The same of points in words.
    fn points_text(&self, points: Range<Points>) -> String {
        points.text(|points| points.text(self.lang))
    }

    /// What follows for a group or criterion from what is filled in; in a blank form everything is open.
    fn so_far<'i>(&self, code: &str, max: Points, bands: Option<&Bands>, indicators: impl Iterator<Item = &'i Indicator>) -> SoFar {
        let levels = bands.map(formula::levels).unwrap_or_default();
        match &self.filled {
            None => SoFar { points: Range { low: Points::ZERO, high: max }, levels, blank: indicators.count() },
            Some(filled) => {
                let (points, found) = filled.result(code).unwrap_or((Range { low: Points::ZERO, high: max }, None));
                SoFar { points, levels: found.unwrap_or(levels), blank: indicators.filter(|indicator| filled.is_blank(&indicator.code)).count() }
            }
        }
    }

    /// The level of a row in words: one level only if no blank cell can change it.
    fn level_at(&self, row: u32) -> String {
        let lang = self.lang;
        let [low, high] = [LOW_LEVEL, HIGH_LEVEL].map(|column| row_col_to_cell(row, column));
        let names = self.framework.levels.iter().map(|level| (level.level.to_string(), formula::quoted(&excerpt(level.name.get(lang)))));
        let name = formula::chosen(&low, names);
        let is = Word::LevelIs.say(lang, &[("level", &joined(&low)), ("name", &joined(&name))]);
        let between = Word::LevelBetween.say(lang, &[("low", &joined(&low)), ("high", &joined(&high))]);
        format!("IF({low}={high},\"{is}\",\"{between}\")")
    }

    /// The same of a known range.
    fn level_text(&self, levels: Range<Level>) -> String {
        let lang = self.lang;
        match levels.known() {
            Some(level) => {
                let name = self.framework.level(level).map_or("", |level| level.name.get(lang));
                Word::LevelIs.say(lang, &[("level", &level), ("name", &name)])
            }
            None => Word::LevelBetween.say(lang, &[("low", &levels.low), ("high", &levels.high)]),
        }
    }

    /// Writes a row without a question.
    fn heading(&mut self, code: &str, title: &str, max: Option<Points>, style: &Format) -> Result<(), XlsxError> {
        for (column, text) in (0_u16..).zip([code, title, "", "", "", "", ""]) {
            self.sheet.write_with_format(self.row, column, text, style)?;
        }
        if let Some(max) = max {
            self.sheet.write_with_format(self.row, MAX, number(max), &style.clone().set_align(rust_xlsxwriter::FormatAlign::Center))?;
        }
        self.end(title)
    }

    /// Writes a row of who and when. Its answer is as wide as four columns, for the long name of a school.
    fn about(&mut self, column: &FormColumn) -> Result<(), XlsxError> {
        let (lang, row) = (self.lang, self.row);
        let help = match column.takes {
            Takes::Framework => self.framework.title.get(lang).to_owned(),
            Takes::About(AboutColumn::Code) => Word::HelpCode.template(lang).to_owned(),
            Takes::About(AboutColumn::Name) => Word::HelpName.template(lang).to_owned(),
            other => other.accepts(self.framework, lang),
        };
        self.sheet.write_with_format(row, CODE, title(self.framework, column, lang), &self.styles.code)?;
        self.sheet.write_with_format(row, CONTENT, help.as_str(), &self.styles.text)?;
        self.sheet.write_blank(row, MAX, &self.styles.max)?;
        let day = self.filled.as_ref().and_then(|filled| filled.day(lang));
        let known = match column.takes {
            Takes::Framework => Some(self.framework.id.as_str()),
            Takes::About(AboutColumn::Date) => day.as_deref(),
            Takes::About(about) => self.known.about(about, lang),
            _ => None,
        };
        // What a person filled in may be changed.
        let is_locked = known.is_some() && (self.filled.is_none() || column.takes == Takes::Framework);
        let style = if is_locked { &self.styles.known } else { &self.styles.about };
        self.sheet.merge_range(row, ANSWER, row, COUNTED, known.unwrap_or_default(), style)?;
        if let (Takes::About(about @ (AboutColumn::Type | AboutColumn::Stream)), false) = (column.takes, is_locked) {
            let names: Vec<&str> = about.words(lang).into_iter().map(|(_, name)| name).collect();
            self.validate(
                DataValidation::new().allow_list_strings(&names)?,
                Word::ChooseFromList.template(lang),
                Word::ChooseFromList.template(lang),
            )?;
        }
        // Nobody fits the height of merged cells to a text that is typed later, so a name has room for two lines.
        let wide: u32 = [ANSWER, NOTE, EVIDENCE, COUNTED].into_iter().map(width).sum();
        let lines = match column.takes {
            Takes::About(AboutColumn::Name) => lines(known.unwrap_or_default(), wide).max(2),
            _ => lines(known.unwrap_or_default(), wide),
        };
        let lines = lines.max(self::lines(&help, width(CONTENT))).max(self::lines(&title(self.framework, column, lang), width(CODE)));
        self.end_after(lines)
    }

    fn condition(&mut self, condition: &Condition, rows: &mut GroupRows) -> Result<(), XlsxError> {
        let (lang, row) = (self.lang, self.row);
        let counted = formula::condition(&row_col_to_cell(row, ANSWER));
        let words = [Word::Met, Word::NotMet].map(|word| word.template(lang));
        let choose = Word::ChooseFromList.template(lang);
        self.validate(DataValidation::new().allow_list_strings(&words)?, choose, choose)?;
        self.sheet.write_blank(row, MAX, &self.styles.max)?;
        let asked = condition.required_evidence.as_ref().map(|rule| rule.at_least);
        self.asked(&condition.code, &condition.title.shown(lang), condition.help(lang), &counted, asked, rows)
    }

    fn indicator(&mut self, indicator: &Indicator, rows: &mut GroupRows) -> Result<(), XlsxError> {
        let (lang, row, max) = (self.lang, self.row, indicator.max);
        let rule = self.framework.rule_of(indicator);
        let [answer, max_cell] = [ANSWER, MAX].map(|column| row_col_to_cell(row, column));
        let (prompt, wrong) = match FactKind::of(indicator, rule) {
            FactKind::Points(max) => (Word::TypePoints, Word::PointsWrong).say(lang, max),
            FactKind::Count => (Word::TypeCount, Word::TypeCount).say(lang, max),
            FactKind::Share => (Word::TypeShare, Word::TypeShare).say(lang, max),
            FactKind::Met => (Word::ChooseFromList, Word::ChooseFromList).say(lang, max),
        };
        let accepted = match formula::accepted(rule, &answer, &max_cell) {
            Some(accepted) => DataValidation::new().allow_custom(Formula::new(accepted)),
            None => DataValidation::new().allow_list_strings(&[Word::Met, Word::NotMet].map(|word| word.template(lang)))?,
        };
        self.validate(accepted, &prompt, &wrong)?;
        self.sheet.write_with_format(row, MAX, number(max), &self.styles.max)?;
        if *rule == Rule::Direct {
            self.trial(max)?;
        }
        if indicator.basis.standing == Standing::Unlocated {
            rows.unlocated.push((indicator.code.to_string(), row));
        }
        let how = rule.text(lang).map(|rule| Word::HowPoints.say(lang, &[("rule", &rule)]));
        let help = how.into_iter().chain(indicator.help(lang)).collect();
        let counted = formula::points(rule, &answer, &max_cell, max);
        let asked = indicator.required_evidence.as_ref().map(|rule| rule.at_least);
        self.asked(&indicator.code, &indicator.title.shown(lang), help, &counted, asked, rows)
    }

    /// Writes the cells that a condition and an indicator have alike.
    fn asked(
        &mut self,
        code: &str,
        title: &str,
        help: Vec<String>,
        counted: &str,
        evidence: Option<u32>,
        rows: &mut GroupRows,
    ) -> Result<(), XlsxError> {
        let row = self.row;
        let lines: Vec<String> = std::iter::once(title.to_owned()).chain(help).collect();
        let text = lines.join("\n");
        self.sheet.write_with_format(row, CODE, code, &self.styles.code)?;
        self.sheet.write_with_format(row, CONTENT, text.as_str(), &self.styles.text)?;
        let said = self.filled.as_ref().map(|filled| filled.row(code, self.lang)).unwrap_or_default();
        self.sheet.write_with_format(row, ANSWER, said.answer.as_str(), &self.styles.answer)?;
        self.sheet.write_with_format(row, NOTE, said.note.as_str(), &self.styles.remark)?;
        self.sheet.write_with_format(row, EVIDENCE, said.evidence.as_str(), &self.styles.remark)?;
        self.text(row, COUNTED, counted, &said.counted, &self.styles.counted.clone())?;
        let is_refused = format!("{}={}", row_col_to_cell(row, COUNTED), formula::quoted(formula::IS_REFUSED));
        self.mark(ANSWER, &is_refused)?;
        if let Some(at_least) = evidence {
            let cell = row_col_to_cell(row, EVIDENCE);
            let counted = row_col_to_cell(row, COUNTED);
            let pieces = format!("IF(TRIM({cell})=\"\",0,LEN(TRIM({cell}))-LEN(SUBSTITUTE(TRIM({cell}),CHAR(10),\"\"))+1)");
            let brings = format!("OR({counted}={},N({counted})>0)", formula::quoted(formula::IS_MET));
            let lacks = u32::from(said.brings && said.evidence.lines().count() < usize::try_from(at_least).unwrap_or(usize::MAX));
            self.number(row, UNPROVED, &format!("IF(AND({brings},{pieces}<{at_least}),1,0)"), lacks)?;
            self.mark(EVIDENCE, &format!("{}=1", row_col_to_cell(row, UNPROVED)))?;
            rows.proved.push(row);
            rows.unproved += lacks;
        }
        // Some programs do not fit the height of a row to what is in it.
        let beside = self::lines(&said.note, width(NOTE)).max(self::lines(&said.evidence, width(EVIDENCE)));
        self.end_after(self::lines(&text, width(CONTENT)).max(beside))
    }

    /// Writes the cells beside a row of points, in which a person may try what a share would bring.
    fn trial(&mut self, max: Points) -> Result<(), XlsxError> {
        let (lang, row) = (self.lang, self.row);
        let [part, whole] = [PART, WHOLE].map(|column| row_col_to_cell(row, column));
        for column in [PART, WHOLE] {
            self.sheet.write_blank(row, column, &self.styles.trial)?;
        }
        let rule = DataValidation::new().allow_whole_number(DataValidationRule::Between(0, 1_000_000));
        let rule = rule.set_input_message(Word::TryShare.template(lang))?.set_error_title(Word::NotAccepted.template(lang))?;
        self.sheet.add_data_validation(row, PART, row, WHOLE, &rule.set_error_message(Word::TypeCount.template(lang))?)?;
        self.text(row, BY_SHARE, &formula::trial(&part, &whole, max), "", &self.styles.tried.clone())
    }

    /// Limits what Excel accepts in the answer of the row.
    fn validate(&mut self, rule: DataValidation, prompt: &str, wrong: &str) -> Result<(), XlsxError> {
        let rule = rule.set_input_message(prompt)?.set_error_title(Word::NotAccepted.template(self.lang))?.set_error_message(wrong)?;
        self.sheet.add_data_validation(self.row, ANSWER, self.row, ANSWER, &rule)?;
        Ok(())
    }

    /// Colours a cell of the row while a formula holds.
    fn mark(&mut self, column: u16, holds: &str) -> Result<(), XlsxError> {
        let mark = ConditionalFormatFormula::new().set_rule(Formula::new(holds)).set_format(&self.styles.refused);
        self.sheet.add_conditional_format(self.row, column, self.row, column, &mark)?;
        Ok(())
    }

    /// Writes a formula that gives a whole number into a hidden column. Programs show `result` until they compute it anew.
    fn number(&mut self, row: u32, column: u16, formula: &str, result: impl std::fmt::Display) -> Result<(), XlsxError> {
        self.sheet.write_formula(row, column, Formula::new(formula).set_result(result.to_string()))?;
        Ok(())
    }

    /// Writes a formula that gives a text.
    fn text(&mut self, row: u32, column: u16, formula: &str, result: &str, style: &Format) -> Result<(), XlsxError> {
        self.sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(result), style)?;
        Ok(())
    }

    /// Ends a row with such a text in its column of content.
    fn end(&mut self, content: &str) -> Result<(), XlsxError> {
        self.end_after(lines(content, width(CONTENT)))
    }

    /// Ends a row of so many lines; some programs do not compute the height.
    fn end_after(&mut self, lines: u32) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, lines * A_LINE + 3)?;
        self.row += 1;
        Ok(())
    }

    /// Sets up the page and locks the sheet.
    fn page(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_name(Word::Sheet.template(self.lang))?;
        for (column, width) in (0_u16..).zip(WIDTHS) {
            self.sheet.set_column_width(column, width)?;
        }
        self.sheet.set_column_range_hidden(LOW, UNPROVED)?;
        self.sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer("&C&P/&N");
        self.sheet.set_print_area(0, CODE, self.row - 1, COUNTED)?.set_repeat_rows(self.header, self.header)?;
        if self.framework.groups.len() <= FROZEN_GROUPS {
            self.sheet.set_freeze_panes(self.header + 1, 0)?;
        }
        // `1.3` is a code, and `5,25` an answer, although both look like numbers.
        self.sheet.ignore_error_range(0, CODE, self.row, COUNTED, IgnoreError::NumberStoredAsText)?;
        let first = self.header + 4;
        self.sheet.set_selection(first, ANSWER, first, ANSWER)?;
        self.sheet.protect_with_options(&ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() });
        Ok(())
    }
}

/// The prompt of a cell, and the message about what it refuses.
trait Prompt {
    fn say(self, lang: Lang, max: Points) -> (String, String);
}

impl Prompt for (Word, Word) {
    fn say(self, lang: Lang, max: Points) -> (String, String) {
        let said = |word: Word| word.say(lang, &[("max", &max.text(lang))]);
        (said(self.0), said(self.1))
    }
}

/// The points of a row in words.
fn span(row: u32) -> String {
    formula::span(&row_col_to_cell(row, LOW), &row_col_to_cell(row, HIGH))
}

/// A formula between two pieces of a text in a formula.
fn joined(formula: &str) -> String {
    format!("\"&{formula}&\"")
}

/// The beginning of a text; Excel allows 255 characters for one in a formula.
fn excerpt(text: &str) -> String {
    text.chars().take(200).collect()
}

/// Excel stores doubles only; a number with two decimals survives the round trip.
fn number(points: Points) -> f64 {
    f64::from(points.hundredths()) / 100.0
}

/// The width of a column, in characters.
fn width(column: u16) -> u32 {
    WIDTHS.get(usize::from(column)).copied().unwrap_or_default()
}

/// The lines that a text takes in a cell of such a width, broken between words.
fn lines(text: &str, width: u32) -> u32 {
    // Widths count digits, which are wider than most letters; a cell has an indent, and bold letters are wider too.
    let room = (width * 21 / 20).max(1) as usize;
    let of_paragraph = |paragraph: &str| {
        let (mut lines, mut used) = (1_usize, 0_usize);
        for word in paragraph.split(' ') {
            let long = word.chars().count();
            let with_blank = if used == 0 { long } else { used + 1 + long };
            if with_blank <= room {
                used = with_blank;
            } else {
                lines += usize::from(used > 0) + long.saturating_sub(1) / room;
                used = long.saturating_sub(1) % room + 1;
            }
        }
        lines
    };
    u32::try_from(text.split('\n').map(of_paragraph).sum::<usize>()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_need() {
        for (text, wanted) in [("", 1), ("một hai", 1), ("một hai ba bốn", 2), ("một\nhai", 2), ("mộthaibabốnnăm sáubảy", 3)] {
            assert_eq!(lines(text, 10), wanted, "{text}");
        }
    }
}
