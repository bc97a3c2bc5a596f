//! A form made by `thuocdo form --format xlsx` and filled in by a person.
//!
//! Rows are known by the code in the first column of the header, columns by the words of the header, so rows and columns may be moved,
//! and remarks written beside them.

use std::borrow::Cow;
use std::io::Read;

use anyhow::{Context, Result, bail};
use thuocdo::{Framework, Lang};

use super::cell::{Cell, folded};
use super::csv::letters;
use super::file::Opened;
use super::row::{self, Filled};
use super::workbook::{LARGEST_FILE, Sheet, Unfit, sheets};
use super::{CellNote, Cells, Facts, Record, Visitor};
use crate::columns::{Columns, FRAMEWORK};
use crate::form::PARTS;
use crate::words::Word;

/// Its header is one of the first rows.
const HEADER_WITHIN: u32 = 100;

/// Hands the assessments of a workbook to the visitor: one of each sheet that is a form.
pub(crate) fn read(file: Opened, framework: &Framework, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let Opened { name, reader, .. } = file;
    let mut bytes = Vec::new();
    reader.take(LARGEST_FILE + 1).read_to_end(&mut bytes).with_context(|| Word::CannotRead.with(lang, &[&name]))?;
    let sheets = match sheets(&bytes) {
        Ok(sheets) => sheets,
        Err(Unfit::TooLarge) => bail!(Word::WorkbookTooLarge.with(lang, &[&name])),
        Err(Unfit::Broken(why)) => bail!(Word::NotAWorkbook.with(lang, &[&name, &why])),
    };
    let columns = Columns::of_form(framework);
    let forms = sheets.iter().filter_map(|(title, cells)| Some((title, cells, Layout::find(cells)?)));
    let mut found = 0;
    for (title, cells, layout) in forms {
        found += 1;
        let form = Form { rows: layout.rows(cells, framework, &columns, &name, title, lang)?, columns: &columns, title, cells, layout };
        let value = row::assessment(form.filled());
        visitor.record(&Record { file: &name, line: found, is_one_of_many: false, facts: Facts::Value(&value), cells: Some(&form) })?;
    }
    if found == 0 {
        bail!(Word::NotAForm.with(lang, &[&name]));
    }
    Ok(())
}

/// Where the columns of a form stand.
struct Layout {
    header: u32,
    code: u32,
    answer: u32,
    note: Option<u32>,
    evidence: Option<u32>,
}

impl Layout {
    /// The first row that has the words of the header, in either language.
    fn find(cells: &Sheet) -> Option<Layout> {
        (0..HEADER_WITHIN).find_map(|row| {
            let words: Vec<(u32, String)> =
                cells.range((row, 0)..(row + 1, 0)).map(|((_, column), cell)| (*column, folded(&cell.show(Lang::En)))).collect();
            let column = |part: Word| {
                let names = Lang::ALL.map(|lang| folded(part.say(lang)));
                words.iter().find(|(_, word)| names.contains(word)).map(|(column, _)| *column)
            };
            let [code, _, _, answer, note, evidence] = PARTS;
            Some(Layout { header: row, code: column(code)?, answer: column(answer)?, note: column(note), evidence: column(evidence) })
        })
    }

    /// The row of each column of the framework; codes that are unknown or stand twice are told together.
    fn rows(&self, cells: &Sheet, framework: &Framework, columns: &Columns, file: &str, title: &str, lang: Lang) -> Result<Vec<Option<u32>>> {
        let mut rows = vec![None; columns.iter().count()];
        let mut faults = Vec::new();
        let below = cells.range((self.header + 1, 0)..);
        for (&(row, _), cell) in below.filter(|((_, column), _)| *column == self.code) {
            let code = cell.show(Lang::En);
            let place = cell_name(title, row, self.code);
            let slot = columns.index(&code).and_then(|index| rows.get_mut(index));
            match slot {
                Some(slot @ None) => *slot = Some(row),
                Some(Some(_)) => faults.push(Word::DuplicateColumn.with(lang, &[&place, &code])),
                // The lines of groups and criteria have no answer.
                None if cells.contains_key(&(row, self.answer)) => faults.push(Word::UnknownColumn.with(lang, &[&place, &code])),
                None => {}
            }
        }
        // A form of another framework has other codes; the core says so in a word.
        let named = columns.index(FRAMEWORK).and_then(|index| cells.get(&((*rows.get(index)?)?, self.answer)));
        let is_of_another = named.is_some_and(|named| named.show(Lang::En) != framework.id);
        if faults.is_empty() || is_of_another {
            return Ok(rows);
        }
        bail!("{file}:\n  {}\n{}", faults.join("\n  "), Word::AcceptedColumns.with(lang, &[&columns.names()]))
    }
}

fn cell_name(title: &str, row: u32, column: u32) -> String {
    format!("{title}!{}{}", letters(column as usize), row + 1)
}

/// A sheet that is a form, and where everything stands in it.
struct Form<'a> {
    columns: &'a Columns,
    /// The row of each column.
    rows: Vec<Option<u32>>,
    cells: &'a Sheet,
    title: &'a str,
    layout: Layout,
}

impl Form<'_> {
    fn filled(&self) -> impl Iterator<Item = Filled<'_>> {
        self.columns.iter().zip(&self.rows).filter_map(|(column, row)| {
            let row = (*row)?;
            let text = |column: Option<u32>| {
                self.cells.get(&(row, column?)).map(|cell| match cell {
                    Cell::Text(text) => Cow::Borrowed(text.as_ref()),
                    other => Cow::Owned(other.show(Lang::Vi)),
                })
            };
            let cell = self.cells.get(&(row, self.layout.answer)).cloned();
            Some(Filled { column, cell, note: text(self.layout.note), evidence: text(self.layout.evidence) })
        })
    }
}

impl Cells for Form<'_> {
    fn cell(&self, at: &str, lang: Lang) -> Option<CellNote> {
        let index = self.columns.at(at)?;
        let column = self.columns.get(index)?;
        let row = (*self.rows.get(index)?)?;
        Some(CellNote {
            cell: cell_name(self.title, row, self.layout.answer),
            column: column.name.clone(),
            found: self.cells.get(&(row, self.layout.answer)).map(|cell| cell.show(lang)).unwrap_or_default(),
            accepts: column.takes.accepts(lang),
        })
    }
}
