//! Two sides, several assessors, many schools: by scoring real assessments and by exact fractions.

use num_rational::Ratio;
use serde_json::{Value, json};

use crate::evaluate::{GroupOutcome, IndicatorOutcome, Outcome, Span, evaluate, levels};
use crate::fraction::{Fraction, decimal_number, round_half_up};
use crate::framework::Framework;

/// `groups` and `overall` of the review of two valid assessments.
///
/// # Panics
/// When one is not valid.
pub fn review(framework: &Framework, own: &Value, external: &Value) -> Value {
    let (of_own, of_external) = (evaluate(framework, own), evaluate(framework, external));
    let mut disputed_levels = Vec::new();
    let mut groups = Vec::new();
    for (nth, (a, b)) in of_own.groups.iter().zip(&of_external.groups).enumerate() {
        let mut lowest = Fraction::from_integer(0);
        let mut highest = Fraction::from_integer(0);
        let mut parts = Vec::new();
        for (x, y) in indicators(a).zip(indicators(b)) {
            lowest += x.score.low.min(y.score.low);
            highest += x.score.high.max(y.score.high);
            let code = &x.indicator.code;
            let moves = level_after(framework, own, external, code, nth) != a.level || level_after(framework, external, own, code, nth) != b.level;
            let note = external["answers"][code]["note"].as_str().map(str::trim).filter(|note| !note.is_empty());
            parts.push(json!({
                "code": code,
                "difference": difference(x.score, y.score),
                "disputed": x.score != y.score,
                "external": points(y.score),
                "max": decimal_number(x.indicator.max),
                "moves_level": moves,
                "reason": note,
                "self": points(x.score),
            }));
        }
        let disputed = Span { high: highest, low: lowest };
        let disputed_level = levels(&a.group.bands, disputed);
        let conditions: Vec<Value> = a
            .conditions
            .iter()
            .zip(&b.conditions)
            .map(|((code, x), (_, y))| json!({ "code": code, "disputed": x != y, "external": y, "self": x }))
            .collect();
        groups.push(json!({
            "code": a.group.code,
            "conditions": conditions,
            "difference": difference(a.score, b.score),
            "disputed": { "level": level(disputed_level), "score": points(disputed) },
            "external": { "level": level(b.level), "score": points(b.score) },
            "indicators": parts,
            "max": decimal_number(a.group.max),
            "movement": movement(a.level, b.level),
            "self": { "level": level(a.level), "score": points(a.score) },
        }));
        disputed_levels.push(disputed_level);
    }
    let end = |of: fn(&Span<u64>) -> u64| disputed_levels.iter().map(of).min().expect("a framework has groups");
    let overall = json!({
        "disputed": { "high": end(|level| level.high), "low": end(|level| level.low) },
        "external": level(of_external.overall),
        "movement": movement(of_own.overall, of_external.overall),
        "self": level(of_own.overall),
    });
    json!({ "groups": groups, "overall": overall })
}

/// The level of a group once one answer of `assessment` is what `other` says.
fn level_after(framework: &Framework, assessment: &Value, other: &Value, code: &str, group: usize) -> Span<u64> {
    let mut changed = assessment.clone();
    changed["answers"][code] = other["answers"][code].clone();
    evaluate(framework, &changed).groups[group].level
}

