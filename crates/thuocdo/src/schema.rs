//! The JSON Schemas (2020-12) of all inputs and results.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::assessment::{Answer, Assessment, ConditionAnswer, Evidence};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::framework::{Diff, Framework, Indicator, Overlay, Rule, StepsOf};
use crate::plan::{Plan, PlanRequest, WhatIf, WhatIfRequest};
use crate::points::{Count, Points};
use crate::scorecard::Scorecard;
use crate::scorer::LevelsJson;
use crate::text::Lang;
use crate::violation::Refusal;

/// The names that [`schema`] accepts.
pub const NAMES: [&str; 12] = [
    "assessment",
    "diff",
    "framework",
    "levels",
    "overlay",
    "plan",
    "plan_request",
    "refusal",
    "scorecard",
    "violations",
    "what_if",
    "what_if_request",
];

/// The schema with this name.
pub fn schema(name: &str) -> Option<Value> {
    Some(match name {
        "assessment" => of_input::<Assessment>("Assessment (phiếu đánh giá)"),
        "framework" => of_input::<Framework>("Framework (bộ chỉ số)"),
        "levels" => of_result::<LevelsJson<'static>>("Levels (các mức độ)"),
        "diff" => of_result::<Diff>("Diff of two frameworks or overlays (thay đổi giữa hai bản)"),
        "overlay" => {
            let mut overlay = of_input::<Overlay>("Overlay (bản cụ thể hóa)");
            if let Some(text) = overlay.pointer_mut("/$defs/Text") {
                in_one_language(text);
            }
            overlay
        }
        "plan" => of_result::<Plan>("Plan (kế hoạch nâng mức)"),
        "plan_request" => of_input::<PlanRequest>("Request of a plan (yêu cầu lập kế hoạch)"),
        "refusal" => of_result::<Refusal<'static>>("Refusal (bị từ chối)"),
        "scorecard" => of_result::<Scorecard>("Scorecard (phiếu điểm)"),
        "violations" => of_result::<Vec<crate::violation::Told<'static>>>("Violations (lỗi)"),
        "what_if" => of_result::<WhatIf>("What if (nếu trả lời khác đi)"),
        "what_if_request" => of_input::<WhatIfRequest>("Request of a what if (yêu cầu xem nếu trả lời khác đi)"),
        _ => return None,
    })
}

/// The schema of assessments under one framework: its codes with titles and maxima, for a program that builds a form.
pub fn assessment_for(framework: &Framework, lang: Lang) -> Value {
    let answers: Map<String, Value> =
        framework.indicators().map(|indicator| (indicator.code.to_string(), answer_to(framework, indicator, lang))).collect();
    let conditions: Map<String, Value> = framework
        .conditions()
        .map(|condition| {
            let mut answer = json!({ "title": condition.title.get(lang), "$ref": "#/$defs/ConditionAnswer" });
            let help = condition.help(lang);
            if !help.is_empty() {
                put(&mut answer, "description", json!(help.join("\n")));
            }
            (condition.code.to_string(), answer)
        })
        .collect();
    let mut schema = of_input::<Assessment>("");
    put(&mut schema, "title", json!(format!("{} — {}", framework.legal.act, framework.title.get(lang))));
    if let Some(properties) = schema.get_mut("properties") {
        put(properties, "framework", json!({ "description": "The id of the framework.", "enum": [framework.id, null] }));
        for (name, codes) in [("answers", answers), ("conditions", conditions)] {
            if let Some(list) = properties.get_mut(name) {
                put(list, "properties", Value::Object(codes));
                put(list, "additionalProperties", json!(false));
            }
        }
    }
    schema
}

/// The schema of a result, with a title.
#[doc(hidden)]
pub fn of_result<T: JsonSchema>(title: &str) -> Value {
    of::<T>(SchemaSettings::draft2020_12().for_serialize(), title)
}

/// The schema of an input, with a title.
#[doc(hidden)]
pub fn of_input<T: JsonSchema>(title: &str) -> Value {
    of::<T>(SchemaSettings::draft2020_12().for_deserialize(), title)
}

fn of<T: JsonSchema>(settings: SchemaSettings, title: &str) -> Value {
    let mut schema = Value::from(settings.into_generator().into_root_schema_for::<T>());
    put(&mut schema, "title", json!(title));
    without_code(&mut schema);
    schema
}

/// Lets a text be written in one language only, as overlays may.
fn in_one_language(text: &mut Value) {
    let languages = Lang::ALL.map(Lang::as_str);
    put(text, "description", json!("A title or text in Vietnamese, in English, or in both. Where one is missing, the other stands in."));
    put(text, "anyOf", languages.map(|lang| json!({ "required": [lang], "properties": { lang: { "type": "string" } } })).into_iter().collect());
    if let Some(text) = text.as_object_mut() {
        text.remove("required");
    }
    for lang in languages {
        if let Some(property) = text.pointer_mut(&format!("/properties/{lang}")) {
            put(property, "type", json!(["string", "null"]));
        }
    }
}

/// Takes the examples in Rust out of descriptions: a schema is read by people of every language.
fn without_code(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(without_code),
        Value::Object(members) => {
            if let Some(Value::String(text)) = members.get_mut("description")
                && let Some((before, _)) = text.split_once("\n\n```")
            {
                *text = before.to_owned();
            }
            members.values_mut().for_each(without_code);
        }
        _ => {}
    }
}

