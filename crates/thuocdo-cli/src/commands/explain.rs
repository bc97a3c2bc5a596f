//! `explain`: why a school has its points and levels, in words.

use std::io::{self, Write};

use anyhow::Result;
use clap::Args;
use thuocdo::{Assessment, Explanation, Lang, LocalScorer, Scorecard, explain_assessment};

use crate::args::{InputArgs, long_help};
use crate::input::file::Unmarked;
use crate::input::{self, Record, Refusal, Visitor, framework};
use crate::outcome::Outcome;
use crate::output::{Tally, heading};
use crate::terminal::{plain, stdout, title};

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
    let mut work = Work { scorers: &scorers, lang, out: Box::new(stdout::styled()), tally: Tally::default() };
    let read = input::read(&args.input, Unmarked::Look, &scorers, lang, &mut work);
    work.out.flush()?;
    let outcome = work.tally.finish(lang);
    read?;
    Ok(outcome)
}

struct Work<'a> {
    scorers: &'a LocalScorer,
    lang: Lang,
    out: Box<dyn Write>,
    tally: Tally,
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
            if is_headline { title(&mut self.out, line) } else { plain(&mut self.out, line) }?;
        }
        Ok(())
    }
}

impl Visitor for Work<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match self.scored(record) {
            Ok((assessment, card)) => {
                if self.tally.done > 0 {
                    writeln!(self.out)?;
                }
                self.tally.done += 1;
                let (framework, national) = (self.scorers.local().framework(), self.scorers.national().framework());
                heading(&mut self.out, framework, &card, self.lang)?;
                self.explain(&explain_assessment(framework, Some(national), &card, &assessment, self.lang))?;
            }
            Err(refused) => {
                self.out.flush()?;
                self.tally.refuse(record, &refused, self.lang);
            }
        }
        Ok(())
    }

    fn pause(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}
