//! `framework impact`: what another set of indicators changes for schools.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::{Lang, LocalScorer};
use thuocdo_practice::Impact;

use crate::args::{DEFAULT_FRAMEWORK, Format, InputFormat, OutputArgs, OverlayArg, ScoreOf, offered};
use crate::input::file::Unmarked;
use crate::input::{self, How, Record, Refusal, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::{self, Tally};
use crate::terminal::Progress;

/// Arguments of `framework impact`.
#[derive(Debug, Args)]
pub(crate) struct ImpactArgs {
    /// Files, folders or patterns with assessments or scorecards of the first set of indicators; `-`, or none at all, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// What the files are; else told by their ending, or by their first line
    #[arg(long, value_enum)]
    input_format: Option<InputFormat>,

    /// The first set of indicators: the id of one that ships, or a file
    #[arg(long, value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
    from: String,

    /// What is laid over the first one; given several times, each is laid on what those before it made
    #[arg(long, value_name = "FILE")]
    from_overlay: Vec<PathBuf>,

    /// The second set of indicators: the id of one that ships, or a file
    #[arg(long, value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
    to: String,

    /// What is laid over the second one; given several times, each is laid on what those before it made
    #[arg(long, value_name = "FILE")]
    to_overlay: Vec<PathBuf>,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to_file: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Csv, Format::Xlsx];

pub(crate) fn run(args: &ImpactArgs, lang: Lang) -> Result<Outcome> {
    let scorers = |name: &str, files: &[PathBuf]| framework::scorer_of(name, &OverlayArg { files: files.to_vec() }, lang);
    let (from, to) = (scorers(&args.from, &args.from_overlay)?, scorers(&args.to, &args.to_overlay)?);
    let format = args.to_file.format(args.format, FORMATS, lang)?;
    let impact = Impact::new(from.local(), to.local());
    let mut work = Work { from: &from, impact, lang, progress: Progress::before_the_result(lang), tally: Tally::of(format) };
    let how = How { format: args.input_format, unmarked: Unmarked::Look, filled_by: Some(&from.local().framework().id), has_claims: false };
    let read = input::read_files_or_stdin(&args.files, how, &from, lang, &mut work);
    let Work { impact, progress, mut tally, .. } = work;
    drop(progress);
    if tally.done == 0 {
        tally.print_refused()?;
    } else {
        let found = impact.finish();
        output::answer_in_short(format, || found.screen(lang), || found.report(lang), || found.to_json(), lang)?;
    }
    let outcome = tally.finish(lang);
    read?;
    Ok(outcome)
}

struct Work<'s> {
    from: &'s LocalScorer,
    impact: Impact<'s>,
    lang: Lang,
    progress: Progress,
    tally: Tally,
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        let added = record.card(self.from, ScoreOf::Local).and_then(|card| self.impact.add(&card, record.is_card()).map_err(Refusal::Facts));
        match added {
            Ok(()) => self.tally.done += 1,
            Err(refusal) => self.progress.aside(|| self.tally.refuse(record, &refusal, self.lang)),
        }
        self.progress.step();
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.tally.unread(unread, self.lang);
        Ok(())
    }
}
