//! The deadlines that hold: of a file, or of a scope of the framework.

use anyhow::{Result, bail};
use thuocdo::{Lang, LocalScorer};
use thuocdo_practice::process::Calendar;

use super::file;
use crate::args::DeadlineArgs;
use crate::terminal::stderr;
use crate::words::Word;

/// The deadlines of a file, else of a scope, else the national ones.
pub(crate) fn load(deadlines: &DeadlineArgs, scorers: &LocalScorer, lang: Lang) -> Result<Calendar> {
    let framework = scorers.local().framework();
    let (name, calendar) = match (&deadlines.calendar, &deadlines.scope) {
        (Some(path), _) => (file::name(path, lang), Calendar::from_json(&file::bytes(path, lang)?)),
        (None, Some(scope)) => (scope.clone(), Calendar::of(framework, scope)),
        (None, None) => (Calendar::NATIONAL.to_owned(), Calendar::national(framework)),
    };
    calendar.or_else(|violations| bail!(stderr::listed(Word::CalendarRefused.say(lang, &[("name", &name)]), &violations, lang)))
}
