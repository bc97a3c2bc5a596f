//! A table, row by row: where its header stands, and what each row says by it.
//!
//! A table is wide (a row an assessment, a column a fact) or long (a row a fact: its code, its answer, and whose it is). A form is a long table
//! of one assessment, which says in rows of its own whose it is.

use std::borrow::Cow;
use std::collections::HashMap;

use thuocdo::json::Value;
use thuocdo::text::shown;
use thuocdo::{Framework, Lang, LocalScorer, Violation, ViolationCode, Violations};

use crate::about::AboutColumn;
use crate::advice::{Takes, advice};
use crate::cell::{Cell, folded};
use crate::codes::TableCode;
use crate::fact::FactKind;
use crate::fault::{Fault, told_as, with_cell};
use crate::header::{Columns, Header, is_within, not_named, some};
use crate::names::{Half, Named, Names};
use crate::row::{self, Building, answer};
use crate::words::{Say, SayCell, Word};

/// The header is one of so many first rows.
const HEADER_WITHIN: usize = 100;
/// How many characters of a text of others are repeated.
const LONGEST_EXCERPT: usize = 60;
/// How many faults of a table that cannot be used are told.
const MOST_FAULTS: usize = 50;

/// By what tables are read: a framework, and who says what they were filled in by.
#[derive(Debug)]
pub struct Reading<'r> {
    scorers: &'r LocalScorer,
    names: Names,
    filled_by: Option<&'r str>,
}

impl<'r> Reading<'r> {
    /// Tables of the local framework. `filled_by` is the id of the framework that they were filled in by, where they do not say so themselves.
    pub fn new(scorers: &'r LocalScorer, filled_by: Option<&'r str>) -> Reading<'r> {
        Reading { scorers, names: Names::new(scorers), filled_by }
    }

    pub(crate) fn framework(&self) -> &'r Framework {
        self.scorers.local().framework()
    }
}

/// One assessment of a file.
pub struct Record<'a> {
    /// The cells it was read from, where it was.
    pub cells: Option<&'a dyn Cells>,
    /// What it says, not yet judged.
    pub facts: Facts<'a>,
    /// True where the file is of a kind that holds many.
    pub is_one_of_many: bool,
    /// Its line in the file, from 1; of a form, its number among the forms of the file.
    pub line: u64,
}

/// What an assessment says, not yet judged.
pub enum Facts<'a> {
    /// As JSON.
    Text(&'a [u8]),
    /// As its table says it.
    Value(&'a Value<'a>),
    /// Nobody knows what it says.
    Refused(&'a [Fault]),
}

/// Whoever wants the records of a file.
pub type Visit<'v, E> = &'v mut dyn FnMut(&Record<'_>) -> Result<(), E>;

/// Why reading ended early.
#[derive(Debug)]
pub enum Halt<E> {
    /// The file, or its table as a whole, cannot be used.
    Faults(Vec<Fault>),
    /// The visitor wants no more.
    Visitor(E),
}

impl<E> From<Fault> for Halt<E> {
    fn from(fault: Fault) -> Halt<E> {
        Halt::Faults(vec![fault])
    }
}

/// What is told of a file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The columns of others, which were not read.
    pub unread: Vec<String>,
}

/// Finds the cell that a violation is about.
pub trait Cells {
    /// The cell whose facts stand at the place of a violation or around it, and what is told of it.
    fn tell(&self, violation: &Violation, lang: Lang) -> Option<CellNote>;
}

/// A cell, and what is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellNote {
    /// `H3`, or `Phiếu!D12`.
    pub cell: String,
    /// What stands in it, what it takes, and what was probably meant; without the code of the violation.
    pub message: String,
}

impl CellNote {
    /// The violation as it is in JSON, with its cell and what is told of it.
    pub fn to_json(&self, violation: &Violation, lang: Lang) -> String {
        with_cell(&told_as(violation, &self.message, lang), &self.cell)
    }
}