/// `card` (its groups' points and levels, and the overall level) and `groups` of the panel of valid assessments.
///
/// # Panics
/// When one is not valid.
pub fn panel(framework: &Framework, forms: &[Value], is_mean: bool) -> Value {
    let outcomes: Vec<Outcome> = forms.iter().map(|form| evaluate(framework, form)).collect();
    let mut combined_levels = Vec::new();
    let (mut groups, mut cards) = (Vec::new(), Vec::new());
    for (nth, group) in framework.groups.iter().enumerate() {
        let of_forms: Vec<&GroupOutcome> = outcomes.iter().map(|outcome| &outcome.groups[nth]).collect();
        let count = of_forms.iter().map(|outcome| indicators(outcome).count()).max().expect("forms");
        let mut sum = Span { high: Fraction::from_integer(0), low: Fraction::from_integer(0) };
        let mut parts = Vec::new();
        for place in 0..count {
            let values: Vec<&IndicatorOutcome> = of_forms.iter().map(|outcome| indicators(outcome).nth(place).expect("an indicator")).collect();
            let lows: Vec<Fraction> = values.iter().map(|value| value.score.low).collect();
            let highs: Vec<Fraction> = values.iter().map(|value| value.score.high).collect();
            let one = if is_mean { mean } else { median };
            let combined = Span { high: round_half_up(one(&highs)), low: round_half_up(one(&lows)) };
            sum = Span { high: sum.high + combined.high, low: sum.low + combined.low };
            let spread = Span { high: *highs.iter().max().expect("forms"), low: *lows.iter().min().expect("forms") };
            parts.push(json!({
                "code": values[0].indicator.code,
                "combined": points(combined),
                "max": decimal_number(values[0].indicator.max),
                "spread": points(spread),
                "values": values.iter().map(|value| points(value.score)).collect::<Vec<_>>(),
            }));
        }
        let combined = levels(&group.bands, sum);
        combined_levels.push(combined);
        cards.push(json!({ "code": group.code, "level": level(combined), "score": points(sum) }));
        let conditions = (0..group.conditions.len()).map(|place| {
            let say = |state: &str| of_forms.iter().filter(|outcome| outcome.conditions[place].1 == state).count();
            let (met, unmet, unknown) = (say("met"), say("unmet"), say("unknown"));
            let state = if unmet + unknown == 0 {
                "met"
            } else if met + unknown == 0 {
                "unmet"
            } else {
                "unknown"
            };
            json!({ "code": group.conditions[place].code, "met": met, "state": state, "unknown": unknown, "unmet": unmet })
        });
        groups.push(json!({
            "alone": of_forms.iter().map(|outcome| json!({ "level": level(outcome.level), "score": points(outcome.score) })).collect::<Vec<_>>(),
            "code": group.code,
            "conditions": conditions.collect::<Vec<_>>(),
            "indicators": parts,
        }));
    }
    let end = |of: fn(&Span<u64>) -> u64| combined_levels.iter().map(of).min().expect("a framework has groups");
    let overall = json!({ "high": end(|level| level.high), "low": end(|level| level.low) });
    let alone: Vec<Value> = outcomes.iter().map(|outcome| level(outcome.overall)).collect();
    json!({ "alone": alone, "card": { "groups": cards, "overall": overall }, "groups": groups })
}

fn mean(values: &[Fraction]) -> Fraction {
    values.iter().sum::<Fraction>() / Ratio::from_integer(values.len().try_into().expect("few"))
}

fn median(values: &[Fraction]) -> Fraction {
    let mut sorted = values.to_vec();
    sorted.sort();
    let count = sorted.len();
    (sorted[(count - 1) / 2] + sorted[count / 2]) / Ratio::from_integer(2)
}

/// `groups` and `overall` of the agreement of pairs of valid assessments, self first, under a framework of so many levels.
///
/// # Panics
/// When one is not valid.
pub fn agreement(framework: &Framework, count_of_levels: u64, pairs: &[(Value, Value)]) -> Value {
    let outcomes: Vec<(Outcome, Outcome)> = pairs.iter().map(|(own, external)| (evaluate(framework, own), evaluate(framework, external))).collect();
    let reviews: Vec<Value> = pairs.iter().map(|(own, external)| review(framework, own, external)).collect();
    let groups = framework.groups.iter().enumerate().map(|(nth, group)| {
        let sides: Vec<(&GroupOutcome, &GroupOutcome)> = outcomes.iter().map(|(own, external)| (&own.groups[nth], &external.groups[nth])).collect();
        let count = group.criteria.iter().map(|criterion| criterion.indicators.len()).sum();
        let parts = (0..count).map(|place| {
            let of = |outcome: &GroupOutcome| indicators(outcome).nth(place).expect("an indicator").score;
            let spans: Vec<_> = sides.iter().map(|(own, external)| (of(own), of(external))).collect();
            let told = |key: &str| reviews.iter().filter(|review| review["groups"][nth]["indicators"][place][key] == json!(true)).count();
            let (compared, difference) = mean_difference(&spans);
            let code = group.criteria.iter().flat_map(|criterion| &criterion.indicators).nth(place).map(|indicator| &indicator.code);
            json!({ "code": code, "compared": compared, "difference": difference, "disputed": told("disputed"), "moves_level": told("moves_level") })
        });
        let parts: Vec<Value> = parts.collect();
        let (compared, difference) = mean_difference(&sides.iter().map(|(own, external)| (own.score, external.score)).collect::<Vec<_>>());
        let level = agreement_of(count_of_levels, &sides.iter().map(|(own, external)| (own.level, external.level)).collect::<Vec<_>>());
        json!({ "code": group.code, "compared": compared, "difference": difference, "indicators": parts, "level": level })
    });
    let groups: Vec<Value> = groups.collect();
    let overall: Vec<_> = outcomes.iter().map(|(own, external)| (own.overall, external.overall)).collect();
    json!({ "groups": groups, "overall": agreement_of(count_of_levels, &overall), "reviews": pairs.len() })
}

