//! Reads the assessments of files, one by one and in order.

use std::cell::RefCell;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use thuocdo::text::{More, first_names};
use thuocdo::{Lang, LocalScorer};
use thuocdo_tables::{FileFormat, Halt, NotedAnswer, Notes, Opened, Reading, Unmarked, recognise};

use super::line::{side_by_side, threads};
use super::record::{Record, Unread, Visitor, Why};
use super::{file, folder};
use crate::args::{InputArgs, InputFormat};
use crate::terminal::stderr;
use crate::words::Word;

/// How files are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct How<'a> {
    /// Their format, if the user names it.
    pub(crate) format: Option<InputFormat>,
    /// How to read a text that begins with a brace: as one JSON document, or line by line.
    pub(crate) unmarked: Unmarked,
    /// The framework of tables that have no column for it.
    pub(crate) filled_by: Option<&'a str>,
    /// Whether tables may state results beside their answers, or without any.
    pub(crate) has_claims: bool,
}

/// Whether a user names several files: more than one, a folder or a pattern. Their number is then known only after a look at the disk.
pub(crate) fn are_several(named: &[PathBuf]) -> bool {
    match named {
        [] => false,
        [only] => !file::is_stdin(only) && (only.is_dir() || folder::is_pattern(only) && !only.exists()),
        _ => true,
    }
}

/// Hands every assessment of the user's files to the visitor, as [`read_files`] does. Without files it reads standard input.
pub(crate) fn read(input: &InputArgs, unmarked: Unmarked, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let how = How { format: input.input_format, unmarked, filled_by: input.filled_by.as_deref(), has_claims: false };
    read_files_or_stdin(&input.files, how, scorers, lang, visitor)
}

/// The same, with the results that tables state beside their answers, or without any.
pub(crate) fn read_claims(input: &InputArgs, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let how = How { format: input.input_format, unmarked: Unmarked::Look, filled_by: input.filled_by.as_deref(), has_claims: true };
    read_files_or_stdin(&input.files, how, scorers, lang, visitor)
}

/// As [`read_files`]; without files, of standard input.
pub(crate) fn read_files_or_stdin(named: &[PathBuf], how: How<'_>, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    if !named.is_empty() {
        return read_files(named, how, scorers, lang, visitor);
    }
    if io::stdin().is_terminal() {
        bail!(Word::NoInput.template(lang));
    }
    read_files(&[PathBuf::from("-")], how, scorers, lang, visitor)
}

/// Hands every assessment of every file to the visitor, in order; of a folder or pattern, of every file that may hold assessments. If a file
/// cannot be read, the others are read all the same; the error at the end names every such file.
///
/// Several files are read by as many threads as the machine has cores. Each holds one file, so the memory does not grow with their number.
pub(crate) fn read_files(named: &[PathBuf], how: How<'_>, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let files = found(named, lang)?;
    let reading = Reading::new(scorers, how.filled_by);
    let reading = if how.has_claims { reading.with_claims() } else { reading };
    let work = Work { files: &files, how, reading: &reading, lang };
    let faults = if threads(files.len()) < 2 { work.one_by_one(visitor)? } else { work.side_by_side(visitor)? };
    Ok(NotAllRead::of(faults)?)
}

/// Error: some files could not be read, each on a line. What could be read was handed to the visitor.
#[derive(Debug)]
pub(crate) struct NotAllRead(Vec<String>);

impl NotAllRead {
    /// The error of files with these faults, if there are any.
    pub(crate) fn of(faults: Vec<String>) -> Result<(), NotAllRead> {
        if faults.is_empty() { Ok(()) } else { Err(NotAllRead(faults)) }
    }

    /// The error of several readings.
    pub(crate) fn of_all(readings: impl IntoIterator<Item = Result<(), NotAllRead>>) -> Result<(), NotAllRead> {
        NotAllRead::of(readings.into_iter().filter_map(Result::err).flat_map(|NotAllRead(faults)| faults).collect())
    }
}

/// Goes on with what could be read: the inner error is for the end of the work. An error of another kind ends the work at once.
pub(crate) fn go_on(read: Result<()>) -> Result<Result<(), NotAllRead>> {
    read.map_or_else(|error| error.downcast().map(Err), |()| Ok(Ok(())))
}

