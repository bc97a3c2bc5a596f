//! Reads the cells of a workbook, which may be broken, huge or hostile: XLSX, XLS and ODS.

mod budget;
mod format;
mod ods;
mod weigh;
mod xls;
mod xlsx;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::panic::{self, AssertUnwindSafe};

use thuocdo::ViolationCode;

use self::budget::{Budget, Limit, Passed};
use crate::cell::{Cell, Odd};
use crate::codes::TableCode;
use crate::fault::{Fault, Filler};
use crate::open::{Opened, read_failed};
use crate::table::{Assessments, FormKey, Halt, Notes, Reading, Row, Table, TakesRows, Visit};
use crate::words::Say;

/// The last column that is read. Further columns hold remarks.
const FURTHEST_COLUMN: u32 = 256;
/// The longest name of a sheet in messages, in characters: more than twice Excel's own limit.
const LONGEST_TITLE: usize = 64;

/// A visible sheet.
pub(crate) struct Sheet {
    pub(crate) title: String,
    cells: Cells,
}

/// The cells of a sheet by row and column, without the blank ones.
type Cells = BTreeMap<(u32, u32), Cell<'static>>;

/// A range of merged cells: its first and its last cell.
type Merged = [(u32, u32); 2];

/// An error of the reader. If a limit was exceeded, the budget has it.
struct Broken(String);

impl<E: std::fmt::Display> From<E> for Broken {
    fn from(error: E) -> Broken {
        Broken(error.to_string())
    }
}

impl From<Passed> for Broken {
    fn from(_: Passed) -> Broken {
        Broken(String::new())
    }
}

/// The visible sheets of a workbook.
pub(crate) fn open(file: Opened<'_>) -> Result<Vec<Sheet>, Fault> {
    let mut bytes = Vec::new();
    file.reader.take(Limit::File.most() + 1).read_to_end(&mut bytes).map_err(|error| read_failed(&error))?;
    sheets(&bytes)
}

