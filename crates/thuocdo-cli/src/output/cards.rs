//! Scorecards for machines: canonical JSON.

use std::io::Write;

use anyhow::{Result, bail};
use thuocdo::{Lang, Scorecard};

use super::each::Output;
use super::refusal::{self, Refused, answer_line, refused_line, unread_line};
use crate::input::{Record, Refusal, Unread};
use crate::terminal::stdout;
use crate::words::Word;

/// One scorecard: `--format json`.
pub(super) struct One {
    lang: Lang,
    seen: u64,
    card: Option<String>,
    refused: Refused,
}

impl One {
    pub(super) fn new(lang: Lang) -> One {
        One { lang, seen: 0, card: None, refused: Refused::default() }
    }

    fn another(&mut self) -> Result<()> {
        self.seen += 1;
        if self.seen > 1 {
            // A reader would take the first card for the whole answer.
            self.card = None;
            self.refused = Refused::default();
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
        self.refused.add(refused_line(record, refusal, self.lang));
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.refused.add(unread_line(unread, self.lang));
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        match self.card.take() {
            Some(card) => stdout::one_line(&card),
            None => self.refused.print(),
        }
    }
}

/// A line for each assessment, in order: `--format ndjson`.
pub(super) struct Many {
    names_files: bool,
    lang: Lang,
    out: Box<dyn Write + Send>,
}

impl Many {
    pub(super) fn new(names_files: bool, lang: Lang) -> Many {
        Many { names_files, lang, out: stdout::raw() }
    }
}

impl Output for Many {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()> {
        Ok(writeln!(self.out, "{}", answer_line(record, "scorecard", card.to_json(), self.names_files))?)
    }

    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()> {
        Ok(writeln!(self.out, "{}", refused_line(record, refusal, self.lang))?)
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        Ok(writeln!(self.out, "{}", unread_line(unread, self.lang))?)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}