fn put(schema: &mut Value, key: &str, value: Value) {
    if let Some(object) = schema.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

/// One kind of fact: its short form, if it has one, and its keys.
struct Kind {
    short: Option<Value>,
    keys: Vec<(&'static str, Value)>,
}

fn kinds(max: Points) -> [Kind; 4] {
    let count = || json!({ "type": "integer", "minimum": 0, "maximum": Count::MAX });
    [
        Kind { short: Some(points(max)), keys: vec![("points", points(max))] },
        Kind { short: Some(json!({ "type": "boolean" })), keys: vec![("met", json!({ "type": "boolean" }))] },
        Kind { short: None, keys: vec![("part", count()), ("whole", json!({ "type": "integer", "minimum": 1, "maximum": Count::MAX }))] },
        Kind { short: None, keys: vec![("count", count())] },
    ]
}

/// An answer of one of `kinds`: null, the fact in short form, or an object with the fact's keys, a note and evidence. Keys of other kinds
/// are absent or null.
fn answer(kinds: &[&Kind]) -> Value {
    let mut forms = vec![json!({ "type": "null" })];
    forms.extend(kinds.iter().filter_map(|kind| kind.short.clone()));
    let missing = Kind { short: None, keys: Vec::new() };
    for kind in kinds.iter().copied().chain([&missing]) {
        let mut properties: Map<String, Value> = Answer::facts().map(|key| (key.to_owned(), json!({ "type": "null" }))).collect();
        properties.insert("note".to_owned(), json!({ "type": ["string", "null"] }));
        properties
            .insert("evidence".to_owned(), json!({ "anyOf": [{ "type": "array", "items": { "$ref": "#/$defs/Evidence" } }, { "type": "null" }] }));
        properties.extend(kind.keys.iter().map(|(key, schema)| ((*key).to_owned(), schema.clone())));
        let required: Vec<&str> = kind.keys.iter().map(|(key, _)| *key).collect();
        forms.push(json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false }));
    }
    json!({ "anyOf": forms })
}

/// The answer to one indicator, according to its rule.
fn answer_to(framework: &Framework, indicator: &Indicator, lang: Lang) -> Value {
    let [points, met, share, count] = kinds(indicator.max);
    let mut kind = match framework.rule_of(indicator) {
        Rule::Direct => points,
        Rule::Flag => met,
        Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => share,
        Rule::Steps { of: StepsOf::Count, .. } => count,
    };
    for (key, fact) in &mut kind.keys {
        if let Some(label) = indicator.facts.as_ref().and_then(|facts| facts.label(key)) {
            put(fact, "title", json!(label.text(lang)));
        }
    }
    let mut schema = answer(&[&kind]);
    put(&mut schema, "title", json!(indicator.title.get(lang)));
    let mut about = vec![indicator.at_most(lang)];
    about.extend(indicator.help(lang));
    put(&mut schema, "description", json!(about.join("\n")));
    schema
}

/// Hundredths from 0 to `max`, as a number or as text. The schema does not limit the decimals by `multipleOf`: validators that divide
/// doubles would refuse 0.07.
fn points(max: Points) -> Value {
    json!({ "anyOf": [
        { "type": "number", "minimum": 0, "maximum": max },
        { "type": "string", "pattern": r"^(-?0+(\.0+)?|0*(1000000(\.0+)?|[0-9]{1,6}(\.[0-9]{1,2}0*)?))$" },
    ] })
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A day of the Gregorian calendar, `YYYY-MM-DD`.", "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "not": { "pattern": "^0000" } })
    }
}

impl<const PLACES: u32> JsonSchema for Decimal<PLACES> {
    fn schema_name() -> Cow<'static, str> {
        format!("Decimal{PLACES}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "description": format!("A number with at most {PLACES} decimals, rounded half away from zero where a division is left over.") })
    }
}

impl JsonSchema for Points {
    fn schema_name() -> Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (mut schema, description) = if generator.contract().is_serialize() {
            (json!({ "type": "number", "minimum": 0, "maximum": Points::MAX }), "Points, with at most two decimals.")
        } else {
            (points(Points::MAX), "Points with at most two decimals, as a number or as text.")
        };
        put(&mut schema, "description", json!(description));
        Schema::try_from(schema).unwrap_or_default()
    }
}

impl JsonSchema for Count {
    fn schema_name() -> Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A whole number of things.", "type": "integer", "minimum": 0, "maximum": Count::MAX })
    }
}

impl JsonSchema for Answer {
    fn schema_name() -> Cow<'static, str> {
        "Answer".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Evidence>();
        let kinds = kinds(Points::MAX);
        let mut schema = answer(&kinds.each_ref());
        put(
            &mut schema,
            "description",
            json!(
                "What is said of one indicator: its one fact, which may be given in short, and what shows that it is true. Without a fact it is not answered."
            ),
        );
        Schema::try_from(schema).unwrap_or_default()
    }
}

impl JsonSchema for ConditionAnswer {
    fn schema_name() -> Cow<'static, str> {
        "ConditionAnswer".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let evidence = generator.subschema_for::<Option<Vec<Evidence>>>();
        json_schema!({
            "description": "What is said of one condition: whether it is met, which may be given in short, and what shows it. Null means unknown.",
            "anyOf": [
                { "type": ["boolean", "null"] },
                {
                    "type": "object",
                    "properties": { "evidence": evidence, "met": { "type": ["boolean", "null"] }, "note": { "type": ["string", "null"] } },
                    "additionalProperties": false,
                },
            ],
        })
    }
}
