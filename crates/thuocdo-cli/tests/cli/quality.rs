//! `quality`: how far data is correct, complete, clean and live.

use serde_json::{Value, json};

use super::{Folder, example, piped, thuocdo};

#[test]
fn one_school_has_four_scores_in_words() {
    let out = thuocdo(&["quality", &example("complete-primary-school.json")]).done();
    for word in ["Chất lượng số liệu", "VD-0001", "Đúng", "Đủ", "Sạch", "Sống", "Không có chỗ nào cần xem lại\n"] {
        assert!(out.contains(word), "{word}: {out}");
    }
    let out = thuocdo(&["quality", "--lang", "en", &example("missing-answers.json")]).done();
    assert!(out.contains("Complete") && out.contains("is not answered (answered)"), "{out}");
}

#[test]
fn findings_are_results_and_no_failure() {
    let answer = piped(&["quality", "--format", "json", "--lang", "en"], "{\n\"conditions\": {}, \"answers\": {\"1.3.1\": 7} }");
    let quality = answer.json();
    // Of 26 indicators one is answered, though wrongly; 4 conditions and 6 fields are missing.
    assert_eq!(quality["scores"]["complete"], json!({ "checked": 36, "passed": 1, "percent": 2.78 }));
    assert_eq!(quality["scores"]["correct"], json!({ "checked": 1, "passed": 0, "percent": 0 }));
    assert_eq!(quality["findings"][0]["message"], "7 points lie outside 0 to 6");
}

#[test]
fn a_submission_is_read_with_its_claims() {
    let submission = json!({ "assessment": { "conditions": {}, "answers": { "1.3.1": 6 } }, "claimed": { "groups": { "1": { "score": 5.5 } } } });
    let lines = piped(&["quality", "--format", "ndjson"], format!("{submission}\n")).done();
    let quality: Value = serde_json::from_str(&lines).expect("a line");
    let last = quality["findings"].as_array().and_then(|findings| findings.last()).expect("a finding");
    assert_eq!((&last["at"], &last["rule"]), (&json!("/claimed/groups/1/score"), &json!("total_agrees")));
}

#[test]
fn many_schools_are_a_batch_with_signals() {
    let out = thuocdo(&["quality", &example("twelve-schools.csv")]).done();
    assert!(out.contains("Chất lượng số liệu của 12 phiếu đánh giá") && out.contains("không chứng minh điều gì"), "{out}");
    let batch = thuocdo(&["quality", "--format", "json", &example("twelve-schools.csv"), &example("exactly-75.json")]).json();
    assert_eq!(batch["count"], 13);
    // VD-06 is the school of that table with every maximum.
    assert_eq!((&batch["signals"][0]["signal"], &batch["signals"][0]["who"]), (&json!("all_maxima"), &json!(["VD-06"])));
}

#[test]
fn each_line_is_answered_by_a_line_and_only_what_is_unreadable_is_refused() {
    let answer = piped(&["quality", "--format", "ndjson"], "{\"conditions\":{},\"answers\":{}}\n{bad\n[]\n");
    let lines: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!((answer.status, lines.len()), (1, 3));
    assert!(lines[0]["scores"].is_object() && lines[2]["scores"].is_object());
    assert_eq!((&lines[1]["line"], &lines[1]["violations"][0]["code"]), (&json!(2), &json!("not_json")));
    let table = piped(&["quality", "--input-format", "csv"], "period,1.3.1\n2023-2024,5\n2023-2024\n");
    assert_eq!(table.status, 1);
    assert!(table.out.contains("1 phiếu đánh giá") && table.err.contains("ragged_row"), "{table:?}");
}

#[test]
fn a_day_and_a_limit_find_what_is_stale() {
    let folder = Folder::new();
    let file = folder.file("school.json", r#"{"assessed_on":"2024-05-20","conditions":{},"answers":{}}"#);
    let live = |arguments: &[&str]| thuocdo(&[&["quality", &file, "--format", "json"], arguments].concat()).json()["scores"]["live"].clone();
    let score = |passed: u64| json!({ "checked": 1, "passed": passed, "percent": 100 * passed });
    assert_eq!(live(&[]), json!({ "checked": 0, "passed": 0, "percent": null }));
    assert_eq!(live(&["--as-of", "2024-05-20"]), score(1));
    assert_eq!(live(&["--as-of", "2024-05-19"]), score(0));
    assert_eq!(live(&["--as-of", "2024-05-30", "--stale-after", "10"]), score(1));
    assert_eq!(live(&["--as-of", "2024-05-31", "--stale-after", "10"]), score(0));
    assert_eq!(thuocdo(&["quality", &file, "--stale-after", "10"]).status, 2);
    assert_eq!(live(&["--as-of", "31/05/2024", "--stale-after", "10"]), score(0));
    assert_eq!(thuocdo(&["quality", &file, "--as-of", "31/06/2024"]).status, 2);
}

#[test]
fn the_window_of_a_pile_is_given() {
    // Group 1 totals 50 to 50.4 (level 2 is from 50) and 49: answered in 1.3 to 1.7 by 6 × 5, 10, 10 or a little less.
    let school = |n: u32, last: f64| {
        let answers = json!({ "1.3.1": 6, "1.3.2": 6, "1.3.3": 6, "1.3.4": 6, "1.3.5": 6, "1.4.1": 10, "1.5.1": last, "1.5.2": 0, "1.6.1": 0,
            "1.6.2": 0, "1.6.3": 0, "1.7.1": 0, "1.7.2": 0, "1.7.3": 0 });
        json!({ "institution": { "code": format!("P-{n}") }, "conditions": {}, "answers": answers }).to_string()
    };
    let schools: Vec<String> = [10.0, 10.1, 10.2, 10.3, 10.4, 9.0, 9.5].into_iter().zip(1..).map(|(last, n)| school(n, last)).collect();
    let signals = |window: &str| {
        let batch = piped(&["quality", "--format", "json", "--window", window], schools.join("\n")).json();
        batch["signals"].as_array().expect("signals").clone()
    };
    // Within 1 point 5 over and 2 under: 5 is not above 3 × 2. Within half a point 5 over, and 49.5 under.
    assert_eq!(signals("1"), [Value::Null; 0]);
    let found = signals("0,5");
    assert_eq!((found.len(), &found[0]["params"]["over"], &found[0]["params"]["under"]), (1, &json!(5), &json!(1)));
}
