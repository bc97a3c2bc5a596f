//! How people are told what is wrong: the file, the line or cell, the pointer, what was found and what would be accepted.

use std::io::{self, Write};
use std::rc::Rc;

use anstyle::{AnsiColor, Style};
use thuocdo::text::shown;
use thuocdo::{Lang, Param, Violation, Violations};
use thuocdo_practice::{Once, Whose};
use thuocdo_tables::{Cells, Fault, faults_json, violations_json};

use crate::Outcome;
use crate::input::Record;
use crate::stdout::Unprinted;
use crate::words::Word;

const ALARM: Style = AnsiColor::Red.on_default().bold();
const PLACE: Style = Style::new().bold();
const ASIDE: Style = Style::new().dimmed();

/// Why an assessment is refused.
pub(crate) enum Refusal {
    /// The core refuses what it says.
    Facts(Violations),
    /// Nobody knows what its row of a table, or its form, says.
    Table(Vec<Fault>),
}

impl Refusal {
    /// A list of violations, in the shape of the core's. What stands in a cell is told of it, as to people.
    pub(crate) fn to_json(&self, cells: Option<&dyn Cells>, lang: Lang) -> String {
        match self {
            Refusal::Facts(violations) => violations_json(violations, cells, lang),
            Refusal::Table(faults) => faults_json(faults, lang),
        }
    }
}

/// Tells of everything that is wrong with one assessment.
pub(crate) fn write(out: &mut dyn Write, record: &Record<'_>, refusal: &Refusal, lang: Lang) -> io::Result<()> {
    let file = record.file;
    let head = if record.is_one_of_many { Word::RefusedLine.with(lang, &[&file, &record.line]) } else { Word::RefusedFile.with(lang, &[&file]) };
    writeln!(out, "{ALARM}{head}{ALARM:#}")?;
    let violations = match refusal {
        Refusal::Facts(violations) => violations,
        Refusal::Table(faults) => return faults.iter().try_for_each(|fault| writeln!(out, "  {}", fault.line(lang))),
    };
    for violation in violations {
        match record.cells.and_then(|cells| cells.tell(violation, lang)) {
            None => writeln!(out, "  {}", line(violation, lang))?,
            Some(note) => writeln!(out, "  {} {ASIDE}({}){ASIDE:#}", note.message, violation.code().as_str())?,
        }
    }
    Ok(())
}

/// Tells of it on standard error. Where that is closed, nobody is told.
pub(crate) fn tell(record: &Record<'_>, refusal: &Refusal, lang: Lang) {
    let _ = write(&mut anstream::stderr().lock(), record, refusal, lang);
}

/// Tells of everything that is wrong with a whole file, under a heading, on standard error.
pub(crate) fn tell_whole(head: &str, violations: &Violations, lang: Lang) {
    let mut err = anstream::stderr().lock();
    let _ = writeln!(err, "{ALARM}{}{ALARM:#}", shown(head));
    for violation in violations {
        let _ = writeln!(err, "  {}", line(violation, lang));
    }
}

/// The pointer, the message and the code.
pub(crate) fn line(violation: &Violation, lang: Lang) -> String {
    match violation.at() {
        "" => format!("{} ({})", violation.message(lang), violation.code().as_str()),
        _ => violation.line(lang),
    }
}

/// What stands above, and each violation on a line of its own.
pub(crate) fn listed(mut text: String, violations: &Violations, lang: Lang) -> String {
    for violation in violations {
        text.push_str("\n  ");
        text.push_str(&line(violation, lang));
    }
    text
}

/// Tells on standard error why several assessments do not go together. `names` has the file of each part, by its place in the input.
pub(crate) fn tell_together(violations: &Violations, names: &[(String, String)], lang: Lang) {
    let mut err = anstream::stderr().lock();
    let _ = writeln!(err, "{ALARM}{}{ALARM:#}", Word::NotTogether.say(lang));
    for violation in violations {
        let part = names.iter().find(|(place, _)| violation.at().strip_prefix(place.as_str()).is_some_and(|rest| rest.starts_with('/')));
        let _ = match part {
            Some((_, file)) => writeln!(err, "  {PLACE}{}{PLACE:#}: {}", shown(file), line(violation, lang)),
            None => writeln!(err, "  {}", line(violation, lang)),
        };
    }
}

/// Where each card of a list came from, for what is wrong with the list as a whole.
#[derive(Debug, Default)]
pub(crate) struct Origins(Vec<(Rc<str>, u64)>);

