//! What a person wrote in a cell, as a JSON value for the core to judge.
//!
//! A cell that is not understood is passed on as it is, so that the core refuses it at its place.

use std::borrow::Cow;

use thuocdo::Lang;
use thuocdo::json::{Number, Value};
use unicode_normalization::UnicodeNormalization;

use crate::columns::{STREAMS, TYPES, Takes};
use crate::words::Word;

/// What stands in a cell; text is trimmed and not empty.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Bool(bool),
    /// A formula whose value the workbook does not hold.
    Unvalued,
}

impl<'a> Cell<'a> {
    /// The text of a cell, or `None` of a blank one.
    pub(crate) fn text(text: &'a str) -> Option<Cell<'a>> {
        let text = text.trim();
        (!text.is_empty()).then_some(Cell::Text(Cow::Borrowed(text)))
    }

    /// For a message.
    pub(crate) fn show(&self, lang: Lang) -> String {
        match self {
            Cell::Text(text) => text.to_string(),
            Cell::Number(number) => match lang {
                Lang::Vi => number.to_string().replace('.', ","),
                Lang::En => number.to_string(),
            },
            Cell::Bool(true) => "TRUE".to_owned(),
            Cell::Bool(false) => "FALSE".to_owned(),
            Cell::Unvalued => "=".to_owned(),
        }
    }
}

/// The one fact of a cell.
pub(crate) fn value(cell: Cell<'_>, takes: Takes) -> Value<'_> {
    match takes {
        Takes::Name | Takes::Framework => match cell {
            // Codes are opaque texts; a spreadsheet may have made a number of one.
            Cell::Number(number) => Value::Text(number.to_string().into()),
            other => plain(other),
        },
        Takes::Type => word(cell, &TYPES),
        Takes::Stream => word(cell, &STREAMS),
        Takes::Date => match cell {
            Cell::Text(text) => Value::Text(day_first(&text).map_or(text, Cow::Owned)),
            other => plain(other),
        },
        Takes::Met => met(&cell).map_or_else(|| plain(cell), Value::Bool),
        Takes::Points(_) => match cell {
            Cell::Text(text) => Value::Text(decimal_point(text)),
            other => plain(other),
        },
        Takes::Share => match &cell {
            Cell::Text(text) => match text.split_once('/') {
                Some((part, whole)) => object([("part", count(part)), ("whole", count(whole))]),
                None => plain(cell),
            },
            _ => plain(cell),
        },
        Takes::Count => match &cell {
            Cell::Text(text) => object([("count", count(text))]),
            _ => object([("count", plain(cell))]),
        },
    }
}

/// As it stands.
fn plain(cell: Cell<'_>) -> Value<'_> {
    match cell {
        Cell::Text(text) => Value::Text(text),
        Cell::Number(number) => Value::Number(Number::from_f64(number)),
        Cell::Bool(bool) => Value::Bool(bool),
        Cell::Unvalued => Value::Text(Cow::Borrowed("=")),
    }
}

pub(crate) fn object<'a, const N: usize>(entries: [(&'static str, Value<'a>); N]) -> Value<'a> {
    Value::Object(entries.into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).collect())
}

/// Met or not, in any of the words people use, composed or decomposed, in any case.
fn met(cell: &Cell<'_>) -> Option<bool> {
    let text = match cell {
        Cell::Bool(bool) => return Some(*bool),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => folded(text),
        Cell::Unvalued => return None,
    };
    match text.as_str() {
        "đạt" | "có" | "x" | "1" | "true" | "met" | "yes" => Some(true),
        "không đạt" | "chưa đạt" | "không" | "chưa" | "0" | "false" | "unmet" | "no" => Some(false),
        _ => None,
    }
}

/// The code of a word that people may write in either language.
fn word<'a>(cell: Cell<'a>, pairs: &[(&'static str, Word)]) -> Value<'a> {
    if let Cell::Text(text) = &cell {
        let wanted = folded(text);
        let known = pairs.iter().find(|(_, word)| [Lang::Vi, Lang::En].iter().any(|lang| folded(word.say(*lang)) == wanted));
        if let Some((code, _)) = known {
            return Value::Text(Cow::Borrowed(code));
        }
    }
    plain(cell)
}

/// Composed, lower case, with single spaces.
pub(crate) fn folded(text: &str) -> String {
    let lower = text.nfc().collect::<String>().to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `7,5` as `7.5`; anything but digits around one comma stays as it is.
fn decimal_point(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_decimal = text.split_once(',').is_some_and(|(whole, decimals)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(decimals)
    });
    if is_decimal { Cow::Owned(text.replace(',', ".")) } else { text }
}

/// A whole number, or what else stands there.
fn count(text: &str) -> Value<'static> {
    let text = text.trim();
    let decimal = decimal_point(Cow::Borrowed(text));
    let is_number =
        decimal.bytes().any(|byte| byte.is_ascii_digit()) && decimal.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    match (text.parse::<u64>(), decimal.parse::<f64>()) {
        (Ok(whole), _) => Value::Number(Number::from(whole)),
        (_, Ok(number)) if is_number => Value::Number(Number::from_f64(number)),
        _ => Value::Text(Cow::Owned(text.to_owned())),
    }
}

/// `12/10/2023`, as people in Vietnam write 12 October, as `2023-10-12`.
fn day_first(text: &str) -> Option<String> {
    let mut parts = text.split(['/', '-']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, least: usize, most: usize| (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = parts.next().is_none() && digits(day, 1, 2) && digits(month, 1, 2) && digits(year, 4, 4);
    fits.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell<'_> {
        Cell::text(text).expect("not blank")
    }

    #[test]
    fn met_is_read_in_any_case_and_composition() {
        let decomposed = "Đạt".nfd().collect::<String>();
        assert_ne!(decomposed, "Đạt");
        for met in ["đạt", "ĐẠT", decomposed.as_str(), " Có ", "x", "X", "1", "TRUE", "met"] {
            assert_eq!(value(text(met), Takes::Met), Value::Bool(true), "{met}");
        }
        let decomposed = "không  đạt".nfd().collect::<String>();
        for unmet in ["Không đạt", "KHÔNG\u{a0}ĐẠT", decomposed.as_str(), "không", "0", "False", "unmet"] {
            assert_eq!(value(text(unmet), Takes::Met), Value::Bool(false), "{unmet}");
        }
    }

    #[test]
    fn what_is_not_understood_stays_as_it_was() {
        assert_eq!(value(text("đạtt"), Takes::Met), Value::Text("đạtt".into()));
        assert_eq!(value(text("1.000,5"), Takes::Points(thuocdo::Points::MAX)), Value::Text("1.000,5".into()));
        assert_eq!(value(text("24 of 32"), Takes::Share), Value::Text("24 of 32".into()));
    }

    #[test]
    fn a_comma_before_decimals_is_a_point() {
        assert_eq!(value(text("7,5"), Takes::Points(thuocdo::Points::MAX)), Value::Text("7.5".into()));
    }

    #[test]
    fn a_slash_makes_a_share() {
        let share = object([("part", Value::Number(Number::from(24_u64))), ("whole", Value::Number(Number::from(32_u64)))]);
        assert_eq!(value(text("24 / 32"), Takes::Share), share);
    }

    #[test]
    fn days_come_before_months() {
        assert_eq!(value(text("5/9/2023"), Takes::Date), Value::Text("2023-09-05".into()));
        assert_eq!(value(text("2023-09-05"), Takes::Date), Value::Text("2023-09-05".into()));
    }

    #[test]
    fn a_code_that_a_spreadsheet_made_a_number_is_a_text_again() {
        assert_eq!(value(Cell::Number(310_042.0), Takes::Name), Value::Text("310042".into()));
    }
}
