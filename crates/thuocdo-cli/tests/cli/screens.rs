//! First screens: one school in twenty lines, several as one table, at the widths of terminals.

use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::{Answer, Folder, example, thuocdo, thuocdo_in};

/// The answer at so many columns.
fn at(columns: usize, arguments: &[&str]) -> Answer {
    thuocdo_in(&[("COLUMNS", &columns.to_string())], arguments)
}

#[track_caller]
fn fits(out: &str, columns: usize) {
    let wide: Vec<&str> = out.lines().filter(|line| line.width() > columns || line.ends_with(' ')).collect();
    assert!(wide.is_empty(), "{columns}: {wide:#?}\n{out}");
}

/// A school whose every text is long, of which nothing is known.
fn blank() -> String {
    json!({
        "institution": {
            "code": "3100001234",
            "name": "Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Nguyễn Thị Minh Khai cơ sở hai (ví dụ giả định)"
        },
        "period": "2025-2026", "stream": "self", "assessed_on": "2026-04-20", "conditions": {}, "answers": {}
    })
    .to_string()
}

#[test]
fn one_school_takes_twenty_lines_of_80_columns_at_most() {
    let folder = Folder::new();
    let mut files: Vec<String> =
        ["complete-primary-school.json", "exactly-75.json", "missing-answers.json", "filled-form.xlsx", "hai-phong-school.json"]
            .map(example)
            .to_vec();
    files.push(folder.file("trong.json", blank()));
    for file in &files {
        let local = file.ends_with("hai-phong-school.json");
        let overlay = example("overlays/hai-phong-illustrative.json");
        let more: &[&str] = if local { &["--overlay", &overlay] } else { &[] };
        for lang in ["vi", "en"] {
            let out = at(80, &[&["score", file, "--lang", lang], more].concat()).done();
            fits(&out, 80);
            assert!(out.lines().count() <= 20, "{} lines: {out}", out.lines().count());
        }
    }
}

#[test]
fn the_first_screen_tells_verdict_points_gap_and_next_step() {
    let out = at(80, &["score", &example("filled-form.xlsx")]).done();
    // 66 and 71 points of 100; level 3 begins above 75, so 9.01 and 4.01 are missing. Condition 2.2 is not met.
    let parts = [
        "Trường Tiểu học Cầu Vồng (ví dụ giả định) · 0007",
        "ngày 09/10/2023",
        "✗ Chưa thể công nhận",
        "Điều kiện bắt buộc 2.2 chưa đạt",
        "Nhóm 1 · Chuyển đổi số trong dạy, học",
        "66/100 điểm · Mức độ 2 (Đáp ứng cơ bản) · thiếu 9,01 điểm để lên mức độ 3",
        "71/100 điểm · Mức độ 2 (Đáp ứng cơ bản) · thiếu 4,01 điểm để lên mức độ 3",
        "Mức độ chung của cơ sở (theo nhóm thấp nhất): Mức độ 2 (Đáp ứng cơ bản)",
        "Việc tiếp theo: thực hiện các điều kiện chưa đạt",
    ];
    let mut rest = out.as_str();
    for part in parts {
        let (_, after) = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not next in {out}"));
        rest = after;
    }
    assert!(!out.contains("1.3.2"), "the parts are asked for: {out}");
    assert!(thuocdo(&["score", "--details", &example("filled-form.xlsx")]).done().contains("1.3.2"));
    // 75 points are level 2 by a hundredth, 75.01 are level 3.
    let edge = at(80, &["score", &example("exactly-75.json")]).done();
    assert!(edge.contains("75/100 điểm · Mức độ 2 (Đáp ứng cơ bản) · thiếu 0,01 điểm để lên mức độ 3"), "{edge}");
    assert!(edge.contains("75,01/100 điểm · Mức độ 3 (Đáp ứng tốt) · mức độ cao nhất"), "{edge}");
    let edge = edge.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(edge.contains("để lên mức độ 3, nâng 1.3.1 từ 5 lên 5,5 điểm"), "{edge}");
}

#[test]
fn level_1_is_not_said_to_be_eligible_and_an_odd_date_is_told() {
    let folder = Folder::new();
    let file = example("complete-primary-school.json");
    let text = std::fs::read_to_string(&file).expect("an example");
    let mut school: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for answer in school["answers"].as_object_mut().expect("answers").values_mut() {
        *answer = json!(0);
    }
    school["assessed_on"] = json!("2027-04-20");
    let out = at(80, &["score", &folder.file("mot.json", school.to_string())]).done();
    assert!(out.contains("– Không vướng điều kiện bắt buộc, nhưng mới ở mức độ 1 (Chưa đáp ứng)"), "{out}");
    assert!(!out.contains('✓') && out.contains("! ") && out.contains("20/4/2027"), "{out}");
}

