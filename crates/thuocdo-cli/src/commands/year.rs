//! `year`: a folder of a department's year, as lists.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::{Date, Lang};
use thuocdo_office::year::{YearCsv, csv, workbook};
use thuocdo_office::{Year, YearOptions};
use thuocdo_practice::Keep;

use crate::args::{DeadlineArgs, FolderArgs, FrameworkArg, by_ending_or, day, word};
use crate::input::{calendar, folder, framework};
use crate::outcome::Outcome;
use crate::output::{self, write_file};
use crate::terminal::stdout;
use crate::words::Word;

/// Arguments of `year`.
#[derive(Debug, Args)]
#[command(after_help = "Reads a folder as people keep it, with the folders in it, in any order and under any names:
- the register: a spreadsheet or CSV with the columns code, name, type, authority, address for notices,
  predecessors and since when; or JSON;
- forms of self- and external assessment, .xlsx .ods .xls .csv .json .ndjson: which they are, the form
  says, or the name of its folder or file (danh-gia-ngoai, ĐGN, tự đánh giá);
- last year's forms or table: by their period, or by a name such as nam-truoc or 2025-2026;
- sheets of events: a row an event with code, act and day; or a row a school with a column of days
  for each act.

One file that cannot be read stops no other. Nothing is written into the folder.

Exit status: 0 nothing was refused; 1 something was, or a form repeats another; 2 wrong usage, or a file \
that cannot be written.

Examples:
  thuocdo year nam-hoc-2026-2027 --as-of 20/5/2027
  thuocdo year nam-hoc-2026-2027 --as-of 20/5/2027 -o so-theo-doi.xlsx
  thuocdo year nam-hoc-2026-2027 --as-of 20/5/2027 -o danh-sach/
  thuocdo year nam-hoc-2026-2027 --as-of 2027-05-20 --format json")]
pub(crate) struct YearArgs {
    #[command(flatten)]
    folder: FolderArgs,

    /// The day to look at, such as 20/5/2027: what was done later is not done yet
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,

    /// Of several assessments of one institution, period and stream: count the `first`, or the `last`; without it they are refused
    #[arg(long, value_name = "WHICH", value_parser = word(Keep::WORDS))]
    keep: Option<Keep>,

    #[command(flatten)]
    deadlines: DeadlineArgs,

    /// How to print: `table` one screen for people, `json` every list on one line, `csv` every list as a table
    #[arg(long, value_enum, default_value_t = YearFormat::Table)]
    format: YearFormat,

    /// Also write the lists: all into a workbook (.xlsx), JSON (.json) or one CSV (.csv), or each as a CSV into a folder
    #[arg(short, long, value_name = "FILE|FOLDER")]
    output: Option<PathBuf>,

    /// Overwrite files that are there
    #[arg(long, requires = "output")]
    force: bool,

    /// The id of the set of indicators that tables were filled in by, where they have no column `framework`
    #[arg(long, value_name = "ID")]
    filled_by: Option<String>,

    #[command(flatten)]
    framework: FrameworkArg,
}

/// How a year prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum YearFormat {
    /// One screen for people
    Table,
    /// Every list, canonical JSON on one line
    Json,
    /// Every list as a table
    Csv,
}

/// What the lists are written as.
#[derive(Clone, Copy)]
enum Target {
    Csv,
    Folder,
    Json,
    Xlsx,
}

pub(crate) fn run(args: &YearArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.framework, lang)?;
    let FolderArgs { folders, period, register } = &args.folder;
    folder::must_be_there(folders, lang)?;
    let target = args.output.as_deref().map(|path| args.target(path, lang).map(|target| (path, target))).transpose()?;
    let found = folder::read(folders, register.as_deref(), args.filled_by.as_deref(), &scorers, lang)?;
    let calendar = Some(calendar::load(&args.deadlines, &scorers, lang)?);
    let options = YearOptions { calendar, keep: args.keep, lang, period: period.clone(), ..YearOptions::on(args.as_of) };
    let year = Year::of(&found, &scorers, &options).map_err(|violations| anyhow::anyhow!(violations.lines(lang)))?;
    match args.format {
        YearFormat::Table => output::print_report(&year.report(lang))?,
        YearFormat::Json => stdout::one_line(&year.to_json())?,
        YearFormat::Csv => stdout::all(one_csv(&csv(&year)).as_bytes())?,
    }
    if let Some((path, target)) = target {
        let file = |bytes: &[u8]| write_file(path, bytes, args.force, lang);
        match target {
            Target::Xlsx => file(&workbook(&year)?)?,
            Target::Json => file(format!("{}\n", year.to_json()).as_bytes())?,
            Target::Csv => file(one_csv(&csv(&year)).as_bytes())?,
            Target::Folder => {
                fs::create_dir_all(path).with_context(|| Word::CannotWrite.say(lang, &[("file", &path.display())]))?;
                for list in csv(&year) {
                    write_file(&path.join(&list.file), list.text.as_bytes(), args.force, lang)?;
                }
            }
        }
    }
    Ok(Outcome::of((year.summary.refused + year.summary.duplicates).into()))
}

/// The lists one below the other, each below its name.
fn one_csv(lists: &[YearCsv]) -> String {
    let text = |list: &YearCsv| format!("{}\r\n{}", list.title, list.text.trim_start_matches('\u{feff}'));
    format!("\u{feff}{}", lists.iter().map(text).collect::<Vec<_>>().join("\r\n"))
}

impl YearArgs {
    /// What to write, by the ending of the name; never into a folder that is read, and over nothing that is there.
    fn target(&self, path: &Path, lang: Lang) -> Result<Target> {
        for folder in self.folder.folders.iter().filter(|folder| folder.is_dir()) {
            if is_within(path, folder) {
                bail!(Word::IntoTheFolder.say(lang, &[("file", &path.display()), ("folder", &folder.display())]));
            }
        }
        let target = match by_ending_or(path, &[("xlsx", Target::Xlsx), ("json", Target::Json), ("csv", Target::Csv)], Target::Folder, lang) {
            Err(_) if path.is_dir() => Target::Folder,
            target => target?,
        };
        if !matches!(target, Target::Folder) && !self.force && path.symlink_metadata().is_ok() {
            // Better known before the work than after it.
            bail!(Word::FileExists.say(lang, &[("file", &path.display())]));
        }
        Ok(target)
    }
}

/// Whether a path that need not be there yet is in a folder.
pub(super) fn is_within(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let there = path.ancestors().find_map(|above| if above == Path::new("") { Path::new(".").canonicalize() } else { above.canonicalize() }.ok());
    there.is_some_and(|there| there.starts_with(folder))
}
