//! `plan`: what to do to reach a level, and what would follow from other answers.

use serde_json::json;

use super::{Folder, example, piped, small_framework, thuocdo};

#[test]
fn what_is_no_target_is_told_in_words() {
    for target in ["x", "1=", "99999999999"] {
        assert!(
            thuocdo(&["plan", "--target", target])
                .fails(2)
                .contains(&format!("“{target}” không dùng được cho “--target <MỨC|NHÓM=MỨC>”; Mức độ cần đạt"))
        );
    }
}

#[test]
fn it_tells_conditions_first_then_what_to_raise_and_what_missing_answers_would_settle() {
    let out = thuocdo(&["plan", "--details", &example("missing-answers.json")]).done();
    // From 70 to 75.01 in group 1; from 40 to 50 in group 2.
    let parts = [
        "Nhóm 1 · Chuyển đổi số trong dạy, học",
        "Cần thêm ít nhất 5,01 điểm",
        "Trước hết: điều kiện bắt buộc",
        "1.2 chưa điền",
        "Cách nâng ít mục nhất: 1 mục, 5,5 điểm",
        "chưa điền",
        "Điểm mỗi mục còn có thể mang lại",
        "Chưa điền: 1.5.1 (tới 15 điểm)",
        "nếu các mục này được tổng cộng từ 5,01 điểm",
        "Nhóm 2",
        "2.2 chưa đạt",
        "Chưa điền: 2.3.5 (tới 10 điểm), 2.x.1 (tới 10 điểm)",
    ];
    let mut rest = out.as_str();
    for part in parts {
        let (_, after) = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not next in {out}"));
        rest = after;
    }
    assert!(thuocdo(&["plan", "--lang", "en", &example("missing-answers.json")]).done().contains("At least 5.01 more points"));
}

#[test]
fn a_target_is_for_every_group_or_for_one() {
    let file = example("exactly-75.json");
    let plan = |arguments: &[&str]| thuocdo(&[&["plan", "--format", "json", &file], arguments].concat()).json();
    let targets = |plan: &serde_json::Value| -> Vec<(String, u64)> {
        let groups = plan["groups"].as_array().expect("groups").iter();
        groups.map(|group| (group["code"].as_str().expect("a code").to_owned(), group["target"].as_u64().expect("a level"))).collect()
    };
    let both = |first, second| vec![("1".to_owned(), first), ("2".to_owned(), second)];
    // 75 is level 2, 75.01 level 3.
    assert_eq!(targets(&plan(&[])), both(3, 3));
    assert_eq!(targets(&plan(&["--target", "2"])), both(2, 2));
    assert_eq!(targets(&plan(&["--target", "1=2", "--target", "3"])), both(2, 3));
    let one = plan(&["--target", "1=3"]);
    assert_eq!(targets(&one), [("1".to_owned(), 3)]);
    assert_eq!(one["groups"][0]["fewest"]["raises"], json!([{ "code": "1.3.1", "from": 5, "to": 5.5 }]));
    let by_hundredths = plan(&["--target", "1=3", "--step", "0,01"]);
    assert_eq!(by_hundredths["groups"][0]["fewest"]["raises"], json!([{ "code": "1.3.1", "from": 5, "to": 5.01 }]));
}

