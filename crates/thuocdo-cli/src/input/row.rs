//! How the cells of a row become an assessment.

use std::borrow::Cow;

use thuocdo::cell;
use thuocdo::json::Value;

use super::cell::{Cell, value};
use crate::columns::{Column, Takes};

/// What was written for one column.
#[derive(Debug)]
pub(crate) struct Filled<'a> {
    pub(crate) column: &'a Column,
    pub(crate) cell: Option<Cell<'a>>,
    pub(crate) note: Option<Cow<'a, str>>,
    pub(crate) evidence: Option<Cow<'a, str>>,
}

/// The assessment that a row tells.
pub(crate) fn assessment<'a>(row: impl Iterator<Item = Filled<'a>>) -> Value<'a> {
    let mut top = Vec::new();
    let mut institution = Vec::new();
    let mut conditions = Vec::new();
    let mut answers = Vec::new();
    for filled in row {
        let Filled { column, cell, note, evidence } = filled;
        if cell.is_none() && note.is_none() && evidence.is_none() {
            continue;
        }
        let (place, key) = match column.at.rsplit_once('/') {
            Some(("/conditions", key)) => (&mut conditions, key),
            Some(("/answers", key)) => (&mut answers, key),
            Some(("/institution", key)) => (&mut institution, key),
            Some((_, key)) => (&mut top, key),
            None => continue,
        };
        let is_fact = column.at.starts_with("/conditions/") || column.at.starts_with("/answers/");
        let fact = cell.map(|cell| value(cell, column.takes));
        let value = if is_fact { answer(fact, column.takes, note, evidence) } else { fact.unwrap_or(Value::Null) };
        place.push((Cow::Borrowed(key), value));
    }
    if !institution.is_empty() {
        top.push((Cow::Borrowed("institution"), Value::Object(institution)));
    }
    top.push((Cow::Borrowed("conditions"), Value::Object(conditions)));
    top.push((Cow::Borrowed("answers"), Value::Object(answers)));
    Value::Object(top)
}

/// The fact alone where nothing is said about it, else an object with it.
fn answer<'a>(fact: Option<Value<'a>>, takes: Takes, note: Option<Cow<'a, str>>, evidence: Option<Cow<'a, str>>) -> Value<'a> {
    let mut entries = match fact {
        None => Vec::new(),
        Some(Value::Object(entries)) => entries,
        Some(fact) if note.is_none() && evidence.is_none() => return fact,
        Some(fact) => {
            let key = if takes == Takes::Fact(cell::Takes::Met) { "met" } else { "points" };
            vec![(Cow::Borrowed(key), fact)]
        }
    };
    if let Some(note) = note {
        entries.push((Cow::Borrowed("note"), Value::Text(note)));
    }
    if let Some(evidence) = evidence {
        let list = evidence.lines().map(str::trim).filter(|line| !line.is_empty()).map(piece).collect();
        entries.push((Cow::Borrowed("evidence"), Value::List(list)));
    }
    Value::Object(entries)
}

/// One line of evidence; a link in it is its `uri`.
fn piece(line: &str) -> Value<'static> {
    let address = line.split_whitespace().find(|word| word.starts_with("https://") || word.starts_with("http://"));
    let title = Value::Text(Cow::Owned(line.to_owned()));
    match address {
        None => Value::object([("title", title)]),
        Some(address) => Value::object([("title", title), ("uri", Value::Text(Cow::Owned(address.to_owned())))]),
    }
}
