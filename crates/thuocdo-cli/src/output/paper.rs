//! Papers as files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use thuocdo::Lang;
use thuocdo_office::paper::{Paper, PaperFiles};

use super::file::{is_there, write_file};
use crate::args::by_ending;
use crate::terminal::stderr;
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
    files: PaperFiles,
    folder: PathBuf,
    format: PaperFormat,
    force: bool,
    lang: Lang,
}

impl PaperFolder {
    pub(crate) fn new(folder: PathBuf, format: PaperFormat, force: bool, lang: Lang) -> PaperFolder {
        PaperFolder { files: PaperFiles::default(), folder, format, force, lang }
    }

    /// Adds a paper, named by its kind and by a code that may hold anything.
    pub(crate) fn add(&mut self, kind: &str, code: &str, paper: &Paper) -> Result<()> {
        let bytes = self.format.bytes(paper, &self.folder, self.lang)?;
        self.add_bytes(kind, code, if self.format == PaperFormat::Docx { "docx" } else { "html" }, bytes);
        Ok(())
    }

    /// Adds a file of another kind with the same name, such as a sheet.
    pub(crate) fn add_bytes(&mut self, kind: &str, code: &str, ending: &str, bytes: Vec<u8>) {
        self.files.add(kind, code, ending, bytes);
    }

    /// Writes all of them, or none where one is there already, and says how many there are.
    pub(crate) fn deliver(self) -> Result<()> {
        let (folder, lang) = (self.folder.clone(), self.lang);
        let count = self.write()?;
        stderr::note(&Word::ReportWritten.say(lang, &[("count", &count), ("folder", &folder.display())]));
        Ok(())
    }

    /// Writes all of them, or none where one is there already, and answers how many there are.
    pub(crate) fn write(self) -> Result<usize> {
        let papers: Vec<(PathBuf, Vec<u8>)> = self.files.into_files().into_iter().map(|(name, bytes)| (self.folder.join(name), bytes)).collect();
        if !self.force {
            let there: Vec<String> = papers.iter().filter(|(path, _)| is_there(path)).map(|(path, _)| path.display().to_string()).collect();
            if !there.is_empty() {
                bail!(Word::FilesExist.say(self.lang, &[("files", &there.join(", "))]));
            }
        }
        std::fs::create_dir_all(&self.folder).with_context(|| Word::CannotWrite.say(self.lang, &[("file", &self.folder.display())]))?;
        for (path, bytes) in &papers {
            write_file(path, bytes, self.force, self.lang)?;
        }
        Ok(papers.len())
    }
}
