//! What is wrong with a request, with its status and in both languages.

use crate::{SCHOOL, Server};

const SINGLE: [&str; 4] = ["/score", "/check", "/explain", "/ask/plan"];

#[test]
fn what_is_no_json_is_400() {
    let server = Server::new();
    for path in SINGLE {
        for body in [&b"{"[..], b"", b"\xff\xfe", b"{} {}"] {
            let answer = server.post(path, body);
            assert_eq!((answer.status, &*answer.violations()[0][0]), (400, "not_json"), "{path}");
        }
    }
}

#[test]
fn what_says_something_wrong_is_422_with_all_of_it() {
    let server = Server::new();
    let body = r#"{ "conditions": { "9.9": true }, "answers": { "1.3.1": 7, "1.3.2": "six" } }"#;
    let expected = [["points_out_of_range", "/answers/1.3.1"], ["wrong_type", "/answers/1.3.2"], ["unknown_condition", "/conditions/9.9"]];
    for path in ["/score", "/check", "/explain"] {
        let answer = server.post(path, body);
        assert_eq!((answer.status, &*answer.kind), (422, "application/json"));
        assert_eq!(answer.violations(), expected);
    }
    let plan = server.post("/ask/plan", r#"{ "assessment": { "conditions": {}, "answers": {} }, "targets": { "7": 3 } }"#);
    assert_eq!((plan.status, plan.violations()), (422, vec![["unknown_group".to_owned(), "/targets/7".to_owned()]]));
}

#[test]
fn messages_are_in_the_language_that_is_asked_for() {
    let server = Server::new();
    let body = r#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#;
    for (lang, message) in
        [("en", "7 points lie outside 0 to 6"), ("vi", "7 điểm nằm ngoài khoảng từ 0 đến 6"), ("", "7 điểm nằm ngoài khoảng từ 0 đến 6")]
    {
        assert_eq!(server.ask("POST", "/score", &[("accept-language", lang)], body).json()["violations"][0]["message"], message);
    }
}

#[test]
fn too_large_is_413() {
    let server = Server::new();
    let fits = format!("{}{}", " ".repeat((1 << 20) - 2), "{}");
    assert_eq!(server.post("/check", &fits).status, 422);
    let answer = server.post("/check", fits + " ");
    assert_eq!((answer.status, answer.violations()), (413, vec![["too_large".to_owned(), String::new()]]));
    assert_eq!(answer.json()["violations"][0]["params"]["limit"], 1 << 20);
    let deep = server.post("/score", "[".repeat(100_000));
    assert_eq!((deep.status, &*deep.violations()[0][0]), (413, "too_large"));
    // What is announced as too large is refused before it is read.
    let announced = server.ask("POST", "/score", &[("content-length", "99999999999")], "{}");
    assert_eq!((announced.status, &*announced.violations()[0][0]), (413, "too_large"));
}

#[test]
fn a_hostile_body_has_a_short_answer() {
    let server = Server::new();
    let codes: Vec<String> = (0..90_000).map(|number| format!(r#""{number}":1"#)).collect();
    let answer = server.post("/score", format!(r#"{{ "conditions": {{}}, "answers": {{ {} }} }}"#, codes.join(",")));
    assert_eq!((answer.status, answer.violations().len()), (422, 1001));
    assert_eq!(server.get("/health").status, 200);
}

#[test]
fn other_paths_methods_and_parameters_are_told_in_json() {
    let server = Server::new();
    for (method, path, status, word) in [
        ("POST", "/scorecard", 404, "no_such_path"),
        ("POST", "/", 404, "no_such_path"),
        ("POST", "/score/", 404, "no_such_path"),
        ("POST", "/ask/nothing", 404, "no_such_path"),
        ("GET", "/score", 405, "wrong_method"),
        ("POST", "/health", 405, "wrong_method"),
        ("POST", "/score?framwork=x", 400, "unknown_parameter"),
        ("POST", "/score?framework=moet-4725-2022&framework=moet-4725-2022", 400, "unknown_parameter"),
        ("POST", "/score?framework=%ff", 400, "unknown_parameter"),
        ("GET", "/health?lang=en", 400, "unknown_parameter"),
    ] {
        let answer = server.ask(method, path, &[], SCHOOL);
        assert_eq!((answer.status, &*answer.kind, answer.text), (status, "application/json", format!(r#"{{"error":"{word}"}}"#)), "{path}");
    }
    assert_eq!(server.post("/score?", SCHOOL).status, 200);
}
