//! Spreadsheet number formats: the text that a format displays, if it differs from the number.

use thuocdo::json::Number;

use crate::cell::{Cell, Odd};

/// A number as a person sees it: 0.75 is `75%` in a percent format, 1000701 is `01000701` in the format `00000000`.
pub(super) fn cell(value: f64, code: &str) -> Cell<'static> {
    let section = Section::of(code, value);
    let plain = Cell::Number(Number::from_f64(value));
    if section.is_general {
        plain
    } else if section.is_percent {
        // The display is rounded as the format says; the message has the stored number in full.
        Cell::Odd(Odd::Percent(value), format!("{}%", Number::from_f64(rounded(value * 100.0))).into())
    } else if section.is_scaled {
        Cell::Odd(Odd::Format, format!("{} ({code})", Number::from_f64(value)).into())
    } else if section.places == 0 {
        Cell::Odd(Odd::Format, section.literal().trim().to_owned().into())
    } else if section.is_zeros && section.places > 1 && value >= 0.0 && value.fract() == 0.0 && value < 1e15 {
        Cell::Text(section.filled(value).into())
    } else {
        plain
    }
}

/// Rounds to twelve digits, so that 0.07 in percent is 7 and not 7.000000000000001.
fn rounded(value: f64) -> f64 {
    format!("{value:.10}").parse().unwrap_or(value)
}

/// The section of a format that applies to a number.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is told of a format by itself")]
struct Section {
    is_general: bool,
    is_percent: bool,
    /// A comma after the digits displays the number in thousands.
    is_scaled: bool,
    /// All digit places are zeros.
    is_zeros: bool,
    /// The number of digit places.
    places: usize,
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Digit,
    Literal(char),
}

impl Section {
    fn of(code: &str, value: f64) -> Section {
        let sections = split(code);
        let nth = match sections.len() {
            0 | 1 => 0,
            2 => usize::from(value < 0.0),
            _ if value < 0.0 => 1,
            _ if value == 0.0 => 2,
            _ => 0,
        };
        Section::read(sections.get(nth).map_or("", String::as_str), code)
    }

    fn read(section: &str, code: &str) -> Section {
        let mut read = Section { is_zeros: true, ..Section::default() };
        let lower = section.to_ascii_lowercase();
        if code.is_empty() || section.trim() == "@" || lower.contains("general") || lower.contains("standard") {
            read.is_general = true;
            return read;
        }
        let mut letters = section.chars().peekable();
        let mut is_behind_digit = false;
        while let Some(letter) = letters.next() {
            match letter {
                '"' => {
                    for quoted in letters.by_ref().take_while(|letter| *letter != '"') {
                        read.pieces.push(Piece::Literal(quoted));
                    }
                    continue;
                }
                '\\' => read.pieces.extend(letters.next().map(Piece::Literal)),
                '_' | '*' => {
                    letters.next();
                    continue;
                }
                '[' => {
                    letters.by_ref().take_while(|letter| *letter != ']').for_each(drop);
                    continue;
                }
                '0' | '#' | '?' => {
                    read.places += 1;
                    read.is_zeros &= letter == '0';
                    read.pieces.push(Piece::Digit);
                    is_behind_digit = true;
                    continue;
                }
                '%' => read.is_percent = true,
                ',' if is_behind_digit => {
                    let is_between = letters.peek().is_some_and(|next| matches!(next, '0' | '#' | '?'));
                    read.is_scaled |= !is_between;
                    read.is_zeros = false;
                    // Several commas may follow each other.
                    continue;
                }
                '.' | 'E' | 'e' | '/' => read.is_zeros = false,
                other => read.pieces.push(Piece::Literal(other)),
            }
            is_behind_digit = false;
        }
        read
    }

    fn literal(&self) -> String {
        self.pieces.iter().filter_map(|piece| if let Piece::Literal(letter) = piece { Some(*letter) } else { None }).collect()
    }

    /// The digits of a whole number in the places of the format; further digits come before them.
    fn filled(&self, value: f64) -> String {
        let digits = format!("{value:0>width$}", width = self.places);
        let mut rest = digits.chars();
        let ahead: String = rest.by_ref().take(digits.len() - self.places).collect();
        let mut is_first = true;
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Literal(letter) => out.push(*letter),
                Piece::Digit => {
                    if std::mem::take(&mut is_first) {
                        out.push_str(&ahead);
                    }
                    out.extend(rest.next());
                }
            }
        }
        out.trim().to_owned()
    }
}

/// Splits a format at its semicolons, except in quotes, in brackets and after a backslash.
fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    for letter in code.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if !is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '[' if !is_quoted => is_bracketed = true,
            ']' if !is_quoted => is_bracketed = false,
            ';' if !is_quoted && !is_bracketed => {
                sections.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(section) = sections.last_mut() {
            section.push(letter);
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, code: &str) -> String {
        match cell(value, code) {
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => format!("text {text}"),
            Cell::Odd(_, text) => format!("odd {text}"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_format_that_shows_the_number_itself_changes_nothing() {
        for code in [
            "General",
            "",
            "0",
            "0.00",
            "#,##0.00",
            "0.0",
            "@",
            "# ?/?",
            "0.00E+00",
            "0 \"điểm\"",
            "#,##0.00\\ \"₫\"",
            "[$-42A]0.00",
            "_(* #,##0.00_)",
            "[Red]0.0;[Blue]-0.0",
            "0.0;;@",
        ] {
            assert_eq!(shown(5.25, code), "5.25", "{code}");
        }
    }

    #[test]
    fn a_format_that_changes_the_meaning_is_odd() {
        for (value, code, wanted) in [
            (0.75, "0%", "odd 75%"),
            (0.07, "0.00%", "odd 7%"),
            (0.755, "0%", "odd 75.5%"),
            (5000.0, "0,", "odd 5000 (0,)"),
            (5000.0, "#,##0,\"k\"", "odd 5000 (#,##0,\"k\")"),
            (1.0, "\"đạt\";;\"không đạt\"", "odd đạt"),
            (0.0, "\"đạt\";;\"không đạt\"", "odd không đạt"),
            (5.0, ";;;", "odd "),
            (5.0, "\"100%\" 0", "5"),
        ] {
            assert_eq!(shown(value, code), wanted, "{code}");
        }
    }

    #[test]
    fn codes_keep_the_zeros_that_their_format_shows() {
        for (value, code, wanted) in [
            (1_000_701.0, "00000000", "text 01000701"),
            (310_042.0, "00\\-0000", "text 31-0042"),
            (310_042.0, "00-0000", "text 31-0042"),
            (123_456_789.0, "00000000", "text 123456789"),
            (7.5, "00", "7.5"),
            (7.0, "0", "7"),
            (1e15, "00000000", "1000000000000000"),
        ] {
            assert_eq!(shown(value, code), wanted, "{code}");
        }
    }
}
