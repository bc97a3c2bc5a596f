//! The record of an external assessment: both sides of one example school.

use thuocdo::{Assessment, Lang};
use thuocdo_office::report::{self, Letter};
use thuocdo_practice::review::{Combine, panel};

use super::{form, rows, scorer, text};

fn docx(members: &[Assessment]) -> Vec<u8> {
    let scorer = scorer();
    let panel = (!members.is_empty()).then(|| panel(scorer.local(), members, Combine::Median).expect("a panel"));
    let (own, external) = (form("complete-primary-school.json"), form("external-primary-school.json"));
    report::record(&scorer, &own, &external, panel.as_ref(), &Letter::default(), Lang::Vi).expect("a paper").docx().expect("a DOCX")
}

#[test]
fn both_sides_their_differences_and_the_reasons() {
    let docx = docx(&[]);
    let (rows, text) = (rows(&docx), text(&docx));
    let row = |code: &str| rows.iter().find(|row| row.first().is_some_and(|cell| cell == code)).unwrap_or_else(|| panic!("no row {code}"));
    assert_eq!(row("2.2")[2..], ["Đạt", "Không đạt", "Kế hoạch chưa được ký ban hành"]);
    // Self 78; external 75, which is level 2: 4.5 for 6, 5.5 for 7.5 and 3.5 for 3 are 3 points less in all.
    assert_eq!(row("Nhóm 1 · Chuyển đổi số trong dạy, học")[1..], ["78", "75", "−3", "3", "2"]);
    // Self 83.5; external 77.5 without the 6 points of 2.3.7, of which it says nothing: 77.5 to 83.5, and the difference −6 to 0.
    assert_eq!(row("Nhóm 2 · Chuyển đổi số trong quản trị cơ sở giáo dục")[1..], ["83,5", "77,5–83,5", "−6 đến 0", "3", "3"]);
    assert_eq!(row("Mức độ chung (lấy theo nhóm thấp nhất)")[4..], ["3", "2"]);
    // The indicators that differ, and no other: 1.3.1, 1.4.1, 1.7.3, and 2.3.7 which the panel left out.
    let differing: Vec<&str> = rows.iter().filter(|row| row.len() == 7 && row[0].contains('.')).map(|row| row[0].as_str()).collect();
    assert_eq!(differing, ["1.3.1", "1.4.1", "1.7.3", "2.3.7"]);
    let differing = |code: &str| rows.iter().find(|row| row.len() == 7 && row[0] == code).expect("the row")[2..].to_vec();
    assert_eq!(differing("1.3.1"), ["6", "6", "4,5", "Liên kết phòng học không mở được khi kiểm tra", ""]);
    assert_eq!(differing("1.7.3"), ["5", "3", "3,5", "", ""]);
    assert_eq!(differing("2.3.7"), ["6", "6", "0–6", "Chưa được xem phân hệ kế toán", ""]);
    for line in [
        "DỰ THẢO",
        "BIÊN BẢN",
        "Đánh giá ngoài mức độ chuyển đổi số của Trường Tiểu học Hoa Sen (ví dụ giả định), năm học 2023-2024",
        "Hồ sơ đã xem: phiếu tự đánh giá ngày 12/10/2023 và minh chứng kèm theo",
        "Ngày đánh giá ngoài: 20/5/2024",
        // If every reservation is accepted, group 1 has the 78 points of the school.
        "Nhóm 1: nếu chấp nhận mọi ý kiến bảo lưu của cơ sở giáo dục, nhóm đạt 78 điểm, mức độ 3",
        "Nhóm 2: các mục chấm khác nhau không làm thay đổi mức độ của nhóm (mức độ 3)",
        "☐ Đề nghị công nhận: nhóm 1 mức độ 2, nhóm 2 mức độ 3",
        "☐ Chưa đề nghị công nhận, vì: ……",
        "(Hiệu trưởng ký, đóng dấu)",
        "Số: ………/BB-ĐGN",
        "./.",
    ] {
        assert!(text.to_lowercase().contains(&line.to_lowercase()), "{line} is not in\n{text}");
    }
    // Nobody ticks a box for those who sign.
    assert!(!text.contains('☒') && !text.contains('☑'));
}

#[test]
fn the_members_points_are_an_annex() {
    let member = |points: &str| {
        let mut form = form("external-primary-school.json");
        let answer = form.answers.entry("1.3.1".to_owned()).or_default();
        answer.fact = Some(thuocdo::Fact::Points(points.parse().expect("points")));
        form
    };
    // The median of 3, 4.5 and 5 is 4.5.
    let docx = docx(&[member("3"), member("5"), member("4.5")]);
    let rows = rows(&docx);
    let annex = rows.iter().find(|row| row.len() == 6 && row[0] == "1.3.1").expect("the row");
    assert_eq!(annex[2..], ["3", "5", "4,5", "4,5"]);
    assert!(text(&docx).contains("Điểm của đoàn là trung vị điểm của các thành viên"));
}

#[test]
fn forms_that_do_not_belong_together_make_no_record() {
    let (own, other) = (form("complete-primary-school.json"), form("exactly-75.json"));
    let refused = report::record(&scorer(), &own, &other, None, &Letter::default(), Lang::Vi).expect_err("two schools");
    assert!(refused.iter().any(|violation| violation.code().as_str() == "other_institution"), "{refused:?}");
}