#[test]
fn a_table_fits_every_terminal_and_cuts_no_name_and_no_code() {
    let schools = example("twelve-schools.csv");
    for columns in [40, 60, 80, 100, 120] {
        let out = at(columns, &["score", &schools]).done();
        fits(&out, columns);
    }
    // The first column of 80: code and name, one below the other.
    let out = at(80, &["score", &schools]).done();
    let first: Vec<String> = out.lines().map(|line| line.chars().take(24).collect::<String>().trim_end().to_owned()).collect();
    let first = first.join(" ");
    for school in [
        "VD-01 · Trường Tiểu học An Lạc (ví dụ giả định)",
        "VD-04 · Trường Trung học cơ sở Đồng Xanh (ví dụ giả định)",
        "VD-09 · Trường Tiểu học và Trung học cơ sở Mây Trắng (ví dụ giả định)",
    ] {
        assert!(first.contains(school), "{school}: {out}");
    }
    let stacked = at(60, &["score", &schools]).done();
    assert!(stacked.contains("VD-02 · Trường Tiểu học Bình Minh (ví dụ giả định)"), "{stacked}");
    assert!(stacked.contains("Nhóm 1: 49,99 (mức độ 1)"), "{stacked}");
}

#[test]
fn two_forms_in_one_file_are_two_rows() {
    let folder = Folder::new();
    let one = std::fs::read_to_string(example("exactly-75.json")).expect("an example");
    let other = one.replace("VD-0003", "VD-0004");
    let file = folder.file("hai.json", format!("[{one},{other}]"));
    let out = at(80, &["score", &file]).done();
    assert!(out.contains("VD-0003 · ") && out.contains("VD-0004 · ") && out.contains("2 phiếu"), "{out}");
    fits(&out, 80);
}

#[test]
fn a_plan_says_first_what_to_do_and_leaves_out_a_group_at_the_top() {
    let file = example("exactly-75.json");
    let out = at(80, &["plan", &file]).done();
    fits(&out, 80);
    // Group 2 has 75.01 points, which is the highest level.
    assert!(!out.contains("Nhóm 2"), "{out}");
    let parts = [
        "Cần thêm ít nhất 0,01 điểm",
        "bội số của 0,5",
        "1.3 Triển khai phần mềm dạy học trực tuyến",
        "minh chứng: Đường liên kết",
        "• 1.3.1 Phần mềm dạy học trực tuyến trực tiếp: từ 5 lên 5,5 (tối đa 6)",
    ];
    let mut rest = out.as_str();
    for part in parts {
        let (_, after) = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not next in {out}"));
        rest = after;
    }
    assert!(!out.contains("còn có thể mang lại"), "{out}");
    let details = at(80, &["plan", "--details", &file]).done();
    assert!(details.contains("Điểm mỗi mục còn có thể mang lại") && details.contains("Nhóm 2"), "{details}");
}

/// What a terminal breaks, it breaks anywhere: refusals are broken between words too.
#[test]
fn refusals_are_broken_between_words() {
    let folder = Folder::new();
    let file = folder.file("sai.json", r#"{ "conditions": { "1.1": "có lẽ" }, "answers": { "1.3.1": 7 } }"#);
    let err = at(60, &["score", &file]).fails(1);
    let is_path = |line: &str| line.contains("sai.json");
    let wide: Vec<&str> = err.lines().filter(|line| line.width() > 60 && !is_path(line)).collect();
    assert!(wide.is_empty(), "{wide:#?}");
}

/// Of a folder that was named, each row has the path within it, on a line of its own that breaks no word.
#[test]
fn a_table_of_a_folder_names_its_files_by_their_paths_in_it() {
    let folder = Folder::new();
    let deep = "nam/cac-truong-tieu-hoc-va-trung-hoc-co-so-cua-phuong/phieu-tu-danh-gia-da-nop-trong-thang-5";
    std::fs::create_dir_all(folder.path(deep)).expect("made");
    let names = ["nam/phieu-tu-danh-gia-truong-tieu-hoc-nguyen-cong-tru.json", "nam/02 Trường Tiểu học Lê Văn Tám (bản sửa lần 2).json"];
    let school = std::fs::read_to_string(example("exactly-75.json")).expect("an example");
    for name in names.iter().copied().map(str::to_owned).chain([format!("{deep}/c.json")]) {
        folder.file(&name, &school);
    }
    let path = folder.path("nam").display().to_string();
    for columns in [60, 80, 120] {
        let out = at(columns, &["score", &path]).out;
        fits(&out, columns);
        assert!(!out.contains(&path), "{columns}: {out}");
        for name in names {
            let name = name.trim_start_matches("nam/");
            assert!(out.lines().any(|line| line.trim() == name), "{columns}: {name}: {out}");
        }
        let joined: String = out.lines().map(str::trim).collect();
        assert!(joined.contains(&format!("{}/c.json", deep.trim_start_matches("nam/"))), "{columns}: {out}");
    }
    // Beside another name it stays as it was typed.
    let other = example("complete-primary-school.json");
    let out = thuocdo(&["score", &path, &other]).out;
    assert!(out.contains(&format!("{path}/phieu-tu-danh-gia-truong")) && out.contains(&other), "{out}");
}

/// What the command says of sets of indicators and of codes keeps to the width too.
#[test]
fn every_screen_keeps_to_eighty_columns() {
    let folder = Folder::new();
    let bad = folder.file("sai.json", r#"{ "id": "x", "base": { "digest": "sha256:0", "id": "moet-4725-2022" }, "indicators": { "9.9.9": {} } }"#);
    for call in
        [&["framework", "list"][..], &["explain-code"], &["explain-code", "wrong_type"], &["overlay", "check", &bad], &["framework", "check", &bad]]
    {
        let answer = thuocdo_in(&[("COLUMNS", "80")], call);
        // A word that is wider than the line stays whole; none is here.
        let widest = answer.out.lines().map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|widest| widest <= 80), "{call:?}: {widest:?}");
    }
}
