//! What a person wrote in a cell, as a JSON value for the core to judge. Facts the core reads itself; the rest, which it knows from
//! assessments only, is read here.
//!
//! A cell that is not understood is passed on as it is, so that the core refuses it at its place.

use std::borrow::Cow;

use thuocdo::Lang;
use thuocdo::cell::{self, folded};
use thuocdo::json::{Number, Value};

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

impl<'a> From<Cell<'a>> for cell::Cell<'a> {
    fn from(cell: Cell<'a>) -> cell::Cell<'a> {
        match cell {
            Cell::Text(text) => cell::Cell::Text(text),
            Cell::Number(number) => cell::Cell::Number(Number::from_f64(number)),
            Cell::Bool(bool) => cell::Cell::Bool(bool),
            Cell::Unvalued => cell::Cell::Text(Cow::Borrowed("=")),
        }
    }
}

/// What a cell says.
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
        Takes::Fact(takes) => takes.value(cell.into()),
    }
}

/// As it stands.
fn plain(cell: Cell<'_>) -> Value<'_> {
    cell::Cell::from(cell).value()
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
    fn days_come_before_months() {
        assert_eq!(value(text("5/9/2023"), Takes::Date), Value::Text("2023-09-05".into()));
        assert_eq!(value(text("2023-09-05"), Takes::Date), Value::Text("2023-09-05".into()));
    }

    #[test]
    fn a_code_that_a_spreadsheet_made_a_number_is_a_text_again() {
        assert_eq!(value(Cell::Number(310_042.0), Takes::Name), Value::Text("310042".into()));
    }
}
