//! The JSON Schemas of this crate's answers, and of everything below it.

use serde_json::Value;
use thuocdo::schema::of_result;

use crate::Year;

/// The names under which this crate knows a schema, besides those of the practice.
const OWN: &[&str] = &["year"];

/// The names under which [`schema`] knows one.
pub fn names() -> impl Iterator<Item = &'static str> {
    thuocdo_practice::schema::names().chain(OWN.iter().copied())
}

/// A schema by name.
pub fn schema(name: &str) -> Option<Value> {
    match name {
        "year" => Some(of_result::<Year>("Year of a department (một năm của cơ quan quản lý)")),
        _ => thuocdo_practice::schema::schema(name),
    }
}
