//! `course`: one institution over years.

use serde_json::{Value, json};

use super::{Folder, piped, thuocdo};

fn line(code: &str, period: &str, points: u32) -> String {
    let school = json!({ "institution": { "code": code }, "period": period, "conditions": {}, "answers": { "1.3.1": points, "1.3.2": 1 } });
    format!("{school}\n")
}

#[test]
fn what_rose_is_told_and_whether_it_was_kept() {
    let folder = Folder::new();
    let files = [("c.json", "2024-2025", 3), ("a.json", "2022-2023", 2), ("b.json", "2023-2024", 5)]
        .map(|(name, period, points)| folder.file(name, line("A", period, points)));
    let course: Value = thuocdo(&["course", "--format", "json", &files[0], &files[1], &files[2]]).json();
    assert_eq!(
        course["gains"],
        json!([{ "code": "1.3.1", "gained_in": "2023-2024", "institution": "A", "lost_in": "2024-2025",
        "reached": 5, "score": { "high": 3, "low": 3 }, "until": "2024-2025" }])
    );
    let out = thuocdo(&["course", &files[0], &files[1], &files[2]]).done();
    assert!(out.contains("Từ 2022-2023 (A) đến 2023-2024 (A)") && out.contains("mất trong kỳ 2024-2025"), "{out}");
    let out = thuocdo(&["course", "--lang", "en", &files[0], &files[1], &files[2]]).done();
    assert!(out.contains("lost in 2024-2025") && out.contains("-2"), "{out}");
}

#[test]
fn a_merger_is_set_beside_and_not_compared() {
    let folder = Folder::new();
    let register = r#"{ "institutions": [], "changes": [{ "on": "2024-07-01", "kind": "merged", "from": ["A", "B"], "to": ["C"] }] }"#;
    let register = folder.file("register.json", register);
    let input = line("A", "2023-2024", 2) + &line("C", "2024-2025", 5);
    let out = piped(&["course", "--register", &register], input.clone()).done();
    assert!(out.contains("được sáp nhập ngày 01/7/2024: chỉ đặt cạnh nhau để tham khảo, không so sánh"), "{out}");
    let said = piped(&["course", "--lang", "en"], input).fails(1);
    assert!(said.contains("line 1") && said.contains("other_institution"), "{said}");
}

/// The other years are told, and so is the gap.
#[test]
fn a_course_says_how_many_years_it_does_without() {
    let folder = Folder::new();
    let answer = piped(&["course"], line("A", "2023", 2) + &line("A", "2024", 7) + &line("A", "2025", 5));
    assert!(answer.status == 1 && answer.err.contains("mục 1.3.1: "), "{}", answer.err);
    assert!(answer.out.starts_with("Chưa tính 1 phiếu hoặc tệp có lỗi") && answer.out.contains("Từ 2023 (A) đến 2025 (A)"), "{}", answer.out);
    let files = [folder.file("a.json", line("A", "2023", 2)), folder.file("hong.xlsx", "PK\u{3}\u{4}"), folder.file("c.json", line("A", "2025", 5))];
    let answer = thuocdo(&["course", &files[0], &files[1], &files[2]]);
    assert!(answer.status == 2 && answer.err.contains("hong.xlsx: "), "{}", answer.err);
    assert!(answer.out.starts_with("Chưa tính 1 phiếu hoặc tệp có lỗi") && answer.out.contains("Từ 2023 (A) đến 2025 (A)"), "{}", answer.out);
    // Of nothing there is no course.
    assert_eq!(piped(&["course"], line("A", "2024", 7)).out, "");
}
