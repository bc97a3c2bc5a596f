//! NDJSON: a line in, a line out.

use serde_json::{Value, json};
use thuocdo::{Framework, Lang, Scorer};

use super::{Folder, piped, thuocdo};

const EMPTY: &str = r#"{"conditions":{},"answers":{}}"#;

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[test]
fn each_line_answers_with_one_line_in_order() {
    let input = format!("{EMPTY}\n{{\"conditions\":{{}},\"answers\":{{\"1.3.1\":6.001}}}}\n{EMPTY}\n");
    let answer = piped(&["score", "--format", "ndjson", "--lang", "en"], input);
    assert_eq!(answer.status, 1);
    assert_eq!(answer.err, "Refused assessments: 1 of 3\n");
    let lines = lines(&answer.out);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["overall"]["level"], json!({ "high": 3, "low": 1 }));
    assert_eq!(lines[0], lines[2]);
    assert_eq!(lines[1]["line"], 2);
    let violations = lines[1]["violations"].as_array().expect("a list");
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0]["at"], "/answers/1.3.1");
    assert_eq!(violations[0]["code"], "points_too_precise");
    let mut keys: Vec<&String> = violations[0].as_object().expect("an object").keys().collect();
    keys.sort();
    assert_eq!(keys, ["at", "code", "message", "params"]);
}

#[test]
fn blank_lines_are_passed_over_but_counted() {
    let answer = piped(&["score", "--format", "ndjson", "--input-format", "ndjson"], format!("\n \r\n{EMPTY}\n\n[]\n\n"));
    let lines = lines(&answer.out);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["line"], 5);
    assert_eq!(answer.status, 1);
}

#[test]
fn lines_in_memory_get_the_bytes_that_lines_of_a_file_get() {
    let input = format!("\u{feff}{EMPTY}\r\n\n \r\n{{\"answers\":7}}\n[\n{EMPTY}");
    let answer = piped(&["score", "--format", "ndjson", "--input-format", "ndjson", "--lang", "en"], input.clone());
    let scorer = Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("it loads");
    assert_eq!(answer.out, scorer.score_lines(input.as_bytes(), Lang::En));
    assert_eq!(answer.out.lines().count(), 4);
}

#[test]
fn the_last_line_needs_no_line_end_and_crlf_is_a_line_end() {
    let out = piped(&["score", "--format", "ndjson"], format!("{EMPTY}\r\n{EMPTY}")).done();
    assert_eq!(lines(&out).len(), 2);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let out = piped(&["score", "--format", "ndjson"], format!("\u{feff}{EMPTY}\n{EMPTY}\n")).done();
    assert_eq!(lines(&out).len(), 2);
}

#[test]
fn a_line_over_1_mib_is_refused_and_the_next_is_not() {
    let input = format!("{{\"period\":\"{}\"}}\n{EMPTY}\n", "x".repeat(3 << 20));
    let answer = piped(&["score", "--format", "ndjson", "--input-format", "ndjson"], input);
    let lines = lines(&answer.out);
    assert_eq!(lines[0]["line"], 1);
    assert_eq!(lines[0]["violations"][0]["code"], "too_large");
    assert_eq!(lines[1]["period"], Value::Null);
    assert_eq!(answer.status, 1);
}

