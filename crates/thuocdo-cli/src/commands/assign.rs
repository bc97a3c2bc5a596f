//! `assign`: each school's own plan of its self-assessment.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Date, Framework, Lang};
use thuocdo_office::assign::{OWN_PLAN, OwnPlan, OwnPlanRequest, OwnPlans, PERSONS, fixed_tasks, own_plans, persons};
use thuocdo_office::report;
use thuocdo_practice::{Register, Registered};

use crate::args::{DeadlineArgs, Format, FrameworkArg, LetterArgs, by_ending_or, day, is_stdout, offered};
use crate::input::ledger::of_ledger;
use crate::input::{calendar, framework, register};
use crate::outcome::Outcome;
use crate::output::{self, PaperFolder, PaperFormat, write_file};
use crate::words::Word;

/// Arguments of `assign`.
#[derive(Debug, Args)]
#[command(after_help = "Shares out the days from Monday to Friday between the first day and the deadline of the report: a tenth to prepare, \
seven tenths to score (each mandatory condition one part, each criterion as many as it has indicators), a tenth to put the form together, a \
tenth to approve and report. Public holidays are not taken out.

The persons are a sheet with the columns person, role, parts and code (họ tên, chức vụ, mục, mã trường); only the first is needed. Parts are \
codes of groups, conditions and criteria, or names of steps: 1.3; 1.4; tổng hợp. Whoever has no parts shares what is left with the others. \
Without persons there is room for their names.

To change a plan by hand, write it as .xlsx, change persons and days there, put an x into the last column, and plan again with --keep: those \
rows stay.

Without a register the plan is that of the school that --body names.

Examples:
  thuocdo assign --begin 1/3/2027 -o ke-hoach.docx
  thuocdo assign --begin 1/3/2027 --register schools.xlsx -o plans
  thuocdo assign --begin 1/3/2027 --register schools.xlsx --code VD-01 \\
    --persons persons.xlsx -o ke-hoach.xlsx
  thuocdo assign --begin 1/3/2027 --register schools.xlsx --code VD-01 \\
    --keep ke-hoach.xlsx -o ke-hoach.docx")]
pub(crate) struct AssignArgs {
    /// The first day of the work, such as 1/3/2027
    #[arg(long, value_name = "DATE", value_parser = day)]
    begin: Date,

    /// The period [default: the school year of the first day]
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,

    /// The register of institutions: a plan for each
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,

    /// Only the plans of these institutions; several are separated by commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    code: Vec<String>,

    /// Who takes part, and in what
    #[arg(long, value_name = "FILE")]
    persons: Option<PathBuf>,

    /// A plan that was changed by hand: its rows with an x stay
    #[arg(long, value_name = "FILE")]
    keep: Option<PathBuf>,

    /// How to print: `table` for people, `json` the plans on one line
    #[arg(long, value_parser = offered(FORMATS), default_value = "table")]
    format: Format,

    /// Also write the plan of one institution (.xlsx, .docx, .html) or all as .json; or without an ending each as .xlsx and .docx into a folder
    #[arg(short, long, value_name = "FILE|FOLDER")]
    output: Option<PathBuf>,

    /// Overwrite files that are there
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    deadlines: DeadlineArgs,

    #[command(flatten)]
    letter: LetterArgs,

    #[command(flatten)]
    framework: FrameworkArg,
}

