//! The arguments that several commands share. Those of one command are in its own file.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use thuocdo::json::Value;
use thuocdo::{Date, InvalidDate, Lang, LocalScorer, Scorer};
use thuocdo_office::report::Letter;
use thuocdo_tables::{AboutColumn, Cell, FileFormat};

use crate::words::Word;

/// Where assessments come from, and by what they are measured.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files, folders or patterns (`forms/*.xlsx`) to read; `-`, or none at all, is standard input
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

/// The folder of a year, as a department keeps it.
#[derive(Debug, Args)]
pub(crate) struct FolderArgs {
    /// The folder; several are read as one, and files may stand among them
    #[arg(value_name = "FOLDER", required = true)]
    pub(crate) folders: Vec<PathBuf>,

    /// The period to look at; else the latest that a form names and that has begun
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,

    /// The register of institutions, if it is not in the folder
    #[arg(long, value_name = "FILE")]
    pub(crate) register: Option<PathBuf>,
}

/// The deadlines that hold; those of the whole country where nothing is typed.
#[derive(Debug, Default, Args)]
pub(crate) struct DeadlineArgs {
    /// The deadlines of the framework that hold, such as national
    #[arg(long, value_name = "SCOPE", conflicts_with = "calendar")]
    pub(crate) scope: Option<String>,

    /// The deadlines, in a file of their own
    #[arg(long, value_name = "FILE")]
    pub(crate) calendar: Option<PathBuf>,
}

/// What the head and the end of a paper say.
#[derive(Clone, Debug, Args)]
pub(crate) struct LetterArgs {
    /// In the head: the body above the one that issues the paper
    #[arg(long, value_name = "NAME")]
    pub(crate) above: Option<String>,

    /// In the head: the body that issues the paper
    #[arg(long, value_name = "NAME")]
    pub(crate) body: Option<String>,

    /// In the head: number and sign of the paper, such as 12/BC-THHS; without it the paper is a draft
    #[arg(long, value_name = "TEXT")]
    pub(crate) number: Option<String>,

    /// In the head: the place
    #[arg(long, value_name = "NAME")]
    pub(crate) place: Option<String>,

    /// In the head: the day of the paper, such as 2024-05-20
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) on: Option<Date>,

    /// At the end: who signs
    #[arg(long, value_name = "NAME")]
    pub(crate) signer: Option<String>,

    /// At the end: as what, such as HIỆU TRƯỞNG
    #[arg(long, value_name = "TITLE")]
    pub(crate) signer_title: Option<String>,
}

impl LetterArgs {
    /// The first of these options that was typed.
    pub(crate) fn typed(&self) -> Option<&'static str> {
        let options = [
            ("--above", self.above.is_some()),
            ("--body", self.body.is_some()),
            ("--number", self.number.is_some()),
            ("--place", self.place.is_some()),
            ("--on", self.on.is_some()),
            ("--signer", self.signer.is_some()),
            ("--signer-title", self.signer_title.is_some()),
        ];
        options.into_iter().find(|(_, is_typed)| *is_typed).map(|(option, _)| option)
    }

    /// Fails if one of these options was typed and no paper is written: a user who types one expects that it does something.
    pub(crate) fn needs_paper(&self, is_paper: bool, lang: Lang) -> Result<()> {
        match self.typed() {
            Some(option) if !is_paper => bail!(Word::GoesWith.say(lang, &[("argument", &option), ("other", &"-o .docx, .html")])),
            _ => Ok(()),
        }
    }

    pub(crate) fn letter(&self) -> Letter {
        Letter {
            above: self.above.clone(),
            body: self.body.clone(),
            number: self.number.clone(),
            on: self.on,
            place: self.place.clone(),
            signer: self.signer.clone(),
            signer_title: self.signer_title.clone(),
        }
    }
}

/// What is laid over the set of indicators.
#[derive(Clone, Debug, Args)]
pub(crate) struct OverlayArg {
    /// A file that refines the set of indicators locally; given several times, each is laid on what those before it made
    #[arg(id = "overlay", long = "overlay", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// The framework that commands use if the user names none.
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
Each may be gzipped (.gz). Of a folder every such file is read, also in the folders below it; hidden
files and those of open workbooks (~$form.xlsx) are passed over. Points may have a decimal comma (7,5). Conditions take đạt / không đạt,
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
    /// The same format, as thuocdo-tables names it.
    pub(crate) fn file_format(self) -> FileFormat {
        match self {
            InputFormat::Json => FileFormat::Json,
            InputFormat::Ndjson => FileFormat::Ndjson,
            InputFormat::Csv => FileFormat::Csv,
            InputFormat::Xlsx => FileFormat::Workbook,
        }
    }
}

/// A form of a command's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[value(alias = "text")]
    Table,
    /// One answer on one line of canonical JSON; of a refused input what is wrong with it
    Json,
    /// A line of JSON for each assessment
    Ndjson,
    /// A header and rows, for programs
    Csv,
    /// A workbook to open in Excel
    Xlsx,
    /// A list in Markdown
    Markdown,
    /// A page for a browser, to read and to print
    Html,
    /// Tables and rows in standard SQL
    Sql,
}

