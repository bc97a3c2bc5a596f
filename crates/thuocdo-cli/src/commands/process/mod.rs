//! `process`: where cases stand, and cases with more events. `one` has the work for one case, `many` for a folder or a file of them.

mod many;
mod one;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use thuocdo::{Date, InstitutionType, Lang};
use thuocdo_practice::process::{Act, Role};

use crate::args::{DeadlineArgs, Format, FrameworkArg, day, offered, word};
use crate::outcome::Outcome;
use crate::output;

/// Arguments of `process`.
#[derive(Debug, Args)]
#[command(after_help = "A case is one file: who and when, what was done on which day by whom, and both assessments.
Without --new or --add its state is printed; with them, the case that results.
Without CASE, --as-of tells which deadlines lie ahead.

With --all, --code or --from, CASE holds the cases of many institutions: a folder or a pattern with a .json each, or a .ndjson \
with a line each; both may be gzipped (.gz). What an act does not allow is refused by name, with the reason; the other cases go on. An act needs no --role and no \
--body: a head approves, a school reports, the authority of the register does the rest. An events sheet is a table with the columns code, \
act, day and body (mã, việc, ngày, đơn vị); events that a case has already are passed over.

Examples:
  thuocdo process --new --period 2023-2024 -o case.json \\
    --institution-code VD-0001
  thuocdo process case.json --add plan --on 1/2/2024 -o case.json
  thuocdo process case.json --add self_assess --on 15/4/2024 \\
    --assessment self.xlsx -o case.json
  thuocdo process case.json --as-of 21/6/2024
  thuocdo process case.json --scope hai-phong-2023
  thuocdo process --as-of 20/5/2024
  thuocdo process --new --all --from year-2023-2024/ \\
    --period 2023-2024 -o cases.ndjson
  thuocdo process cases.ndjson --all --add externally_assess \\
    --on 12/6/2024 --from external/ -o cases.ndjson
  thuocdo process cases.ndjson --all --add recognise --on 18/6/2024 \\
    --body \"UBND phường …\" -o cases.ndjson
  thuocdo process cases.ndjson --all --as-of 20/6/2024")]
pub(crate) struct ProcessArgs {
    /// The case, or the cases of many institutions; `-` is standard input
    #[arg(value_name = "CASE", required_unless_present_any = ["new", "as_of"])]
    case: Option<PathBuf>,

    #[command(flatten)]
    which: Which,

    #[command(flatten)]
    deadlines: DeadlineArgs,

    /// The register of institutions: names them and their authorities, and tells whether one was closed before the period
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,

    /// The day to look at, such as 21/6/2024: what was done later is not done yet, and what is not done by its deadline is overdue, or has
    /// so many days left
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,

    /// How to print the state: `table` for people, `json` for machines, or an `xlsx` workbook
    #[arg(long, value_parser = offered(FORMATS), default_value = "table")]
    format: Format,

    #[command(flatten)]
    new: NewCase,

    #[command(flatten)]
    event: NewEvent,

    /// File to write the new case to, which may be CASE; of many cases a folder or a .ndjson; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite a file that is there and is not CASE
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    framework: FrameworkArg,
}

/// Which of many cases.
#[derive(Debug, Args)]
struct Which {
    /// Every case of CASE; with --new a case for every institution of the register, or without one of the assessments
    #[arg(long, conflicts_with = "code")]
    all: bool,

    /// The cases of these institutions; several are separated by commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    code: Vec<String>,

    /// A file or a folder with the register, the assessments and the sheets of events of many institutions; without --add the events are
    /// added
    #[arg(long, value_name = "FILE|FOLDER", conflicts_with = "assessment")]
    from: Vec<PathBuf>,
}

/// A case to begin.
#[derive(Debug, Args)]
struct NewCase {
    /// Begin a case without events
    #[arg(long, requires = "period")]
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
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
}

/// An event to add.
#[derive(Debug, Args)]
struct NewEvent {
    /// Add an event: what was done
    #[arg(long, value_name = "ACT", requires = "on", value_parser = word(Act::WORDS))]
    add: Option<Act>,

    /// The day it was done, such as 15/4/2024
    #[arg(long, value_name = "DATE", requires = "add", value_parser = day)]
    on: Option<Date>,

    /// In which part the body acted [default: the usual one]
    #[arg(long, value_name = "ROLE", requires = "add", value_parser = word(Role::WORDS))]
    role: Option<Role>,

    /// The body that did it, in free words [default: the institution, or its authority by the register]
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

/// What the state may be printed as.
const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Xlsx];

pub(crate) fn run(args: &ProcessArgs, lang: Lang) -> Result<Outcome> {
    output::needs_file(args.format, lang)?;
    let is_of_many = args.which.all || !args.which.code.is_empty() || !args.which.from.is_empty();
    if is_of_many { many::run(args, lang) } else { one::run(args, lang) }
}
