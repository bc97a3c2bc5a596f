//! What the paper of a school says. Every sum is worked out by hand beside the answers of the example.

use thuocdo::Lang;
use thuocdo_office::paper::{Bar, Block};
use thuocdo_office::report::{self, Letter};

use super::{card, form, letter, paper, rows, scorer, text};

/// The row of a table that begins with these cells.
fn row<'r>(rows: &'r [Vec<String>], start: &[&str]) -> &'r [String] {
    let is_it = |row: &&Vec<String>| row.iter().zip(start).all(|(cell, wanted)| cell == wanted) && row.len() >= start.len();
    rows.iter().find(is_it).unwrap_or_else(|| panic!("no row {start:?}"))
}

#[test]
fn points_stand_beside_maxima_and_add_up() {
    let docx = paper("complete-primary-school.json", &letter(), Lang::Vi).docx().expect("a DOCX");
    let rows = rows(&docx);
    // 1.3: 6 + 5 + 5 + 4 + 4 = 24; 1.4: 7.5; 1.5: 12 + 4 = 16; 1.6: 5.25 + 6 + 4.25 = 15.5; 1.7: 7 + 5 + 3 = 15; together 78.
    for (start, cells) in [
        (["1.3", "Triển khai phần mềm dạy học trực tuyến"], ["30", "24", "Mức độ 3 (Đáp ứng tốt)"]),
        (
            ["1.3.1", "Phần mềm dạy học trực tuyến trực tiếp"],
            ["6", "6", "Phần mềm dạy học trực tuyến, thuê theo năm học (https://example.vn/lop-hoc)"],
        ),
        (["1.4.1", "Học liệu được số hóa"], ["10", "7,5", "Khoảng ba phần tư học liệu đã được số hóa"]),
        (["1.6", "Phát triển nguồn nhân lực chuyển đổi số"], ["20", "15,5", ""]),
        (["1.7", "Hạ tầng, thiết bị cho dạy, học"], ["20", "15", ""]),
        (["", "Cộng nhóm 1"], ["100", "78", "Mức độ 3 (Đáp ứng tốt)"]),
        // 2.3: 6 + 6 + 9 + 5 + 8 + 7.5 + 6 + 6 = 53.5; 2.4: 7 + 9 + 8 = 24; 2.x: 6; together 83.5.
        (["2.3", "Triển khai phần mềm quản trị nhà trường"], ["60", "53,5", ""]),
        (["", "Cộng nhóm 2"], ["100", "83,5", "Mức độ 3 (Đáp ứng tốt)"]),
    ] {
        assert_eq!(&row(&rows, &start)[2..], cells, "{start:?}");
    }
    // A note and a piece of evidence stand below each other.
    assert_eq!(row(&rows, &["1.6.1"])[4], "24/32 giáo viên có tài khoản\nDanh sách tài khoản bồi dưỡng");
    assert_eq!(row(&rows, &["1", "1.1"])[3..], ["Đạt", "Kế hoạch dạy học năm học 2023-2024, mục dạy học trực tuyến (25/8/2023)"]);
    assert_eq!(row(&rows, &["4", "2.2"])[3..], ["Đạt", ""]);
    assert_eq!(row(&rows, &["Nhóm 1 · Chuyển đổi số trong dạy, học", "78/100"])[2..], ["Mức độ 3 (Đáp ứng tốt)"]);
    // 26 indicators, 8 criteria, and two sums.
    assert_eq!(rows.iter().filter(|row| row.len() == 5 && row[2].parse::<u32>().is_ok()).count(), 26 + 8 + 2);
}

#[test]
fn bars_are_parts_of_maxima() {
    let paper = paper("missing-answers.json", &Letter::default(), Lang::Vi);
    let bars = paper.blocks.iter().find_map(|block| if let Block::Bars(bars) = block { Some(&bars.bars) } else { None }).expect("bars");
    // 1.3: 25 of 30; 1.5: 1.5.1 (15) is missing and 1.5.2 is 4, so 4 to 19 of 20; 2.3: 3+4+5+3+4+3+3 = 25, 2.3.5 (10) is missing: 25 to 35 of 60;
    // 2.x: all 10 are missing.
    for (code, value, low, high) in
        [("1.3 ", "25/30", 833, 833), ("1.5 ", "4–19/20", 200, 950), ("2.3 ", "25–35/60", 416, 583), ("2.x ", "0–10/10", 0, 1000)]
    {
        let bar = bars.iter().find(|bar| bar.label.starts_with(code)).expect("a bar");
        assert_eq!((bar.value.as_str(), bar.low, bar.high, bar.mark), (value, low, high, None), "{code}");
    }
    assert_eq!([Bar::part(1, 3), Bar::part(5, 4), Bar::part(1, 0)], [333, 1000, 0]);
}

