//! Frames and files as the reader of tables reads them: wide, long, or with a header of several rows.

use std::fs::File;
use std::path::PathBuf;

use arrow_array::RecordBatch;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use thuocdo::json::{Number, Value};
use thuocdo::{Input, Lang, LocalScorer, Points, Violation};
use thuocdo_columns::cells;
use thuocdo_office::register::register_of;
use thuocdo_tables::{Cell, CellNote, Fault, FileFormat, Halt, Notes, Reading, Record, Tables, Unmarked, recognise};

use crate::arrow::{Batches, raised};
use crate::frame::validate;
use crate::framework::Framework;
use crate::refusal::Input as Refused;
use crate::rows::object;

/// The rows of a table that is no file.
type Rows = Vec<Vec<Option<Cell<'static>>>>;

/// What is read of a table: its forms, the columns that were read and what as, and those that were not.
type Told<'py> = (Vec<Form<'py>>, Vec<(String, String)>, Vec<String>);

/// Line, sheet, the assessment, what stands beside it, and what is wrong with it.
type Form<'py> = (u64, Option<String>, Option<Bound<'py, PyAny>>, Bound<'py, PyDict>, Vec<Wrong>);

/// Cell, column, what it says, the code, the message (without the cell, whose place is told beside), what to write instead.
type Wrong = (Option<String>, Option<String>, Option<String>, &'static str, String, String);

/// A record of a table, apart from it.
struct Read {
    line: u64,
    sheet: Option<String>,
    value: Option<Value<'static>>,
    beside: Vec<(String, Cell<'static>)>,
    wrong: Vec<Wrong>,
}

/// Reads the rows of a frame. `levels` are the names of its columns, a list for each row of the header, where they are not its own.
#[pyfunction]
pub(crate) fn read_rows<'py>(
    py: Python<'py>,
    framework: &Framework,
    levels: Option<Vec<Vec<Option<String>>>>,
    frame: Batches,
    filled_by: Option<&str>,
    lang: crate::lang::Lang,
) -> PyResult<Told<'py>> {
    let rows = rows_of(py, levels, frame)?;
    let read = py.detach(|| read(Tables::of_rows(rows), framework.scorers(), filled_by, lang.0));
    told(py, read)
}

/// Reads a file: a CSV, a workbook, or JSON.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "PyO3 hands over a path as one of ours")]
pub(crate) fn read_file<'py>(
    py: Python<'py>,
    framework: &Framework,
    path: PathBuf,
    filled_by: Option<&str>,
    lang: crate::lang::Lang,
) -> PyResult<Told<'py>> {
    let file = File::open(&path).map_err(|error| PyOSError::new_err(format!("{}: {error}", path.display())))?;
    let read = py.detach(|| {
        let known = path.file_name().and_then(|name| FileFormat::by_name(&name.to_string_lossy()));
        let opened = recognise(Box::new(file), known, Unmarked::Look).map_err(|fault| vec![fault])?;
        let tables = Tables::open(opened).map_err(|fault| vec![fault])?;
        read(tables, framework.scorers(), filled_by, lang.0)
    });
    told(py, read)
}

/// The register that the rows of a frame make, as JSON.
#[pyfunction]
pub(crate) fn register_of_rows(py: Python<'_>, levels: Option<Vec<Vec<Option<String>>>>, frame: Batches) -> PyResult<String> {
    let rows = rows_of(py, levels, frame)?;
    let register = py.detach(|| Tables::of_rows(rows).ledger(&thuocdo_office::register::REGISTER).and_then(|ledger| register_of(&ledger)?.whole()));
    register.map(|register| thuocdo::canonical(&register)).map_err(|faults| Refused::Request.refused_table(py, "/register", &faults))
}

/// The header and the cells of a frame.
fn rows_of(py: Python<'_>, levels: Option<Vec<Vec<Option<String>>>>, frame: Batches) -> PyResult<Rows> {
    let name = |name: Option<String>| name.and_then(|name| Cell::text(&name).map(Cell::into_owned));
    let Batches(mut batches) = frame;
    let levels = levels.unwrap_or_else(|| vec![batches.schema().fields().iter().map(|field| Some(field.name().clone())).collect()]);
    let mut rows: Rows = levels.into_iter().map(|level| level.into_iter().map(name).collect()).collect();
    while let Some(batch) = py.detach(|| batches.next()) {
        let batch: RecordBatch = batch.map_err(raised)?;
        validate(&batch, 0..batch.num_columns()).map_err(raised)?;
        py.detach(|| rows.extend(cells(&batch).map(|row| row.into_iter().map(|cell| cell.map(Cell::into_owned)).collect())));
        py.check_signals()?;
    }
    Ok(rows)
}

