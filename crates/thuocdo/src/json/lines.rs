//! NDJSON in memory: an answer for each line.

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
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut answers = String::new();
    for (line, number) in text.split(|byte| *byte == b'\n').zip(1_u64..) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        answers.push_str(&answer(line).unwrap_or_else(|violations| refused(number, &violations, lang)));
        answers.push('\n');
    }
    answers
}

fn refused(number: u64, violations: &Violations, lang: Lang) -> String {
    format!("{{\"line\":{number},\"violations\":{}}}", violations.to_json(lang))
}
