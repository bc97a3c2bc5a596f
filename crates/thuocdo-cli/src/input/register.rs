//! The register of institutions of a file: a spreadsheet, a CSV or JSON.

use std::path::Path;

use anyhow::{Result, bail};
use thuocdo::Lang;
use thuocdo_office::register::{RegisterRead, RegisterRefused, register};
use thuocdo_practice::Register;
use thuocdo_tables::{Fault, FileFormat, Unmarked, recognise};

use super::file;
use crate::outcome::Outcome;
use crate::terminal::stderr;
use crate::words::Word;

/// Reads the register of a file, which must be without fault. `None` if the user names no file.
pub(crate) fn load(path: Option<&Path>, lang: Lang) -> Result<Option<Register>> {
    let Some(path) = path else { return Ok(None) };
    match read(path, lang)?.whole() {
        Ok(register) => Ok(Some(register)),
        Err(faults) => bail!(listed(Word::RegisterRefused, path, &faults, lang)),
    }
}

/// As [`load`], for a command that does its work for each institution by itself: what can be read is kept, and what is left out is told.
/// Whether anything was.
pub(crate) fn load_what_is_right(path: Option<&Path>, lang: Lang) -> Result<(Option<Register>, Outcome)> {
    let Some(path) = path else { return Ok((None, Outcome::Done)) };
    let RegisterRead { faults, register } = kept(path, lang)?;
    Ok((Some(register), Outcome::of(faults.len() as u64)))
}

/// What can be read of a register. What is left out is told on standard error.
pub(crate) fn kept(path: &Path, lang: Lang) -> Result<RegisterRead> {
    let read = read(path, lang)?;
    if !read.faults.is_empty() {
        stderr::say(&listed(Word::RegisterLacking, path, &read.faults, lang));
    }
    Ok(read)
}

fn read(path: &Path, lang: Lang) -> Result<RegisterRead> {
    let name = file::name(path, lang);
    let opened = recognise(file::source(path, lang)?, FileFormat::by_name(&name), Unmarked::Look);
    match opened.map_err(|fault| RegisterRefused::Table(vec![fault])).and_then(register) {
        Ok(read) => Ok(read),
        Err(RegisterRefused::Json(violations)) => bail!(stderr::listed(head(Word::RegisterRefused, path, violations.len(), lang), &violations, lang)),
        Err(RegisterRefused::Table(faults)) => bail!(listed(Word::RegisterRefused, path, &faults, lang)),
    }
}

fn head(word: Word, path: &Path, count: usize, lang: Lang) -> String {
    word.say(lang, &[("file", &file::name(path, lang)), ("count", &count)])
}

fn listed(word: Word, path: &Path, faults: &[Fault], lang: Lang) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("\n  {}", fault.line(lang))).collect();
    head(word, path, faults.len(), lang) + &lines.concat()
}
