//! `quality`: how far data is correct, complete, clean and live.

use std::io::Write;

use anyhow::Result;
use clap::Args;
use thuocdo::{Date, Lang, NumberFault, Points, Scorer};
use thuocdo_practice::quality::{Batch, Quality, QualityOptions};

use crate::args::{Format, InputArgs, OutputArgs, day, offered};
use crate::input::file::unmarked;
use crate::input::{self, Record, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::refusal::{answer_line, refused_line, unread_line};
use crate::output::{self, Tally};
use crate::terminal::{Progress, stdout};

/// Arguments of `quality`.
#[derive(Debug, Args)]
#[command(after_help = "Of one assessment its four scores and everything to look at again; of many the same added up, with signals \
for a reviewer, which prove nothing. Reads what `score` reads (thuocdo score --help); JSON and NDJSON may also hold \
submissions:
  { \"assessment\": {…}, \"updated_on\": \"2024-05-20\",
    \"claimed\": { \"groups\": { \"1\": { \"score\": 78, \"level\": 3 } }, \"level\": 2 } }

Exit status: 0 also where there is much to look at again; 1 where a record cannot be read at all; 2 wrong usage or unreadable file.

Examples:
  thuocdo quality school.json
  thuocdo quality schools.csv --as-of 2024-06-15 --stale-after 90
  thuocdo quality schools.ndjson --format ndjson > quality.ndjson")]
pub(crate) struct QualityArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// The day on which the data is looked at (15/6/2024); nothing may be later
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,

    /// How many days before that day the last update may lie
    #[arg(long, value_name = "DAYS", requires = "as_of", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    pub(crate) stale_after: Option<u32>,

    /// How far from the first point of a level totals are counted, to see whether they pile up over it
    #[arg(long, value_name = "POINTS", default_value = "1", value_parser = points)]
    pub(crate) window: Points,

    /// How to answer; else by the ending of the file to write, else `table`. Of several assessments `json` adds them up
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Ndjson, Format::Xlsx];

/// Points, also with the Vietnamese comma.
fn points(text: &str) -> Result<Points, NumberFault> {
    text.replace(',', ".").parse()
}

pub(crate) fn run(args: &QualityArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let scorer = scorers.local();
    let options = QualityOptions { as_of: args.as_of, stale_after_days: args.stale_after, window: args.window };
    let format = args.to.format(args.format, FORMATS, lang)?;
    let lines = (format == Format::Ndjson).then(stdout::raw);
    let mut work = Work {
        batch: Batch::new(scorer, options),
        lines,
        names_files: input::are_several(&args.input.files),
        only: None,
        progress: if format == Format::Ndjson { Progress::new(lang) } else { Progress::before_the_result(lang) },
        lang,
        tally: Tally::of(format),
    };
    let read = input::read(&args.input, unmarked(format == Format::Ndjson), &scorers, lang, &mut work);
    let tally = work.finish(format)?;
    let outcome = tally.finish(lang);
    read?;
    Ok(outcome)
}

struct Work<'a> {
    batch: Batch<&'a Scorer>,
    /// Where each result goes at once, with `--format ndjson`.
    lines: Option<Box<dyn Write + Send>>,
    names_files: bool,
    /// The quality of the only assessment, if there is only one.
    only: Option<Quality>,
    progress: Progress,
    lang: Lang,
    tally: Tally,
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.value() {
            Ok(value) => {
                self.tally.done += 1;
                let quality = self.batch.add_value(&value);
                if let Some(lines) = &mut self.lines {
                    writeln!(lines, "{}", answer_line(record, "quality", quality.to_json(self.lang), self.names_files))?;
                }
                self.only = Some(quality).filter(|_| self.tally.done == 1 && !record.is_one_of_many);
            }
            Err(refusal) => match &mut self.lines {
                Some(lines) => {
                    self.tally.refused += 1;
                    writeln!(lines, "{}", refused_line(record, &refusal, self.lang))?;
                }
                None => self.progress.aside(|| self.tally.refuse(record, &refusal, self.lang)),
            },
        }
        self.progress.step();
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        if let Some(lines) = &mut self.lines {
            writeln!(lines, "{}", unread_line(unread, self.lang))?;
        }
        self.tally.unread(unread, self.lang);
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        if let Some(lines) = &mut self.lines {
            lines.flush()?;
        }
        Ok(())
    }
}

impl Work<'_> {
    /// Prints the result at the end, unless nothing could be read.
    fn finish(mut self, format: Format) -> Result<Tally> {
        self.pause()?;
        drop(self.progress);
        let lang = self.lang;
        match (format, self.only) {
            (Format::Ndjson, _) => {}
            _ if self.tally.done == 0 => self.tally.print_refused()?,
            (_, Some(only)) => output::answer(format, || only.report(lang), || only.to_json(lang), lang)?,
            (_, None) => {
                let quality = self.batch.finish();
                output::answer(format, || quality.report(lang), || quality.to_json(lang), lang)?;
            }
        }
        Ok(self.tally)
    }
}
