//! Normal forms: what is null left out, shorthand written out, numbers as numbers.

use crate::fraction::{fraction, json_number};
use serde_json::{Map, Value, json};

/// The normal form of a framework file.
///
/// # Panics
/// When it is not one.
pub fn normal_framework(file: &Value) -> Value {
    let mut normal = without_nulls(file);
    if normal["unknown"].as_array().is_some_and(Vec::is_empty) {
        // The one list that may be left out says as much when it is empty.
        normal.as_object_mut().expect("an object").remove("unknown");
    }
    if let Some(procedure) = normal.get_mut("procedure").and_then(Value::as_object_mut) {
        // So does the one object.
        procedure.retain(|key, value| key != "scopes" || *value != json!({}));
    }
    // Elsewhere a key may be anyone's word, such as the id of a source.
    for room in ["award", "groups"] {
        numbers_of_points(&mut normal[room]);
    }
    normal
}

/// The normal form of an overlay file.
///
/// # Panics
/// When it is not one.
pub fn normal_overlay(file: &Value) -> Value {
    let mut normal = without_nulls(file);
    let empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(Map::is_empty);
    let members = normal.as_object_mut().expect("an object");
    members.retain(|key, value| !(matches!(key.as_str(), "conditions" | "indicators" | "local_conditions" | "sources") && empty(value)));
    if let Some(indicators) = members.get_mut("indicators") {
        numbers_of_points(indicators);
    }
    members.values_mut().for_each(kinds_that_are_none);
    normal
}

/// No kinds of evidence are the same as an empty object of them.
fn kinds_that_are_none(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(kinds_that_are_none),
        Value::Object(members) => {
            members.retain(|key, value| key != "kinds" || *value != json!({}));
            members.values_mut().for_each(kinds_that_are_none);
        }
        _ => {}
    }
}

fn numbers_of_points(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(numbers_of_points),
        Value::Object(members) => {
            for (key, member) in members {
                let points = matches!(key.as_str(), "above" | "at_least" | "below" | "from" | "max" | "points" | "to");
                match fraction(member) {
                    Some(number) if points => *member = json_number(number),
                    _ => numbers_of_points(member),
                }
            }
        }
        _ => {}
    }
}

/// The normal form of a valid assessment.
///
/// # Panics
/// When it is not valid.
pub fn normal_assessment(assessment: &Value) -> Value {
    let mut normal = without_nulls(assessment);
    for list in ["answers", "conditions"] {
        let members = normal[list].as_object_mut().expect("an object");
        members.values_mut().for_each(write_out);
        // What says nothing is as if it were not there.
        members.retain(|_, said| *said != json!({}));
    }
    normal
}

/// Writes `true` as `{"met":true}`, `6` and `"6.0"` as `{"points":6}`; an empty list of evidence says nothing and goes.
fn write_out(answer: &mut Value) {
    match answer {
        Value::Bool(met) => *answer = json!({ "met": *met }),
        Value::Number(_) | Value::String(_) => *answer = json!({ "points": answer.take() }),
        _ => {}
    }
    let said = answer.as_object_mut().expect("an object");
    said.retain(|key, value| key != "evidence" || value.as_array().is_some_and(|list| !list.is_empty()));
    for (key, value) in said {
        if matches!(key.as_str(), "points" | "part" | "whole" | "count") {
            *value = json_number(fraction(value).expect("a number"));
        }
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        Value::Object(members) => {
            let kept = members.iter().filter(|(_, member)| !member.is_null());
            Value::Object(kept.map(|(key, member)| (key.clone(), without_nulls(member))).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorthand_is_written_out_and_null_left_out() {
        let given = json!({
            "conditions": { "1.1": true, "1.2": null },
            "answers": { "1.3.1": "6.50", "1.3.2": null, "1.3.3": { "points": 1.0, "note": null, "evidence": [] }, "1.3.4": {} },
            "period": null
        });
        let normal = json!({
            "conditions": { "1.1": { "met": true } },
            "answers": { "1.3.1": { "points": 6.5 }, "1.3.3": { "points": 1 } }
        });
        assert_eq!(normal_assessment(&given), normal);
    }

    #[test]
    fn points_in_a_framework_become_numbers_and_nothing_else_does() {
        let given = json!({ "award": {}, "groups": [ { "max": "25.50", "code": "1" } ], "sources": { "max": "7" }, "unknown": [] });
        let normal = json!({ "award": {}, "groups": [ { "max": 25.5, "code": "1" } ], "sources": { "max": "7" } });
        assert_eq!(normal_framework(&given), normal);
    }
}
