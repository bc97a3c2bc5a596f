//! `sample`: invented assessments.

use std::io::Write;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::{Assessment, Lang};
use thuocdo_tables::FormColumn;

use crate::args::FrameworkArg;
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

    /// How to print; `json` takes one school
    #[arg(long, value_enum, default_value_t = SampleFormat::Ndjson)]
    pub(crate) format: SampleFormat,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

/// How `sample` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SampleFormat {
    /// One assessment
    Json,
    /// One assessment a line
    Ndjson,
    /// One assessment a row
    Csv,
}

pub(crate) fn run(args: &SampleArgs, lang: Lang) -> Result<Outcome> {
    if args.format == SampleFormat::Json && args.schools != 1 {
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
    match args.format {
        SampleFormat::Json | SampleFormat::Ndjson => lines(schools)?,
        SampleFormat::Csv => rows(&thuocdo_tables::columns(&framework), schools)?,
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
