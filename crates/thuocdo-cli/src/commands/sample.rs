//! `sample`: invented assessments.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Assessment, Lang};
use thuocdo_tables::FormColumn;

use crate::args::{Format, FrameworkArg, OutputArgs, offered};
use crate::input::framework;
use crate::outcome::Outcome;
use crate::sample::{Sampler, row};
use crate::terminal::{Progress, Rows, stdout};
use crate::words::Word;

/// Arguments of `sample`.
#[derive(Debug, Args)]
#[command(after_help = "The same seed makes the same schools on every machine. All of them are invented, and their names say so.

Example:
  thuocdo sample --schools 27005 --seed 1 > schools.ndjson")]
pub(crate) struct SampleArgs {
    /// How many schools
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub(crate) schools: u64,

    /// Which of the many possible samples
    #[arg(long, default_value_t = 0, value_name = "S")]
    pub(crate) seed: u64,

    /// How to answer; else by the ending of the file to write, else `ndjson`. `json` takes one school
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Ndjson, Format::Json, Format::Csv];

pub(crate) fn run(args: &SampleArgs, lang: Lang) -> Result<Outcome> {
    let format = args.to.format(args.format, FORMATS, lang)?;
    if format == Format::Json && args.schools != 1 {
        bail!(Word::JsonSampleTakesOne.template(lang));
    }
    let framework = framework::local(&args.framework, lang)?;
    let sampler = Sampler::new(&framework, args.seed);
    let mut progress = Progress::new(lang);
    // Ends when the reader has gone away.
    let schools = (1..=args.schools).take_while(|_| !stdout::is_closed()).map(|number| {
        progress.step();
        sampler.school(number)
    });
    match format {
        Format::Csv => rows(&thuocdo_tables::columns(&framework), schools)?,
        _ => lines(schools)?,
    }
    Ok(Outcome::Done)
}

fn lines(schools: impl Iterator<Item = Assessment>) -> Result<()> {
    let mut out = stdout::raw();
    for school in schools {
        writeln!(out, "{}", school.to_json())?;
    }
    Ok(out.flush()?)
}

fn rows(columns: &[FormColumn], schools: impl Iterator<Item = Assessment>) -> Result<()> {
    let mut rows = Rows::new();
    rows.write(columns.iter().map(|column| &column.name))?;
    for school in schools {
        rows.write(row(columns, &school))?;
    }
    Ok(rows.flush()?)
}
