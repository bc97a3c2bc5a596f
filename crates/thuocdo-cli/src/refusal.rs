//! How people are told what is wrong: the file, the line or cell, the pointer, what was found and what would be accepted.

use std::io::{self, Write};
use std::rc::Rc;

use anstyle::{AnsiColor, Style};
use thuocdo::text::{CodeHelp, shown};
use thuocdo::{Lang, Violation, ViolationCode, Violations};

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
    /// Each code, with more of it than a message says.
    pub(crate) const CODES: [(&'static str, CodeHelp); 2] = [BadRow::RAGGED, BadRow::NOT_UTF8];

    const RAGGED: (&'static str, CodeHelp) = (
        "ragged_row",
        CodeHelp::new(
            ["một dòng của CSV có nhiều hoặc ít ô hơn dòng tiêu đề", "a row of a CSV has more or fewer cells than the header"],
            "institution.code,1.3.1\nVD-01,7,5",
            [
                "số có dấu phẩy thì đặt trong dấu ngoặc kép, \"7,5\", hoặc dùng dấu chấm phẩy giữa các ô; kiểm tra cả dấu ngoặc kép thiếu",
                "put a number with a comma in quotes, \"7,5\", or part the cells by semicolons; look for a quote that is missing too",
            ],
        ),
    );

    const NOT_UTF8: (&'static str, CodeHelp) = (
        "not_utf8",
        CodeHelp::new(
            ["tệp văn bản không lưu bằng bảng mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258)", "a text file is not saved as UTF-8"],
            "Tr\\xEDêng",
            ["trong Excel chọn Lưu thành → CSV UTF-8", "in Excel, save as CSV UTF-8"],
        ),
    );

    fn code(self) -> &'static str {
        match self {
            BadRow::Ragged { .. } => BadRow::RAGGED.0,
            BadRow::NotUtf8 { .. } => BadRow::NOT_UTF8.0,
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

    /// Tells of everything on standard error, each behind the file and line of its card. Where that is closed, nobody is told.
    pub(crate) fn tell(&self, violations: &Violations, lang: Lang) {
        let _ = self.write(&mut anstream::stderr().lock(), violations, lang);
    }

    fn write(&self, out: &mut dyn Write, violations: &Violations, lang: Lang) -> io::Result<()> {
        writeln!(out, "{ALARM}{}{ALARM:#}", Word::ListRefused.with(lang, &[&violations.len()]))?;
        for violation in violations {
            let number = violation.at().strip_prefix("/scorecards/").and_then(|rest| rest.split('/').next());
            match number.and_then(|number| number.parse().ok()).and_then(|number: usize| self.0.get(number)) {
                Some((file, at)) => {
                    let place = Word::AtLine.with(lang, &[file, at]);
                    writeln!(out, "  {PLACE}{place}{PLACE:#}: {}", line(violation, lang))?;
                }
                None => writeln!(out, "  {}", line(violation, lang))?,
            }
        }
        Ok(())
    }
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