impl Format {
    const fn name(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Sql => "sql",
        }
    }

    /// The endings of files of this format.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Table => &["txt"],
            Format::Json => &["json"],
            Format::Ndjson => &["ndjson", "jsonl"],
            Format::Csv => &["csv"],
            Format::Xlsx => &["xlsx"],
            Format::Markdown => &["md"],
            Format::Html => &["html", "htm"],
            Format::Sql => &["sql"],
        }
    }
}

/// Reads the name of one of the formats that a command offers.
pub(crate) fn offered(formats: &'static [Format]) -> impl TypedValueParser<Value = Format> {
    let known = PossibleValuesParser::new(formats.iter().filter_map(ValueEnum::to_possible_value));
    known.try_map(|typed| Format::from_str(&typed, true))
}

/// Where an answer goes.
#[derive(Clone, Debug, Args)]
pub(crate) struct OutputArgs {
    /// File to write the answer to, in the format of its ending; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

impl OutputArgs {
    /// The file to write.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !is_stdout(path))
    }

    /// The format that is named, or that the ending of the file tells; else the first of the formats that a command offers.
    pub(crate) fn format(&self, named: Option<Format>, formats: &'static [Format], lang: Lang) -> Result<Format> {
        let by_ending = match self::named(self.output.as_deref()) {
            None => None,
            Some(file) => {
                let offered: Vec<(&str, Format)> =
                    formats.iter().flat_map(|format| format.endings().iter().map(|ending| (*ending, *format))).collect();
                Some(by_ending(file, &offered, lang)?)
            }
        };
        if let Some(named) = named.filter(|named| !formats.contains(named)) {
            let offered: Vec<&str> = formats.iter().map(|format| format.name()).collect();
            bail!(Word::FormatNotOffered.say(lang, &[("format", &named.name()), ("formats", &offered.join(", "))]));
        }
        match (named, by_ending) {
            (Some(named), Some(ending)) if named != ending => bail!(Word::FormatContradicts.template(lang)),
            (named, ending) => Ok(named.or(ending).or(formats.first().copied()).unwrap_or(Format::Table)),
        }
    }
}

/// Whether a file to write is standard output, by `-` or by the names that Unix has for it.
pub(crate) fn is_stdout(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| path.as_os_str() == *name)
}

/// Whether a name such as `/dev/null` or `/dev/fd/63` leads to a device, or to an open file of a process.
pub(crate) fn is_of_the_system(path: &Path) -> bool {
    cfg!(unix) && (path.starts_with("/dev") || path.starts_with("/proc"))
}

/// The file to write whose ending tells its format. Standard output and devices have no ending.
pub(crate) fn named(file: Option<&Path>) -> Option<&Path> {
    file.filter(|path| !is_stdout(path) && (path.extension().is_some() || !is_of_the_system(path)))
}

/// What the ending of a file to write means, in any case. An ending that is not offered is refused.
pub(crate) fn by_ending<T: Copy>(file: &Path, offered: &[(&str, T)], lang: Lang) -> Result<T> {
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    if let Some((_, meaning)) = offered.iter().find(|(known, _)| *known == ending) {
        return Ok(*meaning);
    }
    let endings: Vec<String> = offered.iter().map(|(ending, _)| format!(".{ending}")).collect();
    bail!(Word::EndingNotOffered.say(lang, &[("file", &file.display()), ("endings", &endings.join(", "))]))
}

/// As [`by_ending`], but a name without an ending, such as `-` or `/dev/stdout`, means `plain`.
pub(crate) fn by_ending_or<T: Copy>(file: &Path, offered: &[(&str, T)], plain: T, lang: Lang) -> Result<T> {
    if file.extension().is_none() { Ok(plain) } else { by_ending(file, offered, lang) }
}

/// How a set of indicators prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For people
    Table,
    /// The framework file, canonical
    Json,
}

impl ShowFormat {
    /// The format, if it is not the one that goes without saying.
    pub(crate) fn named(self) -> Option<Format> {
        (self == ShowFormat::Json).then_some(Format::Json)
    }
}

/// Reads one of the library's words, such as the name of a role.
pub(crate) fn word<T: Copy + Send + Sync + 'static>(words: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T> {
    let known = PossibleValuesParser::new(words.iter().map(|(word, _)| *word));
    known.try_map(move |typed| words.iter().find(|(word, _)| *word == typed).map(|(_, meaning)| *meaning).ok_or("no such word"))
}

/// Reads a day as forms and tables have it: `15/9/2026`, the day first, or `2026-09-15`.
pub(crate) fn day(typed: &str) -> Result<Date, InvalidDate> {
    match Cell::text(typed).map(|cell| AboutColumn::Date.value(cell)) {
        Some(Value::Text(text)) => text.parse(),
        _ => Err(InvalidDate),
    }
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
    /// The scorer that makes this result.
    pub(crate) fn scorer(self, scorers: &LocalScorer) -> &Scorer {
        match self {
            ScoreOf::Local => scorers.local(),
            ScoreOf::National => scorers.national(),
        }
    }
}
