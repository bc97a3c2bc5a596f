//! The cells of a workbook that may be broken, huge or hostile.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};
use std::panic::{self, AssertUnwindSafe};

use calamine::{DataRef, Reader, SheetVisible, Xlsx};

use super::budget::{Budget, Limit, Passed, Spending};
use super::cell::Cell;
use super::weigh::Scale;

/// Rows and columns further out are remarks.
const FURTHEST: (u32, u32) = (10_000, 100);
/// The cells of a sheet that are not blank, by row and column.
pub(super) type Sheet = BTreeMap<(u32, u32), Cell<'static>>;

/// The longest name of a sheet, in characters: more than twice what Excel lets one type. Messages repeat it.
const LONGEST_TITLE: usize = 64;
/// How much is told of why a file cannot be read, in characters: it may repeat what stands in the file.
const LONGEST_REASON: usize = 200;

/// Why a file is no workbook.
pub(super) enum Unfit {
    TooLarge(Limit),
    Broken(String),
}

/// An error on the way; where a limit was passed, the budget knows which.
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

/// The sheets that are seen, by title, in order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<(String, Sheet)>, Unfit> {
    let budget = Budget::of_file(bytes.len() as u64);
    // calamine counts the rows and columns of a hostile sheet without fear of overflow; its panic is one more broken file.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let read = panic::catch_unwind(AssertUnwindSafe(|| {
        weigh(bytes, &budget)?;
        read(bytes, &budget)
    }));
    panic::set_hook(hook);
    let read = read.unwrap_or_else(|payload| {
        let why = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Err(Broken(why.unwrap_or_default().to_owned()))
    });
    read.map_err(|Broken(why)| match budget.passed() {
        Some(limit) => Unfit::TooLarge(limit),
        None => Unfit::Broken(why.chars().take(LONGEST_REASON).collect()),
    })
}

/// Unpacks everything once, keeping nothing: what an archive says of its sizes need not be true.
fn weigh(bytes: &[u8], budget: &Budget) -> Result<(), Broken> {
    if budget.passed().is_some() {
        return Err(Passed.into());
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    budget.spend(Limit::Parts, archive.len() as u64)?;
    let mut scale = Scale::new(budget);
    for index in 0..archive.len() {
        scale.weigh(Spending { inner: archive.by_index(index)?, budget, limit: Limit::Content })?;
    }
    Ok(scale.finish()?)
}

fn read(bytes: &[u8], budget: &Budget) -> Result<Vec<(String, Sheet)>, Broken> {
    let mut workbook = Xlsx::new(Spending { inner: Cursor::new(bytes), budget, limit: Limit::Reading })?;
    budget.spend(Limit::Sheets, workbook.sheets_metadata().len() as u64)?;
    let mut sheets = Vec::new();
    let seen = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    for title in seen.map(|sheet| sheet.name.clone()).collect::<Vec<_>>() {
        let cells = cells(&mut workbook, &title, budget)?;
        sheets.push((title.chars().take(LONGEST_TITLE).collect(), cells));
    }
    Ok(sheets)
}

/// Read one by one: a range would take memory for every cell between the first and the last.
fn cells<RS: Read + Seek>(workbook: &mut Xlsx<RS>, title: &str, budget: &Budget) -> Result<Sheet, Broken> {
    let mut cells = Sheet::new();
    let mut reader = workbook.worksheet_cells_reader(title)?;
    while let Some(found) = reader.next_cell_with_formula_metadata()? {
        let place = found.pos;
        if place.0 >= FURTHEST.0 || place.1 >= FURTHEST.1 {
            continue;
        }
        let is_unvalued = found.formula.is_some() && found.value == DataRef::Empty;
        if is_unvalued {
            budget.spend(Limit::Cells, 1)?;
            cells.insert(place, Cell::Unvalued);
        } else if let Some(cell) = cell(&found.value, budget)? {
            cells.insert(place, cell);
        }
    }
    Ok(cells)
}

/// The content of a cell as a person sees it; `None` of a blank one.
fn cell(value: &DataRef<'_>, budget: &Budget) -> Result<Option<Cell<'static>>, Passed> {
    let text = |text: &str| {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        budget.spend(Limit::Text, text.len() as u64)?;
        Ok(Some(Cell::Text(text.to_owned().into())))
    };
    let cell = match value {
        DataRef::Empty => None,
        DataRef::Bool(bool) => Some(Cell::Bool(*bool)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::Error(error) => text(&error.to_string())?,
        DataRef::SharedString(shared) => text(shared)?,
        DataRef::String(string) | DataRef::DateTimeIso(string) | DataRef::DurationIso(string) => text(string)?,
        DataRef::DateTime(date) if (1.0..2_958_466.0).contains(&date.as_f64()) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            text(&format!("{year:04}-{month:02}-{day:02}"))?
        }
        DataRef::DateTime(date) => Some(Cell::Number(date.as_f64())),
        DataRef::Int(number) => text(&number.to_string())?,
    };
    if cell.is_some() {
        budget.spend(Limit::Cells, 1)?;
    }
    Ok(cell)
}
