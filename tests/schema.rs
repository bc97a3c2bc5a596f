//! Schema and code agree on what an assessment, a scorecard, a framework and a list of violations look like, by the word of an
//! independent validator.

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::{Assessment, Framework, Lang, Scorer, ViolationCode, Violations, schema};
use thuocdo_oracle::corpus::{self, Subject};
use thuocdo_tests::{FRAMEWORKS, codes_and_places, framework, scorer};

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("the schema is a schema")
}

fn named(name: &str) -> Validator {
    validator(&schema::schema(name).expect("there is a schema of this name"))
}

/// What a schema cannot say: relations between two values, keys said twice, and how many decimals a number has.
fn beyond_schemas(violations: &Violations) -> bool {
    use ViolationCode as C;
    violations.iter().all(|violation| matches!(violation.code(), C::ShareOutOfRange | C::DuplicateKey | C::PointsTooPrecise))
}

/// What the schema of one framework cannot say: the maximum of points given as text.
fn is_text_over_max(violations: &Violations, input: &Value) -> bool {
    violations.iter().all(|violation| {
        let place = |suffix: &str| input.pointer(&format!("{}{suffix}", violation.at())).is_some_and(Value::is_string);
        violation.code() == ViolationCode::PointsOutOfRange && (place("") || place("/points"))
    })
}

/// Asserts that schemas and code take or refuse `input` alike; tells whether it was taken.
fn assert_agreement(general: &Validator, specific: &Validator, scorer: &Scorer, input: &Value) -> bool {
    let text = input.to_string();
    match Assessment::from_json(text.as_bytes()) {
        Ok(_) => assert!(general.is_valid(input), "the code takes what the schema refuses: {text}"),
        Err(violations) if beyond_schemas(&violations) => {}
        Err(violations) => assert!(!general.is_valid(input), "the schema takes what the code refuses: {text}\n{violations}"),
    }
    match scorer.assessment(text.as_bytes()) {
        Ok(_) => {
            assert!(specific.is_valid(input), "the code takes what the framework's schema refuses: {text}");
            true
        }
        Err(violations) => {
            let unsayable = beyond_schemas(&violations) || is_text_over_max(&violations, input);
            assert!(unsayable || !specific.is_valid(input), "the framework's schema takes what the code refuses: {text}\n{violations}");
            false
        }
    }
}

#[test]
fn schema_and_code_agree_on_every_vector() {
    let general = named("assessment");
    let mut compared = 0;
    for vector in corpus::vectors().iter().filter(|vector| vector.subject == Subject::Assessment) {
        let Some(input) = &vector.input else { continue };
        let scorer = scorer(&vector.framework);
        let specific = validator(&schema::assessment_for(scorer.framework(), Lang::Vi));
        assert_agreement(&general, &specific, &scorer, input);
        compared += 1;
    }
    assert!(compared > 80, "only {compared} vectors were compared");
}

/// What may stand at any place, mostly wrong.
fn anything() -> impl Strategy<Value = Value> {
    let scalars = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3..130_i64).prop_map(Value::from),
        (0..1200_u32).prop_map(|n| json!(f64::from(n) / 100.0)),
        prop::sample::select(vec![0.001, 5.125, 0.1 + 0.2, 1e6, 1_000_000.01, 1e308, 24.0, 24.5, -0.0, 1e-7]).prop_map(Value::from),
        prop::sample::select(vec![
            "6",
            "7.50",
            "7,5",
            "",
            " 5",
            "5.",
            ".5",
            "-0",
            "-0.00",
            "-1",
            "1000000",
            "1000000.00",
            "1000000.01",
            "0001",
            "5.001",
            "5.0010",
            "1e3",
            "self",
            "external",
            "primary",
            "continuing",
            "2023-10-12",
            "2023-02-29",
            "2024-02-29",
            "0000-01-01",
            "9999-12-31",
            "20231012",
            "2023-10-12T00:00:00",
            "moet-4725-2022",
            "other",
            "x",
        ])
        .prop_map(Value::from),
    ];
    scalars.prop_recursive(3, 24, 6, |inner| {
        let key = prop::sample::select(vec![
            "points", "met", "part", "whole", "count", "note", "evidence", "title", "date", "kind", "uri", "code", "name", "type", "x",
        ]);
        prop_oneof![prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from), prop::collection::btree_map(key, inner, 0..4).prop_map(object),]
    })
}

