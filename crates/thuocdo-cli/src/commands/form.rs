//! `form`: a blank form to fill in.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::Lang;
use thuocdo_tables::{blank_csv, blank_json, blank_xlsx};

use crate::args::{FrameworkArg, by_ending_or};
use crate::input::framework;
use crate::outcome::Outcome;
use crate::output::{self};
use crate::terminal::stdout;
use crate::words::Word;

/// Arguments of `form`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  thuocdo form -o form.xlsx
  thuocdo form --format csv > schools.csv")]
pub(crate) struct FormArgs {
    /// What to make; else told by the ending of FILE
    #[arg(long, value_enum)]
    pub(crate) format: Option<FormFormat>,

    /// File to write; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

/// What blank forms there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormFormat {
    /// One assessment with every code, all unanswered
    Json,
    /// A header with every code, titles above it
    Csv,
    /// A workbook for people
    Xlsx,
}

pub(crate) fn run(args: &FormArgs, lang: Lang) -> Result<Outcome> {
    if let Some(path) = &args.output {
        by_ending_or(path, &[("xlsx", ()), ("csv", ()), ("json", ())], (), lang)?;
    }
    let framework = framework::local(&args.framework, lang)?;
    let format = format(args, lang)?;
    if format == FormFormat::Xlsx && args.output.is_none() && io::stdout().is_terminal() {
        bail!(Word::WorkbookNeedsFile.template(lang));
    }
    let bytes = match format {
        FormFormat::Json => blank_json(&framework).into_bytes(),
        FormFormat::Csv => blank_csv(&framework, lang),
        FormFormat::Xlsx => blank_xlsx(&framework, lang)?,
    };
    if let Some(path) = &args.output {
        output::write_file(path, &bytes, args.force, lang)?;
    } else {
        stdout::all(&bytes)?;
    }
    Ok(Outcome::Done)
}

/// What is asked for, by name or by the ending of the file; both must agree.
fn format(args: &FormArgs, lang: Lang) -> Result<FormFormat> {
    let ending = args.output.as_deref().and_then(Path::extension).and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let by_ending = match ending.as_deref() {
        Some("json") => Some(FormFormat::Json),
        Some("csv") => Some(FormFormat::Csv),
        Some("xlsx") => Some(FormFormat::Xlsx),
        _ => None,
    };
    match (args.format, by_ending) {
        (Some(named), Some(ending)) if named != ending => bail!(Word::FormatContradicts.template(lang)),
        (Some(format), _) | (None, Some(format)) => Ok(format),
        (None, None) => bail!(Word::WhichFormat.template(lang)),
    }
}
