//! Reads XLSX with calamine.

use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use thuocdo::json::Number;

use super::budget::{Budget, Limit, Spending};
use super::weigh::Scale;
use super::{Broken, Cells, LONGEST_TITLE, Merged, Sheet, format, keep, mark_merged, text, unvalued};
use crate::cell::{Cell, Odd};

pub(super) fn sheets(bytes: &[u8], budget: &Budget) -> Result<Vec<Sheet>, Broken> {
    weigh(bytes, budget)?;
    let mut workbook = Xlsx::new(Spending { inner: Cursor::new(bytes), budget, limit: Limit::Reading })?;
    budget.spend(Limit::Sheets, workbook.sheets_metadata().len() as u64)?;
    let is_seen = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let titles: Vec<String> = workbook.sheets_metadata().iter().filter(is_seen).map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::new();
    for title in titles {
        let mut cells = cells(&mut workbook, &title, budget)?;
        let merged: Vec<Merged> = workbook.merge_cells_by_sheet_name(&title)?.iter().map(|range| [range.start, range.end]).collect();
        mark_merged(&mut cells, &merged, budget)?;
        sheets.push(Sheet { title: title.chars().take(LONGEST_TITLE).collect(), cells });
    }
    Ok(sheets)
}

/// Unpacks every part once, without storing it: the sizes that an archive declares need not be true.
fn weigh(bytes: &[u8], budget: &Budget) -> Result<(), Broken> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    budget.spend(Limit::Parts, archive.len() as u64)?;
    let mut scale = Scale::new(budget);
    for index in 0..archive.len() {
        scale.weigh(Spending { inner: archive.by_index(index)?, budget, limit: Limit::Content })?;
    }
    Ok(scale.finish()?)
}

/// Reads cell by cell. A range would allocate every cell between the first and the last one.
fn cells<RS: Read + Seek>(workbook: &mut Xlsx<RS>, title: &str, budget: &Budget) -> Result<Cells, Broken> {
    let mut cells = Cells::new();
    let mut reader = workbook.worksheet_cells_reader(title)?;
    while let Some((found, style)) = reader.next_cell_with_style_id()? {
        let code = reader.styles().get(style).and_then(|style| style.number_format.as_ref()).map_or("General", |format| format.format_code.as_str());
        let cell = cell(found.get_value(), code);
        keep(&mut cells, found.get_position(), cell, budget)?;
    }
    drop(reader);
    // Reads a second time, for formulas without a stored value.
    let mut reader = workbook.worksheet_cells_reader(title)?;
    while let Some(found) = reader.next_cell_with_formula_metadata()? {
        if found.formula.is_some() && found.value == DataRef::Empty {
            keep(&mut cells, found.pos, Some(unvalued()), budget)?;
        }
    }
    Ok(cells)
}

/// The content of a cell as a person sees it; `None` if it is blank.
pub(super) fn cell(value: &DataRef<'_>, code: &str) -> Option<Cell<'static>> {
    match value {
        DataRef::Empty => None,
        DataRef::Bool(bool) => Some(Cell::Bool(*bool)),
        DataRef::Float(number) => Some(format::cell(*number, code)),
        #[expect(clippy::cast_precision_loss, reason = "XLSX holds doubles; whole numbers of more digits are refused as rounded")]
        DataRef::Int(number) => Some(format::cell(*number as f64, code)),
        DataRef::Error(error) => Some(Cell::Odd(Odd::Error, error.to_string().into())),
        DataRef::SharedString(shared) => text(shared),
        DataRef::String(string) => text(string),
        DataRef::DateTimeIso(iso) => Some(iso_day(iso)),
        DataRef::DurationIso(iso) => Some(Cell::Odd(Odd::Time, iso.clone().into())),
        DataRef::DateTime(date) => Some(day(*date)),
    }
}

/// A day, or a time.
pub(super) fn day(date: calamine::ExcelDateTime) -> Cell<'static> {
    let serial = date.as_f64();
    if date.is_duration() || !(1.0..2_958_466.0).contains(&serial) {
        if !(0.0..100_000.0).contains(&serial) {
            return Cell::Number(Number::from_f64(serial));
        }
        let minutes = (serial * 1440.0).round();
        return Cell::Odd(Odd::Time, format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0).into());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    if year == 1900 {
        return Cell::Odd(Odd::Dated(serial), format!("{day:02}/{month:02}/{year}").into());
    }
    Cell::Day(format!("{year:04}-{month:02}-{day:02}").into())
}

/// The day of `2023-10-05T00:00:00`.
pub(super) fn iso_day(iso: &str) -> Cell<'static> {
    let day = iso.split('T').next().unwrap_or(iso);
    Cell::Day(day.to_owned().into())
}
