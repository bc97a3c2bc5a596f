//! `explain`: why a school has its points and levels, in words.

use std::io::{self, Write};

use anstyle::Style;
use anyhow::Result;
use clap::Args;
use thuocdo::{Assessment, Explanation, Lang, LocalScorer, Scorecard, explain_assessment};

use crate::args::{InputArgs, long_help};
use crate::input::file::Unmarked;
use crate::input::{self, Record, Refusal, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::{heading, refusal};
use crate::terminal::{TITLE, stdout, wrapped};

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "What each input format looks like: thuocdo explain --help", after_long_help = long_help!("Example:
  thuocdo explain examples/missing-answers.json"))]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
}

pub(crate) fn run(args: &ExplainArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.input.framework, lang)?;
    let mut work = Work { scorers: &scorers, lang, out: Box::new(stdout::styled()), told: 0, refused: 0 };
    let read = input::read(&args.input, Unmarked::Look, &scorers, lang, &mut work);
    work.out.flush()?;
    refusal::count(work.refused, work.told + work.refused, lang);
    read?;
    Ok(Outcome::of(work.refused))
}

struct Work<'a> {
    scorers: &'a LocalScorer,
    lang: Lang,
    out: Box<dyn Write>,
    told: u64,
    refused: u64,
}

impl Work<'_> {
    /// What is explained, and the assessment with its notes and evidence.
    fn scored(&self, record: &Record<'_>) -> Result<(Assessment, Scorecard), Refusal> {
        let assessment = record.assessment(self.scorers.local())?;
        let card = self.scorers.local().score(&assessment).map_err(Refusal::Facts)?;
        Ok((assessment, card))
    }

    /// The text as the core has it; the headlines stand out.
    fn explain(&mut self, explanation: &Explanation) -> io::Result<()> {
        for line in explanation.to_string().trim_end().lines() {
            let is_headline = explanation.groups.iter().any(|group| group.headline == line);
            let style = if is_headline { TITLE } else { Style::new() };
            writeln!(self.out, "{style}{}{style:#}", wrapped(line, stdout::line_width()))?;
        }
        Ok(())
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match self.scored(record) {
            Ok((assessment, card)) => {
                if self.told > 0 {
                    writeln!(self.out)?;
                }
                self.told += 1;
                let (framework, national) = (self.scorers.local().framework(), self.scorers.national().framework());
                heading(&mut self.out, framework, &card, self.lang)?;
                self.explain(&explain_assessment(framework, Some(national), &card, &assessment, self.lang))?;
            }
            Err(refused) => {
                self.refused += 1;
                self.out.flush()?;
                refusal::tell(record, &refused, self.lang);
            }
        }
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}
