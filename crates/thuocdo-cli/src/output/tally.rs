//! How many assessments were done, and how many were refused.

use anyhow::Result;
use thuocdo::Lang;

use super::refusal::{self, Refused, refused_line, unread_line};
use crate::args::Format;
use crate::input::{Record, Refusal, Unread};
use crate::outcome::Outcome;
use crate::terminal::stderr;
use crate::words::Word;

/// Counts what a command has done.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// How many were scored, explained or counted.
    pub(crate) done: u64,
    /// How many were refused.
    pub(crate) refused: u64,
    /// What is wrong with them, for an answer in JSON.
    told: Option<Refused>,
}

impl Tally {
    /// A count for an answer in this format.
    pub(crate) fn of(format: Format) -> Tally {
        Tally { told: (format == Format::Json).then(Refused::default), ..Tally::default() }
    }

    /// Counts a refusal, and prints what is wrong.
    pub(crate) fn refuse(&mut self, record: &Record<'_>, refusal: &Refusal, lang: Lang) {
        self.refused += 1;
        refusal::tell(record, refusal, lang);
        if let Some(told) = &mut self.told {
            told.add(refused_line(record, refusal, lang));
        }
    }

    /// Notes a file that cannot be read. Standard error tells it at the end.
    pub(crate) fn unread(&mut self, unread: &Unread, lang: Lang) {
        self.note(|| unread_line(unread, lang));
    }

    /// Notes what is wrong, in JSON, with something that is no assessment of a file.
    pub(crate) fn note(&mut self, line: impl FnOnce() -> String) {
        if let Some(told) = &mut self.told {
            told.add(line());
        }
    }

    /// Takes over what another count noted.
    pub(crate) fn append(&mut self, other: &mut Tally) {
        self.done += other.done;
        self.refused += other.refused;
        if let (Some(told), Some(others)) = (&mut self.told, &mut other.told) {
            told.append(others);
        }
    }

    /// Without a result, an answer in JSON is what was refused.
    pub(crate) fn print_refused(&mut self) -> Result<()> {
        self.told.as_mut().map_or(Ok(()), Refused::print)
    }

    /// How many there were.
    pub(crate) fn all(&self) -> u64 {
        self.done + self.refused
    }

    /// Prints how many were refused, if any were.
    pub(crate) fn finish(&self, lang: Lang) -> Outcome {
        if self.refused > 0 {
            stderr::say(&Word::RefusedCount.say(lang, &[("refused", &self.refused), ("all", &self.all())]));
        }
        Outcome::of(self.refused)
    }
}
