//! Evidence that an overlay requires: told wherever a local result is, and nowhere else.

use serde_json::{Value, json};

use super::{Folder, example, piped, thuocdo};

/// An overlay that makes 1.6.1 a share and requires two lists for it, and a decision for 1.1.
fn overlay(folder: &Folder) -> String {
    let base = piped(&["score", "--format", "json", "--input-format", "json"], r#"{"conditions":{},"answers":{}}"#).json();
    let words = |vi: &str| json!({ "vi": vi, "en": vi });
    let label = |title: &str| json!({ "title": words(title), "unit": words("giáo viên") });
    let overlay = json!({
        "format": 1, "id": "tinh", "revision": 1, "title": words("Tỉnh (giả định)"),
        "base": { "id": "moet-4725-2022", "digest": base["framework"]["digest"] },
        "basis": { "standing": "assumed", "sources": [] },
        "indicators": { "1.6.1": {
            "rule": { "kind": "share" },
            "facts": { "part": label("Giáo viên có tài khoản"), "whole": label("Tổng số giáo viên") },
            "required_evidence": { "at_least": 2, "kinds": { "list": words("Danh sách") } } } },
        "conditions": { "1.1": { "required_evidence": { "at_least": 1 } } },
    });
    folder.file("tinh.json", overlay.to_string())
}

/// A school with every maximum, 24 of 24 teachers, and this said of 1.6.1 and 1.1 beside.
fn school(of_share: &Value, of_condition: &Value) -> Value {
    let mut school = json!({
        "institution": { "code": "1" },
        "conditions": { "1.1": { "met": true, "evidence": of_condition }, "1.2": true, "2.1": true, "2.2": true },
        "answers": {
            "1.3.1": 6, "1.3.2": 6, "1.3.3": 6, "1.3.4": 6, "1.3.5": 6, "1.4.1": 10, "1.5.1": 15, "1.5.2": 5, "1.6.2": 7, "1.6.3": 6,
            "1.7.1": 8, "1.7.2": 7, "1.7.3": 5, "2.3.1": 6, "2.3.2": 6, "2.3.3": 10, "2.3.4": 6, "2.3.5": 10, "2.3.6": 10, "2.3.7": 6,
            "2.3.8": 6, "2.4.1": 8, "2.4.2": 12, "2.4.3": 10, "2.x.1": 10,
        },
    });
    school["answers"]["1.6.1"] = json!({ "part": 24, "whole": 24, "evidence": of_share, "note": "đủ 24 giáo viên" });
    school
}

#[test]
fn evidence_that_is_missing_is_told_by_score_check_and_explain() {
    let folder = Folder::new();
    let overlay = overlay(&folder);
    let list = json!({ "title": "Danh sách tổ 1", "kind": "list", "date": "2023-09-05", "uri": "https://example.vn/1" });
    let file = folder.file("truong.json", school(&json!([list]), &Value::Null).to_string());
    let card = thuocdo(&["score", "--format", "json", "--overlay", &overlay, &file]).json();
    let expected = json!({ "eligible": false, "blockers": [
        { "at": "1.1", "code": "evidence_missing", "group": "1" }, { "at": "1.6.1", "code": "evidence_missing", "group": "1" } ] });
    assert_eq!(card["recognition"], expected);
    let national = thuocdo(&["score", "--format", "json", "--of", "national", "--overlay", &overlay, &file]).json();
    assert_eq!((&national["recognition"], &national["overall"]), (&json!({ "blockers": [], "eligible": true }), &card["overall"]));

    let out = thuocdo(&["score", "--overlay", &overlay, &file]).done();
    let asked = "(Minh chứng: ít nhất 2; thuộc loại: Danh sách (`list`))";
    for part in
        ["✗ Chưa đáp ứng các yêu cầu của địa phương", "Chưa đủ minh chứng bắt buộc cho 1.6.1", "ít nhất 2", "✓ Đủ điều kiện để cơ quan quản lý"]
    {
        assert!(out.contains(part), "{part} in {out}");
    }
    let out = thuocdo(&["check", "--overlay", &overlay, &file]).done();
    assert!(out.contains("truong.json: không có lỗi, nhưng") && out.contains(asked) && out.contains("Không có lỗi trong 1 phiếu"), "{out}");
    let out = thuocdo(&["explain", "--overlay", &overlay, &file]).done();
    for part in [
        "Chưa đủ minh chứng bắt buộc cho 1.1",
        "1.6.1, ghi chú: đủ 24 giáo viên",
        "1.6.1, minh chứng: Danh sách tổ 1 (Danh sách; 05/9/2023; https://example.vn/1)",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    // Two of the kind, and a decision of any.
    let file = folder.file("du.json", school(&json!([list, list]), &json!([{ "title": "QĐ" }])).to_string());
    let card = thuocdo(&["score", "--format", "json", "--overlay", &overlay, &file]).json();
    assert_eq!(card["recognition"], json!({ "blockers": [], "eligible": true }));
    assert_eq!(thuocdo(&["check", "--overlay", &overlay, &file]).done(), "Không có lỗi trong 1 phiếu\n");
}

/// A row has no place for evidence, so nobody says that there is none.
#[test]
fn evidence_of_a_row_is_unknown() {
    let folder = Folder::new();
    let overlay = overlay(&folder);
    let table = folder.file("bang.csv", "framework;institution.code;1.1;1.6.1\ntinh;A;đạt;24/32\ntinh;B;không đạt;0/32\n");
    let rows = thuocdo(&["score", "--format", "csv", "--overlay", &overlay, &table]).done();
    let blockers: Vec<&str> = rows.lines().skip(1).filter_map(|row| row.rsplit(',').next()).collect();
    assert!(blockers[0].starts_with("evidence_unknown:1.1 condition_unknown:1.2 evidence_unknown:1.6.1 "), "{rows}");
    assert!(blockers[1].starts_with("condition_unmet:1.1 condition_unknown:1.2 level_undetermined:1 "), "{rows}");
    let out = thuocdo(&["check", "--overlay", &overlay, &table]).done();
    assert!(out.contains("bang.csv, dòng 2: không có lỗi, nhưng") && !out.contains("dòng 3"), "{out}");
    assert!(out.contains("Chưa rõ có đủ minh chứng bắt buộc cho 1.6.1"), "{out}");
    // A table that does not say by which framework it was filled in is refused, unless the caller says it.
    let unnamed = folder.file("bang.csv", "institution.code;1.1;1.6.1\nA;đạt;24/32\nB;không đạt;0/32\n");
    assert!(thuocdo(&["score", "--overlay", &overlay, &unnamed]).fails(2).contains("(framework_not_named)"));
    assert_eq!(thuocdo(&["score", "--format", "csv", "--filled-by", "tinh", "--overlay", &overlay, &unnamed]).done(), rows);
    // By the national set of indicators nothing is required.
    assert_eq!(thuocdo(&["check", &example("twelve-schools.csv")]).done(), "Không có lỗi trong 12 phiếu\n");
}

/// A school at the lowest level has nothing in its way, and nothing to be recognised.
#[test]
fn the_lowest_level_is_not_called_eligible() {
    let folder = Folder::new();
    let zeros = |stream: &str, points: u32| {
        let mut school = school(&Value::Null, &Value::Null);
        let answers = school["answers"].as_object_mut().expect("answers");
        answers.insert("1.6.1".to_owned(), json!(points));
        for (code, answer) in answers.iter_mut().filter(|(code, _)| code.starts_with("1.")) {
            *answer = if points == 0 || *code == "1.5.2" { json!(0) } else { answer.clone() };
        }
        school["stream"] = json!(stream);
        school["institution"]["code"] = json!(format!("{stream} {points}"));
        school.to_string()
    };
    // Group 1 has 0 and is level 1; with 7 of 1.6.1 and all else but 1.5.2 it has 95, level 3.
    let (low, own, external) = (zeros("self", 0), zeros("self", 7), zeros("external", 7));
    let out = thuocdo(&["score", &folder.file("thap.json", &low)]).done();
    assert!(out.contains("– Không vướng điều kiện bắt buộc, nhưng mới ở mức độ 1 (Chưa đáp ứng)") && !out.contains('✓'), "{out}");
    let out = thuocdo(&["score", &folder.file("tu.json", &own)]).done();
    assert!(out.contains("✓ Đã đủ để báo cáo cơ quan quản lý"), "{out}");
    let out = thuocdo(&["score", &folder.file("ngoai.json", &external)]).done();
    assert!(out.contains("✓ Đủ điều kiện để công nhận mức độ 3 (Đáp ứng tốt)"), "{out}");
    let many = format!("{low}\n{own}\n{external}\n");
    let out = piped(&["score"], many.clone()).done();
    assert!(out.contains("trong đó 2 đủ điều kiện xét công nhận") && out.contains("mới ở mức độ thấp nhất: 1"), "{out}");
    let report = piped(&["cohort", "--format", "json"], many.clone()).json();
    assert_eq!((&report["eligible"], &report["eligible_at_lowest"]), (&json!(3), &json!(1)));
    let out = piped(&["cohort"], many).done();
    assert!(out.contains("không vướng điều kiện bắt buộc: 3") && out.contains("đủ điều kiện xét công nhận: 2; mới ở mức độ thấp nhất: 1"), "{out}");
}

/// What no source locates is no advice and no ranking, and a sentence says what to do with it.
#[test]
fn what_is_unlocated_is_explained_and_never_advised() {
    let file = example("missing-answers.json");
    for command in [&["score", "--details"][..], &["explain"]] {
        let out = thuocdo(&[command, &[&file]].concat()).done().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains("2.x.1: chưa rõ 10 điểm này thuộc mục nào.") && out.contains("để trống, không ghi 0"), "{out}");
    }
    let first = thuocdo(&["score", &file]).done();
    assert!(first.contains("2.x.1 (tới 10 điểm) chưa rõ nội dung; chưa có văn bản gốc thì để trống"), "{first}");
    let plan = thuocdo(&["plan", "--format", "json", "--target", "2=3", &file]).json();
    assert_eq!(plan["groups"][0]["unlocated"], json!([{ "code": "2.x.1", "points": 10 }]));
    assert!(!plan["groups"][0]["room"].to_string().contains("2.x.1") && !plan["groups"][0]["fewest"].to_string().contains("2.x.1"));
    let out = thuocdo(&["plan", "--details", "--target", "2=3", &file]).done();
    assert!(out.contains("2.x.1: còn tới 10 điểm chưa rõ thuộc mục nào, không tính vào kế hoạch này"), "{out}");
    let out = piped(&["cohort"], "{\"conditions\":{},\"answers\":{}}\n").done();
    // 2.4.2 lacks 12; 2.x.1, which lacks 10 as well as others, is no place to begin.
    assert!(out.contains("2.4.2") && !out.contains("2.x.1"), "{out}");
}
