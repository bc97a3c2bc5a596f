//! Valid overlays at random: every rule, parts, evidence and conditions, on any framework.

use serde_json::{Map, Value, json};
use thuocdo_oracle::{Fraction, digest, fraction, hundredths, json_number, normal_framework};

use crate::generate::Choices;

/// A valid overlay for the file of a framework.
///
/// # Panics
/// When the file is not valid.
pub fn overlay(base: &Value, id: &str, choices: &mut Choices) -> Value {
    let mut indicators = Map::new();
    let mut conditions = Map::new();
    let mut own = Vec::new();
    let usual = &base["award"]["rule"];
    for group in list(&base["groups"]) {
        for criterion in list(&group["criteria"]) {
            for indicator in list(&criterion["indicators"]) {
                let rule = if indicator["rule"].is_null() { usual } else { &indicator["rule"] };
                let is_settled = rule["kind"] != "direct";
                if let Some(refined) = refined(indicator, is_settled, id, choices) {
                    indicators.insert(text(&indicator["code"]), refined);
                }
            }
        }
        for condition in list(&group["conditions"]) {
            if choices.once_in(3) {
                conditions.insert(text(&condition["code"]), json!({ "guidance": words(choices), "required_evidence": evidence(condition, choices) }));
            }
        }
        if choices.once_in(2) {
            own.push(json!({ "code": format!("{}.{id}", text(&group["code"])), "group": group["code"], "title": words(choices) }));
        }
    }
    json!({
        "format": 1,
        "id": id,
        "revision": i64::try_from(1 + choices.upto(3)).expect("few"),
        "title": words(choices),
        "base": { "id": base["id"], "digest": digest(&normal_framework(base)) },
        "issued": choices.one_of(&[Value::Null, json!({ "act": "Số 1", "issued": "2024-02-29", "issuer": "Tỉnh", "title": "Thử" })]),
        "basis": { "standing": "assumed", "sources": [] },
        "sources": choices.one_of(&[json!({}), json!({ "Z": "Một nguồn" }), json!({ "Y": { "vi": "Một nguồn", "en": "A source" } }), json!({ "vi": { "vi": "Một nguồn" } })]),
        "indicators": indicators,
        "conditions": conditions,
        "local_conditions": own,
    })
}

fn refined(indicator: &Value, is_settled: bool, id: &str, choices: &mut Choices) -> Option<Value> {
    let max = hundredths(fraction(&indicator["max"]).expect("a maximum"));
    match choices.upto(5) {
        0 | 1 if is_settled => None,
        0 | 1 => Some(rule(max, choices)),
        2 if !is_settled && max > 1 => Some(json!({ "parts": parts(indicator, max, id, choices) })),
        3 => Some(json!({ "title": words(choices), "guidance": words(choices), "required_evidence": evidence(indicator, choices) })),
        _ => None,
    }
}

fn parts(indicator: &Value, max: i128, id: &str, choices: &mut Choices) -> Value {
    let mut rest = max;
    let mut parts = Vec::new();
    while rest > 0 {
        let size = if parts.len() == 2 || rest == 1 { rest } else { 1 + choices.upto(rest - 1) };
        rest -= size;
        let mut part = if choices.once_in(2) { rule(size, choices) } else { json!({}) };
        part["code"] = format!("{}.{id}{}", text(&indicator["code"]), parts.len()).into();
        part["max"] = points(size);
        part["title"] = words(choices);
        if choices.once_in(4) {
            part["required_evidence"] = evidence(indicator, choices);
        }
        parts.push(part);
    }
    parts.into()
}

/// A concrete rule that reaches the maximum, and its facts.
fn rule(max: i128, choices: &mut Choices) -> Value {
    let label = json!({ "title": words(choices), "unit": words(choices) });
    let share = json!({ "part": label, "whole": label });
    match choices.upto(3) {
        0 => json!({ "rule": { "kind": "flag" }, "facts": { "met": { "title": words(choices) } } }),
        1 => json!({ "rule": { "kind": "share" }, "facts": share }),
        2 => json!({ "rule": steps("count", 100_000_000, max, choices), "facts": { "count": label } }),
        _ => json!({ "rule": steps("percent", 10_000, max, choices), "facts": share }),
    }
}

fn steps(of: &str, highest: i128, max: i128, choices: &mut Choices) -> Value {
    let mut table = Vec::new();
    let (mut from, mut given) = (0, 0);
    while !choices.once_in(3) && from < highest {
        given += choices.upto(max - given);
        table.push(json!({ "at_least": points(from), "points": points(given) }));
        from += 1 + choices.upto((highest - from - 1).min(3_000));
    }
    table.push(json!({ "at_least": points(from), "points": points(max) }));
    json!({ "kind": "steps", "of": of, "table": table })
}

/// No less than is required already.
fn evidence(of: &Value, choices: &mut Choices) -> Value {
    let mut rule = of["required_evidence"].clone();
    if rule.is_null() {
        rule = json!({ "at_least": 1, "max_age_days": choices.one_of(&[Value::Null, json!(400)]) });
        if choices.once_in(2) {
            rule["kinds"] = json!({ "list": words(choices), "log": words(choices) });
        }
    } else {
        rule["at_least"] = (rule["at_least"].as_u64().expect("a number") + 1).into();
        rule["max_age_days"] = rule["max_age_days"].as_u64().map_or(json!(30), |days| json!(days / 2));
    }
    rule
}

fn points(hundredths: i128) -> Value {
    json_number(Fraction::new(hundredths, 100))
}

/// A text in both languages, or in one of them.
fn words(choices: &mut Choices) -> Value {
    choices.one_of(&[
        json!({ "vi": "Tự đặt để thử", "en": "Invented" }),
        json!({ "vi": "Tự đặt để thử", "en": "Invented" }),
        json!({ "vi": "Chỉ có tiếng Việt" }),
        json!({ "en": "In English only", "vi": null }),
    ])
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
