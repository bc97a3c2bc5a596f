//! What a person wrote in a cell, as a JSON value for the core to judge, which also reads it.

use std::borrow::Cow;

use thuocdo::Lang;
use thuocdo::cell::{self, Who};
use thuocdo::json::{Number, Value};

use crate::columns::Takes;

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
        match cell::Cell::text(text)? {
            cell::Cell::Text(text) => Some(Cell::Text(text)),
            _ => None,
        }
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
        Takes::Framework => Who::Name.value(cell.into()),
        Takes::Who(who) => who.value(cell.into()),
        Takes::Fact(takes) => takes.value(cell.into()),
    }
}
