//! Reads XLS, the workbook of Excel 97 to 2003. calamine reads the cells; this file reads their number formats, which calamine does not
//! report.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls};

use super::budget::{Budget, Limit};
use super::{Broken, LONGEST_TITLE, Merged, Sheet, keep, mark_merged, unvalued, xlsx};

/// The most cells between the first and the last cell of a sheet. calamine allocates all of them.
const MOST_ROOM: u64 = 4_000_000;

pub(super) fn sheets(bytes: &[u8], budget: &Budget) -> Result<Vec<Sheet>, Broken> {
    let formats = Formats::read(bytes)?;
    if formats.room > MOST_ROOM {
        let _ = budget.spend(Limit::Cells, u64::MAX);
        return Err(Broken(String::new()));
    }
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes))?;
    let listed: Vec<calamine::Sheet> = workbook.sheets_metadata().to_vec();
    budget.spend(Limit::Sheets, listed.len() as u64)?;
    let mut sheets = Vec::new();
    for (nth, sheet) in listed.iter().enumerate().filter(|(_, sheet)| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet) {
        let range = workbook.worksheet_range(&sheet.name)?;
        let mut cells = super::Cells::new();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = (top + u32::try_from(row)?, left + u32::try_from(column)?);
            let value = match value {
                Data::Int(number) => DataRef::Int(*number),
                Data::Float(number) => DataRef::Float(*number),
                Data::String(text) => DataRef::String(text.clone()),
                Data::Bool(bool) => DataRef::Bool(*bool),
                Data::DateTime(date) => DataRef::DateTime(*date),
                Data::DateTimeIso(iso) => DataRef::DateTimeIso(iso.clone()),
                Data::DurationIso(iso) => DataRef::DurationIso(iso.clone()),
                Data::Error(error) => DataRef::Error(error.clone()),
                Data::Empty => DataRef::Empty,
            };
            keep(&mut cells, place, xlsx::cell(&value, formats.of(nth, place)), budget)?;
        }
        let formulas = workbook.worksheet_formula(&sheet.name)?;
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, _) in formulas.used_cells() {
            let place = (top + u32::try_from(row)?, left + u32::try_from(column)?);
            if !cells.contains_key(&place) {
                keep(&mut cells, place, Some(unvalued()), budget)?;
            }
        }
        let merged: Vec<Merged> = workbook.merge_cells_by_sheet_name(&sheet.name)?.iter().map(|range| [range.start, range.end]).collect();
        mark_merged(&mut cells, &merged, budget)?;
        sheets.push(Sheet { title: sheet.name.chars().take(LONGEST_TITLE).collect(), cells });
    }
    Ok(sheets)
}

/// The number formats of cells, by sheet, row and column.
#[derive(Default)]
struct Formats {
    by_cell: HashMap<(usize, u32, u32), u16>,
    /// The number format of each cell style.
    styles: Vec<u16>,
    codes: HashMap<u16, String>,
    /// The number of cells between the first and the last cell of the largest sheet.
    room: u64,
}

impl Formats {
    /// Reads the records of the workbook stream ([MS-XLS] 2.4).
    fn read(bytes: &[u8]) -> Result<Formats, Broken> {
        let mut container = cfb::CompoundFile::open(Cursor::new(bytes))?;
        if container.exists("/EncryptedPackage") {
            return Err(Broken("a password protects it".to_owned()));
        }
        let name = ["/Workbook", "/Book"].into_iter().find(|name| container.exists(name)).ok_or("no workbook in it")?;
        let mut stream = Vec::new();
        container.open_stream(name)?.take(Limit::File.most()).read_to_end(&mut stream)?;
        let mut formats = Formats::default();
        let mut offsets: Vec<u32> = Vec::new();
        let mut sheet = None;
        let (mut at, mut last) = (0_usize, (0_u32, 0_u32));
        while let Some((kind, data)) = record(&stream, at) {
            match kind {
                // FILEPASS: the rest is encrypted.
                0x002F => return Err(Broken("a password protects it".to_owned())),
                0x0085 => offsets.extend(u32_at(data, 0)),
                0x00E0 => formats.styles.push(u16_at(data, 2).unwrap_or(0)),
                0x041E => formats.codes.extend(format(data)),
                0x0809 => {
                    sheet = offsets.iter().position(|offset| *offset as usize == at);
                    last = (0, 0);
                }
                // FORMULA, NUMBER, RK, BLANK, LABELSST.
                0x0006 | 0x0203 | 0x027E | 0x0201 | 0x00FD => formats.note(sheet, data, 4, 0, &mut last),
                // MULRK: a style and a number for each column.
                0x00BD => {
                    for nth in 0..data.len().saturating_sub(6) / 6 {
                        formats.note(sheet, data, 4 + nth * 6, u32::try_from(nth)?, &mut last);
                    }
                }
                _ => {}
            }
            formats.room = formats.room.max((u64::from(last.0) + 1) * (u64::from(last.1) + 1));
            at += 4 + data.len();
        }
        Ok(formats)
    }

    fn note(&mut self, sheet: Option<usize>, data: &[u8], style: usize, right: u32, last: &mut (u32, u32)) {
        let (Some(sheet), Some(row), Some(column), Some(style)) = (sheet, u16_at(data, 0), u16_at(data, 2), u16_at(data, style)) else { return };
        let place = (u32::from(row), u32::from(column) + right);
        *last = (last.0.max(place.0), last.1.max(place.1));
        self.by_cell.insert((sheet, place.0, place.1), style);
    }

    fn of(&self, sheet: usize, (row, column): (u32, u32)) -> &str {
        let id = self.by_cell.get(&(sheet, row, column)).and_then(|style| self.styles.get(usize::from(*style))).copied().unwrap_or(0);
        match (id, self.codes.get(&id)) {
            (_, Some(code)) => code,
            (9, None) => "0%",
            (10, None) => "0.00%",
            _ => "General",
        }
    }
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

/// The record at an offset: its type and its data.
fn record(stream: &[u8], at: usize) -> Option<(u16, &[u8])> {
    let (kind, len) = (u16_at(stream, at)?, u16_at(stream, at + 2)?);
    Some((kind, stream.get(at + 4..at + 4 + usize::from(len))?))
}

/// A number format: its id and its code.
fn format(data: &[u8]) -> Option<(u16, String)> {
    let (id, len, flags) = (u16_at(data, 0)?, usize::from(u16_at(data, 2)?), *data.get(4)?);
    let text = data.get(5..)?;
    let code = if flags & 1 == 0 {
        text.iter().take(len).map(|byte| char::from(*byte)).collect()
    } else {
        let units: Vec<u16> = text.chunks_exact(2).take(len).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    Some((id, code))
}
