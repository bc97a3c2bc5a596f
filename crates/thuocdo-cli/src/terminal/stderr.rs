//! Standard error: what is wrong, and why something could not be done. Where it is closed, nobody reads it, and the work goes on.

use std::io::{self, Write};

use thuocdo::text::shown;
use thuocdo::{Lang, Violation, Violations};

use super::stdout::Unprinted;
use super::style::{ALARM, ASIDE, PLACE};
use crate::words::Word;

/// One line.
pub(crate) fn say(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// One line about something that keeps nothing from being done.
pub(crate) fn note(text: &str) {
    say(&format!("{ASIDE}{text}{ASIDE:#}"));
}

/// A heading, and everything that is wrong with a whole file.
pub(crate) fn refused(head: &str, violations: &Violations, lang: Lang) {
    refused_at(head, violations, |_| None, lang);
}

/// As [`refused`], for several files: `place` names the file of a pointer.
pub(crate) fn refused_at(head: &str, violations: &Violations, place: impl Fn(&str) -> Option<String>, lang: Lang) {
    let mut err = anstream::stderr().lock();
    let _ = writeln!(err, "{ALARM}{}{ALARM:#}", shown(head));
    for violation in violations {
        let _ = match place(violation.at()) {
            Some(place) => writeln!(err, "  {PLACE}{}{PLACE:#}: {}", shown(&place), line(violation, lang)),
            None => writeln!(err, "  {}", line(violation, lang)),
        };
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
        return format!("{}: {}", Word::CannotPrint.template(lang), cause(error, lang));
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
    word.template(lang).to_owned()
}