/// A list of violations in JSON; what stands in a cell is told of it, as to people.
pub fn violations_json(violations: &Violations, cells: Option<&dyn Cells>, lang: Lang) -> String {
    let told = violations.iter().map(|violation| match cells.and_then(|cells| cells.tell(violation, lang)) {
        Some(note) => note.to_json(violation, lang),
        None => violation.to_json(lang),
    });
    format!("[{}]", told.collect::<Vec<_>>().join(","))
}

/// A row of a table.
pub(crate) struct Row<'c> {
    /// As a spreadsheet counts it, from 1.
    pub(crate) number: u64,
    /// The line of the file it begins in, from 1.
    pub(crate) line: u64,
    /// How many lines it takes.
    pub(crate) lines: u64,
    pub(crate) cells: &'c [Option<Cell<'c>>],
}

impl Row<'_> {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }

    fn cell(&self, index: usize) -> Option<&Cell<'_>> {
        self.cells.get(index)?.as_ref()
    }
}

/// A row that waits until the header is found.
struct Held {
    number: u64,
    line: u64,
    lines: u64,
    cells: Vec<Option<Cell<'static>>>,
}

impl Held {
    fn of(row: &Row<'_>) -> Held {
        Held {
            number: row.number,
            line: row.line,
            lines: row.lines,
            cells: row.cells.iter().map(|cell| cell.clone().map(Cell::into_owned)).collect(),
        }
    }

    fn row(&self) -> Row<'_> {
        Row { number: self.number, line: self.line, lines: self.lines, cells: &self.cells }
    }
}

/// A table as far as its rows have come.
pub(crate) struct Table<'r> {
    reading: &'r Reading<'r>,
    /// The title of its sheet; none of a CSV.
    sheet: Option<&'r str>,
    state: State,
}

enum State {
    Seeking(Vec<Held>),
    Wide(Wide),
    Long(Box<Long>),
}

struct Wide {
    header: Header,
    names: Vec<String>,
    rows: u64,
    /// That the table does not say by which framework it was filled in, and then what else is wrong with its rows.
    faults: Vec<Fault>,
}

/// Which columns of a long table hold what.
struct Long {
    header: u64,
    code: usize,
    answer: usize,
    note: Option<usize>,
    evidence: Option<usize>,
    /// Columns that say whose answer it is.
    about: Vec<(usize, usize)>,
    framework: Option<usize>,
    faults: Vec<Fault>,
    schools: Vec<School>,
    by_key: HashMap<Vec<String>, usize>,
    /// The last row that names a code.
    last: u64,
    /// Rows with an answer under an unknown name, or under none.
    strays: Vec<Stray>,
}

struct Stray {
    row: u64,
    /// The name, or none.
    name: Option<String>,
    found: String,
}

/// One assessment of a long table.
#[derive(Default)]
pub(crate) struct School {
    line: u64,
    about: HashMap<usize, Answer>,
    framework: Option<Answer>,
    facts: HashMap<usize, Answer>,
    faults: Vec<Fault>,
}

/// What stands in a row of a long table.
struct Answer {
    row: u64,
    column: usize,
    cell: Option<Cell<'static>>,
    note: Option<String>,
    evidence: Option<String>,
}

impl<'r> Table<'r> {
    pub(crate) fn new(reading: &'r Reading<'r>, sheet: Option<&'r str>) -> Table<'r> {
        Table { reading, sheet, state: State::Seeking(Vec::new()) }
    }

    /// Takes a row in.
    pub(crate) fn row<E>(&mut self, row: &Row<'_>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        match &mut self.state {
            State::Wide(wide) => return wide_row(self.reading, self.sheet, wide, row, visit),
            State::Long(long) => {
                long.row(self.reading, self.sheet, row);
                return Ok(());
            }
            State::Seeking(_) if row.is_blank() => return Ok(()),
            // Rows above the header that begin with `#` are for people.
            State::Seeking(_) if row.cell(0).is_some_and(|cell| cell.show(Lang::En).starts_with('#')) => return Ok(()),
            State::Seeking(held) => {
                if let Some(state) = header_in(self.reading, self.sheet, row, false)? {
                    self.state = state;
                    return Ok(());
                }
                held.push(Held::of(row));
                if held.len() < HEADER_WITHIN {
                    return Ok(());
                }
            }
        }
        self.settle(visit)
    }

