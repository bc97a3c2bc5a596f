//! `review`: self-assessment beside external assessment.

use std::fs;

use serde_json::{Value, json};

use super::{Folder, example, thuocdo};

fn exactly(value: impl Into<Value> + Clone) -> Value {
    json!({ "high": value.clone().into(), "low": value.into() })
}

fn reviewed(options: &[&str]) -> super::Answer {
    let files = [example("complete-primary-school.json"), example("external-primary-school.json")];
    thuocdo(&[&["review", &files[0], &files[1]], options].concat())
}

/// 78 - 1.5 - 2 + 0.5 = 75, level 2 from 3; all lower 74.5, all higher 78.5. Group 2 leaves 2.3.7 (6) open: 83.5 - 6 to 83.5, level 3.
#[test]
fn json_is_the_review_on_one_line() {
    let out = reviewed(&["--format", "json"]).done();
    assert_eq!(out.lines().count(), 1);
    let review: Value = serde_json::from_str(&out).expect("JSON");
    let [one, two] = [&review["groups"][0], &review["groups"][1]];
    assert_eq!((&one["self"]["score"], &one["external"]["score"]), (&exactly(78), &exactly(75)));
    assert_eq!(one["disputed"], json!({ "level": { "high": 3, "low": 2 }, "score": { "high": 78.5, "low": 74.5 } }));
    assert_eq!((&one["movement"], &two["movement"]), (&json!("lowered"), &json!("same")));
    assert_eq!(two["disputed"], json!({ "level": exactly(3), "score": { "high": 83.5, "low": 77.5 } }));
    let moving: Vec<&Value> = one["indicators"].as_array().expect("a list").iter().filter(|part| part["moves_level"] == true).collect();
    assert_eq!(moving.iter().map(|part| part["code"].as_str().expect("a code")).collect::<Vec<_>>(), ["1.3.1", "1.4.1"]);
    assert_eq!(moving[0]["reason"], "Liên kết phòng học không mở được khi kiểm tra");
    assert_eq!(review["overall"], json!({ "disputed": { "high": 3, "low": 2 }, "external": exactly(2), "movement": "lowered", "self": exactly(3) }));
}

#[test]
fn the_table_says_what_differs_why_and_what_stays_disputed() {
    let out = reviewed(&[]).done();
    for said in [
        "Trường Tiểu học Hoa Sen (ví dụ giả định), mã VD-0001",
        "So với tự",
        "thấp hơn",
        "Ý kiến",
        "Liên kết",
        "Nhóm 1: nếu các mục chưa thống nhất đều lấy điểm của bên chấm thấp hơn: 74,5 điểm, mức độ 2; đều lấy của bên chấm cao hơn: 78,5 điểm, mức độ 3",
        "Nhóm 2: dù phần chưa thống nhất theo bên nào (77,5 đến 83,5 điểm), vẫn là mức độ 3",
        "Mức độ chung (theo nhóm thấp nhất): từ mức độ 2 đến mức độ 3",
    ] {
        assert!(out.contains(said), "no `{said}` in\n{out}");
    }
    let out = reviewed(&["--lang", "en"]).done();
    assert!(out.contains("lowered") && out.contains("2.2") && out.contains("-6 to 0"), "{out}");
}

#[test]
fn assessments_that_do_not_belong_together_are_refused_with_their_files() {
    let own = example("complete-primary-school.json");
    let err = thuocdo(&["review", &own, &example("exactly-75.json"), "--lang", "en"]).fails(1);
    assert!(err.contains("exactly-75.json: /external/institution/code") && err.contains("(other_institution)"), "{err}");
    let err = thuocdo(&["review", &example("external-primary-school.json"), &own]).fails(1);
    assert_eq!(err.matches("(wrong_stream)").count(), 2, "{err}");
    assert!(err.starts_with("Các phiếu không đối chiếu được với nhau\n"), "{err}");
}

