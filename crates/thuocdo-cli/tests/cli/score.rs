//! `score`: formats, languages, exit statuses.

use serde_json::{Value, json};

use super::{Folder, example, piped, small_framework, thuocdo};

#[test]
fn points_and_level_of_each_group_come_before_every_point() {
    let out = thuocdo(&["score", "--details", &example("complete-primary-school.json")]).done();
    let group_1 = out.find("Nhóm 1 · Chuyển đổi số trong dạy, học").expect("group 1");
    let group_2 = out.find("Nhóm 2 · Chuyển đổi số trong quản trị cơ sở giáo dục").expect("group 2");
    let line = |at: usize| out[at..].lines().next().expect("a line");
    assert!(line(group_1).contains("78/100 điểm") && line(group_1).contains("Mức độ 3 (Đáp ứng tốt)"), "{out}");
    assert!(line(group_2).contains("83,5/100 điểm") && line(group_2).contains("Mức độ 3 (Đáp ứng tốt)"), "{out}");
    assert!(group_1 < group_2 && group_2 < out.find("1.3.1").expect("an indicator"));
}

#[test]
fn the_overall_level_is_said_to_be_practice() {
    let out = thuocdo(&["score", "--details", &example("complete-primary-school.json")]).done();
    assert!(out.contains("Mức độ chung của cơ sở (theo nhóm thấp nhất): Mức độ 3 (Đáp ứng tốt)"), "{out}");
    assert!(out.contains("không quy định mức độ chung"), "{out}");
}

#[test]
fn english_is_spoken_where_it_is_asked_for() {
    let out = thuocdo(&["score", "--lang", "en", &example("exactly-75.json")]).done();
    assert!(out.contains("Group 1 · Digital transformation in teaching and learning"), "{out}");
    assert!(out.contains("75/100 points") && out.contains("75.01/100 points") && out.contains("Level 2: Basic"), "{out}");
}

#[test]
fn what_is_missing_and_what_stands_in_the_way_is_told() {
    let out = thuocdo(&["score", "--details", &example("missing-answers.json")]).done();
    assert!(out.contains("70–85/100 điểm") && out.contains("Mức độ 2–3 (chưa xác định)"), "{out}");
    assert!(out.contains("Còn 3 mục chưa điền, có thể thêm tới 35 điểm"), "{out}");
    assert!(out.lines().any(|line| line.contains("2.3.5") && line.contains("tới 10 điểm")), "{out}");
    assert!(out.lines().any(|line| line.contains("Điều kiện bắt buộc 1.2 chưa điền")), "{out}");
    assert!(out.lines().any(|line| line.contains("Điều kiện bắt buộc 2.2 chưa đạt")), "{out}");
}

#[test]
fn json_is_one_canonical_line_and_the_same_on_each_run() {
    let run = || thuocdo(&["score", "--format", "json", &example("complete-primary-school.json")]).done();
    let card = run();
    assert_eq!(card, run());
    assert_eq!(card.lines().count(), 1);
    assert!(card.ends_with("}\n") && card.starts_with("{\"digest\":\"sha256:"));
    let value: Value = serde_json::from_str(&card).expect("JSON");
    assert_eq!(value["groups"][0]["score"], json!({ "high": 78, "low": 78 }));
    assert_eq!(value["groups"][1]["level"], json!({ "high": 3, "low": 3 }));
    assert_eq!(value["recognition"], json!({ "blockers": [], "eligible": true }));
}

#[test]
fn ndjson_prints_the_same_bytes_as_json() {
    let file = example("exactly-75.json");
    let one = thuocdo(&["score", "--format", "json", &file]).done();
    assert_eq!(thuocdo(&["score", "--format", "ndjson", &file]).done(), one);
    let twice = thuocdo(&["score", "--format", "ndjson", &file, &file]).done();
    let named = format!("{{\"file\":{},\"line\":1,\"scorecard\":{}}}\n", json!(file), one.trim_end());
    assert_eq!(twice, named.repeat(2));
}

#[test]
fn json_of_several_assessments_is_wrong_usage_and_prints_nothing() {
    let file = example("exactly-75.json");
    let answer = thuocdo(&["score", "--format", "json", &file, &file]);
    assert_eq!(answer.out, "");
    assert!(answer.fails(2).contains("--format ndjson"));
}

