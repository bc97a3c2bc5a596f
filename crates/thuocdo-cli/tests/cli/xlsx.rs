//! XLSX forms: made by the command, filled in by a person with a program of theirs, scored by the command.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::json;

use super::{Folder, small_framework, thuocdo};

/// What a person types into the answer of a code.
#[derive(Clone)]
enum Typed {
    Text(&'static str),
    Number(f64),
    Bool(bool),
    Day(u16, u8, u8),
}

use Typed::{Bool, Day, Number, Text};

/// The cells of a form, row by row.
fn rows(form: &[u8]) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(form)).expect("a workbook");
    let sheet = workbook.worksheet_range_at(0).expect("a sheet").expect("cells");
    sheet.rows().map(<[Data]>::to_vec).collect()
}

/// Writes the cells of a form into a new sheet, as a program that saves a file does, with answers, a note and evidence added.
fn fill(sheet: &mut Worksheet, form: &[u8], answers: &[(&str, Typed)], remarks: &[(&str, &str, &str)]) {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in (0_u32..).zip(rows(form)) {
        for (column, cell) in (0_u16..).zip(&cells) {
            match cell {
                Data::Empty => {}
                Data::Float(number) => drop(sheet.write_number(row, column, *number).expect("written")),
                other => drop(sheet.write_string(row, column, other.to_string()).expect("written")),
            }
        }
        let code = field(&cells[0].to_string());
        for (_, typed) in answers.iter().filter(|(answered, _)| *answered == code) {
            match typed {
                Text(text) => drop(sheet.write_string(row, 3, *text).expect("written")),
                Number(number) => drop(sheet.write_number(row, 3, *number).expect("written")),
                Bool(bool) => drop(sheet.write_boolean(row, 3, *bool).expect("written")),
                Day(year, month, date) => {
                    let date = ExcelDateTime::from_ymd(*year, *month, *date).expect("a day");
                    sheet.write_datetime_with_format(row, 3, &date, &day).expect("written");
                }
            }
        }
        for (_, note, evidence) in remarks.iter().filter(|(remarked, ..)| *remarked == code) {
            sheet.write_string(row, 4, *note).expect("written");
            sheet.write_string(row, 5, *evidence).expect("written");
        }
    }
}

/// The field of a row of who and when, by its name on a form; a code stays.
fn field(name: &str) -> String {
    let fields = [
        ("institution.code", ["Mã cơ sở giáo dục", "Code of the institution"]),
        ("institution.name", ["Tên cơ sở giáo dục", "Name of the institution"]),
        ("institution.type", ["Cấp học", "Type of institution"]),
        ("period", ["Năm học", "Period"]),
        ("stream", ["Hình thức đánh giá", "Who assesses"]),
        ("assessed_on", ["Ngày đánh giá", "Day of the assessment"]),
    ];
    fields.iter().find(|(_, names)| names.contains(&name)).map_or(name, |(field, _)| *field).to_owned()
}

/// A filled form as a file, and the form it was made of.
fn filled(folder: &Folder, arguments: &[&str], answers: &[(&str, Typed)]) -> String {
    let form = blank(folder, arguments);
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet(), &form, answers, &[]);
    folder.file("dien.xlsx", workbook.save_to_buffer().expect("saved"))
}

fn blank(folder: &Folder, arguments: &[&str]) -> Vec<u8> {
    let path = folder.path("trong.xlsx");
    let path = path.to_str().expect("UTF-8");
    thuocdo(&[&["form", "--format", "xlsx", "--force", "-o", path], arguments].concat()).done();
    std::fs::read(path).expect("the form")
}

/// Every indicator of a group at its maximum, but for those given.
const GROUP_2_FULL: [(&str, Typed); 12] = [
    ("2.3.1", Number(6.0)),
    ("2.3.2", Number(6.0)),
    ("2.3.3", Number(10.0)),
    ("2.3.4", Number(6.0)),
    ("2.3.5", Number(10.0)),
    ("2.3.6", Number(10.0)),
    ("2.3.7", Number(6.0)),
    ("2.3.8", Number(6.0)),
    ("2.4.1", Number(8.0)),
    ("2.4.2", Number(12.0)),
    ("2.4.3", Number(10.0)),
    ("2.x.1", Number(10.0)),
];

