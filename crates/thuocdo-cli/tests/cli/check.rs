//! `check`: only what is wrong.

use serde_json::{Value, json};

use super::{example, piped, thuocdo};

#[test]
fn good_input_has_no_faults_and_status_0() {
    let out = thuocdo(&["check", &example("twelve-schools.csv"), &example("complete-primary-school.json")]).done();
    assert_eq!(out, "Không có lỗi trong 13 phiếu\n");
    assert_eq!(thuocdo(&["check", "--lang", "en", &example("exactly-75.json")]).done(), "Nothing is wrong; assessments read: 1\n");
}

#[test]
fn all_faults_are_told_on_standard_output() {
    let answer = piped(&["check"], "{\"conditions\":{},\"answers\":{\"1.3.1\":7,\"1.3.2\":\"x\"}}\n{\"conditions\":{},\"answers\":{}}\n");
    assert_eq!((answer.status, answer.err.as_str()), (1, ""));
    assert!(answer.out.contains("dữ liệu truyền vào (stdin), dòng 1: phiếu bị từ chối"), "{}", answer.out);
    assert!(answer.out.contains("mục 1.3.1: ") && answer.out.contains("mục 1.3.2: "), "{}", answer.out);
    assert!(answer.out.ends_with("Bị từ chối: 1 trong 2 phiếu\n"), "{}", answer.out);
}

#[test]
fn json_is_the_list_of_violations() {
    assert_eq!(thuocdo(&["check", "--format", "json", &example("exactly-75.json")]).json(), json!([]));
    let answer = piped(&["check", "--format", "json", "--lang", "en"], r#"{"conditions":{},"answers":{"1.3.1":7}}"#);
    assert_eq!(answer.status, 1);
    let violations: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(violations[0]["message"], "7 points lie outside 0 to 6");
    assert!(piped(&["check", "--format", "json"], "{}\n{}\n").fails(2).contains("ndjson"));
}

#[test]
fn ndjson_has_a_line_for_each_assessment_refused() {
    let answer = piped(&["check", "--format", "ndjson"], "{}\n{\"conditions\":{},\"answers\":{}}\n[]\n");
    let lines: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.iter().map(|line| line["line"].as_u64().expect("a number")).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(answer.status, 1);
}