impl Display for NotAllRead {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Error for NotAllRead {}

/// How many files that are passed over are named.
const NAMED: usize = 5;

/// A file to read, or why a name leads to none.
enum Source {
    File(PathBuf),
    NotOpened(Unread),
}

/// The files that the names lead to, in order. What is passed over is told at once.
fn found(named: &[PathBuf], lang: Lang) -> Result<Vec<Source>> {
    let mut found = Found { sources: Vec::new(), passed_over: Vec::new(), lang };
    for path in named {
        found.name(path);
    }
    let Found { sources, passed_over, .. } = found;
    if !passed_over.is_empty() {
        stderr::note(&Word::PassedOver.say(lang, &[("files", &first_names(&passed_over, NAMED, More::Files, lang))]));
    }
    if sources.is_empty() && !named.is_empty() {
        bail!(Word::NoFiles.template(lang));
    }
    Ok(sources)
}

struct Found {
    sources: Vec<Source>,
    /// Files of folders that hold no assessments.
    passed_over: Vec<String>,
    lang: Lang,
}

impl Found {
    /// The files of a name: itself, those of the folder, or those of the pattern.
    fn name(&mut self, path: &Path) {
        if file::is_stdin(path) {
            self.sources.push(Source::File(path.to_owned()));
        } else if path.is_dir() {
            self.folder(path);
        } else if folder::is_mark(path.file_name().unwrap_or_default()) {
            self.passed_over.push(path.display().to_string());
        } else if folder::is_pattern(path) && path.symlink_metadata().is_err() {
            self.pattern(path);
        } else {
            match fs::File::open(path) {
                Ok(_) => self.sources.push(Source::File(path.to_owned())),
                Err(error) => self.not_opened(path, &error),
            }
        }
    }

    fn folder(&mut self, path: &Path) {
        let walked = folder::walk(path);
        for (path, error) in walked.faults {
            self.not_opened(&path, &error);
        }
        let before = self.sources.len();
        for path in walked.files {
            if folder::may_hold_assessments(&path) {
                self.sources.push(Source::File(path));
            } else {
                self.passed_over.push(path.display().to_string());
            }
        }
        if self.sources.len() == before {
            let sentence = Word::EmptyFolder.say(self.lang, &[("file", &path.display())]);
            self.sources.push(Source::NotOpened(Unread { file: path.display().to_string(), is_of_file: true, why: Why::NotOpened(sentence) }));
        }
    }

    fn pattern(&mut self, path: &Path) {
        match folder::matching(path) {
            Some(found) if !found.is_empty() => found.iter().for_each(|path| self.name(path)),
            _ => {
                let sentence = Word::NoMatch.say(self.lang, &[("file", &path.display())]);
                self.sources.push(Source::NotOpened(Unread { file: path.display().to_string(), is_of_file: true, why: Why::NotOpened(sentence) }));
            }
        }
    }

    fn not_opened(&mut self, path: &Path, error: &io::Error) {
        let sentence = format!("{}: {}", Word::CannotRead.say(self.lang, &[("file", &path.display())]), stderr::cause(error, self.lang));
        self.sources.push(Source::NotOpened(Unread { file: path.display().to_string(), is_of_file: true, why: Why::NotOpened(sentence) }));
    }
}

/// What a reader noticed in a file that it read.
fn remarks(name: &str, notes: &Notes, lang: Lang) -> Vec<String> {
    let unread = (!notes.unread.is_empty()).then(|| Word::UnreadColumns.say(lang, &[("file", &name), ("columns", &notes.unread.join(", "))]));
    let unanswered = (notes.unanswered > 0).then(|| Word::Unanswered.say(lang, &[("file", &name), ("count", &notes.unanswered)]));
    let in_note = |NotedAnswer { cell, code, text }: &NotedAnswer| {
        Word::AnswerInNote.say(lang, &[("file", &name), ("cell", cell), ("code", code), ("text", text)])
    };
    let as_share = |NotedAnswer { cell, code, text }: &NotedAnswer| {
        Word::ShareAsPoints.say(lang, &[("file", &name), ("cell", cell), ("code", code), ("text", text)])
    };
    unread.into_iter().chain(unanswered).chain(notes.noted.iter().map(in_note)).chain(notes.shares.iter().map(as_share)).collect()
}

/// What all files are read with.
struct Work<'w> {
    files: &'w [Source],
    how: How<'w>,
    reading: &'w Reading<'w>,
    lang: Lang,
}