#[test]
fn a_filled_form_comes_back_as_a_scorecard() {
    let folder = Folder::new();
    let mut answers = GROUP_2_FULL.to_vec();
    answers.extend([
        ("institution.code", Text("0042")),
        ("institution.name", Text("Trường Tiểu học Thử")),
        ("institution.type", Text("Tiểu học")),
        ("period", Text("2023-2024")),
        ("stream", Text("Tự đánh giá")),
        ("assessed_on", Day(2023, 10, 12)),
        ("1.1", Text("Đạt")),
        ("1.2", Bool(true)),
        ("2.1", Text("KHO\u{302}NG ĐA\u{323}T")),
        ("2.2", Number(1.0)),
        ("1.3.1", Text("5,25")),
        ("1.3.2", Number(4.5)),
        ("1.3.3", Text(" 3.5 ")),
    ]);
    let card = thuocdo(&["score", "--format", "json", &filled(&folder, &[], &answers)]).json();
    // 5.25 + 4.5 + 3.5; the other indicators of group 1 (82 points) are missing
    assert_eq!(card["groups"][0]["score"], json!({ "high": 95.25, "low": 13.25 }));
    assert_eq!(card["groups"][1]["score"], json!({ "high": 100, "low": 100 }));
    assert_eq!(card["institution"], json!({ "code": "0042", "name": "Trường Tiểu học Thử", "type": "primary" }));
    assert_eq!((&card["period"], &card["stream"]), (&json!("2023-2024"), &json!("self")));
    let states: Vec<&str> = [0, 1]
        .iter()
        .flat_map(|group| card["groups"][*group]["conditions"].as_array().expect("a list"))
        .map(|condition| condition["state"].as_str().expect("text"))
        .collect();
    assert_eq!(states, ["met", "met", "unmet", "met"]);
}

#[test]
fn a_blank_form_scores_as_all_missing() {
    let folder = Folder::new();
    let file = folder.file("trong.xlsx", blank(&folder, &[]));
    let card = thuocdo(&["score", "--format", "json", &file]).json();
    for group in 0..2 {
        assert_eq!(card["groups"][group]["score"], json!({ "high": 100, "low": 0 }));
    }
    assert_eq!(card["institution"], json!(null));
}

#[test]
fn an_english_form_is_read_as_well() {
    let folder = Folder::new();
    let file = filled(&folder, &["--lang", "en"], &[("1.1", Text("met")), ("1.2", Text("Unmet")), ("stream", Text("External assessment"))]);
    let card = thuocdo(&["score", "--format", "json", &file]).json();
    assert_eq!(card["groups"][0]["conditions"], json!([{ "code": "1.1", "state": "met" }, { "code": "1.2", "state": "unmet" }]));
    assert_eq!(card["stream"], "external");
}

#[test]
fn every_rule_has_its_answer() {
    let folder = Folder::new();
    let answers = [("a.0", Text("có")), ("a.1.1", Text("đạt")), ("a.1.2", Text("24/32")), ("a.1.3", Number(12.0)), ("a.1.4", Text("100/100"))];
    let file = filled(&folder, &["--framework", &small_framework()], &answers);
    let card = thuocdo(&["score", "--framework", &small_framework(), "--format", "json", &file]).json();
    // 4 + 4.5 + 3.25 + 2.5
    assert_eq!(card["groups"][0]["score"], json!({ "high": 14.25, "low": 14.25 }));
    assert_eq!(card["recognition"]["eligible"], json!(true));
}