#[test]
fn csv_is_a_flat_row_a_school() {
    let out = thuocdo(&["score", "--format", "csv", &example("missing-answers.json")]).done();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines[0],
        "institution.code,institution.name,period,stream,group.1.score.low,group.1.score.high,group.1.level.low,group.1.level.high,\
         group.2.score.low,group.2.score.high,group.2.level.low,group.2.level.high,overall.level.low,overall.level.high,eligible,blockers"
    );
    assert_eq!(
        lines[1],
        "VD-0002,Trường Trung học cơ sở Sao Mai (ví dụ giả định),2023-2024,self,70,85,2,3,40,60,1,2,1,2,false,\
         condition_unknown:1.2 level_undetermined:1 condition_unmet:2.2 level_undetermined:2"
    );
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_refused_assessment_names_file_pointer_code_and_what_is_accepted() {
    let folder = Folder::new();
    let file = folder.file("sai.json", r#"{ "conditions": { "1.1": "có lẽ" }, "answers": { "1.3.1": 7, "9.9": 1 }, "tên": "x" }"#);
    let answer = thuocdo(&["score", &file]);
    assert_eq!(answer.out, "");
    let err = answer.fails(1);
    assert!(err.starts_with(&format!("{file}: phiếu có chỗ cần sửa\n")), "{err}");
    for part in ["mục 1.3.1: ", "points_out_of_range", "từ 0 đến 6", "mục 9.9: ", "unknown_indicator", "điều kiện 1.1: ", "unknown_field"]
    {
        assert!(err.contains(part), "{part} in {err}");
    }
    assert!(err.ends_with("\nCó 1/1 phiếu cần sửa; sửa các chỗ nêu trên rồi chạy lại lệnh\n"), "{err}");
}

#[test]
fn what_is_good_is_scored_beside_what_is_refused() {
    let folder = Folder::new();
    let file = folder.file("sai.json", "{");
    let answer = thuocdo(&["score", "--format", "csv", &file, &example("exactly-75.json")]);
    assert_eq!(answer.out.lines().count(), 2);
    assert!(answer.fails(1).contains("not_json"));
}

#[test]
fn a_file_that_is_not_there_is_status_2_in_both_languages() {
    let answer = thuocdo(&["score", "khong-co.json", "cung-khong.json", &example("exactly-75.json")]);
    assert!(answer.out.contains("VD-0003"), "the others are scored: {answer:?}");
    assert_eq!(answer.fails(2), "thuocdo: không đọc được khong-co.json: không có tệp này\nkhông đọc được cung-khong.json: không có tệp này\n");
    assert!(thuocdo(&["score", "--lang", "en", "none.json"]).fails(2).contains("cannot read none.json: there is no such file"));
}

#[test]
fn the_framework_may_be_a_file() {
    let input = r#"{ "conditions": { "a.0": true }, "answers": {
        "a.1.1": { "met": true }, "a.1.2": { "part": 24, "whole": 32 }, "a.1.3": { "count": 12 }, "a.1.4": { "part": 50, "whole": 100 } } }"#;
    let card = piped(&["score", "--framework", &small_framework(), "--format", "json"], input).json();
    // 4 + 6 × 24/32 + 3.25 + 1
    assert_eq!(card["groups"][0]["score"], json!({ "high": 12.75, "low": 12.75 }));
    assert_eq!(card["overall"]["level"], json!({ "high": 2, "low": 2 }));
}

#[test]
fn a_framework_that_is_neither_shipped_nor_a_file_is_status_2() {
    let err = thuocdo(&["score", "--framework", "moet-4725", &example("exactly-75.json")]).fails(2);
    assert!(err.contains("“moet-4725”") && err.contains("moet-4725-2022"), "{err}");
}

#[test]
fn a_framework_with_faults_is_status_2_and_lists_them_all() {
    let folder = Folder::new();
    let text = std::fs::read_to_string(small_framework()).expect("the framework");
    let file = folder.file("sai.json", text.replace("\"max\": 20", "\"max\": 21").replace("\"above\": 10", "\"above\": 11"));
    let err = thuocdo(&["score", "--framework", &file, &example("exactly-75.json")]).fails(2);
    assert!(err.contains("sum_mismatch") && err.contains("band_gap"), "{err}");
}

#[test]
fn names_cannot_steer_the_terminal() {
    let input = r#"{ "institution": { "name": "Trường\u001b[2J Xấu" }, "conditions": {}, "answers": {} }"#;
    let out = piped(&["score", "--input-format", "json"], input).done();
    assert!(out.contains("Trường\\u{1b}[2J Xấu"), "{out}");
    assert!(!out.contains('\u{1b}'));
}

/// What a stranger wrote, in names, keys, cells and names of files, ends no line, steers nothing and turns nothing; data for programs keep it.
#[test]
fn what_stands_in_an_argument_is_shown_where_the_usage_is_wrong() {
    let name = "x\u{1b}[2J\u{202e}\nFATAL: y";
    let shown = r"x\u{1b}[2J\u{202e}\u{a}FATAL: y";
    let (flag, path) = (format!("--{name}"), format!("./{name}"));
    for arguments in [&["score", &flag, "-"][..], &[name], &["score", "-", "--lang", name], &["plan", "-", "--target", name], &["form", &path, &flag]]
    {
        let answer = thuocdo(arguments);
        assert_eq!(answer.status, 2, "{arguments:?}: {answer:?}");
        assert!(answer.err.contains(shown), "{arguments:?}: {answer:?}");
        assert!(!answer.err.contains(['\u{1b}', '\u{202e}']) && !answer.err.lines().any(|line| line.starts_with("FATAL")), "{answer:?}");
    }
}

