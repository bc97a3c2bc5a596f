//! How assessments come in, whatever they are written in.

mod budget;
pub(crate) mod cell;
mod csv;
pub(crate) mod file;
mod lines;
mod ndjson;
mod row;
mod weigh;
mod workbook;
mod xlsx;

use std::borrow::Cow;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use thuocdo::json::Value;
use thuocdo::{Assessment, Lang, LocalScore, LocalScorer, Scorecard, Scorer, Violations};
use thuocdo_practice::{is_card, read_card};

use self::file::{Opened, Unmarked};
use crate::args::{InputArgs, InputFormat, ScoreOf};
use crate::refusal::{BadRow, Refusal, reasons};
use crate::words::Word;

/// One assessment, and where it was found.
pub(crate) struct Record<'a> {
    /// The file, as messages name it.
    pub(crate) file: &'a str,
    /// Its line in the file, from 1.
    pub(crate) line: u64,
    /// True where the kind of file holds many.
    pub(crate) is_one_of_many: bool,
    pub(crate) facts: Facts<'a>,
    /// The cells it was read from, where it was.
    pub(crate) cells: Option<&'a dyn Cells>,
}

/// What an assessment says, not yet judged.
pub(crate) enum Facts<'a> {
    Text(&'a [u8]),
    Value(&'a Value<'a>),
    /// They could not be read.
    Unreadable(BadRow),
}

/// Finds the cell that a violation is about.
pub(crate) trait Cells {
    /// The cell whose facts stand at a pointer or around it.
    fn cell(&self, at: &str, lang: Lang) -> Option<CellNote>;
}

/// A cell, for a message.
pub(crate) struct CellNote {
    /// `H3`, or `Phiếu!D12`.
    pub(crate) cell: String,
    /// The name of its column.
    pub(crate) column: String,
    /// What stands in it.
    pub(crate) found: String,
    /// What it takes.
    pub(crate) accepts: String,
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
    /// What the core says to it.
    pub(crate) fn score(&self, scorer: &Scorer) -> Result<Scorecard, Refusal> {
        match self.facts {
            Facts::Text(text) => scorer.score_json(text),
            Facts::Value(value) => scorer.score_value(value),
            Facts::Unreadable(row) => return Err(Refusal::Row(row)),
        }
        .map_err(Refusal::Facts)
    }

    /// What the core says to it by the local framework and by the national one.
    pub(crate) fn score_by_both(&self, scorers: &LocalScorer) -> Result<LocalScore, Refusal> {
        match self.facts {
            Facts::Text(text) => scorers.score_json(text),
            Facts::Value(value) => scorers.score_value(value),
            Facts::Unreadable(row) => return Err(Refusal::Row(row)),
        }
        .map_err(Refusal::Facts)
    }

    /// What it says, not yet judged.
    pub(crate) fn value(&self) -> Result<Cow<'_, Value<'_>>, Refusal> {
        match self.facts {
            Facts::Text(text) => Value::parse(text).map(Cow::Owned).map_err(Refusal::Facts),
            Facts::Value(value) => Ok(Cow::Borrowed(value)),
            Facts::Unreadable(row) => Err(Refusal::Row(row)),
        }
    }

    /// The scorecard it is, if it is one that follows from its points, or that the core makes of it: by the local framework or by the
    /// national one.
    pub(crate) fn card(&self, scorers: &LocalScorer, of: ScoreOf) -> Result<Scorecard, Refusal> {
        let value = self.value()?;
        let card = if of == ScoreOf::National && !is_card(&value) {
            scorers.score_value(&value).map(|score| score.national)
        } else {
            read_card(scorers, &value)
        };
        card.map_err(Refusal::Facts)
    }

    /// Whether it is a scorecard.
    pub(crate) fn is_card(&self) -> bool {
        self.value().is_ok_and(|value| is_card(&value))
    }

    /// The assessment that it is, if the core takes it.
    pub(crate) fn assessment(&self, scorer: &Scorer) -> Result<Assessment, Refusal> {
        match self.facts {
            Facts::Text(text) => scorer.check_json(text),
            Facts::Value(value) => scorer.check_value(value),
            Facts::Unreadable(row) => return Err(Refusal::Row(row)),
        }
        .map_err(Refusal::Facts)
    }
}

