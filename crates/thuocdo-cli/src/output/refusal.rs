//! Prints why an assessment is refused: its file, line or cell, what was found and what would be accepted.

use std::io::{self, Write};

use thuocdo::{Lang, ViolationCode};

use crate::input::{Record, Refusal, overlays};
use crate::outcome::Outcome;
use crate::terminal::stderr::{self, line};
use crate::terminal::{ALARM, ASIDE};
use crate::words::Word;

/// Writes everything that is wrong with one assessment.
pub(crate) fn write(out: &mut dyn Write, record: &Record<'_>, refusal: &Refusal, lang: Lang) -> io::Result<()> {
    let head = Word::Refused.say(lang, &[("place", &record.place(lang))]);
    writeln!(out, "{ALARM}{head}{ALARM:#}")?;
    let mut needed = None;
    let violations = match refusal {
        Refusal::Facts(violations) => violations,
        Refusal::Table(faults) => return faults.iter().try_for_each(|fault| writeln!(out, "  {}", fault.line(lang))),
    };
    for violation in violations {
        if violation.code() == ViolationCode::WrongFramework {
            needed = overlays::needed(record.file, violation, lang);
        }
        match record.cells.and_then(|cells| cells.tell(violation, lang)) {
            None => writeln!(out, "  {}", line(violation, lang))?,
            Some(note) => writeln!(out, "  {} {ASIDE}({}){ASIDE:#}", note.message, violation.code().as_str())?,
        }
    }
    needed.map_or(Ok(()), |needed| writeln!(out, "  {needed}"))
}

/// Prints everything that is wrong with one assessment on standard error.
pub(crate) fn tell(record: &Record<'_>, refusal: &Refusal, lang: Lang) {
    let _ = write(&mut anstream::stderr().lock(), record, refusal, lang);
}

/// The answer of NDJSON to an assessment that was refused.
pub(crate) fn refused_line(record: &Record<'_>, refusal: &Refusal, lang: Lang) -> String {
    format!("{{\"line\":{},\"violations\":{}}}", record.line, refusal.to_json(record.cells, lang))
}

/// Prints that there is no result, because so many assessments came twice.
pub(crate) fn twice(count: u64, lang: Lang) -> Outcome {
    stderr::say(&Word::Twice.say(lang, &[("count", &count)]));
    Outcome::SomeRefused
}
