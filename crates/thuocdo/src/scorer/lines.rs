//! Scores NDJSON in memory: one assessment per line.

use super::Scorer;
use crate::text::Lang;
use crate::violation::Violations;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Scorer {
    /// Scores NDJSON: one line out for each line in. The line is the scorecard as canonical JSON, or `{"line":…,"violations":[…]}` with the
    /// line number, counted from 1. A blank line has no output, but is counted.
    ///
    /// ```
    /// use thuocdo::{Framework, Lang, Scorer};
    /// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
    /// let answers = scorer.score_lines(b"{\"answers\":{},\"conditions\":{}}\r\n\n7\n", Lang::En);
    /// let answers: Vec<&str> = answers.lines().collect();
    /// assert_eq!(answers.len(), 2);
    /// assert!(answers[1].starts_with(r#"{"line":3,"violations":[{"at":"","code":"wrong_type""#));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    pub fn score_lines(&self, text: &[u8], lang: Lang) -> String {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let mut answers = String::new();
        for (line, number) in text.split(|byte| *byte == b'\n').zip(1_u64..) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let answer = self.score_to_json(line).unwrap_or_else(|violations| refused(number, &violations, lang));
            answers.push_str(&answer);
            answers.push('\n');
        }
        answers
    }
}

fn refused(number: u64, violations: &Violations, lang: Lang) -> String {
    format!("{{\"line\":{number},\"violations\":{}}}", violations.to_json(lang))
}
