//! The files of folders and patterns: which are read, in which order, and which are passed over.

use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::{env, io};

use anyhow::{Result, bail};
use glob::MatchOptions;
use thuocdo::{Lang, LocalScorer};
use thuocdo_office::Folder;
use thuocdo_office::folder::{FileFound, FileReader, FolderReader};
use thuocdo_tables::FileFormat;
use walkdir::{DirEntry, WalkDir};

use super::file::is_stdin;
use super::line::side_by_side;
use super::register;
use crate::terminal::{Progress, stderr};
use crate::words::Word;

/// The files of a folder and of the folders in it.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// In the order of their names, folder by folder.
    pub(crate) files: Vec<PathBuf>,
    /// What could not be opened, and why. The other files are there all the same.
    pub(crate) faults: Vec<(PathBuf, io::Error)>,
}

/// Finds every file in a folder and in the folders below it. Hidden files and the files by which Excel and `LibreOffice` mark an open
/// workbook (`~$form.xlsx`, `.~lock.form.xlsx#`) are passed over.
pub(crate) fn walk(folder: &Path) -> Walked {
    walked(folder, WalkDir::new(folder))
}

/// As [`walk`], without the folders below it.
pub(crate) fn walk_flat(folder: &Path) -> Walked {
    walked(folder, WalkDir::new(folder).max_depth(1))
}

fn walked(folder: &Path, entries: WalkDir) -> Walked {
    let mut walked = Walked::default();
    let is_wanted = |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
    for entry in entries.follow_links(true).sort_by_file_name().into_iter().filter_entry(is_wanted) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => walked.files.push(entry.into_path()),
            Ok(_) => {}
            // A link to a folder around it has nothing new.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                walked.faults.push((path, error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into())));
            }
        }
    }
    walked
}

/// What is in folders, and in files by themselves, with the register of a file where one is named. What cannot be opened is refused, and
/// stops nothing else. `filled_by` is the framework of tables that name none.
pub(crate) fn read(paths: &[PathBuf], register: Option<&Path>, filled_by: Option<&str>, scorers: &LocalScorer, lang: Lang) -> Result<Folder> {
    let mut reader = FolderReader::new(scorers, filled_by, lang);
    let mut files: Vec<ToRead> = paths.iter().flat_map(|path| ToRead::of(path, lang)).collect();
    if let Some(path) = register {
        match files.iter().position(|file| is_same(&file.path, path)) {
            // It is in the folder: the first register counts.
            Some(at) => {
                let file = files.remove(at);
                files.insert(0, file);
            }
            None => {
                reader.set_register(&path.display().to_string(), register::kept(path, lang)?);
            }
        }
    }
    let one = FileReader::new(scorers, filled_by, lang);
    let (reader, _) = side_by_side(&files, (reader, Progress::new(lang)), |file, turn| {
        let found = file.found(&one, lang);
        turn.wait(|(reader, progress)| {
            reader.add(found);
            progress.step();
        });
    });
    Ok(reader.finish())
}

/// Whether two names lead to one file.
fn is_same(file: &Path, other: &Path) -> bool {
    file.file_name() == other.file_name() && file.canonicalize().ok().is_some_and(|file| other.canonicalize().is_ok_and(|other| file == other))
}

/// The files and folders that names and patterns lead to. Fails if one leads to none: better known before the work than after it.
pub(crate) fn expanded(paths: &[PathBuf], lang: Lang) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        if is_stdin(path) || path.exists() {
            found.push(path.clone());
            continue;
        }
        if !is_pattern(path) {
            bail!(Word::CannotRead.say(lang, &[("file", &path.display())]) + ": " + Word::NotFound.template(lang));
        }
        let mut matches = matching(path).unwrap_or_default();
        matches.retain(|path| !is_mark(path.file_name().unwrap_or_default()));
        if matches.is_empty() {
            bail!(Word::NoMatch.say(lang, &[("file", &path.display())]));
        }
        found.append(&mut matches);
    }
    Ok(found)
}

/// A file of a folder, to be read.
struct ToRead {
    path: PathBuf,
    /// Its path within the folder.
    name: String,
    /// The name of the folder itself.
    within: String,
    /// Why it cannot be opened, where that is known already.
    fault: Option<String>,
}