#[test]
fn a_refusal_names_the_cell() {
    let folder = Folder::new();
    let file = filled(&folder, &[], &[("1.3.1", Number(6.5)), ("1.3.2", Text("nhiều")), ("2.1", Text("chắc có")), ("1.4.1", Number(0.1 + 0.2))]);
    let rows = rows(&std::fs::read(&file).expect("the form"));
    let cell = |code: &str| format!("D{}", 1 + rows.iter().position(|cells| cells[0] == *code).expect("a row"));
    let err = thuocdo(&["score", &file]).fails(1);
    for (of, code, fault) in [
        ("mục", "1.3.1", "(points_out_of_range)"),
        ("mục", "1.3.2", "(wrong_type)"),
        ("điều kiện", "2.1", "(wrong_type)"),
        ("mục", "1.4.1", "(points_too_precise)"),
    ] {
        let place = format!("ô Sheet1!{} ({of} {code} ", cell(code));
        assert!(err.lines().any(|line| line.contains(&place) && line.ends_with(fault)), "{place} {fault} in {err}");
    }
    assert!(err.contains("(mục 1.3.1 Phần mềm dạy học trực tuyến trực tiếp): đang ghi “6,5”; chỉ ghi số, từ 0 đến 6, "), "{err}");
}

#[test]
fn notes_and_evidence_are_read() {
    let folder = Folder::new();
    let form = blank(&folder, &[]);
    let mut workbook = Workbook::new();
    let remarks =
        [("1.3.1", "24/32 giáo viên", "Danh sách https://example.vn/ds\nBiên bản"), ("1.1", "", "Quyết định 12"), ("2.3.5", "đang chờ số liệu", "")];
    fill(workbook.add_worksheet(), &form, &[("1.3.1", Number(5.0)), ("1.1", Text("đạt"))], &remarks);
    let file = folder.file("dien.xlsx", workbook.save_to_buffer().expect("saved"));
    assert_eq!(thuocdo(&["check", &file]).status, 0);
    let card = thuocdo(&["score", "--format", "json", &file]).json();
    assert_eq!(card["groups"][0]["score"]["low"], json!(5));
    assert_eq!(card["groups"][1]["score"]["low"], json!(0), "a note is no answer");
}

#[test]
fn each_sheet_that_is_a_form_is_an_assessment() {
    let folder = Folder::new();
    let form = blank(&folder, &[]);
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet(), &form, &[("institution.code", Text("A"))], &[]);
    workbook.add_worksheet().write_string(0, 0, "Hướng dẫn").expect("written");
    fill(workbook.add_worksheet(), &form, &[("institution.code", Text("B"))], &[]);
    let file = folder.file("hai.xlsx", workbook.save_to_buffer().expect("saved"));
    let out = thuocdo(&["score", "--format", "csv", &file]).done();
    let codes: Vec<&str> = out.lines().skip(1).map(|row| row.split(',').next().expect("a code")).collect();
    assert_eq!(codes, ["A", "B"]);
}

#[test]
fn rows_and_columns_may_be_moved() {
    let folder = Folder::new();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in [["Ghi chú", "Trả lời", "Mã"], ["", "5,5", "1.3.2"], ["x", "đạt", "1.1"], ["Tổng", "99", ""]].into_iter().enumerate()
    {
        for (column, text) in cells.into_iter().enumerate() {
            sheet.write_string(u32::try_from(row).expect("small") + 4, u16::try_from(column).expect("small") + 2, text).expect("written");
        }
    }
    let file = folder.file("khac.xlsx", workbook.save_to_buffer().expect("saved"));
    let card = thuocdo(&["score", "--format", "json", &file]).json();
    assert_eq!(card["groups"][0]["score"]["low"], json!(5.5));
    assert_eq!(card["groups"][0]["conditions"][0]["state"], "met");
}

#[test]
fn an_answer_beside_a_code_that_takes_none_is_refused() {
    let folder = Folder::new();
    let file = filled(&folder, &[], &[("1.3", Number(24.0))]);
    let row = 1 + rows(&std::fs::read(&file).expect("the form")).iter().position(|cells| cells[0] == *"1.3").expect("a row");
    let err = thuocdo(&["score", &file]).fails(1);
    assert!(err.contains(&format!("!D{row}: 1.3 là tiêu chí")) && err.contains("tự cộng") && err.contains("(adds_up)"), "{err}");
}

/// A sheet of a code and an answer in each row.
fn two_columns(folder: &Folder, rows: &[[&str; 2]]) -> String {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, *text).expect("written");
        }
    }
    folder.file("hai-cot.xlsx", workbook.save_to_buffer().expect("saved"))
}