#[test]
fn a_faulty_side_is_told_as_score_tells_it_and_so_is_the_other() {
    let folder = Folder::new();
    let own = folder.file("own.csv", "1.3.1\n7\n");
    let external = folder.file("external.json", r#"{"conditions":{},"answers":{"9.9":1}}"#);
    let answer = thuocdo(&["review", &own, &external]);
    assert_eq!((answer.status, answer.out.as_str()), (1, ""));
    assert!(answer.err.contains("ô A2 (cột 1.3.1): đang ghi “7”; ") && answer.err.contains("(unknown_indicator)"), "{}", answer.err);
}

#[test]
fn wrong_usage_is_status_2() {
    let own = example("complete-primary-school.json");
    assert!(thuocdo(&["review", &own]).fails(2).contains("--panel"));
    assert!(thuocdo(&["review", &own, &example("twelve-schools.csv")]).fails(2).contains("12"));
    assert_eq!(thuocdo(&["review", "--panel", "--cohort", &own, &own]).status, 2);
    assert_eq!(thuocdo(&["review", "--combine", "mean", &own, &own]).status, 2);
    assert!(thuocdo(&["review", &own, "no-such-file.json"]).fails(2).contains("no-such-file.json"));
}

/// 1.3.1 of three assessors: 1, 2 and 4.01: median 2; mean 7.01 / 3 = 2.3366…, 2.34. 1.3.2 (max 6): 3, 3 and missing: 3; 6 / 3 to 12 / 3.
#[test]
fn a_panel_is_read_from_files_of_one_or_several_forms() {
    let folder = Folder::new();
    let one = folder.file("one.json", r#"{"conditions":{"1.1":true},"answers":{"1.3.1":1,"1.3.2":3}}"#);
    let two = folder.file("two.csv", "1.1;1.3.1;1.3.2\nđạt;2;3\nx;4,01;\n");
    let ask = |options: &[&str]| thuocdo(&[&["review", "--panel", &one, &two], options].concat());
    let median = ask(&["--format", "json"]).json();
    let indicators = &median["groups"][0]["indicators"];
    assert_eq!((&median["combine"], &indicators[0]["combined"], &indicators[1]["combined"]), (&json!("median"), &exactly(2), &exactly(3)));
    assert_eq!(median["groups"][0]["conditions"][0], json!({ "code": "1.1", "met": 3, "state": "met", "unknown": 0, "unmet": 0 }));
    let mean = ask(&["--combine", "mean", "--format", "json"]).json();
    assert_eq!(mean["groups"][0]["indicators"][0]["combined"], exactly(2.34));
    assert_eq!(mean["groups"][0]["indicators"][1]["combined"], json!({ "high": 4, "low": 2 }));
    assert!(ask(&[]).done().contains("1 · 2 · 4,01"));
    let err = thuocdo(&["review", "--panel", &one]).fails(1);
    assert!(err.contains("ít nhất hai thành viên đoàn; mới có 1"), "{err}");
    assert!(thuocdo(&["review", "--panel", &one, &one]).fails(2).contains("được ghi hai lần"));
    assert!(err.contains("(list_length)"), "{err}");
}

/// Level 2 of group 1 from 50. 001: 50 to 49.99, lowered; 002: 50 and 50; 003 has no external form, 004 no self-assessment.
#[test]
fn a_cohort_is_paired_by_code_and_period() {
    let folder = Folder::new();
    let zeros = ["1.3.4", "1.3.5", "1.5.2", "1.6.1", "1.6.2", "1.6.3", "1.7.1", "1.7.2", "1.7.3"];
    let school = |code: &str, period: &str, points: f64| {
        let mut answers: serde_json::Map<String, Value> = zeros.iter().map(|zero| ((*zero).to_owned(), json!(0))).collect();
        for (code, given) in [("1.3.1", json!(6)), ("1.3.2", json!(6)), ("1.3.3", json!(6)), ("1.4.1", json!(10)), ("1.5.1", json!(15))] {
            answers.insert(code.to_owned(), given);
        }
        // 6 + 6 + 6 + 10 + 15 = 43
        answers.insert("1.6.1".to_owned(), json!(points));
        json!({ "institution": { "code": code }, "period": period, "conditions": {}, "answers": answers }).to_string()
    };
    let own = [school("001", "2023-2024", 7.0), school("002", "2023-2024", 7.0), school("003", "2023-2024", 7.0)].join("\n");
    let external = [
        school("002", "2023-2024", 7.0),
        "{bad".to_owned(),
        school("001", "2023-2024", 6.99),
        school("004", "2023", 1.0),
        school("002", "2023-2024", 0.0),
    ]
    .join("\n");
    let (own, external) = (folder.file("own.ndjson", own), folder.file("external.ndjson", external));
    let asked = |more: &[&str]| thuocdo(&[&["review", "--cohort", &own, &external, "--format", "json", "--lang", "en"], more].concat());
    // Which of two is meant nobody knows, so nothing is counted.
    let answer = asked(&[]);
    let told: Value = serde_json::from_str(&answer.out).expect("JSON");
    let lines: Vec<&Value> = told["refused"].as_array().expect("a list").iter().map(|refused| &refused["line"]).collect();
    assert_eq!((answer.status, lines), (1, vec![&json!(2), &json!(5)]));
    assert!(answer.err.contains("line 2") && answer.err.contains("line 5") && answer.err.contains("(duplicate_assessment)"), "{}", answer.err);
    assert!(answer.err.contains("external.ndjson, line 1;") && answer.err.contains("--keep"), "{}", answer.err);
    // The last form of 002 has 0 in 1.6.1: 43 points, level 1.
    assert_eq!(serde_json::from_str::<Value>(&asked(&["--keep", "last"]).out).expect("JSON")["groups"][0]["level"]["lowered"], 2);
    let answer = asked(&["--keep", "first"]);
    assert_eq!(answer.status, 1);
    assert!(answer.err.ends_with("Refused assessments: 1 of 8\n"), "{}", answer.err);
    let report: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!((&report["reviews"], &report["passed_over"]), (&json!(2), &json!(1)));
    let levels = &report["groups"][0]["level"];
    assert_eq!((&levels["lowered"], &levels["same"], &levels["share_lowered"]), (&json!(1), &json!(1), &json!(0.5)));
    // Rows: self; all at level 2. By chance 2 × 1 = 2; (2 × 1 - 2) / (4 - 2) = 0.
    assert_eq!((&levels["matrix"], &levels["kappa"]), (&json!([[0, 0, 0], [1, 1, 0], [0, 0, 0]]), &json!(0)));
    assert_eq!(report["groups"][0]["difference"], -0.005);
    let unpaired = json!({ "external": [{ "code": "004", "period": "2023" }], "self": [{ "code": "003", "period": "2023-2024" }] });
    assert_eq!(report["unpaired"], unpaired);
    let out = thuocdo(&["review", "--cohort", &own, &own]).done();
    assert!(out.contains("Số cơ sở có cả hai phiếu: 3"), "{out}");
}

#[test]
fn a_cohort_goes_on_beside_a_file_that_cannot_be_read() {
    let folder = Folder::new();
    let own = folder.path("tu-danh-gia");
    fs::create_dir(&own).expect("a folder");
    fs::copy(example("complete-primary-school.json"), own.join("a.json")).expect("copied");
    fs::write(own.join("hong.xlsx"), "PK\u{3}\u{4}").expect("written");
    let answer = thuocdo(&["review", "--cohort", own.to_str().expect("UTF-8"), &example("external-primary-school.json")]);
    assert!(answer.status == 2 && answer.err.contains("hong.xlsx: "), "{answer:?}");
    assert!(answer.out.contains("Số cơ sở có cả hai phiếu: 1"), "{answer:?}");
}