#[test]
fn a_line_of_exactly_1_mib_is_read() {
    let frame = EMPTY.len() + r#""period":"","#.len();
    let input = |length: usize| format!(r#"{{"period":"{}",{}"#, "x".repeat(length - frame), &EMPTY[1..]);
    assert_eq!(input(1 << 20).len(), 1 << 20);
    assert_eq!(piped(&["score", "--format", "ndjson"], input(1 << 20)).status, 0);
    assert_eq!(piped(&["score", "--format", "ndjson"], input((1 << 20) + 1)).status, 1);
}

#[test]
fn a_line_that_is_not_utf_8_is_refused_by_itself() {
    let mut input = b"{\"period\":\"\xc3\x28\"}\n".to_vec();
    input.extend_from_slice(EMPTY.as_bytes());
    let answer = piped(&["score", "--format", "ndjson", "--input-format", "ndjson"], input);
    let lines = lines(&answer.out);
    assert_eq!(lines[0]["violations"][0]["code"], "not_json");
    assert_eq!(lines.len(), 2);
}

#[test]
fn the_table_has_a_line_a_school_and_refusals_go_to_standard_error() {
    let folder = Folder::new();
    let school = |code: &str| format!(r#"{{"institution":{{"code":"{code}"}},"conditions":{{}},"answers":{{}}}}"#);
    let file = folder.file("ba.ndjson", format!("{}\n{{}}\n{}\n", school("001"), school("003")));
    let answer = thuocdo(&["score", &file]);
    let rows: Vec<&str> = answer.out.lines().filter(|line| line.starts_with("00")).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].contains("0–100") && rows[0].contains("mức độ 1–3"), "{}", answer.out);
    assert!(answer.out.contains("2 phiếu (2 mức độ 1–3)"), "{}", answer.out);
    let err = answer.fails(1);
    assert!(err.contains("ba.ndjson, dòng 2: phiếu có chỗ cần sửa") && err.contains("missing_field"), "{err}");
}

#[test]
fn nothing_in_is_nothing_out() {
    assert_eq!(piped(&["score", "--format", "ndjson", "--input-format", "ndjson"], "").done(), "");
    assert_eq!(piped(&["score", "--format", "ndjson", "--input-format", "ndjson"], "\n\n").done(), "");
}

#[test]
fn a_broken_first_line_on_standard_input_is_refused_and_the_others_are_read() {
    for first in ["{bad", "null"] {
        let answer = piped(&["score", "--format", "ndjson", "-"], format!("{first}\n{}", format!("{EMPTY}\n").repeat(999)));
        let lines = lines(&answer.out);
        assert_eq!((lines.len(), answer.status), (1000, 1), "{first}");
        assert_eq!(lines[0]["line"], 1, "{first}");
        assert!(lines[1]["digest"].is_string(), "{first}");
        let checked = piped(&["check", "--format", "ndjson"], format!("{first}\n{EMPTY}\n"));
        assert_eq!((checked.out.lines().count(), checked.status), (1, 1), "{first}");
    }
}

#[test]
fn a_json_text_of_several_lines_on_standard_input_is_one_assessment() {
    let text = "{\n  \"conditions\": {},\n  \"answers\": {}\n}\n";
    assert_eq!(piped(&["score", "--format", "json"], text).json()["overall"]["level"], json!({ "high": 3, "low": 1 }));
    assert!(piped(&["score"], text).done().contains("Mức độ 1–3"));
    for broken in ["null", "{bad\n"] {
        let answer = piped(&["score"], broken);
        assert!(answer.fails(1).contains("phiếu có chỗ cần sửa"), "no CSV: {broken}");
    }
}

#[test]
fn a_list_is_one_even_where_lines_are_asked_for_and_each_entry_is_read() {
    let list = format!("[{EMPTY},\n {{}},\n\n {EMPTY}]\n");
    let answer = piped(&["score", "--format", "ndjson", "-"], list);
    let lines = lines(&answer.out);
    assert_eq!((lines.len(), answer.status), (3, 1), "{answer:?}");
    assert_eq!((&lines[1]["line"], &lines[1]["violations"][0]["code"]), (&json!(2), &json!("missing_field")));
    assert!(lines[2]["digest"].is_string());
}

#[test]
fn a_list_that_is_cut_off_or_empty_is_refused() {
    for cut in ["[".to_owned(), format!("[{EMPTY}"), format!("[{EMPTY},"), format!("[{EMPTY},\n{}", &EMPTY[..9])] {
        let answer = piped(&["score", "--format", "ndjson", "-"], cut.clone());
        let last: Value = serde_json::from_str(answer.out.lines().last().expect("a line")).expect("JSON");
        assert_eq!((&last["violations"][0]["code"], answer.status), (&json!("not_json"), 1), "{cut}");
    }
    let err = piped(&["score"], "[\n]").fails(2);
    assert!(err.contains("(no_rows)") && !err.contains("dòng tiêu đề"), "JSON has no header: {err}");
}
