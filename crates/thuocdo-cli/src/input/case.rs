//! The case of a file.

use std::path::Path;

use anyhow::Result;
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

/// Prints what is wrong with a case.
pub(crate) fn refuse(name: &str, violations: &Violations, lang: Lang) {
    stderr::refused(&Word::CaseRefused.say(lang, &[("file", &name)]), violations, lang);
}
