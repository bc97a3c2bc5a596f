//! What a user may type.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "thuocdo",
    version,
    about = "Measures how far a school has come in digital transformation, by an official set of indicators",
    after_help = "Examples:
  thuocdo score examples/complete-primary-school.json
  thuocdo score examples/twelve-schools.csv
  thuocdo form --format xlsx -o form.xlsx      (fill it in, then: thuocdo score form.xlsx)
  thuocdo sample --schools 1000 --seed 7 | thuocdo score --format ndjson

Exit status: 0 all scored; 1 some input refused; 2 wrong usage, or a file that cannot be read."
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
    /// A blank form to fill in
    Form(FormArgs),
    /// The sets of indicators, and what each figure in them rests on
    #[command(subcommand)]
    Framework(FrameworkCommand),
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

/// Arguments of `score`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo score --help", after_long_help = long_help!("Examples:
  thuocdo score school.json
  thuocdo score form.xlsx --lang en
  thuocdo score schools.csv --format csv > levels.csv
  thuocdo score --format ndjson < schools.ndjson > scorecards.ndjson"))]
pub(crate) struct ScoreArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// How to print: `table` for people, `json` for one scorecard, `ndjson` a scorecard or refusal a line, `csv` a row a school
    #[arg(long, value_enum, default_value_t = ScoreFormat::Table)]
    pub(crate) format: ScoreFormat,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo check --help", after_long_help = long_help!("Examples:
  thuocdo check schools.csv
  thuocdo check school.json --format json"))]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// How to print: `text` for people, `json` the violations of one assessment, `ndjson` a line for each one refused
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo explain --help", after_long_help = long_help!("Example:
  thuocdo explain examples/missing-answers.json"))]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
}

/// Arguments of `form`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  thuocdo form -o form.xlsx
  thuocdo form --format csv > schools.csv")]
pub(crate) struct FormArgs {
    /// What to make; else told by the ending of FILE
    #[arg(long, value_enum)]
    pub(crate) format: Option<FormFormat>,

    /// File to write; else standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

/// What to do with frameworks.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:
  thuocdo framework show
  thuocdo framework check my-province.json
  thuocdo framework checklist > checklist.md")]
pub(crate) enum FrameworkCommand {
    /// The sets of indicators that ship
    List,
    /// Groups, conditions, criteria, indicators, maxima and levels
    Show {
        /// The id of one that ships, or a file
        #[arg(value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
        framework: String,
        /// How to print
        #[arg(long, value_enum, default_value_t = ShowFormat::Table)]
        format: ShowFormat,
    },
    /// Everything that is wrong with a framework file, all at once
    Check {
        /// The id of one that ships, or a file
        #[arg(value_name = "ID|FILE")]
        framework: String,
    },
    /// Every figure with its standing and sources, and a box to tick (Markdown)
    Checklist {
        /// The id of one that ships, or a file
        #[arg(value_name = "ID|FILE", default_value = DEFAULT_FRAMEWORK)]
        framework: String,
    },
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  thuocdo schema scorecard
  thuocdo schema assessment --framework moet-4725-2022")]
pub(crate) struct SchemaArgs {
    /// The name of an input or output, such as assessment, scorecard, framework, violations; another word lists them all
    pub(crate) name: String,

    /// With `assessment`: the schema that lists this framework's codes and maxima
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) framework: Option<String>,
}

/// Arguments of `sample`.
#[derive(Debug, Args)]
#[command(after_help = "The same seed makes the same schools on every machine. All of them are invented, and their names say so.

Example:
  thuocdo sample --schools 27005 --seed 1 > schools.ndjson")]
pub(crate) struct SampleArgs {
    /// How many schools
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub(crate) schools: u64,

    /// Which of the many possible samples
    #[arg(long, default_value_t = 0, value_name = "S")]
    pub(crate) seed: u64,

    /// How to print; `json` takes one school
    #[arg(long, value_enum, default_value_t = SampleFormat::Ndjson)]
    pub(crate) format: SampleFormat,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

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

/// How `score` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScoreFormat {
    /// For people
    Table,
    /// One scorecard
    Json,
    /// A scorecard or a refusal a line
    Ndjson,
    /// A row a school
    Csv,
}

/// How `check` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people
    Text,
    /// The violations of one assessment
    Json,
    /// A line for each assessment that is refused
    Ndjson,
}

/// What blank forms there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormFormat {
    /// One assessment with every code, all unanswered
    Json,
    /// A header with every code, titles above it
    Csv,
    /// A workbook for people
    Xlsx,
}

/// How `framework show` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For people
    Table,
    /// The framework file, canonical
    Json,
}

/// How `sample` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SampleFormat {
    /// One assessment
    Json,
    /// One assessment a line
    Ndjson,
    /// One assessment a row
    Csv,
}
