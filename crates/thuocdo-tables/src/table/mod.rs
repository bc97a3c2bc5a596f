//! A table, row by row: where its header stands, and what each row says by it.
//!
//! A table is wide (a row an assessment, a column a fact) or long (a row a fact: its code, its answer, and whose it is). A form is a long table
//! of one assessment, which says in rows of its own whose it is.

mod long;
mod told;
mod wide;

use thuocdo::{Framework, Input, Lang, LocalScorer, ViolationCode};

use self::long::Long;
pub use self::told::{CellNote, Cells, violations_json};
use self::told::{excerpt, header_fault};
use self::wide::{Wide, wide_row};
use crate::cell::{Cell, folded};
use crate::codes::TableCode;
use crate::fault::Fault;
use crate::header::{Header, some};
use crate::names::{ColumnName, Names};
use crate::words::Say;

/// The header is one of so many first rows.
const HEADER_WITHIN: usize = 100;

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
    pub facts: Result<Input<'a>, &'a [Fault]>,
    /// True where the file is of a kind that holds many.
    pub is_one_of_many: bool,
    /// Its line in the file, from 1; of a form, its number among the forms of the file.
    pub line: u64,
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
        let names = |row: &Held, wanted: fn(&ColumnName) -> bool| {
            row.cells.iter().flatten().any(|cell| wanted(&self.reading.names.recognise(&cell.show(Lang::En))))
        };
        let position = held
            .iter()
            .position(|row| names(row, |named| matches!(named, ColumnName::Fact(..) | ColumnName::Mistyped(_) | ColumnName::About(_))))
            .unwrap_or(0);
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
                if long.is_empty() { Err(Fault::new(TableCode::NoRows, Say::NoRows).into()) } else { Ok(()) }
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
        match &self.state {
            State::Long(long) => long.form(),
            _ => None,
        }
    }

    /// Hands out the assessments of a long table or form; `line` numbers the forms of a workbook.
    pub(crate) fn schools<E>(&self, line: Option<u64>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        match &self.state {
            State::Long(long) => long.visit(self.reading, self.sheet, line, visit),
            _ => Ok(()),
        }
    }
}

/// Whose form a sheet is.
#[cfg(feature = "xlsx")]
pub(crate) struct FormKey {
    pub(crate) key: [Option<String>; 3],
    /// Nothing is filled in.
    pub(crate) is_blank: bool,
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
    matches!(reading.names.recognise(name), ColumnName::Fact(..) | ColumnName::About(_) | ColumnName::Framework)
        || is_of_long(&CODE_HEADINGS)
        || is_of_long(&ANSWER_HEADINGS)
        || is_of_long(&VALUE_HEADINGS)
}

/// The table that begins with a row, if the row is its header. `is_surely` where it must be one.
fn header_in<E>(reading: &Reading<'_>, sheet: Option<&str>, row: &Row<'_>, is_surely: bool) -> Result<Option<State>, Halt<E>> {
    let names: Vec<String> = row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.show(Lang::En)).unwrap_or_default()).collect();
    let columns: Vec<ColumnName> = names.iter().map(|name| reading.names.recognise(name)).collect();
    let facts = columns.iter().filter(|named| matches!(named, ColumnName::Fact(..))).count();
    let known = columns.iter().filter(|named| matches!(named, ColumnName::Fact(..) | ColumnName::About(_) | ColumnName::Framework)).count();
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