/// Passes the assessments of a workbook to the visitor: those of each visible sheet with a form or a table.
pub(crate) fn read<E>(sheets: &[Sheet], reading: &Reading<'_>, visit: Visit<'_, E>) -> Result<Notes, Halt<E>> {
    let mut read: Vec<(&Sheet, Table<'_>)> = Vec::new();
    let mut unfit: Option<Fault> = None;
    for sheet in sheets {
        let mut table = Table::new(reading, Some(&sheet.title));
        let walked = sheet.walk(&mut Assessments { table: &mut table, visit: &mut *visit }).and_then(|()| table.end(&mut *visit));
        match walked {
            Ok(()) => read.push((sheet, table)),
            // A sheet without a header is the user's own.
            Err(Halt::Faults(faults))
                if !table.is_found() && faults.iter().all(|fault| matches!(fault.code(), "no_form" | "no_header" | "no_answer_column")) =>
            {
                let fault = faults.into_iter().next();
                let is_better = fault.as_ref().is_some_and(|fault| fault.code() == "no_answer_column");
                if unfit.is_none() || is_better {
                    unfit = fault;
                }
            }
            Err(halt) => return Err(halt),
        }
    }
    if read.is_empty() {
        return Err(unfit.unwrap_or_else(|| Fault::new(TableCode::NoForm, Say::NoForm)).into());
    }
    let spare = hand_out_forms(&read, visit)?;
    let mut all = Notes::default();
    for ((_, table), is_spare) in read.iter().zip(spare) {
        let Notes { noted, shares, read, unanswered, unread } = table.notes();
        all.noted.extend(noted);
        all.shares.extend(shares);
        all.read.extend(read);
        all.unanswered += if is_spare { 0 } else { unanswered };
        all.unread.extend(unread);
    }
    Ok(all)
}

/// Passes on the forms, one per sheet. Two forms of the same institution, period and stream are a fault; one without answers is a spare copy.
/// Tells which of the tables are.
fn hand_out_forms<E>(read: &[(&Sheet, Table<'_>)], visit: Visit<'_, E>) -> Result<Vec<bool>, Halt<E>> {
    let keys: Vec<_> = read.iter().map(|(_, table)| table.form()).collect();
    let is_any_filled = keys.iter().flatten().any(|key| !key.is_blank());
    let is_spare = |key: &FormKey| {
        let is_answered_beside = || keys.iter().flatten().any(|other| !other.is_unanswered && other.key == key.key);
        (key.is_blank() && is_any_filled) || (key.is_unanswered && is_answered_beside())
    };
    for (nth, key) in keys.iter().enumerate() {
        let Some(key) = key.as_ref().filter(|key| !key.is_blank() && !is_spare(key)) else { continue };
        let same: Vec<&str> = read
            .iter()
            .zip(&keys)
            .filter(|(_, other)| other.as_ref().is_some_and(|other| !other.is_blank() && !is_spare(other) && other.key == key.key))
            .map(|((sheet, _), _)| sheet.title.as_str())
            .collect();
        if same.len() > 1 && read.get(nth).is_some_and(|(sheet, _)| same.first() == Some(&sheet.title.as_str())) {
            let sheets: Vec<String> = same.into_iter().map(|title| format!("“{title}”")).collect();
            return Err(Fault::new(TableCode::WhichSheet, Say::WhichSheet).with("sheets", sheets.join(", ")).into());
        }
    }
    let mut number = 0;
    for ((_, table), key) in read.iter().zip(&keys) {
        if key.as_ref().is_some_and(is_spare) {
            continue;
        }
        number += u64::from(key.is_some());
        table.schools(Some(number), &mut *visit)?;
    }
    Ok(keys.iter().map(|key| key.as_ref().is_some_and(is_spare)).collect())
}

impl Sheet {
    /// Passes on the rows of the sheet.
    pub(crate) fn walk<E>(&self, to: &mut dyn TakesRows<E>) -> Result<(), Halt<E>> {
        let mut row: Vec<Option<Cell<'_>>> = Vec::new();
        let mut current = None;
        for (&(number, column), cell) in &self.cells {
            if let Some(done) = current.filter(|done| *done != number) {
                to.row(&row_of(done, &row))?;
                row.clear();
            }
            current = Some(number);
            row.resize(column as usize, None);
            row.push(Some(cell.clone()));
        }
        match current {
            Some(done) => to.row(&row_of(done, &row)),
            None => Ok(()),
        }
    }
}

/// A formula without a stored value.
fn unvalued() -> Cell<'static> {
    Cell::Odd(Odd::Unvalued, Cow::Borrowed("="))
}

fn row_of<'c>(number: u32, cells: &'c [Option<Cell<'c>>]) -> Row<'c> {
    let number = u64::from(number) + 1;
    Row { number, line: number, lines: 1, cells }
}

/// Reads the sheets of one format.
type Open = fn(&[u8], &Budget) -> Result<Vec<Sheet>, Broken>;

/// The visible sheets, in order.
fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let budget = Budget::of_file(bytes.len() as u64);
    let has = |wanted: &[u8]| bytes.get(..256).unwrap_or(bytes).windows(wanted.len()).any(|window| window == wanted);
    let (kind, open): (Say, Open) = if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        (Say::KindXls, xls::sheets)
    } else if has(b"application/vnd.oasis.opendocument.spreadsheet") {
        (Say::KindOds, ods::sheets)
    } else {
        (Say::KindXlsx, xlsx::sheets)
    };
    if budget.passed().is_some() {
        return Err(too_large(Limit::File));
    }
    // calamine can overflow when it counts the rows and columns of a hostile sheet. Its panic counts as a broken file.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let read = panic::catch_unwind(AssertUnwindSafe(|| open(bytes, &budget)));
    panic::set_hook(hook);
    let read = read.unwrap_or_else(|payload| {
        let why = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Err(Broken(why.unwrap_or_default().to_owned()))
    });
    read.map_err(|Broken(why)| match budget.passed() {
        Some(limit) => too_large(limit),
        None if why.to_ascii_lowercase().contains("password") => Fault::new(TableCode::NotReadable, Say::Locked),
        None => Fault::new(TableCode::NotReadable, Say::Broken).with("kind", kind),
    })
}

/// The fault of a workbook that exceeds a limit.
fn too_large(limit: Limit) -> Fault {
    const MIB: u64 = 1 << 20;
    let most = limit.most();
    let (say, most) = match limit {
        Limit::File => (Say::LargeFile, most / MIB),
        Limit::Parts => (Say::LargeParts, most),
        Limit::Content => (Say::LargeContent, most / MIB),
        Limit::Reading => (Say::LargeReading, most),
        Limit::Memory => (Say::LargeMemory, most / MIB),
        Limit::Cell => (Say::LargeCell, most / MIB),
        Limit::Sheets => (Say::LargeSheets, most),
        Limit::Cells => (Say::LargeCells, most),
        Limit::Text => (Say::LargeText, most / MIB),
    };
    Fault::of_core(ViolationCode::TooLarge, Say::TooLarge).with("why", Filler::Say(say, Some(most)))
}

/// Stores a cell, unless it is blank.
fn keep(cells: &mut Cells, place: (u32, u32), cell: Option<Cell<'static>>, budget: &Budget) -> Result<(), Passed> {
    let Some(cell) = cell.filter(|_| place.1 < FURTHEST_COLUMN) else { return Ok(()) };
    budget.spend(Limit::Cells, 1)?;
    match &cell {
        Cell::Text(text) | Cell::Odd(_, text) => budget.spend(Limit::Text, text.len() as u64)?,
        _ => {}
    }
    cells.insert(place, cell);
    Ok(())
}

/// A text as a cell; `None` if it is blank.
fn text(text: &str) -> Option<Cell<'static>> {
    let text = text.trim();
    (!text.is_empty()).then(|| Cell::Text(text.to_owned().into()))
}

/// Marks merged cells whose values cannot be assigned to rows or columns: those of a range over several rows, and values below a range.
fn mark_merged(cells: &mut Cells, merged: &[Merged], budget: &Budget) -> Result<(), Passed> {
    // A hostile file may repeat the same range a million times.
    for [first, last] in merged.iter().collect::<BTreeSet<_>>() {
        let shown = cells.get(first).map(|cell| cell.show(thuocdo::Lang::Vi)).unwrap_or_default();
        if shown.is_empty() && first.0 != last.0 && !cells.range(*first..=*last).any(|((_, column), _)| (first.1..=last.1).contains(column)) {
            continue;
        }
        for row in first.0..=last.0 {
            if first.0 == last.0 {
                // A title over several columns, unless there is a value below it.
                let beneath: Vec<(u32, u32)> = cells.range((row, first.1 + 1)..=(row, last.1)).map(|(place, _)| *place).collect();
                for place in beneath {
                    let found = cells.get(&place).map(|cell| cell.show(thuocdo::Lang::Vi)).unwrap_or_default();
                    cells.insert(place, Cell::Odd(Odd::Merged, found.into()));
                }
                continue;
            }
            for column in first.1..=last.1.min(FURTHEST_COLUMN) {
                budget.spend(Limit::Cells, 1)?;
                budget.spend(Limit::Text, shown.len() as u64)?;
                cells.insert((row, column), Cell::Odd(Odd::Merged, shown.clone().into()));
            }
        }
    }
    Ok(())
}
