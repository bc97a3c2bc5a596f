//! Ledgers: tables of which a row is an institution or an event, and no assessment.
//!
//! The caller says which columns a kind of ledger has ([`LedgerKind`]); cells, headings, delimiters and header rows are read by the same rules
//! as in tables of assessments. The header is the first of 100 rows that names the columns which the kind needs. Titles and remarks may stand
//! above it, and remarks below the last row with a key, such as a total or a signature. A row with a type, a day or a word of its column is no
//! remark: its key was forgotten.

use std::collections::BTreeMap;
use std::convert::Infallible;

use thuocdo::json::Value;
use thuocdo::{Date, InstitutionType, Lang, Violation, ViolationCode};

use crate::about::AboutColumn;
use crate::advice::{Takes, accepts_about, advice, excerpt, quoted};
use crate::cell::{Cell, is_word};
use crate::codes::TableCode;
use crate::fault::Fault;
use crate::open::{FileFormat, Opened};
use crate::table::{HEADER_WITHIN, Halt, Notes, Reading, Row, TakesRows, Visit, beyond_header, cell_name, heading, is_header};
use crate::words::{Say, SayCell};

/// A kind of ledger.
#[derive(Debug)]
pub struct LedgerKind {
    /// Its columns.
    pub columns: &'static [LedgerColumn],
    /// Whether columns with these fields make a header.
    pub is_header: fn(&[&'static str]) -> bool,
    /// The field that each row needs.
    pub key: &'static str,
    /// The columns that a header needs, in Vietnamese and English.
    pub wanted: [&'static str; 2],
}

/// A column of a ledger.
#[derive(Debug)]
pub struct LedgerColumn {
    /// The name of its field, which is a heading too.
    pub field: &'static str,
    /// The headings that people write over it, folded, besides those of tables of assessments. If two columns have headings of one field,
    /// the one that stands earlier here counts.
    pub headings: &'static [&'static str],
    /// What its cells accept.
    pub takes: LedgerCell,
}

/// What the cells of a column accept.
#[derive(Clone, Copy, Debug)]
pub enum LedgerCell {
    /// The same as in a table of assessments, under the same headings too.
    About(AboutColumn),
    /// Codes of institutions, with semicolons, commas or line ends between them.
    Codes,
    /// A whole number.
    Count,
    /// A day. Unlike a day of [`LedgerCell::About`] it has no heading but its own.
    Day,
    /// Days in a text, which whoever reads the value takes apart.
    Days,
    /// Any text, such as a name that is no institution's.
    Text,
    /// One of some words.
    Words(&'static [LedgerWord]),
}

/// A word that a cell accepts.
#[derive(Debug)]
pub struct LedgerWord {
    /// The stable word, which the cell accepts too.
    pub word: &'static str,
    /// Its name in Vietnamese and English.
    pub names: [&'static str; 2],
    /// Other spellings, folded.
    pub others: &'static [&'static str],
}

/// A ledger that was read.
#[derive(Debug)]
pub struct Ledger {
    /// Its kind.
    pub kind: &'static LedgerKind,
    /// The title of its sheet; `None` for a CSV.
    pub sheet: Option<String>,
    /// Its rows with a key, and rows above the last of them.
    pub rows: Vec<LedgerRow>,
    /// Faults of the header, and rows that cannot be read.
    pub faults: Vec<Fault>,
    columns: Vec<Found>,
    /// The number of the spreadsheet's row that is the header, from 1.
    header: u64,
    /// How many columns it has.
    width: usize,
}

/// A row of a ledger.
#[derive(Debug)]
pub struct LedgerRow {
    /// The line of the file at which it begins, from 1.
    pub line: u64,
    /// The number of the spreadsheet's row, from 1.
    number: u64,
    cells: BTreeMap<&'static str, Cell<'static>>,
}

/// A column of the header.
#[derive(Debug)]
struct Found {
    index: usize,
    column: &'static LedgerColumn,
    name: String,
}

impl LedgerCell {
    /// The value of a cell. A text that is none of the accepted words stays, so that whoever reads the value refuses it.
    fn value(self, cell: Cell<'_>) -> Value<'_> {
        match (self, cell) {
            (LedgerCell::About(about), cell) => about.value(cell),
            (LedgerCell::Codes, Cell::Text(text)) => {
                let codes = text.split([';', ',', '\n', '\r']).map(str::trim).filter(|code| !code.is_empty());
                Value::List(codes.map(|code| Value::Text(code.to_owned().into())).collect())
            }
            (LedgerCell::Count | LedgerCell::Days | LedgerCell::Text, cell) => AboutColumn::Name.value(cell),
            (LedgerCell::Day, cell) => AboutColumn::Date.value(cell),
            (LedgerCell::Codes, cell) => Value::List(vec![AboutColumn::Code.value(cell)]),
            (LedgerCell::Words(words), Cell::Text(text)) => {
                let mut names = |word: &&LedgerWord| [word.word].iter().chain(&word.names).chain(word.others).any(|name| is_word(&text, name));
                let known = words.iter().find(&mut names);
                known.map_or(Value::Text(text.clone()), |word| Value::Text(word.word.into()))
            }
            (LedgerCell::Words(_), cell) => cell.value(),
        }
    }

    /// Whether a cell holds what no remark does: a type of institution, a day, or one of the words.
    fn is_data(self, cell: &Cell<'_>) -> bool {
        let Value::Text(text) = self.value(cell.clone()) else { return false };
        match self {
            LedgerCell::About(AboutColumn::Type) => InstitutionType::WORDS.iter().any(|(word, _)| *word == text),
            LedgerCell::About(AboutColumn::Date) | LedgerCell::Day => text.parse::<Date>().is_ok(),
            LedgerCell::Words(words) => words.iter().any(|known| known.word == text),
            LedgerCell::About(_) | LedgerCell::Codes | LedgerCell::Count | LedgerCell::Days | LedgerCell::Text => false,
        }
    }

    /// What a person may write there, in words.
    fn accepts(self, lang: Lang) -> String {
        match self {
            LedgerCell::About(about) => accepts_about(about, lang),
            LedgerCell::Codes => SayCell::TakesCodes.template(lang).to_owned(),
            LedgerCell::Count => SayCell::TakesCount.template(lang).to_owned(),
            LedgerCell::Day => accepts_about(AboutColumn::Date, lang),
            LedgerCell::Days => SayCell::TakesDays.template(lang).to_owned(),
            LedgerCell::Text => accepts_about(AboutColumn::Name, lang),
            LedgerCell::Words(words) => {
                let names: Vec<String> = words.iter().map(|word| quoted(lang.pick(word.names), lang)).collect();
                SayCell::TakesWords.say(lang, &[("words", &names.join(", "))])
            }
        }
    }

    /// The kind of column in a table of assessments that mistakes in a cell are explained by.
    const fn like(self) -> Takes {
        Takes::About(match self {
            LedgerCell::About(about) => about,
            LedgerCell::Codes => AboutColumn::Code,
            LedgerCell::Count => return Takes::Half,
            LedgerCell::Day | LedgerCell::Days => AboutColumn::Date,
            LedgerCell::Text | LedgerCell::Words(_) => AboutColumn::Name,
        })
    }
}

impl LedgerColumn {
    /// The place of a heading among those of this column; a small number counts more.
    fn rank(&self, heading: &str) -> Option<usize> {
        let heading = heading.trim_end_matches([':', '*', ' ']);
        let shared = match self.takes {
            LedgerCell::About(about) => about.headings(),
            LedgerCell::Codes | LedgerCell::Count | LedgerCell::Day | LedgerCell::Days | LedgerCell::Text | LedgerCell::Words(_) => &[],
        };
        let name = match self.takes {
            LedgerCell::About(about @ (AboutColumn::Code | AboutColumn::Name | AboutColumn::Type)) => about.name(),
            _ => self.field,
        };
        [self.field].iter().chain(self.headings).chain(shared).chain([&name]).position(|known| *known == heading)
    }
}

impl LedgerKind {
    fn is_known(&self, name: &str) -> bool {
        let heading = heading(name);
        self.columns.iter().any(|column| column.rank(&heading).is_some())
    }

    /// The columns that a row names, if it is a header: each column once, by its best heading, and columns with the same heading.
    fn header(&self, names: &[Name]) -> Option<Vec<Found>> {
        let mut found = Vec::new();
        for column in self.columns {
            let ranked = names.iter().filter_map(|name| Some((column.rank(&name.heading)?, name)));
            let best = ranked.clone().map(|(rank, _)| rank).min();
            let best_of = ranked.filter(|(rank, _)| Some(*rank) == best);
            found.extend(best_of.map(|(_, name)| Found { index: name.index, column, name: name.shown.clone() }));
        }
        let fields: Vec<&'static str> = found.iter().map(|found| found.column.field).collect();
        (self.is_header)(&fields).then_some(found)
    }
}

impl Ledger {
    /// The value of a row in a field; `None` if its cell is blank or there is no such column.
    pub fn value<'l>(&self, row: &'l LedgerRow, field: &str) -> Option<Value<'l>> {
        let cell = row.cells.get(field)?;
        let takes = self.kind.columns.iter().find(|column| column.field == field)?.takes;
        Some(takes.value(cell.clone()))
    }

    /// Whether the header has a column of a field.
    pub fn has(&self, field: &str) -> bool {
        self.columns.iter().any(|found| found.column.field == field)
    }

    /// The stable words of a column of words.
    pub fn words(&self, field: &str) -> Vec<&'static str> {
        match self.kind.columns.iter().find(|column| column.field == field).map(|column| column.takes) {
            Some(LedgerCell::Words(words)) => words.iter().map(|word| word.word).collect(),
            _ => Vec::new(),
        }
    }

    /// The text that a person sees in a field; empty if the cell is blank.
    pub fn shown(&self, row: &LedgerRow, field: &str) -> String {
        row.cells.get(field).map(|cell| cell.show(Lang::Vi)).unwrap_or_default()
    }

    /// The name of a cell, such as `C5` or `Danh sách!C5`; that of the key if there is no such column.
    pub fn cell(&self, row: &LedgerRow, field: &str) -> String {
        let place = |field: &str| self.columns.iter().find(|found| found.column.field == field).map(|found| found.index);
        cell_name(self.sheet.as_deref(), place(field).or_else(|| place(self.kind.key)).unwrap_or_default(), row.number)
    }

    /// A violation in a field of a row as a fault of its cell: what the cell says, what it accepts, and what its author probably meant.
    pub fn fault(&self, row: &LedgerRow, field: &str, violation: &Violation) -> Fault {
        let cell = self.cell(row, field);
        let column = self.columns.iter().find(|found| found.column.field == field);
        let name = column.map_or_else(|| field.to_owned(), |found| excerpt(found.name.trim()));
        let found = row.cells.get(field);
        let is_ill_typed = matches!(
            violation.code(),
            ViolationCode::WrongType | ViolationCode::UnknownValue | ViolationCode::InvalidDate | ViolationCode::MissingField
        );
        let message = |lang: Lang| match (column, found) {
            (Some(column), Some(found)) if is_ill_typed => {
                let takes = column.column.takes;
                let accepts = takes.accepts(lang);
                let accepts = advice(takes.like(), found, lang).map_or(accepts.clone(), |advice| format!("{accepts}; {advice}"));
                SayCell::InTable.say(lang, &[("cell", &cell), ("name", &name), ("found", &excerpt(&found.show(lang))), ("accepts", &accepts)])
            }
            (Some(column), None) if is_ill_typed => {
                SayCell::Blank.say(lang, &[("cell", &cell), ("name", &name), ("accepts", &column.column.takes.accepts(lang))])
            }
            _ => SayCell::At.say(lang, &[("cell", &cell), ("name", &name), ("message", &violation.message(lang))]),
        };
        Fault::told(violation.clone(), cell.clone(), [message(Lang::Vi), message(Lang::En)])
    }

    /// What is wrong with the column of a field, in Vietnamese and English: said of the cell of its heading.
    pub fn column_fault(&self, field: &str, violation: &Violation, sentences: &[String; 2]) -> Fault {
        let index = self.columns.iter().find(|found| found.column.field == field).map(|found| found.index);
        self.told(&cell_name(self.sheet.as_deref(), index.unwrap_or_default(), self.header), field, violation, sentences)
    }

    /// As [`Ledger::fault`], with a sentence of the caller's in Vietnamese and English.
    pub fn fault_saying(&self, row: &LedgerRow, field: &str, violation: &Violation, sentences: &[String; 2]) -> Fault {
        self.told(&self.cell(row, field), field, violation, sentences)
    }

    fn told(&self, cell: &str, field: &str, violation: &Violation, sentences: &[String; 2]) -> Fault {
        let name = self.columns.iter().find(|found| found.column.field == field).map_or_else(|| field.to_owned(), |found| excerpt(found.name.trim()));
        let [vi, en] = sentences;
        let say = |lang: Lang| SayCell::At.say(lang, &[("cell", &cell), ("name", &name), ("message", lang.pick([vi, en]))]);
        Fault::told(violation.clone(), cell.to_owned(), [say(Lang::Vi), say(Lang::En)])
    }

    /// The fault of a row whose key stands in a row above.
    pub fn repeated(&self, row: &LedgerRow, violation: &Violation, first: &LedgerRow) -> Fault {
        let (key, first) = (self.kind.key, self.cell(first, self.kind.key));
        let params = vec![("code", excerpt(&self.shown(row, key)).into()), ("first", first.into())];
        Fault::worded(violation.clone(), (Say::DuplicateCode, params)).in_cell(self.cell(row, key))
    }

    /// The fault of a ledger without a row.
    fn without_rows(mut self) -> Ledger {
        if self.rows.is_empty() && self.faults.is_empty() {
            self.faults.push(Fault::new(TableCode::NoRows, Say::NoRows));
        }
        self
    }
}

/// A file of tables, opened once: a CSV, or the sheets of a workbook.
pub struct Tables<'f>(Source<'f>);

