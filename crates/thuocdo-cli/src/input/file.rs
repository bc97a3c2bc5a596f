//! The bytes of the files that a user names.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result};
use thuocdo::Lang;
use thuocdo_tables::LONGEST;

use crate::words::Word;

pub(crate) use thuocdo_tables::Unmarked;

/// How to read a text that begins as JSON does. A user who asks for lines of output sends lines.
pub(crate) fn unmarked(lines_are_asked_for: bool) -> Unmarked {
    if lines_are_asked_for { Unmarked::Lines } else { Unmarked::Look }
}

/// Whether a file name means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file as messages name it.
pub(crate) fn name(path: &Path, lang: Lang) -> String {
    if is_stdin(path) { Word::StandardInput.template(lang).to_owned() } else { path.display().to_string() }
}

/// The bytes of a file, or of standard input, as they come.
pub(crate) fn source(path: &Path, lang: Lang) -> Result<Box<dyn Read>> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(File::open(path).with_context(|| Word::CannotRead.say(lang, &[("file", &name(path, lang))]))?))
}

/// The bytes of a text, at most one more than the core's limit. With that one more, the core refuses the text as too large.
pub(crate) fn read_at_most(source: impl Read) -> io::Result<Vec<u8>> {
    bounded(source, LONGEST)
}

fn bounded(source: impl Read, longest: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(longest as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All bytes of a text file, or of standard input, up to the limit of one assessment.
pub(crate) fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>> {
    bytes_at_most(path, LONGEST, lang)
}

/// As [`bytes`], with another limit.
pub(crate) fn bytes_at_most(path: &Path, longest: usize, lang: Lang) -> Result<Vec<u8>> {
    let read = if is_stdin(path) { bounded(io::stdin().lock(), longest) } else { File::open(path).and_then(|file| bounded(file, longest)) };
    read.with_context(|| Word::CannotRead.say(lang, &[("file", &name(path, lang))]))
}
