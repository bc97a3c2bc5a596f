//! Reads facts from cells.
//!
//! A cell that cannot be understood keeps its text, so that the core refuses it like any other wrong answer.

use std::borrow::Cow;

use thuocdo::json::{Number, Value};
use thuocdo::{Count, Fact, Indicator, Points, Rule, Share, StepsOf};

use crate::cell::{Cell, Odd, folded, no_value, seen};
use crate::number::{Written, written};

/// The kind of fact in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// Met or not: for a condition, or for an indicator with the rule `flag`.
    Met,
    /// Points up to a maximum.
    Points(Points),
    /// A part of a whole, such as `24/32`.
    Share,
    /// A whole number.
    Count,
}

impl FactKind {
    /// The kind of fact that an indicator's rule uses.
    pub fn of(indicator: &Indicator, rule: &Rule) -> FactKind {
        match rule {
            Rule::Direct => FactKind::Points(indicator.max),
            Rule::Flag => FactKind::Met,
            Rule::Steps { of: StepsOf::Count, .. } => FactKind::Count,
            Rule::Share | Rule::Steps { .. } => FactKind::Share,
        }
    }

    /// The value of the cell in an assessment: an answer, or a condition.
    ///
    /// ```
    /// use thuocdo::json::Value;
    /// use thuocdo_tables::{Cell, FactKind};
    /// let value = |cell, kind: FactKind| Cell::text(cell).map(|cell| kind.value(cell));
    /// assert_eq!(value(" Không đạt ", FactKind::Met), Some(Value::Bool(false)));
    /// assert_eq!(value("7,5", FactKind::Points(thuocdo::Points::MAX)), Some(Value::Text("7.5".into())));
    /// assert_eq!(value(" ", FactKind::Met), None);
    /// ```
    pub fn value(self, cell: Cell<'_>) -> Value<'_> {
        match (self, cell) {
            (FactKind::Met, cell) => met(&cell).map_or_else(|| cell.value(), Value::Bool),
            (FactKind::Points(max), Cell::Text(text)) => points(text, max),
            (FactKind::Share, Cell::Text(text)) => match text.split_once('/') {
                Some((part, whole)) => Value::object([("part", count(part)), ("whole", count(whole))]),
                None => Value::Text(text),
            },
            (FactKind::Count, cell) => Value::object([("count", whole_number(cell))]),
            (FactKind::Points(_) | FactKind::Share, cell) => cell.value(),
        }
    }

    /// The fact of a cell by the same rules, without allocation. `None` if the cell holds another kind of fact, or none; the scorer then
    /// finds the fault in [`FactKind::value`].
    pub fn fact(self, cell: &Cell<'_>) -> Option<Fact> {
        let number = |text| match count(text) {
            Value::Number(number) => number.count(),
            _ => None,
        };
        match (self, cell) {
            (FactKind::Met, cell) => met(cell).map(Fact::Met),
            (FactKind::Points(max), Cell::Text(text)) => match few_digits(text) {
                Some(points) => Some(Fact::Points(points)),
                None => match points(Cow::Borrowed(text), max) {
                    Value::Text(text) => text.parse().ok().map(Fact::Points),
                    _ => None,
                },
            },
            (FactKind::Points(_), Cell::Number(number)) => number.points().ok().map(Fact::Points),
            (FactKind::Share, Cell::Text(text)) => {
                let (part, whole) = text.split_once('/')?;
                Share::new(number(part)?, number(whole)?).map(Fact::Share)
            }
            (FactKind::Count, Cell::Text(text)) => number(text).map(Fact::Count),
            (FactKind::Count, Cell::Number(number)) => number.count().map(Fact::Count),
            (FactKind::Points(_) | FactKind::Count | FactKind::Share, _) => None,
        }
    }
}

/// The cell as a whole number, such as the part or the whole of a share in its own column.
pub fn whole_number(cell: Cell<'_>) -> Value<'_> {
    match cell {
        Cell::Text(text) => count(&text),
        cell => cell.value(),
    }
}

/// Reads met or unmet, in any word that people use, composed or decomposed, in any case.
fn met(cell: &Cell<'_>) -> Option<bool> {
    match cell {
        Cell::Bool(bool) => Some(*bool),
        Cell::Number(number) => match number.count().map(Count::get) {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        // Most cells have exactly these spellings and need no folding. A format may display a word for a number; then the word counts.
        Cell::Text(text) | Cell::Odd(Odd::Format, text) => met_word(text).or_else(|| met_word(&folded(text))),
        Cell::Day(_) | Cell::Odd(..) => None,
    }
}

/// The words for met, folded.
pub(crate) const MET: [&str; 11] = ["đạt", "có", "x", "1", "true", "met", "yes", "✓", "✔", "dat", "co"];
/// The words for unmet, folded.
pub(crate) const UNMET: [&str; 17] =
    ["không đạt", "chưa đạt", "không", "chưa", "0", "false", "unmet", "no", "ko", "k", "✗", "✘", "khong dat", "chua dat", "khong", "chua", "ko đạt"];

fn met_word(text: &str) -> Option<bool> {
    if MET.contains(&text) { Some(true) } else { UNMET.contains(&text).then_some(false) }
}

/// Points of at most three digits, a mark and two digits, as nearly all are written: `6`, `5,25`. `None` of any other text, which [`points`] reads.
fn few_digits(text: &str) -> Option<Points> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = text.as_bytes().split_at(digits);
    if !(1..=3).contains(&digits) || (digits > 1 && whole.starts_with(b"0")) {
        return None;
    }
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let decimals = match rest {
        [] => 0,
        [b',' | b'.', tenths] => 10 * digit(tenths)?,
        [b',' | b'.', tenths, hundredths] => 10 * digit(tenths)? + digit(hundredths)?,
        _ => return None,
    };
    let whole = whole.iter().fold(0, |whole, byte| 10 * whole + u32::from(byte - b'0'));
    Points::from_hundredths(100 * whole + decimals)
}

/// Reads points with a decimal point or comma. A text that could also mean thousands stays text.
fn points(text: Cow<'_, str>, max: Points) -> Value<'_> {
    let text = match seen(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(seen) => Cow::Owned(seen),
    };
    let plain = match written(&text) {
        Written::Plain(Cow::Borrowed(_)) | Written::No => None,
        Written::Plain(Cow::Owned(plain)) => Some(plain),
        // If the thousands are above the maximum, the author can only mean decimals.
        Written::TwoWays { thousands, decimal } => match thousands.parse::<Points>() {
            Ok(points) if points <= max => return no_value(text),
            _ => Some(decimal),
        },
    };
    Value::Text(plain.map_or(text, Cow::Owned))
}

/// Reads a whole number; any other text stays text.
fn count(text: &str) -> Value<'static> {
    let text = seen(text.trim());
    if let Ok(whole) = text.parse::<u64>() {
        return Value::Number(Number::from(whole));
    }
    match written(&text) {
        Written::Plain(plain) => plain.parse().map_or(Value::Null, |number| Value::Number(Number::from_f64(number))),
        Written::TwoWays { .. } | Written::No => Value::Text(Cow::Owned(text.into_owned())),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::guarded;

    fn value(text: &str, kind: FactKind) -> Value<'_> {
        Cell::text(text).map_or(Value::Null, |cell| kind.value(cell))
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
        for met in ["đạt", "ĐẠT", decomposed.as_str(), " Có ", "x", "X", "1", "TRUE", "met", "✓", "Ðạt", "đạt\u{200b}", "Dat"] {
            assert_eq!(value(met, FactKind::Met), Value::Bool(true), "{met}");
        }
        let decomposed = "không  đạt".nfd().collect::<String>();
        for unmet in ["Không đạt", "KHÔNG\u{a0}ĐẠT", decomposed.as_str(), "không", "0", "False", "unmet", "ko", "K"] {
            assert_eq!(value(unmet, FactKind::Met), Value::Bool(false), "{unmet}");
        }
    }

    #[test]
    fn what_is_not_understood_stays_as_it_was() {
        assert_eq!(value("đạtt", FactKind::Met), Value::Text("đạtt".into()));
        assert_eq!(value("1.000,5", FactKind::Points(Points::MAX)), Value::Text("1.000,5".into()));
        assert_eq!(value("24 of 32", FactKind::Share), Value::Text("24 of 32".into()));
    }

    #[test]
    fn what_could_be_thousands_is_no_number() {
        for text in ["1.000", "1,000"] {
            assert_eq!(value(text, FactKind::Count), Value::object([("count", Value::Text(text.into()))]), "{text}");
            assert!(matches!(value(text, FactKind::Points(Points::MAX)), Value::List(_)), "{text}");
            assert_eq!(FactKind::Count.fact(&Cell::Text(text.into())), None, "{text}");
            assert_eq!(FactKind::Points(Points::MAX).fact(&Cell::Text(text.into())), None, "{text}");
            // With a maximum of seven points nobody can mean a thousand.
            let seven = Points::from_hundredths(700).expect("it is a number of points");
            assert_eq!(value(text, FactKind::Points(seven)), Value::Text("1.000".into()), "{text}");
        }
        assert_eq!(
            value("1.000/1.200", FactKind::Share),
            Value::object([("part", Value::Text("1.000".into())), ("whole", Value::Text("1.200".into()))])
        );
        assert_eq!(FactKind::Share.fact(&Cell::Text("1.000/1.200".into())), None);
    }

    #[test]
    fn a_comma_before_decimals_is_a_point() {
        assert_eq!(value("7,5", FactKind::Points(Points::MAX)), Value::Text("7.5".into()));
        assert_eq!(value("5\u{200b}", FactKind::Points(Points::MAX)), Value::Text("5".into()));
    }

    #[test]
    fn few_digits_are_read_as_any_others() {
        let slowly = |text: &str| match points(text.into(), Points::MAX) {
            Value::Text(text) => text.parse::<Points>().ok(),
            _ => None,
        };
        for hundredths in 0..=200_000_u32 {
            let (whole, tenths, rest) = (hundredths / 100, hundredths / 10 % 10, hundredths % 10);
            let all = [format!("{whole}"), format!("{whole},{tenths}"), format!("{whole}.{tenths}{rest}"), format!("{whole},{tenths}{rest}")];
            for text in &all {
                assert!(few_digits(text).is_none_or(|points| Some(points) == slowly(text)), "{text}");
            }
            let expected = Points::from_hundredths(hundredths).filter(|_| whole < 1_000);
            assert_eq!(few_digits(&all[3]), expected, "{}", all[3]);
        }
        for other in ["", ",5", "5,", "05", "00", "5,255", "5,2,5", "-1", "+1", " 5", "5 ", "1.000", "٥", "５", "5,2đ"] {
            assert_eq!(few_digits(other), None, "{other}");
        }
    }

    #[test]
    fn a_slash_makes_a_share() {
        let share = Value::object([("part", Value::Number(Number::from(24_u64))), ("whole", Value::Number(Number::from(32_u64)))]);
        assert_eq!(value("24 / 32", FactKind::Share), share);
    }

    #[test]
    fn a_number_is_met_where_it_is_one() {
        for (number, expected) in [(1.0, Value::Bool(true)), (0.0, Value::Bool(false)), (2.0, Value::Number(Number::from_f64(2.0)))] {
            assert_eq!(FactKind::Met.value(Cell::Number(Number::from_f64(number))), expected, "{number}");
        }
    }

    #[test]
    fn what_is_shown_as_something_else_is_no_fact() {
        let odd = [
            Cell::Odd(Odd::Percent(0.75), "75%".into()),
            Cell::Odd(Odd::Time, "6:00".into()),
            Cell::Odd(Odd::Format, "5".into()),
            Cell::Day("2023-10-05".into()),
        ];
        for cell in odd {
            for kind in [FactKind::Points(Points::MAX), FactKind::Count, FactKind::Share] {
                assert_eq!(kind.fact(&cell), None, "{cell:?}");
                let value = kind.value(cell.clone());
                let is_refused = |value: &Value<'_>| matches!(value, Value::List(_));
                let is_count = matches!(&value, Value::Object(entries) if is_refused(&entries[0].1));
                assert!(is_refused(&value) || is_count, "{value:?}");
            }
        }
    }
}
