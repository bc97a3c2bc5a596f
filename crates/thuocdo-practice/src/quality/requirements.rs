//! What the framework requires beyond answers, which local frameworks do: evidence for them, and facts that must agree.

use std::collections::BTreeMap;

use thuocdo::{Assessment, Code, Date, EvidenceKnown, EvidenceRule, EvidenceState, Fact, FactLabel, Framework};

use super::finding::{Checks, Finding};
use super::place::{Asides, Place};
use super::rules::QualityRule;
use super::submission::Submission;
use super::words::FindingText;

/// What a framework requires beyond answers, gathered once.
#[derive(Clone, Debug, Default)]
pub(super) struct Requirements {
    answers: Vec<(usize, Code, EvidenceRule)>,
    conditions: Vec<(usize, Code, EvidenceRule)>,
    /// How many days old evidence may be: `answers` or `conditions`, and the code.
    ages: BTreeMap<(&'static str, Code), u32>,
    /// The facts that are called and counted alike, wherever there are two.
    alike: Vec<Vec<AskedFact>>,
}

/// A number that is asked for: of which indicator, under which name.
#[derive(Clone, Debug)]
struct AskedFact {
    code: Code,
    fact: &'static str,
}

impl Requirements {
    /// What this framework requires.
    pub(super) fn of(framework: &Framework) -> Requirements {
        let mut requirements = Requirements::default();
        // The few labels of a framework are compared one by one; their order is that of the framework.
        let mut alike: Vec<(&FactLabel, Vec<AskedFact>)> = Vec::new();
        for (position, indicator) in framework.indicators().enumerate() {
            if let Some(rule) = &indicator.required_evidence {
                requirements.answers.push((position, indicator.code.clone(), rule.clone()));
                requirements.ages.extend(rule.max_age_days.map(|age| (("answers", indicator.code.clone()), age)));
            }
            let labels = indicator.facts.iter().flat_map(|facts| facts.labels());
            // What is met or not is no number.
            for (fact, label) in labels.filter(|(fact, _)| *fact != "met") {
                let Some(label) = label else { continue };
                let asked = AskedFact { code: indicator.code.clone(), fact };
                match alike.iter_mut().find(|(known, _)| *known == label) {
                    Some((_, places)) => places.push(asked),
                    None => alike.push((label, vec![asked])),
                }
            }
        }
        for (position, condition) in framework.conditions().enumerate() {
            if let Some(rule) = &condition.required_evidence {
                requirements.conditions.push((position, condition.code.clone(), rule.clone()));
                requirements.ages.extend(rule.max_age_days.map(|age| (("conditions", condition.code.clone()), age)));
            }
        }
        requirements.alike = alike.into_iter().map(|(_, places)| places).filter(|places| places.len() > 1).collect();
        requirements
    }

    /// The evidence that answers must bring, as the engine finds it: whatever keeps a level from being recognised is a finding. What comes from
    /// where evidence has no place cannot be checked.
    pub(super) fn evidence(&self, submission: &Submission<'_>, checks: &mut Checks) {
        let Submission { assessment, prefix, sheet, .. } = submission;
        let on = assessment.assessed_on;
        let can_be_told = |state: &EvidenceState| *state != EvidenceState::Unknown || assessment.evidence != Some(EvidenceKnown::Unknown);
        for (position, code, rule) in &self.answers {
            let Some(state) = sheet.answer_evidence(*position).filter(can_be_told) else { continue };
            let pieces = assessment.answers.get(&**code).map_or(&[][..], |answer| &answer.evidence);
            let finding = || too_few(rule, rule.counted(pieces, on).low, Place::field("answers", code), prefix);
            checks.record(QualityRule::EvidenceGiven, (state != EvidenceState::Given).then(finding));
        }
        for (position, code, rule) in &self.conditions {
            let Some(state) = sheet.condition_evidence(*position).filter(can_be_told) else { continue };
            let pieces = assessment.conditions.get(&**code).map_or(&[][..], |condition| &condition.evidence);
            let finding = || too_few(rule, rule.counted(pieces, on).low, Place::field("conditions", code), prefix);
            checks.record(QualityRule::EvidenceGiven, (state != EvidenceState::Given).then(finding));
        }
    }

