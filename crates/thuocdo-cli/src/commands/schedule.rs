//! `schedule`: a plan of external assessments.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Date, Lang};
use thuocdo_office::schedule::{PANELS, PLAN, Schedule, ScheduleRequest, fixed_visits, panel_teams, schedule, to_visit};
use thuocdo_office::{Year, YearOptions};
use thuocdo_tables::{Fault, FileFormat, Ledger, LedgerKind, Unmarked, ledger, recognise};

use crate::args::{FolderArgs, Format, FrameworkArg, by_ending, day, is_stdout, offered};
use crate::input::{file, folder, framework};
use crate::outcome::Outcome;
use crate::output::{self, must_be_free, write_file};
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

Exit status: 0 every institution has a visit; 1 some have none; 2 wrong usage, or a file that cannot be read or written.

Examples:
  thuocdo schedule year-2026-2027 --panels panels.xlsx --as-of 1/6/2027
  thuocdo schedule year-2026-2027 --panels panels.xlsx \\
    --as-of 1/6/2027 -o plan.xlsx
  thuocdo schedule year-2026-2027 --panels panels.xlsx \\
    --as-of 3/6/2027 --keep plan.xlsx -o plan.ics")]
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

    /// Also write the plan, by the ending of FILE: .xlsx, .ics or .json
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    framework: FrameworkArg,
}

pub(crate) fn run(args: &ScheduleArgs, lang: Lang) -> Result<Outcome> {
    output::needs_file(args.format, lang)?;
    // Standard output has the plan already.
    let output = args.output.as_deref().filter(|path| !is_stdout(path));
    let target = output.map(|path| by_ending(path, &Target::ENDINGS, lang).map(|target| (path, target))).transpose()?;
    if let Some(path) = output {
        must_be_free(path, args.force, lang)?;
    }
    let scorers = framework::scorer(&args.framework, lang)?;
    let FolderArgs { folders, period, register } = &args.folder;
    let found = folder::read(&folder::expanded(folders, lang)?, register.as_deref(), None, &scorers, lang)?;
    let register = found.register.as_ref();
    let options = YearOptions { lang, period: period.clone(), ..YearOptions::on(args.as_of) };
    let year = Year::of(&found, &scorers, &options).map_err(|violations| anyhow::anyhow!(violations.lines(lang)))?;
    let mut panels = of_ledger(&args.panels, &PANELS, lang, |ledger| panel_teams(&ledger))?;
    for panel in &mut panels {
        panel.days.retain(|day| *day >= args.as_of);
    }
    let fixed = match &args.keep {
        Some(path) => of_ledger(path, &PLAN, lang, |ledger| fixed_visits(&ledger, register))?,
        None => Vec::new(),
    };
    let plan = schedule(&ScheduleRequest { fixed, panels, schools: to_visit(&year, register) }, lang);
    match args.format {
        Format::Xlsx => stdout::all(&Target::Xlsx.bytes(&plan, args.as_of, lang)?)?,
        format => output::answer(format, || plan.report(lang), || plan.to_json(), lang)?,
    }
    if let Some((path, target)) = target {
        write_file(path, &target.bytes(&plan, args.as_of, lang)?, args.force, lang)?;
    }
    Ok(Outcome::of(plan.unplaced.len() as u64))
}

/// What a function makes of the ledger of a file. Fails with every fault, each with its cell.
fn of_ledger<T>(path: &Path, kind: &'static LedgerKind, lang: Lang, make: impl FnOnce(Ledger) -> Result<T, Vec<Fault>>) -> Result<T> {
    let name = file::name(path, lang);
    let opened = recognise(file::source(path, lang)?, FileFormat::by_name(&name), Unmarked::Look).map_err(|fault| vec![fault]);
    match opened.and_then(|opened| ledger(opened, kind)).and_then(make) {
        Ok(of_sheet) => Ok(of_sheet),
        Err(faults) => {
            let lines: Vec<String> = faults.iter().map(|fault| format!("\n  {}", fault.line(lang))).collect();
            bail!("{name}:{}", lines.concat())
        }
    }
}

/// What the answer may be.
const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

/// What the plan is written as.
#[derive(Clone, Copy)]
enum Target {
    Ics,
    Json,
    Xlsx,
}

impl Target {
    const ENDINGS: [(&str, Target); 3] = [("xlsx", Target::Xlsx), ("ics", Target::Ics), ("json", Target::Json)];

    fn bytes(self, plan: &Schedule, as_of: Date, lang: Lang) -> Result<Vec<u8>> {
        Ok(match self {
            Target::Ics => plan.ics(as_of, lang).into_bytes(),
            Target::Json => format!("{}\n", plan.to_json()).into_bytes(),
            Target::Xlsx => plan.workbook(as_of, lang)?,
        })
    }
}
