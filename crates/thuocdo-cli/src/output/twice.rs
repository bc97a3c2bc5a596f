//! Which assessments came twice.

use std::sync::Arc;

use thuocdo::Lang;
use thuocdo_practice::{Once, Whose};

use crate::input::Record;
use crate::terminal::stderr;
use crate::words::Word;

/// Warns of each assessment of an institution, period and stream that had one before. `score` and `check` still handle both.
#[derive(Debug, Default)]
pub(crate) struct Twice {
    came_already: u64,
    file: Arc<str>,
    once: Once<(Arc<str>, u64)>,
    remembered: usize,
}

impl Twice {
    /// How many assessments are remembered: a country's of a few years. A longer stream takes no more memory.
    const MOST: usize = 100_000;
    /// How many warnings are printed one by one.
    const SHOWN: u64 = 20;

    /// Remembers an assessment, or warns of it.
    pub(crate) fn note(&mut self, record: &Record<'_>, whose: Option<Whose>, code: Option<&str>, lang: Lang) {
        if self.remembered >= Twice::MOST {
            return;
        }
        if *self.file != *record.file {
            self.file = record.file.into();
        }
        let Some((file, line)) = self.once.note(whose, (Arc::clone(&self.file), record.line)) else {
            self.remembered += 1;
            return;
        };
        self.came_already += 1;
        if self.came_already <= Twice::SHOWN {
            let first = Record::place_of(file, record.is_one_of_many.then_some(*line), lang);
            let code = code.unwrap_or_default();
            stderr::say(&Word::CameAlready.say(lang, &[("place", &record.place(lang)), ("institution", &code), ("first", &first)]));
        }
    }

    /// Prints how many warnings were left out.
    pub(crate) fn finish(&self, lang: Lang) {
        if let more @ 1.. = self.came_already.saturating_sub(Twice::SHOWN) {
            stderr::say(&Word::MoreCameAlready.say(lang, &[("count", &more)]));
        }
    }
}
