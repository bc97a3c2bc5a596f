//! Đúng: values that their places take, days in their order, claims that agree with what they are of.

use std::collections::BTreeMap;

use thuocdo::json::push_key;
use thuocdo::{Answer, ConditionAnswer, Date, Framework, Level, OverallRule, Points, Range, Scorer};

use super::finding::{Checks, Finding};
use super::place::{Asides, Place};
use super::rules::QualityRule;
use super::submission::{Claim, Claimed, Fault, Submission, rule_of};
use super::words::FindingText;
use crate::Years;

/// Every value and every key that is there.
pub(super) fn values(submission: &Submission<'_>, checks: &mut Checks) {
    let Submission { assessment, claimed, faults, .. } = submission;
    let answers = assessment.answers.iter().map(|(code, answer)| (faults.answers.get(code), *answer != Answer::default()));
    let conditions = assessment.conditions.iter().map(|(code, condition)| (faults.conditions.get(code), *condition != ConditionAnswer::default()));
    for (fault, says_something) in answers.chain(conditions) {
        let fault = fault.copied();
        if says_something && fault.is_none_or(|fault| !fault.value && !fault.key) {
            checks.pass(QualityRule::ValueValid, 1);
        }
        if (says_something || fault.is_some()) && fault.is_none_or(|Fault { key, .. }| !key) {
            checks.pass(QualityRule::KnownCode, 1);
        }
    }
    let institution = assessment.institution.as_ref();
    let fields = [
        assessment.assessed_on.is_some(),
        assessment.framework.is_some() && !faults.has_field("framework"),
        assessment.period.is_some(),
        assessment.stream.is_some(),
        institution.is_some_and(|institution| institution.code.is_some()),
        institution.is_some_and(|institution| institution.kind.is_some()),
        institution.is_some_and(|institution| institution.name.is_some()),
        claimed.level.is_some(),
        submission.updated_on.is_some(),
    ];
    let claims = claimed.groups.0.values().flat_map(|claim| [claim.level.is_some(), claim.score.is_some()]);
    let valid = fields.into_iter().chain(claims).map(u64::from).sum();
    checks.pass(QualityRule::ValueValid, valid);
    for (at, violation) in &submission.refused {
        checks.fail(Finding::refused(rule_of(violation.code()), at.clone(), violation));
    }
}

/// The days of the assessment and of its evidence.
pub(super) fn days(submission: &Submission<'_>, asides: &Asides<'_>, years: Option<Years>, checks: &mut Checks) {
    let assessment = &submission.assessment;
    let Some(assessed_on) = assessment.assessed_on else { return };
    if let (Some(years), Some(period)) = (years, &assessment.period) {
        let finding = || {
            Finding::new(QualityRule::DateInPeriod, Place::field("", "assessed_on").pointer(submission.prefix), FindingText::DateOutsidePeriod)
                .with("date", assessed_on)
                .with("period", period.as_str())
        };
        checks.record(QualityRule::DateInPeriod, (!years.hold(assessed_on)).then(finding));
    }
    for (place, piece) in &asides.evidence {
        let Some(date) = piece.date else { continue };
        let finding = || {
            Finding::new(QualityRule::EvidenceNotAfterAssessment, place.with("date").pointer(submission.prefix), FindingText::EvidenceAfterAssessment)
                .with("assessed_on", assessed_on)
                .with("date", date)
                .with("title", piece.title.as_str())
        };
        checks.record(QualityRule::EvidenceNotAfterAssessment, (date > assessed_on).then(finding));
    }
}

/// The same evidence with another date. Only what has an address is known to be the same: titles repeat from month to month.
pub(super) fn dates_of_evidence(asides: &Asides<'_>, prefix: &str, checks: &mut Checks) {
    let mut first: BTreeMap<(&str, &str), Date> = BTreeMap::new();
    for (place, piece) in &asides.evidence {
        let (Some(uri), Some(date)) = (&piece.uri, piece.date) else { continue };
        let Some(other) = first.get(&(piece.title.as_str(), uri.as_str())).copied() else {
            first.insert((&piece.title, uri), date);
            continue;
        };
        let finding = || {
            Finding::new(QualityRule::EvidenceAgrees, place.with("date").pointer(prefix), FindingText::EvidenceOfTwoDates)
                .with("date", date)
                .with("other", other)
                .with("title", piece.title.as_str())
                .with("uri", uri.as_str())
        };
        checks.record(QualityRule::EvidenceAgrees, (date != other).then(finding));
    }
}

