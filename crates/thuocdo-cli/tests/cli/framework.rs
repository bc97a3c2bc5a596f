//! `framework`: what ships, what is in it, what is wrong with a file.

use serde_json::Value;

use super::{Folder, small_framework, thuocdo};

#[test]
fn the_decision_is_listed() {
    let out = thuocdo(&["framework", "list"]).done();
    assert!(out.starts_with("moet-4725-2022  Quyết định 4725/QĐ-BGDĐT"), "{out}");
}

#[test]
fn show_has_groups_levels_bands_and_every_indicator_with_its_standing() {
    let out = thuocdo(&["framework", "show"]).done();
    for part in ["Nhóm 1 · Chuyển đổi số trong dạy, học", "Mức độ 1: dưới 50; mức độ 2: từ 50 đến 75; mức độ 3: trên 75", "Mức độ 3: Đáp ứng tốt"]
    {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert!(out.lines().any(|line| line.contains("2.x.1") && line.contains("10") && line.contains("chưa xác định")), "{out}");
    assert!(out.lines().any(|line| line.contains("1.2") && line.contains("bắt buộc")), "{out}");
}

#[test]
fn show_tells_rules_that_are_not_plain_points() {
    let out = thuocdo(&["framework", "show", &small_framework(), "--lang", "en"]).done();
    for part in ["met: the maximum; unmet: 0", "the maximum × part / whole", "≥ 0: 0 · ≥ 10: 3.25 · ≥ 50: 7.5", "≥ 50%: 1 · ≥ 100%: 2.5"]
    {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert!(!out.contains("practice"), "its overall rule is text");
}

#[test]
fn show_as_json_is_canonical_and_loads_again() {
    let json = thuocdo(&["framework", "show", "--format", "json"]).done();
    let value: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value["id"], "moet-4725-2022");
    let folder = Folder::new();
    let file = folder.file("lai.json", &json);
    assert_eq!(thuocdo(&["framework", "show", &file, "--format", "json"]).done(), json);
}

#[test]
fn check_finds_nothing_wrong_with_what_ships() {
    let out = thuocdo(&["framework", "check", "moet-4725-2022"]).done();
    assert!(out.contains("không có lỗi") && out.contains("sha256:"), "{out}");
    assert_eq!(thuocdo(&["framework", "check", &small_framework()]).status, 0);
}

#[test]
fn check_lists_all_faults_at_once_with_status_1() {
    let folder = Folder::new();
    let text = std::fs::read_to_string(small_framework()).expect("the framework");
    let text = text
        .replace("\"max\": 2.5", "\"max\": 3.5")
        .replace("{ \"level\": 2, \"above\": 10 }", "{ \"level\": 2, \"above\": 12 }")
        .replace("\"en\": \"Share of teachers\"", "\"en\": \"\"")
        .replace("\"code\": \"a.1.3\"", "\"code\": \"a.1.1\"");
    let answer = thuocdo(&["framework", "check", &folder.file("sai.json", text)]);
    assert_eq!((answer.status, answer.err.as_str()), (1, ""));
    for code in ["sum_mismatch", "band_gap", "missing_title", "duplicate_code"] {
        assert!(answer.out.contains(code), "{code} in {}", answer.out);
    }
    assert!(answer.out.contains("nhóm thứ 1, "), "{}", answer.out);
}

#[test]
fn check_of_what_is_not_there_is_status_2() {
    assert!(thuocdo(&["framework", "check", "khong-co.json"]).fails(2).contains("khong-co.json"));
}

#[test]
fn the_checklist_has_a_box_for_each_figure_and_each_thing_unknown() {
    let out = thuocdo(&["framework", "checklist"]).done();
    // 2 groups with max and bands, 4 conditions, 8 criteria, bands and evidence of 1.3, 26 indicators, 4 rules; 6 things unknown
    assert_eq!(out.lines().filter(|line| line.starts_with("- [ ] ")).count(), 4 + 4 + 8 + 2 + 26 + 4 + 6);
    // The titles of 2 groups, 4 conditions, 8 criteria and 26 indicators; the evidence of 1.3
    assert_eq!(out.lines().filter(|line| line.starts_with("  - [ ] lời văn: ")).count(), 2 + 4 + 8 + 26 + 1);
    for part in [
        "- [ ] **1.7.3** Phòng studio xây dựng học liệu số · điểm tối đa của mục: **5** · một nguồn (S3 Phần mềm công khai của một trường)\n  - [ ] lời văn: rút gọn (S3 Phần mềm công khai của một trường)\n",
        "- [ ] **1.2** Có ban hành quy chế tổ chức dạy học trực tuyến · điều kiện bắt buộc · nguyên văn (S1 LawNet; S2 LawNet; S3 Phần mềm công khai của một trường)\n  - [ ] lời văn: nguyên văn (S1 LawNet)\n",
        "**2.4** Triển khai dịch vụ trực tuyến · điểm tối đa của tiêu chí: **30** · suy ra (S3 Phần mềm công khai của một trường)\n  - [ ] lời văn: tự đặt\n",
        "**1.3** Triển khai phần mềm dạy học trực tuyến · khoảng điểm của các mức độ: **mức độ 1: dưới 10; mức độ 2: từ 10 đến 20; mức độ 3: trên 20** · nguyên văn (S2 LawNet)\n      theo bản dịch",
        "- [ ] **1.3** minh chứng được yêu cầu: **Đường liên kết; tên giải pháp, xây dựng/thuê/mua** · một nguồn (S2 LawNet)\n",
        "- [ ] cách cho điểm: **chấm trực tiếp, không quá điểm tối đa** · hai nguồn khớp nhau (S2 LawNet; S8 hotro.k12online.vn)\n",
        "- [ ] có cho phép “không áp dụng”: **không** · ",
        "- S1: LawNet (trang văn bản pháp luật), tiếng Việt",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
}

#[test]
fn the_checklist_is_in_one_language() {
    let vietnamese = thuocdo(&["framework", "checklist"]).done();
    for word in ["direct", "lowest_group", "block_recognition", "false", " the ", "quoted"] {
        assert!(!vietnamese.contains(word), "{word} in {vietnamese}");
    }
    let english = thuocdo(&["framework", "checklist", "--lang", "en"]).done();
    for part in [
        "level 2: 50 to 75",
        "wording: abbreviated (S3 A school's public application)",
        "- S3: A school's public application",
        "the level of the lowest group",
    ] {
        assert!(english.contains(part), "{part} in {english}");
    }
    for word in ["nguồn", "không", "mức"] {
        assert!(!english.contains(word), "{word} in {english}");
    }
}
