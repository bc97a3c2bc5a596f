//! `remind`: who has to do what, since when, and by which day.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Date, Lang};
use thuocdo_office::remind::Reminders;
use thuocdo_office::{Year, YearOptions};

use super::schedule::read;
use crate::args::{FrameworkArg, ReportFormat, day};
use crate::input::{calendar, framework};
use crate::outcome::Outcome;
use crate::output::{self, write_file};
use crate::words::Word;

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
    /// The folder of the year: register, forms, sheets of events; several are read as one
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,

    /// The day to look at, such as 20/5/2027: what was done later is not done yet
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,

    /// The period to look at; else the latest that a form names and that has begun
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,

    /// The register of institutions, if it is not in the folder
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,

    /// The deadlines of the framework that hold, such as national
    #[arg(long, value_name = "SCOPE", conflicts_with = "calendar")]
    scope: Option<String>,

    /// The deadlines, in a file of their own
    #[arg(long, value_name = "FILE")]
    calendar: Option<PathBuf>,

    /// How to print: `table` for people, `json` the reminders on one line
    #[arg(long, value_enum, default_value_t = ReportFormat::Table)]
    format: ReportFormat,

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
    let target = args.output.as_deref().map(|path| Target::of(path, lang).map(|target| (path, target))).transpose()?;
    let scorers = framework::scorer(&args.framework, lang)?;
    let found = read(&args.folders, args.register.as_deref(), &scorers, lang)?;
    let calendar = calendar::load(args.calendar.as_deref(), args.scope.as_deref(), &scorers, lang)?;
    let options = YearOptions { calendar: Some(calendar), lang, period: args.period.clone(), ..YearOptions::on(args.as_of) };
    let year = Year::of(&found, &scorers, &options).map_err(|violations| anyhow::anyhow!(violations.lines(lang)))?;
    let reminders = Reminders::of(&year, found.register.as_ref());
    output::print(args.format, || reminders.report(lang), || reminders.to_json())?;
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

/// What the list is written as.
enum Target {
    Csv,
    Json,
    Xlsx,
}

impl Target {
    fn of(path: &Path, lang: Lang) -> Result<Target> {
        match path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase).as_deref() {
            Some("csv") => Ok(Target::Csv),
            Some("json") => Ok(Target::Json),
            Some("xlsx") => Ok(Target::Xlsx),
            _ => bail!(Word::WhichReminders.say(lang, &[("file", &path.display())])),
        }
    }
}
