//! Standard error: what is wrong, and why the command stopped. If it is closed, the messages are dropped and the work goes on.

use std::io::{self, Write};

use thuocdo::text::shown;
use thuocdo::{Lang, Violation, Violations};

use super::lines::wrapped;
use super::stdout::{Unprinted, error_width};
use super::style::{ALARM, ASIDE, PLACE};
use crate::words::Word;

/// Prints a line, broken between words where a terminal would break it anywhere.
pub(crate) fn say(text: &str) {
    let _ = write_line(&mut anstream::stderr(), text);
}

/// Writes a line to standard error, which the caller has locked.
pub(crate) fn write_line(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let width = error_width();
    text.split('\n').try_for_each(|line| writeln!(out, "{}", wrapped(line, width)))
}

/// Prints a remark: the work goes on.
pub(crate) fn note(text: &str) {
    say(&format!("{ASIDE}{text}{ASIDE:#}"));
}

/// Prints a heading, and below it everything that is wrong with a file.
pub(crate) fn refused(head: &str, violations: &Violations, lang: Lang) {
    refused_at(head, violations, |_| None, lang);
}

/// As [`refused`], for several files: `place` names the file of a pointer.
pub(crate) fn refused_at(head: &str, violations: &Violations, place: impl Fn(&str) -> Option<String>, lang: Lang) {
    let mut err = anstream::stderr().lock();
    let _ = write_line(&mut err, &format!("{ALARM}{}{ALARM:#}", shown(head)));
    for violation in violations {
        let told = match place(violation.at()) {
            Some(place) => format!("  {PLACE}{}{PLACE:#}: {}", shown(&place), line(violation, lang)),
            None => format!("  {}", line(violation, lang)),
        };
        let _ = write_line(&mut err, &told);
    }
}

/// The pointer, the message and the code.
pub(crate) fn line(violation: &Violation, lang: Lang) -> String {
    match violation.at() {
        "" => format!("{} ({})", violation.message(lang), violation.code().as_str()),
        _ => violation.line(lang),
    }
}

/// A heading, and each violation on a line below it.
pub(crate) fn listed(mut text: String, violations: &Violations, lang: Lang) -> String {
    for violation in violations {
        text.push_str("\n  ");
        text.push_str(&line(violation, lang));
    }
    text
}

/// Prints the error that ends the command.
pub(crate) fn unusable(error: &anyhow::Error, lang: Lang) {
    say(&format!("{ALARM}thuocdo:{ALARM:#} {}", reasons(error, lang)));
}

/// An error and its causes: `cannot read a.json: there is no such file`.
pub(crate) fn reasons(error: &anyhow::Error, lang: Lang) -> String {
    let reasons: Vec<String> =
        error.chain().map(|reason| reason.downcast_ref::<io::Error>().map_or_else(|| reason.to_string(), |error| cause(error, lang))).collect();
    // Our own lists have several lines. Control characters in a message of a library are written out.
    reasons.join(": ").lines().map(shown).collect::<Vec<_>>().join("\n")
}

/// Why a file could not be read or written: our own sentence for the common reasons, else the system's.
pub(crate) fn cause(error: &io::Error, lang: Lang) -> String {
    if let Some(Unprinted { error, failed }) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        let told = failed.as_deref().unwrap_or(Word::CannotPrint.template(lang));
        return format!("{told}: {}", cause(error, lang));
    }
    let word = match error.kind() {
        io::ErrorKind::NotFound => Word::NotFound,
        io::ErrorKind::PermissionDenied => Word::PermissionDenied,
        io::ErrorKind::IsADirectory => Word::IsADirectory,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Word::StorageFull,
        io::ErrorKind::FileTooLarge => Word::FileTooLarge,
        _ => return error.to_string(),
    };
    word.template(lang).to_owned()
}