    /// That no row is plainly the header: of a CSV the first row with a code, or with who is assessed, else the first row that is no remark.
    fn settle<E>(&mut self, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        let State::Seeking(held) = &mut self.state else { return Ok(()) };
        let held = std::mem::take(held);
        if self.sheet.is_some() {
            return Err(not_a_form(&held).into());
        }
        let names = |row: &Held, wanted: fn(&Named) -> bool| {
            row.cells.iter().flatten().any(|cell| wanted(&self.reading.names.recognise(&cell.show(Lang::En))))
        };
        let position =
            held.iter().position(|row| names(row, |named| matches!(named, Named::Fact(..) | Named::Mistyped(_) | Named::About(_)))).unwrap_or(0);
        let Some((header, below)) = held.get(position..).and_then(<[Held]>::split_first) else { return Ok(()) };
        if let Some(state) = header_in(self.reading, self.sheet, &header.row(), true)? {
            self.state = state;
        }
        below.iter().try_for_each(|row| self.row(&row.row(), &mut *visit))
    }

    /// That was the last row. What a form says is handed out by [`Table::schools`].
    pub(crate) fn end<E>(&mut self, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        if let State::Seeking(held) = &self.state {
            if held.is_empty() && self.sheet.is_none() {
                return Err(Fault::new(TableCode::NoHeader, Say::NoHeader).into());
            }
            self.settle(&mut *visit)?;
        }
        match &mut self.state {
            State::Wide(wide) if !wide.faults.is_empty() => Err(Halt::Faults(std::mem::take(&mut wide.faults))),
            State::Wide(wide) if wide.rows == 0 => Err(Fault::new(TableCode::NoRows, Say::NoRows).into()),
            State::Long(long) => {
                long.end(self.reading, self.sheet);
                if long.schools.is_empty() { Err(Fault::new(TableCode::NoRows, Say::NoRows).into()) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }

    /// A row was there, and could not be read.
    pub(crate) fn unread(&mut self) {
        if let State::Wide(wide) = &mut self.state {
            wide.rows += 1;
        }
    }

    /// What is told of the table.
    pub(crate) fn notes(&self) -> Notes {
        let State::Wide(wide) = &self.state else { return Notes::default() };
        let names = wide.header.others.iter().filter_map(|index| wide.names.get(*index));
        Notes { unread: names.map(|name| excerpt(name.trim())).collect() }
    }

    /// Whether a header was found.
    pub(crate) fn is_found(&self) -> bool {
        !matches!(self.state, State::Seeking(_))
    }

    /// Whose form it is: code, period and stream; nothing of a table of many.
    #[cfg(feature = "xlsx")]
    pub(crate) fn form(&self) -> Option<FormKey> {
        let State::Long(long) = &self.state else { return None };
        let school = long.schools.first().filter(|_| long.about.is_empty())?;
        let said = |wanted: &str| {
            let (index, (_, _, about)) = AboutColumn::ALL.iter().enumerate().find(|(_, (name, ..))| *name == wanted)?;
            let cell = school.about.get(&index)?.cell.clone()?;
            match about.value(cell) {
                Value::Text(text) => Some(folded(&text)),
                _ => None,
            }
        };
        let key = ["institution.code", "period", "stream"].map(said);
        Some(FormKey { is_blank: key.iter().all(Option::is_none) && school.facts.values().all(|answer| answer.cell.is_none()), key })
    }

    /// Hands out the assessments of a long table or form; `line` numbers the forms of a workbook.
    pub(crate) fn schools<E>(&self, line: Option<u64>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        let State::Long(long) = &self.state else { return Ok(()) };
        for school in &long.schools {
            let cells = SchoolCells { reading: self.reading, sheet: self.sheet, school };
            let (value, unclear) = school.assessment(self.reading, long.evidence.is_some());
            let mut faults = school.faults.clone();
            if !unclear.is_empty() {
                faults.push(Fault::from(not_named(self.reading.scorers, some(unclear))).in_cell(cells.first()));
                faults.extend(more_faults(self.reading, &cells, &value));
            }
            let facts = if faults.is_empty() { Facts::Value(&value) } else { Facts::Refused(&faults) };
            let line = line.filter(|_| long.about.is_empty()).unwrap_or(school.line);
            let record = Record { cells: Some(&cells), facts, is_one_of_many: !long.about.is_empty(), line };
            visit(&record).map_err(Halt::Visitor)?;
        }
        Ok(())
    }
}

/// Whose form a sheet is.
#[cfg(feature = "xlsx")]
pub(crate) struct FormKey {
    pub(crate) key: [Option<String>; 3],
    /// Nothing is filled in.
    pub(crate) is_blank: bool,
}

/// The name of a cell.
fn cell_name(sheet: Option<&str>, column: usize, row: u64) -> String {
    let sheet = sheet.map(|sheet| format!("{}!", shown(sheet))).unwrap_or_default();
    format!("{sheet}{}{row}", letters(column))
}

/// The name of a spreadsheet's column: A, B, …, Z, AA.
pub(crate) fn letters(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    name.iter().rev().collect()
}

/// The beginning of a text of others.
pub(crate) fn excerpt(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_EXCERPT).collect();
    let more = if text.chars().nth(LONGEST_EXCERPT).is_some() { "…" } else { "" };
    short + more
}

/// A heading without what stands in brackets.
fn heading(name: &str) -> String {
    let name = folded(name);
    name.split_once('(').map_or(name.as_str(), |(before, _)| before).trim().trim_end_matches(':').to_owned()
}

const CODE_HEADINGS: [&str; 8] = ["mã", "code", "mã mục", "mã chỉ số", "mã tiêu chí", "mã điểm thành phần", "indicator", "mã nội dung"];
/// The column of a form in which people write.
const ANSWER_HEADINGS: [&str; 3] = ["kết quả", "trả lời", "answer"];
/// What else a long table calls it.
const VALUE_HEADINGS: [&str; 8] = ["giá trị", "value", "điểm", "points", "điểm tự chấm", "điểm đạt được", "result", "điểm đánh giá"];

/// Whether a name is that of a column of a wide table, or of a long one.
pub(crate) fn is_known(reading: &Reading<'_>, name: &str) -> bool {
    let heading = heading(name);
    let is_of_long = |headings: &[&str]| headings.contains(&heading.as_str());
    matches!(reading.names.recognise(name), Named::Fact(..) | Named::About(_) | Named::Framework)
        || is_of_long(&CODE_HEADINGS)
        || is_of_long(&ANSWER_HEADINGS)
        || is_of_long(&VALUE_HEADINGS)
}

/// The table that begins with a row, if the row is its header. `is_surely` where it must be one.
fn header_in<E>(reading: &Reading<'_>, sheet: Option<&str>, row: &Row<'_>, is_surely: bool) -> Result<Option<State>, Halt<E>> {
    let names: Vec<String> = row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.show(Lang::En)).unwrap_or_default()).collect();
    let columns: Vec<Named> = names.iter().map(|name| reading.names.recognise(name)).collect();
    let facts = columns.iter().filter(|named| matches!(named, Named::Fact(..))).count();
    let known = columns.iter().filter(|named| matches!(named, Named::Fact(..) | Named::About(_) | Named::Framework)).count();
    let filled = names.iter().filter(|name| !name.trim().is_empty()).count();
    if (facts == 0 || !is_surely && known < 2 && filled > 1)
        && let Some(long) = Long::of_header(row, &columns)
    {
        return Ok(Some(State::Long(Box::new(long.with_twice(row, sheet)))));
    }
    if !is_surely && (facts == 0 || known < 2 && filled > 1) {
        return Ok(None);
    }
    let (header, faults) = Header::new(reading.scorers, &reading.names, names.iter().map(String::as_str), reading.filled_by);
    // In the order of the columns.
    let mut found = faults.0;
    found.sort_by_key(|(_, column)| *column);
    let mut faults: Vec<Fault> =
        found.into_iter().map(|(violation, column)| header_fault(reading, sheet, row.number, &names, violation, column)).collect();
    if faults.is_empty()
        && let Err(violation) = header.check_facts(reading.framework(), names.iter().map(String::as_str).filter(|name| !name.trim().is_empty()))
    {
        faults.push(violation.into());
    }
    let is_only_unnamed = faults.iter().all(|fault| fault.code() == ViolationCode::FrameworkNotNamed.as_str());
    if is_only_unnamed { Ok(Some(State::Wide(Wide { header, names, rows: 0, faults }))) } else { Err(Halt::Faults(faults)) }
}

