//! Does the document say what the routes do?

use serde_json::{Value, json};
use thuocdo_practice::json::Question;

use crate::{Answer, SCHOOL, Server};

/// What is wrong with a value by a schema of the document.
fn faults(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

fn holds(document: &Value, schema: &Value, value: &Value) {
    assert_eq!(faults(document, schema, value), Vec::<String>::new(), "{schema}");
}

fn named(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Holds an answer against the schema that the document has for its route and status.
fn check(document: &Value, path: &str, answer: &Answer) {
    let content = &document["paths"][path]["post"]["responses"][answer.status.to_string()]["content"];
    let content = &content[&answer.kind];
    assert!(content.is_object(), "{path} {} {}", answer.status, answer.kind);
    match answer.kind.as_str() {
        "application/json" => holds(document, &content["schema"], &answer.json()),
        "application/x-ndjson" => {
            let lines = answer.text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
            lines.for_each(|line| holds(document, &content["x-line-schema"], &line));
        }
        _ => holds(document, &content["schema"], &json!(answer.text)),
    }
}

#[test]
fn every_answer_is_as_the_document_says() {
    let server = Server::new();
    let document = server.get("/openapi.json").json();
    let missing = r#"{ "conditions": { "1.1": null }, "answers": { "1.3.1": "5.25" } }"#;
    let plan = format!(r#"{{ "assessment": {missing}, "targets": {{ "1": 3, "2": null }}, "efforts": {{ "1.3.2": 4 }}, "step": 0.25 }}"#);
    let bodies = [
        ("/score", SCHOOL),
        ("/score", missing),
        ("/score", "{}"),
        ("/score", "{"),
        ("/score", &"[".repeat(65)),
        ("/check", SCHOOL),
        ("/check", "7"),
        ("/explain", SCHOOL),
        ("/ask/plan", &plan),
        ("/ask/plan", "{}"),
        ("/ask/what_if", &plan),
        ("/ask/score", SCHOOL),
        ("/ask/cohort", &format!(r#"{{"scorecards":[{SCHOOL}]}}"#)),
        ("/ask/kit", "{}"),
        ("/level", r#"{"group":"1","points":75}"#),
        ("/level", "{}"),
        ("/level?framework=none", "{}"),
        ("/level?framwork=none", "{}"),
        ("/levels", &format!("{}\n{missing}\n7", SCHOOL.replace('\n', " "))),
        ("/scores", &format!("{missing}\n{{")),
    ];
    for (path, body) in bodies {
        check(&document, path.split('?').next().unwrap(), &server.post(path, body));
    }
    for (name, body) in [("assessment", SCHOOL), ("assessment", missing), ("plan_request", &plan)] {
        holds(&document, &named(name), &serde_json::from_str(body).unwrap());
    }
    holds(&document, &named("scorecard.FrameworkMark"), &server.get("/health").json());
    holds(&document, &named("framework"), &server.get("/framework").json());
    // The other questions have what is wrong with an empty request, or an answer to it.
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.len(), 6 + Question::WORDS.len() + 3);
    for path in paths.keys().filter(|path| path.starts_with("/ask/")) {
        check(&document, path, &server.post(path, "{}"));
    }
}

#[test]
fn it_refuses_what_the_routes_refuse() {
    let document = Server::new().get("/openapi.json").json();
    for (body, is_right) in
        [(json!({ "answers": { "1.3.1": 6 }, "conditions": {} }), true), (json!({ "answers": { "1.3.1": 7 }, "conditions": {} }), false)]
    {
        assert_eq!(faults(&document, &named("assessment"), &body).is_empty(), is_right);
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = Server::new().get("/openapi.json").json();
    let mut open = vec![&document];
    let mut count = 0;
    while let Some(value) = open.pop() {
        if let Some(target) = value.get("$ref").and_then(Value::as_str) {
            assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target}");
            count += 1;
        }
        match value {
            Value::Object(entries) => open.extend(entries.values()),
            Value::Array(list) => open.extend(list),
            _ => {}
        }
    }
    assert!(count > 50);
    assert_eq!(document["openapi"], "3.1.0");
}
