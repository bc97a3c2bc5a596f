//! `course`: one institution over years.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::text::Block;
use thuocdo::{Lang, LocalScorer, Scorecard};
use thuocdo_practice::course;

use crate::args::{Format, InputArgs, OutputArgs, ScoreOf, offered};
use crate::input::file::Unmarked;
use crate::input::{self, Record, Unread, Visitor, framework, register};
use crate::outcome::Outcome;
use crate::output::refusal::refused_list;
use crate::output::{self, Origins, Tally};
use crate::words::Word;

/// Arguments of `course`.
#[derive(Debug, Args)]
#[command(after_help = "Reads assessments or scorecards of one institution, one for each period, in any order and from any \
number of files. The register tells which institutions were merged, split or renamed; cards of predecessors are set beside, not compared:
  { \"institutions\": [ { \"code\": \"A\", \"type\": \"primary\", \"authority\": \"…\" } ],
    \"changes\": [ { \"on\": \"2025-07-01\", \"kind\": \"merged\", \"from\": [\"B\", \"C\"], \"to\": [\"A\"] } ] }

Examples:
  thuocdo course 2022.json 2023.json 2024.json
  thuocdo course school.ndjson --register register.json --format json")]
pub(crate) struct CourseArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// The register of institutions, and what became of them
    #[arg(long, value_name = "FILE")]
    pub(crate) register: Option<PathBuf>,

    /// With overlays: whether to follow the local results, or the national ones
    #[arg(long, value_enum, default_value_t = ScoreOf::Local)]
    pub(crate) of: ScoreOf,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

pub(crate) fn run(args: &CourseArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let register = register::load(args.register.as_deref(), lang)?;
    let format = args.to.format(args.format, FORMATS, lang)?;
    let mut work = Work { scorers: &scorers, of: args.of, lang, cards: Vec::new(), origins: Origins::default(), tally: Tally::of(format), unread: 0 };
    let all_read = input::go_on(input::read(&args.input, Unmarked::Look, &scorers, lang, &mut work))?;
    let outcome = work.tally.finish(lang);
    if work.cards.is_empty() && (all_read.is_err() || outcome != Outcome::Done) {
        work.tally.print_refused()?;
        all_read?;
        return Ok(Outcome::SomeRefused);
    }
    let course = match course(register.as_ref(), &work.cards) {
        Ok(course) => course,
        Err(violations) => {
            work.origins.tell(&violations, lang);
            work.tally.note(|| refused_list(&violations, lang));
            work.tally.print_refused()?;
            all_read?;
            return Ok(Outcome::SomeRefused);
        }
    };
    let report = || {
        let mut report = course.report(args.of.scorer(&scorers).framework(), lang);
        // A course without the refused years would else hide the gap.
        let left_out = work.tally.refused + work.unread;
        let line = (left_out > 0).then(|| Block::Line(Word::CourseLeavesOut.say(lang, &[("count", &left_out)])));
        report.blocks.splice(0..0, line);
        report
    };
    output::answer(format, report, || course.to_json(), lang)?;
    all_read?;
    Ok(outcome)
}

struct Work<'a> {
    scorers: &'a LocalScorer,
    of: ScoreOf,
    lang: Lang,
    cards: Vec<Scorecard>,
    origins: Origins,
    tally: Tally,
    /// How many files could not be read.
    unread: u64,
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.card(self.scorers, self.of) {
            Ok(card) => {
                self.tally.done += 1;
                self.cards.push(card);
                self.origins.push(record);
            }
            Err(refusal) => self.tally.refuse(record, &refusal, self.lang),
        }
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.unread += 1;
        self.tally.unread(unread, self.lang);
        Ok(())
    }
}
