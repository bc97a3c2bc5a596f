//! Reads a table row by row: finds the header, then makes an assessment of each row.
//!
//! A wide table has one assessment per row and one fact per column. A long table has one fact per row: code, answer, and who is assessed. A
//! form is a long table of one assessment, with rows of its own for who is assessed. `wide` and `long` read these, `told` describes faulty
//! cells.

mod long;
mod told;
mod wide;

use thuocdo::{Framework, Input, Lang, LocalScorer, ViolationCode};

use self::long::Long;
pub(crate) use self::told::cell_name;
use self::told::header_fault;
pub use self::told::{CellNote, Cells, violations_json};
use self::wide::{Wide, wide_row};
use crate::advice::excerpt;
use crate::cell::{Cell, folded};
use crate::codes::TableCode;
use crate::fault::Fault;
use crate::header::{Header, some};
use crate::names::{ColumnName, Names};
use crate::words::Say;

/// The header must be one of this many first rows.
pub(crate) const HEADER_WITHIN: usize = 100;

/// The context for reading tables: the framework, and the framework by which they were filled in.
#[derive(Debug)]
pub struct Reading<'r> {
    scorers: &'r LocalScorer,
    names: Names,
    filled_by: Option<&'r str>,
}

impl<'r> Reading<'r> {
    /// For tables of the local framework. `filled_by` is the id of the framework by which a table was filled in, if the table does not name
    /// one.
    pub fn new(scorers: &'r LocalScorer, filled_by: Option<&'r str>) -> Reading<'r> {
        Reading { scorers, names: Names::new(scorers), filled_by }
    }

    /// Looks for results beside the answers too, or without any: points and levels of groups, the level as a whole, whether nothing stands in
    /// the way, and whether the row was refused. The facts of a row are then `{ "assessment": …, "claimed": … }`.
    #[must_use]
    pub fn with_claims(self) -> Reading<'r> {
        let names = self.names.with_claims(self.scorers.local().framework());
        Reading { names, ..self }
    }

    pub(crate) fn framework(&self) -> &'r Framework {
        self.scorers.local().framework()
    }
}

/// One assessment of a file.
pub struct Record<'a> {
    /// The cells of the assessment, if it comes from a table.
    pub cells: Option<&'a dyn Cells>,
    /// The assessment, not yet checked by the core; or the faults that prevent reading.
    pub facts: Result<Input<'a>, &'a [Fault]>,
    /// Whether the format of the file can hold many assessments.
    pub is_one_of_many: bool,
    /// Its line in the file, from 1; for a form, its number among the forms of the file.
    pub line: u64,
    /// The title of its sheet, if it comes from a workbook.
    pub sheet: Option<&'a str>,
}

/// A visitor of the records of a file.
pub type Visit<'v, E> = &'v mut dyn FnMut(&Record<'_>) -> Result<(), E>;

/// Why reading ended early.
#[derive(Debug)]
pub enum Halt<E> {
    /// The file, or its table as a whole, has faults.
    Faults(Vec<Fault>),
    /// The visitor returned an error.
    Visitor(E),
}

impl<E> From<Fault> for Halt<E> {
    fn from(fault: Fault) -> Halt<E> {
        Halt::Faults(vec![fault])
    }
}

/// Notes on a file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// What looks like answers in the notes of forms.
    pub noted: Vec<NotedAnswer>,
    /// How many forms, or institutions of a long table, have no answer at all.
    pub unanswered: usize,
    /// What looks like a share in a cell of points: 0,8 in a row that asks for a share. It was read as points.
    pub shares: Vec<NotedAnswer>,
    /// The columns that were read: the name of each, and the code or the name of who, when and by whom that it was read as.
    pub read: Vec<(String, String)>,
    /// The columns with unknown names, which were not read.
    pub unread: Vec<String>,
}

/// A cell that may mean something else than it was taken for: an answer in the note beside a blank one, or a share in the place of points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedAnswer {
    /// The cell.
    pub cell: String,
    /// The code of the row.
    pub code: String,
    /// What it says.
    pub text: String,
}

/// A row of a table.
pub(crate) struct Row<'c> {
    /// The row number of a spreadsheet, from 1.
    pub(crate) number: u64,
    /// The line of the file at which the row begins, from 1.
    pub(crate) line: u64,
    /// The number of lines of the row.
    pub(crate) lines: u64,
    pub(crate) cells: &'c [Option<Cell<'c>>],
}

