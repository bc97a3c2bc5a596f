//! Days of work.

use thuocdo::Date;

/// The days from Monday to Friday, from a day on and before another.
pub(crate) fn workdays(begin: Date, before: Date) -> Vec<Date> {
    let mut days = Vec::new();
    let mut day = begin.civil();
    while day < before.civil() {
        if day.weekday().to_monday_zero_offset() < 5
            && let Ok(day) = Date::try_from(day)
        {
            days.push(day);
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn work_is_done_from_monday_to_friday_and_before_the_deadline() {
        // 28 May 2027 is a Friday, 31 May a Monday.
        let days = workdays(day("2027-05-26"), day("2027-05-31"));
        assert_eq!(days, ["2027-05-26", "2027-05-27", "2027-05-28"].map(day));
        assert_eq!(workdays(day("2027-05-29"), day("2027-06-01")), [day("2027-05-31")]);
        assert!(workdays(day("2027-05-31"), day("2027-05-31")).is_empty());
        assert!(workdays(day("2027-06-01"), day("2027-05-31")).is_empty());
    }
}