/// Nothing is made up: what no file says is dots, and the paper is a draft.
#[test]
fn what_nobody_said_is_a_blank() {
    let docx = paper("complete-primary-school.json", &Letter::default(), Lang::Vi).docx().expect("a DOCX");
    let text = text(&docx);
    for line in [
        "DỰ THẢO",
        "Số: ………/BC-………",
        "PHIẾU TỰ ĐÁNH GIÁ",
        "Mức độ chuyển đổi số của cơ sở giáo dục, năm học 2023-2024",
        "TRƯỜNG TIỂU HỌC HOA SEN (VÍ DỤ GIẢ ĐỊNH)",
        "2. Mã trên CSDL ngành: VD-0001",
        "3. Cấp học: Tiểu học",
        "4. Địa chỉ: ……",
        "6. Thủ trưởng (họ tên, điện thoại): ……",
        "9. Ngày đánh giá: 12/10/2023",
        "ngày …… tháng …… năm 20……",
        "Mức độ chung của cơ sở (theo nhóm thấp nhất): mức độ 3 (Đáp ứng tốt)",
        "Mục chưa điền: không có",
        "Nhóm 1: Đã ở mức độ cao nhất",
        "NGƯỜI LẬP PHIẾU",
        "HIỆU TRƯỞNG",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    // No day but those of the form and of the acts, and no year of a clock.
    assert!(!text.contains("202420") && !text.contains("2026"));

    let given = super::text(&paper("complete-primary-school.json", &letter(), Lang::Vi).docx().expect("a DOCX"));
    for line in [
        "UBND PHƯỜNG SAO BIỂN (VÍ DỤ GIẢ ĐỊNH)",
        "Số: 05/BC-THHS",
        // A zero before days below 10, none before the month 5.
        "Hải Phòng, ngày 06 tháng 5 năm 2024",
        "(Kèm theo Báo cáo số 05/BC-THHS ngày 06 tháng 5 năm 2024 của Trường Tiểu học Hoa Sen (ví dụ giả định))",
        "Nguyễn Thị Ví Dụ",
    ] {
        assert!(given.contains(line), "{line} is not in\n{given}");
    }
    assert!(!given.contains("DỰ THẢO"));
}

/// 75 points are level 2, and a hundredth more is level 3: the gap is exact, the plan is in half points.
#[test]
fn the_gap_and_the_plan() {
    let paper = paper("exactly-75.json", &Letter::default(), Lang::Vi);
    let docx = paper.docx().expect("a DOCX");
    let text = text(&docx);
    assert!(text.contains("PHIẾU ĐÁNH GIÁ NGOÀI") && text.contains("TRƯỞNG ĐOÀN ĐÁNH GIÁ NGOÀI"), "{text}");
    assert!(text.contains("Nhóm 1: Đã có 75 điểm; cần thêm ít nhất 0,01 điểm để đạt mức độ 3 (Đáp ứng tốt)"), "{text}");
    assert!(text.contains("Nhóm 1: để đạt mức độ 3 (Đáp ứng tốt), cần thêm ít nhất 0,01 điểm so với điểm đã có"), "{text}");
    assert_eq!(
        row(&rows(&docx), &["1.3.1", "Phần mềm dạy học trực tuyến trực tiếp", "5", "5,5"])[2..],
        ["5", "5,5", "", ""],
        "with room for who and until when"
    );
    // Group 2: 46.01 of 2.3, 22 of 2.4 and 7 of 2.x are 75.01, level 3.
    assert!(text.contains("Nhóm 2: đã ở mức độ cao nhất, mức độ 3 (Đáp ứng tốt)"), "{text}");
}

#[test]
fn what_is_missing_and_what_blocks_is_said() {
    let docx = paper("missing-answers.json", &Letter::default(), Lang::Vi).docx().expect("a DOCX");
    let (text, rows) = (text(&docx), rows(&docx));
    assert!(text.contains("Mục chưa điền: 1.5.1, 2.3.5, 2.x.1"), "{text}");
    assert!(text.contains("Chưa thể công nhận") && text.contains("- Điều kiện bắt buộc 1.2 chưa điền"), "{text}");
    assert_eq!(row(&rows, &["1.5.1"])[3], "chưa điền");
    assert_eq!(row(&rows, &["2.3.5"])[3..], ["chưa điền", "Đang chờ số liệu của phòng tài chính"]);
    assert_eq!(row(&rows, &["2", "1.2"])[3], "chưa điền");
    assert_eq!(row(&rows, &["4", "2.2"])[3], "Không đạt");
    // 1.3 has 25, 1.4 8, 1.5 4 to 19, 1.6 17, 1.7 16: 70 to 85.
    assert_eq!(row(&rows, &["", "Cộng nhóm 1"])[3], "70–85");
}

/// Last year stands beside this one, of the same school by the same framework.
#[test]
fn last_year_stands_beside() {
    let own = form("complete-primary-school.json");
    let before = card("external-primary-school.json");
    let paper = report::school(&scorer(), &own, Some(&before), &letter(), Lang::Vi).expect("a paper");
    let rows = rows(&paper.docx().expect("a DOCX"));
    // The external assessment: 1.3 is 4.5 + 5 + 5 + 4 + 4 = 22.5; group 1 is 22.5 + 5.5 + 16 + 15.5 + 15.5 = 75.
    assert_eq!(row(&rows, &["1.3.1"])[2..5], ["6", "6", "4,5"]);
    assert_eq!(row(&rows, &["1.3"])[2..5], ["30", "24", "22,5"]);
    assert_eq!(row(&rows, &["", "Cộng nhóm 1"])[2..5], ["100", "78", "75"]);
    assert_eq!(row(&rows, &["2.3.7"])[4], "chưa điền");
    assert_eq!(row(&rows, &["Nhóm 1 · Chuyển đổi số trong dạy, học", "78/100"])[2..], ["Mức độ 3 (Đáp ứng tốt)", "75 điểm, mức độ 2"]);
    let bars = paper.blocks.iter().find_map(|block| if let Block::Bars(bars) = block { Some(&bars.bars) } else { None }).expect("bars");
    assert_eq!(bars[0].mark, Some(750)); // 22.5 of 30
    assert!(paper.html().contains("Vạch màu cam: điểm kỳ trước"));

    // A card of another framework does not compare, and is left out.
    let mut other = before.clone();
    other.framework.digest = "sha256:0".to_owned();
    let paper = report::school(&scorer(), &own, Some(&other), &letter(), Lang::Vi).expect("a paper");
    assert!(!paper.html().contains("75 điểm, mức độ 2"));
}

#[test]
fn an_english_paper_says_it_in_english() {
    let docx = paper("missing-answers.json", &letter(), Lang::En).docx().expect("a DOCX");
    let text = text(&docx);
    for line in ["SOCIALIST REPUBLIC OF VIET NAM", "SELF-ASSESSMENT", "school year 2023-2024", "Not answered: 1.5.1, 2.3.5, 2.x.1", "HEAD TEACHER"] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(!text.contains("Điểm") && !text.contains("Mức độ"), "{text}");
}

#[test]
fn a_refused_form_has_no_paper() {
    let wrong = thuocdo::Assessment::new().answer("1.3.1", thuocdo::Points::try_from(7_u32).expect("points"));
    let refused = report::school(&scorer(), &wrong, None, &Letter::default(), Lang::Vi).expect_err("6 is the most");
    assert_eq!(refused.iter().next().map(|violation| violation.code().as_str()), Some("points_out_of_range"));
}

/// Under an overlay the national result stands beside the local one.
#[test]
fn an_overlay_is_named_and_the_national_result_stands_beside() {
    use thuocdo::{LocalScorer, Overlay, Scorer};
    let national = Scorer::shipped("moet-4725-2022").expect("it ships");
    let overlay = super::example("overlays/hai-phong-illustrative.json");
    let value = thuocdo::json::Value::parse(&overlay).expect("JSON");
    let overlay = Overlay::for_base(&value, national.framework()).expect("an overlay");
    let scorer = LocalScorer::new(national).with(&overlay).expect("laid");
    let form = scorer.local().assessment(&super::example("hai-phong-school.json")[..]).expect("good");
    let docx = report::school(&scorer, &form, None, &letter(), Lang::Vi).expect("a paper").docx().expect("a DOCX");
    let text = text(&docx);
    assert!(text.contains("Kết quả theo Bộ chỉ số của Bộ GDĐT (Quyết định 4725/QĐ-BGDĐT)"), "{text}");
    assert!(text.contains("minh họa, không cơ quan nào ban hành"), "{text}");
    // A share is said as it was counted.
    assert!(text.contains("Số liệu: "), "{text}");
}
