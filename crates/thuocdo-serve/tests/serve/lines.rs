//! A line of JSON for a line of JSON.

use serde_json::{Value, json};
use thuocdo::{Lang, LocalScorer};
use thuocdo_serve::{Service, answer_lines};

use crate::{SCHOOL, scorer, violations};

/// The answers to some lines.
fn answers(lines: impl AsRef<[u8]>) -> Vec<Value> {
    let mut out = Vec::new();
    let service = Service::new(LocalScorer::new(scorer()), 1);
    answer_lines(&service, lines.as_ref(), &mut out, Lang::En).unwrap();
    String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn results_have_the_bytes_of_every_other_door_in_order() {
    let school = SCHOOL.replace('\n', " ");
    let text = format!(
        "{{\"id\":1,\"do\":\"score\",\"input\":{school}}}\n\n{{\"id\":\"b\",\"do\":\"check\",\"input\":{school}}}\r\n{{\"do\":\"level\",\"input\":{{\"group\":\"1\",\"points\":75.01}}}}"
    );
    let mut out = Vec::new();
    answer_lines(&Service::new(LocalScorer::new(scorer()), 1), text.as_bytes(), &mut out, Lang::En).unwrap();
    let card = scorer().score_to_json(SCHOOL).unwrap();
    let expected = format!("{{\"id\":1,\"result\":{card}}}\n{{\"id\":\"b\",\"result\":{{\"violations\":[]}}}}\n{{\"id\":null,\"result\":3}}\n");
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn what_is_wrong_is_told_for_the_line_or_for_its_input() {
    for (line, id, expected) in [
        ("{", json!(null), [["not_json", ""]].as_slice()),
        ("7", json!(null), &[["wrong_type", ""]]),
        ("\u{feff}{}", json!(null), &[["missing_field", "/do"]]),
        (r#"{"id":1,"do":"scorecard","input":{}}"#, json!(1), &[["unknown_value", "/do"]]),
        (r#"{"id":1,"do":"scores","input":{}}"#, json!(1), &[["unknown_value", "/do"]]),
        (r#"{"id":1,"do":"score"}"#, json!(1), &[["missing_field", "/input"]]),
        (r#"{"id":1,"do":"score","input":{},"lang":"fr"}"#, json!(1), &[["unknown_value", "/lang"]]),
        (r#"{"id":1,"do":"score","input":{},"framework":"none"}"#, json!(1), &[["unknown_framework", "/framework"]]),
        (r#"{"id":[1],"do":"score","input":{}}"#, json!(null), &[["wrong_type", "/id"]]),
        (r#"{"id":1,"id":2,"do":"score","input":{}}"#, json!(null), &[["duplicate_key", "/id"]]),
        (r#"{"id":1,"do":"score","input":{},"more":1}"#, json!(1), &[["unknown_field", "/more"]]),
        (r#"{"id":1,"do":"score","input":{"conditions":{},"answers":{"1.3.1":7}}}"#, json!(1), &[["points_out_of_range", "/answers/1.3.1"]]),
        (r#"{"id":1,"do":"score","input":null}"#, json!(1), &[["wrong_type", ""]]),
    ] {
        let [answer] = &answers(line)[..] else { panic!("{line}") };
        assert_eq!((&answer["id"], violations(answer)), (&id, expected.iter().map(|pair| pair.map(str::to_owned)).collect()), "{line}");
    }
}

#[test]
fn the_language_is_that_of_the_line_else_of_the_call() {
    let wrong = r#""do":"score","input":{"conditions":{},"answers":{"1.3.1":7}}"#;
    let answers = answers(format!("{{{wrong},\"lang\":\"vi\"}}\n{{{wrong}}}"));
    assert_eq!(answers[0]["violations"][0]["message"], "7 điểm nằm ngoài khoảng từ 0 đến 6");
    assert_eq!(answers[1]["violations"][0]["message"], "7 points lie outside 0 to 6");
}

#[test]
fn a_line_without_end_is_passed_over_and_the_next_is_answered() {
    // 64 MiB, of which no more is kept than a request may have.
    let mut text = vec![b'['; 64 << 20];
    text.extend_from_slice(b"\n{\"id\":2,\"do\":\"level\",\"input\":{\"group\":\"1\",\"points\":75}}\n");
    text.extend(vec![b' '; 40 << 20]);
    let answers = answers(text);
    assert_eq!(answers.len(), 2, "what is blank has no answer, however long: {answers:?}");
    assert_eq!(violations(&answers[0]), [["too_large", ""]]);
    assert_eq!(answers[1], json!({ "id": 2, "result": 2 }));
}

#[test]
fn no_bytes_break_it() {
    for line in [&b"\xff\xfe"[..], b"\0", b"{\"id\":\"\\u0000\",\"do\":\"score\",\"input\":{}}", b"{\"id\":1e400,\"do\":\"\xc3\"}"] {
        assert!(answers(line)[0]["violations"].is_array());
    }
    assert_eq!(answers("").len(), 0);
    assert_eq!(answers("\n\r\n \n").len(), 0);
}
