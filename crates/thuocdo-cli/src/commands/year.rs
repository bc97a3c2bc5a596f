//! `year`: a folder of a department's year, as lists.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use thuocdo::{Date, Lang};
use thuocdo_office::year::{YearCsv, csv, workbook};
use thuocdo_practice::Keep;

use crate::args::{DeadlineArgs, FolderArgs, Format, FrameworkArg, by_ending_or, day, is_stdout, offered, word};
use crate::input::{folder, framework, year};
use crate::outcome::Outcome;
use crate::output::{self, must_be_free, write_file};
use crate::terminal::{stderr, stdout};
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

    /// How to print: `table` one screen for people; every list as `json` on one line, as `csv` tables or as an `xlsx` workbook
    #[arg(long, value_parser = offered(FORMATS), default_value = "table")]
    format: Format,

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

/// What the answer may be.
const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Csv, Format::Xlsx];

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
    let folders = folder::expanded(folders, lang)?;
    output::needs_file(args.format, lang)?;
    // Standard output has the answer already.
    let output = args.output.as_deref().filter(|path| !is_stdout(path));
    let target = output.map(|path| args.target(path, &folders, lang).map(|target| (path, target))).transpose()?;
    let found = folder::read(&folders, register.as_deref(), args.filled_by.as_deref(), &scorers, lang)?;
    let year = year::of(&found, &scorers, &year::options(&args.deadlines, args.as_of, period.as_ref(), args.keep, &scorers, lang)?)?;
    match args.format {
        Format::Json | Format::Ndjson => stdout::one_line(&year.to_json())?,
        Format::Csv => stdout::all(one_csv(&csv(&year)).as_bytes())?,
        Format::Xlsx => stdout::all(&workbook(&year)?)?,
        Format::Table | Format::Markdown | Format::Html | Format::Sql => {
            output::print_report(&year.report(lang))?;
            if target.is_none() && !year.todo.is_empty() {
                stderr::note(Word::EveryList.template(lang));
            }
        }
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
    fn target(&self, path: &Path, folders: &[PathBuf], lang: Lang) -> Result<Target> {
        must_be_outside(path, folders, lang)?;
        let target = match by_ending_or(path, &[("xlsx", Target::Xlsx), ("json", Target::Json), ("csv", Target::Csv)], Target::Folder, lang) {
            Err(_) if path.is_dir() => Target::Folder,
            target => target?,
        };
        if !matches!(target, Target::Folder) {
            must_be_free(path, self.force, lang)?;
        }
        Ok(target)
    }
}

/// Fails if a file to write is in a folder that is read.
pub(super) fn must_be_outside(path: &Path, folders: &[PathBuf], lang: Lang) -> Result<()> {
    match folders.iter().find(|folder| folder.is_dir() && is_within(path, folder)) {
        Some(folder) => bail!(Word::IntoTheFolder.say(lang, &[("file", &path.display()), ("folder", &folder.display())])),
        None => Ok(()),
    }
}

/// Whether a path that need not be there yet is in a folder.
fn is_within(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let there = path.ancestors().find_map(|above| if above == Path::new("") { Path::new(".").canonicalize() } else { above.canonicalize() }.ok());
    there.is_some_and(|there| there.starts_with(folder))
}
