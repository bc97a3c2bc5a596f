//! Writes many cases, or many certificates: into a folder, a file each, or into one file, a line each.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use thuocdo::Lang;

use super::file::write_file;
use super::names::FileNames;
use crate::input::file::is_stdin;
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
    let Some(to) = to.filter(|to| !is_stdin(to)) else {
        return items.iter().try_for_each(|item| stdout::one_line(&item.text));
    };
    if is_lines(to) {
        let text: String = items.iter().flat_map(|item| [item.text.as_str(), "\n"]).collect();
        return write_file(to, text.as_bytes(), force || from == Some(to), lang);
    }
    if to.extension().is_some() && !to.is_dir() {
        bail!(Word::CasesFile.say(lang, &[("file", &to.display())]));
    }
    fs::create_dir_all(to).with_context(|| Word::CannotWrite.say(lang, &[("file", &to.display())]))?;
    let own_files = items.iter().filter_map(|item| item.file.as_deref()).filter(|file| file.parent() == Some(to));
    let mut names: FileNames = own_files.filter_map(|file| file.file_name()?.to_str()).collect();
    for item in items {
        let own = item.file.as_ref().filter(|file| file.parent() == Some(to));
        match own {
            Some(_) if !item.is_changed => {}
            Some(own) => write_file(own, format!("{}\n", item.text).as_bytes(), true, lang)?,
            None => {
                let name = names.next(&item.code, "json");
                write_file(&to.join(name), format!("{}\n", item.text).as_bytes(), force, lang)?;
            }
        }
    }
    Ok(())
}

/// Whether a file is one of lines, by its ending.
fn is_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ndjson") || ending.eq_ignore_ascii_case("jsonl"))
}
