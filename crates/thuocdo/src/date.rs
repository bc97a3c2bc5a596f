//! A day of the calendar.

use std::fmt;
use std::str::FromStr;

use jiff_core::civil;
use serde::{Serialize, Serializer};

use crate::text::Lang;

/// A day of the Gregorian calendar, written `YYYY-MM-DD`, years 0001 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The day of this year, month and day, if it exists.
    ///
    /// # Errors
    /// There is no such day, or its year is not within 1 to 9999.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Date, InvalidDate> {
        civil::Date::new(year, month, day).map_err(|_| InvalidDate)?.try_into()
    }

    /// As the date type of `jiff_core`.
    pub const fn civil(self) -> civil::Date {
        self.0
    }

    /// The day as people write it. Vietnamese: `01/5/2024`, with a zero before days below 10 and before the months 1 and 2, as official
    /// papers have it. English: `2024-05-01`.
    pub fn text(self, lang: Lang) -> String {
        let (day, month, year) = (self.0.day(), self.0.month(), self.0.year());
        match lang {
            Lang::Vi if month <= 2 => format!("{day:02}/{month:02}/{year:04}"),
            Lang::Vi => format!("{day:02}/{month}/{year:04}"),
            Lang::En => self.to_string(),
        }
    }

    /// The number of days from this day to `other`; negative if `other` is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        self.0.until(other.0).into()
    }
}

/// Error: not a day of the calendar, or not in the form `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the calendar written as YYYY-MM-DD")]
pub struct InvalidDate;

impl Default for Date {
    /// The first day of the calendar.
    fn default() -> Date {
        Date(civil::date(1, 1, 1))
    }
}

impl TryFrom<civil::Date> for Date {
    type Error = InvalidDate;

    /// Refuses years below 1, which have no form here.
    fn try_from(civil: civil::Date) -> Result<Date, InvalidDate> {
        if civil.year() >= 1 { Ok(Date(civil)) } else { Err(InvalidDate) }
    }
}

impl TryFrom<&str> for Date {
    type Error = InvalidDate;

    fn try_from(text: &str) -> Result<Date, InvalidDate> {
        text.parse()
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Date, InvalidDate> {
        // Only this form sorts as text in the order of the days.
        let bytes = text.as_bytes();
        let formed =
            bytes.len() == 10 && bytes.iter().enumerate().all(|(n, byte)| if n == 4 || n == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
        let (Some(year), Some(month), Some(day), true) = (text.get(..4), text.get(5..7), text.get(8..), formed) else { return Err(InvalidDate) };
        let (year, month, day) = (year.parse(), month.parse(), day.parse());
        Date::new(year.map_err(|_| InvalidDate)?, month.map_err(|_| InvalidDate)?, day.map_err(|_| InvalidDate)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
