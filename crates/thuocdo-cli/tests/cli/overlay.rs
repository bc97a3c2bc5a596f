//! `overlay`, and `--overlay` wherever a set of indicators is chosen.

use std::fs;

use serde_json::{Value, json};

use super::{Folder, example, thuocdo};

fn overlay() -> String {
    example("overlays/hai-phong-illustrative.json")
}

fn school() -> String {
    example("hai-phong-school.json")
}

/// The example with some of its text replaced.
fn changed(folder: &Folder, name: &str, changes: &[(&str, &str)]) -> String {
    let text = fs::read_to_string(overlay()).expect("the example");
    folder.file(name, changes.iter().fold(text, |text, (from, to)| text.replace(from, to)))
}

/// An overlay on the example that says no more than its base.
fn above(folder: &Folder) -> String {
    let local = thuocdo(&["overlay", "check", &overlay()]).done();
    let digest = local.lines().rev().find(|line| line.starts_with("sha256:")).expect("a digest");
    let words = json!({ "vi": "Xã (giả định)", "en": "A commune (invented)" });
    let overlay = json!({
        "format": 1, "id": "xa", "revision": 1, "title": words,
        "base": { "id": "hai-phong-illustrative", "digest": digest },
        "basis": { "standing": "assumed", "sources": [] },
        "indicators": { "1.5.1": { "parts": [{ "code": "1.5.1.a", "title": words, "max": 5 }, { "code": "1.5.1.b", "title": words, "max": 10 }] } }
    });
    folder.file("xa.json", overlay.to_string())
}

