//! Đủ: answers, conditions, and who and when.

use thuocdo::{Assessment, ConditionState, Institution, Lang, Named, Scorer};

use super::finding::{Checks, Finding};
use super::place::Place;
use super::rules::QualityRule;
use super::submission::{Faults, Submission};
use super::words::FindingText;

/// Every indicator and condition. What is answered wrongly is answered: that it is wrong counts elsewhere.
pub(super) fn answers(scorer: &Scorer, submission: &Submission<'_>, checks: &mut Checks) {
    let Submission { assessment, prefix, sheet, faults, .. } = submission;
    for (position, indicator) in scorer.framework().indicators().enumerate() {
        let code = &*indicator.code;
        let is_answered = sheet.score(position).is_some_and(|score| score.is_exact())
            || faults.answers.get(code).is_some_and(|fault| fault.fact)
            || assessment.answers.get(code).is_some_and(|answer| answer.fact.is_some());
        let finding =
            || Finding::new(QualityRule::Answered, Place::field("answers", code).pointer(prefix), FindingText::NotAnswered).with("code", code);
        checks.record(QualityRule::Answered, (!is_answered).then(finding));
    }
    for (position, condition) in scorer.framework().conditions().enumerate() {
        let code = &*condition.code;
        let is_said = sheet.state(position).is_some_and(|state| state != ConditionState::Unknown)
            || faults.conditions.get(code).is_some_and(|fault| fault.fact);
        let finding =
            || Finding::new(QualityRule::ConditionSaid, Place::field("conditions", code).pointer(prefix), FindingText::NotSaid).with("code", code);
        checks.record(QualityRule::ConditionSaid, (!is_said).then(finding));
    }
}

/// What distinguishes one assessment from another.
pub(super) fn identity(assessment: &Assessment, prefix: &str, faults: &Faults, checks: &mut Checks) {
    let institution = assessment.institution.as_ref();
    let text = |text: Option<&String>| text.is_some_and(|text| !text.trim().is_empty());
    let of_institution = |field: fn(&Institution) -> Option<&String>| text(institution.and_then(field));
    let fields = [
        ("", "assessed_on", "assessed_on", assessment.assessed_on.is_some()),
        ("institution", "code", "institution/code", of_institution(|institution| institution.code.as_ref())),
        ("institution", "name", "institution/name", of_institution(|institution| institution.name.as_ref())),
        ("institution", "type", "institution/type", institution.is_some_and(|institution| institution.kind.is_some())),
        ("", "period", "period", text(assessment.period.as_ref())),
        ("", "stream", "stream", assessment.stream.is_some()),
    ];
    for (list, field, name, is_given) in fields {
        let finding = || {
            Finding::new(QualityRule::Identified, Place::field(list, field).pointer(prefix), FindingText::NotIdentified)
                .with("field", Named::new(name, &thuocdo::text::place(&format!("/{name}"), Lang::Vi)))
        };
        checks.record(QualityRule::Identified, (!is_given && !faults.has_field(name)).then(finding));
    }
}