enum Source<'f> {
    Rows(Vec<Vec<Option<Cell<'static>>>>),
    Text(Opened<'f>),
    #[cfg(feature = "xlsx")]
    Book(Vec<crate::book::Sheet>),
}

impl<'f> Tables<'f> {
    /// Opens a CSV or a workbook.
    ///
    /// # Errors
    /// A workbook that cannot be read, or a file that is neither.
    pub fn open(file: Opened<'f>) -> Result<Tables<'f>, Fault> {
        match file.format {
            #[cfg(feature = "xlsx")]
            FileFormat::Workbook => crate::book::open(file).map(|sheets| Tables(Source::Book(sheets))),
            #[cfg(not(feature = "xlsx"))]
            FileFormat::Workbook => Err(Fault::new(TableCode::WrongFormat, Say::NoWorkbooks)),
            FileFormat::Csv | FileFormat::Json | FileFormat::Ndjson => Ok(Tables(Source::Text(file))),
        }
    }

    /// The rows of a table that is no file, such as a data frame: its header first, if it has one. Each row has as many cells as the others.
    pub fn of_rows(rows: Vec<Vec<Option<Cell<'static>>>>) -> Tables<'static> {
        Tables(Source::Rows(rows))
    }

    /// The one ledger of a kind.
    ///
    /// # Errors
    /// No such ledger, or two; a file that is broken.
    pub fn ledger(self, kind: &'static LedgerKind) -> Result<Ledger, Vec<Fault>> {
        let (ledgers, _) = self.ledgers(&[kind], None)?;
        let sheets: Vec<String> = ledgers.iter().filter_map(|ledger| ledger.sheet.as_ref()).map(|sheet| format!("“{sheet}”")).collect();
        let mut ledgers = ledgers.into_iter();
        match (ledgers.next(), ledgers.next()) {
            (Some(ledger), None) => Ok(ledger),
            (Some(_), Some(_)) => Err(vec![Fault::new(TableCode::WhichSheet, Say::TwoLedgers).with("sheets", sheets.join(", "))]),
            _ => Err(vec![no_ledger(kind)]),
        }
    }

    /// The ledgers of these kinds in the file, and the tables that are none. A sheet whose header has the columns of several kinds is a ledger of
    /// each, one after the other in the order of the kinds. With `reading` a table of assessments is no ledger, even if it
    /// has the columns of one.
    ///
    /// # Errors
    /// A fault of the file as a whole.
    pub fn ledgers(self, kinds: &[&'static LedgerKind], reading: Option<&Reading<'_>>) -> Result<(Vec<Ledger>, Option<Tables<'f>>), Vec<Fault>> {
        match self.0 {
            Source::Rows(rows) => {
                let mut taking = Taking::new(kinds, reading, None);
                faults(walk(&rows, &mut taking).map(|()| true))?;
                let found = taking.finish();
                let rest = if found.is_empty() { Some(Tables(Source::Rows(rows))) } else { None };
                Ok((found, rest))
            }
            Source::Text(file) => {
                // The first lines show whether it is a ledger, so that a large table of assessments is not kept.
                let head = Opened { format: FileFormat::Csv, lines: file.lines.clone(), reader: Box::new(std::io::Cursor::new(file.lines.clone())) };
                let mut seeking = Taking::new(kinds, reading, None);
                let is_read = crate::csv::rows(head, |name| kinds.iter().any(|kind| kind.is_known(name)), &mut seeking);
                if is_read.is_err() || seeking.ledgers.is_empty() {
                    return Ok((Vec::new(), Some(Tables(Source::Text(file)))));
                }
                let mut taking = Taking::new(kinds, reading, None);
                let is_read = crate::csv::rows(file, |name| kinds.iter().any(|kind| kind.is_known(name)), &mut taking);
                faults(is_read)?;
                Ok((taking.finish(), None))
            }
            #[cfg(feature = "xlsx")]
            Source::Book(sheets) => {
                let (mut ledgers, mut others) = (Vec::new(), Vec::new());
                for sheet in sheets {
                    let mut taking = Taking::new(kinds, reading, Some(sheet.title.clone()));
                    faults(sheet.walk(&mut taking).map(|()| true))?;
                    let mut found = taking.finish();
                    if found.is_empty() {
                        others.push(sheet);
                    }
                    ledgers.append(&mut found);
                }
                let rest = if others.is_empty() { None } else { Some(Tables(Source::Book(others))) };
                Ok((ledgers, rest))
            }
        }
    }

    /// Passes the assessments of the file to the visitor, as [`read`](crate::read()) does.
    ///
    /// # Errors
    /// Those of [`read`](crate::read()).
    pub fn assessments<E>(self, reading: &Reading<'_>, visit: Visit<'_, E>, pause: &mut dyn FnMut() -> Result<(), E>) -> Result<Notes, Halt<E>> {
        match self.0 {
            Source::Rows(rows) => crate::table::whole(reading, visit, |to| walk(&rows, to).map(|()| true)),
            Source::Text(file) => crate::read(file, reading, visit, pause),
            #[cfg(feature = "xlsx")]
            Source::Book(sheets) => crate::book::read(&sheets, reading, visit),
        }
    }
}

/// The one ledger of a file that is said to be of a kind.
///
/// # Errors
/// A file without such a ledger, or with two; a file that is broken.
pub fn ledger(file: Opened<'_>, kind: &'static LedgerKind) -> Result<Ledger, Vec<Fault>> {
    Tables::open(file).map_err(|fault| vec![fault])?.ledger(kind)
}

/// Passes on rows that are no file's.
fn walk<E>(rows: &[Vec<Option<Cell<'static>>>], to: &mut dyn TakesRows<E>) -> Result<(), Halt<E>> {
    (1_u64..).zip(rows).try_for_each(|(number, cells)| to.row(&Row { number, line: number, lines: 1, cells }))
}

/// The fault of a file in which no row is a header.
fn no_ledger(kind: &LedgerKind) -> Fault {
    Fault::new(TableCode::NoHeader, Say::NoLedger).with("wanted", kind.wanted)
}

fn faults(read: Result<bool, Halt<Infallible>>) -> Result<bool, Vec<Fault>> {
    read.map_err(|halt| match halt {
        Halt::Faults(faults) => faults,
        Halt::Visitor(never) => match never {},
    })
}

/// Looks for the header of a ledger, then keeps its rows.
struct Taking<'k, 'r> {
    kinds: &'k [&'static LedgerKind],
    reading: Option<&'k Reading<'r>>,
    sheet: Option<String>,
    ledgers: Vec<Taken>,
    /// How many rows were looked at for a header.
    seen: usize,
}

/// A ledger that is being read.
struct Taken {
    ledger: Ledger,
    /// Rows without a key since the last row with one.
    without_key: Vec<LedgerRow>,
}

impl Taken {
    /// The ledger with its last rows: of those without a key, those that are no remarks.
    fn finish(mut self) -> Ledger {
        let column = |field: &str| self.ledger.columns.iter().find(|found| found.column.field == field);
        let is_data = |row: &LedgerRow| row.cells.iter().any(|(field, cell)| column(field).is_some_and(|found| found.column.takes.is_data(cell)));
        let kept = self.without_key.iter().rposition(is_data).map_or(0, |last| last.saturating_add(1));
        self.ledger.rows.extend(self.without_key.into_iter().take(kept));
        self.ledger
    }
}

/// A cell of a row that may be a header.
struct Name {
    /// The heading that it is: made once, because folding a text takes most of the time of seeking a header.
    heading: String,
    index: usize,
    shown: String,
}

impl Name {
    /// Those of a row.
    fn of(row: &Row<'_>) -> Vec<Name> {
        let shown = row.cells.iter().enumerate().filter_map(|(index, cell)| Some((index, cell.as_ref()?.show(Lang::En))));
        shown.map(|(index, shown)| Name { heading: heading(&shown), index, shown }).collect()
    }
}

impl<'k, 'r> Taking<'k, 'r> {
    fn new(kinds: &'k [&'static LedgerKind], reading: Option<&'k Reading<'r>>, sheet: Option<String>) -> Taking<'k, 'r> {
        Taking { kinds, reading, sheet, ledgers: Vec::new(), seen: 0 }
    }

    fn seek(&mut self, row: &Row<'_>) {
        let is_remark = row.cell(0).is_some_and(|cell| cell.show(Lang::En).starts_with('#'));
        if row.is_blank() || is_remark || self.seen >= HEADER_WITHIN {
            return;
        }
        self.seen += 1;
        // A table of assessments stays one to its end.
        if self.reading.is_some_and(|reading| is_header(reading, row)) {
            self.seen = HEADER_WITHIN;
            return;
        }
        let names = Name::of(row);
        let headers = self.kinds.iter().filter_map(|kind| Some((*kind, kind.header(&names)?)));
        let ledgers = headers.map(|(kind, columns)| Ledger {
            kind,
            sheet: self.sheet.clone(),
            rows: Vec::new(),
            faults: twice(&columns, self.sheet.as_deref(), row.number),
            columns,
            header: row.number,
            width: row.cells.len(),
        });
        self.ledgers = ledgers.map(|ledger| Taken { ledger, without_key: Vec::new() }).collect();
    }

    fn finish(self) -> Vec<Ledger> {
        self.ledgers.into_iter().map(|taken| taken.finish().without_rows()).collect()
    }
}

/// The faults of columns of one field under the same heading.
fn twice(columns: &[Found], sheet: Option<&str>, row: u64) -> Vec<Fault> {
    let mut faults = Vec::new();
    for found in columns {
        let same: Vec<&Found> = columns.iter().filter(|other| other.column.field == found.column.field).collect();
        if same.len() > 1 && same.first().is_some_and(|first| first.index == found.index) {
            let cells: Vec<String> = same.iter().map(|found| cell_name(sheet, found.index, row)).collect();
            faults.push(
                Fault::new(TableCode::DuplicateColumn, Say::TwoAnswers).with("name", excerpt(found.name.trim())).with("cells", cells.join(", ")),
            );
        }
    }
    faults
}

impl TakesRows<Infallible> for Taking<'_, '_> {
    fn row(&mut self, row: &Row<'_>) -> Result<(), Halt<Infallible>> {
        if self.ledgers.is_empty() {
            self.seek(row);
            return Ok(());
        }
        for Taken { ledger, without_key } in &mut self.ledgers {
            let cells = ledger.columns.iter().rev().filter_map(|found| Some((found.column.field, row.cell(found.index)?.clone().into_owned())));
            let kept = LedgerRow { line: row.line, number: row.number, cells: cells.collect() };
            // In a workbook people write beside a list.
            let beyond = if ledger.sheet.is_none() { beyond_header(None, row, ledger.width, &[]) } else { None };
            if let Some(fault) = beyond.filter(|_| !kept.cells.is_empty()) {
                ledger.faults.push(fault);
            } else if kept.cells.contains_key(ledger.kind.key) {
                // A row between others is one whose key was forgotten, and no remark.
                ledger.rows.append(without_key);
                ledger.rows.push(kept);
            } else if !kept.cells.is_empty() {
                without_key.push(kept);
            }
        }
        Ok(())
    }

    fn refuse(&mut self, _: u64, fault: Fault) -> Result<(), Halt<Infallible>> {
        for taken in &mut self.ledgers {
            taken.ledger.faults.push(fault.clone());
        }
        Ok(())
    }

    fn is_found(&self) -> bool {
        !self.ledgers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::{Unmarked, recognise};

    static KIND: LedgerKind = LedgerKind {
        columns: &[
            LedgerColumn { field: "code", headings: &["mã"], takes: LedgerCell::About(AboutColumn::Code) },
            LedgerColumn { field: "type", headings: &["cấp học", "loại"], takes: LedgerCell::About(AboutColumn::Type) },
            LedgerColumn {
                field: "act",
                headings: &["việc"],
                takes: LedgerCell::Words(&[LedgerWord { word: "report", names: ["báo cáo", "report"], others: &["nộp báo cáo"] }]),
            },
            LedgerColumn { field: "from", headings: &["tiền thân"], takes: LedgerCell::Codes },
        ],
        is_header: |fields| fields.contains(&"code") && fields.len() > 1,
        key: "code",
        wanted: ["“mã”", "\"code\""],
    };

    fn read(text: &str) -> Result<Ledger, Vec<Fault>> {
        let text = text.to_owned().into_bytes();
        let opened = recognise(Box::new(std::io::Cursor::new(text)), Some(FileFormat::Csv), Unmarked::Look).map_err(|fault| vec![fault])?;
        ledger(opened, &KIND)
    }

    #[test]
    fn a_header_may_stand_below_titles_and_remarks_below_the_rows() {
        let read = read(
            "Danh sách các trường\n# bản nháp\nSTT;Mã (CSDL ngành);Việc *;Cấp học\n1;VD-01;Nộp báo cáo;TH\n2;VD-02;report;\n;Tổng: 2;;\n;;;Người lập\n",
        );
        let ledger = read.expect("read");
        let value = |row: usize, field: &str| ledger.value(&ledger.rows[row], field);
        assert_eq!(ledger.rows.len(), 3, "a total in the column of codes is a row, so that it is refused");
        assert_eq!(value(0, "act"), Some(Value::Text("report".into())));
        assert_eq!(value(1, "act"), Some(Value::Text("report".into())));
        assert_eq!(value(0, "type"), Some(Value::Text("primary".into())));
        assert_eq!(value(1, "type"), None);
        assert_eq!(ledger.cell(&ledger.rows[0], "type"), "D4");
    }

    #[test]
    fn a_word_may_be_typed_without_marks_and_wrong_marks_are_none() {
        let ledger = read("mã;việc\nVD-01;Bao cao\nVD-02;nop bao cao\nVD-03;báo cào\n").expect("read");
        let values: Vec<_> = ledger.rows.iter().map(|row| ledger.value(row, "act")).collect();
        assert_eq!(values, ["report", "report", "báo cào"].map(|word| Some(Value::Text(word.into()))));
    }

    #[test]
    fn of_two_headings_of_one_field_the_better_one_counts_and_two_of_the_same_are_a_fault() {
        let ledger = read("mã;loại;cấp học\nVD-01;Công lập;THCS\n").expect("read");
        assert_eq!(ledger.value(&ledger.rows[0], "type"), Some(Value::Text("lower_secondary".into())));
        assert!(ledger.faults.is_empty());
        let twice = read("mã;cấp học;cấp học\nVD-01;TH;THCS\n").expect("read");
        assert_eq!(twice.faults.len(), 1);
        assert!(twice.faults[0].line(Lang::Vi).contains("B1, C1"));
    }

    #[test]
    fn the_name_of_a_school_is_no_text_of_another_column() {
        static LIST: LedgerKind = LedgerKind {
            columns: &[
                LedgerColumn { field: "code", headings: &["mã"], takes: LedgerCell::About(AboutColumn::Code) },
                LedgerColumn { field: "name", headings: &[], takes: LedgerCell::About(AboutColumn::Name) },
                LedgerColumn { field: "authority", headings: &["cơ quan quản lý"], takes: LedgerCell::Text },
            ],
            is_header: |fields| fields.contains(&"code"),
            key: "code",
            wanted: ["“mã”", "\"code\""],
        };
        let read = |cells: [[&str; 3]; 2]| {
            let rows = cells.map(|row| row.map(|cell| Cell::text(cell).map(Cell::into_owned)).to_vec()).to_vec();
            Tables::of_rows(rows).ledger(&LIST).expect("read")
        };
        for header in [["Mã", "Tên trường", "STT"], ["institution.code", "institution.name", "STT"]] {
            let ledger = read([header, ["VD-01", "Trường A", "1"]]);
            assert_eq!(ledger.value(&ledger.rows[0], "name"), Some(Value::Text("Trường A".into())));
            assert!(!ledger.has("authority"), "{header:?}");
        }
        let managed = read([["Mã", "Tên trường", "Cơ quan quản lý"], ["VD-01", "Trường A", "Xã A"]]);
        assert_eq!(managed.value(&managed.rows[0], "authority"), Some(Value::Text("Xã A".into())));
    }

    #[test]
    fn codes_are_parted_and_a_row_without_a_key_between_others_stays() {
        let ledger = read("mã;tiền thân\nVD-01;VD-07, VD-08;\n;VD-09\nVD-02;\n").expect("read");
        let codes = ledger.value(&ledger.rows[0], "from");
        assert_eq!(codes, Some(Value::List(vec![Value::Text("VD-07".into()), Value::Text("VD-08".into())])));
        assert_eq!(ledger.rows.len(), 3);
        assert_eq!(ledger.cell(&ledger.rows[1], "code"), "A3");
    }

    #[test]
    fn a_last_row_whose_key_was_forgotten_is_a_row_and_a_signature_is_none() {
        let ledger = read("mã;cấp học;việc\nVD-01;TH;báo cáo\n;THCS;\n;;nộp báo cáo\n;Hiệu trưởng;Người lập\n").expect("read");
        let cells: Vec<String> = ledger.rows.iter().map(|row| ledger.cell(row, "code")).collect();
        assert_eq!(cells, ["A2", "A3", "A4"]);
    }

    #[test]
    fn a_file_without_the_header_is_told_what_it_lacks() {
        let faults = read("tên;lớp\nLan;5A\n").expect_err("refused");
        assert!(faults[0].line(Lang::Vi).contains("“mã”"), "{}", faults[0].line(Lang::Vi));
    }
}
