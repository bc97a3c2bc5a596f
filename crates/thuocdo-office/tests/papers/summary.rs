//! The report of a department, and the draft of a decision.

use thuocdo::{Lang, Scorecard};
use thuocdo_office::paper::Paper;
use thuocdo_office::report::{self, Candidate, Letter, Moves, Summary};
use thuocdo_practice::process::{Calendar, Case, Status};
use thuocdo_practice::{Cohort, Register};

use super::codes::recognised;
use super::{card, form, rows, scorer, text};

/// Three schools of which the register has four; one of them has the level of a recognised case.
pub(super) fn report(lang: Lang) -> Paper {
    let scorer = scorer();
    let framework = scorer.national().framework();
    let register = Register::from_json(
        r#"{ "institutions": [
            { "code": "VD-0001", "name": "Trường Tiểu học Hoa Sen (ví dụ giả định)", "type": "primary", "authority": "UBND phường A (ví dụ giả định)" },
            { "code": "VD-0002", "name": "Trường Trung học cơ sở Sao Mai (ví dụ giả định)", "type": "lower_secondary", "authority": "UBND phường A (ví dụ giả định)" },
            { "code": "VD-0003", "type": "upper_secondary", "authority": "Sở GDĐT (ví dụ giả định)" },
            { "code": "VD-0009", "name": "Trường Tiểu học Chưa Gửi (ví dụ giả định)", "type": "primary", "authority": "UBND phường B (ví dụ giả định)" } ] }"#
            .as_bytes(),
    )
    .expect("a register");
    let mut third = form("exactly-75.json");
    third.stream = Some(thuocdo::Stream::SelfAssessment);
    let cards: Vec<Scorecard> =
        vec![card("complete-primary-school.json"), card("missing-answers.json"), scorer.local().score(&third).expect("a card")];
    let mut cohort = Cohort::new(framework, None);
    cards.iter().enumerate().for_each(|(nth, card)| cohort.add(nth, card, Some(&register)).expect("counted"));
    let own = cohort.finish(Some(&register));
    let calendar = Calendar::national(framework).expect("a calendar");
    let case = recognised();
    let status = case.replay(&scorer, &calendar, None).expect("a status");
    let cases: Vec<(Case, Status)> = vec![(case, status)];
    let summary = Summary {
        as_of: Some("2024-06-20".parse().expect("a day")),
        cases: &cases,
        moves: Some(Moves { fell: 1, open: 0, rose: 2, same: 3 }),
        own: Some(&own),
        own_cards: &cards,
        period: Some("2023-2024"),
        refused: 1,
        register: Some(&register),
        ..Summary::default()
    };
    report::summary(framework, summary, &Letter { body: Some("Sở GDĐT (ví dụ giả định)".to_owned()), ..Letter::default() }, lang)
}

/// One case whose level may be recognised, one that is blocked, one that has not come so far.
pub(super) fn draft(lang: Lang) -> Paper {
    let scorer = scorer();
    let mut ready = recognised();
    ready.events.truncate(5);
    let mut blocked = ready.clone();
    "VD-0008".clone_into(&mut blocked.institution.code);
    blocked.institution.name = Some("Trường Tiểu học Vướng Mắc (ví dụ giả định)".to_owned());
    for form in [&mut blocked.self_assessment, &mut blocked.external].into_iter().flatten() {
        form.institution = None;
        form.conditions.insert("1.2".to_owned(), false.into());
    }
    let mut early = blocked.clone();
    "VD-0009".clone_into(&mut early.institution.code);
    early.events.truncate(4);
    early.external = None;
    let again = ready.clone();
    let candidates: Vec<Candidate> = [ready, blocked, early, again].iter().map(|case| Candidate::of(&scorer, case).expect("a candidate")).collect();
    report::decision(scorer.national().framework(), &candidates, &Letter::default(), lang)
}

