//! How assessments come in, whatever they are written in.

pub(crate) mod file;

use std::borrow::Cow;
use std::cell::RefCell;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use thuocdo::json::Value;
use thuocdo::text::shown;
use thuocdo::{Assessment, Input, Lang, LocalScore, LocalScorer, Scorecard, Scorer};
use thuocdo_practice::{is_card, read_card};
use thuocdo_tables::{Cells, Fault, FileFormat, Halt, Reading, Unmarked, recognise};

use crate::args::{InputArgs, InputFormat, ScoreOf};
use crate::refusal::{self, Refusal};
use crate::words::Word;

/// One assessment, and where it was found.
pub(crate) struct Record<'a> {
    /// The file, as messages name it.
    pub(crate) file: &'a str,
    /// Its line in the file, from 1.
    pub(crate) line: u64,
    /// True where the kind of file holds many.
    pub(crate) is_one_of_many: bool,
    pub(crate) facts: Result<Input<'a>, &'a [Fault]>,
    /// The cells it was read from, where it was.
    pub(crate) cells: Option<&'a dyn Cells>,
}

/// Whoever wants the assessments.
pub(crate) trait Visitor {
    /// Here is one.
    fn record(&mut self, record: &Record<'_>) -> Result<()>;

    /// More input has to be waited for: whoever feeds us line by line wants the answers now.
    fn pause(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Record<'_> {
    /// The assessment as it was read.
    fn input(&self) -> Result<Input<'_>, Refusal> {
        self.facts.map_err(|faults| Refusal::Table(faults.to_vec()))
    }

    /// Its scorecard.
    pub(crate) fn score(&self, scorer: &Scorer) -> Result<Scorecard, Refusal> {
        scorer.score(self.input()?).map_err(Refusal::Facts)
    }

    /// Its scorecards by the local framework and by the national one.
    pub(crate) fn score_by_both(&self, scorers: &LocalScorer) -> Result<LocalScore, Refusal> {
        scorers.score(self.input()?).map_err(Refusal::Facts)
    }

    /// As parsed JSON.
    pub(crate) fn value(&self) -> Result<Cow<'_, Value<'_>>, Refusal> {
        self.input()?.value().map_err(Refusal::Facts)
    }

    /// The scorecard that it is, if that follows from its points, or the one of the assessment that it is: by the local framework or by the
    /// national one.
    pub(crate) fn card(&self, scorers: &LocalScorer, of: ScoreOf) -> Result<Scorecard, Refusal> {
        let input = self.input()?;
        let card = match of {
            ScoreOf::Local => read_card(scorers, input),
            ScoreOf::National => input
                .value()
                .and_then(|value| if is_card(&value) { read_card(scorers, &*value) } else { scorers.score(&*value).map(|score| score.national) }),
        };
        card.map_err(Refusal::Facts)
    }

    /// Whether it is a scorecard.
    pub(crate) fn is_card(&self) -> bool {
        self.value().is_ok_and(|value| is_card(&value))
    }

    /// The whole assessment, where it can be scored.
    pub(crate) fn assessment(&self, scorer: &Scorer) -> Result<Assessment, Refusal> {
        scorer.assessment(self.input()?).map_err(Refusal::Facts)
    }
}

/// How files are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct How<'a> {
    /// What they are, where that is told.
    pub(crate) format: Option<InputFormat>,
    /// What a text is that begins as JSON does.
    pub(crate) unmarked: Unmarked,
    /// The framework that tables were filled in by, where they do not say so.
    pub(crate) filled_by: Option<&'a str>,
}

/// Hands every assessment of what a user names to the visitor, as [`read_files`] does; of standard input where no file is named.
pub(crate) fn read(input: &InputArgs, unmarked: Unmarked, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let stdin = [PathBuf::from("-")];
    if input.files.is_empty() && io::stdin().is_terminal() {
        bail!(Word::NoInput.say(lang));
    }
    let files: &[PathBuf] = if input.files.is_empty() { &stdin } else { &input.files };
    read_files(files, How { format: input.input_format, unmarked, filled_by: input.filled_by.as_deref() }, scorers, lang, visitor)
}

/// Hands every assessment of every file to the visitor, in order. A file that cannot be used does not keep the others from it; what is
/// wrong with such files is the error at the end.
pub(crate) fn read_files(files: &[PathBuf], how: How<'_>, scorers: &LocalScorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    unreadable(files, lang)?;
    let reading = Reading::new(scorers, how.filled_by);
    let visitor = RefCell::new(visitor);
    let mut faults = Vec::new();
    for path in files {
        let name = file::name(path, lang);
        let format = how.format.map(InputFormat::file_format).or_else(|| FileFormat::by_name(&name));
        let opened = match recognise(file::source(path, lang)?, format, how.unmarked) {
            Ok(opened) => opened,
            Err(fault) => {
                faults.push(told(&name, &[fault], lang));
                continue;
            }
        };
        let mut visit = |record: &thuocdo_tables::Record<'_>| {
            let thuocdo_tables::Record { cells, facts, is_one_of_many, line } = *record;
            visitor.borrow_mut().record(&Record { file: &name, line, is_one_of_many, facts, cells })
        };
        match thuocdo_tables::read(opened, &reading, &mut visit, &mut || visitor.borrow_mut().pause()) {
            Err(Halt::Visitor(error)) => return Err(error),
            Err(Halt::Faults(found)) => faults.push(told(&name, &found, lang)),
            Ok(notes) if notes.unread.is_empty() => {}
            Ok(notes) => refusal::note(&Word::UnreadColumns.with(lang, &[&name, &notes.unread.join(", ")])),
        }
    }
    if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
}

/// What is wrong with a file as a whole.
fn told(name: &str, faults: &[Fault], lang: Lang) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| fault.line(lang)).collect();
    match lines.as_slice() {
        [only] => format!("{}: {only}", shown(name)),
        several => format!("{}:\n  {}", shown(name), several.join("\n  ")),
    }
}

/// Names all files that cannot be read before any work is done.
fn unreadable(files: &[PathBuf], lang: Lang) -> Result<()> {
    let faults: Vec<String> = files.iter().filter_map(|path| fault(path, lang)).collect();
    if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
}

fn fault(path: &Path, lang: Lang) -> Option<String> {
    if file::is_stdin(path) {
        return None;
    }
    let name = path.display();
    match fs::File::open(path).and_then(|file| file.metadata()) {
        Ok(found) if found.is_dir() => Some(Word::IsFolder.with(lang, &[&name])),
        Ok(_) => None,
        Err(error) => Some(format!("{}: {}", Word::CannotRead.with(lang, &[&name]), refusal::cause(&error, lang))),
    }
}
