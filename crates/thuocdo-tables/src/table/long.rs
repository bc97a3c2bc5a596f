//! Long tables, with one fact per row, and forms, which are long tables of one assessment.

use std::collections::HashMap;

use thuocdo::json::Value;
use thuocdo::{Fact, Indicator, Input, Lang, Violation, ViolationCode};

#[cfg(feature = "xlsx")]
use super::FormKey;
use super::told::{CellNote, Cells, cell_name, more_faults, note, of_unknown, title};
use super::{ANSWER_HEADINGS, CODE_HEADINGS, Halt, NotedAnswer, Reading, Record, Row, VALUE_HEADINGS, Visit, beyond_header, heading};
use crate::about::AboutColumn;
use crate::advice::{Takes, excerpt};
use crate::cell::{Cell, folded};
use crate::codes::TableCode;
use crate::fact::FactKind;
use crate::fault::Fault;
use crate::header::{is_within, not_named, some};
use crate::names::{Asked, ColumnName, FRAMEWORK, Half};
use crate::row::{Building, answer};
use crate::words::{Say, Word};

/// The columns of a long table by meaning.
pub(super) struct Long {
    header: u64,
    code: usize,
    answer: usize,
    note: Option<usize>,
    evidence: Option<usize>,
    /// Columns that identify the assessment of a row.
    about: Vec<(usize, usize)>,
    framework: Option<usize>,
    /// What stands above the header of a form, such as `Năm học | 2023-2024`.
    above: Vec<(usize, Answer)>,
    faults: Vec<Fault>,
    schools: Vec<School>,
    by_key: HashMap<Vec<String>, usize>,
    /// The last row with a code.
    last: u64,
    /// Its columns: what each is called, and what it is read as.
    read: Vec<(String, String)>,
    /// The columns that are not read.
    unread: Vec<String>,
    /// How many columns the header has, and those of them without a name.
    width: usize,
    unnamed: Vec<usize>,
    /// Rows with an answer, but an unknown name or none.
    strays: Vec<Stray>,
}

struct Stray {
    row: u64,
    /// The name, if there is one.
    name: Option<String>,
    found: String,
}

/// One assessment of a long table.
#[derive(Default)]
struct School {
    line: u64,
    about: HashMap<usize, Answer>,
    framework: Option<Answer>,
    facts: HashMap<usize, Answer>,
    faults: Vec<Fault>,
}

/// The content of a row of a long table.
struct Answer {
    row: u64,
    column: usize,
    cell: Option<Cell<'static>>,
    note: Option<String>,
    evidence: Option<String>,
}

impl Answer {
    /// What a row says in a column that has no note and no evidence beside it.
    fn in_column(row: &Row<'_>, column: usize) -> Option<Answer> {
        let cell = Some(row.cell(column)?.clone().into_owned());
        Some(Answer { row: row.number, column, cell, note: None, evidence: None })
    }
}

