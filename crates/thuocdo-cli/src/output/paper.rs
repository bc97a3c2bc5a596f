//! Papers as files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use thuocdo::Lang;
use thuocdo_office::paper::Paper;

use super::file::write_file;
use super::names::FileNames;
use crate::args::by_ending;
use crate::words::Word;

/// What a paper is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperFormat {
    /// A file for word processors
    Docx,
    /// A page for a browser, to read and to print
    Html,
    /// What goes into a page of a site
    #[value(skip)]
    Fragment,
}

impl PaperFormat {
    /// The endings of files.
    pub(crate) const ENDINGS: [(&str, PaperFormat); 3] = [("docx", PaperFormat::Docx), ("html", PaperFormat::Html), ("htm", PaperFormat::Html)];

    /// By the ending of a file.
    pub(crate) fn of(path: &Path, lang: Lang) -> Result<PaperFormat> {
        by_ending(path, &PaperFormat::ENDINGS, lang)
    }

    fn bytes(self, paper: &Paper, path: &Path, lang: Lang) -> Result<Vec<u8>> {
        match self {
            PaperFormat::Docx => paper.docx().with_context(|| Word::CannotWrite.say(lang, &[("file", &path.display())])),
            PaperFormat::Html => Ok(paper.html().into_bytes()),
            PaperFormat::Fragment => Ok(paper.fragment().into_bytes()),
        }
    }

    /// Writes a paper to a file, as [`write_file`] does.
    pub(crate) fn write(self, paper: &Paper, path: &Path, force: bool, lang: Lang) -> Result<()> {
        write_file(path, &self.bytes(paper, path, lang)?, force, lang)
    }
}

/// Papers that go into one folder, each under a name of its own.
pub(crate) struct PaperFolder {
    folder: PathBuf,
    format: PaperFormat,
    force: bool,
    lang: Lang,
    names: FileNames,
    papers: Vec<(PathBuf, Vec<u8>)>,
}

impl PaperFolder {
    pub(crate) fn new(folder: PathBuf, format: PaperFormat, force: bool, lang: Lang) -> PaperFolder {
        PaperFolder { folder, format, force, lang, names: FileNames::default(), papers: Vec::new() }
    }

    /// Adds a paper, named by its kind and by a code that may hold anything.
    pub(crate) fn add(&mut self, kind: &str, code: &str, paper: &Paper) -> Result<()> {
        let bytes = self.format.bytes(paper, &self.folder, self.lang)?;
        self.add_bytes(kind, code, if self.format == PaperFormat::Docx { "docx" } else { "html" }, bytes);
        Ok(())
    }

    /// Adds a file of another kind with the same name, such as a sheet.
    pub(crate) fn add_bytes(&mut self, kind: &str, code: &str, ending: &str, bytes: Vec<u8>) {
        let name = format!("{kind}-{}", safe(code));
        let free = self.names.free(|nth| if nth == 1 { format!("{name}.{ending}") } else { format!("{name}-{nth}.{ending}") });
        self.papers.push((self.folder.join(free), bytes));
    }

    /// Writes all of them, or none where one is there already. Answers how many there are.
    pub(crate) fn write(self) -> Result<usize> {
        if !self.force {
            let there: Vec<String> =
                self.papers.iter().filter(|(path, _)| path.symlink_metadata().is_ok()).map(|(path, _)| path.display().to_string()).collect();
            if !there.is_empty() {
                bail!(Word::FilesExist.say(self.lang, &[("files", &there.join(", "))]));
            }
        }
        std::fs::create_dir_all(&self.folder).with_context(|| Word::CannotWrite.say(self.lang, &[("file", &self.folder.display())]))?;
        for (path, bytes) in &self.papers {
            write_file(path, bytes, self.force, self.lang)?;
        }
        Ok(self.papers.len())
    }
}

/// A code as part of a file name, on any system: letters and digits stay, each other character is a hyphen.
fn safe(code: &str) -> String {
    const LONGEST: usize = 60;
    let name: String = code.trim().chars().take(LONGEST).map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "0".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_code_cannot_leave_the_folder_or_name_something_else() {
        for (code, name) in [
            ("31-0103", "31-0103"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\x\0\n", "C--x"),
            ("..", "0"),
            ("", "0"),
            ("Trường 7", "Trường-7"),
            ("\u{202e}abc", "abc"),
        ] {
            assert_eq!(safe(code), name, "{code:?}");
        }
        assert_eq!(safe(&"x".repeat(500)).len(), 60);
    }
}