impl Origins {
    /// The next card came from this record; says how many came before it.
    pub(crate) fn push(&mut self, record: &Record<'_>) -> usize {
        let file = match self.0.last() {
            Some((file, _)) if **file == *record.file => Rc::clone(file),
            _ => record.file.into(),
        };
        self.0.push((file, record.line));
        self.0.len() - 1
    }

    /// What is refused of a list, with the file and line, in place of the pointer, of what came first.
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

    /// The file and line of what a pointer leads to.
    fn place(&self, list: &str, at: &str, lang: Lang) -> Option<String> {
        let number = at.strip_prefix('/')?.strip_prefix(list)?.strip_prefix('/')?.split('/').next()?;
        let (file, line) = self.0.get(number.parse::<usize>().ok()?)?;
        Some(Word::AtLine.with(lang, &[file, line]))
    }

    /// Tells of everything on standard error, each behind the file and line of its card. Where that is closed, nobody is told.
    pub(crate) fn tell(&self, violations: &Violations, lang: Lang) {
        let _ = self.write(&mut anstream::stderr().lock(), violations, lang);
    }

    fn write(&self, out: &mut dyn Write, violations: &Violations, lang: Lang) -> io::Result<()> {
        writeln!(out, "{ALARM}{}{ALARM:#}", Word::ListRefused.with(lang, &[&violations.len()]))?;
        for violation in &self.named("scorecards", violations.clone(), lang) {
            match self.place("scorecards", violation.at(), lang) {
                Some(place) => writeln!(out, "  {PLACE}{place}{PLACE:#}: {}", line(violation, lang))?,
                None => writeln!(out, "  {}", line(violation, lang))?,
            }
        }
        Ok(())
    }
}

/// Tells something that keeps nothing from being done, on standard error.
pub(crate) fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "{ASIDE}{text}{ASIDE:#}");
}

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
            let place = |file: &str, line: u64| if record.is_one_of_many { Word::AtLine.with(lang, &[&file, &line]) } else { file.to_owned() };
            let (here, first) = (place(record.file, record.line), place(file, *line));
            let _ = writeln!(anstream::stderr(), "{}", Word::CameAlready.with(lang, &[&here, &code.unwrap_or_default(), &first]));
        }
    }

    /// Tells how many more there were.
    pub(crate) fn finish(&self, lang: Lang) {
        if let more @ 1.. = self.came_already.saturating_sub(Twice::TOLD) {
            let _ = writeln!(anstream::stderr(), "{}", Word::MoreCameAlready.with(lang, &[&more]));
        }
    }
}

/// Tells on standard error that nothing is counted, since so many came already.
pub(crate) fn twice(count: u64, lang: Lang) -> Outcome {
    let _ = writeln!(anstream::stderr(), "{}", Word::Twice.with(lang, &[&count]));
    Outcome::SomeRefused
}

/// Tells how many were refused, on standard error.
pub(crate) fn count(refused: u64, all: u64, lang: Lang) {
    if refused > 0 {
        let _ = writeln!(anstream::stderr(), "{}", Word::RefusedCount.with(lang, &[&refused, &all]));
    }
}

/// Tells why the command could not be carried out, on standard error.
pub(crate) fn unusable(error: &anyhow::Error, lang: Lang) {
    let _ = writeln!(anstream::stderr(), "{ALARM}thuocdo:{ALARM:#} {}", reasons(error, lang));
}

/// All that is said of an error, from what could not be done to why.
pub(crate) fn reasons(error: &anyhow::Error, lang: Lang) -> String {
    let reasons: Vec<String> =
        error.chain().map(|reason| reason.downcast_ref::<io::Error>().map_or_else(|| reason.to_string(), |error| cause(error, lang))).collect();
    // Lists of ours stand on several lines; of what libraries say, nothing steers the terminal.
    reasons.join(": ").lines().map(shown).collect::<Vec<_>>().join("\n")
}

/// Why a file could not be read or written, in words where they are known.
pub(crate) fn cause(error: &io::Error, lang: Lang) -> String {
    if let Some(Unprinted(error)) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        return format!("{}: {}", Word::CannotPrint.say(lang), cause(error, lang));
    }
    let word = match error.kind() {
        io::ErrorKind::NotFound => Word::NotFound,
        io::ErrorKind::PermissionDenied => Word::PermissionDenied,
        io::ErrorKind::IsADirectory => Word::IsADirectory,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Word::StorageFull,
        io::ErrorKind::FileTooLarge if error.raw_os_error().is_some() => Word::FileTooLarge,
        io::ErrorKind::FileTooLarge => Word::RowTooLarge,
        _ => return error.to_string(),
    };
    word.say(lang).to_owned()
}
