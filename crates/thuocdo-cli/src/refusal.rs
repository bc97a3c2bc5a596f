//! How people are told what is wrong: the file, the line or cell, the pointer, what was found and what would be accepted.

use std::io::{self, Write};
use std::rc::Rc;

use anstyle::{AnsiColor, Style};
use thuocdo::text::shown;
use thuocdo::{Lang, Param, Violation, ViolationCode, Violations};
use thuocdo_practice::{Once, Whose};

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
    /// It is no row of its table, so that nobody knows what it says.
    Row(BadRow),
}

/// Why a row of a CSV cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadRow {
    /// It has more or fewer cells than the header; over many lines, a quote may have swallowed other rows.
    Ragged { found: usize, expected: usize, lines: u64 },
    /// A cell, counted from 1, is not UTF-8.
    NotUtf8 { cell: usize },
}

impl BadRow {
    fn code(self) -> &'static str {
        match self {
            BadRow::Ragged { .. } => "ragged_row",
            BadRow::NotUtf8 { .. } => "not_utf8",
        }
    }

    pub(crate) fn message(self, lang: Lang) -> String {
        match self {
            BadRow::Ragged { found, expected, lines: 1 } => Word::RaggedRow.with(lang, &[&found, &expected]),
            BadRow::Ragged { found, expected, lines } => Word::RaggedLines.with(lang, &[&found, &expected, &lines]),
            BadRow::NotUtf8 { cell } => Word::NotUtf8Cell.with(lang, &[&cell]),
        }
    }

    fn params(self) -> String {
        match self {
            BadRow::Ragged { found, expected, lines } => format!(r#"{{"expected":{expected},"found":{found},"lines":{lines}}}"#),
            BadRow::NotUtf8 { cell } => format!(r#"{{"cell":{cell}}}"#),
        }
    }
}

impl Refusal {
    /// A list of violations, in the shape of the core's; no word for a bad row holds a character that JSON would escape.
    pub(crate) fn to_json(&self, lang: Lang) -> String {
        match self {
            Refusal::Facts(violations) => violations.to_json(lang),
            Refusal::Row(row) => {
                format!(r#"[{{"at":"","code":"{}","message":"{}","params":{}}}]"#, row.code(), row.message(lang), row.params())
            }
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
        Refusal::Row(row) => return writeln!(out, "  {} ({})", row.message(lang), row.code()),
    };
    for violation in violations {
        let cell = record.cells.and_then(|cells| cells.cell(violation.at(), lang));
        match cell {
            None => writeln!(out, "  {}", line(violation, lang))?,
            Some(cell) => {
                let place = Word::InCell.with(lang, &[&cell.cell, &cell.column]);
                if !is_of_an_answer(violation) {
                    writeln!(out, "  {PLACE}{place}{PLACE:#}: {}", line(violation, lang))?;
                    continue;
                }
                // The core speaks of JSON, which whoever fills in a cell need not know.
                let accepted = Word::FoundAccepted.with(lang, &[&excerpt(&cell.found), &cell.accepts]);
                writeln!(out, "  {PLACE}{place}{PLACE:#}: {accepted} {ASIDE}({}){ASIDE:#}", violation.code().as_str())?;
            }
        }
    }
    Ok(())
}

/// False where a note or evidence beside the answer is wrong, or the framework is another.
fn is_of_an_answer(violation: &Violation) -> bool {
    !["/note", "/evidence"].iter().any(|part| violation.at().contains(part)) && violation.code() != ViolationCode::WrongFramework
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

/// The beginning of a text of others.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let short: String = text.chars().take(LONGEST).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    short + more
}
