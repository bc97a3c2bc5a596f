//! The cells of a workbook that may be broken, huge or hostile.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Seek};
use std::panic;

use calamine::{Data, DataRef, Reader, SheetVisible, Xlsx};

use super::cell::Cell;

/// A form is some 10 kB; what is larger is none.
pub(super) const LARGEST_FILE: u64 = 8 << 20;
/// All of it decompressed. A small file may hold gigabytes of zeros.
const LARGEST_CONTENT: u64 = 32 << 20;
/// How many parts a workbook may have.
const MOST_PARTS: usize = 1000;
/// Rows and columns further out are remarks.
const FURTHEST: (u32, u32) = (10_000, 100);
/// The cells of a sheet that are not blank, by row and column.
pub(super) type Sheet = BTreeMap<(u32, u32), Cell<'static>>;

/// Why a file is no workbook.
pub(super) enum Unfit {
    TooLarge,
    Broken(String),
}

impl<E: std::fmt::Display> From<E> for Unfit {
    fn from(error: E) -> Unfit {
        Unfit::Broken(error.to_string())
    }
}

/// The sheets that are seen, by title, in order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<(String, Sheet)>, Unfit> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Unfit::TooLarge);
    }
    measure(bytes)?;
    // calamine counts the rows and columns of a hostile sheet without fear of overflow; its panic is one more broken file.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let read = panic::catch_unwind(|| read(bytes));
    panic::set_hook(hook);
    read.unwrap_or_else(|payload| {
        let why = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Err(Unfit::Broken(why.unwrap_or_default().to_owned()))
    })
}

fn read(bytes: &[u8]) -> Result<Vec<(String, Sheet)>, Unfit> {
    let mut workbook = Xlsx::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    let seen = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    for title in seen.map(|sheet| sheet.name.clone()).collect::<Vec<_>>() {
        let cells = cells(&mut workbook, &title)?;
        sheets.push((title, cells));
    }
    Ok(sheets)
}

/// Decompresses everything once, keeping nothing: what an archive says of its sizes need not be true.
fn measure(bytes: &[u8]) -> Result<(), Unfit> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    if archive.len() > MOST_PARTS {
        return Err(Unfit::TooLarge);
    }
    let mut left = LARGEST_CONTENT;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        left -= io::copy(&mut part.take(left), &mut io::sink())?;
        if left == 0 {
            return Err(Unfit::TooLarge);
        }
    }
    Ok(())
}

/// Read one by one: a range would take memory for every cell between the first and the last.
fn cells<RS: Read + Seek>(workbook: &mut Xlsx<RS>, title: &str) -> Result<Sheet, Unfit> {
    let mut cells = Sheet::new();
    let mut reader = workbook.worksheet_cells_reader(title)?;
    while let Some(found) = reader.next_cell_with_formula_metadata()? {
        let place = found.pos;
        if place.0 >= FURTHEST.0 || place.1 >= FURTHEST.1 {
            continue;
        }
        let is_unvalued = found.formula.is_some() && found.value == DataRef::Empty;
        if let Some(cell) = if is_unvalued { Some(Cell::Unvalued) } else { cell(&found.value) } {
            cells.insert(place, cell);
        }
    }
    Ok(cells)
}

/// The content of a cell as a person sees it; `None` of a blank one.
fn cell(value: &DataRef<'_>) -> Option<Cell<'static>> {
    let text = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| Cell::Text(text.to_owned().into()))
    };
    match value {
        DataRef::Empty => None,
        DataRef::Bool(bool) => Some(Cell::Bool(*bool)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::Error(error) => text(&error.to_string()),
        DataRef::SharedString(shared) => text(shared),
        DataRef::DateTime(date) if (1.0..2_958_466.0).contains(&date.as_f64()) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            text(&format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTime(date) => Some(Cell::Number(date.as_f64())),
        other => match Data::from(other.clone()) {
            Data::String(string) | Data::DateTimeIso(string) | Data::DurationIso(string) => text(&string),
            other => text(&other.to_string()),
        },
    }
}
