//! What goes out: scorecards and reports, for people or for machines, and what was refused.

mod brief;
mod cards;
mod cases;
mod compact;
mod csv;
mod each;
mod file;
mod framework;
mod full;
mod origins;
mod paper;
mod parts;
mod people;
pub(crate) mod refusal;
mod report;
mod sheet;
mod tally;
mod twice;

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};
use thuocdo::{Lang, LocalScorer, Report};
use thuocdo_office::paper::Paper;
use thuocdo_tables::sheet::{of_report, workbook};

use self::cards::{Many, One};
use self::csv::CardRows;
use self::people::Tables;
use self::sheet::Sheet;
use crate::args::{Format, ScoreOf};
use crate::terminal::stdout;
use crate::words::Word;

pub(crate) use self::cases::{Item, write_many};
pub(crate) use self::each::Output;
pub(crate) use self::file::{Answered, is_there, must_be_free, write_file, write_text};
pub(crate) use self::framework::show;
pub(crate) use self::full::heading;
pub(crate) use self::origins::Origins;
pub(crate) use self::paper::{PaperFolder, PaperFormat};
pub(crate) use self::report::write as write_report;
pub(crate) use self::tally::Tally;
pub(crate) use self::twice::Twice;

/// How scorecards are printed, beside their format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'a> {
    /// With overlays: the local result, or the national one.
    pub(crate) of: ScoreOf,
    /// One school with every part.
    pub(crate) has_details: bool,
    /// Several files were named, so each result names its own.
    pub(crate) names_files: bool,
    /// The folder that was named, where nothing else was: people need not read it in every row.
    pub(crate) within: Option<&'a Path>,
}

/// The output of a format.
pub(crate) fn open<'a>(format: Format, scorers: &'a LocalScorer, shown: Shown<'a>, lang: Lang) -> Result<Box<dyn Output + Send + 'a>> {
    Ok(match format {
        Format::Table | Format::Markdown | Format::Html | Format::Sql => Box::new(Tables::new(scorers, shown, lang)),
        Format::Json => Box::new(One::new(lang)),
        Format::Ndjson => Box::new(Many::new(shown.names_files, lang)),
        Format::Csv => Box::new(CardRows::open(shown.of.scorer(scorers).framework(), shown.names_files, lang)?),
        Format::Xlsx => Box::new(Sheet::new(shown.of.scorer(scorers).framework(), lang)),
    })
}

/// Prints one result in a format; only what is printed is made.
pub(crate) fn answer(format: Format, report: impl FnOnce() -> Report, json: impl FnOnce() -> String, lang: Lang) -> Result<()> {
    match format {
        Format::Json | Format::Ndjson => stdout::one_line(&json()),
        Format::Xlsx => print_workbook(report(), lang),
        Format::Html => stdout::all(Paper::of_report(&report(), &format!("thuocdo {}", env!("CARGO_PKG_VERSION")), lang).html().as_bytes()),
        Format::Table | Format::Csv | Format::Markdown | Format::Sql => print_report(&report()),
    }
}

/// The same of a result with a list that may be long: a terminal gets the screen, and CSV the list, which is the last table of the report.
pub(crate) fn answer_in_short(
    format: Format,
    screen: impl FnOnce() -> Report,
    report: impl FnOnce() -> Report,
    json: impl FnOnce() -> String,
    lang: Lang,
) -> Result<()> {
    match format {
        Format::Csv => {
            stdout::all(of_report(report(), lang).last().map(|sheet| thuocdo_tables::sheet::csv(sheet, lang)).unwrap_or_default().as_bytes())
        }
        Format::Table => print_report(&screen()),
        _ => answer(format, report, json, lang),
    }
}

/// Prints a report as a workbook: a sheet for each table.
pub(crate) fn print_workbook(report: Report, lang: Lang) -> Result<()> {
    stdout::all(&workbook(&of_report(report, lang), None, lang)?)
}

/// Fails if the answer is a workbook that nobody asked to write to a file: a terminal cannot show it.
pub(crate) fn needs_file(format: Format, lang: Lang) -> Result<()> {
    if format == Format::Xlsx && stdout::is_seen() {
        bail!(Word::WorkbookNeedsFile.template(lang));
    }
    Ok(())
}

/// Prints a report for people.
pub(crate) fn print_report(report: &Report) -> Result<()> {
    let mut out = stdout::styled();
    write_report(&mut out, report)?;
    Ok(out.flush()?)
}
