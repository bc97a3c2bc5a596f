//! What is wrong with a request, with its status and in both languages.

use crate::server::{Server, rest};

const SINGLE: [&str; 4] = ["/score", "/check", "/explain", "/plan"];

#[test]
fn what_is_no_json_is_400() {
    let server = Server::start();
    for path in SINGLE {
        for body in [&b"{"[..], b"", b"\xff\xfe", b"{} {}"] {
            let answer = server.post(path, body);
            assert_eq!((answer.status, &*answer.violations()[0][0]), (400, "not_json"), "{path}");
        }
    }
}

#[test]
fn what_says_something_wrong_is_422_with_all_of_it() {
    let server = Server::start();
    let body = r#"{ "conditions": { "9.9": true }, "answers": { "1.3.1": 7, "1.3.2": "six" } }"#;
    let expected = [["points_out_of_range", "/answers/1.3.1"], ["wrong_type", "/answers/1.3.2"], ["unknown_condition", "/conditions/9.9"]];
    for path in ["/score", "/check", "/explain"] {
        let answer = server.post(path, body);
        assert_eq!((answer.status, &*answer.kind), (422, "application/json"));
        assert_eq!(answer.violations(), expected);
    }
    let plan = server.post("/plan", r#"{ "assessment": { "conditions": {}, "answers": {} }, "targets": { "7": 3 } }"#);
    assert_eq!((plan.status, plan.violations()), (422, vec![["unknown_group".to_owned(), "/targets/7".to_owned()]]));
}

#[test]
fn messages_are_in_the_language_that_is_asked_for() {
    let server = Server::start();
    let body = r#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#;
    for (lang, message) in
        [("en", "7 points lie outside 0 to 6"), ("vi", "7 điểm nằm ngoài khoảng từ 0 đến 6"), ("", "7 điểm nằm ngoài khoảng từ 0 đến 6")]
    {
        assert_eq!(server.post_in(lang, "/score", body).json()["violations"][0]["message"], message);
    }
}

#[test]
fn too_large_is_413() {
    let server = Server::start();
    let fits = format!("{}{}", " ".repeat((1 << 20) - 2), "{}");
    assert_eq!(server.post("/check", &fits).status, 422);
    let answer = server.post("/check", fits + " ");
    assert_eq!((answer.status, answer.violations()), (413, vec![["too_large".to_owned(), String::new()]]));
    assert_eq!(answer.json()["violations"][0]["params"]["limit"], 1 << 20);
    let deep = server.post("/score", "[".repeat(100_000));
    assert_eq!((deep.status, &*deep.violations()[0][0]), (413, "too_large"));
}

#[test]
fn a_hostile_body_has_a_short_answer() {
    let server = Server::start();
    let codes: Vec<String> = (0..90_000).map(|number| format!(r#""{number}":1"#)).collect();
    let answer = server.post("/score", format!(r#"{{ "conditions": {{}}, "answers": {{ {} }} }}"#, codes.join(",")));
    assert_eq!((answer.status, answer.violations().len()), (422, 1001));
    assert_eq!(server.get("/health").status, 200);
}

#[test]
fn other_paths_and_methods_are_told_in_json() {
    let server = Server::start();
    let path = server.post("/scorecard", "{}");
    assert_eq!((path.status, &*path.kind, &*path.text), (404, "application/json", r#"{"error":"no_such_path"}"#));
    let method = server.get("/score");
    assert_eq!((method.status, &*method.kind, &*method.text), (405, "application/json", r#"{"error":"wrong_method"}"#));
    assert_eq!(server.post("/health", "").status, 405);
}

#[test]
fn what_is_no_http_is_400() {
    let server = Server::start();
    let mut stream = std::net::TcpStream::connect(&server.address).unwrap();
    std::io::Write::write_all(&mut stream, b"\x16\x03\x01 hello\r\n\r\n").unwrap();
    assert!(rest(stream).starts_with("HTTP/1.1 400"));
}
