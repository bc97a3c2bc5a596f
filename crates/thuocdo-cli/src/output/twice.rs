//! Which assessments came twice.

use std::rc::Rc;

use thuocdo::Lang;
use thuocdo_practice::{Once, Whose};

use crate::input::Record;
use crate::terminal::stderr;
use crate::words::Word;

/// Remembers whose the assessments were, and tells of each that came already: what scores or checks takes both.
#[derive(Debug, Default)]
pub(crate) struct Twice {
    came_already: u64,
    file: Rc<str>,
    once: Once<(Rc<str>, u64)>,
    remembered: usize,
}

impl Twice {
    /// How many are remembered: those of a country in a few years. A stream without end must not take memory without end.
    const MOST: usize = 100_000;
    /// How many are told one by one.
    const TOLD: u64 = 20;

    /// Here is one: whose it is, by what code.
    pub(crate) fn note(&mut self, record: &Record<'_>, whose: Option<Whose>, code: Option<&str>, lang: Lang) {
        if self.remembered >= Twice::MOST {
            return;
        }
        if *self.file != *record.file {
            self.file = record.file.into();
        }
        let Some((file, line)) = self.once.note(whose, (Rc::clone(&self.file), record.line)) else {
            self.remembered += 1;
            return;
        };
        self.came_already += 1;
        if self.came_already <= Twice::TOLD {
            let first = Record::place_of(file, record.is_one_of_many.then_some(*line), lang);
            let code = code.unwrap_or_default();
            stderr::say(&Word::CameAlready.say(lang, &[("place", &record.place(lang)), ("institution", &code), ("first", &first)]));
        }
    }

    /// Tells how many more there were.
    pub(crate) fn finish(&self, lang: Lang) {
        if let more @ 1.. = self.came_already.saturating_sub(Twice::TOLD) {
            stderr::say(&Word::MoreCameAlready.say(lang, &[("count", &more)]));
        }
    }
}
