//! A day of the calendar.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::json::{Read, Reader, Value};
use crate::text::{Lang, Phrase};
use crate::violation::ViolationCode;

/// A day of the Gregorian calendar, written `YYYY-MM-DD`, years 0001 to 9999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// As the date type of `jiff`.
    pub const fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// As people write it: `01/07/2025` in Vietnamese.
    pub fn text(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("{:02}/{:02}/{:04}", self.0.day(), self.0.month(), self.0.year()),
            Lang::En => self.to_string(),
        }
    }

    /// How many days later another one is; below zero where it is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        other.0.duration_since(self.0).as_hours().checked_div(24).unwrap_or(0)
    }
}

/// Not a day of the calendar, or not written as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the calendar written as YYYY-MM-DD")]
pub struct InvalidDate;

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Date, InvalidDate> {
        // jiff reads other forms too, such as `20231012`; only this one sorts and compares as text.
        let bytes = text.as_bytes();
        let formed =
            bytes.len() == 10 && bytes.iter().enumerate().all(|(n, byte)| if n == 4 || n == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
        let civil: jiff::civil::Date = text.parse().map_err(|_| InvalidDate)?;
        if formed && civil.year() >= 1 { Ok(Date(civil)) } else { Err(InvalidDate) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Read for Date {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Date> {
        let Value::Text(text) = value else {
            return reader.wrong_type(value, Phrase::String);
        };
        let date = text.parse().ok();
        if date.is_none() {
            reader.refuse(ViolationCode::InvalidDate, |v| v.with("found", text.as_ref()).with("expected", Phrase::DateForm));
        }
        date
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A day of the Gregorian calendar, `YYYY-MM-DD`.", "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "not": { "pattern": "^0000" } })
    }
}
