//! Each route with a good body.

use thuocdo::json::Value;
use thuocdo::{Framework, Lang, LocalScorer, Overlay, canonical, digest, explain, plan_value};
use thuocdo_practice::json::{Question, answer};

use crate::{SCHOOL, Server, scorer};

const OVERLAY: &[u8] = include_bytes!("../../../../examples/overlays/hai-phong-illustrative.json");

#[test]
fn score_answers_the_scorecard() {
    let answer = Server::new().post("/score", SCHOOL);
    assert_eq!((answer.status, &*answer.kind), (200, "application/json"));
    assert_eq!(answer.text, scorer().score_to_json(SCHOOL).unwrap());
    assert_eq!(answer.json()["overall"]["level"]["low"], 3);
}

#[test]
fn check_answers_an_empty_list() {
    let answer = Server::new().post("/check", SCHOOL);
    assert_eq!((answer.status, &*answer.text), (200, r#"{"violations":[]}"#));
}

#[test]
fn explain_answers_words_in_the_language_that_is_asked_for_or_json() {
    let server = Server::new();
    let (scorer, card) = (scorer(), scorer().score(SCHOOL).unwrap());
    for (header, lang) in [("vi", Lang::Vi), ("en-GB,en;q=0.9,vi;q=0.5", Lang::En), ("fr", Lang::Vi)] {
        let words = server.ask("POST", "/explain", &[("accept-language", header), ("accept", "*/*")], SCHOOL);
        assert_eq!((words.status, &*words.kind), (200, "text/plain; charset=utf-8"));
        assert_eq!(words.text, explain(scorer.framework(), &card, lang).to_string());
        let json = server.ask("POST", "/explain", &[("accept-language", header), ("accept", "application/json")], SCHOOL);
        assert_eq!((json.status, &*json.kind), (200, "application/json"));
        assert_eq!(json.text, explain(scorer.framework(), &card, lang).to_json());
    }
}

#[test]
fn level_answers_a_number() {
    let server = Server::new();
    // Group 1: to 50 points the first level, to 75 the second.
    for (points, level) in [("49.99", "1"), ("75", "2"), ("75.01", "3"), ("100", "3")] {
        let answer = server.post("/level", format!(r#"{{"group":"1","points":{points}}}"#));
        assert_eq!((answer.status, &*answer.text), (200, level), "{points}");
    }
    for (body, code, at) in [
        (r#"{"group":"1","points":75.001}"#, "points_too_precise", "/points"),
        (r#"{"group":"1","points":"75,01"}"#, "wrong_type", "/points"),
        (r#"{"group":"1"}"#, "missing_field", "/points"),
        (r#"{"group":"1","points":1,"point":2}"#, "unknown_field", "/point"),
    ] {
        let answer = server.post("/level", body);
        assert_eq!((answer.status, answer.violations()), (422, vec![[code.to_owned(), at.to_owned()]]));
    }
    assert_eq!(server.post("/level", r#"{"group":"7","points":1}"#).violations()[0][0], "unknown_group");
}

#[test]
fn every_question_is_answered_as_the_practice_answers_it() {
    let server = Server::new();
    let scorers = LocalScorer::new(scorer());
    let plan = r#"{ "assessment": { "conditions": {}, "answers": { "1.3.1": 4 } }, "targets": { "1": 2 } }"#;
    assert_eq!(server.post("/ask/plan", plan).text, plan_value(&scorer(), &Value::parse(plan.as_bytes()).unwrap()).unwrap().to_json());
    let cohort = format!(r#"{{"scorecards":[{SCHOOL}]}}"#);
    assert_eq!(server.post("/ask/cohort", &cohort).text, answer(Question::Cohort, &scorers, cohort.as_bytes(), Lang::En).unwrap());
    for (word, question) in Question::WORDS {
        for body in ["{}", "7", "{"] {
            let found = server.post(&format!("/ask/{word}"), body);
            let answered = answer(*question, &scorers, body.as_bytes(), Lang::En);
            assert_eq!(found.text, answered.unwrap_or_else(|violations| violations.refusal(Lang::En).to_json()), "{word}");
            assert_eq!(found.status == 200, !found.text.starts_with(r#"{"violations":[{"#), "{word}");
        }
    }
}

#[test]
fn a_bad_line_spoils_no_other() {
    let server = Server::new();
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
fn pages_tell_the_framework() {
    let server = Server::new();
    let health = server.get("/health");
    assert_eq!((health.status, health.json()["digest"].as_str()), (200, Some(scorer().digest())));
    assert_eq!(digest(&server.get("/framework").text), scorer().digest());
    assert_eq!(server.ask("HEAD", "/health", &[], "").status, 200);
}

#[test]
fn a_framework_is_chosen_by_id_or_digest() {
    let overlay = Overlay::from_json(OVERLAY).unwrap();
    let scorers = LocalScorer::new(scorer()).with(&overlay).unwrap();
    let (local, national) = (scorers.local().framework().id.clone(), scorers.national().digest().to_owned());
    let expected = |id: &str| if id == local { scorers.local().digest().to_owned() } else { national.clone() };
    let server = Server::of(scorers.clone());
    assert_eq!(server.get("/health").json()["digest"], expected(&local));
    for name in [&*local, "moet-4725-2022", &national, scorers.local().digest()] {
        let wanted = if name == local || name == scorers.local().digest() { expected(&local) } else { national.clone() };
        let answer = server.post(&format!("/score?framework={}", name.replace(':', "%3A")), r#"{"conditions":{},"answers":{"1.3.1":6}}"#);
        assert_eq!(answer.json()["framework"]["digest"], wanted, "{name}");
    }
    let unknown = server.post("/score?framework=none", SCHOOL);
    assert_eq!((unknown.status, unknown.violations()), (422, vec![["unknown_framework".to_owned(), String::new()]]));
    assert!(unknown.text.contains(&local) && unknown.text.contains("moet-4725-2022"), "{}", unknown.text);
    assert_eq!(Framework::shipped_ids().count(), 1, "the test names every framework that ships");
}