    /// How many days old the evidence at a place may be, where the framework says so.
    fn age(&self, place: Place<'_>) -> Option<u32> {
        // Most frameworks say nothing.
        if self.ages.is_empty() {
            return None;
        }
        self.ages.iter().find(|((list, code), _)| place.is_in(list, code)).map(|(_, age)| *age)
    }

    /// Every dated piece of evidence: against the age that the framework allows on the day of the assessment, else against the first
    /// year of the period.
    pub(super) fn currency(&self, asides: &Asides<'_>, assessed_on: Option<Date>, prefix: &str, period: Option<(i16, &str)>, checks: &mut Checks) {
        for (place, piece) in &asides.evidence {
            let Some(date) = piece.date else { continue };
            let found = |sentence| {
                Finding::new(QualityRule::EvidenceCurrent, place.with("date").pointer(prefix), sentence)
                    .with("date", date)
                    .with("title", piece.title.as_str())
            };
            let finding = match (self.age(*place), assessed_on, period) {
                (Some(limit), Some(assessed_on), _) => {
                    let days = date.days_until(assessed_on);
                    (days > i64::from(limit)).then(|| {
                        found(FindingText::EvidenceTooOld)
                            .with("assessed_on", assessed_on)
                            .with("days", u64::try_from(days).unwrap_or(0))
                            .with("limit", u64::from(limit))
                    })
                }
                (None, _, Some((year, period))) => (date.civil().year() < year)
                    .then(|| found(FindingText::EvidenceOld).with("period", period).with("year", u64::try_from(year).unwrap_or(0))),
                // Nothing to compare it with.
                _ => continue,
            };
            checks.record(QualityRule::EvidenceCurrent, finding);
        }
    }

    /// Facts with the same label and unit are one fact, such as the number of teachers: each is compared with the first that has an answer.
    pub(super) fn facts(&self, submission: &Submission<'_>, checks: &mut Checks) {
        for places in &self.alike {
            let mut given = places.iter().filter_map(|asked| Some((asked, number(&submission.assessment, asked)?)));
            let Some((first, expected)) = given.next() else { continue };
            for (asked, found) in given {
                let finding = || {
                    let mut at = Place::field("answers", &asked.code).pointer(submission.prefix);
                    thuocdo::json::push_key(&mut at, asked.fact);
                    Finding::new(QualityRule::FactsAgree, at, FindingText::FactsDisagree)
                        .with("code", &*asked.code)
                        .with("expected", expected)
                        .with("found", found)
                        .with("other", &*first.code)
                };
                checks.record(QualityRule::FactsAgree, (found != expected).then(finding));
            }
        }
    }
}

fn number(assessment: &Assessment, asked: &AskedFact) -> Option<u64> {
    let count = match (assessment.answers.get(&*asked.code)?.fact?, asked.fact) {
        (Fact::Count(count), "count") => count,
        (Fact::Share(share), "part") => share.part(),
        (Fact::Share(share), "whole") => share.whole(),
        _ => return None,
    };
    Some(count.get().into())
}

/// That so many pieces surely are what is asked for, which are too few.
fn too_few(rule: &EvidenceRule, found: usize, place: Place<'_>, prefix: &str) -> Finding {
    let kinds: Vec<&str> = rule.kinds.keys().map(String::as_str).collect();
    let sentence = match (kinds.is_empty(), rule.max_age_days) {
        (true, None) => FindingText::EvidenceMissing,
        (true, Some(_)) => FindingText::DatedEvidenceMissing,
        (false, None) => FindingText::EvidenceOfKindMissing,
        (false, Some(_)) => FindingText::DatedEvidenceOfKindMissing,
    };
    let finding = Finding::new(QualityRule::EvidenceGiven, place.pointer(prefix), sentence)
        .with("expected", u64::from(rule.at_least))
        .with("found", found)
        .with("kinds", kinds);
    match rule.max_age_days {
        Some(limit) => finding.with("limit", u64::from(limit)),
        None => finding,
    }
}