/// What is wrong with the name of a column, said of its cell.
fn header_fault(reading: &Reading<'_>, sheet: Option<&str>, row: u64, names: &[String], violation: Violation, column: Option<usize>) -> Fault {
    let Some(index) = column else { return violation.into() };
    let name = names.get(index).map(|name| excerpt(name.trim())).unwrap_or_default();
    let fault = match violation.code() {
        ViolationCode::UnknownIndicator => {
            let code = violation.at().rsplit('/').next().unwrap_or_default();
            Fault::worded(violation.clone(), of_unknown(reading, &name, code, Say::AddsUpColumn))
        }
        ViolationCode::DuplicateKey => Fault::worded(violation, (Say::DuplicateName, vec![("code", name.into())])),
        _ => violation.into(),
    };
    fault.in_cell(cell_name(sheet, index, row))
}

/// What is said of a name that is meant for a code.
fn of_unknown(reading: &Reading<'_>, name: &str, code: &str, adds_up: Say) -> (Say, Vec<(&'static str, crate::fault::Filler)>) {
    let framework = reading.framework();
    let is_sum = framework.groups.iter().any(|group| *group.code == *code || group.criteria.iter().any(|criterion| *criterion.code == *code));
    if is_sum {
        return (adds_up, vec![("code", code.into())]);
    }
    let near = nearest(&reading.names, code);
    if near.is_empty() {
        return (Say::UnknownFar, vec![("found", name.into())]);
    }
    (Say::UnknownName, vec![("found", name.into()), ("near", some(near.iter().map(String::as_str)).join(", ").into())])
}