fn mean_difference(spans: &[(Span<Fraction>, Span<Fraction>)]) -> (usize, Value) {
    let known: Vec<Fraction> = spans
        .iter()
        .filter(|(own, external)| own.low == own.high && external.low == external.high)
        .map(|(own, external)| external.low - own.low)
        .collect();
    (known.len(), if known.is_empty() { Value::Null } else { four_decimals(mean(&known)) })
}

/// Kappa by its definition: `(po − pe) ÷ (1 − pe)`.
fn agreement_of(count_of_levels: u64, levels: &[(Span<u64>, Span<u64>)]) -> Value {
    let known: Vec<(u64, u64)> = levels
        .iter()
        .filter(|(own, external)| own.low == own.high && external.low == external.high)
        .map(|(own, external)| (own.low, external.low))
        .collect();
    let share = |count: usize| Fraction::new(count.try_into().expect("few"), known.len().try_into().expect("few"));
    let count = |is_meant: &dyn Fn(u64, u64) -> bool| known.iter().filter(|(own, external)| is_meant(*own, *external)).count();
    let all = 1..=count_of_levels;
    let matrix: Vec<Vec<usize>> = all.clone().map(|a| all.clone().map(|b| count(&|own, external| own == a && external == b)).collect()).collect();
    let (lowered, raised, same) =
        (count(&|own, external| external < own), count(&|own, external| external > own), count(&|own, external| own == external));
    let (mut kappa, mut share_lowered, mut share_raised) = (Value::Null, Value::Null, Value::Null);
    if !known.is_empty() {
        let one = Fraction::from_integer(1);
        let by_chance: Fraction = all.map(|a| share(count(&|own, _| own == a)) * share(count(&|_, external| external == a))).sum();
        if by_chance != one {
            kappa = four_decimals((share(same) - by_chance) / (one - by_chance));
        }
        (share_lowered, share_raised) = (four_decimals(share(lowered)), four_decimals(share(raised)));
    }
    json!({
        "compared": known.len(), "kappa": kappa, "lowered": lowered, "matrix": matrix, "open": levels.len() - known.len(), "raised": raised, "same": same,
        "share_lowered": share_lowered, "share_raised": share_raised,
    })
}

/// The nearest ten-thousandth, half of one away from zero.
fn four_decimals(exact: Fraction) -> Value {
    let (zero, scale) = (Fraction::from_integer(0), Fraction::from_integer(10_000));
    let size = if exact < zero { -exact } else { exact };
    let rounded = (size * scale + Fraction::new(1, 2)).floor() / scale;
    decimal_number(if exact < zero { -rounded } else { rounded })
}

fn indicators<'o, 'f>(outcome: &'o GroupOutcome<'f>) -> impl Iterator<Item = &'o IndicatorOutcome<'f>> {
    outcome.criteria.iter().flat_map(|criterion| &criterion.indicators)
}

/// External less self: the least it may be, and the most.
fn difference(own: Span<Fraction>, external: Span<Fraction>) -> Value {
    points(Span { high: external.high - own.low, low: external.low - own.high })
}

fn points(span: Span<Fraction>) -> Value {
    json!({ "high": decimal_number(span.high), "low": decimal_number(span.low) })
}

fn level(span: Span<u64>) -> Value {
    json!({ "high": span.high, "low": span.low })
}

fn movement(own: Span<u64>, external: Span<u64>) -> &'static str {
    if own.low != own.high || external.low != external.high {
        "open"
    } else if external.low < own.low {
        "lowered"
    } else if external.low > own.low {
        "raised"
    } else {
        "same"
    }
}
