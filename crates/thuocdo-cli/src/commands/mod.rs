//! The commands: the list of them here, the arguments and the work of each in its own file.

mod assign;
mod audit;
mod certify;
mod check;
mod cohort;
mod completions;
mod conform;
mod course;
mod explain;
mod explain_code;
mod form;
mod framework;
mod gather;
mod impact;
mod man;
mod overlay;
mod plan;
mod process;
mod quality;
mod remind;
mod report;
mod review;
mod sample;
mod schedule;
mod schema;
mod score;
#[cfg(feature = "serve")]
mod serve;
mod single;
mod verify;
mod year;

use anyhow::Result;
use clap::{Parser, Subcommand};
use thuocdo::Lang;

use crate::args::{Format, OutputArgs};
use crate::input::NotAllRead;
use crate::language::Language;
use crate::outcome::Outcome;
use crate::output;

pub use self::explain_code::page as codes_page;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "thuocdo",
    version,
    about = "Measures how far a school has come in digital transformation, by an official set of indicators",
    after_help = "Examples:
  thuocdo score examples/complete-primary-school.json
  thuocdo score examples/twelve-schools.csv
  thuocdo review self.xlsx external.xlsx
  thuocdo form -o form.xlsx      (fill it in, then: thuocdo score form.xlsx)
  thuocdo sample --schools 1000 --seed 7 | thuocdo score --format ndjson

Exit status: 0 all scored; 1 some input refused; 2 wrong usage, or a file that cannot be read or written.
A file that is written is whole, or as it was. docs/COMMAND.md has every command's formats and statuses.

Settings: the nearest thuocdo.toml of the folder that is read, or of the working folder, upwards, may say
  framework, overlays, language, register, authority, deadlines"
)]
pub(crate) struct Cli {
    /// Language of results and errors; else `THUOCDO_LANG`, then the locale
    #[arg(long, global = true, value_enum)]
    pub(crate) lang: Option<Language>,

    /// What to do
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Points, levels and recognition of schools
    Score(score::ScoreArgs),
    /// Only what is wrong with the input, all at once
    Check(check::CheckArgs),
    /// Why a school has its points and levels, in words
    Explain(explain::ExplainArgs),
    /// What a code at the end of a message means, and what to do
    ExplainCode(explain_code::ExplainCodeArgs),
    /// What to do to reach a level, and what would follow from other answers
    Plan(plan::PlanArgs),
    /// A blank form to fill in
    Form(form::FormArgs),
    /// The sets of indicators, and what each figure in them rests on
    #[command(subcommand)]
    Framework(framework::FrameworkCommand),
    /// What a province or commune adds to a set of indicators without changing it
    #[command(subcommand)]
    Overlay(overlay::OverlayCommand),
    /// Each school's own plan of its self-assessment: who does what, from which day to which
    Assign(Box<assign::AssignArgs>),
    /// Who has to do what, since when, and by which day
    Remind(remind::RemindArgs),
    /// Self-assessment beside external assessment, and what stays disputed
    Review(review::ReviewArgs),
    /// Where a case stands, from plan to publication; or a case with one event more
    Process(Box<process::ProcessArgs>),
    /// The certificate of a recognised level
    Certify(certify::CertifyArgs),
    /// Whether a certificate is what its case gives
    Verify(verify::VerifyArgs),
    /// How far data is correct, complete, clean and live (đúng, đủ, sạch, sống)
    Quality(quality::QualityArgs),
    /// One institution over years: what rose and fell, and what was kept
    Course(course::CourseArgs),
    /// Many schools counted by level, type and authority, and the list to be published
    Cohort(cohort::CohortArgs),
    /// Whether another program's formula gives the levels that follow: a kit of boundary cases, and its comparison
    #[command(subcommand)]
    Conform(conform::ConformCommand),
    /// Whether the points and levels that a table claims follow from its answers
    Audit(audit::AuditArgs),
    /// A folder of a department's year: who has sent, what was refused, what differs, who is late, what to do next
    Year(Box<year::YearArgs>),
    /// All forms of a folder in one file
    Gather(Box<gather::GatherArgs>),
    /// A plan of external assessments: which panel visits which school on which day
    Schedule(schedule::ScheduleArgs),
    /// Papers to print and sign: a school's phiếu, its page, a record, a draft decision, a department's report
    Report(Box<report::ReportArgs>),
    /// The JSON Schema of an input or output
    Schema(schema::SchemaArgs),
    /// Invented assessments, to try things with
    Sample(sample::SampleArgs),
    /// The questions over HTTP, or as lines of JSON, for programs
    #[cfg(feature = "serve")]
    Serve(serve::ServeArgs),
    /// What a shell needs to complete commands and options
    Completions(completions::CompletionsArgs),
    /// The manual pages
    Man(man::ManArgs),
}

