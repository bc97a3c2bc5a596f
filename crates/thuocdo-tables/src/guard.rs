//! Protection against CSV injection: a text becomes a cell that no spreadsheet reads as a formula, not even a part of it.
//!
//! A program may split the file at another delimiter than the writer: Excel splits at `;` where the comma is the decimal sign, as in
//! Vietnam. So the text after any delimiter or line end inside a cell may begin a new cell, and gets the same protection as the beginning.

use std::borrow::Cow;

use thuocdo::text::is_hidden;

/// Puts an apostrophe before each part that a spreadsheet could read as a formula: one that begins with `=`, `+`, `-`, `@`, their
/// full-width forms, a tab or a line end, also after blanks, quotes, apostrophes and invisible characters. A part begins at the start of
/// the text, and after each `,`, `;`, tab and line end. Callers pass texts only; numbers need no protection.
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

/// The inverse of [`guarded`] for every text: removes an apostrophe where [`guarded`] would put one.
pub fn unguarded(text: &str) -> Cow<'_, str> {
    if !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    changed(text, |part, place| part.strip_prefix('\'').filter(|rest| could_begin_a_formula(rest, place)).map(|rest| ("", rest)))
}

/// The beginning of a part of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Beginning,
    Behind,
}

/// The text with changed beginnings of its parts. `change` gets the rest of the text from each beginning; it returns what to put before the
/// remaining rest.
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
        // Keeps the two characters of one line end together.
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
        // The text ends here. The quote after the cell and the line end follow, and together they begin a quoted cell.
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
