//! How far long work has come: on standard error, for people, and only when it is not in the way.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use thuocdo::Lang;

use crate::words::Word;

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(700);
/// The clock is looked at once in so many steps.
const STRIDE: u64 = 256;

/// A counter that a person sees when the work takes long.
pub(crate) struct Progress {
    /// `None` where nobody would see it.
    since: Option<Instant>,
    bar: Option<ProgressBar>,
    count: u64,
    lang: Lang,
}

impl Progress {
    pub(crate) fn new(lang: Lang) -> Progress {
        // With results on the same terminal the bar would run through them.
        let seen = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Progress { since: seen.then(Instant::now), bar: None, count: 0, lang }
    }

    /// One more is done.
    pub(crate) fn step(&mut self) {
        let Some(since) = self.since else { return };
        self.count += 1;
        if !self.count.is_multiple_of(STRIDE) || since.elapsed() < PATIENCE {
            return;
        }
        self.bar.get_or_insert_with(|| bar(self.lang)).set_position(self.count);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(lang: Lang) -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    let template = format!("{{spinner}} {{human_pos}} {} · {{elapsed}}", Word::Schools.say(lang));
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}
