//! The example service without its web server: what can be asked of it, and its `OpenAPI` document. The whole of it is tested by
//! `cargo xtask test core --deep`.

#[path = "../examples/service/src/openapi.rs"]
mod openapi;
#[expect(dead_code, reason = "what only the web server reads")]
#[path = "../examples/service/src/routes.rs"]
mod routes;

use routes::ROUTES;
use serde_json::Value;
use thuocdo::{Lang, Scorer};

const SCHOOL: &str = include_str!("../examples/complete-primary-school.json");

#[test]
fn every_route_answers() {
    let scorer = Scorer::shipped("moet-4725-2022").unwrap();
    for route in &ROUTES {
        let body = if route.path == "/plan" { format!(r#"{{ "assessment": {SCHOOL} }}"#) } else { SCHOOL.replace('\n', " ") };
        let answer = (route.work)(&scorer, body.as_bytes(), Lang::Vi).unwrap_or_else(|violations| panic!("{}: {violations}", route.path));
        assert!(!answer.text.contains("\"line\""), "{}", answer.text);
    }
}

#[test]
fn the_document_names_only_schemas_that_are_there() {
    for lang in Lang::ALL {
        let document: Value = serde_json::from_str(&openapi::document(Scorer::shipped("moet-4725-2022").unwrap().framework(), lang)).unwrap();
        let mut open = vec![&document];
        while let Some(value) = open.pop() {
            if let Some(target) = value.get("$ref").and_then(Value::as_str) {
                assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target}");
            }
            open.extend(value.as_object().into_iter().flat_map(|entries| entries.values()).chain(value.as_array().into_iter().flatten()));
        }
    }
}
