//! What a user may type; the arguments of one command stand with it.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use thuocdo::{LocalScorer, Scorer};

use crate::commands::PlanArgs;
use crate::commands::certify::CertifyArgs;
use crate::commands::check::CheckArgs;
use crate::commands::cohort::CohortArgs;
use crate::commands::course::CourseArgs;
use crate::commands::explain::ExplainArgs;
use crate::commands::form::FormArgs;
use crate::commands::framework::FrameworkCommand;
use crate::commands::overlay::OverlayCommand;
use crate::commands::process::ProcessArgs;
use crate::commands::quality::QualityArgs;
use crate::commands::review::ReviewArgs;
use crate::commands::sample::SampleArgs;
use crate::commands::schema::SchemaArgs;
use crate::commands::score::ScoreArgs;
use crate::commands::verify::VerifyArgs;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "thuocdo",
    version,
    about = "Measures how far a school has come in digital transformation, by an official set of indicators",
    after_help = "Examples:
  thuocdo score examples/complete-primary-school.json
  thuocdo score examples/twelve-schools.csv
  thuocdo review examples/complete-primary-school.json examples/external-primary-school.json
  thuocdo form --format xlsx -o form.xlsx      (fill it in, then: thuocdo score form.xlsx)
  thuocdo sample --schools 1000 --seed 7 | thuocdo score --format ndjson

Exit status: 0 all scored; 1 some input refused; 2 wrong usage, or a file that cannot be read or written.
A file that is written is whole, or as it was."
)]
pub(crate) struct Cli {
    /// Language of results and errors
    #[arg(long, global = true, value_enum, default_value_t = Language::Vi)]
    pub(crate) lang: Language,

    /// What to do
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Points, levels and recognition of schools
    Score(ScoreArgs),
    /// Only what is wrong with the input, all at once
    Check(CheckArgs),
    /// Why a school has its points and levels, in words
    Explain(ExplainArgs),
    /// What to do to reach a level, and what would follow from other answers
    Plan(PlanArgs),
    /// A blank form to fill in
    Form(FormArgs),
    /// The sets of indicators, and what each figure in them rests on
    #[command(subcommand)]
    Framework(FrameworkCommand),
    /// What a province or commune adds to a set of indicators without changing it
    #[command(subcommand)]
    Overlay(OverlayCommand),
    /// Self-assessment beside external assessment, and what stays disputed
    Review(ReviewArgs),
    /// Where a case stands, from plan to publication; or a case with one event more
    Process(Box<ProcessArgs>),
    /// The certificate of a recognised level
    Certify(CertifyArgs),
    /// Whether a certificate is what its case gives
    Verify(VerifyArgs),
    /// How far data is correct, complete, clean and live (đúng, đủ, sạch, sống)
    Quality(QualityArgs),
    /// One institution over years: what rose and fell, and what was kept
    Course(CourseArgs),
    /// Many schools counted by level, type and authority, and the list to be published
    Cohort(CohortArgs),
    /// The JSON Schema of an input or output
    Schema(SchemaArgs),
    /// Invented assessments, to try things with
    Sample(SampleArgs),
}

/// Where assessments come from, and by what they are measured.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files to read; `-`, or no file at all, is standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// What the files are; else told by their ending, or by their first line
    #[arg(long, value_enum)]
    pub(crate) input_format: Option<InputFormat>,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

/// The set of indicators to use.
#[derive(Debug, Args)]
pub(crate) struct FrameworkArg {
    /// The set of indicators: the id of one that ships, or a file
    #[arg(id = "framework", long = "framework", value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) overlays: OverlayArg,
}

/// What is laid over the set of indicators.
#[derive(Clone, Debug, Args)]
pub(crate) struct OverlayArg {
    /// A file that refines the set of indicators locally; given several times, each is laid on what those before it made
    #[arg(id = "overlay", long = "overlay", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// The framework that is meant where none is named.
pub(crate) const DEFAULT_FRAMEWORK: &str = "moet-4725-2022";

/// The long help of a command that reads assessments: its examples, and what it reads.
macro_rules! long_help {
    ($examples:literal) => {
        concat!(
            $examples,
            "\n\n",
            "Input:
  .json    one assessment
  .ndjson  one assessment a line (also .jsonl); blank lines are passed over, but counted
  .csv     one assessment a row: institution.code, institution.name, institution.type, period,
           stream, assessed_on, then a column for each condition and indicator, in any order.
           Fields end at a comma, semicolon or tab. Points may have a decimal comma (7,5).
           Conditions take đạt / không đạt, có / không, x, 1 / 0, true / false, met / unmet.
           An empty cell is an answer not given; a row of empty cells is passed over.
           Dates are 2023-10-12 or 12/10/2023 (day first).
           Rows above the header may begin with #.
           A row that cannot be read is refused alone: ragged_row (more or fewer cells than the
           header), not_utf8.
  .xlsx    a form made by `thuocdo form --format xlsx`, filled in
Anything else, and standard input, is told by its first line: a whole JSON object is NDJSON,
an opening brace alone or another beginning of JSON is JSON, the rest is CSV. With --format ndjson
only an opening brace alone is JSON: other beginnings of JSON are NDJSON. --input-format says it for sure."
        )
    };
}

pub(crate) use long_help;

/// The languages of results and errors: Vietnamese and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    Vi,
    En,
}

/// What an input file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// One assessment
    Json,
    /// One assessment a line
    Ndjson,
    /// One assessment a row
    Csv,
    /// A filled form
    Xlsx,
}

/// How a result of one piece prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    Table,
    /// Canonical JSON on one line
    Json,
}

/// One of a few words of the library.
pub(crate) fn word<T: Copy + Send + Sync + 'static>(words: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T> {
    let known = PossibleValuesParser::new(words.iter().map(|(word, _)| *word));
    known.try_map(move |typed| words.iter().find(|(word, _)| *word == typed).map(|(_, meaning)| *meaning).ok_or("no such word"))
}

/// Which result of an assessment that was made under overlays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScoreOf {
    /// By the set of indicators with its overlays
    Local,
    /// By the set of indicators alone
    National,
}

impl ScoreOf {
    /// The scorer whose framework the result is of.
    pub(crate) fn scorer(self, scorers: &LocalScorer) -> &Scorer {
        match self {
            ScoreOf::Local => scorers.local(),
            ScoreOf::National => scorers.national(),
        }
    }
}
