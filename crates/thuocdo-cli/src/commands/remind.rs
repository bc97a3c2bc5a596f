//! `remind`: who has to do what, since when, and by which day.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Date, Lang};
use thuocdo_office::remind::Reminders;
use thuocdo_office::report::{self, RemindBy};

use crate::args::{DeadlineArgs, FolderArgs, Format, FrameworkArg, LetterArgs, by_ending_or, day, is_stdout, offered, word};
use crate::input::{framework, year};
use crate::outcome::Outcome;
use crate::output::{self, PaperFolder, PaperFormat, must_be_free, write_file};
use crate::terminal::{stderr, stdout};
use crate::words::Word;

/// Arguments of `remind`.
#[derive(Debug, Args)]
#[command(after_help = "Names every institution that has to send its form, mend it, report it, say which of two forms counts, or add \
required evidence; with the cell to mend, the deadline, and the address of the register. The list is for mail merge: a row for each thing \
that an institution is asked.

As .docx or .html it becomes letters (công văn đôn đốc), to each school or, with --by authority, to each authority about its schools: all in \
one file, each on pages of its own, or each in a file of a folder. A letter is a draft until --number is given.

Examples:
  thuocdo remind year-2026-2027 --as-of 20/5/2027
  thuocdo remind year-2026-2027 --as-of 20/5/2027 -o reminders.xlsx
  thuocdo remind year-2026-2027 --as-of 20/5/2027 -o reminders.csv
  thuocdo remind year-2026-2027 --as-of 20/5/2027 -o letters.docx
  thuocdo remind year-2026-2027 --as-of 20/5/2027 --by authority -o letters")]
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

    /// Also write the list (.xlsx, .csv, .json), or the letters: all of them as .docx or .html, or without an ending into a folder
    #[arg(short, long, value_name = "FILE|FOLDER")]
    output: Option<PathBuf>,

    /// Overwrite files that are there
    #[arg(long, requires = "output")]
    force: bool,

    /// To whom letters go: to each `school`, or to each `authority` about its schools [default: school]
    #[arg(long, value_name = "WHOM", value_parser = word(RemindBy::WORDS))]
    by: Option<RemindBy>,

    #[command(flatten)]
    letter: LetterArgs,

    #[command(flatten)]
    framework: FrameworkArg,
}

pub(crate) fn run(args: &RemindArgs, lang: Lang) -> Result<Outcome> {
    output::needs_file(args.format, lang)?;
    // Standard output has the list already.
    let output = args.output.as_deref().filter(|path| !is_stdout(path));
    let target = output.map(|path| Target::of(path, lang).map(|target| (path, target))).transpose()?;
    let is_of_letters = matches!(target, Some((_, Target::Folder | Target::Letters(_))));
    args.letter.needs_paper(is_of_letters, lang)?;
    if args.by.is_some() && !is_of_letters {
        bail!(Word::GoesWith.say(lang, &[("argument", &"--by"), ("other", &"-o .docx, .html")]));
    }
    if let Some((path, _)) = target.filter(|(_, target)| !matches!(target, Target::Folder)) {
        must_be_free(path, args.force, lang)?;
    }
    let scorers = framework::scorer(&args.framework, lang)?;
    let (found, year) = year::load(&args.folder, &args.deadlines, args.as_of, &scorers, lang)?;
    let reminders = Reminders::of(&year, found.register.as_ref());
    match args.format {
        Format::Csv => stdout::all(reminders.csv(lang).as_bytes())?,
        Format::Xlsx => stdout::all(&reminders.workbook(lang)?)?,
        format => output::answer(format, || reminders.report(lang), || reminders.to_json(), lang)?,
    }
    let Some((path, target)) = target else { return Ok(Outcome::Done) };
    let (framework, by, letter) = (scorers.local().framework(), args.by.unwrap_or_default(), args.letter.letter());
    match target {
        Target::Csv => write_file(path, reminders.csv(lang).as_bytes(), args.force, lang)?,
        Target::Json => write_file(path, format!("{}\n", reminders.to_json()).as_bytes(), args.force, lang)?,
        Target::Xlsx => write_file(path, &reminders.workbook(lang)?, args.force, lang)?,
        Target::Letters(format) => match report::reminders_together(framework, &reminders, by, &letter, lang) {
            Some(paper) => format.write(&paper, path, args.force, lang)?,
            None => stderr::note(Word::NoLetters.template(lang)),
        },
        Target::Folder if reminders.reminders.is_empty() => stderr::note(Word::NoLetters.template(lang)),
        Target::Folder => {
            let mut folder = PaperFolder::new(path.to_owned(), PaperFormat::Docx, args.force, lang);
            let letters = report::reminders(framework, &reminders, by, &letter, lang);
            letters.iter().try_for_each(|(to, paper)| folder.add("cong-van", to, paper))?;
            folder.deliver()?;
        }
    }
    Ok(Outcome::Done)
}

/// What the answer may be.
const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Csv, Format::Xlsx];

/// What is written.
#[derive(Clone, Copy)]
enum Target {
    Csv,
    /// A letter a file.
    Folder,
    Json,
    /// All letters in one file.
    Letters(PaperFormat),
    Xlsx,
}

impl Target {
    /// What to write, by the ending of the name.
    fn of(path: &Path, lang: Lang) -> Result<Target> {
        let lists = [("xlsx", Target::Xlsx), ("csv", Target::Csv), ("json", Target::Json)];
        let letters = PaperFormat::ENDINGS.map(|(ending, format)| (ending, Target::Letters(format)));
        by_ending_or(path, &[&lists[..], &letters].concat(), Target::Folder, lang)
    }
}