#[test]
fn counts_are_those_of_the_schools() {
    let docx = report(Lang::Vi).docx().expect("a DOCX");
    let (rows, text) = (rows(&docx), text(&docx));
    // Levels: 3 and 3; 2 to 3 and 1 to 2 (45 to 65); 2 and 3.
    let row = |title: &str| rows.iter().find(|row| row[0] == title).unwrap_or_else(|| panic!("no row {title}"))[1..].to_vec();
    assert_eq!(row("Nhóm 1 · Chuyển đổi số trong dạy, học"), ["0 (0%)", "1 (33,3%)", "1 (33,3%)", "1 (33,3%)"]);
    assert_eq!(row("Nhóm 2 · Chuyển đổi số trong quản trị cơ sở giáo dục"), ["0 (0%)", "0 (0%)", "2 (66,7%)", "1 (33,3%)"]);
    assert_eq!(row("Mức độ chung (lấy theo nhóm thấp nhất)"), ["0 (0%)", "1 (33,3%)", "1 (33,3%)", "1 (33,3%)"]);
    assert_eq!(row("Tiểu học"), ["1", "0", "0", "1", "0"]);
    assert_eq!(row("UBND phường A (ví dụ giả định)"), ["2", "0", "0", "1", "1"]);
    // One case: it was reported on 20 May and recognised on 18 June, in time; it is not published.
    assert_eq!(row("Báo cáo kết quả tự đánh giá"), ["1", "1", "0", "0"]);
    assert_eq!(row("Công nhận mức độ"), ["1", "1", "0", "0"]);
    assert_eq!(row("Công bố kết quả"), ["0", "0", "0", "1"]);
    for line in [
        "Trong tổng số 4 cơ sở giáo dục thuộc phạm vi quản lý, 3 cơ sở đã báo cáo (đạt 75%); 1 cơ sở đã được công nhận.",
        "III. KẾT QUẢ (số liệu tính đến ngày 20/6/2024)",
        "chưa qua đánh giá ngoài",
        "Số cơ sở tăng mức độ chung: 2; giữ nguyên: 3; giảm: 1; chưa xác định: 0.",
        "Chưa có cơ sở giáo dục nào có đủ hai phiếu để đối chiếu.",
        "Số phiếu có chỗ cần sửa, chưa tính vào báo cáo: 1",
        "SỞ GDĐT (VÍ DỤ GIẢ ĐỊNH)",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    // The placeholder of the framework is no indicator in which schools are weak.
    assert!(!rows.iter().any(|row| row.len() == 4 && row[0] == "2.x.1"));
    // By name: three schools in the list, one without a form.
    let names: Vec<&str> = rows.iter().filter(|row| row.len() == 6 && row[0].parse::<u32>().is_ok()).map(|row| row[1].as_str()).collect();
    assert_eq!(names, ["VD-0001", "VD-0002", "VD-0003"]);
    let first = rows.iter().find(|row| row.len() == 6 && row[1] == "VD-0001").expect("the school");
    assert_eq!(first[3..], ["78\nmức độ 3", "83,5\nmức độ 3", "3"]);
    let missing = rows.iter().find(|row| row.len() == 4 && row[1] == "VD-0009").expect("the one that is missing");
    assert_eq!(missing[2..], ["Trường Tiểu học Chưa Gửi (ví dụ giả định)", "UBND phường B (ví dụ giả định)"]);
}

#[test]
fn a_report_of_nothing_leaves_blanks() {
    let page = report::summary(scorer().national().framework(), Summary::default(), &Letter::default(), Lang::Vi).html();
    for text in ["DỰ THẢO", "Kính gửi: ……", "Chưa có hồ sơ đánh giá để đếm", "VI. KIẾN NGHỊ, ĐỀ XUẤT"] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("0 cơ sở"));
}

#[test]
fn levels_move_from_one_year_to_the_next() {
    let (own, missing) = (card("complete-primary-school.json"), card("missing-answers.json"));
    let mut last = own.clone();
    last.overall = card("exactly-75.json").overall; // level 2
    let mut other = missing.clone();
    other.framework.digest = "sha256:0".to_owned();
    let moves = |before: &[Scorecard], now: &[Scorecard]| {
        let Moves { fell, open, rose, same, .. } = Moves::between(before, now);
        [rose, same, fell, open]
    };
    assert_eq!(moves(std::slice::from_ref(&last), std::slice::from_ref(&own)), [1, 0, 0, 0]);
    assert_eq!(moves(std::slice::from_ref(&own), std::slice::from_ref(&last)), [0, 0, 1, 0]);
    // The code typed in another way.
    let mut typed = last.clone();
    typed.institution.as_mut().expect("an institution").code = Some("vd-\u{a0}0001".to_owned());
    assert_eq!(moves(&[typed], std::slice::from_ref(&own)), [1, 0, 0, 0]);
    assert_eq!(moves(&[own.clone(), missing.clone()], &[own.clone(), missing.clone()]), [0, 1, 0, 1]);
    // Another framework, and another school.
    assert_eq!(moves(&[other, own], &[missing]), [0, 0, 0, 0]);
}

/// Only a case that lets its level be recognised is in the list of a decision; each other one has its reason.
#[test]
fn a_draft_names_whom_the_cases_let_it_name() {
    let docx = draft(Lang::Vi).docx().expect("a DOCX");
    let (rows, text) = (rows(&docx), text(&docx));
    let named: Vec<&Vec<String>> = rows.iter().filter(|row| row.len() == 8 && row[0].parse::<u32>().is_ok()).collect();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0][..], ["1", "VD-0001", "Trường Tiểu học Hoa Sen (ví dụ giả định)", "Tiểu học", "78\nmức độ 3", "83,5\nmức độ 3", "3", ""]);
    let others: Vec<&Vec<String>> = rows.iter().filter(|row| row.len() == 5 && row[0].parse::<u32>().is_ok()).collect();
    assert_eq!(others.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), ["VD-0008", "VD-0009", "VD-0001"]);
    assert_eq!(others[2][4], "Đã có hồ sơ khác của cùng cơ sở, cùng kỳ ở phía trên");
    assert!(others[0][4].starts_with("Điều kiện bắt buộc 1.2 chưa đạt"), "{:?}", others[0]);
    assert_eq!(others[1][4], "Hồ sơ đang ở bước: đã báo cáo cơ quan quản lý");
    for line in [
        "DỰ THẢO",
        "Số: ………/QĐ-………",
        "Căn cứ Quyết định 4725/QĐ-BGDĐT ngày 30/12/2022 của Bộ trưởng Bộ Giáo dục và Đào tạo",
        "Điều 1. Công nhận mức độ chuyển đổi số năm học 2023-2024 của 1 cơ sở giáo dục (có danh sách kèm theo).",
        "chịu trách nhiệm thi hành Quyết định này./.",
        "Mức độ 1 (Chưa đáp ứng); Mức độ 2 (Đáp ứng cơ bản); Mức độ 3 (Đáp ứng tốt)",
        "Chưa công nhận, lý do",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
}
