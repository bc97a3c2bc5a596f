//! `remind`: who has to do what, since when, and by which day.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::{Date, Lang};
use thuocdo_office::remind::Reminders;
use thuocdo_office::{Year, YearOptions};

use crate::args::{DeadlineArgs, FolderArgs, Format, FrameworkArg, by_ending, day, is_stdout, offered};
use crate::input::{calendar, folder, framework};
use crate::outcome::Outcome;
use crate::output::{self, must_be_free, write_file};
use crate::terminal::stdout;

/// Arguments of `remind`.
#[derive(Debug, Args)]
#[command(after_help = "Names every institution that has to send its form, mend it, report it, say which of two forms counts, or add \
required evidence; with the cell to mend, the deadline, and the address of the register. The list is for mail merge: a row for each thing \
that an institution is asked.

Examples:
  thuocdo remind year-2026-2027 --as-of 20/5/2027
  thuocdo remind year-2026-2027 --as-of 20/5/2027 -o reminders.xlsx
  thuocdo remind year-2026-2027 --as-of 20/5/2027 -o reminders.csv")]
pub(crate) struct RemindArgs {
    #[command(flatten)]
    folder: FolderArgs,

    /// The day to look at, such as 20/5/2027: what was done later is not done yet
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,

    #[command(flatten)]
    deadlines: DeadlineArgs,

    /// How to print: `table` for people, the reminders as `json` on one line, as `csv` or as an `xlsx` workbook
    #[arg(long, value_parser = offered(FORMATS), default_value = "table")]
    format: Format,

    /// Also write the list, by the ending of FILE: .xlsx, .csv or .json
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    framework: FrameworkArg,
}

pub(crate) fn run(args: &RemindArgs, lang: Lang) -> Result<Outcome> {
    output::needs_file(args.format, lang)?;
    // Standard output has the list already.
    let output = args.output.as_deref().filter(|path| !is_stdout(path));
    let target = output.map(|path| by_ending(path, &ENDINGS, lang).map(|target| (path, target))).transpose()?;
    if let Some(path) = output {
        must_be_free(path, args.force, lang)?;
    }
    let scorers = framework::scorer(&args.framework, lang)?;
    let FolderArgs { folders, period, register } = &args.folder;
    let found = folder::read(&folder::expanded(folders, lang)?, register.as_deref(), None, &scorers, lang)?;
    let calendar = calendar::load(&args.deadlines, &scorers, lang)?;
    let options = YearOptions { calendar: Some(calendar), lang, period: period.clone(), ..YearOptions::on(args.as_of) };
    let year = Year::of(&found, &scorers, &options).map_err(|violations| anyhow::anyhow!(violations.lines(lang)))?;
    let reminders = Reminders::of(&year, found.register.as_ref());
    match args.format {
        Format::Csv => stdout::all(reminders.csv(lang).as_bytes())?,
        Format::Xlsx => stdout::all(&reminders.workbook(lang)?)?,
        format => output::answer(format, || reminders.report(lang), || reminders.to_json(), lang)?,
    }
    if let Some((path, target)) = target {
        let bytes = match target {
            Target::Csv => reminders.csv(lang).into_bytes(),
            Target::Json => format!("{}\n", reminders.to_json()).into_bytes(),
            Target::Xlsx => reminders.workbook(lang)?,
        };
        write_file(path, &bytes, args.force, lang)?;
    }
    Ok(Outcome::Done)
}

/// What the answer may be.
const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Csv, Format::Xlsx];

/// What the list is written as.
#[derive(Clone, Copy)]
enum Target {
    Csv,
    Json,
    Xlsx,
}

const ENDINGS: [(&str, Target); 3] = [("xlsx", Target::Xlsx), ("csv", Target::Csv), ("json", Target::Json)];
