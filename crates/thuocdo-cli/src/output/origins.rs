//! Which file and line each card of a list came from.

use std::sync::Arc;

use thuocdo::{Lang, Param, Violations};

use crate::input::Record;
use crate::terminal::stderr;
use crate::words::Word;

/// The file of each card, and its line where the file may hold many, so that a violation of the whole list can name them.
#[derive(Debug, Default)]
pub(crate) struct Origins(Vec<(Arc<str>, Option<u64>)>);

impl Origins {
    /// Adds the record of the next card. Returns its position.
    pub(crate) fn push(&mut self, record: &Record<'_>) -> usize {
        let file = match self.0.last() {
            Some((file, _)) if **file == *record.file => Arc::clone(file),
            _ => record.file.into(),
        };
        self.0.push((file, record.is_one_of_many.then_some(record.line)));
        self.0.len() - 1
    }

    /// Replaces the pointer to the earlier of two cards (`first`) by its file and line.
    pub(crate) fn named(&self, list: &str, violations: Violations, lang: Lang) -> Violations {
        let mut named = Violations::default();
        for violation in violations {
            let first = match violation.params().get("first") {
                Some(Param::Text(first)) => self.place(list, first, lang),
                Some(Param::Named(first)) => self.place(list, first.as_str(), lang),
                _ => None,
            };
            named.push(first.into_iter().fold(violation, |violation, first| violation.with("first", first.as_str())));
        }
        named
    }

    /// The file and line of the card that a pointer names.
    fn place(&self, list: &str, at: &str, lang: Lang) -> Option<String> {
        let number = at.strip_prefix('/')?.strip_prefix(list)?.strip_prefix('/')?.split('/').next()?;
        let (file, line) = self.0.get(number.parse::<usize>().ok()?)?;
        Some(Record::place_of(file, *line, lang))
    }

    /// Prints the violations of a list, each behind the file and line of its card.
    pub(crate) fn tell(&self, violations: &Violations, lang: Lang) {
        let named = self.named("scorecards", violations.clone(), lang);
        let head = Word::ListRefused.say(lang, &[("count", &violations.len())]);
        stderr::refused_at(&head, &named, |at| self.place("scorecards", at, lang), lang);
    }
}
