//! `--format json` answers on standard output, also where everything is refused.

use serde_json::{Value, json};

use super::files::recognised;
use super::help::COMMANDS;
use super::{Folder, example, thuocdo};

/// Whether an answer tells what was refused: `{"refused":[…]}`, of `check` and `framework check` a list of violations, of `year` a list in it.
fn tells_refusals(answer: &Value) -> bool {
    let list = answer.as_array().or_else(|| answer["refused"].as_array());
    list.is_some_and(|list| !list.is_empty())
}

/// The only line of standard output, as JSON.
#[track_caller]
fn one_line(call: &[&str], status: i32) -> Value {
    let answer = thuocdo(&[call, &["--format", "json"]].concat());
    assert_eq!(answer.status, status, "{call:?}: {answer:?}");
    assert_eq!(answer.out.lines().count(), 1, "{call:?}: {answer:?}");
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{call:?}: {error}: {answer:?}"))
}

#[test]
fn every_command_answers_in_json_what_it_refuses() {
    let folder = Folder::new();
    // 1.3.1 has at most 6 points.
    let bad = folder.file("sai.json", r#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#);
    let broken = folder.file("hong.json", "{ \"answers\": ");
    let (own, external) = (example("complete-primary-school.json"), example("external-primary-school.json"));
    let case = folder.file("ho-so.json", recognised());
    let unreported = folder.file("moi.json", thuocdo(&["process", "--new", "--institution-code", "VD-0001", "--period", "2023-2024"]).done());
    let certificate = folder.file("xac-nhan.json", thuocdo(&["certify", &case]).done());
    let lines = folder.file("ho-so.ndjson", "{}\n");
    let year = folder.path("nam");
    std::fs::create_dir(&year).expect("a folder");
    std::fs::copy(&bad, year.join("sai.json")).expect("copied");
    let year = year.display().to_string();
    let panels = folder.file("doan.csv", "Đoàn;Ngày;Mỗi ngày\nĐoàn 1;10/6/2024;1\n");
    let (other, overlay) = (example("exactly-75.json"), example("overlays/hai-phong-illustrative.json"));
    let act = ["--on", "2024-06-20", "--role", "authority", "--body", "A"];
    let mut calls: Vec<Vec<&str>> = vec![
        vec!["score", &bad],
        vec!["check", &bad],
        vec!["explain", &bad],
        vec!["plan", &bad],
        vec!["review", &bad, &external],
        vec!["review", &own, &own],
        vec!["review", "--panel", &external, &bad],
        vec!["review", "--cohort", &bad, &bad],
        vec!["process", &bad],
        vec!["process", &lines, "--all"],
        [&["process", &unreported, "--add", "publish"], &act[..]].concat(),
        vec!["process", &unreported, "--add", "self_assess", "--on", "2024-04-15", "--assessment", &bad],
        vec!["certify", &bad],
        vec!["certify", &unreported],
        vec!["certify", &lines, "--all"],
        vec!["verify", &bad, &case],
        vec!["verify", &certificate, &bad],
        vec!["quality", &broken],
        vec!["course", &bad],
        vec!["course", &own, &other],
        vec!["cohort", &bad],
        vec!["cohort", &own, &own],
        vec!["cohort", &own, "--certificates", &bad, "--publish", "danh-sach.csv"],
        vec!["conform", "compare", &bad],
        vec!["audit", &broken],
        vec!["year", &year, "--as-of", "20/5/2024"],
        vec!["framework", "check", &bad],
        vec!["framework", "diff", &bad, "moet-4725-2022"],
        vec!["framework", "impact", &bad],
        vec!["overlay", "check", &bad],
        vec!["overlay", "apply", &bad],
        vec!["overlay", "diff", &bad, &overlay],
    ];
    for call in &calls {
        let answer = one_line(call, 1);
        assert!(tells_refusals(&answer), "{call:?}: {answer}");
    }
    // Whether or not the refusals are part of the answer, these have one.
    calls.push(vec!["assign", "--begin", "1/3/2024", "--body", "Trường Tiểu học A (ví dụ giả định)"]);
    calls.push(vec!["schedule", &year, "--panels", &panels, "--as-of", "1/6/2024"]);
    calls.push(vec!["remind", &year, "--as-of", "20/5/2024"]);
    for call in &calls[calls.len() - 3..] {
        let answer = thuocdo(&[call, &["--format", "json"][..]].concat());
        assert!(serde_json::from_str::<Value>(&answer.out).is_ok_and(|json| json.is_object()), "{call:?}: {answer:?}");
    }
    // Commands that print no JSON, or refuse no input.
    let others = ["explain-code", "form", "gather", "report", "schema", "sample", "serve", "completions", "man"];
    let is_tried = |command: &&str| calls.iter().any(|call| call[0] == *command) || others.contains(command);
    assert!(COMMANDS.iter().all(is_tried), "a command is missing here");
}

#[test]
fn a_file_that_is_not_there_is_told_in_json_where_many_are_read() {
    let folder = Folder::new();
    let none = folder.path("khong-co.json").display().to_string();
    let own = example("complete-primary-school.json");
    for call in [
        &["score", &none][..],
        &["check", &none],
        &["explain", &none],
        &["plan", &none],
        &["quality", &none],
        &["course", &none],
        &["cohort", &none],
        &["review", &own, &none],
        &["review", "--panel", &own, &none],
        &["review", "--cohort", &none, &own],
    ] {
        let answer = one_line(call, 2);
        assert!(tells_refusals(&answer) && answer.to_string().contains("not_readable"), "{call:?}: {answer}");
        assert!(answer.to_string().contains("khong-co.json"), "{call:?}: {answer}");
    }
}

#[test]
fn what_is_refused_says_its_file_and_what_is_wrong() {
    let folder = Folder::new();
    let bad = folder.file("sai.json", r#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#);
    let case = folder.file("ho-so.json", "{}");
    for (call, codes) in [
        (&["score", &bad][..], &["points_out_of_range"][..]),
        (&["process", &case], &["missing_field"]),
        (&["certify", &case], &["missing_field"]),
        (&["overlay", "apply", &case], &["missing_field"]),
    ] {
        let answer = one_line(call, 1);
        let refused = &answer["refused"][0];
        assert!(refused["file"].as_str().is_some_and(|file| file == bad || file == case), "{call:?}: {answer}");
        let found = &refused["violations"][0]["code"];
        assert!(codes.iter().any(|code| *found == json!(code)), "{call:?}: {answer}");
    }
    // Nothing wrong is an empty list.
    assert_eq!(thuocdo(&["framework", "check", "moet-4725-2022", "--format", "json"]).json(), json!([]));
}
