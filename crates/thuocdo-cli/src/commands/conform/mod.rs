//! `conform`: whether another program's formula gives the levels that follow.

mod drive;

use std::ffi::OsString;
use std::time::Duration;

use anyhow::Result;
use clap::{Args, Subcommand};
use thuocdo::Lang;
use thuocdo_practice::conform::{Comparison, Conformance, Kit};

use crate::args::{Format, FrameworkArg, InputArgs, OutputArgs, offered};
use crate::input::{self, Record, Refusal, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::{self, Tally};
use crate::terminal::stdout;

use self::drive::Driver;

/// What to do with the kit of boundary cases.
#[derive(Debug, Subcommand)]
#[command(after_help = "A kit holds the cases at which formulas go wrong: each threshold by hundredths, missing answers, points above a maximum, \
conditions, rounding, sums of floats, streams. It is made of the framework alone. Export it, let your own program answer, and compare; or let \
`conform run` ask your program line by line.

An answer names the case and says what the formula found; what it does not know yet stays blank:
  case,group.1.score,group.1.level,group.2.score,group.2.level,overall.level,eligible,refused
  { \"case\": \"edge-1-75\", \"groups\": { \"1\": { \"score\": 75, \"level\": 2 } }, \"level\": 2, \"eligible\": true }
  { \"case\": \"out_of_range-1.3.1-above\", \"refused\": true }
A case without an answer counts as refused. The mark of conformance is this project's, not the Ministry's.

Examples:
  thuocdo conform export -o cases.csv
  thuocdo conform compare mine.csv
  thuocdo conform compare mine.xlsx -o report.html
  thuocdo conform run -- python3 formula.py")]
pub(crate) enum ConformCommand {
    /// The boundary cases, to be answered by another program
    #[command(
        after_help = "A .csv is a wide table that `thuocdo score` reads too: the case is the code of an institution. A .sql makes tables and fills \
them in standard SQL; a missing answer has no row.

Examples:
  thuocdo conform export -o cases.csv
  thuocdo conform export --format sql | psql mydatabase
  thuocdo conform export --overlay hai-phong.json --with-answers -o cases.ndjson"
    )]
    Export(ExportArgs),
    /// How another program's answers differ from what follows, by kind
    #[command(after_help = "Examples:
  thuocdo conform compare mine.csv
  thuocdo conform compare mine.ndjson --format json
  thuocdo conform compare mine.xlsx -o report.html")]
    Compare(CompareArgs),
    /// The same of a program that answers line by line: a case comes to its standard input, an answer goes to its standard output
    #[command(after_help = "Each line is a case of the .ndjson that `conform export` writes; each answer is one line of JSON, written out at once \
(flush it). A program that ends is started again for the next case.

Examples:
  thuocdo conform run -- python3 formula.py
  thuocdo conform run --limit 10 -o report.html -- ./my-program --score")]
    Run(RunArgs),
}

/// Arguments of `conform export`.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    framework: FrameworkArg,

    /// Also write what is right
    #[arg(long)]
    with_answers: bool,

    /// How to write the cases; else by the ending of the file to write, else `csv`
    #[arg(long, value_parser = offered(EXPORT))]
    format: Option<Format>,

    #[command(flatten)]
    to: OutputArgs,
}

/// Arguments of `conform compare`.
#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    #[command(flatten)]
    input: InputArgs,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(REPORT))]
    format: Option<Format>,

    #[command(flatten)]
    to: OutputArgs,
}

/// Arguments of `conform run`.
#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    framework: FrameworkArg,

    /// How many seconds an answer may take
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=3600))]
    limit: u16,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(REPORT))]
    format: Option<Format>,

    #[command(flatten)]
    to: OutputArgs,

    /// The program, and what to call it with
    #[arg(value_name = "PROGRAM", required = true, last = true)]
    program: Vec<OsString>,
}

/// What the cases may be written as.
const EXPORT: &[Format] = &[Format::Csv, Format::Ndjson, Format::Sql];
/// What a comparison may be written as.
const REPORT: &[Format] = &[Format::Table, Format::Json, Format::Html, Format::Xlsx];

impl ConformCommand {
    /// Where the answer goes and what it may be.
    pub(crate) fn answer(&self) -> (&OutputArgs, Option<Format>, &'static [Format]) {
        match self {
            ConformCommand::Export(args) => (&args.to, args.format, EXPORT),
            ConformCommand::Compare(args) => (&args.to, args.format, REPORT),
            ConformCommand::Run(args) => (&args.to, args.format, REPORT),
        }
    }
}

pub(crate) fn run(command: &ConformCommand, lang: Lang) -> Result<Outcome> {
    match command {
        ConformCommand::Export(args) => export(args, lang),
        ConformCommand::Compare(args) => compare(args, lang),
        ConformCommand::Run(args) => {
            let scorers = framework::scorer(&args.framework, lang)?;
            let driver = Driver::new(&args.program, Duration::from_secs(args.limit.into()), lang);
            let found = driver.ask_all(Comparison::new(scorers.local()))?;
            tell(&found, args.to.format(args.format, REPORT, lang)?, lang)
        }
    }
}

fn export(args: &ExportArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.framework, lang)?;
    let kit = Kit::new(scorers.local());
    let kit = if args.with_answers { kit } else { kit.without_answers() };
    let text = match args.to.format(args.format, EXPORT, lang)? {
        Format::Ndjson => kit.ndjson(),
        Format::Sql => kit.sql(),
        _ => kit.csv(scorers.local().framework()),
    };
    stdout::all(text.as_bytes())?;
    Ok(Outcome::Done)
}

fn compare(args: &CompareArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let format = args.to.format(args.format, REPORT, lang)?;
    let mut work = Work { comparison: Comparison::new(scorers.local()), lang, tally: Tally::of(format) };
    let read = input::read_claims(&args.input, &scorers, lang, &mut work);
    let Work { comparison, mut tally, .. } = work;
    if tally.done == 0 {
        tally.print_refused()?;
        let refused = tally.finish(lang);
        read?;
        return Ok(if refused == Outcome::Done { Outcome::SomeRefused } else { refused });
    }
    let outcome = tell(&comparison.finish(), format, lang)?;
    let refused = tally.finish(lang);
    read?;
    Ok(if refused == Outcome::Done { outcome } else { refused })
}

/// Prints what differs. A formula that does not conform is as a refused input.
fn tell(found: &Conformance, format: Format, lang: Lang) -> Result<Outcome> {
    output::answer_in_short(format, || found.screen(lang), || found.report(lang), || found.to_json(), lang)?;
    Ok(if found.conforms { Outcome::Done } else { Outcome::SomeRefused })
}

struct Work<'s> {
    comparison: Comparison<'s>,
    lang: Lang,
    tally: Tally,
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        let added = record.value().and_then(|answer| {
            let added = if answer.has_key("claimed") { self.comparison.add_row(&answer) } else { self.comparison.add(&answer) };
            added.map_err(Refusal::Facts)
        });
        match added {
            Ok(()) => self.tally.done += 1,
            Err(refusal) => self.tally.refuse(record, &refusal, self.lang),
        }
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.tally.unread(unread, self.lang);
        Ok(())
    }
}
