//! Sống: updates of their time. Evidence is in `requirements`, since the framework may say how old it may be.

use super::finding::{Checks, Finding};
use super::options::QualityOptions;
use super::place::Place;
use super::rules::QualityRule;
use super::submission::Submission;
use super::words::FindingText;
use crate::Years;

/// The last update: the day that the portal gives, else that of the assessment.
pub(super) fn last_update(submission: &Submission<'_>, years: Option<Years>, options: &QualityOptions, checks: &mut Checks) {
    let (day, at) = match (submission.updated_on, submission.assessment.assessed_on) {
        (Some(day), _) => (day, "/updated_on".to_owned()),
        (None, Some(day)) => (day, Place::field("", "assessed_on").pointer(submission.prefix)),
        (None, None) => return,
    };
    let found = |sentence| Finding::new(QualityRule::Updated, at.clone(), sentence).with("date", day);
    let limit = options.as_of.zip(options.stale_after_days);
    let finding = match (options.as_of, limit, years, &submission.assessment.period) {
        (Some(as_of), _, _, _) if day > as_of => Some(found(FindingText::UpdatedLater).with("as_of", as_of)),
        (_, Some((as_of, limit)), _, _) => (day.days_until(as_of) > i64::from(limit)).then(|| {
            let days = u64::try_from(day.days_until(as_of)).unwrap_or(0);
            found(FindingText::UpdatedLongAgo).with("as_of", as_of).with("days", days).with("limit", u64::from(limit))
        }),
        (_, None, Some(years), Some(period)) => (day.civil().year() < years.first)
            .then(|| found(FindingText::UpdatedBeforePeriod).with("period", period.as_str()).with("year", number(years.first))),
        (Some(_), ..) => None,
        // Nothing to compare it with.
        (None, ..) => return,
    };
    checks.record(QualityRule::Updated, finding);
}

fn number(year: i16) -> u64 {
    u64::try_from(year).unwrap_or(0)
}
