//! `score`: points, levels and recognition.

use anyhow::Result;
use clap::{Args, ValueEnum};
use thuocdo::{Lang, Scorer};

use crate::args::{InputArgs, long_help};
use crate::input::file::Unmarked;
use crate::input::{self, Record, Visitor};
use crate::output::{self, Output};
use crate::progress::Progress;
use crate::{Outcome, framework, refusal};

/// Arguments of `score`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo score --help", after_long_help = long_help!("Examples:
  thuocdo score school.json
  thuocdo score form.xlsx --lang en
  thuocdo score schools.csv --format csv > levels.csv
  thuocdo score --format ndjson < schools.ndjson > scorecards.ndjson"))]
pub(crate) struct ScoreArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// How to print: `table` for people, `json` for one scorecard, `ndjson` a scorecard or refusal a line, `csv` a row a school
    #[arg(long, value_enum, default_value_t = ScoreFormat::Table)]
    pub(crate) format: ScoreFormat,
}

/// How `score` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScoreFormat {
    /// For people
    Table,
    /// One scorecard
    Json,
    /// A scorecard or a refusal a line
    Ndjson,
    /// A row a school
    Csv,
}

pub(crate) fn run(args: &ScoreArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let scorer = scorers.local();
    let mut work = Work { output: output::open(args.format, scorer, lang)?, scorer, progress: Progress::new(lang), scored: 0, refused: 0 };
    let read = input::read(&args.input, Unmarked::when(args.format == ScoreFormat::Ndjson), scorer, lang, &mut work);
    // What was scored before the input became unreadable has been asked for all the same.
    work.output.finish()?;
    drop(work.progress);
    refusal::count(work.refused, work.scored + work.refused, lang);
    read?;
    Ok(Outcome::of(work.refused))
}

struct Work<'a> {
    scorer: &'a Scorer,
    output: Box<dyn Output + 'a>,
    progress: Progress,
    scored: u64,
    refused: u64,
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.score(self.scorer) {
            Ok(card) => {
                self.scored += 1;
                self.output.scored(record, &card)?;
            }
            Err(refusal) => {
                self.refused += 1;
                self.output.refused(record, &refusal)?;
            }
        }
        self.progress.step();
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        self.output.flush()
    }
}
