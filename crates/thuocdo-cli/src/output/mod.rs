//! How results go out.

mod cards;
mod compact;
mod csv;
mod file;
mod full;
mod report;
mod style;
mod wrap;

use std::io::{self, Write};

use anyhow::Result;
use thuocdo::{Framework, Lang, LocalScorer, Report, Scorecard};

use self::cards::{Many, One};
use self::csv::Rows;
use crate::args::{ReportFormat, ScoreOf};
use crate::commands::score::ScoreFormat;
use crate::input::Record;
use crate::refusal::Refusal;
use crate::{refusal, stdout};

pub(crate) use self::file::{write_file, write_text};
pub(crate) use self::full::{heading, overlays};
pub(crate) use self::report::write as write_report;
pub(crate) use self::style::{TITLE, capital, print_table, right, table};
pub(crate) use self::wrap::wrapped;

/// Whoever prints scorecards and refusals, one by one.
pub(crate) trait Output {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()>;
    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()>;
    /// The same by the national framework, for whoever prints a whole card for people.
    fn national(&mut self, _: &Record<'_>, _: &Framework, _: &Scorecard) -> Result<()> {
        Ok(())
    }
    /// What has been printed is wanted now.
    fn flush(&mut self) -> Result<()>;
    /// That was all.
    fn finish(&mut self) -> Result<()> {
        self.flush()
    }
}

/// The output of a format.
pub(crate) fn open<'a>(format: ScoreFormat, scorers: &'a LocalScorer, of: ScoreOf, lang: Lang) -> Result<Box<dyn Output + 'a>> {
    let (framework, national) = (of.scorer(scorers).framework(), scorers.national().framework());
    Ok(match format {
        ScoreFormat::Table => Box::new(Tables { framework, national, lang, out: Box::new(stdout::styled()), compact: None, is_first: true }),
        ScoreFormat::Json => Box::new(One::new(lang)),
        ScoreFormat::Ndjson => Box::new(Many::new(lang)),
        ScoreFormat::Csv => Box::new(Rows::open(framework, lang)?),
    })
}

/// The answer to a line that was refused.
pub(crate) fn refused_line(record: &Record<'_>, refusal: &Refusal, lang: Lang) -> String {
    format!("{{\"line\":{},\"violations\":{}}}", record.line, refusal.to_json(record.cells, lang))
}

/// For people: a whole card where a file is one school, else a line a school.
struct Tables<'a> {
    framework: &'a Framework,
    /// What overlays were laid on, or the same.
    national: &'a Framework,
    lang: Lang,
    out: Box<dyn Write>,
    compact: Option<compact::Lines<'a>>,
    is_first: bool,
}

impl Output for Tables<'_> {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()> {
        if record.is_one_of_many {
            let (framework, lang) = (self.framework, self.lang);
            self.compact.get_or_insert_with(|| compact::Lines::new(framework, lang)).write(&mut self.out, card)?;
        } else {
            if !self.is_first {
                writeln!(self.out)?;
            }
            full::write(&mut self.out, self.framework, self.national, card, self.lang)?;
        }
        self.is_first = false;
        Ok(())
    }

    fn national(&mut self, record: &Record<'_>, framework: &Framework, card: &Scorecard) -> Result<()> {
        if !record.is_one_of_many {
            full::national(&mut self.out, framework, card, self.lang)?;
        }
        Ok(())
    }

    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()> {
        self.flush()?;
        refusal::tell(record, refusal, self.lang);
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }

    fn finish(&mut self) -> Result<()> {
        if let Some(lines) = &self.compact {
            lines.close(&mut self.out)?;
        }
        self.flush()
    }
}

/// Prints one result, for people or as JSON; only what is printed is made.
pub(crate) fn print(format: ReportFormat, report: impl FnOnce() -> Report, json: impl FnOnce() -> String) -> Result<()> {
    match format {
        ReportFormat::Table => {
            let mut out = stdout::styled();
            write_report(&mut out, &report())?;
            Ok(out.flush()?)
        }
        ReportFormat::Json => stdout::one_line(&json()),
    }
}

/// A line that ends, written whole.
fn line(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")
}
