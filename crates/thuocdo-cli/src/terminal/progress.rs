//! A counter on standard error, for people, while long work runs.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use thuocdo::Lang;
use thuocdo::text::grouped;

use super::stdout;
use crate::words::Word;

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(700);
/// The clock is read once in so many steps.
const STRIDE: u64 = 16;

/// A counter that a person sees when the work takes long.
pub(crate) struct Progress {
    /// `None` where standard error is no terminal.
    since: Option<Instant>,
    bar: Option<ProgressBar>,
    count: u64,
    lang: Lang,
}

impl Progress {
    /// A counter beside results that are printed as they come. On the terminal that shows them, it would break their lines.
    pub(crate) fn new(lang: Lang) -> Progress {
        Progress::seen(io::stderr().is_terminal() && !stdout::is_seen(), lang)
    }

    /// A counter before a result that is printed at the end.
    pub(crate) fn before_the_result(lang: Lang) -> Progress {
        Progress::seen(io::stderr().is_terminal(), lang)
    }

    /// Prints messages while the counter is away.
    pub(crate) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    fn seen(seen: bool, lang: Lang) -> Progress {
        Progress { since: seen.then(Instant::now), bar: None, count: 0, lang }
    }

    /// One more is done.
    pub(crate) fn step(&mut self) {
        let Some(since) = self.since else { return };
        self.count += 1;
        if !self.count.is_multiple_of(STRIDE) || since.elapsed() < PATIENCE {
            return;
        }
        self.bar.get_or_insert_with(|| bar(self.lang)).set_message(grouped(self.count, self.lang));
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
    let template = format!("{{spinner}} {{msg}} {} · {{elapsed}}", Word::Schools.template(lang));
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}
