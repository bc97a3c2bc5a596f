//! Describes a faulty cell: its name, its content, and what it accepts.

use thuocdo::json::Value;
use thuocdo::text::shown;
use thuocdo::{Framework, Lang, Violation, ViolationCode, Violations};

use super::Reading;
use crate::advice::{Takes, excerpt, in_row, instead};
use crate::cell::Cell;
use crate::fact::FactKind;
use crate::fault::{Fault, Filler, told_as, with_cell};
use crate::header::some;
use crate::names::Names;
use crate::words::{Say, SayCell};

/// Finds the cell that a violation is about.
pub trait Cells {
    /// The cell of the facts at the violation's pointer, or of the answer around it, and the message about it.
    fn tell(&self, violation: &Violation, lang: Lang) -> Option<CellNote>;

    /// What else stands in the row: the names and cells of columns that were not read.
    fn beside(&self) -> Vec<(&str, &Cell<'_>)> {
        Vec::new()
    }
}

/// A cell, and the message about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellNote {
    /// `H3`, or `Phiếu!D12`.
    pub cell: String,
    /// The name of its column, or of the row of a form.
    pub name: String,
    /// Its content; `None` if it is blank.
    pub found: Option<String>,
    /// What to write instead: what the cell accepts, and what the author probably meant. Empty if the message alone says it.
    pub instead: String,
    /// Its content, what it accepts, and what the author probably meant; without the code of the violation.
    pub message: String,
}

impl CellNote {
    /// The message without the place of the cell, for whoever tells that beside it.
    pub fn in_row(&self, lang: Lang) -> String {
        if self.instead.is_empty() { self.message.clone() } else { in_row(self.found.as_deref(), &self.instead, lang) }
    }

    /// The violation in JSON, with its cell and the message about it.
    pub fn to_json(&self, violation: &Violation, lang: Lang) -> String {
        with_cell(&told_as(violation, &self.message, lang), &self.cell)
    }
}

/// Violations as a JSON list. A violation about a cell has the message about the cell.
pub fn violations_json(violations: &Violations, cells: Option<&dyn Cells>, lang: Lang) -> String {
    let told = violations.iter().map(|violation| match cells.and_then(|cells| cells.tell(violation, lang)) {
        Some(note) => note.to_json(violation, lang),
        None => violation.to_json(lang),
    });
    format!("[{}]", told.collect::<Vec<_>>().join(","))
}

/// The name of a cell.
pub(crate) fn cell_name(sheet: Option<&str>, column: usize, row: u64) -> String {
    let sheet = sheet.map(|sheet| format!("{}!", shown(sheet))).unwrap_or_default();
    format!("{sheet}{}{row}", letters(column))
}

/// The name of a spreadsheet's column: A, B, …, Z, AA.
fn letters(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    name.iter().rev().collect()
}

/// The fault of a column name, with its cell.
pub(super) fn header_fault(
    reading: &Reading<'_>,
    sheet: Option<&str>,
    row: u64,
    names: &[String],
    violation: Violation,
    column: Option<usize>,
) -> Fault {
    let Some(index) = column else { return violation.into() };
    let name = names.get(index).map(|name| excerpt(name.trim())).unwrap_or_default();
    let fault = match violation.code() {
        ViolationCode::UnknownIndicator => {
            let code = violation.at().rsplit('/').next().unwrap_or_default();
            Fault::worded(violation.clone(), of_unknown(reading, &name, code, Say::AddsUpColumn))
        }
        ViolationCode::DuplicateKey => Fault::worded(violation, (Say::DuplicateName, vec![("code", name.into())])),
        _ => violation.into(),
    };
    fault.in_cell(cell_name(sheet, index, row))
}

/// The message for a name that looks like a mistyped code.
pub(super) fn of_unknown(reading: &Reading<'_>, name: &str, code: &str, adds_up: Say) -> (Say, Vec<(&'static str, Filler)>) {
    let framework = reading.framework();
    let is_sum = framework.groups.iter().any(|group| *group.code == *code || group.criteria.iter().any(|criterion| *criterion.code == *code));
    if is_sum {
        return (adds_up, vec![("code", code.into())]);
    }
    let near = nearest(&reading.names, code);
    if near.is_empty() {
        return (Say::UnknownFar, vec![("found", name.into())]);
    }
    (Say::UnknownName, vec![("found", name.into()), ("near", some(near.iter().map(String::as_str)).join(", ").into())])
}

