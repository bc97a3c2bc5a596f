//! What a user may type; the arguments of one command stand with it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use thuocdo::{Lang, LocalScorer, Scorer};
use thuocdo_tables::FileFormat;

use crate::commands::PlanArgs;
use crate::commands::certify::CertifyArgs;
use crate::commands::check::CheckArgs;
use crate::commands::cohort::CohortArgs;
use crate::commands::course::CourseArgs;
use crate::commands::explain::ExplainArgs;
use crate::commands::explain_code::ExplainCodeArgs;
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
    Score(ScoreArgs),
    /// Only what is wrong with the input, all at once
    Check(CheckArgs),
    /// Why a school has its points and levels, in words
    Explain(ExplainArgs),
    /// What a code at the end of a message means, and what to do
    ExplainCode(ExplainCodeArgs),
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

    /// The id of the set of indicators that tables were filled in by, where they have no column `framework`
    #[arg(long, value_name = "ID")]
    pub(crate) filled_by: Option<String>,

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

/// What commands that read assessments read.
macro_rules! input_help {
    () => {
        "Input:
  .json    one assessment, or a list of them
  .ndjson  one assessment a line (also .jsonl); blank lines are passed over, but counted
  .csv     a table (also .tsv); cells end at commas, semicolons or tabs:
           wide, a row an assessment: who and when (institution.code, institution.name,
             institution.type, period, stream, assessed_on, or their Vietnamese names), and a
             column for each condition and indicator by its code, alone or before its title;
           long, a row an answer: who and when, a column for the code, a column for the value;
           or a form saved as CSV.
  .xlsx    a form made by `thuocdo form`, or such a table (also .xls, .ods)
Each may be gzipped (.gz). Points may have a decimal comma (7,5). Conditions take đạt / không đạt,
có / không, x, 1 / 0, true / false, met / unmet. An empty cell is an answer not given. Dates are
2023-10-12 or 12/10/2023 (day first). Rows above the header may be titles, or begin with #.
What a cell does not plainly say is refused, with the cell and what was probably meant. The whole
contract is the chapter Tables of docs/DESIGN.md.
Standard input, and a file of another ending, is told by its first lines. With --format ndjson only
an opening brace or bracket is JSON: other beginnings of JSON are NDJSON. --input-format says it for sure."
    };
}

/// The long help of a command that reads assessments: its examples, and what it reads.
macro_rules! long_help {
    ($examples:literal) => {
        concat!($examples, "\n\n", $crate::args::input_help!())
    };
}

pub(crate) use {input_help, long_help};

/// The languages of results and errors: Vietnamese and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    Vi,
    En,
}

/// The language that the arguments ask for, else the environment: its first variable that says anything decides. Asked before the arguments
/// are read, since help and wrong usage are told in it too.
pub(crate) fn language(arguments: &[OsString], variable: impl Fn(&str) -> Option<OsString>) -> Lang {
    let of_tag = |tag: &str| Lang::ALL.into_iter().find(|lang| tag.to_ascii_lowercase().starts_with(lang.as_str()));
    let mut asked = None;
    let mut words = arguments.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let tag = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=").map(|tag| tag.to_owned().into()) };
        asked = tag.and_then(|tag| tag.parse().ok()).or(asked);
    }
    let said = |name: &str| variable(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty());
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(said).and_then(|locale| of_tag(&locale));
    asked.or_else(|| said("THUOCDO_LANG").and_then(|tag| of_tag(&tag))).or_else(locale).unwrap_or_default()
}

/// What an input file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// One assessment, or a list of them
    Json,
    /// One assessment a line
    Ndjson,
    /// A table or a form as text
    Csv,
    /// A workbook: .xlsx, .xls or .ods
    Xlsx,
}

impl InputFormat {
    /// As the reader of tables knows it.
    pub(crate) fn file_format(self) -> FileFormat {
        match self {
            InputFormat::Json => FileFormat::Json,
            InputFormat::Ndjson => FileFormat::Ndjson,
            InputFormat::Csv => FileFormat::Csv,
            InputFormat::Xlsx => FileFormat::Workbook,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str], environment: &[(&str, &str)]) -> Lang {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        language(&arguments, |name| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_argument_comes_before_the_variable_and_that_before_the_locale() {
        let all = [("THUOCDO_LANG", "vi"), ("LC_ALL", "en_US.UTF-8"), ("LANG", "vi_VN.UTF-8")];
        assert_eq!(of(&["thuocdo", "score", "--lang", "en"], &all), Lang::En);
        assert_eq!(of(&["thuocdo", "--lang=en"], &all), Lang::En);
        assert_eq!(of(&["thuocdo", "--", "--lang=en"], &all), Lang::Vi);
        assert_eq!(of(&["thuocdo"], &all), Lang::Vi);
        assert_eq!(of(&["thuocdo"], &all[1..]), Lang::En);
        assert_eq!(of(&["thuocdo"], &all[2..]), Lang::Vi);
    }

    #[test]
    fn what_says_nothing_is_passed_over_and_other_languages_are_vietnamese() {
        assert_eq!(of(&[], &[("THUOCDO_LANG", ""), ("LC_ALL", ""), ("LANG", "en_GB")]), Lang::En);
        assert_eq!(of(&[], &[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]), Lang::Vi);
        assert_eq!(of(&[], &[("LC_ALL", "fr_FR.UTF-8")]), Lang::Vi);
        assert_eq!(of(&["--lang", "fr"], &[]), Lang::Vi);
        assert_eq!(of(&[], &[]), Lang::Vi);
    }
}