impl Long {
    /// The columns of a long table, if `row` is its header: it needs a code and an answer, and in a table of many assessments also who is
    /// assessed.
    pub(super) fn of_header(row: &Row<'_>, named: &[ColumnName]) -> Option<Long> {
        let headings: Vec<(usize, String)> =
            row.cells.iter().enumerate().filter_map(|(index, cell)| Some((index, heading(&cell.as_ref()?.show(Lang::En))))).collect();
        let column = |wanted: &[&str]| headings.iter().find(|(_, name)| wanted.contains(&name.as_str())).map(|(index, _)| *index);
        let code = column(&CODE_HEADINGS)?;
        let about: Vec<(usize, usize)> = named
            .iter()
            .enumerate()
            .filter_map(|(index, named)| match named {
                ColumnName::About(about) if index != code => Some((index, *about)),
                _ => None,
            })
            .collect();
        let answer = column(&ANSWER_HEADINGS).or_else(|| if about.is_empty() { None } else { column(&VALUE_HEADINGS) })?;
        let (note, evidence) = (column(&["ghi chú", "note"]), column(&["minh chứng", "evidence"]));
        let framework = named.iter().position(|named| *named == ColumnName::Framework);
        let read_as = |index: usize| {
            let of_about = || about.iter().find(|(column, _)| *column == index).and_then(|(_, about)| AboutColumn::ALL.get(*about));
            let is = |column: Option<usize>| column == Some(index);
            let words =
                [(is(Some(code)), "code"), (is(Some(answer)), "value"), (is(note), "note"), (is(evidence), "evidence"), (is(framework), FRAMEWORK)];
            words.into_iter().find_map(|(is, word)| is.then_some(word)).or_else(|| of_about().map(|(name, ..)| *name))
        };
        let (mut read, mut unread) = (Vec::new(), Vec::new());
        for (index, cell) in row.cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let name = excerpt(&cell.show(Lang::En));
            match read_as(index) {
                Some(word) => read.push((name, word.to_owned())),
                // A form says beside each code what is asked, and how much it brings; a table of many assessments says more of each.
                None if about.is_empty() => {}
                None => unread.push(name),
            }
        }
        Some(Long {
            header: row.number,
            code,
            answer,
            note,
            evidence,
            about,
            framework,
            read,
            unread,
            above: Vec::new(),
            faults: Vec::new(),
            schools: Vec::new(),
            by_key: HashMap::new(),
            last: row.number,
            width: row.cells.len(),
            unnamed: row.cells.iter().enumerate().filter(|(_, cell)| cell.is_none()).map(|(index, _)| index).collect(),
            strays: Vec::new(),
        })
    }

    /// Notes a second column of answers.
    pub(super) fn with_twice(mut self, row: &Row<'_>, sheet: Option<&str>) -> Long {
        let answers: Vec<(usize, String)> = row
            .cells
            .iter()
            .enumerate()
            .filter_map(|(index, cell)| Some((index, cell.as_ref()?)))
            .filter(|(_, cell)| ANSWER_HEADINGS.contains(&heading(&cell.show(Lang::En)).as_str()))
            .map(|(index, cell)| (index, cell.show(Lang::En)))
            .collect();
        if let [_, (_, name), ..] = answers.as_slice() {
            let cells: Vec<String> = answers.iter().map(|(index, _)| cell_name(sheet, *index, row.number)).collect();
            self.faults.push(Fault::new(TableCode::DuplicateColumn, Say::TwoAnswers).with("name", name.as_str()).with("cells", cells.join(", ")));
        }
        self
    }

    /// Keeps what a row above the header of a form says of it: a label, and the next cell that is filled. Of a name there it takes none, as
    /// the letterhead has other words beside it.
    pub(super) fn above(&mut self, reading: &Reading<'_>, row: &Row<'_>) {
        if !self.about.is_empty() {
            return;
        }
        let named: Vec<(usize, ColumnName)> =
            row.cells.iter().enumerate().filter_map(|(index, cell)| Some((index, reading.names.recognise(&cell.as_ref()?.show(Lang::En))))).collect();
        for pair in named.windows(2) {
            let [(_, ColumnName::About(about)), (column, beside)] = pair else { continue };
            let is_name = AboutColumn::ALL.get(*about).is_some_and(|(.., about)| *about == AboutColumn::Name);
            if !is_name && !matches!(beside, ColumnName::About(_)) {
                self.above.extend(Answer::in_column(row, *column).map(|answer| (*about, answer)));
            }
        }
    }

    /// Adds what stands above the header to the form. What a row below says too must be the same.
    fn add_above(&mut self, sheet: Option<&str>) {
        let Some(school) = self.schools.first_mut() else { return };
        for (about, answer) in std::mem::take(&mut self.above) {
            let shown = |answer: &Answer| answer.cell.as_ref().map(|cell| folded(&cell.show(Lang::Vi)));
            let Some(own) = school.about.get(&about).filter(|own| own.cell.is_some()) else {
                school.about.insert(about, answer);
                continue;
            };
            if shown(own) != shown(&answer) {
                let code = answer.cell.as_ref().map(|cell| excerpt(&cell.show(Lang::Vi))).unwrap_or_default();
                let first = cell_name(sheet, answer.column, answer.row);
                let fault = Fault::of_core(ViolationCode::DuplicateKey, Say::SaidAbove).with("found", code).with("first", first);
                school.faults.push(fault.in_cell(cell_name(sheet, own.column, own.row)));
            }
        }
    }

    pub(super) fn row(&mut self, reading: &Reading<'_>, sheet: Option<&str>, row: &Row<'_>) {
        let text = |column: Option<usize>| row.cell(column?).map(|cell| cell.show(Lang::Vi));
        let cell = row.cell(self.answer).map(|cell| cell.clone().into_owned());
        let answer = Answer { row: row.number, column: self.answer, note: text(self.note), evidence: text(self.evidence), cell };
        let Some(code) = row.cell(self.code) else {
            if let Some(found) = &answer.cell {
                self.strays.push(Stray { row: row.number, name: None, found: excerpt(&found.show(Lang::Vi)) });
            }
            return;
        };
        let name = code.show(Lang::En);
        let named = reading.names.recognise(&name);
        let is_known = matches!(named, ColumnName::Fact(_, Half::Both) | ColumnName::About(_) | ColumnName::Framework);
        if !is_known {
            if let Some(found) = &answer.cell {
                self.strays.push(Stray { row: row.number, name: Some(name), found: excerpt(&found.show(Lang::Vi)) });
            }
            return;
        }
        self.last = row.number;
        let code_column = self.code;
        // People write beside a form, and ours has help there; but an answer may stand one column off. A CSV has more cells than its header where a
        // comma parted one.
        let next = self.answer + 1;
        let is_off = (sheet.is_none() || answer.cell.is_none()) && (next >= self.width || self.unnamed.contains(&next));
        let width = if sheet.is_none() { self.width } else { usize::MAX };
        let beyond = beyond_header(sheet, row, width, if is_off { std::slice::from_ref(&next) } else { &[] });
        let Some(school) = self.school(row, &answer, sheet) else { return };
        school.faults.extend(beyond);
        let slot = match named {
            ColumnName::Fact(fact, _) => school.facts.get(&fact),
            ColumnName::About(about) => school.about.get(&about),
            _ => school.framework.as_ref(),
        };
        if let Some(first) = slot {
            let first = cell_name(sheet, code_column, first.row);
            let fault = Fault::of_core(ViolationCode::DuplicateKey, Say::DuplicateCode).with("code", excerpt(name.trim())).with("first", first);
            school.faults.push(fault.in_cell(cell_name(sheet, code_column, row.number)));
            return;
        }
        match named {
            ColumnName::Fact(fact, _) => drop(school.facts.insert(fact, answer)),
            ColumnName::About(about) => drop(school.about.insert(about, answer)),
            _ => school.framework = Some(answer),
        }
    }

    /// The assessment that a row belongs to.
    fn school(&mut self, row: &Row<'_>, answer: &Answer, sheet: Option<&str>) -> Option<&mut School> {
        let key: Vec<String> = self
            .about
            .iter()
            .map(|(column, about)| match row.cell(*column).map(|cell| AboutColumn::ALL[*about].2.value(cell.clone())) {
                Some(Value::Text(text)) => folded(&text),
                Some(other) => format!("{other:?}"),
                None => String::new(),
            })
            .collect();
        if !self.about.is_empty() && key.iter().all(String::is_empty) {
            if let Some(found) = &answer.cell {
                let fault = Fault::new(TableCode::AnswerWithoutSchool, Say::AnswerWithoutSchool).with("found", excerpt(&found.show(Lang::Vi)));
                self.faults.push(fault.in_cell(cell_name(sheet, self.answer, row.number)));
            }
            return None;
        }
        let index = *self.by_key.entry(key).or_insert(self.schools.len());
        if index == self.schools.len() {
            let said = |(column, about): &(usize, usize)| Some((*about, Answer::in_column(row, *column)?));
            let named = self.framework.and_then(|column| Answer::in_column(row, column));
            self.schools.push(School { line: row.line, about: self.about.iter().filter_map(said).collect(), framework: named, ..School::default() });
        }
        self.schools.get_mut(index)
    }

    /// Reports answers without a known code. Rows below the last code are remarks, such as totals and signatures.
    pub(super) fn end(&mut self, reading: &Reading<'_>, sheet: Option<&str>) {
        self.add_above(sheet);
        let mut faults = std::mem::take(&mut self.faults);
        for stray in std::mem::take(&mut self.strays) {
            let is_below = stray.row > self.last;
            match stray.name {
                None if is_below => {}
                None => {
                    let code = cell_name(sheet, self.code, stray.row);
                    let fault = Fault::new(TableCode::AnswerWithoutCode, Say::AnswerWithoutCode).with("found", stray.found).with("code", code);
                    faults.push(fault.in_cell(cell_name(sheet, self.answer, stray.row)));
                }
                Some(name) if is_below && !name.contains(|letter: char| letter.is_ascii_digit()) => {}
                Some(name) => {
                    let code = match reading.names.recognise(&name) {
                        ColumnName::Mistyped(code) => code,
                        _ => folded(&name),
                    };
                    let (say, params) = of_unknown(reading, &excerpt(name.trim()), &code, Say::AddsUp);
                    let column = if say == Say::AddsUp { self.answer } else { self.code };
                    let fault =
                        if say == Say::AddsUp { Fault::new(TableCode::AddsUp, say) } else { Fault::of_core(ViolationCode::UnknownIndicator, say) };
                    let fault = params.into_iter().fold(fault, |fault, (name, filler)| fault.with(name, filler));
                    faults.push(fault.in_cell(cell_name(sheet, column, stray.row)));
                }
            }
        }
        if faults.is_empty() {
            return;
        }
        // A form of another framework has other codes; the core reports that in one violation.
        let of_another = |school: &School| {
            let named = school.framework.as_ref().and_then(|answer| answer.cell.as_ref());
            named.is_some_and(|named| named.show(Lang::En) != reading.framework().id)
        };
        if self.about.is_empty() && self.schools.first().is_some_and(of_another) {
            return;
        }
        if self.schools.is_empty() {
            self.schools.push(School { line: self.header, ..School::default() });
        }
        // A fault of the table as a whole is a fault of each school in it.
        for school in &mut self.schools {
            school.faults.extend(faults.iter().cloned());
        }
    }

    /// Whether no row has an answer.
    pub(super) fn is_empty(&self) -> bool {
        self.schools.is_empty()
    }

    /// Code, period and stream of a form; `None` for a table of many assessments.
    #[cfg(feature = "xlsx")]
    pub(super) fn form(&self) -> Option<FormKey> {
        let school = self.schools.first().filter(|_| self.about.is_empty())?;
        let said = |wanted: &str| {
            let (index, (_, _, about)) = AboutColumn::ALL.iter().enumerate().find(|(_, (name, ..))| *name == wanted)?;
            let cell = school.about.get(&index)?.cell.clone()?;
            match about.value(cell) {
                Value::Text(text) => Some(folded(&text)),
                _ => None,
            }
        };
        let key = ["institution.code", "period", "stream"].map(said);
        Some(FormKey { is_unanswered: school.is_unanswered(), key })
    }

    /// The columns that are read, and what as.
    pub(super) fn read(&self) -> &[(String, String)] {
        &self.read
    }

    /// The columns that are not read.
    pub(super) fn unread(&self) -> &[String] {
        &self.unread
    }

    /// How many institutions have no answer.
    pub(super) fn unanswered(&self) -> usize {
        self.schools.iter().filter(|school| school.is_unanswered()).count()
    }

    /// Notes that look like the answer that their row lacks.
    pub(super) fn noted(&self, reading: &Reading<'_>, sheet: Option<&str>) -> Vec<NotedAnswer> {
        let Some(column) = self.note else { return Vec::new() };
        self.odd(reading, sheet, |asked, answer| {
            let note = answer.note.as_deref().filter(|note| answer.cell.is_none() && is_like_an_answer(asked.kind, note))?;
            Some((column, note.to_owned()))
        })
    }

    /// Cells of points that look like a share: 0,8 in a row that asks for a share.
    pub(super) fn shares(&self, reading: &Reading<'_>, sheet: Option<&str>) -> Vec<NotedAnswer> {
        self.odd(reading, sheet, |asked, answer| {
            let cell = answer.cell.as_ref()?;
            let Some(Fact::Points(points)) = asked.kind.fact(cell) else { return None };
            let asks = || reading.framework().indicator(&asked.code).is_some_and(Indicator::asks_share);
            (points.is_like_share() && asks()).then(|| (answer.column, cell.show(Lang::Vi)))
        })
    }

    /// The first answers of which `look` names a column and what it says.
    fn odd(&self, reading: &Reading<'_>, sheet: Option<&str>, look: impl Fn(&Asked, &Answer) -> Option<(usize, String)>) -> Vec<NotedAnswer> {
        const MOST: usize = 20;
        let facts = self.schools.iter().flat_map(|school| &school.facts);
        let mut found: Vec<(u64, NotedAnswer)> = facts
            .filter_map(|(fact, answer)| {
                let asked = reading.names.asked().get(*fact)?;
                let (column, text) = look(asked, answer)?;
                let odd = NotedAnswer { cell: cell_name(sheet, column, answer.row), code: asked.code.clone(), text: excerpt(&text) };
                Some((answer.row, odd))
            })
            .collect();
        found.sort_by_key(|(row, _)| *row);
        found.into_iter().take(MOST).map(|(_, odd)| odd).collect()
    }

    /// Passes the assessments to the visitor. `line` is the number of the form in the workbook.
    pub(super) fn visit<E>(&self, reading: &Reading<'_>, sheet: Option<&str>, line: Option<u64>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        for school in &self.schools {
            let cells = SchoolCells { reading, sheet, school };
            let (value, unclear) = school.assessment(reading, self.evidence.is_some());
            let mut faults = school.faults.clone();
            if !unclear.is_empty() {
                faults.push(Fault::from(not_named(reading.scorers, some(unclear))).in_cell(cells.first()));
                faults.extend(more_faults(reading, &cells, &value));
            }
            let facts = if faults.is_empty() { Ok(Input::Value(&value)) } else { Err(faults.as_slice()) };
            let line = line.filter(|_| self.about.is_empty()).unwrap_or(school.line);
            let record = Record { cells: Some(&cells), facts, is_one_of_many: !self.about.is_empty(), line, sheet };
            visit(&record).map_err(Halt::Visitor)?;
        }
        Ok(())
    }
}

