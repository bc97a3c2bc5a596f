//! What goes out: scorecards and reports, for people or for machines, and what was refused.

mod cards;
mod cases;
mod compact;
mod csv;
mod each;
mod file;
mod framework;
mod full;
mod names;
mod origins;
mod paper;
mod parts;
mod people;
pub(crate) mod refusal;
mod report;
mod tally;
mod twice;

use std::io::Write;

use anyhow::Result;
use clap::ValueEnum;
use thuocdo::{Lang, LocalScorer, Report};

use self::cards::{Many, One};
use self::csv::CardRows;
use self::people::Tables;
use crate::args::{ReportFormat, ScoreOf};
use crate::terminal::stdout;

pub(crate) use self::cases::{Item, write_many};
pub(crate) use self::each::Output;
pub(crate) use self::file::{write_file, write_text};
pub(crate) use self::framework::show;
pub(crate) use self::full::heading;
pub(crate) use self::names::FileNames;
pub(crate) use self::origins::Origins;
pub(crate) use self::paper::{PaperFolder, PaperFormat};
pub(crate) use self::report::write as write_report;
pub(crate) use self::tally::Tally;
pub(crate) use self::twice::Twice;

/// How scorecards are printed.
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

/// The output of a format.
pub(crate) fn open<'a>(format: ScoreFormat, scorers: &'a LocalScorer, of: ScoreOf, lang: Lang) -> Result<Box<dyn Output + 'a>> {
    let (framework, national) = (of.scorer(scorers).framework(), scorers.national().framework());
    Ok(match format {
        ScoreFormat::Table => Box::new(Tables::new(framework, national, lang)),
        ScoreFormat::Json => Box::new(One::new(lang)),
        ScoreFormat::Ndjson => Box::new(Many::new(lang)),
        ScoreFormat::Csv => Box::new(CardRows::open(framework, lang)?),
    })
}

/// Prints one result, for people or as JSON; only what is printed is made.
pub(crate) fn print(format: ReportFormat, report: impl FnOnce() -> Report, json: impl FnOnce() -> String) -> Result<()> {
    match format {
        ReportFormat::Table => print_report(&report()),
        ReportFormat::Json => stdout::one_line(&json()),
    }
}

/// Prints a report for people.
pub(crate) fn print_report(report: &Report) -> Result<()> {
    let mut out = stdout::styled();
    write_report(&mut out, report)?;
    Ok(out.flush()?)
}
