//! Which years a period names.

use std::fmt;

use thuocdo::Date;

/// The calendar years that a period names: 2023 and 2024 of `2023-2024`, twice 2023 of `2023`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Years {
    /// The first.
    pub first: i16,
    /// The last, which is the first or the year after it.
    pub last: i16,
}

impl Years {
    /// The years of a period written `YYYY` or `YYYY-YYYY`, the second right after the first; `None` of any other text, of which nothing is guessed.
    pub fn of(period: &str) -> Option<Years> {
        let year = |text: &str| (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten();
        let years = match period.split_once('-') {
            None => year(period).map(|year| Years { first: year, last: year }),
            Some((first, last)) => Some(Years { first: year(first)?, last: year(last)? }).filter(|years| years.first.saturating_add(1) == years.last),
        };
        years.filter(|years| years.first >= 1)
    }

    /// The first day: 1 January of a year; 1 September of a school year, which begins in autumn.
    pub(crate) fn begin(self) -> Date {
        day(self.first, if self.first == self.last { "01-01" } else { "09-01" })
    }

    /// The last day: 31 December of a year; 31 May of a school year, whose lessons are over then. Institutions are merged and split in the
    /// summer behind it.
    pub(crate) fn end(self) -> Date {
        day(self.last, if self.first == self.last { "12-31" } else { "05-31" })
    }

    /// The days on which an assessment of the period may be made: from 1 January of the first year to 31 December of the year behind it.
    /// A year is often assessed at the beginning of the next.
    pub(crate) fn assessed(self) -> (Date, Date) {
        (day(self.first, "01-01"), day(self.first.saturating_add(1).min(9999), "12-31"))
    }

    /// Whether a day is in these years.
    pub fn hold(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day.civil().year())
    }
}

impl fmt::Display for Years {
    /// As a period is written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{:04}", self.first) } else { write!(f, "{:04}-{:04}", self.first, self.last) }
    }
}

/// A day `MM-DD` of a year that is written in four digits.
fn day(year: i16, day: &str) -> Date {
    format!("{year:04}-{day}").parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_names_two_years_and_a_year_itself() {
        assert_eq!(Years::of("2023-2024"), Some(Years { first: 2023, last: 2024 }));
        assert_eq!(Years::of("2023"), Some(Years { first: 2023, last: 2023 }));
        for text in ["2023-2024", "2023", "0999-1000"] {
            assert_eq!(Years::of(text).map(|years| years.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn of_any_other_text_nothing_is_guessed() {
        for text in ["", "2023-2025", "2024-2023", "23-24", "2023/2024", "2023-2024 ", "năm 2023", "0000", "2023-2024-2025"] {
            assert_eq!(Years::of(text), None, "{text}");
        }
    }

    #[test]
    fn a_school_year_begins_in_september_and_is_assessed_within_two_calendar_years() {
        for (first, last, expected) in [
            (2023, 2024, ["2023-09-01", "2023-01-01", "2024-12-31"]),
            (2023, 2023, ["2023-01-01", "2023-01-01", "2024-12-31"]),
            (9999, 9999, ["9999-01-01", "9999-01-01", "9999-12-31"]),
        ] {
            let years = Years { first, last };
            let (from, to) = years.assessed();
            assert_eq!([years.begin(), from, to].map(|day| day.to_string()), expected);
        }
    }

    #[test]
    fn a_school_year_ends_before_the_summer_and_a_year_with_december() {
        for (period, end) in [("2023-2024", "2024-05-31"), ("2023", "2023-12-31")] {
            assert_eq!(Years::of(period).map(|years| years.end().to_string()).as_deref(), Some(end));
        }
    }

    #[test]
    fn a_period_holds_the_days_of_its_years() {
        let day = |text: &str| text.parse().unwrap_or_default();
        let years = Years { first: 2023, last: 2024 };
        assert!(years.hold(day("2023-01-01")) && years.hold(day("2024-12-31")));
        assert!(!years.hold(day("2022-12-31")) && !years.hold(day("2025-01-01")));
    }
}
