//! A form that was checked, as reviews need it: institution and period, answers, and notes. Evidence is left out.

use std::collections::BTreeMap;

use thuocdo::{Answer, Assessment, Named, Scorer, Sheet, Stream, Subject, Violation, Violations};

use crate::shared::code::key;

/// A checked form.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// What was noted, by indicator.
    pub(super) notes: BTreeMap<String, String>,
    /// What was answered.
    pub(super) sheet: Sheet,
    /// Whom and when it is of.
    pub(super) subject: Subject,
}

impl Form {
    /// Checks an assessment of a stream. What is wrong is noted under `place`, and a blank sheet stands in for one that is refused.
    pub(super) fn check(scorer: &Scorer, assessment: &Assessment, stream: Stream, place: &str, violations: &mut Violations) -> Form {
        check_stream(assessment, stream, place, violations);
        let sheet = scorer.sheet(assessment).unwrap_or_else(|refused| {
            violations.take_in(place, refused);
            scorer.blank()
        });
        Form::new(assessment, sheet)
    }

    /// The form of an assessment and its sheet.
    pub(super) fn new(assessment: &Assessment, sheet: Sheet) -> Form {
        let note = |(code, answer): (&String, &Answer)| {
            let note = answer.note.as_deref().map(str::trim).filter(|note| !note.is_empty())?;
            Some((code.clone(), note.to_owned()))
        };
        Form { notes: assessment.answers.iter().filter_map(note).collect(), sheet, subject: Subject { stream: None, ..assessment.into() } }
    }
}

/// Adds a violation where a form names another stream than the one that belongs here.
pub(super) fn check_stream(assessment: &Assessment, stream: Stream, place: &str, violations: &mut Violations) {
    if let Some(found) = assessment.stream.filter(|found| *found != stream) {
        violations.push(Violation::wrong_stream(format!("{place}/stream"), Named::from(found), Named::from(stream)));
    }
}

/// Adds to the institution and the period of forms what another form names, and a violation under `place` where it names others. A code may be
/// typed in another way, and names and types may differ: an assessor writes them as an assessor does.
pub(super) fn join(subject: &mut Subject, other: &Subject, place: &str, violations: &mut Violations) {
    if let (Some(expected), Some(found)) = (subject.institution_code(), other.institution_code())
        && key(expected) != key(found)
    {
        violations.push(Violation::other_institution(format!("{place}/institution/code"), found, expected));
    }
    if let (Some(expected), Some(found)) = (subject.period.as_deref(), other.period.as_deref())
        && expected != found
    {
        violations.push(Violation::other_period(format!("{place}/period"), found, expected));
    }
    if let Some(named) = &other.institution {
        let known = subject.institution.get_or_insert_default();
        known.code = known.code.take().or_else(|| named.code.clone());
        known.name = known.name.take().or_else(|| named.name.clone());
        known.kind = known.kind.or(named.kind);
    }
    subject.period = subject.period.take().or_else(|| other.period.clone());
}
