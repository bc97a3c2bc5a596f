//! `schedule`: a plan of external assessments.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use thuocdo::{Date, Lang};
use thuocdo_office::report;
use thuocdo_office::schedule::{PANELS, PLAN, ScheduleRequest, fixed_visits, panel_teams, schedule};

use crate::args::{DeadlineArgs, FolderArgs, Format, FrameworkArg, LetterArgs, by_ending, day, is_stdout, offered};
use crate::input::ledger::of_ledger;
use crate::input::{framework, year};
use crate::outcome::Outcome;
use crate::output::{self, PaperFormat, must_be_free, write_file};
use crate::terminal::stdout;

/// Arguments of `schedule`.
#[derive(Debug, Args)]
#[command(after_help = "Finds for every institution that is not assessed yet a day and a panel of external assessors. Those whose level or \
points moved much since last year, who lack evidence or whose data show signals come first; panels have as much to do, and assess nobody \
with whom they have a conflict of interest. Each visit says why it is where it is.

The panels are a sheet with the columns panel, members, days, conflicts and per day (đoàn, thành viên, ngày, tránh, mỗi ngày). Days are \
14/6/2027; 16/6/2027, or 14/6/2027 đến 18/6/2027 without weekends. Conflicts are codes of institutions and names of authorities.

To change the plan by hand, write it as .xlsx, change days and panels there, put an x into the last column, and plan again with --keep: \
those rows stay.

As .docx or .html it is the Kế hoạch to print and sign: basis, aim, panels with their members, the visits with their reasons, who does what. \
It is a draft until --number is given.

Exit status: 0 every institution has a visit; 1 some have none; 2 wrong usage, or a file that cannot be read or written.

Examples:
  thuocdo schedule year-2026-2027 --panels panels.xlsx --as-of 1/6/2027
  thuocdo schedule year-2026-2027 --panels panels.xlsx \\
    --as-of 1/6/2027 -o plan.xlsx
  thuocdo schedule year-2026-2027 --panels panels.xlsx \\
    --as-of 3/6/2027 --keep plan.xlsx -o plan.ics
  thuocdo schedule year-2026-2027 --panels panels.xlsx \\
    --as-of 3/6/2027 --keep plan.xlsx -o ke-hoach.docx")]
pub(crate) struct ScheduleArgs {
    #[command(flatten)]
    folder: FolderArgs,

    /// The panels: who, which days, conflicts of interest
    #[arg(long, value_name = "FILE")]
    panels: PathBuf,

    /// The day to look at, such as 1/6/2027; nobody is visited before it
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,

    /// A plan that was changed by hand: its rows with an x stay
    #[arg(long, value_name = "FILE")]
    keep: Option<PathBuf>,

    /// How to print: `table` for people, the plan as `json` on one line or as an `xlsx` workbook
    #[arg(long, value_parser = offered(FORMATS), default_value = "table")]
    format: Format,

    /// Also write the plan, by the ending of FILE: .xlsx, .ics, .json, or .docx or .html to print
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    deadlines: DeadlineArgs,

    #[command(flatten)]
    letter: LetterArgs,

    #[command(flatten)]
    framework: FrameworkArg,
}

pub(crate) fn run(args: &ScheduleArgs, lang: Lang) -> Result<Outcome> {
    output::needs_file(args.format, lang)?;
    // Standard output has the plan already.
    let output = args.output.as_deref().filter(|path| !is_stdout(path));
    let target = output.map(|path| Target::of(path, lang).map(|target| (path, target))).transpose()?;
    args.letter.needs_paper(matches!(target, Some((_, Target::Paper(_)))), lang)?;
    if let Some(path) = output {
        must_be_free(path, args.force, lang)?;
    }
    let scorers = framework::scorer(&args.framework, lang)?;
    let (found, year) = year::load(&args.folder, &args.deadlines, args.as_of, &scorers, lang)?;
    let register = found.register.as_ref();
    let panels = of_ledger(&args.panels, &PANELS, lang, |ledger| panel_teams(&ledger, &year))?;
    let fixed = match &args.keep {
        Some(path) => of_ledger(path, &PLAN, lang, |ledger| fixed_visits(&ledger, &panels, register))?,
        None => Vec::new(),
    };
    let request = ScheduleRequest::of(&year, register, panels, fixed);
    let plan = schedule(&request, lang);
    match args.format {
        Format::Xlsx => stdout::all(&plan.workbook(args.as_of, lang)?)?,
        format => output::answer(format, || plan.report(lang), || plan.to_json(), lang)?,
    }
    if let Some((path, target)) = target {
        let file = |bytes: &[u8]| write_file(path, bytes, args.force, lang);
        match target {
            Target::Ics => file(plan.ics(args.as_of, lang).as_bytes())?,
            Target::Json => file(format!("{}\n", plan.to_json()).as_bytes())?,
            Target::Xlsx => file(&plan.workbook(args.as_of, lang)?)?,
            Target::Paper(format) => {
                let paper = report::visits(scorers.local().framework(), &plan, &request.panels, &year, &args.letter.letter(), lang);
                format.write(&paper, path, args.force, lang)?;
            }
        }
    }
    Ok(Outcome::of(plan.unplaced.len() as u64))
}

/// What the answer may be.
const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

/// What the plan is written as.
#[derive(Clone, Copy)]
enum Target {
    Ics,
    Json,
    Paper(PaperFormat),
    Xlsx,
}

impl Target {
    /// By the ending of a file.
    fn of(path: &Path, lang: Lang) -> Result<Target> {
        let plans = [("xlsx", Target::Xlsx), ("ics", Target::Ics), ("json", Target::Json)];
        let papers = PaperFormat::ENDINGS.map(|(ending, format)| (ending, Target::Paper(format)));
        by_ending(path, &[&plans[..], &papers].concat(), lang)
    }
}
