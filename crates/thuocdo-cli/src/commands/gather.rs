//! `gather`: all forms of a folder in one file.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::{Lang, Stream};
use thuocdo_office::folder::{Folder, RefusedRow};
use thuocdo_office::gather::{Gathered, Layout};

use super::year::must_be_outside;
use crate::args::{FrameworkArg, by_ending, is_stdout, named, word};
use crate::input::{folder, framework};
use crate::outcome::Outcome;
use crate::output::{must_be_free, write_file};
use crate::terminal::{stderr, stdout};
use crate::words::Word;

/// Arguments of `gather`.
#[derive(Debug, Args)]
#[command(after_help = "Reads a folder as `thuocdo year` does, and writes its forms as one file that every command reads. A form \
that does not say who assessed, or of which school year it is, gets what the name of its folder or file says. Forms that are \
refused are named, and stop no other. Each form says its file and its sheet: in columns of a CSV or workbook, beside the assessment in a \
line of NDJSON.

Exit status: 0 nothing was refused; 1 something was; 2 wrong usage, or a file that cannot be written.

Examples:
  thuocdo gather phieu/ -o phieu.ndjson
  thuocdo gather phieu/ --stream external -o danh-gia-ngoai.csv
  thuocdo gather phieu/ --layout long -o phieu.xlsx")]
pub(crate) struct GatherArgs {
    /// The folder; several are read as one, and files may stand among them
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,

    /// Only the forms of this stream
    #[arg(long, value_name = "STREAM", value_parser = word(Stream::WORDS))]
    stream: Option<Stream>,

    /// A row for each form (`wide`), or for each answer with its note and evidence (`long`); in CSV and workbooks
    #[arg(long, value_name = "LAYOUT", default_value = "wide", value_parser = word(Layout::WORDS))]
    layout: Layout,

    /// What to write; else by the ending of FILE, or NDJSON
    #[arg(long, value_enum)]
    format: Option<GatherFormat>,

    /// File to write, .ndjson, .csv or .xlsx; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite the file if it is there
    #[arg(long, requires = "output")]
    force: bool,

    /// The id of the set of indicators that tables were filled in by, where they have no column `framework`
    #[arg(long, value_name = "ID")]
    filled_by: Option<String>,

    #[command(flatten)]
    framework: FrameworkArg,
}

/// What gathered forms are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GatherFormat {
    /// An assessment a line
    Ndjson,
    /// A table
    Csv,
    /// A workbook
    Xlsx,
}

pub(crate) fn run(args: &GatherArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.framework, lang)?;
    let format = args.format(lang)?;
    let folders = folder::expanded(&args.folders, lang)?;
    let file = args.output.as_deref().filter(|path| !is_stdout(path));
    if let Some(file) = file {
        must_be_outside(file, &folders, lang)?;
        must_be_free(file, args.force, lang)?;
    }
    let found = folder::read(&folders, None, args.filled_by.as_deref(), &scorers, lang)?;
    let gathered = Gathered::of(&found, scorers.local().framework(), args.stream);
    if args.layout == Layout::Wide && format != GatherFormat::Ndjson && gathered.has_evidence() {
        stderr::note(Word::WideHasNoEvidence.template(lang));
    }
    let bytes = match format {
        GatherFormat::Ndjson => gathered.ndjson().into_bytes(),
        GatherFormat::Csv => gathered.csv(args.layout, lang).into_bytes(),
        GatherFormat::Xlsx => gathered.xlsx(args.layout, lang)?,
    };
    match &args.output {
        Some(path) => write_file(path, &bytes, args.force, lang)?,
        None => stdout::all(&bytes)?,
    }
    tell(&found, lang);
    if file.is_some() {
        stderr::note(&Word::GatheredCount.say(lang, &[("count", &gathered.len())]));
    }
    Ok(Outcome::of(found.refused.len() as u64))
}

/// Prints what was refused, file by file.
fn tell(found: &Folder, lang: Lang) {
    for row in &found.refused {
        stderr::say(&RefusedRow::line(row, lang));
    }
}

impl GatherArgs {
    fn format(&self, lang: Lang) -> Result<GatherFormat> {
        const ENDINGS: [(&str, GatherFormat); 4] =
            [("ndjson", GatherFormat::Ndjson), ("jsonl", GatherFormat::Ndjson), ("csv", GatherFormat::Csv), ("xlsx", GatherFormat::Xlsx)];
        match (self.format, named(self.output.as_deref()).map(|path| by_ending(path, &ENDINGS, lang))) {
            (Some(format), Some(Ok(of_name))) if format != of_name => bail!(Word::FormatContradicts.template(lang)),
            (Some(GatherFormat::Xlsx), None) if stdout::is_seen() => bail!(Word::WorkbookNeedsFile.template(lang)),
            (Some(format), _) | (None, Some(Ok(format))) => Ok(format),
            (None, Some(Err(refused))) => Err(refused),
            (None, None) => Ok(GatherFormat::Ndjson),
        }
    }
}
