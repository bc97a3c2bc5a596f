//! What is written in a cell of a table, as the fact it tells.
//!
//! A table is filled in by people and by programs: a cell holds a text, a number or a truth value. A cell that is not understood is passed
//! on as it is, so that it is refused at its place like any other answer.

mod guard;
mod who;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::assessment::{Fact, Share};
use crate::framework::{Indicator, Rule, StepsOf};
use crate::json::{Number, Value};
use crate::points::{Count, Points};

pub use guard::{guarded, unguarded};
pub use who::Who;

/// What stands in a cell that is not blank.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// A text, trimmed and not empty.
    Text(Cow<'a, str>),
    /// A number.
    Number(Number),
    /// True or false.
    Bool(bool),
}

impl<'a> Cell<'a> {
    /// The text of a cell, or `None` of a blank one. Where it was [`guarded`], it is what it was.
    pub fn text(text: &'a str) -> Option<Cell<'a>> {
        let text = match unguarded(text.trim()) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        (!text.is_empty()).then_some(Cell::Text(text))
    }

    /// As a whole number, such as the part or the whole of a share in a column of its own.
    pub fn whole_number(self) -> Value<'a> {
        match self {
            Cell::Text(text) => whole_number(&text),
            cell => cell.value(),
        }
    }

    /// As it stands.
    pub fn value(self) -> Value<'a> {
        match self {
            Cell::Text(text) => Value::Text(text),
            Cell::Number(number) => Value::Number(number),
            Cell::Bool(bool) => Value::Bool(bool),
        }
    }
}

/// Which fact the cells of a column tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Met or not: of a condition, or of an indicator by the rule `flag`.
    Met,
    /// Points up to a maximum.
    Points(Points),
    /// A part of a whole, such as `24/32`.
    Share,
    /// A whole number.
    Count,
}

impl Takes {
    /// What the cells of an indicator take by its rule.
    pub fn of(indicator: &Indicator, rule: &Rule) -> Takes {
        match rule {
            Rule::Direct => Takes::Points(indicator.max),
            Rule::Flag => Takes::Met,
            Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => Takes::Share,
            Rule::Steps { of: StepsOf::Count, .. } => Takes::Count,
        }
    }