/// Whether a note would be an answer of this kind: `6`, `5,5 điểm`, `24/32`, `đạt`.
fn is_like_an_answer(kind: FactKind, note: &str) -> bool {
    let note = folded(note);
    let bare = ["điểm", "points", "đ"].iter().find_map(|unit| note.strip_suffix(unit)).unwrap_or(&note);
    let Some(cell) = Cell::text(bare) else { return false };
    match (kind, kind.fact(&cell)) {
        (FactKind::Points(max), Some(Fact::Points(points))) => points <= max,
        (_, fact) => fact.is_some(),
    }
}

impl School {
    fn is_unanswered(&self) -> bool {
        self.facts.values().all(|answer| answer.cell.is_none())
    }

    /// The assessment, for a table with or without a place for evidence; and the codes that two frameworks read differently, if it does not
    /// name its framework.
    fn assessment<'a>(&'a self, reading: &'a Reading<'_>, has_evidence: bool) -> (Value<'a>, Vec<&'a str>) {
        let names = &reading.names;
        let mut made = Building::default();
        let mut unclear = Vec::new();
        for (index, asked) in names.asked().iter().enumerate() {
            let Some(answer_of) = self.facts.get(&index) else { continue };
            let fact = answer_of.cell.clone().map(|cell| asked.kind.value(cell));
            unclear.extend(Some(asked.code.as_str()).filter(|code| fact.is_some() && names.refined().contains(*code)));
            if let Some(answer) = answer(fact, asked.kind, answer_of.note.as_deref(), answer_of.evidence.as_deref()) {
                made.fact(asked.place, &asked.code, answer);
            }
        }
        for (index, (_, at, about)) in AboutColumn::ALL.iter().enumerate() {
            if let Some(cell) = self.about.get(&index).and_then(|answer| answer.cell.clone()) {
                made.about(at, about.value(cell));
            }
        }
        let framework = self.framework.as_ref().and_then(|answer| answer.cell.clone()).map(Cell::value);
        if let Some(framework) = framework.or_else(|| reading.filled_by.map(|id| Value::Text(id.into()))) {
            made.top(FRAMEWORK, framework);
            unclear.clear();
        }
        if names.requires_evidence() && !has_evidence {
            made.without_evidence();
        }
        (made.finish(), unclear)
    }
}