/// The codes that differ least from one that is not there.
fn nearest(names: &Names, code: &str) -> Vec<String> {
    if let Some(known) = names.other_spelling(code).or_else(|| names.made_a_date(code)) {
        return vec![known];
    }
    let agreement = |known: &str| {
        let same = |a: &mut dyn Iterator<Item = u8>, b: &mut dyn Iterator<Item = u8>| a.zip(b).take_while(|(a, b)| a == b).count();
        same(&mut known.bytes(), &mut code.bytes()) + same(&mut known.bytes().rev(), &mut code.bytes().rev())
    };
    let most = names.asked().iter().map(|asked| agreement(&asked.code)).max().unwrap_or(0);
    // One letter more than the points and the first part: else nothing is near.
    if most < 3 {
        return Vec::new();
    }
    names.asked().iter().filter(|asked| agreement(&asked.code) == most).take(3).map(|asked| asked.code.clone()).collect()
}

/// That no sheet row is a header: a form whose column of answers is called otherwise, or no form at all.
fn not_a_form(held: &[Held]) -> Fault {
    for row in held {
        let headings: Vec<String> = row.cells.iter().flatten().map(|cell| heading(&cell.show(Lang::En))).collect();
        if headings.iter().any(|name| CODE_HEADINGS.contains(&name.as_str())) && headings.len() > 2 {
            let found: Vec<String> = row.cells.iter().flatten().map(|cell| cell.show(Lang::En)).collect();
            let found = some(found.iter().map(String::as_str).take(6)).join(", ");
            return Fault::new(TableCode::NoAnswerColumn, Say::NoAnswers)
                .with("wanted", "Trả lời")
                .with("found", found)
                .in_cell(format!("A{}", row.number));
        }
    }
    Fault::new(TableCode::NoForm, Say::NoForm)
}

