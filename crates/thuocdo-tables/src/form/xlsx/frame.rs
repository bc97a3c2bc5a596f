//! What stands above and below the questions: head, instructions, what follows from the answers, and the place for signatures.

use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::utility::{cell_range, row_col_to_cell};
use thuocdo::{Group, InstitutionType, Level, Range, Stream};

use super::{
    A_LINE, ANSWER, BLANK, CODE, CONTENT, COUNTED, EVIDENCE, Form, GroupRows, HIGH, HIGH_LEVEL, LOW, LOW_LEVEL, MAX, NOTE, PARTS, REFUSED, SUMMARY,
    TRIAL, UNMET, UNPROVED, excerpt, formula, joined, lines, number, span, width,
};
use crate::about::AboutColumn;
use crate::words::Word;

/// The most arguments of a function in Excel.
const ARGUMENTS: usize = 250;

impl Form<'_> {
    /// Writes the instructions below the header, where they scroll away.
    pub(super) fn how_to(&mut self) -> Result<(), XlsxError> {
        let lang = self.lang;
        let see = self.known.command.map(|command| Word::SeeResult.say(lang, &[("command", &command)]));
        // What the framework itself says about points.
        let award = self.framework.award.basis.note.as_ref().map(|note| note.get(lang).to_owned());
        let texts: Vec<String> = [Some(Word::HowTo.template(lang).to_owned()), see, award].into_iter().flatten().collect();
        let text = texts.join("\n");
        self.sheet.write_blank(self.row, CODE, &self.styles.how_to)?;
        self.sheet.merge_range(self.row, CONTENT, self.row, COUNTED, &text, &self.styles.how_to)?;
        self.end_after(lines(&text, (CONTENT..=COUNTED).map(width).sum()))
    }

    /// Writes what stands above and below the questions, which are written already.
    pub(super) fn frame(&mut self) -> Result<(), XlsxError> {
        self.head()?;
        self.summary()?;
        let lang = self.lang;
        for (column, part) in (0_u16..).zip(PARTS.into_iter().chain(TRIAL)) {
            self.sheet.write_with_format(self.header, column, part.template(lang), &self.styles.header)?;
        }
        self.sheet.set_row_height(self.header, 2 * A_LINE + 2)?;
        self.foot()
    }

    /// The cell of an answer about the institution.
    fn about_cell(&self, wanted: AboutColumn) -> String {
        // Instructions, a heading and the framework stand between the header and these rows.
        let place = AboutColumn::ALL.iter().position(|(.., column)| *column == wanted).unwrap_or_default();
        row_col_to_cell(self.header + 4 + u32::try_from(place).unwrap_or_default(), ANSWER)
    }

    fn head(&mut self) -> Result<(), XlsxError> {
        let (lang, framework) = (self.lang, self.framework);
        let authority = self.known.authority.unwrap_or(Word::AnAuthority.template(lang));
        self.sheet.merge_range(0, CODE, 0, CONTENT, authority, &self.styles.authority)?;
        self.sheet.merge_range(1, CODE, 1, CONTENT, "", &self.styles.institution)?;
        let (name, nobody) = (self.about_cell(AboutColumn::Name), Word::AnInstitution.template(lang));
        let shown = self.known.name.map_or_else(|| nobody.to_owned(), str::to_uppercase);
        let formula = format!("IF(TRIM({name})=\"\",{},UPPER({name}))", formula::quoted(nobody));
        self.text(1, CODE, &formula, &shown, &self.styles.institution.clone())?;

        self.sheet.merge_range(0, MAX, 0, COUNTED, "", &self.styles.title)?;
        self.by_stream(0, MAX, [Word::TitleSelf, Word::TitleExternal, Word::TitleAny], &self.styles.title.clone())?;
        let titles = framework.overlays.iter().rev().take(1).map(|overlay| overlay.title.get(lang)).chain([framework.legal.title.as_str()]);
        let of = titles.chain([framework.legal.cited(lang).as_str()]).collect::<Vec<_>>().join(" · ");
        self.sheet.merge_range(1, MAX, 1, COUNTED, &of, &self.styles.subtitle)?;
        self.sheet.set_row_height(0, 22)?;
        let left = lines(&shown, width(CODE) + width(CONTENT));
        let right = lines(&of, (MAX..=COUNTED).map(width).sum());
        self.sheet.set_row_height(1, left.max(right) * A_LINE + 2)?;
        Ok(())
    }

    /// Writes the word for a self-assessment, an external one, or one of which that is not known.
    fn by_stream(&mut self, row: u32, column: u16, words: [Word; 3], style: &rust_xlsxwriter::Format) -> Result<(), XlsxError> {
        let lang = self.lang;
        let cell = self.about_cell(AboutColumn::Stream);
        let [own, external, any] = words.map(|word| word.template(lang));
        let [is_own, is_external] = [Stream::SelfAssessment, Stream::External].map(|stream| format!("{cell}={}", formula::quoted(stream.name(lang))));
        let [own_text, external_text, any_text] = [own, external, any].map(formula::quoted);
        let shown = match self.known.stream {
            Some(Stream::SelfAssessment) => own,
            Some(Stream::External) => external,
            _ => any,
        };
        self.text(row, column, &format!("IF({is_own},{own_text},IF({is_external},{external_text},{any_text}))"), shown, style)
    }

    /// Writes what follows from the answers so far.
    fn summary(&mut self) -> Result<(), XlsxError> {
        let (lang, framework) = (self.lang, self.framework);
        let top = SUMMARY - 1;
        let head = self.styles.criterion.clone();
        self.sheet.merge_range(top, CODE, top, CONTENT, Word::SoFar.template(lang), &head)?;
        for (column, word) in [(MAX, Word::Max), (ANSWER, Word::Points), (NOTE, Word::Level), (EVIDENCE, Word::Open)] {
            self.sheet.write_with_format(top, column, word.template(lang), &head)?;
        }
        self.sheet.merge_range(top, EVIDENCE, top, COUNTED, Word::Open.template(lang), &head)?;
        self.sheet.set_row_height(top, 2 * A_LINE + 2)?;
        let groups = std::mem::take(&mut self.groups);
        let mut row = SUMMARY;
        let mut levels = Vec::new();
        for (group, rows) in framework.groups.iter().zip(&groups) {
            levels.push(self.summary_of(row, group, rows)?);
            row += 1;
        }
        let style = self.styles.summary.clone();
        self.sheet.merge_range(row, CODE, row, CONTENT, Word::Overall.template(lang), &style)?;
        for column in MAX..=COUNTED {
            self.sheet.write_blank(row, column, &style)?;
        }
        for column in [LOW_LEVEL, HIGH_LEVEL] {
            let end = |levels: &Range<Level>| if column == LOW_LEVEL { levels.low } else { levels.high };
            let known = levels.iter().map(end).min().unwrap_or_default();
            self.number(row, column, &format!("MIN({})", cell_range(SUMMARY, column, row - 1, column)), known)?;
        }
        let levels = framework.overall.rule.level(levels.into_iter());
        self.text(row, NOTE, &self.level_at(row), &self.level_text(levels), &style)?;
        self.sheet.set_row_height(row, A_LINE + 2)?;
        Ok(())
    }

    /// Writes the row of a group, and tells its level.
    fn summary_of(&mut self, row: u32, group: &Group, rows: &GroupRows) -> Result<Range<Level>, XlsxError> {
        let lang = self.lang;
        let so_far = self.so_far(&group.code, group.max, Some(&group.bands), group.indicators());
        let style = self.styles.summary.clone();
        let middle = style.clone().set_align(rust_xlsxwriter::FormatAlign::Center);
        self.sheet.write_with_format(row, CODE, Word::OfGroup.say(lang, &[("code", &group.code)]), &style)?;
        self.sheet.write_with_format(row, CONTENT, group.title.get(lang), &style)?;
        self.sheet.write_with_format(row, MAX, number(group.max), &middle)?;
        let of_criteria = |column: u16| sum(rows.criteria.iter().map(|criterion| row_col_to_cell(*criterion, column)));
        self.number(row, LOW, &of_criteria(LOW), so_far.points.low.hundredths())?;
        self.number(row, HIGH, &of_criteria(HIGH), so_far.points.high.hundredths())?;
        self.levels(row, &group.bands, so_far.levels)?;
        let conditions = rows.conditions.first().zip(rows.conditions.last()).map(|(first, last)| cell_range(*first, COUNTED, *last, COUNTED));
        let with_conditions = |of_criteria: String, of_conditions: &dyn Fn(&str) -> String| match &conditions {
            Some(cells) => format!("{of_criteria}+{}", of_conditions(cells)),
            None => of_criteria,
        };
        let count = |cells: &str, mark: &str| format!("COUNTIF({cells},{})", formula::quoted(mark));
        let blank = with_conditions(of_criteria(BLANK), &|cells| format!("SUMPRODUCT(--({cells}=\"\"))"));
        let (open_conditions, unmet) = match &self.filled {
            None => (rows.conditions.len(), 0),
            Some(filled) => filled.conditions(&group.code),
        };
        let all = open_conditions + so_far.blank;
        self.number(row, BLANK, &blank, all)?;
        self.number(row, REFUSED, &with_conditions(of_criteria(REFUSED), &|cells| count(cells, formula::IS_REFUSED)), 0)?;
        self.number(row, UNMET, &conditions.as_deref().map_or_else(|| "0".to_owned(), |cells| count(cells, formula::IS_UNMET)), unmet)?;
        self.number(row, UNPROVED, &sum(rows.proved.iter().map(|proved| row_col_to_cell(*proved, UNPROVED))), rows.unproved)?;

        let points = format!("{}&\"/\"&{}", span(row), row_col_to_cell(row, MAX));
        self.text(row, ANSWER, &points, &format!("{}/{}", self.points_text(so_far.points), group.max.text(lang)), &middle)?;
        self.text(row, NOTE, &self.level_at(row), &self.level_text(so_far.levels), &style)?;
        self.sheet.merge_range(row, EVIDENCE, row, COUNTED, "", &style)?;
        let (open, shown) = self.open(row, rows, all, unmet);
        self.text(row, EVIDENCE, &open, &shown, &style)?;
        self.sheet.set_row_height(row, A_LINE + 2)?;
        Ok(so_far.levels)
    }

    /// The formula for what is missing in a group, and its text: so many cells are blank, and so many conditions unmet.
    fn open(&self, row: u32, rows: &GroupRows, blank: usize, unmet: usize) -> (String, String) {
        let lang = self.lang;
        let cell = |column: u16| row_col_to_cell(row, column);
        let counted = |word: Word, column: u16| word.say(lang, &[("count", &joined(&cell(column)))]);
        let mut blanks = format!("\"{}\"", counted(Word::Blanks, BLANK));
        let mut shown = Word::Blanks.say(lang, &[("count", &blank)]);
        for (code, row) in &rows.unlocated {
            let text = Word::BlankUnlocated.say(lang, &[("code", code)]);
            blanks = format!("{blanks}&IF({}=\"\",{},\"\")", row_col_to_cell(*row, COUNTED), formula::quoted(&excerpt(&text)));
            if self.filled.as_ref().is_none_or(|filled| filled.is_blank(code)) {
                shown.push_str(&text);
            }
        }
        if blank == 0 {
            Word::Full.template(lang).clone_into(&mut shown);
        }
        for (word, count) in [(Word::Unmet, unmet), (Word::Unproved, usize::try_from(rows.unproved).unwrap_or_default())] {
            if count > 0 {
                shown.push_str("; ");
                shown.push_str(&word.say(lang, &[("count", &count)]));
            }
        }
        let full = formula::quoted(Word::Full.template(lang));
        let mend = format!("IF({}>0,\"{}; \",\"\")", cell(REFUSED), counted(Word::ToMend, REFUSED));
        let blanks = format!("IF({}>0,{blanks},{full})", cell(BLANK));
        let behind = [(Word::Unmet, UNMET), (Word::Unproved, UNPROVED)]
            .map(|(word, column)| format!("IF({}>0,\"; {}\",\"\")", cell(column), counted(word, column)));
        ([&[mend, blanks], behind.as_slice()].concat().join("&"), shown)
    }

    /// Writes the place for signatures.
    fn foot(&mut self) -> Result<(), XlsxError> {
        let lang = self.lang;
        let plain = self.styles.plain.clone();
        self.sheet.merge_range(self.row + 1, CODE, self.row + 1, COUNTED, Word::Answerable.template(lang), &plain)?;
        self.sheet.merge_range(self.row + 2, NOTE, self.row + 2, COUNTED, Word::PlaceAndDay.template(lang), &self.styles.signed)?;
        let (office, signed) = (self.row + 3, self.row + 4);
        self.sheet.merge_range(office, NOTE, office, COUNTED, "", &self.styles.office)?;
        self.by_stream(office, CONTENT, [Word::MadeBy, Word::Secretary, Word::MadeBy], &self.styles.office.clone())?;
        let (stream, kind) = (self.about_cell(AboutColumn::Stream), self.about_cell(AboutColumn::Type));
        let [leader, director, head] = [Word::Leader, Word::Director, Word::Head].map(|word| word.template(lang));
        let [leader_text, director_text, head_text] = [leader, director, head].map(formula::quoted);
        let [external, centre] = [Stream::External.name(lang), InstitutionType::Continuing.name(lang)].map(formula::quoted);
        let shown = match (self.known.stream, self.known.kind) {
            (Some(Stream::External), _) => leader,
            (_, Some(InstitutionType::Continuing)) => director,
            _ => head,
        };
        let by = format!("IF({stream}={external},{leader_text},IF({kind}={centre},{director_text},{head_text}))");
        self.text(office, NOTE, &by, shown, &self.styles.office.clone())?;
        self.sheet.write_with_format(signed, CONTENT, Word::SignedName.template(lang), &self.styles.signed)?;
        self.sheet.merge_range(signed, NOTE, signed, COUNTED, Word::SignedSeal.template(lang), &self.styles.signed)?;
        // Room for the signatures and the names below them.
        let names = self.row + 5;
        self.sheet.set_row_height(names, 4 * A_LINE)?;
        self.sheet.write_blank(names, CONTENT, &self.styles.signed)?;
        self.sheet.merge_range(names, NOTE, names, COUNTED, "", &self.styles.signed)?;
        self.row = names + 1;
        Ok(())
    }
}

/// The sum of cells, however many there are; 0 of none.
fn sum(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    let sums: Vec<String> = cells.chunks(ARGUMENTS).map(|some| format!("SUM({})", some.join(","))).collect();
    if sums.is_empty() { "0".to_owned() } else { sums.join("+") }
}
