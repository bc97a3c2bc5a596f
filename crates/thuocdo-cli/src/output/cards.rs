//! Scorecards for machines: canonical JSON.

use std::io::Write;

use anyhow::{Result, bail};
use thuocdo::{Lang, Scorecard};

use super::each::Output;
use super::refusal::{self, refused_line};
use crate::input::{Record, Refusal};
use crate::terminal::stdout;
use crate::words::Word;

/// One scorecard: `--format json`.
pub(super) struct One {
    lang: Lang,
    seen: u64,
    card: Option<String>,
}

impl One {
    pub(super) fn new(lang: Lang) -> One {
        One { lang, seen: 0, card: None }
    }

    fn another(&mut self) -> Result<()> {
        self.seen += 1;
        if self.seen > 1 {
            // A reader would take the first card for the whole answer.
            self.card = None;
            bail!(Word::JsonTakesOne.template(self.lang));
        }
        Ok(())
    }
}

impl Output for One {
    fn scored(&mut self, _: &Record<'_>, card: &Scorecard) -> Result<()> {
        self.another()?;
        self.card = Some(card.to_json());
        Ok(())
    }

    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()> {
        self.another()?;
        refusal::tell(record, refusal, self.lang);
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        let mut out = stdout::raw();
        if let Some(card) = self.card.take() {
            writeln!(out, "{card}")?;
        }
        Ok(out.flush()?)
    }
}

/// A line for each assessment, in order: `--format ndjson`.
pub(super) struct Many {
    lang: Lang,
    out: Box<dyn Write>,
}

impl Many {
    pub(super) fn new(lang: Lang) -> Many {
        Many { lang, out: Box::new(stdout::raw()) }
    }
}

impl Output for Many {
    fn scored(&mut self, _: &Record<'_>, card: &Scorecard) -> Result<()> {
        Ok(writeln!(self.out, "{}", card.to_json())?)
    }

    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()> {
        Ok(writeln!(self.out, "{}", refused_line(record, refusal, self.lang))?)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}
