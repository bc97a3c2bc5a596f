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
    let answer: Value = serde_json::from_str(&refused.out).expect("JSON");
    assert_eq!(answer["refused"][0]["violations"][0]["code"], "wrong_base", "{answer}");
    assert!(refused.fails(1).contains("wrong_base"));
}

#[test]
fn apply_of_what_is_refused_prints_no_framework() {
    let folder = Folder::new();
    let file = changed(&folder, "sai.json", &[("\"kind\": \"flag\"", "\"kind\": \"direct\"")]);
    let answer = thuocdo(&["overlay", "apply", &file, "--format", "json"]);
    assert!(answer.status == 1 && answer.out.starts_with("{\"refused\":[{\"file\":"), "{answer:?}");
    assert_eq!(thuocdo(&["overlay", "apply", &file]).out, "");
    assert!(answer.err.contains("mục 1.7.3, cách tính, loại: "), "{}", answer.err);
    assert!(thuocdo(&["score", &school(), "--overlay", &file]).fails(2).contains("mục 1.7.3, cách tính, loại: "));
}

#[test]
fn score_prints_the_local_card_and_a_line_a_group_of_the_national_one() {
    let out = thuocdo(&["score", "--details", &school(), "--overlay", &overlay()]).done();
    let (local, national) = out.split_once("Theo Bộ chỉ số của Bộ GDĐT").expect("the national result");
    assert!(local.contains("70,21/100") && local.contains("1.hp1") && local.contains("✗ Chưa đáp ứng các yêu cầu của địa phương"), "{local}");
    assert!(national.contains("70,21/100") && national.contains("76/100") && national.contains("✓") && !national.contains("1.hp1"), "{national}");
    // On the first screen only what differs, which is the verdict.
    let first = thuocdo(&["score", &school(), "--overlay", &overlay()]).done();
    assert!(first.contains("Theo Bộ chỉ số của Bộ GDĐT: ✓ "), "{first}");
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

#[test]
fn a_new_overlay_is_valid_and_says_what_is_still_to_be_written() {
    let folder = Folder::new();
    let path = folder.path("hai-phong.json");
    let file = path.to_str().expect("UTF-8");
    let wishes =
        ["--share", "1.6.1", "--unit", "1.6.1=giáo viên", "--steps", "1.4.1", "--flag", "1.7.3", "--evidence", "1.6.1=1", "--evidence", "1.2=2"];
    let out = thuocdo(&[&["overlay", "new", "--condition", "1.hp1=Có người kiểm tra số liệu", "-o", file], &wishes[..]].concat()).done();
    assert!(out.contains("Đã ghi") && out.contains(&format!("thuocdo overlay check {file}")) && out.contains("“CẦN VIẾT”"), "{out}");
    let made: Value = serde_json::from_slice(&fs::read(&path).expect("written")).expect("JSON");
    assert_eq!(made["id"], "hai-phong");
    assert_eq!(made["indicators"]["1.6.1"]["rule"], json!({ "kind": "share" }));
    assert_eq!(made["indicators"]["1.6.1"]["facts"]["part"]["title"]["vi"], "Số giáo viên có tài khoản bồi dưỡng trực tuyến");
    assert_eq!(
        made["indicators"]["1.6.1"]["facts"]["whole"],
        json!({ "title": { "en": "Number of all, for: Share of teachers with an online-training account", "vi": "Tổng số giáo viên" }, "unit": { "vi": "giáo viên" } })
    );
    assert_eq!(made["indicators"]["1.6.1"]["required_evidence"], json!({ "at_least": 1 }));
    assert_eq!(made["conditions"]["1.2"]["required_evidence"]["at_least"], 2);
    assert_eq!((&made["local_conditions"][0]["group"], &made["issued"]), (&json!("1"), &Value::Null));
    assert!(made["title"]["vi"].as_str().expect("a title").starts_with("CẦN VIẾT"));
    let check = thuocdo(&["overlay", "check", file]).done();
    for part in ["không có lỗi", "chưa có bản tiếng Anh, bản tiếng Việt được dùng thay", "“CẦN VIẾT”", "không cơ quan nào ban hành", "sha256:"]
    {
        assert!(check.contains(part), "{part} in {check}");
    }
    assert!(thuocdo(&["overlay", "new", "--share", "1.6.2", "-o", file]).fails(2).contains("--force"));
}

#[test]
fn a_new_overlay_has_what_was_said_and_nothing_to_write() {
    let call =
        ["overlay", "new", "--id", "tinh", "--title", "Tỉnh (ví dụ giả định)", "--steps", "1.6.1=0%:0,50%:3.5,100%:7", "--unit", "1.6.1=giáo viên"];
    let act = ["--act", "Số 1/QĐ (ví dụ)", "--issued", "2027-01-15", "--issuer", "Sở (ví dụ giả định)", "--act-title", "Ban hành (ví dụ)"];
    let answer = thuocdo(&[&call[..], &act[..]].concat());
    let made: Value = serde_json::from_str(&answer.out).expect("JSON");
    let row = |at_least: u32, points: f64| json!({ "at_least": at_least, "points": points });
    assert_eq!(made["indicators"]["1.6.1"]["rule"]["table"].as_array().map(Vec::len), Some(3));
    assert_eq!(made["indicators"]["1.6.1"]["rule"]["table"][1], row(50, 3.5));
    assert_eq!((&made["indicators"]["1.6.1"]["rule"]["of"], &made["issued"]["issued"]), (&json!("percent"), &json!("2027-01-15")));
    // The basis of the figures is all that is left.
    assert!(answer.err.contains("1 chỗ ghi “CẦN VIẾT”"), "{}", answer.err);
    assert!(thuocdo(&[&call[..], &act[..2]].concat()).fails(2).contains("--issued"));
    assert!(thuocdo(&["overlay", "new", "--share", "1.6.1"]).fails(2).contains("--id"));
    let refused = thuocdo(&["overlay", "new", "--id", "x", "--share", "1.6.9", "--evidence", "1.6.1=0"]);
    assert!(refused.out.is_empty() && refused.err.contains("1.6.1, 1.6.2, 1.6.3"), "{}", refused.err);
    assert_eq!(refused.status, 1);
}

#[test]
fn a_new_overlay_is_laid_on_others() {
    let folder = Folder::new();
    let file = folder.path("xa.json");
    let file = file.to_str().expect("UTF-8");
    thuocdo(&["overlay", "new", "--overlay", &overlay(), "--evidence", "1.7.1=1", "-o", file]).done();
    assert_eq!(thuocdo(&["overlay", "check", &overlay(), file]).done().matches("không có lỗi").count(), 2);
}

#[test]
fn what_changed_is_told_by_code() {
    let folder = Folder::new();
    let later = changed(
        &folder,
        "sau.json",
        &[
            ("\"revision\": 1", "\"revision\": 2"),
            ("\"max_age_days\": 180", "\"max_age_days\": 365"),
            ("\"at_least\": 10, \"points\": 2", "\"at_least\": 20, \"points\": 2"),
            ("\"1.hp1\"", "\"1.hp2\""),
        ],
    );
    let out = thuocdo(&["overlay", "diff", &overlay(), &later]).done();
    for part in ["Số điểm thay đổi: 5", "Mục 1.4.1", "Điều kiện 1.hp1", "Điều kiện 1.hp2", "Không còn trong bản sau", "Mới có trong bản sau"]
    {
        assert!(out.contains(part), "{part} in {out}");
    }
    let diff = thuocdo(&["overlay", "diff", &overlay(), &later, "--format", "json"]).json();
    let told: Vec<_> =
        diff["changes"].as_array().expect("a list").iter().map(|change| [&change["element"], &change["code"], &change["aspect"]]).collect();
    let of = |element: &str, code: &str, aspect: &str| [json!(element), json!(code), json!(aspect)];
    let expected = [
        of("whole", "", "revision"),
        of("indicator", "1.3.2", "evidence"),
        of("indicator", "1.4.1", "rule"),
        of("condition", "1.hp1", "presence"),
        of("condition", "1.hp2", "presence"),
    ];
    assert_eq!(told, expected.iter().map(|[element, code, aspect]| [element, code, aspect]).collect::<Vec<_>>());
    assert_eq!(diff["changes"][0]["before"], json!({ "en": "1", "vi": "1" }));
    let same = thuocdo(&["overlay", "diff", &overlay(), &overlay()]).done();
    assert!(same.contains("Hai tệp có nội dung như nhau"), "{same}");
    // A framework has the rule that it lacked, by name.
    let local = folder.file("dia-phuong.json", thuocdo(&["overlay", "apply", &overlay(), "--format", "json"]).done());
    let out = thuocdo(&["framework", "diff", "moet-4725-2022", &local]).done();
    assert!(out.contains("Cách tính: trước không có, nay là “đạt: điểm tối đa; không đạt: 0”"), "{out}");
}

#[test]
fn refusals_say_what_to_write() {
    let folder = Folder::new();
    let file = changed(
        &folder,
        "sai.json",
        &[
            ("\"issued\": null", "\"issued\": { \"number\": \"1\" }"),
            ("\"standing\": \"assumed\",\n    \"sources\": []", "\"standing\": \"text\",\n    \"sources\": [\"QD123\"]"),
        ],
    );
    let bare = folder.file(
        "thieu.json",
        fs::read_to_string(&file)
            .expect("written")
            .replace("\"rule\": { \"kind\": \"share\" },\n      \"facts\"", "\"rule\": { \"kind\": \"share\" },\n      \"fakts\""),
    );
    let answer = thuocdo(&["overlay", "check", &bare]);
    assert_eq!(answer.status, 1);
    for part in [
        "nguồn “QD123” chưa được khai báo; hãy khai báo trong “sources”",
        "“facts: cần part và whole, mỗi trường có tiêu đề (title) và đơn vị (unit)”",
        "act, issued, issuer, title",
    ] {
        assert!(answer.out.contains(part), "{part} in {}", answer.out);
    }
    let objects = folder.file("chuoi.json", r#"{ "format": 1, "id": "x", "revision": 1, "title": "Tên", "base": "moet-4725-2022", "basis": {} }"#);
    let answer = thuocdo(&["overlay", "check", &objects]);
    assert!(answer.out.contains("cần một đối tượng (en, vi)") && answer.out.contains("cần một đối tượng (digest, id)"), "{}", answer.out);
}

#[test]
fn a_forgotten_overlay_is_named() {
    let folder = Folder::new();
    let form = folder.path("phieu.xlsx");
    let form = form.to_str().expect("UTF-8");
    thuocdo(&["form", "-o", form, "--overlay", &overlay()]).done();
    let said = thuocdo(&["score", form]).fails(1);
    assert!(said.contains("hãy thêm --overlay TỆP, là tệp có \"id\": \"hai-phong-illustrative\""), "{said}");
    let beside = folder.file("cu-the-hoa.json", fs::read_to_string(overlay()).expect("the example"));
    let said = thuocdo(&["score", form]).fails(1);
    assert!(said.contains(&format!("hãy thêm: --overlay {beside}")), "{said}");
}

#[test]
fn digests_and_deadlines_are_shown() {
    let json = thuocdo(&["framework", "show", "--format", "json"]).done();
    let digest = thuocdo::digest(json.trim_end());
    for call in [&["framework", "list"][..], &["framework", "show"]] {
        assert!(thuocdo(call).done().contains(&digest), "{call:?}");
    }
    let out = thuocdo(&["framework", "show"]).done();
    for part in ["Thời hạn theo quy định của Bộ GDĐT", "31/5", "15/10/2023", "cơ sở giáo dục"] {
        assert!(out.contains(part), "{part} in {out}");
    }
    let checklist = thuocdo(&["framework", "checklist"]).done();
    assert!(checklist.contains("S1 LawNet") && checklist.contains("S3 Phần mềm công khai của một trường"), "{checklist}");
}
