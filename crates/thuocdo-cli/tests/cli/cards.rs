//! Scorecards and certificates as files give them: none is taken at its word.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Folder, piped, thuocdo};

fn corpus(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors").join(name);
    serde_json::from_slice(&fs::read(path).expect("a file of the corpus")).expect("JSON")
}

/// What a file of the corpus says, after the edits of one of its entries.
fn edited(mut base: Value, entry: &Value) -> Value {
    for edit in entry["edits"].as_array().expect("edits") {
        *base.pointer_mut(edit["at"].as_str().expect("a place")).expect("the place is there") = edit["to"].clone();
    }
    base
}

#[test]
fn no_altered_scorecard_is_counted_followed_listed_or_planned_from() {
    let folder = Folder::new();
    let list = folder.path("list.html");
    let file = corpus("cards/altered.json");
    let alterations = file["alterations"].as_array().expect("a list");
    let cards: Vec<String> = alterations
        .iter()
        .map(|alteration| edited(corpus(&format!("scorecards/{}.json", alteration["card"].as_str().expect("a name"))), alteration).to_string() + "\n")
        .collect();
    // All at once, and each by itself where there is no good one beside it.
    let all = cards.concat();
    let publish = ["cohort", "--format", "json", "--input-format", "ndjson", "--publish", list.to_str().expect("UTF-8")];
    for command in [&publish[..5], &["course", "--input-format", "ndjson"], &["plan", "--input-format", "ndjson"]] {
        let said = piped(command, all.clone()).fails(1);
        assert_eq!(said.matches("digest_mismatch").count(), cards.len(), "{command:?}: {said}");
    }
    let answer = piped(&publish, all);
    assert_eq!(answer.status, 1);
    let counted: Value = serde_json::from_str(&answer.out).expect("JSON");
    // There is no count where every card is refused.
    assert_eq!((counted["refused"].as_array().map(Vec::len), &counted["count"]), (Some(cards.len()), &Value::Null));
}

#[test]
fn a_certificate_that_does_not_count_keeps_the_list_from_being_written() {
    let folder = Folder::new();
    let (list, card) = (
        folder.path("list.json"),
        folder.file("card.json", r#"{ "institution": { "code": "31-0042" }, "period": "2023-2024", "conditions": {}, "answers": {} }"#),
    );
    let list_name = list.to_str().expect("UTF-8");
    let publish = |certificate: &Value, more: &[&str]| {
        let certificate = folder.file("certificate.json", certificate.to_string());
        thuocdo(&[&["cohort", &card, "--lang", "en", "--publish", list_name, "--force", "--certificates", &certificate], more].concat())
    };
    let file = corpus("cards/certificates.json");
    let good = &file["certificate"];
    for entry in file["refused"].as_array().expect("a list") {
        let said = publish(&edited(good.clone(), entry), &[]).fails(1);
        let code = entry["violations"][0][0].as_str().expect("a code");
        assert!(said.contains(code), "{}: {said}", entry["id"]);
        assert!(!list.exists(), "{}", entry["id"]);
    }
    // The card does not say who assessed.
    publish(good, &["--stream", "external"]).done();
    let written: Value = serde_json::from_slice(&fs::read(&list).expect("written")).expect("JSON");
    assert_eq!((&written["summary"]["count"], &written["rows"][0]["recognised"]), (&json!(1), &json!(true)));
    // A national certificate, in the list of a province.
    let overlay = super::example("overlays/hai-phong-illustrative.json");
    for of in ["local", "national"] {
        assert!(publish(good, &["--overlay", &overlay, "--of", of]).fails(1).contains("wrong_framework"), "{of}");
    }
}

/// Each assessment may be as large as one; both are in one file.
#[test]
fn a_case_of_two_large_assessments_is_made_step_by_step() {
    let folder = Folder::new();
    let assessment = |stream: &str| {
        let answers = json!({ "1.3.1": { "points": 6, "note": "đ".repeat(500_000) } });
        folder.file(stream, json!({ "stream": stream, "conditions": {}, "answers": answers }).to_string())
    };
    let (own, external) = (assessment("self"), assessment("external"));
    let case = folder.path("case.json");
    let case = case.to_str().expect("UTF-8");
    thuocdo(&["process", "--new", "--institution-code", "1", "--period", "2023-2024", "-o", case]).done();
    for (act, role, more) in [
        ("plan", "authority", &[][..]),
        ("self_assess", "institution", &["--assessment", &own]),
        ("approve", "head", &[]),
        ("report", "head", &[]),
        ("externally_assess", "authority", &["--assessment", &external]),
    ] {
        let add = ["process", case, "--add", act, "--on", "2024-06-18", "--role", role, "--body", "Sở (ví dụ giả định)", "-o", case];
        thuocdo(&[&add[..], more].concat()).done();
    }
    assert!(fs::metadata(case).expect("written").len() > 2_000_000);
    assert_eq!(thuocdo(&["process", case, "--format", "json"]).json()["state"], "externally_assessed");
}