fn object<K: Into<String>>(entries: impl IntoIterator<Item = (K, Value)>) -> Value {
    Value::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

/// Answers that are right more often than not, so that whole assessments are taken too.
fn answer() -> impl Strategy<Value = Value> {
    let evidence = json!([{ "title": "Quyết định", "date": "2023-09-05", "uri": null }]);
    prop_oneof![
        4 => (0..=600_u32).prop_map(|n| json!(f64::from(n) / 100.0)),
        2 => (0..=5_u32).prop_map(move |n| json!({ "points": n, "note": "ghi chú", "evidence": evidence })),
        1 => Just(json!({ "note": "chưa có" })),
        1 => Just(json!({ "points": 3, "met": null })),
        1 => Just(json!({ "part": 24, "whole": 32 })),
        1 => Just(json!({ "part": 40, "whole": 32 })),
        2 => anything(),
    ]
}

fn assessment() -> impl Strategy<Value = Value> {
    let answers =
        prop::collection::btree_map(prop::sample::select(vec!["1.3.1", "1.3.2", "1.6.1", "2.x.1", "2.4.2", "9.9.9", "1.3"]), answer(), 0..3);
    let condition = prop_oneof![3 => any::<bool>().prop_map(Value::from), 1 => Just(json!({ "met": true })), 1 => anything()];
    let conditions = prop::collection::btree_map(prop::sample::select(vec!["1.1", "1.2", "2.1", "7.7"]), condition, 0..3);
    let rest = prop::collection::btree_map(
        prop::sample::select(vec!["framework", "institution", "period", "stream", "assessed_on", "extra", "answers"]),
        prop_oneof![Just(json!("self")), Just(json!("2023-10-12")), Just(json!("moet-4725-2022")), Just(json!({ "code": "001" })), anything()],
        0..2,
    );
    (answers, conditions, rest).prop_map(|(answers, conditions, rest)| {
        let mut whole = object([("answers", object(answers)), ("conditions", object(conditions))]);
        for (key, value) in rest {
            whole[key] = value;
        }
        whole
    })
}

#[test]
fn schema_and_code_agree_on_generated_assessments() {
    let (general, scorer) = (named("assessment"), scorer("moet-4725-2022"));
    let specific = validator(&schema::assessment_for(scorer.framework(), Lang::Vi));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() });
    let taken = std::cell::Cell::new(0);
    runner
        .run(&assessment(), |input| {
            taken.set(taken.get() + u32::from(assert_agreement(&general, &specific, &scorer, &input)));
            Ok(())
        })
        .expect("schema and code agree");
    // A comparison in which everything is refused would prove little.
    assert!(taken.get() > 500, "only {} of the generated assessments were taken", taken.get());
}

#[test]
fn every_answer_of_the_library_is_by_its_schema() {
    let (scorecards, violations) = (named("scorecard"), named("violations"));
    let (levels, refused) = (named("levels"), named("refusal"));
    let (mut cards, mut refusals) = (0, 0);
    for vector in corpus::vectors().iter().filter(|vector| vector.subject == Subject::Assessment) {
        match scorer(&vector.framework).score(&vector.bytes()) {
            Ok(card) => {
                assert_by(&scorecards, &card.to_json());
                assert_by(&scorecards, &serde_json::to_string(&card).expect("a card is JSON"));
                let scorer = scorer(&vector.framework);
                let found = scorer.sheet(&vector.bytes()).and_then(|sheet| scorer.levels(&sheet)).expect("what has a card has levels");
                assert_by(&levels, &thuocdo::canonical(&found));
                cards += 1;
            }
            Err(found) => {
                for lang in Lang::ALL {
                    assert_by(&violations, &found.to_json(lang));
                    assert_by(&refused, &found.refusal(lang).to_json());
                }
                refusals += 1;
            }
        }
    }
    assert!(cards > 50 && refusals > 30, "{cards} cards, {refusals} refusals");
}

