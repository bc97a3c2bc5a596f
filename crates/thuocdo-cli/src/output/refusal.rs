//! Prints why an assessment is refused: its file, line or cell, what was found and what would be accepted.

use std::io::{self, Write};
use std::{iter, mem};

use anyhow::Result;
use thuocdo::text::{Column, place as place_of};
use thuocdo::{Lang, Report, Violation, ViolationCode, Violations, canonical};
use thuocdo_tables::{Fault, TableCode, guarded};

use crate::input::{Record, Refusal, Unread, Why, overlays};
use crate::outcome::Outcome;
use crate::terminal::stderr::{self, line};
use crate::terminal::{ALARM, ASIDE, plain, stdout};
use crate::words::Word;

/// Writes everything that is wrong with one assessment.
pub(crate) fn write(out: &mut dyn Write, record: &Record<'_>, refusal: &Refusal, lang: Lang) -> io::Result<()> {
    lines(record, refusal, lang).iter().try_for_each(|line| plain(out, line))
}

/// Prints everything that is wrong with one assessment on standard error.
pub(crate) fn tell(record: &Record<'_>, refusal: &Refusal, lang: Lang) {
    let mut err = anstream::stderr().lock();
    for line in lines(record, refusal, lang) {
        let _ = stderr::write_line(&mut err, &line);
    }
}

/// A heading with the place of the assessment, and a line for each thing that is wrong.
fn lines(record: &Record<'_>, refusal: &Refusal, lang: Lang) -> Vec<String> {
    let head = Word::Refused.say(lang, &[("place", &record.place(lang))]);
    let of_violation = |violation: &Violation| match record.cells.and_then(|cells| cells.tell(violation, lang)) {
        None => format!("  {}", line(violation, lang)),
        Some(note) => format!("  {} {ASIDE}({}){ASIDE:#}", note.message, violation.code().as_str()),
    };
    let needed = |violation: &Violation| {
        let is_of_another = violation.code() == ViolationCode::WrongFramework;
        is_of_another.then(|| overlays::needed(record.file, violation, lang)).flatten().map(|needed| format!("  {needed}"))
    };
    let told: Vec<String> = match refusal {
        Refusal::Facts(violations) => violations.iter().map(of_violation).chain(violations.iter().find_map(needed)).collect(),
        Refusal::Table(faults) => faults.iter().map(|fault| format!("  {}", fault.line(lang))).collect(),
    };
    iter::once(format!("{ALARM}{head}{ALARM:#}")).chain(told).collect()
}

/// What is wrong with one assessment as rows of a table: its place, a message, the code of the message.
pub(crate) fn rows(record: &Record<'_>, refusal: &Refusal, lang: Lang) -> Vec<Vec<String>> {
    let place = record.place(lang);
    let row = |message: String, code: &str| vec![place.clone(), message, code.to_owned()];
    match refusal {
        Refusal::Table(faults) => {
            let message = |fault: &Fault| fault.cell().map(|cell| format!("{cell}: ")).unwrap_or_default() + &fault.message(lang);
            faults.iter().map(|fault| row(message(fault), fault.code())).collect()
        }
        Refusal::Facts(violations) => {
            let message = |violation: &Violation| match record.cells.and_then(|cells| cells.tell(violation, lang)) {
                Some(note) => note.message,
                None => format!("{}: {}", place_of(violation.at(), lang), violation.message(lang)),
            };
            violations.iter().map(|violation| row(message(violation), violation.code().as_str())).collect()
        }
    }
}

/// What is wrong with a file that cannot be read, as rows of that table.
pub(crate) fn unread_rows(unread: &Unread, lang: Lang) -> Vec<Vec<String>> {
    let told = unread_columns(unread, lang).into_iter();
    let place = |cell: String, message: String| if cell.is_empty() { message } else { format!("{cell}: {message}") };
    told.map(|[file, _, cell, _, code, message]| vec![file, place(cell, message), code]).collect()
}

/// Such rows as a report.
pub(crate) fn sheet(title: &str, rows: Vec<Vec<String>>, lang: Lang) -> Report {
    let mut report = Report::default();
    report.title(title);
    report.table([Word::Place, Word::Wrong, Word::ErrorCode].map(|word| Column::text(word.template(lang))), rows);
    report
}

