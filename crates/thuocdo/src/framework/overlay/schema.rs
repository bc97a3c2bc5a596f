//! The part of an overlay's JSON Schema that relates a rule to its facts.

use schemars::Schema;
use serde_json::{Map, Value as Json, json};

use super::super::rules::{Rule, StepsOf};

/// Requires, beside a rule, a label for each of its facts: a title, and a unit if the fact is a count.
pub(super) fn facts_of_rules(schema: &mut Schema) {
    let rules = [
        (json!({ "kind": { "const": "flag" } }), Rule::Flag),
        (json!({ "kind": { "const": "share" } }), Rule::Share),
        (json!({ "kind": { "const": "steps" }, "of": { "const": "count" } }), Rule::Steps { of: StepsOf::Count, table: Vec::new() }),
        (json!({ "kind": { "const": "steps" }, "of": { "const": "percent" } }), Rule::Steps { of: StepsOf::Percent, table: Vec::new() }),
    ];
    let each = rules.into_iter().map(|(words, rule)| {
        let required: Vec<&String> = words.as_object().into_iter().flatten().map(|(key, _)| key).collect();
        let taken = rule.facts();
        let facts: Map<String, Json> = ["count", "met", "part", "whole"]
            .into_iter()
            .map(|name| {
                let of = match name {
                    _ if !taken.contains(&name) => json!({ "type": "null" }),
                    "met" => json!({ "type": "object", "properties": { "unit": { "type": "null" } } }),
                    _ => json!({ "type": "object", "required": ["unit"], "properties": { "unit": { "type": "object" } } }),
                };
                (name.to_owned(), of)
            })
            .collect();
        json!({
            "if": { "required": ["rule"], "properties": { "rule": { "type": "object", "required": required, "properties": words } } },
            "then": { "required": ["facts"], "properties": { "facts": { "type": "object", "required": taken, "properties": facts } } },
        })
    });
    schema.insert("allOf".to_owned(), each.collect());
}
