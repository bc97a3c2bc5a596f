//! Reads the assessments of files, one by one.

use std::cell::RefCell;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use thuocdo::text::shown;
use thuocdo::{Lang, LocalScorer};
use thuocdo_tables::{Fault, FileFormat, Halt, NotedAnswer, Notes, Reading, Unmarked, recognise};

use super::file;
use super::record::{Record, Visitor};
use crate::args::{InputArgs, InputFormat};
use crate::terminal::stderr;
use crate::words::Word;

/// How files are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct How<'a> {
    /// Their format, if the user names it.
    pub(crate) format: Option<InputFormat>,
    /// How to read a text that begins with a brace: as one JSON document, or line by line.
    pub(crate) unmarked: Unmarked,
    /// The framework of tables that have no column for it.
    pub(crate) filled_by: Option<&'a str>,
}

/// Hands every assessment of the user's files to the visitor, as [`read_files`] does. Without files it reads standard input.
pub(crate) fn read(input: &InputArgs, unmarked: Unmarked, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let stdin = [PathBuf::from("-")];
    if input.files.is_empty() && io::stdin().is_terminal() {
        bail!(Word::NoInput.template(lang));
    }
    let files: &[PathBuf] = if input.files.is_empty() { &stdin } else { &input.files };
    read_files(files, How { format: input.input_format, unmarked, filled_by: input.filled_by.as_deref() }, scorers, lang, visitor)
}

/// Hands every assessment of every file to the visitor, in order. If a file cannot be read, the others are read all the same; the error at
/// the end names every such file.
pub(crate) fn read_files(files: &[PathBuf], how: How<'_>, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    unreadable(files, lang)?;
    let reading = Reading::new(scorers, how.filled_by);
    let visitor = RefCell::new(visitor);
    let mut faults = Vec::new();
    for path in files {
        let name = file::name(path, lang);
        let format = how.format.map(InputFormat::file_format).or_else(|| FileFormat::by_name(&name));
        let opened = match recognise(file::source(path, lang)?, format, how.unmarked) {
            Ok(opened) => opened,
            Err(fault) => {
                faults.push(unread(&name, &[fault], lang));
                continue;
            }
        };
        let mut visit = |record: &thuocdo_tables::Record<'_>| {
            let thuocdo_tables::Record { cells, facts, is_one_of_many, line, .. } = *record;
            visitor.borrow_mut().record(&Record { file: &name, line, is_one_of_many, facts, cells })
        };
        match thuocdo_tables::read(opened, &reading, &mut visit, &mut || visitor.borrow_mut().pause()) {
            Err(Halt::Visitor(error)) => return Err(error),
            Err(Halt::Faults(found)) => faults.push(unread(&name, &found, lang)),
            Ok(notes) => remark(&name, &notes, lang),
        }
    }
    if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
}

/// Prints what a reader noticed in a file that it read.
fn remark(name: &str, notes: &Notes, lang: Lang) {
    if !notes.unread.is_empty() {
        stderr::note(&Word::UnreadColumns.say(lang, &[("file", &name), ("columns", &notes.unread.join(", "))]));
    }
    if notes.unanswered > 0 {
        stderr::note(&Word::Unanswered.say(lang, &[("file", &name), ("count", &notes.unanswered)]));
    }
    for NotedAnswer { cell, code, text } in &notes.noted {
        stderr::note(&Word::AnswerInNote.say(lang, &[("file", &name), ("cell", cell), ("code", code), ("text", text)]));
    }
}

/// What is wrong with a file as a whole.
fn unread(name: &str, faults: &[Fault], lang: Lang) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| fault.line(lang)).collect();
    match lines.as_slice() {
        [only] => format!("{}: {only}", shown(name)),
        several => format!("{}:\n  {}", shown(name), several.join("\n  ")),
    }
}

/// Fails with the names of all files that cannot be opened, before any work begins.
fn unreadable(files: &[PathBuf], lang: Lang) -> Result<()> {
    let faults: Vec<String> = files.iter().filter_map(|path| fault(path, lang)).collect();
    if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
}

fn fault(path: &Path, lang: Lang) -> Option<String> {
    if file::is_stdin(path) {
        return None;
    }
    let name = path.display();
    match fs::File::open(path).and_then(|file| file.metadata()) {
        Ok(found) if found.is_dir() => Some(Word::IsFolder.say(lang, &[("file", &name)])),
        Ok(_) => None,
        Err(error) => Some(format!("{}: {}", Word::CannotRead.say(lang, &[("file", &name)]), stderr::cause(&error, lang))),
    }
}
