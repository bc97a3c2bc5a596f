//! A text as a cell of a CSV, so that no spreadsheet takes it, or a part of it, for a formula.
//!
//! A program may part the file elsewhere than it was meant to be parted: Excel parts at `;` where the comma stands before decimals, as in
//! Vietnam. So what stands behind any separator or end of a line within a text may begin a cell, and is guarded like its beginning.

use std::borrow::Cow;

use thuocdo::text::is_hidden;

/// The text with an apostrophe before each part that a spreadsheet could take for a formula: one that begins with `=`, `+`, `-`, `@`, their
/// full-width forms, a tab or an end of a line; also behind blanks, quotes, apostrophes, and what cannot be seen. A part begins where the text
/// does, and behind each `,`, `;`, tab and end of a line. Numbers are written as they are: only texts come here.
///
/// ```
/// use thuocdo_tables::{guarded, unguarded};
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("Trường A; =1"), "Trường A;' =1");
/// assert_eq!(unguarded("Trường A;' =1"), "Trường A; =1");
/// ```
pub fn guarded(text: &str) -> Cow<'_, str> {
    changed(text, |part, place| if could_begin_a_formula(part, place) { Some(("'", part)) } else { None })
}

/// The text that was [`guarded`], of every text: an apostrophe is taken away where one would be put.
pub fn unguarded(text: &str) -> Cow<'_, str> {
    if !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    changed(text, |part, place| part.strip_prefix('\'').filter(|rest| could_begin_a_formula(rest, place)).map(|rest| ("", rest)))
}

/// Where a part of a text begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Beginning,
    Behind,
}

/// The text with the beginnings of its parts changed: `change` is given all from there on, and says what to put before what is left of it.
fn changed<'t>(text: &'t str, change: impl Fn(&'t str, Place) -> Option<(&'static str, &'t str)>) -> Cow<'t, str> {
    let mut out = String::new();
    let mut is_changed = false;
    let (mut rest, mut place) = (text, Place::Beginning);
    loop {
        if let Some((before, left)) = change(rest, place) {
            is_changed = true;
            out.push_str(before);
            rest = left;
        }
        let Some(end) = rest.find([',', ';', '\t', '\r', '\n']) else { break };
        // The two characters of one end of a line stay together.
        let behind = if rest.get(end..).is_some_and(|rest| rest.starts_with("\r\n")) { end.saturating_add(2) } else { end.saturating_add(1) };
        let (part, next) = rest.split_at_checked(behind).unwrap_or((rest, ""));
        out.push_str(part);
        (rest, place) = (next, Place::Behind);
    }
    out.push_str(rest);
    if is_changed { Cow::Owned(out) } else { Cow::Borrowed(text) }
}

fn could_begin_a_formula(text: &str, place: Place) -> bool {
    let is_formula = |c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n');
    let is_passed_over = |c: char| c.is_whitespace() || is_hidden(c) || matches!(c, '"' | '\'' | '\u{fe00}'..='\u{fe0f}');
    match text.chars().find(|c| is_formula(*c) || !is_passed_over(*c)) {
        Some(first) => is_formula(first),
        // Nothing more: what follows is the quote behind the cell and the end of the line, which together begin a quoted cell.
        None => place == Place::Behind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_begin_a_formula_is_guarded() {
        for (text, wanted) in [
            ("=1", "'=1"),
            ("+84 31", "'+84 31"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋－＠", "'＋－＠"),
            ("\t=1", "'\t'=1"),
            ("\rx", "'\rx"),
            (" \u{feff}\u{200b}\u{a0}=1", "' \u{feff}\u{200b}\u{a0}=1"),
            ("\"=1\"", "'\"=1\""),
            ("x;=cmd()", "x;'=cmd()"),
            ("x,=1;-2\t@3", "x,'=1;'-2\t'@3"),
            ("x\r\n=1", "x\r\n'=1"),
            ("x\n\n=1", "x\n'\n'=1"),
            ("x; \"\"=1", "x;' \"\"=1"),
            ("x;", "x;'"),
            ("'=1", "''=1"),
        ] {
            assert_eq!(guarded(text), wanted, "{text:?}");
            assert_eq!(unguarded(wanted), text, "{wanted:?}");
        }
    }

    #[test]
    fn names_stay_as_they_are() {
        for text in ["", " ", "Trường Tiểu học A-B", "a=b", "TH & THCS, cơ sở 2; phân hiệu", "31-0042", "L'école", "'tis", "hai\r\ndòng", "1.2"]
        {
            assert!(matches!(guarded(text), Cow::Borrowed(same) if same == text), "{text:?}");
            assert!(matches!(unguarded(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }
}