/// Judges a row of a wide table, and hands it out.
fn wide_row<E>(reading: &Reading<'_>, sheet: Option<&str>, wide: &mut Wide, row: &Row<'_>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
    if row.is_blank() {
        return Ok(());
    }
    wide.rows += 1;
    let width = wide.names.len();
    let beyond = || row.cells.iter().enumerate().find(|(index, cell)| cell.is_some() && (*index >= width || wide.header.blank.contains(index)));
    let fault = if sheet.is_none() && row.cells.len() != width {
        let fault = Fault::new(TableCode::RaggedRow, if row.lines > 1 { Say::RaggedLines } else { Say::RaggedRow });
        Some(fault.with("found", row.cells.len()).with("expected", width).with("lines", row.lines))
    } else if let Some((index, Some(cell))) = beyond() {
        Some(
            Fault::new(TableCode::RaggedRow, Say::BeyondHeader)
                .with("found", excerpt(&cell.show(Lang::Vi)))
                .in_cell(cell_name(sheet, index, row.number)),
        )
    } else {
        None
    };
    if !wide.faults.is_empty() {
        let value = row::assessment(&wide.header, Some(reading.names.framework()), |index| row.cells.get(index)?.clone());
        let more = more_faults(reading, &WideCells { reading, sheet, wide, row }, &value);
        wide.faults.extend(fault.into_iter().chain(more));
        wide.faults.truncate(MOST_FAULTS);
        return Ok(());
    }
    let cells = WideCells { reading, sheet, wide, row };
    if let Some(fault) = fault {
        let record = Record { cells: Some(&cells), facts: Facts::Refused(&[fault]), is_one_of_many: true, line: row.line };
        return visit(&record).map_err(Halt::Visitor);
    }
    let value = row::assessment(&wide.header, reading.filled_by, |index| row.cells.get(index)?.clone());
    visit(&Record { cells: Some(&cells), facts: Facts::Value(&value), is_one_of_many: true, line: row.line }).map_err(Halt::Visitor)
}

/// What is wrong with the cells of a row, whichever framework it is by.
fn more_faults(reading: &Reading<'_>, cells: &dyn Cells, value: &Value<'_>) -> Vec<Fault> {
    let violations = reading.scorers.local().check_value(value).err().unwrap_or_default();
    violations
        .iter()
        .filter_map(|violation| {
            let note = cells.tell(violation, Lang::Vi)?;
            Some(Fault::told(violation.clone(), note.cell, [note.message, cells.tell(violation, Lang::En)?.message]))
        })
        .collect()
}

/// A row of a wide table, to find the cell that a violation is about.
struct WideCells<'a> {
    reading: &'a Reading<'a>,
    sheet: Option<&'a str>,
    wide: &'a Wide,
    row: &'a Row<'a>,
}

impl Cells for WideCells<'_> {
    fn tell(&self, violation: &Violation, lang: Lang) -> Option<CellNote> {
        let header = &self.wide.header;
        let index = header.column_at(violation.at())?;
        let of_fact = || {
            let fact = header.facts.iter().find(|fact| fact.indices().any(|own| own == index))?;
            Some(if matches!(fact.columns, Columns::Two(..)) { Takes::Half } else { Takes::Fact(fact.kind) })
        };
        let takes =
            header.about.iter().find(|(own, ..)| *own == index).map(|(.., about)| Takes::About(*about)).or_else(of_fact).unwrap_or(Takes::Framework);
        let cell = cell_name(self.sheet, index, self.row.number);
        let name = self.wide.names.get(index).map(|name| excerpt(name.trim())).unwrap_or_default();
        Some(note(self.reading, violation, takes, &cell, &name, self.row.cell(index), true, lang))
    }
}

