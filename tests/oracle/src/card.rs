//! The scorecard of an outcome, as the contract draws it.

use crate::evaluate::{CriterionOutcome, GroupOutcome, IndicatorOutcome, Outcome, Span, evaluate};
use crate::fraction::{Fraction, json_number};
use crate::framework::Framework;
use crate::{digest, evaluate::Blocker};
use serde_json::{Value, json};

/// The scorecard of a valid assessment, with its digest.
pub fn scorecard(framework: &Framework, assessment: &Value) -> Value {
    card(framework, &evaluate(framework, assessment), assessment)
}

/// The scorecard of an outcome, with its digest.
pub(crate) fn card(framework: &Framework, outcome: &Outcome, assessment: &Value) -> Value {
    let Outcome { blockers, groups, overall } = outcome;
    let mut card = json!({
        "framework": { "basis": framework.basis, "digest": framework.digest, "id": framework.id, "revision": framework.revision },
        "groups": groups.iter().map(group).collect::<Value>(),
        "institution": institution(&assessment["institution"]),
        "overall": { "level": levels(*overall), "rule": framework.overall },
        "period": assessment["period"],
        "recognition": { "blockers": blockers.iter().map(blocker).collect::<Value>(), "eligible": blockers.is_empty() },
        "stream": assessment["stream"],
    });
    card["digest"] = digest(&card).into();
    card
}

/// A scorecard without its digest and its framework's: what a person can write by hand.
///
/// # Panics
/// When it is not a scorecard.
pub fn without_digests(card: &Value) -> Value {
    let mut rest = card.clone();
    rest.as_object_mut().expect("a card").remove("digest");
    rest["framework"].as_object_mut().expect("a card names its framework").remove("digest");
    rest
}

fn group(outcome: &GroupOutcome) -> Value {
    json!({
        "code": outcome.group.code,
        "conditions": outcome.conditions.iter().map(|(code, state)| json!({ "code": code, "state": state })).collect::<Value>(),
        "criteria": outcome.criteria.iter().map(criterion).collect::<Value>(),
        "level": levels(outcome.level),
        "max": json_number(outcome.group.max),
        "score": score(outcome.score),
    })
}

fn criterion(outcome: &CriterionOutcome) -> Value {
    json!({
        "code": outcome.criterion.code,
        "indicators": outcome.indicators.iter().map(indicator).collect::<Value>(),
        "level": outcome.level.map(levels),
        "max": json_number(outcome.criterion.max),
        "score": score(outcome.score),
    })
}

fn indicator(outcome: &IndicatorOutcome) -> Value {
    json!({
        "code": outcome.indicator.code,
        "max": json_number(outcome.indicator.max),
        "score": score(outcome.score),
        "state": if outcome.answered { "answered" } else { "missing" },
    })
}

fn blocker(blocker: &Blocker) -> Value {
    json!({ "at": blocker.at, "code": blocker.code, "group": blocker.group })
}

fn institution(given: &Value) -> Value {
    if given.is_null() {
        return Value::Null;
    }
    json!({ "code": given["code"], "name": given["name"], "type": given["type"] })
}

fn levels(span: Span<u64>) -> Value {
    json!({ "high": span.high, "low": span.low })
}

fn score(span: Span<Fraction>) -> Value {
    json!({ "high": json_number(span.high), "low": json_number(span.low) })
}
