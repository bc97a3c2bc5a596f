//! `audit`: whether the points and levels that a table claims follow from its answers.

use anyhow::Result;
use clap::Args;
use thuocdo::Lang;
use thuocdo_practice::Audit;

use crate::args::{Format, InputArgs, OutputArgs, offered};
use crate::input::{self, Record, Refusal, Unread, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::{self, Tally};
use crate::terminal::Progress;

/// Arguments of `audit`.
#[derive(Debug, Args)]
#[command(after_help = "Reads what `score` reads (thuocdo score --help), and beside the answers what is claimed. A table has the columns \
group.1.score, group.1.level, overall.level and eligible, or Điểm nhóm 1, Mức độ nhóm 1, Mức độ chung and Đủ điều kiện. A table without answers \
has its claims compared with each other. JSON and NDJSON hold submissions:
  { \"assessment\": {…}, \"claimed\": { \"groups\": { \"1\": { \"score\": 78, \"level\": 3 } }, \"level\": 2 } }

Exit status: 0 all claims follow; 1 some do not, or some input is refused; 2 wrong usage or unreadable file.

Examples:
  thuocdo audit schools.xlsx
  thuocdo audit totals.csv -o differences.xlsx
  thuocdo audit schools.ndjson --format json")]
pub(crate) struct AuditArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// How to answer; else by the ending of the file to write, else `table`
    #[arg(long, value_parser = offered(FORMATS))]
    pub(crate) format: Option<Format>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Csv, Format::Xlsx];

pub(crate) fn run(args: &AuditArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let format = args.to.format(args.format, FORMATS, lang)?;
    let mut work = Work { audit: Audit::new(scorers.local()), lang, progress: Progress::before_the_result(lang), tally: Tally::of(format) };
    let read = input::read_claims(&args.input, &scorers, lang, &mut work);
    let Work { audit, progress, mut tally, .. } = work;
    drop(progress);
    if tally.done == 0 {
        tally.print_refused()?;
        let outcome = tally.finish(lang);
        read?;
        return Ok(outcome);
    }
    let found = audit.finish();
    output::answer_in_short(format, || found.screen(lang), || found.report(lang), || found.to_json(), lang)?;
    let refused = tally.finish(lang);
    read?;
    Ok(if found.differing.is_empty() { refused } else { Outcome::SomeRefused })
}

struct Work<'s> {
    audit: Audit<'s>,
    lang: Lang,
    progress: Progress,
    tally: Tally,
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.value().and_then(|row| self.audit.add(&row).map_err(Refusal::Facts)) {
            Ok(()) => self.tally.done += 1,
            Err(refusal) => self.progress.aside(|| self.tally.refuse(record, &refusal, self.lang)),
        }
        self.progress.step();
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.tally.unread(unread, self.lang);
        Ok(())
    }
}
