//! How many assessments were done, and how many were refused.

use thuocdo::Lang;

use super::refusal;
use crate::input::{Record, Refusal};
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
}

impl Tally {
    /// Counts a refusal, and prints what is wrong.
    pub(crate) fn refuse(&mut self, record: &Record<'_>, refusal: &Refusal, lang: Lang) {
        self.refused += 1;
        refusal::tell(record, refusal, lang);
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