/// What is wrong with one assessment as rows for programs: file, line, cell, pointer, code, message.
pub(crate) fn columns(record: &Record<'_>, refusal: &Refusal, lang: Lang) -> Vec<[String; 6]> {
    let row = |cell: Option<&str>, at: &str, code: &str, message: String| {
        let texts = [record.file, "", cell.unwrap_or_default(), at, code, &message].map(|text| guarded(text).into_owned());
        let [file, _, cell, at, code, message] = texts;
        [file, record.line.to_string(), cell, at, code, message]
    };
    match refusal {
        Refusal::Table(faults) => faults.iter().map(|fault| row(fault.cell(), fault.at(), fault.code(), fault.message(lang))).collect(),
        Refusal::Facts(violations) => {
            let one = |violation: &Violation| match record.cells.and_then(|cells| cells.tell(violation, lang)) {
                Some(note) => row(Some(&note.cell), violation.at(), violation.code().as_str(), note.message),
                None => row(None, violation.at(), violation.code().as_str(), violation.message(lang)),
            };
            violations.iter().map(one).collect()
        }
    }
}

/// What is wrong with a file that cannot be read, as such rows.
pub(crate) fn unread_columns(unread: &Unread, lang: Lang) -> Vec<[String; 6]> {
    let row = |cell: &str, code: &str, message: &str| [&*unread.file, "", cell, "", code, message].map(|text| guarded(text).into_owned());
    match &unread.why {
        Why::NotOpened(sentence) => vec![row("", TableCode::NotReadable.as_str(), sentence)],
        Why::Faults(faults) => faults.iter().map(|fault| row(fault.cell().unwrap_or_default(), fault.code(), &fault.message(lang))).collect(),
    }
}

/// A line of NDJSON: the answer to an assessment, and where several files are read, its file and line beside it.
pub(crate) fn answer_line(record: &Record<'_>, what: &str, answer: String, names_files: bool) -> String {
    if !names_files {
        return answer;
    }
    format!("{{\"file\":{},\"line\":{},\"{what}\":{answer}}}", canonical(&record.file), record.line)
}

/// The answer of JSON to an assessment that was refused: its file, if it came from one, its line, and what is wrong.
pub(crate) fn refused_line(record: &Record<'_>, refusal: &Refusal, lang: Lang) -> String {
    let file = if record.is_of_file { named(record.file) } else { String::new() };
    format!("{{{file}\"line\":{},\"violations\":{}}}", record.line, refusal.to_json(record.cells, lang))
}

/// The answer of JSON to a file that cannot be read as a whole.
pub(crate) fn unread_line(unread: &Unread, lang: Lang) -> String {
    let file = if unread.is_of_file { named(&unread.file) } else { String::new() };
    format!("{{{file}\"violations\":[{}]}}", unread.each_json(lang).join(","))
}

/// The first member of an object: its file.
fn named(file: &str) -> String {
    format!("\"file\":{},", canonical(&file))
}

/// Violations in JSON, each with its file in front.
pub(crate) fn naming(file: &str, violations: Vec<String>) -> Vec<String> {
    let naming = |violation: String| match violation.strip_prefix('{') {
        Some(rest) => format!("{{{}{rest}", named(file)),
        None => violation,
    };
    violations.into_iter().map(naming).collect()
}

/// The answer of JSON to what is wrong with a file of another kind, such as a case.
pub(crate) fn refused_file(file: &str, violations: &Violations, lang: Lang) -> String {
    format!("{{\"file\":{},\"violations\":{}}}", canonical(&file), violations.to_json(lang))
}

/// The answer of JSON to what is wrong with several assessments together.
pub(crate) fn refused_list(violations: &Violations, lang: Lang) -> String {
    format!("{{\"violations\":{}}}", violations.to_json(lang))
}

/// What was refused, for `--format json`, which answers on standard output in any case.
#[derive(Debug, Default)]
pub(crate) struct Refused(Vec<String>);

impl Refused {
    /// Adds what is wrong with one assessment or file.
    pub(crate) fn add(&mut self, line: String) {
        self.0.push(line);
    }

    /// Takes over what is in another list.
    pub(crate) fn append(&mut self, other: &mut Refused) {
        self.0.append(&mut other.0);
    }

    /// Prints everything, if anything was refused.
    pub(crate) fn print(&mut self) -> Result<()> {
        let lines = mem::take(&mut self.0);
        if lines.is_empty() { Ok(()) } else { stdout::one_line(&format!("{{\"refused\":[{}]}}", lines.join(","))) }
    }
}

/// Prints that there is no result, because so many assessments came twice.
pub(crate) fn twice(count: u64, lang: Lang) -> Outcome {
    stderr::say(&Word::Twice.say(lang, &[("count", &count)]));
    Outcome::SomeRefused
}