/// What a portal claims, against what follows from the answers, and against itself.
pub(super) fn claims(scorer: &Scorer, submission: &Submission<'_>, checks: &mut Checks) {
    let Submission { claimed: Claimed { groups: claims, level }, levels: Some(levels), .. } = submission else { return };
    if claims.0.is_empty() && level.is_none() {
        return;
    }
    let framework = scorer.framework();
    for (group, computed) in framework.groups.iter().zip(levels.groups()) {
        let Some(claim) = claims.0.get(&*group.code) else { continue };
        let place = |field: &str| {
            let mut at = "/claimed/groups".to_owned();
            push_key(&mut at, &group.code);
            push_key(&mut at, field);
            at
        };
        if let Some(score) = claim.score {
            checks.record(QualityRule::TotalAgrees, total(&group.code, score, computed.score, || place("score")));
        }
        if let Some(level) = claim.level {
            let sentences = (FindingText::LevelDiffers, FindingText::LevelOutside);
            let finding = outside(QualityRule::LevelAgrees, level, computed.level, sentences, || place("level"));
            checks.record(QualityRule::LevelAgrees, finding.map(|finding| finding.with("group", &*group.code)));
        }
        // Above the group's maximum no level follows; that the total is wrong is a finding already.
        if let (Some(score), Some(level)) = (claim.score, claim.level)
            && let Ok(follows) = scorer.level(&group.code, score)
        {
            let finding = || {
                Finding::new(QualityRule::ClaimsAgree, place("level"), FindingText::ClaimsDisagree)
                    .with("claimed", u64::from(level.get()))
                    .with("group", &*group.code)
                    .with("level", u64::from(follows.get()))
                    .with("score", score)
            };
            checks.record(QualityRule::ClaimsAgree, (follows != level).then(finding));
        }
    }
    if let Some(level) = *level {
        let place = || "/claimed/level".to_owned();
        let sentences = (FindingText::OverallDiffers, FindingText::OverallOutside);
        checks.record(QualityRule::LevelAgrees, outside(QualityRule::LevelAgrees, level, levels.overall(), sentences, place));
        if let Some(lowest) = overall_claimed(framework, &claims.0) {
            let finding = || {
                Finding::new(QualityRule::ClaimsAgree, place(), FindingText::OverallDisagrees)
                    .with("claimed", u64::from(level.get()))
                    .with("level", u64::from(lowest.get()))
            };
            checks.record(QualityRule::ClaimsAgree, (lowest != level).then(finding));
        }
    }
}

fn total(group: &str, claimed: Points, computed: Range<Points>, place: impl Fn() -> String) -> Option<Finding> {
    let sentence = if computed.is_exact() { FindingText::TotalDiffers } else { FindingText::TotalOutside };
    (claimed < computed.low || claimed > computed.high).then(|| {
        Finding::new(QualityRule::TotalAgrees, place(), sentence)
            .with("claimed", claimed)
            .with("group", group)
            .with("high", computed.high)
            .with("low", computed.low)
    })
}

/// A level claimed that cannot be; of the sentences the first where the level is known, the second where its ends are.
fn outside(
    rule: QualityRule,
    claimed: Level,
    computed: Range<Level>,
    sentences: (FindingText, FindingText),
    place: impl Fn() -> String,
) -> Option<Finding> {
    let sentence = if computed.is_exact() { sentences.0 } else { sentences.1 };
    (claimed < computed.low || claimed > computed.high).then(|| {
        Finding::new(rule, place(), sentence)
            .with("claimed", u64::from(claimed.get()))
            .with("high", u64::from(computed.high.get()))
            .with("low", u64::from(computed.low.get()))
    })
}

/// The overall level that follows from the levels claimed, where one is claimed of every group.
fn overall_claimed(framework: &Framework, claims: &BTreeMap<String, Claim>) -> Option<Level> {
    let levels: Option<Vec<Level>> = framework.groups.iter().map(|group| claims.get(&*group.code)?.level).collect();
    match framework.overall.rule {
        OverallRule::LowestGroup => levels?.into_iter().min(),
        _ => None,
    }
}