impl Command {
    /// Where the answer goes and what it may be, of a command that writes it to a file in whichever of these formats. The other commands
    /// write files of their own.
    fn answer(&self) -> Option<(OutputArgs, Option<Format>, &'static [Format])> {
        let (to, format, formats) = match self {
            Command::Score(args) => (&args.to, args.format, score::FORMATS),
            Command::Check(args) => (&args.to, args.format, check::FORMATS),
            Command::Explain(args) => (&args.to, args.format, explain::FORMATS),
            Command::ExplainCode(args) => (&args.to, None, explain_code::FORMATS),
            Command::Plan(args) => (&args.to, args.format, args.formats()),
            Command::Review(args) if args.panel_file().is_some() => return None,
            Command::Review(args) => (&args.to, args.format, review::FORMATS),
            Command::Verify(args) => (&args.to, args.format, verify::FORMATS),
            Command::Quality(args) => (&args.to, args.format, quality::FORMATS),
            Command::Audit(args) => (&args.to, args.format, audit::FORMATS),
            Command::Course(args) => (&args.to, args.format, course::FORMATS),
            Command::Cohort(args) => return Some((args.to(), args.format, cohort::FORMATS)),
            Command::Schema(args) => (&args.to, None, schema::FORMATS),
            Command::Sample(args) => (&args.to, args.format, sample::FORMATS),
            Command::Conform(command) => command.answer(),
            Command::Framework(command) => command.answer(),
            Command::Overlay(command) => command.answer()?,
            #[cfg(feature = "serve")]
            Command::Serve(_) => return None,
            Command::Form(_)
            | Command::Assign(_)
            | Command::Process(_)
            | Command::Certify(_)
            | Command::Year(_)
            | Command::Gather(_)
            | Command::Schedule(_)
            | Command::Remind(_)
            | Command::Report(_)
            | Command::Completions(_)
            | Command::Man(_) => return None,
        };
        Some((to.clone(), format, formats))
    }
}

/// Does what was asked. The answer goes to standard output, or to a file that has all of it or stays as it was.
pub(crate) fn run(command: &Command, line: &dyn Fn() -> clap::Command, lang: Lang) -> Result<Outcome> {
    let Some((to, format, formats)) = command.answer() else { return work(command, line, lang) };
    let format = to.format(format, formats, lang)?;
    let Some(path) = to.file() else {
        output::needs_file(format, lang)?;
        return work(command, line, lang);
    };
    let file = output::Answered::begin(path, to.force, lang)?;
    let outcome = work(command, line, lang);
    // What could be read is answered, though some files could not be.
    if outcome.as_ref().map_or_else(anyhow::Error::is::<NotAllRead>, |_| true) {
        file.finish(lang)?;
    }
    outcome
}

/// `line` is the whole command line, for completions and manual pages.
fn work(command: &Command, line: &dyn Fn() -> clap::Command, lang: Lang) -> Result<Outcome> {
    match command {
        Command::Score(args) => score::run(args, lang),
        Command::Check(args) => check::run(args, lang),
        Command::Explain(args) => explain::run(args, lang),
        Command::ExplainCode(args) => explain_code::run(args, lang),
        Command::Plan(args) => plan::run(args, lang),
        Command::Form(args) => form::run(args, lang),
        Command::Framework(command) => framework::run(command, lang),
        Command::Overlay(command) => overlay::run(command, lang),
        Command::Assign(args) => assign::run(args, lang),
        Command::Remind(args) => remind::run(args, lang),
        Command::Review(args) => review::run(args, lang),
        Command::Process(args) => process::run(args, lang),
        Command::Certify(args) => certify::run(args, lang),
        Command::Verify(args) => verify::run(args, lang),
        Command::Quality(args) => quality::run(args, lang),
        Command::Course(args) => course::run(args, lang),
        Command::Cohort(args) => cohort::run(args, lang),
        Command::Audit(args) => audit::run(args, lang),
        Command::Conform(command) => conform::run(command, lang),
        Command::Year(args) => year::run(args, lang),
        Command::Gather(args) => gather::run(args, lang),
        Command::Schedule(args) => schedule::run(args, lang),
        Command::Report(args) => report::run(args, lang),
        Command::Schema(args) => schema::run(args, lang),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, lang),
        Command::Sample(args) => sample::run(args, lang),
        Command::Completions(args) => completions::run(args, line(), lang),
        Command::Man(args) => man::run(args, line(), lang),
    }
}
