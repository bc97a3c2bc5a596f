//! A form made by `thuocdo form --format xlsx` and filled in by a person.
//!
//! Rows are known by the code in the first column of the header, columns by the words of the header, so rows and columns may be moved,
//! and remarks written beside them.

use std::borrow::Cow;
use std::io::Read;

use anyhow::{Context, Result, bail};
use thuocdo::cell::folded;
use thuocdo::text::shown;
use thuocdo::{Framework, Lang};

use super::budget::Limit;
use super::cell::Cell;
use super::csv::letters;
use super::file::Opened;
use super::row::{self, Filled};
use super::workbook::{Sheet, Unfit, sheets};
use super::{CellNote, Cells, Facts, Record, Visitor};
use crate::columns::{Columns, FRAMEWORK};
use crate::form::PARTS;
use crate::refusal::excerpt;
use crate::words::Word;

/// Its header is one of the first rows.
const HEADER_WITHIN: u32 = 100;

/// Hands the assessments of a workbook to the visitor: one of each sheet that is a form.
pub(crate) fn read(file: Opened, framework: &Framework, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let Opened { name, reader, .. } = file;
    let mut bytes = Vec::new();
    reader.take(Limit::File.most() + 1).read_to_end(&mut bytes).with_context(|| Word::CannotRead.with(lang, &[&name]))?;
    let sheets = match sheets(&bytes) {
        Ok(sheets) => sheets,
        Err(Unfit::TooLarge(limit)) => bail!(Word::WorkbookTooLarge.with(lang, &[&name, &too_large(limit, lang)])),
        Err(Unfit::Broken(_)) if is_text(&bytes) => bail!(Word::TextNotWorkbook.with(lang, &[&name])),
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
    /// Another column with the same heading.
    second_answer: Option<u32>,
    note: Option<u32>,
    evidence: Option<u32>,
}

impl Layout {
    /// The first row that has the words of the header, in either language.
    fn find(cells: &Sheet) -> Option<Layout> {
        (0..HEADER_WITHIN).find_map(|row| {
            let words: Vec<(u32, String)> =
                cells.range((row, 0)..(row + 1, 0)).map(|((_, column), cell)| (*column, folded(&cell.show(Lang::En)))).collect();
            let nth_column = |part: Word, nth: usize| {
                let names = Lang::ALL.map(|lang| folded(part.say(lang)));
                words.iter().filter(|(_, word)| names.contains(word)).nth(nth).map(|(column, _)| *column)
            };
            let column = |part| nth_column(part, 0);
            let [code, _, _, answer, note, evidence] = PARTS;
            let second_answer = nth_column(answer, 1);
            Some(Layout { header: row, code: column(code)?, answer: column(answer)?, second_answer, note: column(note), evidence: column(evidence) })
        })
    }

    /// The row of each column of the framework; all answers that belong to no code, and codes that are unknown or stand twice, are told together.
    fn rows(&self, cells: &Sheet, framework: &Framework, columns: &Columns, file: &str, title: &str, lang: Lang) -> Result<Vec<Option<u32>>> {
        let mut rows = vec![None; columns.iter().count()];
        let mut faults = Vec::new();
        let mut knows_all = true;
        if let Some(second) = self.second_answer {
            let places = [self.answer, second].map(|column| cell_name(title, self.header, column));
            faults.push(Word::TwoAnswers.with(lang, &[&places[0], &places[1], &Word::Answer.say(lang)]));
        }
        let below = cells.range((self.header + 1, 0)..).filter(|((_, column), _)| *column == self.code);
        let known = below.clone().filter(|(_, cell)| columns.index(&cell.show(Lang::En)).is_some());
        // Below the last question are remarks: totals, and who signed.
        let last = known.map(|((row, _), _)| *row).max().unwrap_or(self.header);
        for (&(row, _), cell) in below {
            let code = cell.show(Lang::En);
            let place = cell_name(title, row, self.code);
            let slot = columns.index(&code).and_then(|index| rows.get_mut(index));
            match slot {
                Some(slot @ None) => *slot = Some(row),
                Some(Some(_)) => faults.push(Word::DuplicateColumn.with(lang, &[&place, &excerpt(&code)])),
                None if !cells.contains_key(&(row, self.answer)) => {}
                None if row > last && !code.contains(|letter: char| letter.is_ascii_digit()) => {}
                None if adds_up(framework, &code) => {
                    faults.push(Word::AddsUp.with(lang, &[&cell_name(title, row, self.answer), &code]));
                }
                None => {
                    knows_all = false;
                    faults.push(Word::UnknownColumn.with(lang, &[&place, &excerpt(&code)]));
                }
            }
        }
        let inside = cells.range((self.header + 1, 0)..(last + 1, 0));
        for (&(row, column), cell) in inside {
            if *cell == Cell::Unvalued && (column == self.answer || column == self.code) {
                faults.push(Word::UnvaluedFormula.with(lang, &[&cell_name(title, row, column)]));
            }
            if column == self.answer && !cells.contains_key(&(row, self.code)) {
                let (place, code) = (cell_name(title, row, column), cell_name(title, row, self.code));
                faults.push(Word::AnswerWithoutCode.with(lang, &[&place, &excerpt(&cell.show(lang)), &code]));
            }
        }
        // A form of another framework has other codes; the core says so in a word.
        let named = columns.index(FRAMEWORK).and_then(|index| cells.get(&((*rows.get(index)?)?, self.answer)));
        let is_of_another = named.is_some_and(|named| named.show(Lang::En) != framework.id);
        if faults.is_empty() || is_of_another {
            return Ok(rows);
        }
        if !knows_all {
            faults.push(Word::AcceptedColumns.with(lang, &[&columns.names()]));
        }
        bail!("{}:\n  {}", shown(file), faults.join("\n  "))
    }
}

/// Which limit a workbook passes.
fn too_large(limit: Limit, lang: Lang) -> String {
    const MIB: u64 = 1 << 20;
    let most = limit.most();
    match limit {
        Limit::File => Word::LargeFile.with(lang, &[&(most / MIB)]),
        Limit::Parts => Word::LargeParts.with(lang, &[&most]),
        Limit::Content => Word::LargeContent.with(lang, &[&(most / MIB)]),
        Limit::Reading => Word::LargeReading.say(lang).to_owned(),
        Limit::Memory => Word::LargeMemory.with(lang, &[&(most / MIB)]),
        Limit::Cell => Word::LargeCell.with(lang, &[&(most / MIB)]),
        Limit::Sheets => Word::LargeSheets.with(lang, &[&most]),
        Limit::Cells => Word::LargeCells.with(lang, &[&most]),
        Limit::Text => Word::LargeText.with(lang, &[&(most / MIB)]),
    }
}

/// True of bytes that are words, not an archive.
fn is_text(bytes: &[u8]) -> bool {
    let is_archive = bytes.starts_with(b"PK") || bytes.contains(&0);
    !bytes.is_empty() && !is_archive && std::str::from_utf8(bytes).is_ok()
}

/// True of the code of a criterion or group, whose points are those of its indicators.
fn adds_up(framework: &Framework, code: &str) -> bool {
    framework.groups.iter().any(|group| *group.code == *code || group.criteria.iter().any(|criterion| *criterion.code == *code))
}

fn cell_name(title: &str, row: u32, column: u32) -> String {
    format!("{}!{}{}", shown(title), letters(column as usize), row + 1)
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