/// What is told of a cell.
#[expect(clippy::too_many_arguments, reason = "a sentence and all that fills it")]
fn note(
    reading: &Reading<'_>,
    violation: &Violation,
    takes: Takes,
    cell: &str,
    name: &str,
    found: Option<&Cell<'_>>,
    is_table: bool,
    lang: Lang,
) -> CellNote {
    // Of a note or evidence beside the answer, and of another framework, the core speaks plainly.
    let is_beside = ["/note", "/evidence"].iter().any(|part| violation.at().contains(part)) || violation.code() == ViolationCode::WrongFramework;
    let message = match found {
        Some(found) if !is_beside => {
            let say = if is_table { SayCell::InTable } else { SayCell::InForm };
            let accepts = takes.accepts(reading.framework(), lang);
            let accepts = advice(takes, found, lang).map_or(accepts.clone(), |advice| format!("{accepts}; {advice}"));
            say.say(lang, &[("cell", &cell), ("name", &name), ("found", &excerpt(&found.show(lang))), ("accepts", &accepts)])
        }
        None if !is_beside => SayCell::Blank.say(lang, &[("cell", &cell), ("name", &name), ("accepts", &takes.accepts(reading.framework(), lang))]),
        _ => SayCell::At.say(lang, &[("cell", &cell), ("name", &name), ("message", &violation.message(lang))]),
    };
    CellNote { cell: cell.to_owned(), message }
}

impl Long {
    /// Where the columns of a long table stand, if a row is its header: a code and an answer; of a table of many also whose it is.
    fn of_header(row: &Row<'_>, named: &[Named]) -> Option<Long> {
        let headings: Vec<(usize, String)> =
            row.cells.iter().enumerate().filter_map(|(index, cell)| Some((index, heading(&cell.as_ref()?.show(Lang::En))))).collect();
        let column = |wanted: &[&str]| headings.iter().find(|(_, name)| wanted.contains(&name.as_str())).map(|(index, _)| *index);
        let code = column(&CODE_HEADINGS)?;
        let about: Vec<(usize, usize)> = named
            .iter()
            .enumerate()
            .filter_map(|(index, named)| match named {
                Named::About(about) if index != code => Some((index, *about)),
                _ => None,
            })
            .collect();
        let answer = column(&ANSWER_HEADINGS).or_else(|| if about.is_empty() { None } else { column(&VALUE_HEADINGS) })?;
        Some(Long {
            header: row.number,
            code,
            answer,
            note: column(&["ghi chú", "note"]),
            evidence: column(&["minh chứng", "evidence"]),
            about,
            framework: named.iter().position(|named| *named == Named::Framework),
            faults: Vec::new(),
            schools: Vec::new(),
            by_key: HashMap::new(),
            last: row.number,
            strays: Vec::new(),
        })
    }

