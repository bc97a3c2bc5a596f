//! `check`: only what is wrong.

use serde_json::{Value, json};

use super::{Folder, example, piped, thuocdo};

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
    assert!(answer.out.contains("dữ liệu truyền vào (stdin), dòng 1: phiếu có chỗ cần sửa"), "{}", answer.out);
    assert!(answer.out.contains("mục 1.3.1: ") && answer.out.contains("mục 1.3.2: "), "{}", answer.out);
    assert!(answer.out.ends_with("\nCó 1/2 phiếu cần sửa; sửa các chỗ nêu trên rồi chạy lại lệnh\n"), "{}", answer.out);
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

/// Both are taken: which of them counts, whoever counts is asked.
#[test]
fn a_school_that_comes_twice_is_told_and_taken_twice() {
    let folder = Folder::new();
    let csv = folder.file("twice.csv", "institution.code,1.3.1\nVD-01,5\nVD-02,5\n vd-01,5\n");
    for command in ["score", "check"] {
        let answer = thuocdo(&[command, &csv]);
        let told = format!("twice.csv, dòng 4: cơ sở giáo dục “vd-01” đã có phiếu cùng kỳ, cùng hình thức đánh giá ở {csv}, dòng 2\n");
        assert!(answer.status == 0 && answer.err.ends_with(&told) && answer.err.lines().count() == 1, "{command}: {answer:?}");
    }
    // Of very many the first are told one by one: here 2 to 21, and 9 more.
    let many = piped(&["score", "--format", "csv", "--lang", "en"], "institution.code,1.3.1\n".to_owned() + &"VD-01,5\n".repeat(30));
    assert_eq!(many.err.lines().count(), 21, "{}", many.err);
    assert!(many.err.ends_with("\n9 more have one of the same institution, period and stream already\n"), "{}", many.err);
    let quality = thuocdo(&["quality", "--format", "json", &csv]).json();
    let rules: Vec<_> = quality["findings"].as_array().expect("a list").iter().map(|finding| finding["rule"].clone()).collect();
    assert!(rules.contains(&"institution_unique".into()), "{quality}");
}
