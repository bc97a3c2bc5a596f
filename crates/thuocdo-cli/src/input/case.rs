//! The case of a file, and the cases of a folder, of a pattern, or of the lines of a file. Each may be gzipped.

use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use thuocdo::{Lang, Violations};
use thuocdo_practice::process::Case;
use thuocdo_tables::{FileFormat, Opened, Unmarked, recognise};

use super::{NotAllRead, file, folder};
use crate::terminal::stderr;
use crate::words::Word;

/// Reads the case of a file. The inner error is what is wrong with it, which standard error then says.
pub(crate) fn load(path: &Path, lang: Lang) -> Result<Result<Case, Violations>> {
    let text = text(&mut opened(path, FileFormat::Json, lang)?.into_reader(), path, lang)?;
    let case = Case::from_json(&text);
    if case.is_err() && are_lines(&text) {
        bail!(Word::ManyCases.say(lang, &[("file", &file::name(path, lang))]));
    }
    Ok(case.inspect_err(|violations| refuse(&file::name(path, lang), violations, lang)))
}

/// A case of many, and the file that it came from.
pub(crate) struct Found {
    pub(crate) case: Case,
    pub(crate) file: PathBuf,
    /// As messages name the place.
    pub(crate) place: String,
}

/// Cases, and those that are refused: the place of each, and what is wrong with it. Standard error has said so.
#[derive(Default)]
pub(crate) struct Cases {
    pub(crate) found: Vec<Found>,
    pub(crate) refused: Vec<(String, Violations)>,
}

/// Reads the cases of a folder, of a pattern or of a file. Of a folder it reads `.json`, `.ndjson` and `.jsonl`, in the order of their names. A
/// file holds one case, or one a line; blank lines are passed over. A file that cannot be read does not stop the others; the inner error is
/// for the end of the work.
pub(crate) fn read_many(path: &Path, lang: Lang) -> Result<(Cases, Result<(), NotAllRead>)> {
    let (mut cases, mut unread) = (Cases::default(), Vec::new());
    for file in files(path, lang)? {
        if let Err(error) = cases.read(&file, lang) {
            unread.push(stderr::reasons(&error, lang));
        }
    }
    let all_read = NotAllRead::of(unread);
    if cases.found.is_empty() && cases.refused.is_empty() {
        all_read?;
        return Ok((cases, Ok(())));
    }
    Ok((cases, all_read))
}

/// The files that a name leads to.
fn files(path: &Path, lang: Lang) -> Result<Vec<PathBuf>> {
    if path.is_dir() {
        let walked = folder::walk_flat(path);
        if let Some((file, error)) = walked.faults.into_iter().next() {
            return Err(error).with_context(|| Word::CannotRead.say(lang, &[("file", &file.display())]));
        }
        let holds_cases = |file: &PathBuf| matches!(FileFormat::by_name(&file.to_string_lossy()), Some(FileFormat::Json | FileFormat::Ndjson));
        return Ok(walked.files.into_iter().filter(holds_cases).collect());
    }
    folder::expanded(&[path.to_owned()], lang)
}

impl Cases {
    fn read(&mut self, path: &Path, lang: Lang) -> Result<()> {
        each(path, FileFormat::Ndjson, lang, |place, text| self.take(place, path, text, lang))
    }

    fn take(&mut self, place: String, file: &Path, text: &[u8], lang: Lang) {
        match Case::from_json(text) {
            Ok(case) => self.found.push(Found { case, file: file.to_owned(), place }),
            Err(violations) => {
                refuse(&place, &violations, lang);
                self.refused.push((place, violations));
            }
        }
    }
}

/// Hands over the text of a file, or each line of a file of lines, with its place. Blank lines are passed over.
pub(crate) fn each(path: &Path, otherwise: FileFormat, lang: Lang, mut take: impl FnMut(String, &[u8])) -> Result<()> {
    let name = file::name(path, lang);
    let opened = opened(path, otherwise, lang)?;
    let is_of_lines = opened.format == FileFormat::Ndjson;
    let mut source = opened.into_reader();
    if !is_of_lines {
        let text = text(&mut source, path, lang)?;
        take(name, &text);
        return Ok(());
    }
    for number in 1_u64.. {
        let mut line = Vec::new();
        // With one byte more than the limit, the case is refused as too large.
        let longest = Case::MAX_BYTES as u64 + 2;
        let read = source.by_ref().take(longest).read_until(b'\n', &mut line);
        if read.with_context(|| Word::CannotRead.say(lang, &[("file", &name)]))? == 0 {
            break;
        }
        let line = line.trim_ascii();
        if !line.is_empty() {
            take(Word::AtLine.say(lang, &[("file", &name), ("line", &number)]), line);
        }
    }
    Ok(())
}

/// A file of cases, unpacked. A `.json` is one case or one a line, by its first line; a file of another ending is `otherwise`.
fn opened(path: &Path, otherwise: FileFormat, lang: Lang) -> Result<Opened<'static>> {
    let name = file::name(path, lang);
    let known = match FileFormat::by_name(&name) {
        Some(FileFormat::Json) => None,
        Some(known) => Some(known),
        None => Some(otherwise),
    };
    match recognise(file::source(path, lang)?, known, Unmarked::Look) {
        Ok(opened) if matches!(opened.format, FileFormat::Json | FileFormat::Ndjson) => Ok(opened),
        // What does not even begin as JSON is refused as a case.
        Ok(mut opened) if known.is_none() && opened.format == FileFormat::Csv => {
            opened.format = FileFormat::Json;
            Ok(opened)
        }
        Ok(_) => bail!(Word::NoCases.say(lang, &[("file", &name)])),
        Err(fault) => bail!("{name}: {}", fault.line(lang)),
    }
}

/// The text of one case, with one byte more than the limit at most: the case is then refused as too large.
fn text(source: &mut dyn Read, path: &Path, lang: Lang) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    let read = source.take(Case::MAX_BYTES as u64 + 1).read_to_end(&mut text);
    read.with_context(|| Word::CannotRead.say(lang, &[("file", &file::name(path, lang))]))?;
    Ok(text)
}

/// Whether a text has a case on each of several lines.
fn are_lines(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let is_case = |line: Option<&[u8]>| line.is_some_and(|line| Case::from_json(line).is_ok());
    is_case(lines.next()) && lines.next().is_some()
}

/// Prints what is wrong with a case.
pub(crate) fn refuse(name: &str, violations: &Violations, lang: Lang) {
    stderr::refused(&Word::CaseRefused.say(lang, &[("file", &name)]), violations, lang);
}