/// Hands every assessment of what a user names to the visitor, as [`read_files`] does; of standard input where no file is named.
pub(crate) fn read(input: &InputArgs, unmarked: Unmarked, scorer: &Scorer, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let stdin = [PathBuf::from("-")];
    if input.files.is_empty() && io::stdin().is_terminal() {
        bail!(Word::NoInput.say(lang));
    }
    let files: &[PathBuf] = if input.files.is_empty() { &stdin } else { &input.files };
    read_files(files, input.input_format, unmarked, scorer, lang, visitor)
}

/// Hands every assessment of every file to the visitor, in order. A file that cannot be used does not keep the others from it; what is
/// wrong with such files is the error at the end.
pub(crate) fn read_files(
    files: &[PathBuf],
    format: Option<InputFormat>,
    unmarked: Unmarked,
    scorer: &Scorer,
    lang: Lang,
    visitor: &mut dyn Visitor,
) -> Result<()> {
    unreadable(files, lang)?;
    let mut watched = Watched { visitor, gave_up: false };
    let mut faults = Vec::new();
    for path in files {
        let read = file::open(path, format, unmarked, lang).and_then(|opened| match opened.format {
            InputFormat::Json => one(opened, lang, &mut watched),
            InputFormat::Ndjson => ndjson::read(opened, lang, &mut watched),
            InputFormat::Csv => csv::read(opened, scorer.framework(), lang, &mut watched),
            InputFormat::Xlsx => xlsx::read(opened, scorer.framework(), lang, &mut watched),
        });
        match read {
            Err(error) if watched.gave_up => return Err(error),
            Err(error) => faults.push(reasons(&error, lang)),
            Ok(()) => {}
        }
    }
    if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
}

/// Knows whether the visitor wants no more, so that no file is blamed for it.
struct Watched<'a> {
    visitor: &'a mut dyn Visitor,
    gave_up: bool,
}

impl Visitor for Watched<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.visitor.record(record).inspect_err(|_| self.gave_up = true)
    }

    fn pause(&mut self) -> Result<()> {
        self.visitor.pause().inspect_err(|_| self.gave_up = true)
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
        Err(error) => Some(format!("{}: {}", Word::CannotRead.with(lang, &[&name]), crate::refusal::cause(&error, lang))),
    }
}

/// A file that is one assessment.
fn one(file: Opened, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let text = file::read_at_most(file.reader).with_context(|| Word::CannotRead.with(lang, &[&file.name]))?;
    visitor.record(&Record { file: &file.name, line: 1, is_one_of_many: false, facts: Facts::Text(&text), cells: None })
}

/// What the core says to each row of a CSV held in memory; an error where it is no table of assessments, or a row is none of its.
///
/// For callers that have no file, such as the fuzzer of the reader.
pub fn score_csv(scorer: &Scorer, csv: &[u8]) -> Result<Vec<Result<Scorecard, Violations>>> {
    struct Answers<'a>(&'a Scorer, Vec<Result<Scorecard, Violations>>);

    impl Visitor for Answers<'_> {
        fn record(&mut self, record: &Record<'_>) -> Result<()> {
            let answer = match record.score(self.0) {
                Ok(card) => Ok(card),
                Err(Refusal::Facts(violations)) => Err(violations),
                Err(Refusal::Row(row)) => bail!(row.message(Lang::En)),
            };
            if let (Err(violations), Some(cells)) = (&answer, record.cells) {
                // The whole way to a message is walked.
                violations.iter().for_each(|violation| drop(cells.cell(violation.at(), Lang::En)));
            }
            self.1.push(answer);
            Ok(())
        }
    }

    let source = Box::new(io::Cursor::new(csv.to_vec()));
    let opened = file::recognise("csv".to_owned(), source, Some(InputFormat::Csv), Unmarked::Look, Lang::En)?;
    let mut answers = Answers(scorer, Vec::new());
    csv::read(opened, scorer.framework(), Lang::En, &mut answers)?;
    Ok(answers.1)
}
