//! `check`: only what is wrong, all at once.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Assessment, Blocker, BlockerCode, Lang, Scorer, Words};
use thuocdo_practice::Whose;

use crate::args::{Format, InputArgs, OutputArgs, long_help, offered};
use crate::input::{self, Record, Refusal, Unread, Visitor, file, framework};
use crate::outcome::Outcome;
use crate::output::refusal::{refused_line, unread_line};
use crate::output::{Twice, print_workbook, refusal};
use crate::terminal::{Progress, Rows, plain, stdout, title};
use crate::words::Word;

/// Arguments of `check`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo check --help", after_long_help = long_help!("Examples:
  thuocdo check forms/
  thuocdo check schools.csv -o to-mend.xlsx
  thuocdo check school.json --format json"))]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// How to answer; else by the ending of the file to write, else `table`. In `json` each violation names its file
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Ndjson, Format::Csv, Format::Xlsx];

/// The header of rows for programs.
const HEADER: [&str; 6] = ["file", "line", "cell", "at", "code", "message"];

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let scorer = scorers.local();
    let format = args.to.format(args.format, FORMATS, lang)?;
    let to = match format {
        Format::Table | Format::Markdown | Format::Html | Format::Sql => To::People(stdout::styled()),
        Format::Json => To::List(Vec::new()),
        Format::Ndjson => To::Lines(stdout::raw()),
        Format::Csv => To::Rows(Box::new(Rows::new())),
        Format::Xlsx => To::Sheet(Vec::new()),
    };
    let mut work = Work { scorer, lang, to, progress: Progress::new(lang), seen: 0, refused: 0, twice: Twice::default() };
    if let To::Rows(rows) = &mut work.to {
        rows.write(HEADER)?;
    }
    let read = input::read(&args.input, file::unmarked(format == Format::Ndjson), &scorers, lang, &mut work);
    work.finish(read.is_ok())?;
    work.twice.finish(lang);
    read?;
    Ok(Outcome::of(work.refused))
}

/// Where the answer goes, and how.
enum To {
    People(Box<dyn Write + Send>),
    /// Violations of one assessment, which are printed when there was no second one.
    List(Vec<String>),
    Lines(Box<dyn Write + Send>),
    Rows(Box<Rows>),
    Sheet(Vec<Vec<String>>),
}

struct Work<'a> {
    scorer: &'a Scorer,
    lang: Lang,
    to: To,
    progress: Progress,
    seen: u64,
    refused: u64,
    twice: Twice,
}

impl Work<'_> {
    /// Prints which required evidence is missing. The assessment is valid, but its level will not be recognised.
    fn evidence(&mut self, record: &Record<'_>, assessment: &Assessment) -> Result<()> {
        let framework = self.scorer.framework();
        let To::People(out) = &mut self.to else { return Ok(()) };
        if !framework.requires_evidence() {
            return Ok(());
        }
        let Ok(card) = self.scorer.score(assessment) else { return Ok(()) };
        let is_of_evidence = |blocker: &&Blocker| matches!(blocker.code, BlockerCode::EvidenceMissing | BlockerCode::EvidenceUnknown);
        let mut lacking = card.recognition.blockers.iter().filter(is_of_evidence).peekable();
        if lacking.peek().is_some() {
            let head = Word::LacksEvidence.say(self.lang, &[("place", &record.place(self.lang))]);
            title(out, &head)?;
        }
        let words = Words::new(framework, self.lang);
        for blocker in lacking {
            plain(out, &format!("  {}", words.blocker(blocker.code, &blocker.at, &blocker.group)))?;
        }
        Ok(())
    }
}

impl Work<'_> {
    /// Prints what is wrong with an assessment.
    fn refuse(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()> {
        let lang = self.lang;
        match &mut self.to {
            To::People(out) => refusal::write(out, record, refusal, lang)?,
            To::Lines(out) => writeln!(out, "{}", refused_line(record, refusal, lang))?,
            To::List(list) => {
                let violations = refusal.each_json(record.cells, lang);
                list.extend(if record.is_of_file { refusal::naming(record.file, violations) } else { violations });
            }
            To::Rows(rows) => {
                for row in refusal::columns(record, refusal, lang) {
                    rows.write(row)?;
                }
            }
            To::Sheet(rows) => rows.extend(refusal::rows(record, refusal, lang)),
        }
        Ok(())
    }

    /// Prints what comes after the last assessment.
    fn finish(&mut self, is_complete: bool) -> Result<()> {
        let lang = self.lang;
        let counted = match self.refused {
            0 => Word::NothingWrong.say(lang, &[("count", &self.seen)]),
            refused => Word::RefusedCount.say(lang, &[("refused", &refused), ("all", &self.seen)]),
        };
        match &mut self.to {
            To::People(out) => {
                if is_complete {
                    plain(out, &counted)?;
                }
                Ok(out.flush()?)
            }
            To::Lines(out) => Ok(out.flush()?),
            To::Rows(rows) => Ok(rows.flush()?),
            To::List(list) if self.seen > 1 => {
                list.clear();
                Ok(())
            }
            To::List(list) => stdout::one_line(&format!("[{}]", list.join(","))),
            To::Sheet(rows) => print_workbook(refusal::sheet(&counted, std::mem::take(rows), lang), lang),
        }
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.seen += 1;
        if matches!(self.to, To::List(_)) && self.seen > 1 {
            bail!(Word::JsonTakesOne.template(self.lang));
        }
        self.progress.step();
        match record.assessment(self.scorer) {
            Ok(assessment) => {
                self.evidence(record, &assessment)?;
                self.twice.note(record, Whose::of_assessment(&assessment), assessment.institution_code(), self.lang);
                Ok(())
            }
            Err(refusal) => {
                self.refused += 1;
                self.refuse(record, &refusal)
            }
        }
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        let lang = self.lang;
        match &mut self.to {
            To::People(_) => {}
            To::Lines(out) => writeln!(out, "{}", unread_line(unread, lang))?,
            To::List(list) if unread.is_of_file => list.extend(refusal::naming(&unread.file, unread.each_json(lang))),
            To::List(list) => list.extend(unread.each_json(lang)),
            To::Rows(rows) => {
                for row in refusal::unread_columns(unread, lang) {
                    rows.write(row)?;
                }
            }
            To::Sheet(rows) => rows.extend(refusal::unread_rows(unread, lang)),
        }
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        match &mut self.to {
            To::People(out) | To::Lines(out) => Ok(out.flush()?),
            To::Rows(rows) => Ok(rows.flush()?),
            To::List(_) | To::Sheet(_) => Ok(()),
        }
    }
}
