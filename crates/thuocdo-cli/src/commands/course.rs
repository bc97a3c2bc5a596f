//! `course`: one institution over years.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::{Lang, Scorecard, Scorer};
use thuocdo_practice::course;

use crate::args::{InputArgs, ReportFormat};
use crate::input::file::Unmarked;
use crate::input::{self, Record, Visitor};
use crate::output::write_report;
use crate::refusal::Origins;
use crate::{Outcome, framework, refusal, register, stdout};

/// Arguments of `course`.
#[derive(Debug, Args)]
#[command(after_help = "Reads assessments or scorecards of one institution, one for each period, in any order and from any number of files.
The register tells which institutions were merged, split or renamed; cards of predecessors are set beside, not compared:
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

    /// How to print: `table` for people, `json` the course on one line
    #[arg(long, value_enum, default_value_t = ReportFormat::Table)]
    pub(crate) format: ReportFormat,
}

pub(crate) fn run(args: &CourseArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let scorer = scorers.local();
    let register = register::load(args.register.as_deref(), lang)?;
    let mut work = Work { scorer, lang, cards: Vec::new(), origins: Origins::default(), refused: 0 };
    input::read(&args.input, Unmarked::Look, scorer, lang, &mut work)?;
    refusal::count(work.refused, work.refused + work.cards.len() as u64, lang);
    if work.refused > 0 {
        // What is missing would be a gap that nobody sees.
        return Ok(Outcome::SomeRefused);
    }
    let course = match course(register.as_ref(), &work.cards) {
        Ok(course) => course,
        Err(violations) => {
            work.origins.tell(&violations, lang);
            return Ok(Outcome::SomeRefused);
        }
    };
    match args.format {
        ReportFormat::Json => {
            let mut out = stdout::raw();
            writeln!(out, "{}", course.to_json())?;
            out.flush()?;
        }
        ReportFormat::Table => {
            let mut out = stdout::styled();
            write_report(&mut out, &course.report(scorer.framework(), lang))?;
            out.flush()?;
        }
    }
    Ok(Outcome::Done)
}

struct Work<'a> {
    scorer: &'a Scorer,
    lang: Lang,
    cards: Vec<Scorecard>,
    origins: Origins,
    refused: u64,
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.card(self.scorer) {
            Ok(card) => {
                self.cards.push(card);
                self.origins.push(record);
            }
            Err(refusal) => {
                self.refused += 1;
                refusal::tell(record, &refusal, self.lang);
            }
        }
        Ok(())
    }
}
