//! `explain`: why a school has its points and levels, in words.

use std::io::{self, Write};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Assessment, Explanation, Lang, LocalScorer, Scorecard, canonical, explain_assessment};

use crate::args::{Format, InputArgs, OutputArgs, long_help, offered};
use crate::input::file::unmarked;
use crate::input::{self, Record, Refusal, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::refusal::{answer_line, refused_line, unread_line};
use crate::output::{Tally, heading};
use crate::terminal::{plain, stdout, title};
use crate::words::Word;

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo explain --help", after_long_help = long_help!("Example:
  thuocdo explain examples/missing-answers.json"))]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Ndjson];

pub(crate) fn run(args: &ExplainArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let format = args.to.format(args.format, FORMATS, lang)?;
    let out = if format == Format::Table { stdout::styled() } else { stdout::raw() };
    let names_files = input::are_several(&args.input.files);
    let mut work = Work { scorers: &scorers, lang, format, names_files, json: None, out, tally: Tally::of(format) };
    let read = input::read(&args.input, unmarked(format == Format::Ndjson), &scorers, lang, &mut work);
    match &work.json {
        Some(json) if read.is_ok() => writeln!(work.out, "{json}")?,
        _ => work.tally.print_refused()?,
    }
    work.out.flush()?;
    let outcome = work.tally.finish(lang);
    read?;
    Ok(outcome)
}

struct Work<'a> {
    scorers: &'a LocalScorer,
    lang: Lang,
    format: Format,
    names_files: bool,
    /// The answer about the only assessment, with `--format json`. It is printed at the end, when there was no second one.
    json: Option<String>,
    out: Box<dyn Write + Send>,
    tally: Tally,
}

impl Work<'_> {
    /// What is explained, and the assessment with its notes and evidence.
    fn scored(&self, record: &Record<'_>) -> Result<(Assessment, Scorecard), Refusal> {
        let assessment = record.assessment(self.scorers.local())?;
        let card = self.scorers.local().score(&assessment).map_err(Refusal::Facts)?;
        Ok((assessment, card))
    }

    /// The text as the core has it; the headlines stand out.
    fn explain(&mut self, explanation: &Explanation) -> io::Result<()> {
        for line in explanation.to_string().trim_end().lines() {
            let is_headline = explanation.groups.iter().any(|group| group.headline == line);
            if is_headline { title(&mut self.out, line) } else { plain(&mut self.out, line) }?;
        }
        Ok(())
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        if self.format == Format::Json && self.tally.all() > 0 {
            bail!(Word::JsonTakesOne.template(self.lang));
        }
        match self.scored(record) {
            Ok((assessment, card)) => {
                let (framework, national) = (self.scorers.local().framework(), self.scorers.national().framework());
                let explanation = explain_assessment(framework, Some(national), &card, &assessment, self.lang);
                match self.format {
                    Format::Json => self.json = Some(canonical(&explanation)),
                    Format::Ndjson => writeln!(self.out, "{}", answer_line(record, "explanation", canonical(&explanation), self.names_files))?,
                    _ => {
                        if self.tally.done > 0 {
                            writeln!(self.out)?;
                        }
                        heading(&mut self.out, framework, &card, self.lang)?;
                        self.explain(&explanation)?;
                    }
                }
                self.tally.done += 1;
            }
            Err(refused) if self.format == Format::Ndjson => {
                self.tally.refused += 1;
                writeln!(self.out, "{}", refused_line(record, &refused, self.lang))?;
            }
            Err(refused) => {
                self.out.flush()?;
                self.tally.refuse(record, &refused, self.lang);
            }
        }
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        if self.format == Format::Ndjson {
            writeln!(self.out, "{}", unread_line(unread, self.lang))?;
        }
        self.tally.unread(unread, self.lang);
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}
