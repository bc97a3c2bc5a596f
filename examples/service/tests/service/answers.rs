//! Each route with a good body.

use thuocdo::json::Value;
use thuocdo::{Lang, canonical, digest, explain, plan_value};

use crate::server::{SCHOOL, Server, scorer};

#[test]
fn score_answers_the_scorecard() {
    let answer = Server::start().post("/score", SCHOOL);
    assert_eq!((answer.status, &*answer.kind), (200, "application/json"));
    assert_eq!(answer.text, scorer().score_to_json(SCHOOL).unwrap());
    assert_eq!(answer.json()["overall"]["level"]["low"], 3);
}

#[test]
fn check_answers_an_empty_list() {
    let answer = Server::start().post("/check", SCHOOL);
    assert_eq!((answer.status, &*answer.text), (200, r#"{"violations":[]}"#));
}

#[test]
fn explain_answers_in_the_language_that_is_asked_for() {
    let server = Server::start();
    let (scorer, card) = (scorer(), scorer().score(SCHOOL).unwrap());
    for (header, lang) in [("vi", Lang::Vi), ("en-GB,en;q=0.9,vi;q=0.5", Lang::En), ("fr", Lang::Vi)] {
        let answer = server.post_in(header, "/explain", SCHOOL);
        assert_eq!((answer.status, &*answer.kind), (200, "text/plain; charset=utf-8"));
        assert_eq!(answer.text, explain(scorer.framework(), &card, lang).to_string());
    }
}

#[test]
fn plan_answers_what_to_raise() {
    let request = r#"{ "assessment": { "conditions": {}, "answers": { "1.3.1": 4 } }, "targets": { "1": 2 } }"#;
    let answer = Server::start().post("/plan", request);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text, plan_value(&scorer(), &Value::parse(request.as_bytes()).unwrap()).unwrap().to_json());
}

#[test]
fn a_bad_line_spoils_no_other() {
    let server = Server::start();
    let school = SCHOOL.replace('\n', " ");
    let text = format!("{school}\n\n{{\"answers\":{{\"1.3.1\":7}},\"conditions\":{{}}}}\r\nno\n{school}");

    let scores = server.post("/scores", &text);
    assert_eq!((scores.status, &*scores.kind), (200, "application/x-ndjson"));
    let card = scorer().score_to_json(SCHOOL).unwrap();
    let lines: Vec<&str> = scores.text.lines().collect();
    assert_eq!((lines.len(), lines[0], lines[3]), (4, &*card, &*card));

    let levels = server.post("/levels", &text);
    let of_levels: Vec<&str> = levels.text.lines().collect();
    let expected = canonical(&scorer().levels(&scorer().sheet(SCHOOL).unwrap()).unwrap());
    assert_eq!((of_levels.len(), of_levels[0], of_levels[3]), (4, &*expected, &*expected));

    // Both list what is wrong alike, with the number of the line.
    assert_eq!(lines[1..3], of_levels[1..3]);
    assert!(lines[1].starts_with(r#"{"line":3,"violations":[{"at":"/answers/1.3.1","code":"points_out_of_range""#), "{}", lines[1]);
    assert!(lines[2].starts_with(r#"{"line":4,"violations":[{"at":"","code":"not_json""#), "{}", lines[2]);
}

#[test]
fn many_lines_do_not_keep_others_waiting() {
    let server = Server::start();
    let text = (SCHOOL.replace('\n', " ") + "\n").repeat(10_000);
    std::thread::scope(|scope| {
        let batch = scope.spawn(|| server.post("/levels", &text));
        while !batch.is_finished() {
            assert_eq!(server.post("/score", SCHOOL).status, 200);
        }
        assert_eq!(batch.join().unwrap().text.lines().count(), 10_000);
    });
}

#[test]
fn health_tells_the_framework() {
    let answer = Server::start().get("/health");
    assert_eq!((answer.status, answer.json()["digest"].as_str()), (200, Some(scorer().digest())));
    assert_eq!(scorer().digest(), digest(&scorer().framework().to_json()));
}