    /// Notes a second column of answers.
    fn with_twice(mut self, row: &Row<'_>, sheet: Option<&str>) -> Long {
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

    fn row(&mut self, reading: &Reading<'_>, sheet: Option<&str>, row: &Row<'_>) {
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
        let is_known = matches!(named, Named::Fact(_, Half::Both) | Named::About(_) | Named::Framework);
        if !is_known {
            if let Some(found) = &answer.cell {
                self.strays.push(Stray { row: row.number, name: Some(name), found: excerpt(&found.show(Lang::Vi)) });
            }
            return;
        }
        self.last = row.number;
        let code_column = self.code;
        let Some(school) = self.school(row, &answer, sheet) else { return };
        let slot = match named {
            Named::Fact(fact, _) => school.facts.get(&fact),
            Named::About(about) => school.about.get(&about),
            _ => school.framework.as_ref(),
        };
        if let Some(first) = slot {
            let first = cell_name(sheet, code_column, first.row);
            let fault = Fault::of_core(ViolationCode::DuplicateKey, Say::DuplicateCode).with("code", excerpt(name.trim())).with("first", first);
            school.faults.push(fault.in_cell(cell_name(sheet, code_column, row.number)));
            return;
        }
        match named {
            Named::Fact(fact, _) => drop(school.facts.insert(fact, answer)),
            Named::About(about) => drop(school.about.insert(about, answer)),
            _ => school.framework = Some(answer),
        }
    }

    /// Whose row it is.
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
            let said = |(column, about): &(usize, usize)| {
                let cell = row.cell(*column)?.clone().into_owned();
                Some((*about, Answer { row: row.number, column: *column, cell: Some(cell), note: None, evidence: None }))
            };
            let named = self.framework.and_then(|column| {
                let cell = row.cell(column)?.clone().into_owned();
                Some(Answer { row: row.number, column, cell: Some(cell), note: None, evidence: None })
            });
            self.schools.push(School { line: row.line, about: self.about.iter().filter_map(said).collect(), framework: named, ..School::default() });
        }
        self.schools.get_mut(index)
    }

    /// Tells of answers that belong to no code. Below the last code are remarks: totals, and who signed.
    fn end(&mut self, reading: &Reading<'_>, sheet: Option<&str>) {
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
                        Named::Mistyped(code) => code,
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
        // A form of another framework has other codes; the core says so in a word.
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
        // A fault of the table as a whole is one of each school in it.
        for school in &mut self.schools {
            school.faults.extend(faults.iter().cloned());
        }
    }
}

impl School {
    /// What it says, of a table that has a place for evidence or has not; and the codes that two frameworks take differently, where it does not name its own.
    fn assessment<'a>(&'a self, reading: &'a Reading<'_>, has_evidence: bool) -> (Value<'a>, Vec<&'a str>) {
        let names = &reading.names;
        let mut made = Building::default();
        let mut unclear = Vec::new();
        for (index, asked) in names.asked().iter().enumerate() {
            let Some(answer_of) = self.facts.get(&index) else { continue };
            let said = |text: &'a Option<String>| text.as_deref().map(Cow::Borrowed);
            let (note, evidence) = (said(&answer_of.note), said(&answer_of.evidence));
            let fact = answer_of.cell.clone().map(|cell| asked.kind.value(cell));
            unclear.extend(Some(asked.code.as_str()).filter(|code| fact.is_some() && names.refined().contains(*code)));
            if fact.is_some() || note.is_some() || evidence.is_some() {
                made.fact(asked.place, &asked.code, answer(fact, asked.kind, note, evidence));
            }
        }
        for (index, (_, at, about)) in AboutColumn::ALL.iter().enumerate() {
            if let Some(cell) = self.about.get(&index).and_then(|answer| answer.cell.clone()) {
                made.about(at, about.value(cell));
            }
        }
        let framework = self.framework.as_ref().and_then(|answer| answer.cell.clone()).map(Cell::value);
        if let Some(framework) = framework.or_else(|| reading.filled_by.map(|id| Value::Text(id.into()))) {
            made.top(crate::FRAMEWORK, framework);
            unclear.clear();
        }
        if names.requires_evidence() && !has_evidence {
            made.without_evidence();
        }
        (made.finish(), unclear)
    }
}

/// A form, or the rows of one school, to find the cell that a violation is about.
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

/// An indicator or a condition by its code and title.
fn title(framework: &Framework, code: &str, kind: FactKind, lang: Lang) -> String {
    let of_condition =
        || framework.condition(code).filter(|_| kind == FactKind::Met).map(|condition| (SayCell::Condition, condition.title.get(lang)));
    let of_indicator = || framework.indicator(code).map(|indicator| (SayCell::Indicator, indicator.title.get(lang)));
    match of_condition().or_else(of_indicator) {
        Some((say, title)) => say.say(lang, &[("code", &code), ("title", &excerpt(title))]),
        None => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