#[test]
fn efforts_add_the_cheapest_plan() {
    let folder = Folder::new();
    let efforts = folder.file("efforts.json", r#"{ "1.3.1": 5, "1.7.3": 2 }"#);
    let file = example("exactly-75.json");
    let plan = thuocdo(&["plan", "--format", "json", "--target", "1=3", "--efforts", &efforts, &file]).json();
    assert_eq!(plan["groups"][0]["cheapest"]["effort"], 2);
    assert_eq!(plan["groups"][0]["cheapest"]["raises"][0]["code"], "1.7.3");
    let out = thuocdo(&["plan", "--target", "1=3", "--efforts", &efforts, &file]).done();
    assert!(out.contains("Cách ít công sức nhất: công sức 2, 1 mục, 0,5 điểm"), "{out}");
    let none = folder.file("none.json", "{}");
    let out = thuocdo(&["plan", "--target", "1=3", "--efforts", &none, &file]).done();
    assert!(out.contains("Chưa thể đạt nếu chỉ nâng các mục đã ghi công sức: còn thiếu 0,01 điểm"), "{out}");
}

#[test]
fn a_scorecard_is_planned_from_as_the_assessment_is() {
    let folder = Folder::new();
    let file = example("missing-answers.json");
    let card = folder.file("card.json", thuocdo(&["score", "--format", "json", &file]).done());
    let plan = |file: &str| thuocdo(&["plan", "--format", "json", file]).done();
    assert_eq!(plan(&card), plan(&file));
    assert!(thuocdo(&["plan", "--what-if", "1.3.1=6", &card]).fails(2).contains("bảng kết quả"));
    let changed = std::fs::read_to_string(&card).expect("a card").replace("\"low\":70", "\"low\":71");
    assert!(thuocdo(&["plan", &folder.file("changed.json", changed)]).fails(1).contains("digest_mismatch"));
}

#[test]
fn other_answers_are_written_as_in_a_table() {
    let file = example("exactly-75.json");
    // 1.3.1 from 5 to 5.01: 75 to 75.01. 1.1 is no longer known.
    let answer = thuocdo(&["plan", "--format", "json", &file, "--what-if", "1.3.1=5,01", "--what-if", "1.1="]).json();
    assert_eq!(answer["groups"][0]["level"], json!({ "after": { "high": 3, "low": 3 }, "before": { "high": 2, "low": 2 } }));
    assert_eq!(answer["indicators"][0]["difference"], 0.01);
    assert_eq!(answer["blockers_added"], json!([{ "at": "1.1", "code": "condition_unknown", "group": "1" }]));
    let out = thuocdo(&["plan", &file, "--what-if", "1.3.1=5,01", "--what-if", "1.1=không đạt"]).done();
    assert!(out.contains("+0,01") && out.contains("Phát sinh thêm: Điều kiện bắt buộc 1.1 chưa đạt"), "{out}");
    // The small framework has a flag, a share and steps.
    let small = small_framework();
    let blank = r#"{ "conditions": {}, "answers": {} }"#;
    let arguments =
        ["plan", "--input-format", "json", "--format", "json", "--framework", &small, "--what-if", "a.1.1=đạt", "--what-if", "a.1.2=24/32"];
    let answer = piped(&arguments, blank).json();
    assert_eq!(answer["indicators"].as_array().expect("a list").len(), 2);
}

#[test]
fn a_goal_or_answer_that_cannot_be_is_wrong_usage() {
    let file = example("exactly-75.json");
    let folder = Folder::new();
    let efforts = folder.file("efforts.json", r#"{ "1.3.1": 1.5 }"#);
    for (arguments, expected) in [
        (["--target", "4"], "unknown_level"),
        (["--target", "3=1"], "unknown_group"),
        (["--target", "high"], "high"),
        (["--step", "0"], "unknown_value"),
        (["--step", "half"], "(ví dụ 0.25)"),
        (["--efforts", &efforts], "count_out_of_range"),
        (["--efforts", "nowhere.json"], "nowhere.json"),
        (["--what-if", "1.3.1"], "1.3.1=6"),
        (["--what-if", "1.3.1=7"], "points_out_of_range"),
        (["--what-if", "1.1=maybe"], "wrong_type"),
        (["--what-if", "period=2024"], "period"),
    ] {
        let answer = thuocdo(&["plan", &file, arguments[0], arguments[1]]);
        assert_eq!(answer.out, "", "{arguments:?}");
        let err = answer.fails(2);
        assert!(err.contains(expected), "{err}");
    }
    assert_eq!(thuocdo(&["plan", &file, "--what-if", "1.3.1=6", "--target", "3"]).status, 2);
}

#[test]
fn every_school_is_planned_for_and_json_takes_one() {
    let schools = example("twelve-schools.csv");
    let out = thuocdo(&["plan", "--details", &schools]).done();
    assert_eq!(out.matches("Nhóm 1 · ").count(), 12);
    // Group 1 is at the top in VD-01, VD-06, VD-08 and VD-11; of these, only VD-08 has an open condition, 1.2.
    let first = thuocdo(&["plan", &schools]).done();
    assert_eq!(first.matches("Nhóm 1 · ").count(), 9);
    assert!(thuocdo(&["plan", "--format", "json", &schools]).fails(2).contains("--format ndjson"));
    let lines = thuocdo(&["plan", "--format", "ndjson", &schools]).done();
    assert_eq!(lines.lines().count(), 12);
    let mixed = "{}\n{\"conditions\":{},\"answers\":{}}\n";
    assert!(piped(&["plan"], mixed).fails(1).contains("missing_field"));
    let answer = piped(&["plan", "--format", "ndjson"], mixed);
    let lines: Vec<&str> = answer.out.lines().collect();
    assert!(answer.status == 1 && lines[0].starts_with("{\"line\":1,\"violations\":") && lines[1].starts_with("{\"framework\":"), "{lines:?}");
}
