//! `process`: where a case stands, and a case with one event more.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::{Assessment, Date, InstitutionType, Lang, LocalScorer, Scorer};
use thuocdo_practice::process::{Act, Calendar, Case, CaseInstitution, Event, Role};

use crate::args::{FrameworkArg, ReportFormat, by_ending_or, word};
use crate::input::file::{self, bytes};
use crate::input::{self, Record, Visitor, case, framework, register};
use crate::outcome::Outcome;
use crate::output::{self, refusal};
use crate::terminal::stderr;
use crate::words::Word;

/// Arguments of `process`.
#[derive(Debug, Args)]
#[command(after_help = "A case is one file: who and when, what was done on which day by whom, and both assessments.
Without --new or --add its state is printed; with them, the case that results.
Without CASE, --as-of tells which deadlines lie ahead.

Examples:
  thuocdo process --new --period 2023-2024 -o case.json \\
    --institution-code VD-0001
  thuocdo process case.json --add plan --on 2024-02-01 --role institution \\
    --body \"Trường …\" -o case.json
  thuocdo process case.json --add self_assess --on 2024-04-15 \\
    --role institution --body \"Trường …\" --assessment self.xlsx -o case.json
  thuocdo process case.json --as-of 2024-06-21
  thuocdo process case.json --scope hai-phong-2023
  thuocdo process --as-of 2024-05-20")]
pub(crate) struct ProcessArgs {
    /// The case; `-` is standard input
    #[arg(value_name = "CASE", required_unless_present_any = ["new", "as_of"], conflicts_with = "new")]
    case: Option<PathBuf>,

    /// The deadlines of the framework that hold, such as national
    #[arg(long, value_name = "SCOPE", conflicts_with = "calendar")]
    scope: Option<String>,

    /// The deadlines, in a file of their own
    #[arg(long, value_name = "FILE")]
    calendar: Option<PathBuf>,

    /// The register of institutions: tells whether the institution was closed before the period
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,

    /// The day to look at, such as 2024-06-21: what was done later is not done yet, and what is not done by its deadline is overdue, or has
    /// so many days left
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,

    /// How to print the state: `table` for people, `json` for machines
    #[arg(long, value_enum, default_value_t = ReportFormat::Table)]
    format: ReportFormat,

    #[command(flatten)]
    new: NewCase,

    #[command(flatten)]
    event: NewEvent,

    /// File to write the new case to, which may be CASE; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite a file that is there and is not CASE
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    framework: FrameworkArg,
}

/// A case to begin.
#[derive(Debug, Args)]
struct NewCase {
    /// Begin a case without events
    #[arg(long, requires_all = ["institution_code", "period"])]
    new: bool,

    /// Code of the institution
    #[arg(long, value_name = "CODE", requires = "new")]
    institution_code: Option<String>,

    /// Name of the institution
    #[arg(long, value_name = "NAME", requires = "new")]
    institution_name: Option<String>,

    /// What kind of institution it is
    #[arg(long, value_name = "TYPE", requires = "new", value_parser = word(InstitutionType::WORDS))]
    institution_type: Option<InstitutionType>,

    /// The period, such as the school year 2023-2024
    #[arg(long, value_name = "PERIOD", requires = "new")]
    period: Option<String>,
}

/// An event to add.
#[derive(Debug, Args)]
struct NewEvent {
    /// Add an event: what was done
    #[arg(long, value_name = "ACT", requires_all = ["on", "role", "body"], value_parser = word(Act::WORDS))]
    add: Option<Act>,

    /// The day it was done, such as 2024-04-15
    #[arg(long, value_name = "DATE", requires = "add")]
    on: Option<Date>,

    /// In which part the body acted
    #[arg(long, value_name = "ROLE", requires = "add", value_parser = word(Role::WORDS))]
    role: Option<Role>,

    /// The body that did it, in free words
    #[arg(long, value_name = "TEXT", requires = "add")]
    body: Option<String>,

    /// The assessment it was done with: of the institution with `self_assess` or `report`, of the authority with `externally_assess`
    #[arg(long, value_name = "FILE", requires = "add")]
    assessment: Option<PathBuf>,

    /// Who signed
    #[arg(long, value_name = "NAME", requires = "add")]
    name: Option<String>,

    /// What else is to be said
    #[arg(long, value_name = "TEXT", requires = "add")]
    note: Option<String>,
}