#[test]
fn an_answer_whose_code_is_blank_is_refused_and_what_stands_below_the_questions_is_not() {
    let folder = Folder::new();
    let file = two_columns(&folder, &[["Mã", "Trả lời"], ["1.3.1", "5"], ["", "4"], ["1.3.3", "3"], ["", "Hiệu trưởng"]]);
    let answer = thuocdo(&["score", &file]);
    assert_eq!(answer.out, "");
    let err = answer.fails(1);
    assert!(err.contains("ô Sheet1!B3: có kết quả “4” nhưng ô mã Sheet1!A3 để trống; hãy ghi lại mã, hoặc xóa kết quả này ("), "{err}");
    assert!(!err.contains("B5"), "{err}");
    let file = two_columns(&folder, &[["Mã", "Trả lời"], ["1.3.1", "5"], ["", ""], ["1.3.3", "3"], ["Người lập", "An"], ["", "Hiệu trưởng"]]);
    let out = thuocdo(&["score", "--format", "csv", &file]).done();
    assert!(out.lines().nth(1).expect("a row").contains(",8,"), "{out}");
}

#[test]
fn a_code_that_stands_twice_is_refused() {
    let folder = Folder::new();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in [["Mã", "Trả lời"], ["1.3.1", "5"], ["1.3.1", "6"]].into_iter().enumerate() {
        for (column, text) in cells.into_iter().enumerate() {
            sheet.write_string(u32::try_from(row).expect("small"), u16::try_from(column).expect("small"), text).expect("written");
        }
    }
    let file = folder.file("lap.xlsx", workbook.save_to_buffer().expect("saved"));
    assert!(thuocdo(&["score", &file]).fails(1).contains("ô Sheet1!A3: mã 1.3.1 đã có ở ô Sheet1!A2; mỗi mã chỉ ghi một lần (duplicate_key)"));
}

#[test]
fn a_form_of_another_framework_says_so() {
    let folder = Folder::new();
    let file = filled(&folder, &["--framework", &small_framework()], &[("a.1.1", Text("đạt"))]);
    let err = thuocdo(&["score", &file]).fails(1);
    assert!(["wrong_framework", "bo-thu-nho", "moet-4725-2022"].iter().all(|part| err.contains(part)), "{err}");
}

#[test]
fn a_date_may_be_a_text() {
    let folder = Folder::new();
    for (text, status) in [("12/10/2023", 0), ("2023-10-12", 0), ("31/02/2023", 1), ("hôm qua", 1)] {
        let file = filled(&folder, &[], &[("assessed_on", Text(text))]);
        assert_eq!(thuocdo(&["score", "--format", "csv", &file]).status, status, "{text}");
    }
}

#[test]
fn hidden_sheets_are_not_read() {
    let folder = Folder::new();
    let form = blank(&folder, &[]);
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet(), &form, &[("institution.code", Text("A"))], &[]);
    fill(workbook.add_worksheet().set_hidden(true), &form, &[("institution.code", Text("B"))], &[]);
    fill(workbook.add_worksheet().set_very_hidden(true), &form, &[("institution.code", Text("C"))], &[]);
    let file = folder.file("an.xlsx", workbook.save_to_buffer().expect("saved"));
    let out = thuocdo(&["score", "--format", "csv", &file]).done();
    assert!(out.lines().count() == 2 && out.lines().nth(1).expect("a row").starts_with("A,"), "{out}");
}

#[test]
fn two_columns_of_answers_are_refused() {
    let folder = Folder::new();
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_row(0, 0, ["Mã", "Trả lời", "Trả lời"]).expect("written").write_row(1, 0, ["1.3.1", "5", "4"]).expect("written");
    let file = folder.file("hai.xlsx", workbook.save_to_buffer().expect("saved"));
    assert!(thuocdo(&["score", &file]).fails(1).contains("có hai cột “Trả lời” (Sheet1!B1, Sheet1!C1); hãy chỉ giữ một cột (duplicate_column)"));
}