fn assert_by(validator: &Validator, text: &str) {
    let value: Value = serde_json::from_str(text).expect("it is JSON");
    if let Err(error) = validator.validate(&value) {
        panic!("{error} at {}: {text}", error.instance_path());
    }
}

#[test]
fn frameworks_are_by_their_schema() {
    let frameworks = named("framework");
    for name in FRAMEWORKS {
        assert_by(&frameworks, &corpus::framework_text(name));
        assert_by(&frameworks, &framework(name).expect("it loads").to_json());
    }
}

/// Each value of the shipped file replaced by each of a few others: where the schema refuses, so does the loader, and the loader
/// refuses for its form nothing that the schema takes.
#[test]
fn schema_and_loader_agree_on_every_change_of_the_framework() {
    let frameworks = named("framework");
    let whole: Value = serde_json::from_str(&Framework::shipped("moet-4725-2022").expect("it is shipped").to_json()).expect("it is JSON");
    let mut places = Vec::new();
    collect_places(&whole, String::new(), &mut places);
    let replacements =
        [Value::Null, json!(true), json!(-1), json!(1.5), json!(0.001), json!(7), json!("x"), json!("Đ"), json!([]), json!({}), json!({ "x": 1 })];
    let mut compared = 0_u32;
    for place in &places {
        for replacement in &replacements {
            let mut changed = whole.clone();
            *changed.pointer_mut(place).expect("the place is there") = replacement.clone();
            let loaded = Framework::from_json(changed.to_string().as_bytes());
            let valid = frameworks.is_valid(&changed);
            match loaded {
                Ok(_) => assert!(valid, "the loader takes what the schema refuses: {place} = {replacement}"),
                Err(violations) if violations.iter().any(|violation| is_form(violation.code())) => {
                    assert!(!valid, "the schema takes what the loader refuses: {place} = {replacement}\n{violations}");
                }
                Err(_) => {}
            }
            compared += 1;
        }
    }
    assert!(compared > 3_000, "only {compared} changes were compared");
}

/// Codes of which a schema can know.
fn is_form(code: ViolationCode) -> bool {
    matches!(code, ViolationCode::WrongType | ViolationCode::UnknownField | ViolationCode::CountOutOfRange)
}

fn collect_places(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                collect_places(value, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), places);
            }
        }
        // The first items stand for all.
        Value::Array(list) => {
            for (n, value) in list.iter().enumerate().take(2) {
                collect_places(value, format!("{at}/{n}"), places);
            }
        }
        _ => {}
    }
    places.push(at);
}

/// Reads a document by itself.
type Loader = Box<dyn Fn(&[u8]) -> Result<(), Violations>>;

/// What is answered with and read back: there every key is always said, and where one is missing, the reader takes it for null.
const RESULTS: [&str; 3] = ["scorecard", "certify", "signed_certificate"];