pub(crate) fn run(args: &ProcessArgs, lang: Lang) -> Result<Outcome> {
    let scorer = framework::scorer(&args.framework, lang)?;
    if let Some(path) = &args.output {
        by_ending_or(path, &[("json", ())], (), lang)?;
    }
    if let (None, false, Some(as_of)) = (&args.case, args.new.new, args.as_of) {
        if args.event.add.is_some() || args.output.is_some() {
            bail!(Word::NoCase.template(lang));
        }
        let deadlines = args.calendar(&scorer, lang)?.ahead(as_of);
        output::print(args.format, || deadlines.report(lang), || deadlines.to_json())?;
        return Ok(Outcome::Done);
    }
    let register = register::load(args.register.as_deref(), lang)?;
    let (name, mut case) = match &args.case {
        None => (Word::NewCase.template(lang).to_owned(), args.new.case()),
        Some(path) => match case::read(path, lang)? {
            Some(case) => (file::name(path, lang), case),
            None => return Ok(Outcome::SomeRefused),
        },
    };
    if let Some(act) = args.event.add
        && !args.event.put(act, &mut case, &scorer, lang)?
    {
        return Ok(Outcome::SomeRefused);
    }
    let calendar = args.calendar(&scorer, lang)?;
    // Reads the case back as the next run will, so that no file is written which that run would refuse.
    let status = Case::from_json(case.to_json().as_bytes()).and_then(|case| case.replay(&scorer, &calendar, args.as_of));
    let status = match status {
        Ok(status) => register.iter().fold(status, |status, register| status.beside(register, &case)),
        Err(violations) => {
            case::refuse(&name, &violations, lang);
            return Ok(Outcome::SomeRefused);
        }
    };
    if args.new.new || args.event.add.is_some() {
        let is_replaced = args.output.is_some() && args.output == args.case;
        output::write_text(args.output.as_deref(), &case.to_json(), args.force || is_replaced, lang)?;
    } else if args.output.is_some() {
        bail!(Word::NothingToWrite.template(lang));
    } else {
        output::print(args.format, || status.report(&case, scorer.national().framework(), lang), || status.to_json())?;
    }
    Ok(Outcome::Done)
}

impl ProcessArgs {
    fn calendar(&self, scorer: &LocalScorer, lang: Lang) -> Result<Calendar> {
        let framework = scorer.local().framework();
        let (name, calendar) = match (&self.calendar, &self.scope) {
            (Some(path), _) => (file::name(path, lang), Calendar::from_json(&bytes(path, lang)?)),
            (None, Some(scope)) => (scope.clone(), Calendar::of(framework, scope)),
            (None, None) => (Calendar::NATIONAL.to_owned(), Calendar::national(framework)),
        };
        calendar.or_else(|violations| bail!(stderr::listed(Word::CalendarRefused.say(lang, &[("name", &name)]), &violations, lang)))
    }
}

impl NewCase {
    fn case(&self) -> Case {
        let institution = CaseInstitution {
            code: self.institution_code.clone().unwrap_or_default(),
            name: self.institution_name.clone(),
            kind: self.institution_type,
        };
        Case { institution, period: self.period.clone().unwrap_or_default(), ..Case::default() }
    }
}

impl NewEvent {
    /// Adds the event, and its assessment, to a case. False if the assessment is refused; standard error then says why.
    fn put(&self, act: Act, case: &mut Case, scorers: &LocalScorer, lang: Lang) -> Result<bool> {
        let assessment = match &self.assessment {
            None => None,
            Some(path) => {
                let place = match act {
                    Act::SelfAssess | Act::Report => &mut case.self_assessment,
                    Act::ExternallyAssess => &mut case.external,
                    _ => bail!(Word::TakesNoAssessment.say(lang, &[("act", &act.as_str())])),
                };
                let Some(assessment) = one_assessment(path, scorers, lang)? else { return Ok(false) };
                Some(place.insert(assessment).digest())
            }
        };
        case.events.push(Event {
            act,
            assessment,
            body: self.body.clone().unwrap_or_default(),
            name: self.name.clone(),
            note: self.note.clone(),
            on: self.on.unwrap_or_default(),
            role: self.role.unwrap_or_default(),
        });
        Ok(true)
    }
}

/// The only assessment of a file of any format. `None` if it is refused; standard error then says why.
fn one_assessment(path: &Path, scorers: &LocalScorer, lang: Lang) -> Result<Option<Assessment>> {
    struct Found<'a> {
        scorer: &'a Scorer,
        lang: Lang,
        seen: Vec<Option<Assessment>>,
    }

    impl Visitor for Found<'_> {
        fn record(&mut self, record: &Record<'_>) -> Result<()> {
            let read = record.assessment(self.scorer);
            self.seen.push(read.map_err(|refusal| refusal::tell(record, &refusal, self.lang)).ok());
            Ok(())
        }
    }

    let mut found = Found { scorer: scorers.local(), lang, seen: Vec::new() };
    input::read_files(&[path.to_owned()], input::How::default(), scorers, lang, &mut found)?;
    match <[_; 1]>::try_from(found.seen) {
        Ok([assessment]) => Ok(assessment),
        Err(_) => bail!(Word::OneAssessment.say(lang, &[("file", &file::name(path, lang))])),
    }
}