impl ToRead {
    /// The files of a folder; or a file by itself.
    fn of(path: &Path, lang: Lang) -> Vec<ToRead> {
        let walked = if path.is_dir() { walk(path) } else { Walked { files: vec![path.to_owned()], ..Walked::default() } };
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
        // `.` has a name only as a whole path.
        let whole = if folder.as_os_str().is_empty() { env::current_dir().ok() } else { folder.canonicalize().ok() };
        let within = whole.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let of = |path: PathBuf, fault: Option<String>| {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            ToRead { name, within: within.clone(), path, fault }
        };
        let faults = walked.faults.iter().map(|(path, error)| of(path.clone(), Some(stderr::cause(error, lang))));
        let faults: Vec<ToRead> = faults.collect();
        walked.files.into_iter().map(|path| of(path, None)).chain(faults).collect()
    }

    fn found(&self, reader: &FileReader<'_>, lang: Lang) -> FileFound {
        if let Some(fault) = &self.fault {
            return FileFound::unreadable(&self.name, fault.clone());
        }
        match File::open(&self.path) {
            Ok(source) => reader.file(&self.name, &self.within, Box::new(source)),
            Err(error) => FileFound::unreadable(&self.name, stderr::cause(&error, lang)),
        }
    }
}

/// Whether a file of a folder may hold assessments, by its ending: a workbook, a table, JSON or NDJSON, also gzipped. A text (`.txt`) is
/// read only if the user names it: in a folder it is mostly a note.
pub(crate) fn may_hold_assessments(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let is_text = Path::new(name.trim_end_matches(".gz")).extension().is_some_and(|ending| ending == "txt");
    FileFormat::by_name(&name).is_some() && !is_text
}

/// Whether a name is that of a hidden file, or of a mark that a workbook is open.
fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || is_mark(name)
}

/// Whether a name is that of the mark that Excel leaves beside an open workbook: `~$form.xlsx`. The shell's `*.xlsx` names it too.
pub(crate) fn is_mark(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b"~$")
}

/// Whether a name that is no file is a pattern, such as `forms/*.xlsx`, which the shell left to the program.
pub(crate) fn is_pattern(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().iter().any(|byte| matches!(byte, b'*' | b'?' | b'['))
}

/// The files and folders of a pattern, in the order of their names. `None` if it is no pattern that can be understood.
pub(crate) fn matching(pattern: &Path) -> Option<Vec<PathBuf>> {
    let options = MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };
    let found = glob::glob_with(pattern.to_str()?, options).ok()?;
    // What cannot be looked into has no match.
    Some(found.filter_map(Result::ok).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn names(folder: &Path, files: &[PathBuf]) -> Vec<String> {
        files.iter().map(|file| file.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/")).collect()
    }

    #[test]
    fn a_folder_is_walked_in_order_and_hidden_files_and_marks_are_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.xlsx", "a/2.csv", "a/1.ods", "~$b.xlsx", ".an.csv", ".git/x.json", "ghi chú.docx"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, "").expect("written");
        }
        let walked = walk(folder.path());
        assert_eq!(names(folder.path(), &walked.files), ["a/1.ods", "a/2.csv", "b.xlsx", "ghi chú.docx"]);
        assert!(walked.faults.is_empty());
        let found = matching(&folder.path().join("*.xlsx")).expect("a pattern");
        assert_eq!(names(folder.path(), &found), ["b.xlsx", "~$b.xlsx"]);
    }

    #[test]
    fn the_ending_tells_what_may_hold_assessments() {
        let told = ["a.XLSX", "a.ods", "a.csv.gz", "a.jsonl", "a.txt", "a.txt.gz", "a.docx", "a", "thuocdo.toml"]
            .map(|name| may_hold_assessments(name.as_ref()));
        assert_eq!(told, [true, true, true, true, false, false, false, false, false]);
    }

    #[test]
    fn a_pattern_has_a_star_a_question_mark_or_a_bracket() {
        assert_eq!(["*.xlsx", "a?.csv", "[ab].csv", "a.csv"].map(|name| is_pattern(name.as_ref())), [true, true, true, false]);
    }
}