impl Row<'_> {
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }

    pub(crate) fn cell(&self, index: usize) -> Option<&Cell<'_>> {
        self.cells.get(index)?.as_ref()
    }
}

/// What takes the rows of a sheet or a CSV, one after the other.
pub(crate) trait TakesRows<E> {
    /// Reads a row.
    fn row(&mut self, row: &Row<'_>) -> Result<(), Halt<E>>;

    /// Counts and passes on a row that cannot be read.
    fn refuse(&mut self, line: u64, fault: Fault) -> Result<(), Halt<E>>;

    /// Whether the header was found.
    fn is_found(&self) -> bool;
}

/// Takes the rows of a table of assessments.
pub(crate) struct Assessments<'t, 'r, 'v, E> {
    pub(crate) table: &'t mut Table<'r>,
    pub(crate) visit: Visit<'v, E>,
}

impl<E> TakesRows<E> for Assessments<'_, '_, '_, E> {
    fn row(&mut self, row: &Row<'_>) -> Result<(), Halt<E>> {
        self.table.row(row, &mut *self.visit)
    }

    fn refuse(&mut self, line: u64, fault: Fault) -> Result<(), Halt<E>> {
        self.table.unread();
        let record = Record { cells: None, facts: Err(&[fault]), is_one_of_many: true, line, sheet: None };
        (self.visit)(&record).map_err(Halt::Visitor)
    }

    fn is_found(&self) -> bool {
        self.table.is_found()
    }
}