    /// The cell as an assessment says it: an answer, or a condition.
    ///
    /// ```
    /// use thuocdo::cell::{Cell, Takes};
    /// use thuocdo::json::Value;
    /// let value = |cell, takes: Takes| Cell::text(cell).map(|cell| takes.value(cell));
    /// assert_eq!(value(" Không đạt ", Takes::Met), Some(Value::Bool(false)));
    /// assert_eq!(value("7,5", Takes::Points(thuocdo::Points::MAX)), Some(Value::Text("7.5".into())));
    /// assert_eq!(value(" ", Takes::Met), None);
    /// ```
    pub fn value(self, cell: Cell<'_>) -> Value<'_> {
        match (self, cell) {
            (Takes::Met, cell) => met(&cell).map_or_else(|| cell.value(), Value::Bool),
            (Takes::Points(_), Cell::Text(text)) => Value::Text(decimal_point(text)),
            (Takes::Share, Cell::Text(text)) => match text.split_once('/') {
                Some((part, whole)) => Value::object([("part", whole_number(part)), ("whole", whole_number(whole))]),
                None => Value::Text(text),
            },
            (Takes::Count, cell) => Value::object([("count", cell.whole_number())]),
            (Takes::Points(_) | Takes::Share, cell) => cell.value(),
        }
    }

    /// The fact of a cell, by the same rules and without allocating for it; `None` where it tells another kind, or none. What is then wrong
    /// with it, the scorer says of [`Takes::value`].
    pub fn fact(self, cell: &Cell<'_>) -> Option<Fact> {
        let count = |text| match whole_number(text) {
            Value::Number(number) => number.count(),
            _ => None,
        };
        match (self, cell) {
            (Takes::Met, cell) => met(cell).map(Fact::Met),
            (Takes::Points(_), Cell::Text(text)) => decimal_point(Cow::Borrowed(text)).parse().ok().map(Fact::Points),
            (Takes::Points(_), Cell::Number(number)) => number.points().ok().map(Fact::Points),
            (Takes::Share, Cell::Text(text)) => {
                let (part, whole) = text.split_once('/')?;
                Share::new(count(part)?, count(whole)?).map(Fact::Share)
            }
            (Takes::Count, Cell::Text(text)) => count(text).map(Fact::Count),
            (Takes::Count, Cell::Number(number)) => number.count().map(Fact::Count),
            (Takes::Points(_) | Takes::Count, Cell::Bool(_)) | (Takes::Share, _) => None,
        }
    }
}

/// Met or not, in any of the words people use, composed or decomposed, in any case.
fn met(cell: &Cell<'_>) -> Option<bool> {
    match cell {
        Cell::Bool(bool) => Some(*bool),
        Cell::Number(number) => match number.count().map(Count::get) {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        // Most write it as it is spelt here, and need no folding.
        Cell::Text(text) => met_word(text).or_else(|| met_word(&folded(text))),
    }
}

fn met_word(text: &str) -> Option<bool> {
    match text {
        "đạt" | "có" | "x" | "1" | "true" | "met" | "yes" => Some(true),
        "không đạt" | "chưa đạt" | "không" | "chưa" | "0" | "false" | "unmet" | "no" => Some(false),
        _ => None,
    }
}

/// Composed (NFC), in lower case, with single spaces: texts that people take for the same are the same.
pub fn folded(text: &str) -> String {
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
fn whole_number(text: &str) -> Value<'static> {
    let text = text.trim();
    if let Ok(whole) = text.parse::<u64>() {
        return Value::Number(Number::from(whole));
    }
    let decimal = decimal_point(Cow::Borrowed(text));
    let is_number =
        decimal.bytes().any(|byte| byte.is_ascii_digit()) && decimal.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    match decimal.parse::<f64>() {
        Ok(number) if is_number => Value::Number(Number::from_f64(number)),
        _ => Value::Text(Cow::Owned(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, takes: Takes) -> Value<'_> {
        Cell::text(text).map_or(Value::Null, |cell| takes.value(cell))
    }

    #[test]
    fn a_guarded_text_is_read_as_what_it_was() {
        for text in ["=1", "-12", "Trường A;=1", "Trường A"] {
            assert_eq!(Cell::text(&guarded(text)), Some(Cell::Text(text.into())));
        }
    }

    #[test]
    fn met_is_read_in_any_case_and_composition() {
        let decomposed = "Đạt".nfd().collect::<String>();
        assert_ne!(decomposed, "Đạt");
        for met in ["đạt", "ĐẠT", decomposed.as_str(), " Có ", "x", "X", "1", "TRUE", "met"] {
            assert_eq!(value(met, Takes::Met), Value::Bool(true), "{met}");
        }
        let decomposed = "không  đạt".nfd().collect::<String>();
        for unmet in ["Không đạt", "KHÔNG\u{a0}ĐẠT", decomposed.as_str(), "không", "0", "False", "unmet"] {
            assert_eq!(value(unmet, Takes::Met), Value::Bool(false), "{unmet}");
        }
    }

    #[test]
    fn what_is_not_understood_stays_as_it_was() {
        assert_eq!(value("đạtt", Takes::Met), Value::Text("đạtt".into()));
        assert_eq!(value("1.000,5", Takes::Points(Points::MAX)), Value::Text("1.000,5".into()));
        assert_eq!(value("24 of 32", Takes::Share), Value::Text("24 of 32".into()));
    }

    #[test]
    fn a_comma_before_decimals_is_a_point() {
        assert_eq!(value("7,5", Takes::Points(Points::MAX)), Value::Text("7.5".into()));
    }

    #[test]
    fn a_slash_makes_a_share() {
        let share = Value::object([("part", Value::Number(Number::from(24_u64))), ("whole", Value::Number(Number::from(32_u64)))]);
        assert_eq!(value("24 / 32", Takes::Share), share);
    }

    #[test]
    fn a_number_is_met_where_it_is_one() {
        for (number, expected) in [(1.0, Value::Bool(true)), (0.0, Value::Bool(false)), (2.0, Value::Number(Number::from_f64(2.0)))] {
            assert_eq!(Takes::Met.value(Cell::Number(Number::from_f64(number))), expected, "{number}");
        }
    }
}