/// The codes nearest to an unknown one.
fn nearest(names: &Names, code: &str) -> Vec<String> {
    if let Some(known) = names.other_spelling(code).or_else(|| names.made_a_date(code)) {
        return vec![known];
    }
    let agreement = |known: &str| {
        let same = |a: &mut dyn Iterator<Item = u8>, b: &mut dyn Iterator<Item = u8>| a.zip(b).take_while(|(a, b)| a == b).count();
        same(&mut known.bytes(), &mut code.bytes()) + same(&mut known.bytes().rev(), &mut code.bytes().rev())
    };
    let most = names.asked().iter().map(|asked| agreement(&asked.code)).max().unwrap_or(0);
    // The two ends must share three characters together, such as a first part, a dot and one more; else no code is near.
    if most < 3 {
        return Vec::new();
    }
    names.asked().iter().filter(|asked| agreement(&asked.code) == most).take(3).map(|asked| asked.code.clone()).collect()
}

/// The faults in the cells of a row that are the same under every framework.
pub(super) fn more_faults(reading: &Reading<'_>, cells: &dyn Cells, value: &Value<'_>) -> Vec<Fault> {
    let violations = reading.scorers.local().assessment(value).err().unwrap_or_default();
    violations
        .iter()
        .filter_map(|violation| {
            let note = cells.tell(violation, Lang::Vi)?;
            Some(Fault::told(violation.clone(), note.cell, [note.message, cells.tell(violation, Lang::En)?.message]))
        })
        .collect()
}

/// The message about a cell.
#[expect(clippy::too_many_arguments, reason = "a sentence and all that fills it")]
pub(super) fn note(
    reading: &Reading<'_>,
    violation: &Violation,
    takes: Takes,
    cell: &str,
    name: &str,
    found: Option<&Cell<'_>>,
    is_table: bool,
    lang: Lang,
) -> CellNote {
    // For a note or evidence beside the answer the core's own message is clear.
    let is_beside = ["/note", "/evidence"].iter().any(|part| violation.at().contains(part));
    let accepts = instead(takes, found, reading.framework(), lang);
    let (instead, message) = match found {
        Some(found) if violation.code() == ViolationCode::WrongFramework => {
            let found = excerpt(&found.show(lang));
            let is_national = found == reading.scorers.national().framework().id;
            let say = if is_national { SayCell::NeedsNoOverlay } else { SayCell::NeedsOverlay };
            let message = say.say(lang, &[("cell", &cell), ("name", &name), ("found", &found), ("framework", &reading.framework().id)]);
            (accepts, message)
        }
        Some(found) if !is_beside => {
            let say = if is_table { SayCell::InTable } else { SayCell::InForm };
            let message = say.say(lang, &[("cell", &cell), ("name", &name), ("found", &excerpt(&found.show(lang))), ("accepts", &accepts)]);
            (accepts, message)
        }
        None if !is_beside => {
            let message = SayCell::Blank.say(lang, &[("cell", &cell), ("name", &name), ("accepts", &accepts)]);
            (accepts, message)
        }
        _ => (String::new(), SayCell::At.say(lang, &[("cell", &cell), ("name", &name), ("message", &violation.message(lang))])),
    };
    CellNote { cell: cell.to_owned(), name: name.to_owned(), found: found.map(|found| excerpt(&found.show(lang))), instead, message }
}

/// An indicator or a condition by its code and title.
pub(super) fn title(framework: &Framework, code: &str, kind: FactKind, lang: Lang) -> String {
    let of_condition =
        || framework.condition(code).filter(|_| kind == FactKind::Met).map(|condition| (SayCell::Condition, condition.title.get(lang)));
    let of_indicator = || framework.indicator(code).map(|indicator| (SayCell::Indicator, indicator.title.get(lang)));
    match of_condition().or_else(of_indicator) {
        Some((say, title)) => say.say(lang, &[("code", &code), ("title", &excerpt(title))]),
        None => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
