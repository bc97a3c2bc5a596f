//! Whether answers name the evidence that is asked for.

use crate::framework::EvidenceRule;
use serde_json::Value;

/// What keeps answers that need evidence from being shown, if anything.
pub(crate) fn lacking(rule: &EvidenceRule, answers: &[&Value], assessment: &Value) -> Option<&'static str> {
    let pieces: Vec<&Value> = answers.iter().flat_map(|answer| answer["evidence"].as_array().into_iter().flatten()).collect();
    let (mut sure, mut possible) = (0, 0);
    for piece in pieces {
        match (of_a_kind(rule, piece), is_fresh(rule, piece, &assessment["assessed_on"])) {
            (Some(false), _) | (_, Some(false)) => {}
            (Some(true), Some(true)) => {
                sure += 1;
                possible += 1;
            }
            _ => possible += 1,
        }
    }
    if sure >= rule.at_least {
        None
    } else if possible >= rule.at_least || assessment["evidence"] == "unknown" {
        Some("evidence_unknown")
    } else {
        Some("evidence_missing")
    }
}

fn of_a_kind(rule: &EvidenceRule, piece: &Value) -> Option<bool> {
    if rule.kinds.is_empty() {
        return Some(true);
    }
    piece["kind"].as_str().map(|kind| rule.kinds.iter().any(|known| known == kind))
}

fn is_fresh(rule: &EvidenceRule, piece: &Value, assessed_on: &Value) -> Option<bool> {
    let Some(most) = rule.max_age_days else { return Some(true) };
    let age = day(assessed_on)? - day(&piece["date"])?;
    Some(age >= 0 && age.unsigned_abs() <= most)
}

/// How many days lie before a date `YYYY-MM-DD`, from the beginning of the calendar on.
fn day(date: &Value) -> Option<i64> {
    let mut parts = date.as_str()?.split('-').map(|part| part.parse::<i64>().expect("a date is digits"));
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let february = if is_leap { 29 } else { 28 };
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before = year - 1;
    let in_year: i64 = months.iter().take(usize::try_from(month - 1).expect("months begin at 1")).sum();
    Some(before * 365 + before / 4 - before / 100 + before / 400 + in_year + day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn days_are_counted_over_leap_years() {
        let days = |a: &str, b: &str| day(&json!(b)).expect("a date") - day(&json!(a)).expect("a date");
        // 2024 and 2000 are leap years, 1900 is not.
        assert_eq!(days("2024-01-31", "2024-03-01"), 30);
        assert_eq!(days("2023-12-31", "2024-12-31"), 366);
        assert_eq!(days("1900-02-28", "1900-03-01"), 1);
        assert_eq!(days("2000-02-28", "2000-03-01"), 2);
    }
}