#[test]
fn what_others_wrote_is_shown_whatever_is_asked() {
    let hidden = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    let name = r"A\u202eB\u001b[2J\nC\u2066";
    let shown = r"A\u{202e}B\u{1b}[2J\u{a}C\u{2066}";
    let school = format!(r#"{{"institution":{{"code":"{name}","name":"{name}"}},"period":"{name}","conditions":{{}},"answers":{{}}}}"#);
    let folder = Folder::new();
    let one = folder.file("a.json", &school);
    let wrong = folder.file("x\u{1b}[2J\ny.json", format!(r#"{{"{name}":1,"conditions":{{}},"answers":{{}}}}"#));
    let many = folder.file("b.ndjson", format!("{school}\n"));
    let missing = format!("{wrong}\u{202e}");
    for arguments in [
        &["score", &one][..],
        &["score", &many],
        &["explain", &one],
        &["plan", &one],
        &["quality", &one],
        &["quality", &many],
        &["course", &many],
        &["cohort", &many],
        &["check", &wrong],
        &["score", &wrong],
        &["score", &missing],
        &["score", "--framework", &missing, &one],
        &["framework", "check", &wrong],
        &["overlay", "check", &wrong],
        &["verify", &wrong],
    ] {
        let answer = thuocdo(arguments);
        for text in [&answer.out, &answer.err] {
            assert!(!text.contains(hidden), "{arguments:?}: {answer:?}");
        }
        let told = answer.out.clone() + &answer.err;
        let is_named = ["course", "cohort", "plan", "verify"].contains(&arguments[0]) || told.contains(shown) || told.contains(r"x\u{1b}[2J\u{a}y");
        assert!(is_named, "{arguments:?}: {answer:?}");
    }
    let told = thuocdo(&["check", &wrong]);
    assert!(told.out.contains(&format!("“{shown}”: không có trường dữ liệu “{shown}”;")), "{told:?}");
    assert_eq!(thuocdo(&["score", "--format", "json", &one]).json()["institution"]["name"], "A\u{202e}B\u{1b}[2J\nC\u{2066}");
}

#[test]
fn colours_are_for_terminals_only() {
    let plain = thuocdo(&["score", &example("exactly-75.json")]).done();
    assert!(!plain.contains('\u{1b}'));
    let forced = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin("thuocdo"))
        .args(["score", &example("exactly-75.json")])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("it runs");
    assert!(String::from_utf8(forced.stdout).expect("UTF-8").contains("\u{1b}["));
}

#[test]
fn a_file_that_cannot_be_used_does_not_stop_the_others() {
    let folder = Folder::new();
    let (workbook, table) = (folder.file("hong.xlsx", "PK\u{3}\u{4}"), folder.file("la.csv", "tên\nA\n"));
    let refused = folder.file("sai.json", "{");
    let answer = thuocdo(&["score", "--format", "csv", &workbook, &example("exactly-75.json"), &table, &refused, &example("filled-form.xlsx")]);
    assert_eq!(answer.out.lines().count(), 3, "{answer:?}");
    let err = answer.fails(2);
    for part in [
        "hong.xlsx: không đọc được như bảng tính Excel",
        "la.csv: không cột nào có tên là mã của bộ chỉ số",
        "bảng có các cột: tên;",
        "sai.json: phiếu có chỗ cần sửa",
        "Có 1/3 phiếu cần sửa",
    ] {
        assert!(err.contains(part), "{part} in {err}");
    }
}

/// Every indicator at its maximum but 1.3.1 (6 points), which is blank: group 1 has 94 to 100 points, so its level is known all the same.
/// The form is still not called ready to be reported, since the last line asks for what is blank.
#[test]
fn a_form_with_a_blank_is_not_called_ready_to_be_reported() {
    let framework = thuocdo(&["framework", "show", "moet-4725-2022", "--format", "json"]).json();
    let mut answers = serde_json::Map::new();
    let groups = framework["groups"].as_array().expect("groups").iter();
    for indicator in
        groups.flat_map(|group| group["criteria"].as_array().expect("criteria")).flat_map(|of| of["indicators"].as_array().expect("a list"))
    {
        answers.insert(indicator["code"].as_str().expect("a code").to_owned(), indicator["max"].clone());
    }
    let mut form = serde_json::json!({
        "stream": "self", "conditions": { "1.1": true, "1.2": true, "2.1": true, "2.2": true }, "answers": answers
    });
    let score = |form: &Value| piped(&["score", "--input-format", "json"], form.to_string()).done();
    assert!(score(&form).contains("✓ Đã đủ để báo cáo"), "{}", score(&form));
    form["answers"].as_object_mut().expect("answers").remove("1.3.1");
    let out = score(&form);
    assert!(out.contains("94–100/100 điểm") && out.contains("điền nốt mục còn trống") && !out.contains("Đã đủ để báo cáo"), "{out}");
}
