//! `check`: only what is wrong, all at once.

use std::io::Write;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use thuocdo::{Assessment, Blocker, BlockerCode, Lang, Scorer, Violations, Words};
use thuocdo_practice::Whose;

use crate::args::{InputArgs, long_help};
use crate::input::{self, Record, Refusal, Visitor, file, framework};
use crate::outcome::Outcome;
use crate::output::{Twice, refusal, refusal::refused_line};
use crate::terminal::{Progress, TITLE, stdout};
use crate::words::Word;

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

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let scorer = scorers.local();
    let mut work = Work {
        scorer,
        format: args.format,
        lang,
        out: Box::new(stdout::styled()),
        progress: Progress::new(lang),
        seen: 0,
        refused: 0,
        twice: Twice::default(),
    };
    let read = input::read(&args.input, file::unmarked(args.format == CheckFormat::Ndjson), &scorers, lang, &mut work);
    if read.is_ok() && args.format == CheckFormat::Text {
        let counted = match work.refused {
            0 => Word::NothingWrong.say(lang, &[("count", &work.seen)]),
            refused => Word::RefusedCount.say(lang, &[("refused", &refused), ("all", &work.seen)]),
        };
        writeln!(work.out, "{counted}")?;
    }
    work.out.flush()?;
    work.twice.finish(lang);
    read?;
    Ok(Outcome::of(work.refused))
}

struct Work<'a> {
    scorer: &'a Scorer,
    format: CheckFormat,
    lang: Lang,
    out: Box<dyn Write>,
    progress: Progress,
    seen: u64,
    refused: u64,
    twice: Twice,
}

impl Work<'_> {
    /// Prints which required evidence is missing. The assessment is valid, but its level will not be recognised.
    fn evidence(&mut self, record: &Record<'_>, assessment: &Assessment) -> Result<()> {
        let framework = self.scorer.framework();
        if self.format != CheckFormat::Text || !framework.requires_evidence() {
            return Ok(());
        }
        let Ok(card) = self.scorer.score(assessment) else { return Ok(()) };
        let is_of_evidence = |blocker: &&Blocker| matches!(blocker.code, BlockerCode::EvidenceMissing | BlockerCode::EvidenceUnknown);
        let mut lacking = card.recognition.blockers.iter().filter(is_of_evidence).peekable();
        if lacking.peek().is_some() {
            let head = Word::LacksEvidence.say(self.lang, &[("place", &record.place(self.lang))]);
            writeln!(self.out, "{TITLE}{head}{TITLE:#}")?;
        }
        let words = Words::new(framework, self.lang);
        for blocker in lacking {
            writeln!(self.out, "  {}", words.blocker(blocker.code, &blocker.at, &blocker.group))?;
        }
        Ok(())
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.seen += 1;
        if self.format == CheckFormat::Json && self.seen > 1 {
            bail!(Word::JsonTakesOne.template(self.lang));
        }
        self.progress.step();
        let refusal = match record.assessment(self.scorer) {
            Ok(assessment) => {
                self.evidence(record, &assessment)?;
                self.twice.note(record, Whose::of_assessment(&assessment), assessment.institution_code(), self.lang);
                None
            }
            Err(refusal) => {
                self.refused += 1;
                Some(refusal)
            }
        };
        match (self.format, refusal) {
            (CheckFormat::Json, found) => writeln!(self.out, "{}", found.unwrap_or_else(none).to_json(record.cells, self.lang))?,
            (CheckFormat::Ndjson, Some(found)) => writeln!(self.out, "{}", refused_line(record, &found, self.lang))?,
            (CheckFormat::Text, Some(found)) => refusal::write(&mut self.out, record, &found, self.lang)?,
            (CheckFormat::Text | CheckFormat::Ndjson, None) => {}
        }
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}

/// Nothing is wrong.
fn none() -> Refusal {
    Refusal::Facts(Violations::default())
}