/// A form, or the rows of one school, in which to find the cell of a violation.
struct SchoolCells<'a> {
    reading: &'a Reading<'a>,
    sheet: Option<&'a str>,
    school: &'a School,
}

impl SchoolCells<'_> {
    /// The name of the first cell with a fact.
    fn first(&self) -> String {
        let first = self.school.facts.values().min_by_key(|answer| answer.row);
        first.map(|answer| cell_name(self.sheet, answer.column, answer.row)).unwrap_or_default()
    }
}

impl Cells for SchoolCells<'_> {
    fn tell(&self, violation: &Violation, lang: Lang) -> Option<CellNote> {
        let at = violation.at();
        let is_around = |place: &str| is_within(at, place);
        let framework = self.reading.framework();
        let of_fact = || {
            let (index, asked) = self.reading.names.asked().iter().enumerate().find(|(_, asked)| is_around(&asked.pointer()))?;
            Some((self.school.facts.get(&index)?, Takes::Fact(asked.kind), title(framework, &asked.code, asked.kind, lang)))
        };
        let of_about = || {
            let (index, (_, _, about)) = AboutColumn::ALL.iter().enumerate().find(|(_, (_, place, _))| is_around(place))?;
            Some((self.school.about.get(&index)?, Takes::About(*about), about.title(lang).to_owned()))
        };
        let of_framework = || {
            Some((
                self.school.framework.as_ref().filter(|_| is_around("/framework"))?,
                Takes::Framework,
                Word::FrameworkName.template(lang).to_owned(),
            ))
        };
        let (answer, takes, name) = of_fact().or_else(of_about).or_else(of_framework)?;
        let cell = cell_name(self.sheet, answer.column, answer.row);
        Some(note(self.reading, violation, takes, &cell, &name, answer.cell.as_ref(), false, lang))
    }
}