pub(crate) fn run(args: &AssignArgs, lang: Lang) -> Result<Outcome> {
    // Standard output has the plans already.
    let output = args.output.as_deref().filter(|path| !is_stdout(path));
    let target = output.map(|path| Target::of(path, lang).map(|target| (path, target))).transpose()?;
    let is_paper = matches!(target, Some((_, Target::Folder | Target::Paper(_))));
    // Without a register the body is the school, with or without a paper.
    let of_paper = LetterArgs { body: args.letter.body.clone().filter(|_| args.register.is_some()), ..args.letter.clone() };
    of_paper.needs_paper(is_paper, lang)?;
    let scorers = framework::scorer(&args.framework, lang)?;
    let framework = scorers.local().framework();
    let (register, outcome) = register::load_what_is_right(args.register.as_deref(), lang)?;
    let schools = args.schools(register.as_ref(), lang)?;
    if args.keep.is_some() && schools.len() != 1 {
        bail!(Word::PlanKeepsOne.template(lang));
    }
    let request = OwnPlanRequest {
        begin: args.begin,
        fixed: args.keep.as_deref().map_or(Ok(Vec::new()), |path| of_ledger(path, &OWN_PLAN, lang, |ledger| fixed_tasks(&ledger, framework)))?,
        period: args.period.clone(),
        persons: match &args.persons {
            Some(path) => of_ledger(path, &PERSONS, lang, |ledger| persons(&ledger, framework, register.as_ref()))?,
            None => Vec::new(),
        },
        schools,
    };
    let calendar = calendar::load(&args.deadlines, &scorers, lang)?;
    let plans = own_plans(&scorers, &calendar, &request, lang).map_err(|none| anyhow::anyhow!(none.message(lang)))?;
    output::answer(args.format, || plans.report(lang), || plans.to_json(), lang)?;
    if let Some((path, target)) = target {
        args.write(path, target, framework, &plans, lang)?;
    }
    Ok(outcome)
}

/// What the answer may be.
const FORMATS: &[Format] = &[Format::Table, Format::Json];

impl AssignArgs {
    /// The institutions to plan for: those of the register, or the codes that are typed; without a register the one that --body names.
    fn schools(&self, register: Option<&Register>, lang: Lang) -> Result<Vec<Registered>> {
        let Some(register) = register else {
            if !self.code.is_empty() {
                bail!(Word::GoesWith.say(lang, &[("argument", &"--code"), ("other", &"--register")]));
            }
            return Ok(vec![Registered { name: self.letter.body.clone(), ..Registered::default() }]);
        };
        if self.code.is_empty() {
            return Ok(register.institutions().to_vec());
        }
        let find = |code: &String| match register.find(code) {
            Some(school) => Ok(school.clone()),
            None => bail!(Word::NoSuchSchool.say(lang, &[("code", code)])),
        };
        self.code.iter().map(find).collect()
    }

    fn write(&self, path: &Path, target: Target, framework: &Framework, plans: &OwnPlans, lang: Lang) -> Result<()> {
        let paper = |plan: &OwnPlan| report::own_plan(framework, plans, plan, &self.letter.letter(), lang);
        let only = || match plans.plans.as_slice() {
            [plan] => Ok(plan),
            several => bail!(Word::PlanOfOne.say(lang, &[("count", &several.len())])),
        };
        match target {
            Target::Json => write_file(path, format!("{}\n", plans.to_json()).as_bytes(), self.force, lang),
            Target::Paper(format) => format.write(&paper(only()?), path, self.force, lang),
            Target::Xlsx => write_file(path, &plans.workbook(only()?, lang)?, self.force, lang),
            Target::Folder => {
                let mut folder = PaperFolder::new(path.to_owned(), PaperFormat::Docx, self.force, lang);
                for plan in &plans.plans {
                    let code = plan.code.as_deref().unwrap_or_default();
                    folder.add_bytes("ke-hoach", code, "xlsx", plans.workbook(plan, lang)?);
                    folder.add("ke-hoach", code, &paper(plan))?;
                }
                folder.deliver()
            }
        }
    }
}

/// What the plans are written as.
#[derive(Clone, Copy)]
enum Target {
    Folder,
    Json,
    Paper(PaperFormat),
    Xlsx,
}

impl Target {
    /// By the ending of a name.
    fn of(path: &Path, lang: Lang) -> Result<Target> {
        let papers = PaperFormat::ENDINGS.map(|(ending, format)| (ending, Target::Paper(format)));
        let offered = [&[("xlsx", Target::Xlsx), ("json", Target::Json)][..], &papers].concat();
        by_ending_or(path, &offered, Target::Folder, lang)
    }
}
