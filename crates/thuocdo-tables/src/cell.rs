//! The content of a table cell, before it is read as a fact.

use std::borrow::Cow;

use thuocdo::Lang;
use thuocdo::json::{Number, Value};
use thuocdo::text::is_hidden;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::guard::unguarded;

/// The content of a cell that is not blank.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// A text: trimmed and not empty.
    Text(Cow<'a, str>),
    /// A number.
    Number(Number),
    /// True or false.
    Bool(bool),
    /// A day that the spreadsheet stores as a date: `2023-10-05`.
    Day(Cow<'a, str>),
    /// The displayed text of a cell whose display differs from its stored value, or whose value cannot be read.
    Odd(Odd, Cow<'a, str>),
}

/// Why the display of a cell is no plain text or number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Odd {
    /// A number displayed as a percentage: 0.75 as `75%`.
    Percent(f64),
    /// A number displayed as a day of the year 1900, which nobody means: 4.5 as `04/01/1900`.
    Dated(f64),
    /// A time of day, or a duration.
    Time,
    /// A number displayed in another scale, such as 5000 as `5`, or only as words.
    Format,
    /// An error, such as `#N/A`.
    Error,
    /// A formula without a stored value.
    Unvalued,
    /// A number with so many digits that the spreadsheet rounded it.
    Rounded,
    /// One of several merged cells.
    Merged,
}

impl<'a> Cell<'a> {
    /// The text of a cell; `None` if it is blank. Removes what [`guarded`](crate::guarded) added.
    pub fn text(text: &'a str) -> Option<Cell<'a>> {
        let text = match unguarded(text.trim()) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        (!text.is_empty()).then_some(Cell::Text(text))
    }

    /// The value of the cell. An odd cell has none and becomes a list, which no field of an assessment accepts.
    pub fn value(self) -> Value<'a> {
        match self {
            Cell::Text(text) => Value::Text(text),
            Cell::Number(number) => Value::Number(number),
            Cell::Bool(bool) => Value::Bool(bool),
            Cell::Day(shown) | Cell::Odd(_, shown) => no_value(shown),
        }
    }

    /// The text that a person sees.
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

    /// The same cell with an owned text.
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

/// What people write where nothing is to be said, folded.
pub(crate) const NOTHING: [&str; 9] = ["-", "–", "—", "n/a", "na", "kad", "không áp dụng", "khong ap dung", "không có"];

/// A list with the displayed text. No field that a cell can fill accepts a list, so the core refuses it with its pointer.
pub(crate) fn no_value(shown: Cow<'_, str>) -> Value<'_> {
    Value::List(vec![Value::Text(shown)])
}

/// Writes `2023-10-05` as `05/10/2023`.
fn day_for_people(day: &str) -> String {
    let mut parts = day.split('-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) => format!("{day}/{month}/{year}"),
        _ => day.to_owned(),
    }
}

/// Folds a text so that texts which people consider the same are equal: composed (NFC), in lower case, with single spaces, without
/// characters of no width. Reads the Icelandic `Ð` as `Đ`: both look the same, and no Vietnamese keyboard has the Icelandic one.
pub fn folded(text: &str) -> String {
    let letters = text.nfc().filter(|c| !has_no_width(*c));
    let lower = letters.collect::<String>().to_lowercase();
    let lower = lower.replace(['\u{f0}', '\u{256}'], "đ");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text folded and without its marks, as people type it where they have no Vietnamese keyboard: `tiểu học` and `Tieu hoc` are `tieu hoc`.
pub fn unmarked(text: &str) -> String {
    let letters = folded(text).nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>();
    letters.replace('đ', "d")
}

/// Whether a text that a person typed is a word: as it is written, or without any mark.
pub(crate) fn is_word(typed: &str, word: &str) -> bool {
    let typed = folded(typed);
    typed == folded(word) || (typed.is_ascii() && typed == unmarked(word))
}

/// Whether a character has no width and is no control: a page or a phone has put it there, and nobody sees or types it.
fn has_no_width(c: char) -> bool {
    is_hidden(c) && !c.is_control() && !c.is_whitespace()
}

/// The text without characters of no width.
pub(crate) fn seen(text: &str) -> Cow<'_, str> {
    if text.contains(has_no_width) { Cow::Owned(text.replace(has_no_width, "").trim().to_owned()) } else { Cow::Borrowed(text) }
}
