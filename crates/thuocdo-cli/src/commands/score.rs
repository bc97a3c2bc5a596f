//! `score`: points, levels and recognition.

use anyhow::Result;
use clap::Args;
use thuocdo::{Lang, LocalScore, LocalScorer, Scorecard};
use thuocdo_practice::Whose;

use crate::args::{Format, InputArgs, OutputArgs, ScoreOf, long_help, offered};
use crate::input::file::unmarked;
use crate::input::{self, Record, Refusal, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::{self, Output, Shown, Tally, Twice};
use crate::terminal::Progress;

/// Arguments of `score`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo score --help", after_long_help = long_help!("Examples:
  thuocdo score school.json
  thuocdo score form.xlsx --details --lang en
  thuocdo score forms/ -o levels.xlsx
  thuocdo score 'forms/*.xlsx' --format csv > levels.csv
  thuocdo score --format ndjson < schools.ndjson > scorecards.ndjson
  thuocdo score school.json --overlay province.json --of national"))]
pub(crate) struct ScoreArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// Show every point of one school, and what each figure rests on
    #[arg(long)]
    pub(crate) details: bool,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,

    /// With overlays: whether to print the local result, or the national one
    #[arg(long, value_enum, default_value_t = ScoreOf::Local)]
    pub(crate) of: ScoreOf,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Ndjson, Format::Csv, Format::Xlsx];

pub(crate) fn run(args: &ScoreArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let format = args.to.format(args.format, FORMATS, lang)?;
    let within = match args.input.files.as_slice() {
        [folder] if folder.is_dir() => Some(folder.as_path()),
        _ => None,
    };
    let shown = Shown { of: args.of, has_details: args.details, names_files: input::are_several(&args.input.files), within };
    let output = output::open(format, &scorers, shown, lang)?;
    let mut work =
        Work { of: args.of, output, scorers: &scorers, progress: Progress::new(lang), tally: Tally::default(), twice: Twice::default(), lang };
    let read = input::read(&args.input, unmarked(format == Format::Ndjson), &scorers, lang, &mut work);
    // If the input becomes unreadable, what was scored before is printed all the same.
    work.output.finish()?;
    drop(work.progress);
    work.twice.finish(lang);
    let outcome = work.tally.finish(lang);
    read?;
    Ok(outcome)
}

struct Work<'a> {
    of: ScoreOf,
    scorers: &'a LocalScorer,
    output: Box<dyn Output + Send + 'a>,
    progress: Progress,
    tally: Tally,
    twice: Twice,
    lang: Lang,
}

impl Work<'_> {
    /// The scorecard to print, and the national one if it is printed beside.
    fn cards(&self, record: &Record<'_>) -> Result<(Scorecard, Option<Scorecard>), Refusal> {
        if self.scorers.overlays().is_empty() {
            return record.score(self.scorers.local()).map(|card| (card, None));
        }
        let LocalScore { local, national, .. } = record.score_by_both(self.scorers)?;
        Ok(if self.of == ScoreOf::Local { (local, Some(national)) } else { (national, None) })
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match self.cards(record) {
            Ok((card, national)) => {
                self.tally.done += 1;
                self.twice.note(record, Whose::of_card(&card), card.institution_code(), self.lang);
                self.output.scored(record, &card)?;
                if let Some(national) = national {
                    self.output.national(record, self.scorers.national(), &national)?;
                }
            }
            Err(refusal) => {
                self.tally.refused += 1;
                self.output.refused(record, &refusal)?;
            }
        }
        self.progress.step();
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.output.unread(unread)
    }

    fn pause(&mut self) -> Result<()> {
        self.output.flush()
    }
}
