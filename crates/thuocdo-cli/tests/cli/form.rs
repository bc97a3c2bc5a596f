//! `form`: blank forms. What becomes of an XLSX form is in `xlsx`.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::{Value, json};
use zip::ZipArchive;

use super::{Folder, piped, small_framework, thuocdo};

#[test]
fn the_json_form_has_every_code_unanswered_and_scores_as_all_missing() {
    let form = thuocdo(&["form", "--format", "json"]).done();
    let value: Value = serde_json::from_str(&form).expect("JSON");
    assert_eq!(value["conditions"], json!({ "1.1": null, "1.2": null, "2.1": null, "2.2": null }));
    let answers = value["answers"].as_object().expect("an object");
    assert_eq!(answers.len(), 26);
    assert!(answers.values().all(Value::is_null));
    let card = piped(&["score", "--format", "json"], form).json();
    for group in 0..2 {
        assert_eq!(card["groups"][group]["score"], json!({ "high": 100, "low": 0 }));
    }
}

#[test]
fn the_csv_form_has_titles_maxima_and_every_code_and_takes_rows() {
    let form = thuocdo(&["form", "--format", "csv"]).done();
    let lines: Vec<&str> = form.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("\u{feff}# Bộ chỉ số [moet-4725-2022];Mã cơ sở giáo dục;"), "{form}");
    assert!(lines[0].contains("Phần mềm dạy học trực tuyến trực tiếp [0–6]"), "{form}");
    assert!(lines[1].starts_with("framework;institution.code;institution.name;institution.type;period;stream;assessed_on;1.1;1.2;1.3.1;"), "{form}");
    let row = format!("moet-4725-2022;007{}", ";".repeat(lines[1].matches(';').count() - 1));
    let out = piped(&["score", "--format", "csv"], format!("{form}{row}\n")).done();
    assert!(out.lines().nth(1).expect("a row").starts_with("007,,,,0,100,1,3,"), "{out}");
}

#[test]
fn forms_follow_the_framework_and_the_language() {
    let form = thuocdo(&["form", "--format", "csv", "--framework", &small_framework(), "--lang", "en"]).done();
    assert!(form.contains("There is a computer room [met / unmet],Share of teachers [24/32],Number of materials [12]"), "{form}");
    assert!(form.ends_with("a.0,a.1.1,a.1.2,a.1.3,a.1.4\n"), "{form}");
}

#[test]
fn the_workbook_is_made_for_people() {
    let folder = Folder::new();
    let path = folder.path("phieu.xlsx");
    let path = path.to_str().expect("UTF-8");
    assert_eq!(thuocdo(&["form", "--format", "xlsx", "--output", path]).done(), "");
    let bytes = std::fs::read(path).expect("the form");
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet"), &mut sheet).expect("UTF-8");
    assert!(sheet.contains(r#"<pane ySplit="3""#), "the header is frozen");
    assert!(sheet.contains("<cols>"), "columns have widths");
    assert!(sheet.contains(r#"<dataValidation type="decimal""#) && sheet.contains("<formula2>15</formula2>"), "points have their maximum");
    assert!(sheet.contains(r#"<formula1>"đạt,không đạt"</formula1>"#), "conditions have their two words");

    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes)).expect("a workbook");
    let rows = workbook.worksheet_range_at(0).expect("a sheet").expect("cells");
    let header: Vec<String> = rows.rows().nth(2).expect("a header").iter().map(ToString::to_string).collect();
    assert_eq!(header, ["Mã", "Nội dung", "Điểm tối đa", "Kết quả", "Ghi chú", "Minh chứng"]);
    let codes: HashSet<String> = rows.rows().map(|row| row[0].to_string()).collect();
    for code in ["framework", "institution.code", "assessed_on", "1.1", "1.3.1", "2.2", "2.x.1"] {
        assert!(codes.contains(code), "{code}");
    }
    let row = rows.rows().find(|row| row[0] == "1.5.1").expect("a row");
    assert_eq!(row[1..4], [Data::String("Phần mềm tổ chức kiểm tra trên phòng máy tính".to_owned()), Data::Float(15.0), Data::Empty]);
}

#[test]
fn forms_have_the_same_bytes_on_each_run() {
    let folder = Folder::new();
    let bytes = |name: &str| {
        let path = folder.path(name);
        thuocdo(&["form", "--format", "xlsx", "-o", path.to_str().expect("UTF-8")]).done();
        std::fs::read(path).expect("the form")
    };
    assert_eq!(bytes("1.xlsx"), bytes("2.xlsx"));
}

#[test]
fn a_form_that_cannot_be_written_is_status_2() {
    let folder = Folder::new();
    let path = folder.path("khong-co/phieu.json");
    assert!(thuocdo(&["form", "--format", "json", "-o", path.to_str().expect("UTF-8")]).fails(2).contains("không ghi được"));
}

#[test]
fn a_file_that_is_there_is_not_overwritten_unless_forced() {
    let folder = Folder::new();
    let file = folder.file("phieu.xlsx", "filled in");
    assert!(thuocdo(&["form", "-o", &file]).fails(2).contains("phieu.xlsx đã có; thêm --force"));
    assert_eq!(std::fs::read(&file).expect("the file"), b"filled in");
    thuocdo(&["form", "--force", "-o", &file]).done();
    assert!(std::fs::read(&file).expect("the file").starts_with(b"PK"));
}

#[test]
fn the_ending_tells_the_format() {
    let folder = Folder::new();
    for (name, start) in [("a.json", b"{\n".as_slice()), ("a.csv", b"\xef\xbb\xbf# "), ("a.XLSX", b"PK")] {
        let path = folder.path(name);
        thuocdo(&["form", "-o", path.to_str().expect("UTF-8")]).done();
        assert!(std::fs::read(&path).expect("the form").starts_with(start), "{name}");
    }
    let path = folder.path("b.csv");
    let path = path.to_str().expect("UTF-8");
    assert!(thuocdo(&["form", "--format", "xlsx", "-o", path]).fails(2).contains("không khớp"));
    assert!(!folder.path("b.csv").exists());
    assert!(thuocdo(&["form"]).fails(2).contains("--format xlsx, csv hoặc json"));
}