/// Every kind of document that is read, its schema's name, and whole ones with as many fields as there are.
fn documents() -> Vec<(&'static str, Loader, Vec<Value>)> {
    fn loader<T>(load: impl Fn(&[u8]) -> Result<T, Violations> + 'static) -> Loader {
        Box::new(move |bytes| load(bytes).map(drop))
    }
    let parsed = |text: String| -> Value { serde_json::from_str(&text).expect("JSON") };
    let requests = |pointer: &str| -> Vec<Value> {
        corpus::requests()
            .into_iter()
            .filter(|request| request.expect.result.is_some())
            .filter_map(|request| request.input?.pointer(pointer).cloned())
            .filter(Value::is_object)
            .collect()
    };
    let overlays = ["province-invented.json", "commune-invented.json", "tiny-local-invented.json"].map(|name| parsed(corpus::overlay_text(name)));
    let mut assessments: Vec<Value> = requests("/case/external");
    assessments.push(json!({ "framework": "moet-4725-2022", "institution": { "code": "1", "name": "x", "type": "primary" }, "period": "2023", "stream": "self",
        "assessed_on": "2023-10-12", "conditions": { "1.1": true, "2.1": { "met": true, "note": "x", "evidence": [{ "title": "x", "date": "2023-09-05", "uri": "x", "kind": "x" }] } },
        "answers": { "1.3.1": 6, "1.3.2": "5.5", "1.6.1": { "points": 5.25, "note": "x", "evidence": [{ "title": "x" }] } } }));
    let cards = ["every-maximum", "nothing-answered"].map(|name| corpus::json_file(&format!("scorecards/{name}.json")));
    let certificate = corpus::json_file("cards/certificates.json")["certificate"].clone();
    let signed = json!({ "certificate": certificate, "signature": { "algorithm": "ed25519", "key": "00", "value": "00" } });
    let scorer = scorer("moet-4725-2022");
    let asked = |load: fn(&Scorer, &thuocdo::json::Value<'_>) -> Result<(), Violations>| {
        let scorer = scorer.clone();
        loader(move |text: &[u8]| load(&scorer, &thuocdo::json::Value::parse(text)?))
    };
    let answers = json!({ "1.3.1": 6, "1.6.1": { "points": 5.25, "note": "x", "evidence": [{ "title": "x" }] } });
    let assessment = json!({ "answers": answers, "conditions": { "1.1": true } });
    let plan = json!({ "assessment": assessment, "efforts": { "1.3.1": 3 }, "step": "0.25", "targets": { "1": 3 } });
    let what_if = json!({ "assessment": assessment, "answers": answers, "conditions": { "1.1": { "met": true, "note": "x" } } });
    vec![
        ("plan_request", asked(|scorer, value| thuocdo::plan_value(scorer, value).map(drop)), vec![plan]),
        ("what_if_request", asked(|scorer, value| thuocdo::what_if_value(scorer, value).map(drop)), vec![what_if]),
        (
            "framework",
            loader(|text: &[u8]| Framework::from_json(text)),
            FRAMEWORKS.map(|name| parsed(framework(name).expect("it loads").to_json())).to_vec(),
        ),
        ("overlay", loader(|text: &[u8]| thuocdo::Overlay::from_json(text)), overlays.to_vec()),
        ("assessment", loader(|text: &[u8]| Assessment::from_json(text)), assessments),
        ("scorecard", loader(|text: &[u8]| thuocdo::Scorecard::from_json(text)), cards.to_vec()),
        ("case", loader(|text: &[u8]| thuocdo_practice::process::Case::from_json(text)), requests("/case")),
        ("calendar", loader(|text: &[u8]| thuocdo_practice::process::Calendar::from_json(text)), requests("/calendar")),
        ("register", loader(|text: &[u8]| thuocdo_practice::Register::from_json(text)), requests("/register")),
        ("certify", loader(|text: &[u8]| thuocdo_practice::recognition::Certificate::from_json(text)), vec![certificate]),
        ("signed_certificate", loader(|text: &[u8]| thuocdo_practice::recognition::SignedCertificate::from_json(text)), vec![signed]),
    ]
}

/// The document once for each place, with null there; once without what is there; and, where a list or an object is there, with null added.
fn with_nulls(whole: &Value, places: &[String]) -> Vec<(String, Value)> {
    let mut changed = Vec::new();
    for place in places {
        let mut nulled = whole.clone();
        *nulled.pointer_mut(place).expect("the place is there") = Value::Null;
        changed.push((format!("null at {place}"), nulled));
        let mut longer = whole.clone();
        match longer.pointer_mut(place).expect("the place is there") {
            Value::Array(list) => list.push(Value::Null),
            Value::Object(object) => drop(object.insert("S5".to_owned(), Value::Null)),
            _ => continue,
        }
        changed.push((format!("null in {place}"), longer));
        if let Some(Value::Object(object)) = whole.pointer(place) {
            for key in object.keys() {
                let mut without = whole.clone();
                let Some(Value::Object(object)) = without.pointer_mut(place) else { continue };
                object.remove(key);
                changed.push((format!("{place} without {key}"), without));
            }
        }
    }
    changed
}

