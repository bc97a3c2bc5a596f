//! `explain`: why, in words.

use super::{example, piped, thuocdo};

#[test]
fn it_tells_what_gave_points_what_is_missing_and_how_far_it_is_to_the_next_level() {
    let out = thuocdo(&["explain", &example("missing-answers.json")]).done();
    assert!(out.starts_with("Trường Trung học cơ sở Sao Mai (ví dụ giả định) · VD-0002\n"), "{out}");
    for part in [
        "1.3.1 Phần mềm dạy học trực tuyến trực tiếp: 5/6 điểm",
        "2.3.5 Phân hệ quản lý cơ sở vật chất",
        "Điều kiện bắt buộc 1.2 chưa điền",
        "Điều kiện bắt buộc 2.2 chưa đạt",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    // From 70 to 75.01, and from 40 to 50.
    assert!(out.contains("5,01 điểm") && out.contains("Đã có 40 điểm; cần thêm ít nhất 10 điểm"), "{out}");
}

#[test]
fn it_speaks_english() {
    let out = thuocdo(&["explain", "--lang", "en", &example("exactly-75.json")]).done();
    assert!(out.contains("Group 1 · Digital transformation in teaching and learning: 75 of 100 points"), "{out}");
}

#[test]
fn every_school_of_a_table_is_explained_and_refusals_are_told() {
    let out = thuocdo(&["explain", &example("twelve-schools.csv")]).done();
    assert_eq!(out.lines().filter(|line| line.ends_with(|c: char| c.is_ascii_digit()) && line.contains("(ví dụ giả định) · VD-")).count(), 12);
    let answer = piped(&["explain"], "{}\n{\"conditions\":{},\"answers\":{}}\n");
    assert!(answer.out.contains("Nhóm 1"));
    assert!(answer.fails(1).contains("missing_field"));
}