fn read(tables: Tables<'_>, scorers: &LocalScorer, filled_by: Option<&str>, lang: Lang) -> Result<(Vec<Read>, Notes), Vec<Fault>> {
    let mut records = Vec::new();
    let mut visit = |record: &Record<'_>| {
        records.push(taken(record, scorers, lang));
        Ok::<(), std::convert::Infallible>(())
    };
    match tables.assessments(&Reading::new(scorers, filled_by), &mut visit, &mut || Ok(())) {
        Ok(notes) => Ok((records, notes)),
        Err(Halt::Faults(faults)) => Err(faults),
        Err(Halt::Visitor(never)) => match never {},
    }
}

/// A record with everything that is wrong with it.
fn taken(record: &Record<'_>, scorers: &LocalScorer, lang: Lang) -> Read {
    let of_fault = |fault: &Fault| (fault.cell().map(str::to_owned), None, None, fault.code(), fault.message(lang), String::new());
    let (value, wrong) = match record.facts {
        Err(faults) => (None, faults.iter().map(of_fault).collect()),
        Ok(input) => match scorers.local().assessment(input) {
            Ok(assessment) => (value_of(Input::Assessment(&assessment)), Vec::new()),
            Err(violations) => {
                let note = |violation| record.cells.and_then(|cells| cells.tell(violation, lang));
                let wrong = violations.iter().map(|violation| wrong_in(violation, note(violation), lang)).collect();
                (value_of(input).map(numbered), wrong)
            }
        },
    };
    let beside = record.cells.map(|cells| cells.beside()).unwrap_or_default();
    let beside = beside.into_iter().map(|(name, cell)| (name.to_owned(), cell.clone().into_owned())).collect();
    Read { line: record.line, sheet: record.sheet.map(str::to_owned), value, beside, wrong }
}

fn wrong_in(violation: &Violation, note: Option<CellNote>, lang: Lang) -> Wrong {
    let code = violation.code().as_str();
    match note {
        Some(note) => {
            let message = note.in_row(lang);
            let CellNote { cell, name, found, instead, .. } = note;
            (Some(cell), Some(name), found, code, message, instead)
        }
        None => (None, None, None, code, violation.message(lang), String::new()),
    }
}

/// What a row says, as a value; `None` of JSON that is none.
fn value_of(input: Input<'_>) -> Option<Value<'static>> {
    input.value().ok().map(|value| value.into_owned().into_owned())
}

/// A refused assessment, of which each text that is points is a number, as in the accepted ones beside it.
fn numbered(value: Value<'static>) -> Value<'static> {
    let number = |value: Value<'static>| match &value {
        Value::Text(text) if text.parse::<Points>().is_ok() => text.parse::<Number>().map_or(value, Value::Number),
        _ => value,
    };
    let Value::Object(entries) = value else { return value };
    let entries = entries.into_iter().map(|(key, value)| match value {
        Value::Object(answers) if key == "answers" => (key, Value::Object(answers.into_iter().map(|(code, it)| (code, number(it))).collect())),
        other => (key, other),
    });
    Value::Object(entries.collect())
}

fn told(py: Python<'_>, read: Result<(Vec<Read>, Notes), Vec<Fault>>) -> PyResult<Told<'_>> {
    let (records, Notes { read, unread, .. }) = read.map_err(|faults| Refused::Assessment.refused_table(py, "", &faults))?;
    let form = |record: Read| {
        let beside = PyDict::new(py);
        for (name, cell) in record.beside {
            beside.set_item(name, cell_of(py, &cell)?)?;
        }
        let value = record.value.map(|value| object(py, &value)).transpose()?;
        Ok((record.line, record.sheet, value, beside, record.wrong))
    };
    Ok((records.into_iter().map(form).collect::<PyResult<_>>()?, read, unread))
}

/// A cell as Python has it. A day is a text, as in an assessment.
fn cell_of<'py>(py: Python<'py>, cell: &Cell<'_>) -> PyResult<Bound<'py, PyAny>> {
    match cell {
        Cell::Number(number) => object(py, &Value::Number(*number)),
        Cell::Bool(is) => is.into_bound_py_any(py),
        Cell::Text(text) | Cell::Day(text) | Cell::Odd(_, text) => text.into_bound_py_any(py),
    }
}
