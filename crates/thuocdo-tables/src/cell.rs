//! What stands in a cell of a table, before anyone asked what it tells.

use std::borrow::Cow;

use thuocdo::Lang;
use thuocdo::json::{Number, Value};
use thuocdo::text::is_hidden;
use unicode_normalization::UnicodeNormalization;

use crate::guard::unguarded;

/// What stands in a cell that is not blank.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// A text, trimmed and not empty.
    Text(Cow<'a, str>),
    /// A number.
    Number(Number),
    /// True or false.
    Bool(bool),
    /// A day, `2023-10-05`, which a spreadsheet holds as such.
    Day(Cow<'a, str>),
    /// What a spreadsheet shows, where it shows something else than it holds, or holds nothing that can be read.
    Odd(Odd, Cow<'a, str>),
}

/// Why what is shown in a cell is no plain text or number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Odd {
    /// A number that is shown as a percentage: 0.75 as `75%`.
    Percent(f64),
    /// A time of the day, or so many hours.
    Time,
    /// A number shown in another scale, such as 5000 as `5`, or only as words.
    Format,
    /// An error, such as `#N/A`.
    Error,
    /// A formula whose value the workbook does not hold.
    Unvalued,
    /// A number of so many digits that a spreadsheet has rounded it.
    Rounded,
    /// One of several cells that were merged.
    Merged,
}

impl<'a> Cell<'a> {
    /// The text of a cell, or `None` of a blank one. Where it was [`guarded`](crate::guarded), it is what it was.
    pub fn text(text: &'a str) -> Option<Cell<'a>> {
        let text = match unguarded(text.trim()) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        (!text.is_empty()).then_some(Cell::Text(text))
    }

    /// As it stands. What is odd has no value of its own: it is a list, which no place takes.
    pub fn value(self) -> Value<'a> {
        match self {
            Cell::Text(text) => Value::Text(text),
            Cell::Number(number) => Value::Number(number),
            Cell::Bool(bool) => Value::Bool(bool),
            Cell::Day(shown) | Cell::Odd(_, shown) => no_value(shown),
        }
    }

    /// As a person sees it.
    pub fn show(&self, lang: Lang) -> String {
        match self {
            Cell::Text(text) | Cell::Odd(_, text) => text.to_string(),
            Cell::Number(number) => match lang {
                Lang::Vi => number.to_string().replace('.', ","),
                Lang::En => number.to_string(),
            },
            Cell::Bool(true) => "TRUE".to_owned(),
            Cell::Bool(false) => "FALSE".to_owned(),
            Cell::Day(day) => day_for_people(day),
        }
    }

    /// The same, holding its own text.
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Cell::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Cell::Number(number) => Cell::Number(number),
            Cell::Bool(bool) => Cell::Bool(bool),
            Cell::Day(day) => Cell::Day(Cow::Owned(day.into_owned())),
            Cell::Odd(odd, shown) => Cell::Odd(odd, Cow::Owned(shown.into_owned())),
        }
    }
}

/// What is shown where there is no value: a list, which no place of an assessment takes that a cell tells.
pub(crate) fn no_value(shown: Cow<'_, str>) -> Value<'_> {
    Value::List(vec![Value::Text(shown)])
}

/// `2023-10-05` as `05/10/2023`.
fn day_for_people(day: &str) -> String {
    let mut parts = day.split('-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) => format!("{day}/{month}/{year}"),
        _ => day.to_owned(),
    }
}

/// Composed (NFC), in lower case, with single spaces and without what has no width: texts that people take for the same are the same. The
/// Icelandic `Ð`, which looks like `Đ` and stands on no Vietnamese keyboard, is read as it.
pub fn folded(text: &str) -> String {
    let letters = text.nfc().filter(|c| !has_no_width(*c));
    let lower = letters.collect::<String>().to_lowercase();
    let lower = lower.replace(['\u{f0}', '\u{256}'], "đ");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True of what nobody sees and nobody types: a character without width, which a page or a phone has put there. Controls are none of these.
fn has_no_width(c: char) -> bool {
    is_hidden(c) && !c.is_control() && !c.is_whitespace()
}

/// The text without what has no width, where it holds any.
pub(crate) fn seen(text: &str) -> Cow<'_, str> {
    if text.contains(has_no_width) { Cow::Owned(text.replace(has_no_width, "").trim().to_owned()) } else { Cow::Borrowed(text) }
}
