//! Wide tables: one assessment per row, one fact per column.

use thuocdo::{Input, Lang, Violation};

use super::told::{CellNote, Cells, cell_name, more_faults, note};
use super::{Halt, Reading, Record, Row, Visit, beyond_header, ragged};
use crate::about::AboutColumn;
use crate::advice::excerpt;
use crate::cell::{Cell, folded};
use crate::codes::TableCode;
use crate::fault::Fault;
use crate::header::Header;
use crate::names::ColumnName;
use crate::row;
use crate::words::{Say, SayCell};

/// The most faults that the reader reports for a table with a fault as a whole.
const MOST_FAULTS: usize = 50;

/// The header of a wide table, and what the reader has counted below it.
pub(super) struct Wide {
    pub(super) header: Header,
    pub(super) names: Vec<String>,
    pub(super) rows: u64,
    /// The fault of a table that does not name its framework, and then the faults of its rows.
    pub(super) faults: Vec<Fault>,
}

impl Wide {
    /// Whether the first row below the header is its second row: it holds codes alone, and none below a name that is known.
    pub(super) fn goes_on(&self, reading: &Reading<'_>, row: &Row<'_>) -> bool {
        if self.rows > 0 || !self.faults.is_empty() || row.is_blank() {
            return false;
        }
        let is_free = |index: &usize| self.header.others.contains(index) || self.header.blank.contains(index);
        row.cells
            .iter()
            .enumerate()
            .filter_map(|(index, cell)| Some((index, cell.as_ref()?)))
            .all(|(index, cell)| is_free(&index) && matches!(cell, Cell::Text(name) if matches!(reading.names.recognise(name), ColumnName::Fact(..))))
    }
}

/// Checks a row of a wide table, and passes it to the visitor.
pub(super) fn wide_row<E>(reading: &Reading<'_>, sheet: Option<&str>, wide: &mut Wide, row: &Row<'_>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
    if row.is_blank() {
        return Ok(());
    }
    wide.rows += 1;
    let width = wide.names.len();
    let fault = if sheet.is_none() && row.cells.len() != width {
        Some(ragged(row, width))
    } else {
        let total = |(index, found)| {
            Fault::new(TableCode::TotalRow, Say::TotalRow).with("found", excerpt(found)).in_cell(cell_name(sheet, index, row.number))
        };
        beyond_header(sheet, row, width, &wide.header.blank).or_else(|| sums_up(&wide.header, row).map(total))
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
        let record = Record { cells: Some(&cells), facts: Err(&[fault]), is_one_of_many: true, line: row.line, sheet };
        return visit(&record).map_err(Halt::Visitor);
    }
    let cell = |index: usize| row.cells.get(index)?.clone();
    let value = row::assessment(&wide.header, reading.filled_by, cell);
    let value = row::with_claims(&reading.names, &wide.header, value, cell);
    visit(&Record { cells: Some(&cells), facts: Ok(Input::Value(&value)), is_one_of_many: true, line: row.line, sheet }).map_err(Halt::Visitor)
}

/// The cell in which a row says that it sums others up, such as `Tổng cộng` or `Trung bình`: that of the code, or another one where the row has no
/// code.
fn sums_up<'r>(header: &Header, row: &'r Row<'_>) -> Option<(usize, &'r str)> {
    let of = |wanted: AboutColumn| header.about.iter().filter(move |(_, _, about)| *about == wanted).map(|(index, ..)| *index);
    let says = |index: usize| match row.cell(index)? {
        Cell::Text(text) => is_total(text).then_some((index, &**text)),
        _ => None,
    };
    let mut codes = of(AboutColumn::Code);
    match codes.find(|index| row.cell(*index).is_some()) {
        Some(code) => says(code),
        None => of(AboutColumn::Name).chain(header.others.iter().copied()).find_map(says),
    }
}

/// Whether a text heads a row of sums or means.
fn is_total(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "tổng",
        "tổng cộng",
        "tổng số",
        "cộng",
        "trung bình",
        "tb",
        "bình quân",
        "tối đa",
        "điểm tối đa",
        "cao nhất",
        "thấp nhất",
        "xếp hạng",
        "total",
        "average",
    ];
    const BEGINNINGS: [&str; 14] = [
        "tổng cộng ",
        "tổng cộng:",
        "tổng số ",
        "tổng số:",
        "tổng điểm",
        "cộng:",
        "trung bình ",
        "trung bình:",
        "bình quân ",
        "điểm trung bình",
        "điểm tb",
        "số trường ",
        "toàn phường",
        "toàn xã",
    ];
    let text = folded(text);
    let text = text.trim_end_matches([':', '.', ' ']);
    WORDS.contains(&text) || BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
}

/// A row of a wide table, in which to find the cell of a violation.
struct WideCells<'a> {
    reading: &'a Reading<'a>,
    sheet: Option<&'a str>,
    wide: &'a Wide,
    row: &'a Row<'a>,
}

impl Cells for WideCells<'_> {
    fn tell(&self, violation: &Violation, lang: Lang) -> Option<CellNote> {
        let header = &self.wide.header;
        let claims = self.reading.names.claims();
        let at = if claims.is_some() { violation.at().strip_prefix("/assessment").unwrap_or(violation.at()) } else { violation.at() };
        if let Some(index) = at.strip_prefix("/claimed").and_then(|at| claims?.column_at(&header.claims, at)) {
            let (cell, name) = (cell_name(self.sheet, index, self.row.number), self.wide.names.get(index).map(|name| excerpt(name.trim())));
            let name = name.unwrap_or_default();
            let message = SayCell::At.say(lang, &[("cell", &cell), ("name", &name), ("message", &violation.message(lang))]);
            let found = self.row.cell(index).map(|found| excerpt(&found.show(lang)));
            return Some(CellNote { cell, name, found, instead: String::new(), message });
        }
        let index = header.column_at(at)?;
        let takes = header.takes(index);
        let cell = cell_name(self.sheet, index, self.row.number);
        let name = self.wide.names.get(index).map(|name| excerpt(name.trim())).unwrap_or_default();
        Some(note(self.reading, violation, takes, &cell, &name, self.row.cell(index), true, lang))
    }

    fn beside(&self) -> Vec<(&str, &Cell<'_>)> {
        let others = self.wide.header.others.iter();
        others.filter_map(|index| Some((self.wide.names.get(*index)?.trim(), self.row.cell(*index)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_heads_a_row_of_sums_is_no_name_of_a_school() {
        for total in [
            "Tổng",
            "TỔNG CỘNG:",
            "Cộng",
            "Trung bình",
            "Trung bình toàn xã",
            "TB",
            "Tổng số 12 trường",
            "Cộng: 2",
            "Tổng cộng: 2 trường",
            "Tối đa",
            "Số trường đạt",
            "TỔNG SỐ",
            "Điểm trung bình",
            "Total",
            "average",
        ] {
            assert!(is_total(total), "{total}");
        }
        for school in ["Trường THCS Cộng Hòa", "Cộng Hòa", "THPT Trung Bình", "TB-01", "Tổng Cọt", "31-0042", "Average School"] {
            assert!(!is_total(school), "{school}");
        }
    }
}
