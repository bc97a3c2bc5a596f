//! The case of a file, and the cases of a folder or of the lines of a file.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use thuocdo::{Lang, Violations};
use thuocdo_practice::process::Case;

use super::file;
use crate::terminal::stderr;
use crate::words::Word;

/// Reads the case of a file. `None` if the case is refused; standard error then says why.
pub(crate) fn read(path: &Path, lang: Lang) -> Result<Option<Case>> {
    Ok(load(path, lang)?.ok())
}

/// As [`read`], with what is wrong.
pub(crate) fn load(path: &Path, lang: Lang) -> Result<Result<Case, Violations>> {
    let case = Case::from_json(&file::bytes_at_most(path, Case::MAX_BYTES, lang)?);
    Ok(case.inspect_err(|violations| refuse(&file::name(path, lang), violations, lang)))
}

/// A case of many, and the file that it came from.
pub(crate) struct Found {
    pub(crate) case: Case,
    pub(crate) file: PathBuf,
    /// As messages name the place.
    pub(crate) place: String,
}

/// Reads the cases of a folder or of a `.ndjson`, as [`read_many`] does, or the one case of another file.
pub(crate) fn read_some(path: &Path, lang: Lang) -> Result<(Vec<Found>, u64)> {
    let is_ndjson = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ndjson"));
    if is_ndjson || path.is_dir() {
        return read_many(path, lang);
    }
    let found: Vec<Found> = read(path, lang)?.map(|case| Found { case, place: file::name(path, lang), file: path.to_owned() }).into_iter().collect();
    let refused = u64::from(found.is_empty());
    Ok((found, refused))
}

/// Reads the cases of a folder, each from a `.json`, in the order of their names; or those of a file, one a line. Also tells how many are
/// refused; standard error then says why.
pub(crate) fn read_many(path: &Path, lang: Lang) -> Result<(Vec<Found>, u64)> {
    let cannot_read = || Word::CannotRead.say(lang, &[("file", &file::name(path, lang))]);
    if !path.is_dir() {
        return lines(path, lang);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).with_context(cannot_read)? {
        let file = entry.with_context(cannot_read)?.path();
        let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        let is_hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_json && !is_hidden {
            files.push(file);
        }
    }
    files.sort();
    let (mut found, mut refused) = (Vec::new(), 0);
    for file in files {
        match read(&file, lang)? {
            Some(case) => found.push(Found { case, place: file::name(&file, lang), file }),
            None => refused += 1,
        }
    }
    Ok((found, refused))
}

/// The cases of a file, one a line; blank lines are passed over.
fn lines(path: &Path, lang: Lang) -> Result<(Vec<Found>, u64)> {
    let name = file::name(path, lang);
    let mut source = BufReader::new(file::source(path, lang)?);
    let (mut found, mut refused) = (Vec::new(), 0);
    for number in 1_u64.. {
        let mut line = Vec::new();
        // With one byte more than the limit, the case is refused as too large.
        let longest = Case::MAX_BYTES as u64 + 2;
        let read = source.by_ref().take(longest).read_until(b'\n', &mut line);
        if read.with_context(|| Word::CannotRead.say(lang, &[("file", &name)]))? == 0 {
            break;
        }
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let place = Word::AtLine.say(lang, &[("file", &name), ("line", &number)]);
        match Case::from_json(line) {
            Ok(case) => found.push(Found { case, file: path.to_owned(), place }),
            Err(violations) => {
                refused += 1;
                refuse(&place, &violations, lang);
            }
        }
    }
    Ok((found, refused))
}

/// Prints what is wrong with a case.
pub(crate) fn refuse(name: &str, violations: &Violations, lang: Lang) {
    stderr::refused(&Word::CaseRefused.say(lang, &[("file", &name)]), violations, lang);
}
