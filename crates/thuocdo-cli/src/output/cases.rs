//! Writes many cases, or many certificates: into a folder, a file each, or into one file, a line each.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use thuocdo::Lang;
use thuocdo_office::FileNames;

use super::file::write_file;
use crate::args::is_stdout;
use crate::terminal::stdout;
use crate::words::Word;

/// One of many texts to write.
pub(crate) struct Item {
    /// The code of the institution: the name of its file.
    pub(crate) code: String,
    /// The file that it came from, and whose place it takes.
    pub(crate) file: Option<PathBuf>,
    /// Whether it is another than the one that is there.
    pub(crate) is_changed: bool,
    /// JSON on one line.
    pub(crate) text: String,
}

/// Writes many texts. A file of lines, and standard output, get all of them; in a folder only files of changed ones are written. `from` is
/// what they came from, which may be overwritten; anything else only with `force`.
pub(crate) fn write_many(to: Option<&Path>, from: Option<&Path>, items: &[Item], force: bool, lang: Lang) -> Result<()> {
    let Some(to) = to.filter(|to| !is_stdout(to)) else {
        return items.iter().try_for_each(|item| stdout::one_line(&item.text));
    };
    if is_lines(to) {
        return write_file(to, lines(items).as_bytes(), force || from == Some(to), lang);
    }
    if to.extension().is_some() && !to.is_dir() {
        bail!(Word::CasesFile.say(lang, &[("file", &to.display())]));
    }
    fs::create_dir_all(to).with_context(|| Word::CannotWrite.say(lang, &[("file", &to.display())]))?;
    // Each goes back to the file of the folder that it came from; a file may hold several.
    let mut own: BTreeMap<&Path, Vec<&Item>> = BTreeMap::new();
    let mut new = Vec::new();
    for item in items {
        match item.file.as_deref().filter(|file| file.parent() == Some(to)) {
            Some(file) => own.entry(file).or_default().push(item),
            None => new.push(item),
        }
    }
    let mut names: FileNames = own.keys().filter_map(|file| file.file_name()?.to_str()).collect();
    own.retain(|_, items| items.iter().any(|item| item.is_changed));
    if let Some(packed) = own.keys().find(|file| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))) {
        bail!(Word::CasesPacked.say(lang, &[("file", &packed.display())]));
    }
    for (file, items) in own {
        write_file(file, lines(items).as_bytes(), true, lang)?;
    }
    for item in new {
        write_file(&to.join(names.next(&item.code, "json")), lines([item]).as_bytes(), force, lang)?;
    }
    Ok(())
}

/// The texts, one a line.
fn lines<'i>(items: impl IntoIterator<Item = &'i Item>) -> String {
    items.into_iter().flat_map(|item| [item.text.as_str(), "\n"]).collect()
}

/// Whether a file is one of lines, by its ending.
fn is_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ndjson") || ending.eq_ignore_ascii_case("jsonl"))
}
