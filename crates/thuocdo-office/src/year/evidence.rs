//! Where evidence is lacking.

use thuocdo::{Blocker, BlockerCode, Code, EvidenceKnown, Points};

use super::lists::{LackingEvidence, RequiredEvidence};
use super::placed::{PlacedForms, PlacedSchool};
use crate::folder::count;

/// The institutions whose self-assessment lacks evidence: those first whose framework requires it.
pub(super) fn lacking(placed: &PlacedForms<'_>) -> Vec<LackingEvidence> {
    let mut found: Vec<LackingEvidence> = placed.schools.iter().filter_map(of_school).collect();
    found.sort_by_key(|row| row.required.is_empty());
    found
}

fn of_school(school: &PlacedSchool<'_>) -> Option<LackingEvidence> {
    let own = school.own.as_ref()?;
    let (assessment, card) = (&own.form.assessment, &own.card);
    let is_of_evidence = |blocker: &&Blocker| matches!(blocker.code, BlockerCode::EvidenceMissing | BlockerCode::EvidenceUnknown);
    let required: Vec<RequiredEvidence> = card
        .recognition
        .blockers
        .iter()
        .filter(is_of_evidence)
        .map(|blocker| RequiredEvidence { code: blocker.at.clone(), why: blocker.code })
        .collect();
    let met = card.groups.iter().flat_map(|group| &group.conditions).filter(|condition| condition.state == thuocdo::ConditionState::Met);
    let met: Vec<(Code, bool)> = met
        .map(|condition| (condition.code.clone(), assessment.conditions.get(&*condition.code).is_some_and(|answer| !answer.evidence.is_empty())))
        .collect();
    let answered = card.indicators().filter(|indicator| indicator.score.low > Points::ZERO);
    let answered: Vec<(Code, bool)> = answered
        .map(|indicator| (indicator.code.clone(), assessment.answers.get(&*indicator.code).is_some_and(|answer| !answer.evidence.is_empty())))
        .collect();
    // Of a source without a place for evidence nothing is known.
    let is_known = assessment.evidence != Some(EvidenceKnown::Unknown);
    let all = || met.iter().chain(&answered);
    let without: Vec<Code> = all().filter(|(_, has)| is_known && !has).map(|(code, _)| code.clone()).collect();
    (!required.is_empty() || !without.is_empty()).then(|| LackingEvidence {
        answered: count(all().count()),
        at: own.form.at.clone(),
        code: school.code.clone(),
        name: school.name(),
        required,
        without,
    })
}