/// What the code says of a document's form: that something is of another type, missing, or not known. Which facts a framework describes, the
/// rule beside them tells, which may be that of the whole framework; in an overlay it stands beside them.
fn is_of_form(name: &str, violation: &thuocdo::Violation) -> bool {
    use ViolationCode as C;
    let is_form = is_form(violation.code()) || matches!(violation.code(), C::MissingField | C::MissingTitle | C::EmptyList);
    is_form && (name == "overlay" || !violation.at().contains("/facts"))
}

/// A rule in an overlay comes with its facts: the schema knows it as the loader does, which says what is missing.
#[test]
fn a_rule_of_an_overlay_without_its_facts_is_refused_by_the_schema_too() {
    let overlays = named("overlay");
    let label = json!({ "title": { "vi": "a", "en": "a" }, "unit": { "vi": "b", "en": "b" } });
    let steps = |of: &str| json!({ "kind": "steps", "of": of, "table": [{ "at_least": 0, "points": 0 }, { "at_least": 50, "points": 7 }] });
    let cases = [
        (
            json!({ "kind": "share" }),
            json!({ "part": label, "whole": label }),
            "facts: cần part và whole, mỗi trường có tiêu đề (title) và đơn vị (unit)",
        ),
        (json!({ "kind": "flag" }), json!({ "met": { "title": { "vi": "a", "en": "a" } } }), "facts: cần met, có tiêu đề (title)"),
        (steps("count"), json!({ "count": label }), "facts: cần count, có tiêu đề (title) và đơn vị (unit)"),
        (steps("percent"), json!({ "part": label, "whole": label }), "facts: cần part và whole, mỗi trường có tiêu đề (title) và đơn vị (unit)"),
    ];
    for (rule, facts, missing) in cases {
        let of = |added: Value| {
            json!({ "format": 1, "id": "o", "revision": 1, "title": { "vi": "a", "en": "a" }, "base": { "id": "moet-4725-2022", "digest": "x" },
                "basis": { "standing": "assumed", "sources": [] }, "indicators": { "1.6.1": added } })
        };
        let whole = of(json!({ "rule": rule, "facts": facts }));
        assert_by(&overlays, &whole.to_string());
        assert!(thuocdo::Overlay::from_json(whole.to_string().as_bytes()).is_ok(), "{whole}");
        for without in [json!({ "rule": rule }), json!({ "rule": rule, "facts": null })] {
            let without = of(without);
            assert!(!overlays.is_valid(&without), "the schema takes {without}");
            let violations = thuocdo::Overlay::from_json(without.to_string().as_bytes()).expect_err("facts are missing");
            assert_eq!(codes_and_places(&violations), [("missing_field".to_owned(), "/indicators/1.6.1/facts".to_owned())]);
            assert!(violations.iter().all(|violation| violation.message(Lang::Vi).contains(missing)), "{violations}");
        }
    }
}

/// Null is nothing, wherever it stands: what the schema of a document takes, the code takes, and the other way round.
#[test]
fn schemas_and_code_agree_on_null_and_nothing_everywhere() {
    let mut faults = Vec::new();
    let mut compared = 0_u32;
    for (name, load, documents) in documents() {
        assert!(!documents.is_empty(), "no {name}");
        let validator = validator(&thuocdo_practice::schema::schema(name).expect("there is a schema of this name"));
        for whole in &documents {
            assert_by(&validator, &whole.to_string());
            load(whole.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{name}: {violations}: {whole}"));
            let mut places = Vec::new();
            collect_places(whole, String::new(), &mut places);
            for (what, changed) in with_nulls(whole, &places) {
                compared += 1;
                match (validator.is_valid(&changed), load(changed.to_string().as_bytes())) {
                    (false, Ok(())) if !RESULTS.contains(&name) => faults.push(format!("{name}: the code takes what the schema refuses: {what}")),
                    (true, Err(violations)) if violations.iter().any(|violation| is_of_form(name, violation)) => {
                        faults.push(format!("{name}: the schema takes what the code refuses: {what}: {violations}"));
                    }
                    _ => {}
                }
            }
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    assert!(compared > 5_000, "only {compared} changes were compared");
}