impl Work<'_> {
    /// Reads the files on this thread. Returns what is wrong with those that cannot be read.
    fn one_by_one(&self, visitor: &mut dyn Visitor) -> Result<Vec<String>> {
        let visitor = RefCell::new(visitor);
        let mut faults = Vec::new();
        for source in self.files {
            let read = self.file(source, &mut |record| visitor.borrow_mut().record(record), &mut || visitor.borrow_mut().pause());
            faults.extend(self.told(read, &mut **visitor.borrow_mut())?);
        }
        Ok(faults)
    }

    /// Reads the files on several threads. A thread that has read its file as far as to the first assessment waits for its turn, so that the
    /// visitor sees them in order.
    fn side_by_side(&self, visitor: &mut dyn Visitor) -> Result<Vec<String>> {
        let served = Served { visitor, faults: Vec::new(), stopped: None };
        let served = side_by_side(self.files, served, |source, turn| {
            if turn.peek(|served| served.stopped.is_some()) {
                return;
            }
            let read = self.file(source, &mut |record| turn.wait(|served| served.serve(|served| served.visitor.record(record))), &mut || {
                turn.wait(|served| served.serve(|served| served.visitor.pause()))
            });
            turn.wait(|served| {
                let told = served.serve(|served| {
                    let fault = self.told(read, served.visitor)?;
                    served.faults.extend(fault);
                    Ok(())
                });
                if let Err(error) = told {
                    // The first error counts.
                    served.stopped.get_or_insert(error);
                }
            });
        });
        served.stopped.map_or(Ok(served.faults), Err)
    }

    /// Reads one file.
    fn file(
        &self,
        source: &Source,
        visit: &mut dyn FnMut(&Record<'_>) -> Result<()>,
        pause: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Vec<String>, NotRead> {
        let path = match source {
            Source::File(path) => path,
            Source::NotOpened(Unread { file, why: Why::NotOpened(sentence), .. }) => {
                return Err(NotRead::File(Unread { file: file.clone(), is_of_file: true, why: Why::NotOpened(sentence.clone()) }));
            }
            Source::NotOpened(_) => return Ok(Vec::new()),
        };
        let name = file::name(path, self.lang);
        let is_of_file = !file::is_stdin(path);
        let unread = |why| NotRead::File(Unread { file: name.clone(), is_of_file, why });
        let opened = self.opened(path, &name).map_err(&unread)?;
        let mut each = |record: &thuocdo_tables::Record<'_>| {
            let thuocdo_tables::Record { cells, facts, is_one_of_many, line, .. } = *record;
            visit(&Record { file: &name, is_of_file, line, is_one_of_many, facts, cells })
        };
        match thuocdo_tables::read(opened, self.reading, &mut each, pause) {
            Err(Halt::Visitor(error)) => Err(NotRead::Stopped(error)),
            Err(Halt::Faults(faults)) => Err(unread(Why::Faults(faults))),
            Ok(notes) => Ok(remarks(&name, &notes, self.lang)),
        }
    }

    fn opened(&self, path: &Path, name: &str) -> Result<Opened<'static>, Why> {
        let format = self.how.format.map(InputFormat::file_format).or_else(|| FileFormat::by_name(name));
        let source = file::source(path, self.lang).map_err(|error| Why::NotOpened(stderr::reasons(&error, self.lang)))?;
        recognise(source, format, self.how.unmarked).map_err(|fault| Why::Faults(vec![fault]))
    }

    /// Tells what was noted of a file, or hands it to the visitor as one that cannot be read. Returns the sentence about that.
    fn told(&self, read: Result<Vec<String>, NotRead>, visitor: &mut dyn Visitor) -> Result<Option<String>> {
        match read {
            Ok(notes) => notes.iter().for_each(|note| stderr::note(note)),
            Err(NotRead::Stopped(error)) => return Err(error),
            Err(NotRead::File(unread)) => {
                visitor.unread(&unread)?;
                return Ok(Some(unread.text(self.lang)));
            }
        }
        Ok(None)
    }
}

/// Why the reading of a file ended early.
enum NotRead {
    File(Unread),
    /// The visitor's own error, which ends the work.
    Stopped(anyhow::Error),
}

/// What the threads hand their assessments to, one after the other.
struct Served<'v> {
    visitor: &'v mut dyn Visitor,
    faults: Vec<String>,
    /// The error that ended the work. Nobody is served after it.
    stopped: Option<anyhow::Error>,
}

impl Served<'_> {
    fn serve(&mut self, serve: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if self.stopped.is_some() {
            bail!("stopped");
        }
        serve(self)
    }
}
