//! NDJSON in memory: an answer for each line.

use std::convert::Infallible;
use std::ops::ControlFlow;

use crate::text::Lang;
use crate::violation::Violations;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Answers NDJSON line by line: one line out for each line in. The line is what `answer` returns, or `{"line":…,"violations":[…]}` with the
/// line number, counted from 1. A blank line has no output, but is counted.
///
/// ```
/// use thuocdo::{Lang, Scorer, canonical, json::each_line};
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let levels = |line: &[u8]| scorer.sheet(line).and_then(|sheet| scorer.levels(&sheet)).map(|levels| canonical(&levels));
/// let answers = each_line(b"{\"answers\":{},\"conditions\":{}}\n\n7\n", Lang::En, levels);
/// assert!(answers.lines().nth(1).is_some_and(|line| line.starts_with(r#"{"line":3,"violations":[{"at":"","code":"wrong_type""#)));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
pub fn each_line(text: &[u8], lang: Lang, answer: impl Fn(&[u8]) -> Result<String, Violations>) -> String {
    let mut answers = String::new();
    let ControlFlow::<Infallible>::Continue(()) = try_each_line(text, 1, lang, answer, |line| {
        answers.push_str(&line);
        answers.push('\n');
        ControlFlow::Continue(())
    });
    answers
}

/// As [`each_line`], but hands each answer to `take`, without an end of line, as soon as it is there: memory holds one answer. The first line has
/// the number `first`. Stops when `take` breaks off, and returns what it broke off with.
///
/// ```
/// use std::ops::ControlFlow;
/// use thuocdo::{Lang, Scorer, json::try_each_line};
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let found = try_each_line(b"\n7\n8\n", 101, Lang::En, |line| scorer.score_to_json(line), ControlFlow::Break);
/// assert!(found.break_value().is_some_and(|line| line.starts_with(r#"{"line":102,"violations":[{"at":"","code":"wrong_type""#)));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
pub fn try_each_line<B>(
    text: &[u8],
    first: u64,
    lang: Lang,
    answer: impl Fn(&[u8]) -> Result<String, Violations>,
    mut take: impl FnMut(String) -> ControlFlow<B>,
) -> ControlFlow<B> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    // No number above the largest, whatever `first` is.
    let numbers = (0..).map(|before| first.saturating_add(before));
    for (line, number) in text.split(|byte| *byte == b'\n').zip(numbers) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if !line.iter().all(u8::is_ascii_whitespace) {
            take(answer(line).unwrap_or_else(|violations| refused(number, &violations, lang)))?;
        }
    }
    ControlFlow::Continue(())
}

fn refused(number: u64, violations: &Violations, lang: Lang) -> String {
    format!("{{\"line\":{number},\"violations\":{}}}", violations.to_json(lang))
}
