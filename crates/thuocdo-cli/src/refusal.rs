//! How people are told what is wrong: the file, the line or cell, the pointer, what was found and what would be accepted.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use thuocdo::{Lang, Violation, Violations};

use crate::input::Record;
use crate::words::Word;

const ALARM: Style = AnsiColor::Red.on_default().bold();
const PLACE: Style = Style::new().bold();
const ASIDE: Style = Style::new().dimmed();

/// Tells of everything that is wrong with one assessment.
pub(crate) fn write(out: &mut dyn Write, record: &Record<'_>, violations: &Violations, lang: Lang) -> io::Result<()> {
    let file = printable(record.file);
    let head = if record.is_one_of_many { Word::RefusedLine.with(lang, &[&file, &record.line]) } else { Word::RefusedFile.with(lang, &[&file]) };
    writeln!(out, "{ALARM}{head}{ALARM:#}")?;
    for violation in violations {
        let cell = record.cells.and_then(|cells| cells.cell(violation.at(), lang));
        match cell {
            None => writeln!(out, "  {}", line(violation, lang))?,
            Some(cell) => {
                let place = Word::InCell.with(lang, &[&cell.cell, &cell.column]);
                let (message, aside) = (violation.message(lang), aside(violation));
                writeln!(out, "  {PLACE}{place}{PLACE:#}: {message} {ASIDE}{aside}{ASIDE:#}")?;
                let accepted = Word::FoundAccepted.with(lang, &[&excerpt(&cell.found), &cell.accepts]);
                writeln!(out, "    {accepted}")?;
            }
        }
    }
    Ok(())
}

/// Tells of it on standard error. Where that is closed, nobody is told.
pub(crate) fn tell(record: &Record<'_>, violations: &Violations, lang: Lang) {
    let _ = write(&mut anstream::stderr().lock(), record, violations, lang);
}

/// The pointer, the message and the code.
pub(crate) fn line(violation: &Violation, lang: Lang) -> String {
    match violation.at() {
        "" => format!("{} ({})", violation.message(lang), violation.code().as_str()),
        at => format!("{}: {} ({})", printable(at), violation.message(lang), violation.code().as_str()),
    }
}

fn aside(violation: &Violation) -> String {
    format!("({}, {})", printable(violation.at()), violation.code().as_str())
}

/// Tells how many were refused, on standard error.
pub(crate) fn count(refused: u64, all: u64, lang: Lang) {
    if refused > 0 {
        let _ = writeln!(anstream::stderr(), "{}", Word::RefusedCount.with(lang, &[&refused, &all]));
    }
}

/// Tells why the command could not be carried out, on standard error.
pub(crate) fn unusable(error: &anyhow::Error, lang: Lang) {
    let reasons: Vec<String> =
        error.chain().map(|reason| reason.downcast_ref::<io::Error>().map_or_else(|| reason.to_string(), |error| cause(error, lang))).collect();
    let _ = writeln!(anstream::stderr(), "{ALARM}thuocdo:{ALARM:#} {}", reasons.join(": "));
}

/// Why a file could not be read or written, in words where they are known.
pub(crate) fn cause(error: &io::Error, lang: Lang) -> String {
    let word = match error.kind() {
        io::ErrorKind::NotFound => Word::NotFound,
        io::ErrorKind::PermissionDenied => Word::PermissionDenied,
        io::ErrorKind::IsADirectory => Word::IsADirectory,
        io::ErrorKind::StorageFull => Word::StorageFull,
        io::ErrorKind::FileTooLarge => Word::RowTooLarge,
        _ => return error.to_string(),
    };
    word.say(lang).to_owned()
}

/// Text of others, without the characters that would steer a terminal.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect::<String>().into()
    } else {
        text.into()
    }
}

fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let short: String = text.chars().take(LONGEST).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("{}{more}", printable(&short))
}