#[test]
fn check_says_what_an_overlay_does_and_that_nobody_issued_it() {
    let out = thuocdo(&["overlay", "check", &overlay()]).done();
    for part in ["Bản minh họa: không cơ quan nào ban hành", "≥ 0: 0 · ≥ 10: 2", "1.hp1", "Có phòng studio", "không có lỗi"] {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert!(thuocdo(&["overlay", "check", &overlay(), "--lang", "en"]).done().contains("Illustrative: issued by nobody"));
}

#[test]
fn check_tells_everything_that_is_wrong_at_once() {
    let folder = Folder::new();
    let file = changed(
        &folder,
        "sai.json",
        &[("\"1.6.1\": {", "\"1.6.1\": { \"max\": 8,"), ("\"points\": 10 }", "\"points\": 9.99 }"), ("\"group\": \"1\"", "\"group\": \"7\"")],
    );
    let answer = thuocdo(&["overlay", "check", &file]);
    assert_eq!((answer.status, answer.err.as_str()), (1, ""));
    for part in [
        "mục 1.6.1, điểm tối đa: ",
        "(not_refinable)",
        "mục 1.4.1, cách tính, bảng tính điểm thứ 5, điểm: ",
        "(steps_points)",
        "điều kiện thứ 1, nhóm: ",
    ] {
        assert!(answer.out.contains(part), "{part} in {}", answer.out);
    }
    assert!(!answer.out.contains("wrong_base"), "{}", answer.out);
}

#[test]
fn a_stack_is_laid_in_order() {
    let folder = Folder::new();
    let above = above(&folder);
    let out = thuocdo(&["overlay", "check", &overlay(), &above]).done();
    assert_eq!(out.matches("không có lỗi").count(), 2, "{out}");
    let answer = thuocdo(&["overlay", "check", &above, &overlay()]);
    assert_eq!(answer.status, 1);
    assert!(answer.out.contains("(wrong_base)") && answer.out.contains("tự nó không có lỗi"), "{}", answer.out);
}

#[test]
fn what_is_applied_is_a_framework_like_any_other() {
    let folder = Folder::new();
    let json = thuocdo(&["overlay", "apply", &overlay(), "--format", "json"]).done();
    let local = folder.file("dia-phuong.json", &json);
    assert_eq!(thuocdo(&["framework", "show", &local, "--format", "json"]).done(), json);
    assert_eq!(thuocdo(&["framework", "show", "--overlay", &overlay(), "--format", "json"]).done(), json);
    let card = |arguments: &[&str]| thuocdo(&[&["score", "--format", "json", &school()], arguments].concat()).json();
    assert_eq!(card(&["--framework", &local]), card(&["--overlay", &overlay()]));
    assert!(thuocdo(&["overlay", "apply", &overlay()]).done().contains("Số máy tính đang dùng được"));
}

#[test]
fn check_for_machines_has_the_framework_that_a_stack_makes_and_its_digest() {
    let folder = Folder::new();
    let above = above(&folder);
    let made = thuocdo(&["overlay", "check", &overlay(), &above, "--format", "json"]).json();
    assert_eq!(made["framework"], thuocdo(&["overlay", "apply", &overlay(), &above, "--format", "json"]).json());
    assert_eq!(made["overlay"]["id"], made["framework"]["id"]);
    let digest = made["digest"].as_str().expect("a digest");
    assert!(thuocdo(&["overlay", "check", &overlay(), &above]).done().contains(digest));
    let refused = thuocdo(&["overlay", "check", &above, &overlay(), "--format", "json"]);
    assert!(refused.out.is_empty() && refused.fails(1).contains("wrong_base"));
}

#[test]
fn apply_of_what_is_refused_prints_nothing_on_standard_output() {
    let folder = Folder::new();
    let file = changed(&folder, "sai.json", &[("\"kind\": \"flag\"", "\"kind\": \"direct\"")]);
    let answer = thuocdo(&["overlay", "apply", &file, "--format", "json"]);
    assert_eq!((answer.status, answer.out.as_str()), (1, ""));
    assert!(answer.err.contains("mục 1.7.3, cách tính, loại: "), "{}", answer.err);
    assert!(thuocdo(&["score", &school(), "--overlay", &file]).fails(2).contains("mục 1.7.3, cách tính, loại: "));
}

#[test]
fn score_prints_the_local_card_and_a_line_a_group_of_the_national_one() {
    let out = thuocdo(&["score", "--details", &school(), "--overlay", &overlay()]).done();
    let (local, national) = out.split_once("Theo Bộ chỉ số của Bộ GDĐT (moet-4725-2022)").expect("the national result");
    assert!(local.contains("70,21/100") && local.contains("1.hp1") && local.contains("✗ Chưa đáp ứng các yêu cầu của địa phương"), "{local}");
    assert!(national.contains("70,21/100") && national.contains("76/100") && national.contains("✓") && !national.contains("1.hp1"), "{national}");
    // On the first screen only what differs, which is the verdict.
    let first = thuocdo(&["score", &school(), "--overlay", &overlay()]).done();
    assert!(first.contains("Theo Bộ chỉ số của Bộ GDĐT (moet-4725-2022): ✓ "), "{first}");
    assert!(!thuocdo(&["score", &school(), "--overlay", &overlay(), "--of", "national"]).done().contains("Theo Bộ chỉ số của Bộ GDĐT"));
    let rows = |of: &str| thuocdo(&["score", &school(), "--overlay", &overlay(), "--format", "csv", "--of", of]).done();
    assert!(rows("local").contains(",false,condition_unmet:1.hp1") && rows("national").contains(",true,"), "{} {}", rows("local"), rows("national"));
}

#[test]
fn the_other_commands_know_overlays_too() {
    let overlay = overlay();
    assert!(thuocdo(&["explain", &school(), "--overlay", &overlay]).done().contains("1.hp1"));
    assert!(thuocdo(&["check", &school(), "--overlay", &overlay]).done().contains("Không có lỗi"));
    assert_eq!(thuocdo(&["check", &school()]).status, 1, "without it the school names another framework");
    let form = thuocdo(&["form", "--format", "csv", "--overlay", &overlay]).done();
    assert!(form.contains("Số giáo viên xây dựng được học liệu số (giáo viên) / Tổng số giáo viên (giáo viên) [24/32]"), "{form}");
    let form: Value = thuocdo(&["form", "--format", "json", "--overlay", &overlay]).json();
    assert_eq!(form["conditions"]["1.hp1"], Value::Null);
    let checklist = thuocdo(&["framework", "checklist", "--overlay", &overlay]).done();
    assert!(checklist.contains("con số riêng của bản cụ thể hóa: **hai-phong-illustrative**"), "{checklist}");
    let schema = thuocdo(&["schema", "assessment", "--overlay", &overlay]).done();
    assert!(schema.contains("Số học liệu đã được số hóa và đang dùng trong dạy học (học liệu)"), "{schema}");
    let folder = Folder::new();
    let sample = folder.file("mau.ndjson", thuocdo(&["sample", "--schools", "20", "--seed", "1", "--overlay", &overlay]).done());
    assert!(thuocdo(&["check", &sample, "--overlay", &overlay]).done().contains("20"));
}

#[test]
fn a_filled_form_of_a_local_framework_is_read_back() {
    let folder = Folder::new();
    let path = folder.path("phieu.xlsx");
    let path = path.to_str().expect("UTF-8");
    thuocdo(&["form", "-o", path, "--overlay", &overlay()]).done();
    let card = thuocdo(&["score", path, "--overlay", &overlay(), "--format", "json"]).json();
    assert_eq!(card["groups"][0]["score"], json!({ "high": 100, "low": 0 }));
}