/// Reads a table that is all of a file, whose rows `walk` passes on; `false` from it if the last rows are lost.
pub(crate) fn whole<E>(
    reading: &Reading<'_>,
    visit: Visit<'_, E>,
    walk: impl FnOnce(&mut dyn TakesRows<E>) -> Result<bool, Halt<E>>,
) -> Result<Notes, Halt<E>> {
    let mut table = Table::new(reading, None);
    if walk(&mut Assessments { table: &mut table, visit: &mut *visit })? {
        table.end(&mut *visit)?;
        table.schools(Some(1), visit)?;
    }
    Ok(table.notes())
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

/// A table during reading.
pub(crate) struct Table<'r> {
    reading: &'r Reading<'r>,
    /// The title of its sheet; `None` for a CSV.
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

    /// Reads a row.
    pub(crate) fn row<E>(&mut self, row: &Row<'_>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        match &mut self.state {
            State::Wide(wide) if wide.goes_on(self.reading, row) => {
                let cells = lower_over(row, |index| wide.names.get(index).and_then(|name| Cell::text(name)));
                if let Some(state) = header_in(self.reading, self.sheet, &Row { cells: &cells, ..*row }, true)? {
                    self.state = state;
                }
                return Ok(());
            }
            State::Wide(wide) => return wide_row(self.reading, self.sheet, wide, row, visit),
            State::Long(long) => {
                long.row(self.reading, self.sheet, row);
                return Ok(());
            }
            State::Seeking(_) if row.is_blank() => return Ok(()),
            // A row above the header that begins with `#` is a remark.
            State::Seeking(_) if row.cell(0).is_some_and(|cell| cell.show(Lang::En).starts_with('#')) => return Ok(()),
            State::Seeking(held) => {
                let above = held.last().map_or(&[][..], |above| above.cells.as_slice());
                if let Some(mut state) = header_below(self.reading, self.sheet, above, row)? {
                    if let State::Long(long) = &mut state {
                        for held in held {
                            long.above(self.reading, &held.row());
                        }
                    }
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

    /// Chooses a header if no row clearly is one. In a CSV it is the first row with a code or with who is assessed, else the first row that
    /// is no remark.
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

    /// Ends the table after its last row. [`Table::schools`] passes on the assessments of a form.
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

    /// Counts a row that could not be read.
    pub(crate) fn unread(&mut self) {
        if let State::Wide(wide) = &mut self.state {
            wide.rows += 1;
        }
    }

    /// The notes on the table.
    pub(crate) fn notes(&self) -> Notes {
        match &self.state {
            State::Wide(wide) => {
                let name = |index: usize| wide.names.get(index).map(|name| excerpt(name.trim()));
                let unread = wide.header.others.iter().filter_map(|index| name(*index)).collect();
                let read = wide.header.named().filter_map(|(index, read)| Some((name(index)?, read))).collect();
                Notes { read, unread, ..Notes::default() }
            }
            State::Long(long) => Notes {
                noted: long.noted(self.reading, self.sheet),
                shares: long.shares(self.reading, self.sheet),
                read: long.read().to_vec(),
                unanswered: long.unanswered(),
                unread: long.unread().to_vec(),
            },
            State::Seeking(_) => Notes::default(),
        }
    }

    /// Whether a header was found.
    pub(crate) fn is_found(&self) -> bool {
        !matches!(self.state, State::Seeking(_))
    }

    /// Code, period and stream of a form; `None` for a table of many assessments.
    #[cfg(feature = "xlsx")]
    pub(crate) fn form(&self) -> Option<FormKey> {
        match &self.state {
            State::Long(long) => long.form(),
            _ => None,
        }
    }

    /// Passes the assessments of a long table or a form to the visitor. `line` is the number of the form in the workbook.
    pub(crate) fn schools<E>(&self, line: Option<u64>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
        match &self.state {
            State::Long(long) => long.visit(self.reading, self.sheet, line, visit),
            _ => Ok(()),
        }
    }
}

/// The institution, period and stream of a form.
#[cfg(feature = "xlsx")]
pub(crate) struct FormKey {
    pub(crate) key: [Option<String>; 3],
    /// Whether no row of a condition or an indicator has an answer.
    pub(crate) is_unanswered: bool,
}

#[cfg(feature = "xlsx")]
impl FormKey {
    /// Whether the form says nothing at all.
    pub(crate) fn is_blank(&self) -> bool {
        self.is_unanswered && self.key.iter().all(Option::is_none)
    }
}

/// The fault of a row with something beyond the header's columns or under one without a name: a decimal comma made two cells of one, or the row
/// stands one cell off.
pub(crate) fn beyond_header(sheet: Option<&str>, row: &Row<'_>, width: usize, unnamed: &[usize]) -> Option<Fault> {
    let is_beyond = |index: usize| index >= width || unnamed.contains(&index);
    let (index, cell) = row.cells.iter().enumerate().find_map(|(index, cell)| Some((index, cell.as_ref().filter(|_| is_beyond(index))?)))?;
    let fault = if sheet.is_none() && row.cells.len() > width {
        ragged(row, width)
    } else {
        Fault::new(TableCode::RaggedRow, Say::BeyondHeader).with("found", excerpt(&cell.show(Lang::Vi)))
    };
    Some(fault.in_cell(cell_name(sheet, index, row.number)))
}

/// The fault of a row of a CSV with more or fewer cells than the header.
pub(crate) fn ragged(row: &Row<'_>, width: usize) -> Fault {
    let fault = Fault::new(TableCode::RaggedRow, if row.lines > 1 { Say::RaggedLines } else { Say::RaggedRow });
    fault.with("found", row.cells.len()).with("expected", width).with("lines", row.lines)
}

/// The cells of a row; where one is blank, that of the row above.
fn lower_over<'c>(row: &Row<'c>, above: impl Fn(usize) -> Option<Cell<'c>>) -> Vec<Option<Cell<'c>>> {
    row.cells.iter().enumerate().map(|(index, cell)| cell.clone().or_else(|| above(index))).collect()
}

/// The table whose header is this row, below another one. A header may have two rows: names of who and when over both, which only the upper one
/// holds, and codes in the lower one. A lower row that says who is assessed needs none of the upper one, which is a title then; nor does a form.
fn header_below<E>(reading: &Reading<'_>, sheet: Option<&str>, above: &[Option<Cell<'_>>], row: &Row<'_>) -> Result<Option<State>, Halt<E>> {
    let is = |cell: &Cell<'_>, wanted: fn(&ColumnName) -> bool| wanted(&reading.names.recognise(&cell.show(Lang::En)));
    let says_who = row.cells.iter().flatten().any(|cell| is(cell, |named| matches!(named, ColumnName::About(_))));
    let cells = lower_over(row, |index| above.get(index).cloned().flatten().filter(|cell| is(cell, is_of_both)));
    if says_who || cells == row.cells {
        return header_in(reading, sheet, row, false);
    }
    match header_in(reading, sheet, row, false) {
        Ok(Some(State::Long(form))) => Ok(Some(State::Long(form))),
        Ok(_) => Ok(header_in(reading, sheet, &Row { cells: &cells, ..*row }, false)?.filter(|state| matches!(state, State::Wide(_)))),
        Err(faults) => Err(faults),
    }
}

/// Whether a name may stand over both rows of a header.
fn is_of_both(named: &ColumnName) -> bool {
    matches!(named, ColumnName::Fact(..) | ColumnName::About(_) | ColumnName::Framework)
}

/// Whether a row is the header of a table of assessments, even if a faulty one: one that says who is assessed, and holds a code in a heading that
/// cannot be read (`1.3.1 năm 2023`) or in the upper of its two rows (`Tiêu chí 1.3`), is no header of anything else.
pub(crate) fn is_header(reading: &Reading<'_>, row: &Row<'_>) -> bool {
    let names: Vec<ColumnName> = row.cells.iter().flatten().map(|cell| reading.names.recognise(&cell.show(Lang::En))).collect();
    let holds_code = names.iter().any(|named| matches!(named, ColumnName::Mistyped(_) | ColumnName::Unread(_)));
    let says_who = names.iter().any(|named| matches!(named, ColumnName::About(_)));
    holds_code && says_who || !matches!(header_in::<std::convert::Infallible>(reading, None, row, false), Ok(None))
}

/// A heading without its brackets.
pub(crate) fn heading(name: &str) -> String {
    let name = folded(name);
    name.split_once('(').map_or(name.as_str(), |(before, _)| before).trim().trim_end_matches(':').to_owned()
}

const CODE_HEADINGS: [&str; 8] = ["mã", "code", "mã mục", "mã chỉ số", "mã tiêu chí", "mã điểm thành phần", "indicator", "mã nội dung"];
/// Headings of a form's column of answers.
const ANSWER_HEADINGS: [&str; 3] = ["kết quả", "trả lời", "answer"];
/// Further headings of that column in a long table.
const VALUE_HEADINGS: [&str; 8] = ["giá trị", "value", "điểm", "points", "điểm tự chấm", "điểm đạt được", "result", "điểm đánh giá"];

/// Whether a name is that of a column of a wide or a long table.
pub(crate) fn is_known(reading: &Reading<'_>, name: &str) -> bool {
    let heading = heading(name);
    let is_of_long = |headings: &[&str]| headings.contains(&heading.as_str());
    matches!(reading.names.recognise(name), ColumnName::Fact(..) | ColumnName::About(_) | ColumnName::Claim(_) | ColumnName::Framework)
        || is_of_long(&CODE_HEADINGS)
        || is_of_long(&ANSWER_HEADINGS)
        || is_of_long(&VALUE_HEADINGS)
}

/// The table whose header is this row, if the row is one. With `is_surely` it must be one.
fn header_in<E>(reading: &Reading<'_>, sheet: Option<&str>, row: &Row<'_>, is_surely: bool) -> Result<Option<State>, Halt<E>> {
    let names: Vec<String> = row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.show(Lang::En)).unwrap_or_default()).collect();
    let columns: Vec<ColumnName> = names.iter().map(|name| reading.names.recognise(name)).collect();
    let facts = columns.iter().filter(|named| matches!(named, ColumnName::Fact(..) | ColumnName::Claim(_))).count();
    let is_known = |named: &&ColumnName| matches!(named, ColumnName::Fact(..) | ColumnName::About(_) | ColumnName::Claim(_) | ColumnName::Framework);
    let known = columns.iter().filter(is_known).count();
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

/// The fault of a sheet without a header: a form whose column of answers has another name, or no form at all.
fn not_a_form(held: &[Held]) -> Fault {
    for row in held {
        let headings: Vec<String> = row.cells.iter().flatten().map(|cell| heading(&cell.show(Lang::En))).collect();
        if headings.iter().any(|name| CODE_HEADINGS.contains(&name.as_str())) && headings.len() > 2 {
            let found: Vec<String> = row.cells.iter().flatten().map(|cell| cell.show(Lang::En)).collect();
            let found = some(found.iter().map(String::as_str).take(6)).join(", ");
            return Fault::new(TableCode::NoAnswerColumn, Say::NoAnswers).with("found", found).in_cell(format!("A{}", row.number));
        }
    }
    Fault::new(TableCode::NoForm, Say::NoForm)
}
