//! The commands: the list of them here, the arguments and the work of each in its own file.

mod certify;
mod check;
mod cohort;
mod course;
mod explain;
mod explain_code;
mod form;
mod framework;
mod gather;
mod overlay;
mod plan;
mod process;
mod quality;
mod remind;
mod review;
mod sample;
mod schedule;
mod schema;
mod score;
mod verify;
mod year;

use anyhow::Result;
use clap::{Parser, Subcommand};
use thuocdo::Lang;

use crate::language::Language;
use crate::outcome::Outcome;

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
A file that is written is whole, or as it was."
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
    /// A folder of a department's year: who has sent, what was refused, what differs, who is late, what to do next
    Year(Box<year::YearArgs>),
    /// All forms of a folder in one file
    Gather(Box<gather::GatherArgs>),
    /// A plan of external assessments: which panel visits which school on which day
    Schedule(schedule::ScheduleArgs),
    /// The JSON Schema of an input or output
    Schema(schema::SchemaArgs),
    /// Invented assessments, to try things with
    Sample(sample::SampleArgs),
}

/// Does what was asked.
pub(crate) fn run(command: &Command, lang: Lang) -> Result<Outcome> {
    match command {
        Command::Score(args) => score::run(args, lang),
        Command::Check(args) => check::run(args, lang),
        Command::Explain(args) => explain::run(args, lang),
        Command::ExplainCode(args) => explain_code::run(args, lang),
        Command::Plan(args) => plan::run(args, lang),
        Command::Form(args) => form::run(args, lang),
        Command::Framework(command) => framework::run(command, lang),
        Command::Overlay(command) => overlay::run(command, lang),
        Command::Remind(args) => remind::run(args, lang),
        Command::Review(args) => review::run(args, lang),
        Command::Process(args) => process::run(args, lang),
        Command::Certify(args) => certify::run(args, lang),
        Command::Verify(args) => verify::run(args, lang),
        Command::Quality(args) => quality::run(args, lang),
        Command::Course(args) => course::run(args, lang),
        Command::Cohort(args) => cohort::run(args, lang),
        Command::Year(args) => year::run(args, lang),
        Command::Gather(args) => gather::run(args, lang),
        Command::Schedule(args) => schedule::run(args, lang),
        Command::Schema(args) => schema::run(args, lang),
        Command::Sample(args) => sample::run(args, lang),
    }
}
