//! `form`: blank forms. What becomes of an XLSX form is in `xlsx`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::{Value, json};
use zip::ZipArchive;

use super::{Folder, command, example, piped, small_framework, thuocdo};

/// The text of the first sheet of a form.
pub(super) fn sheet(form: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(form)).expect("a zip");
    let mut sheet = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet").read_to_string(&mut sheet).expect("UTF-8");
    sheet
}

/// The cells of the first sheet of a form.
pub(super) fn cells(form: &[u8]) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(form)).expect("a workbook");
    workbook.worksheet_range_at(0).expect("a sheet").expect("cells").rows().map(<[Data]>::to_vec).collect()
}

/// The row of a code or a name, from 1.
pub(super) fn row_of(cells: &[Vec<Data>], name: &str) -> usize {
    1 + cells.iter().rposition(|row| row[0] == *name).unwrap_or_else(|| panic!("no row {name}"))
}

fn made(folder: &Folder, arguments: &[&str]) -> Vec<u8> {
    let path = folder.path("phieu.xlsx");
    thuocdo(&[&["form", "--force", "-o", path.to_str().expect("UTF-8")], arguments].concat()).done();
    fs::read(path).expect("the form")
}

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
    let names = "Bộ chỉ số;Mã cơ sở giáo dục;Tên cơ sở giáo dục;Cấp học;Năm học;Hình thức đánh giá;Ngày đánh giá;1.1;1.2;1.3.1;";
    assert!(lines[1].starts_with(names), "{form}");
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
fn a_plain_table_is_for_programs() {
    let form = thuocdo(&["form", "--format", "plain-csv"]).done();
    assert!(form.starts_with("framework,institution.code,institution.name,institution.type,period,stream,assessed_on,1.1,1.2,1.3.1,"), "{form}");
    assert!(form.ends_with(",2.4.3,2.x.1\n") && form.lines().count() == 1, "{form}");
}

#[test]
fn the_workbook_is_made_for_people() {
    let folder = Folder::new();
    let form = made(&folder, &[]);
    let sheet = sheet(&form);
    assert!(sheet.contains(r#"<pane ySplit="7""#), "the header is frozen, and what follows from the answers above it");
    assert!(sheet.contains("<cols>"), "columns have widths");
    assert!(sheet.contains(r#"<formula1>"đạt,không đạt"</formula1>"#), "conditions have their two words");

    let rows = cells(&form);
    let header: Vec<String> = rows[6].iter().take(10).map(ToString::to_string).collect();
    let names = ["Mã", "Nội dung", "Điểm tối đa", "Kết quả", "Ghi chú", "Minh chứng", "Tạm tính", "Số đạt", "Tổng số", "Điểm theo tỉ lệ"];
    assert_eq!(header, names);
    let codes: HashSet<String> = rows.iter().map(|row| row[0].to_string()).collect();
    for code in ["Bộ chỉ số", "Mã cơ sở giáo dục", "Ngày đánh giá", "1.1", "1.3.1", "2.2", "2.x.1"] {
        assert!(codes.contains(code), "{code}");
    }
    let row = &rows[row_of(&rows, "1.5.1") - 1];
    assert_eq!(row[1..4], [Data::String("Phần mềm tổ chức kiểm tra trên phòng máy tính".to_owned()), Data::Float(15.0), Data::Empty]);
    // What no source locates says what to do with it.
    assert!(rows[row_of(&rows, "2.x.1") - 1][1].to_string().contains("chưa có Phụ lục thì để trống, không ghi 0"));
    // Nothing claims that the act turns shares into points.
    let text = rows.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(text.contains("Không nguồn nào có công thức đổi tỉ lệ thành điểm"), "{text}");
    assert!(text.contains("Xem kết quả: thuocdo score TỆP-NÀY\n"), "{text}");
    for part in
        ["NGƯỜI LẬP PHIẾU", "HIỆU TRƯỞNG", "Cơ quan quản lý: …", "TÊN CƠ SỞ GIÁO DỤC", "kết quả chính thức là kết quả thuocdo tính từ tệp này"]
    {
        assert!(text.contains(part), "{part}");
    }
}

/// The formats of cells by index, and whether each is unlocked.
fn unlocked(form: &[u8]) -> Vec<bool> {
    let mut archive = ZipArchive::new(Cursor::new(form)).expect("a zip");
    let mut styles = String::new();
    archive.by_name("xl/styles.xml").expect("styles").read_to_string(&mut styles).expect("UTF-8");
    let (_, formats) = styles.split_once("<cellXfs").expect("formats");
    let (formats, _) = formats.split_once("</cellXfs>").expect("formats");
    formats.split("<xf ").skip(1).map(|format| format.contains(r#"locked="0""#)).collect()
}

#[test]
fn only_answers_notes_and_evidence_can_be_typed() {
    let folder = Folder::new();
    let form = made(&folder, &["--period", "Năm học 2025-26", "--stream", "self"]);
    let (sheet, rows, unlocked) = (sheet(&form), cells(&form), unlocked(&form));
    assert!(sheet.contains("<sheetProtection sheet=\"1\""), "the sheet is locked");
    let is_open = |cell: &str| {
        let (_, rest) = sheet.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap_or_else(|| panic!("no cell {cell}"));
        unlocked[rest.split('"').next().expect("an index").parse::<usize>().expect("a number")]
    };
    for name in ["1.1", "1.3.1", "2.x.1"] {
        let row = row_of(&rows, name);
        for (column, wanted) in [("A", false), ("B", false), ("C", false), ("D", true), ("E", true), ("F", true), ("G", false)] {
            assert_eq!(is_open(&format!("{column}{row}")), wanted, "{column}{row}");
        }
    }
    for (name, wanted) in [
        ("Bộ chỉ số", false),
        ("Mã cơ sở giáo dục", true),
        ("Cấp học", true),
        ("Năm học", false),
        ("Hình thức đánh giá", false),
        ("Ngày đánh giá", true),
    ] {
        assert_eq!(is_open(&format!("D{}", row_of(&rows, name))), wanted, "{name}");
    }
    assert_eq!(rows[row_of(&rows, "Năm học") - 1][3], Data::String("2025-2026".to_owned()));
    assert_eq!(rows[0][2], Data::String("PHIẾU TỰ ĐÁNH GIÁ".to_owned()));
    // Points are text: Excel makes no day of `4/5` there, and no 0.75 of `75%`.
    assert!(sheet.contains(r#"<dataValidation type="custom""#), "points are checked");
}

#[test]
fn a_form_without_arguments_goes_to_a_file() {
    let folder = Folder::new();
    let answer = command(&["form"], folder.path("."));
    assert_eq!((answer.status, answer.out.as_str()), (0, ""), "{answer:?}");
    assert!(answer.err.contains("đã ghi phieu.xlsx; điền xong thì xem kết quả bằng: thuocdo score phieu.xlsx"), "{answer:?}");
    assert!(fs::read(folder.path("phieu.xlsx")).expect("the form").starts_with(b"PK"));
    assert!(command(&["form"], folder.path(".")).fails(2).contains("phieu.xlsx đã có; thêm --force"));
}

#[test]
fn a_form_under_an_overlay_names_it_and_has_what_it_adds() {
    let folder = Folder::new();
    let overlay = example("overlays/hai-phong-illustrative.json");
    let form = made(&folder, &["--overlay", &overlay]);
    let rows = cells(&form);
    let text = rows.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(text.contains("Xem kết quả: thuocdo score TỆP-NÀY --overlay hai-phong-illustrative.json\n"), "{text}");
    let content = |code: &str| rows[row_of(&rows, code) - 1][1].to_string();
    assert!(content("1.6.1").contains("Cách tính điểm: điểm tối đa × số đạt / tổng số"), "{}", content("1.6.1"));
    assert!(content("1.4.1").contains("≥ 50: 5 ·"), "{}", content("1.4.1"));
    assert!(content("1.3.2").contains("Minh chứng: ít nhất 1"), "{}", content("1.3.2"));
    assert!(content("1.hp1").contains("Có phân công người kiểm tra số liệu"), "{}", content("1.hp1"));
    // Read without its overlay, it says what is missing.
    let path = folder.file("o.xlsx", &form);
    let err = thuocdo(&["score", &path]).fails(1);
    assert!(
        err.contains("phiếu điền theo “hai-phong-illustrative”, còn lệnh tính theo “moet-4725-2022”;") && err.contains("thêm --overlay"),
        "{err}"
    );
    let national = folder.file("n.xlsx", made(&folder, &[]));
    let err = thuocdo(&["score", "--overlay", &overlay, &national]).fails(1);
    assert!(err.contains("phiếu điền theo “moet-4725-2022”, không theo bản cụ thể hóa “hai-phong-illustrative”; hãy bỏ --overlay"), "{err}");
}

/// A register of a primary school, a centre, and a school of which only the code is known.
fn register(folder: &Folder) -> String {
    let schools = json!({ "institutions": [
        { "code": "0042", "name": "Trường Tiểu học Hoa Phượng (ví dụ giả định)", "type": "primary", "authority": "UBND phường An Biên (ví dụ giả định)" },
        { "code": "31/0043", "name": "Trung tâm GDTX An Dương (ví dụ giả định)", "type": "continuing" },
        { "code": "31-0044" },
    ] });
    folder.file("danh-muc.json", schools.to_string())
}

#[test]
fn each_institution_of_a_register_gets_its_form() {
    let folder = Folder::new();
    let register = register(&folder);
    let out = folder.path("phieu");
    let out = out.to_str().expect("UTF-8");
    let arguments = ["form", "--register", &register, "-o", out, "--period", "2025-2026", "--stream", "self"];
    let answer = thuocdo(&arguments);
    assert_eq!((answer.status, answer.out.as_str()), (0, ""), "{answer:?}");
    assert!(answer.err.contains("đã ghi 3 phiếu vào thư mục"), "{answer:?}");
    let forms: BTreeMap<String, Vec<u8>> = fs::read_dir(out)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| (entry.file_name().into_string().expect("UTF-8"), fs::read(entry.path()).expect("a form")))
        .collect();
    let names: Vec<&str> = forms.keys().map(String::as_str).collect();
    let wanted = ["0042 Trường Tiểu học Hoa Phượng (ví dụ giả định).xlsx", "31-0043 Trung tâm GDTX An Dương (ví dụ giả định).xlsx", "31-0044.xlsx"];
    assert_eq!(names, wanted);
    let said = |form: &[u8]| {
        let file = folder.file("mot.xlsx", form);
        let card = thuocdo(&["score", "--format", "json", &file]).json();
        json!([card["institution"], card["period"], card["stream"]])
    };
    let school = json!({ "code": "0042", "name": "Trường Tiểu học Hoa Phượng (ví dụ giả định)", "type": "primary" });
    assert_eq!(said(&forms[wanted[0]]), json!([school, "2025-2026", "self"]));
    assert_eq!(said(&forms[wanted[2]])[0]["code"], json!("31-0044"));
    let rows = cells(&forms[wanted[0]]);
    assert_eq!(rows[0][0], Data::String("UBND phường An Biên (ví dụ giả định)".to_owned()));
    assert_eq!(rows[1][0], Data::String("TRƯỜNG TIỂU HỌC HOA PHƯỢNG (VÍ DỤ GIẢ ĐỊNH)".to_owned()));
    let has = |form: &[u8], text: &str| cells(form).iter().flatten().any(|cell| *cell == *text);
    assert!(has(&forms[wanted[0]], "HIỆU TRƯỞNG") && has(&forms[wanted[1]], "GIÁM ĐỐC"));
    // What is there is not overwritten in silence.
    let err = thuocdo(&arguments).fails(2);
    assert!(err.contains("3 phiếu đã có trong thư mục") && err.contains("--force"), "{err}");
    thuocdo(&[&arguments[..], &["--force"]].concat()).done();
    assert!(thuocdo(&["form", "--register", &register, "--format", "csv"]).fails(2).contains("chỉ dùng với phiếu xlsx"));
    assert!(thuocdo(&["form", "--format", "json", "--period", "2025-2026"]).fails(2).contains("chỉ dùng với phiếu xlsx"));
}

#[test]
fn a_register_may_be_a_spreadsheet() {
    let folder = Folder::new();
    let list = "mã;tên;loại;cơ quan quản lý\n0042;Trường Tiểu học Hoa Phượng (ví dụ giả định);TH;UBND phường An Biên (ví dụ giả định)\n";
    let out = folder.path("phieu");
    thuocdo(&["form", "--register", &folder.file("danh-sach.csv", list), "-o", out.to_str().expect("UTF-8")]).done();
    let rows = cells(&fs::read(out.join("0042 Trường Tiểu học Hoa Phượng (ví dụ giả định).xlsx")).expect("the form"));
    assert_eq!(rows[0][0], Data::String("UBND phường An Biên (ví dụ giả định)".to_owned()));
    for (name, known) in [("Mã cơ sở giáo dục", "0042"), ("Cấp học", "Tiểu học")] {
        assert_eq!(rows[row_of(&rows, name) - 1][3], Data::String(known.to_owned()));
    }
}

#[test]
fn a_spare_copy_of_a_prefilled_form_does_not_count() {
    let folder = Folder::new();
    let register = register(&folder);
    let out = folder.path("phieu");
    thuocdo(&["form", "--register", &register, "-o", out.to_str().expect("UTF-8")]).done();
    let form = fs::read(out.join("31-0044.xlsx")).expect("the form");
    let (rows, mut workbook) = (cells(&form), rust_xlsxwriter::Workbook::new());
    for answer in [Some("5"), None] {
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(cells.iter().take(6)) {
                let text = if cells[0] == *"1.3.1" && column == 3 { answer.unwrap_or_default().to_owned() } else { cell.to_string() };
                sheet.write_string(row, column, text).expect("written");
            }
        }
    }
    let file = folder.file("hai.xlsx", workbook.save_to_buffer().expect("saved"));
    let out = thuocdo(&["score", "--format", "csv", &file]).done();
    assert_eq!(out.lines().count(), 2, "{out}");
    assert!(out.lines().nth(1).expect("a row").starts_with("31-0044,"), "{out}");
}

#[test]
fn a_form_that_nobody_filled_in_is_called_so() {
    let folder = Folder::new();
    let answer = thuocdo(&["check", &folder.file("trong.xlsx", made(&folder, &[]))]);
    assert_eq!(answer.status, 0, "{answer:?}");
    assert!(answer.err.contains("trong.xlsx: có 1 phiếu chưa điền mục nào"), "{answer:?}");
}

#[test]
fn an_answer_among_the_notes_is_told() {
    let folder = Folder::new();
    let table = "Mã;Kết quả;Ghi chú\n1.3.1;;6 điểm\n1.3.2;;đang chờ số liệu quý 3\n1.3.3;5;4\n1.1;;đạt\n1.3.4;;7\n";
    let answer = thuocdo(&["score", "--format", "csv", &folder.file("phieu.csv", table)]);
    assert_eq!(answer.status, 0, "{answer:?}");
    assert!(answer.err.contains("phieu.csv: ô C2 (ghi chú của 1.3.1) ghi “6 điểm”, còn ô kết quả để trống"), "{answer:?}");
    // 7 is above the maximum of 1.3.4.
    assert!(answer.err.contains("C5") && !["C3", "C4", "C6"].iter().any(|cell| answer.err.contains(cell)), "{answer:?}");
}

#[test]
fn forms_have_the_same_bytes_on_each_run() {
    let folder = Folder::new();
    let bytes = |name: &str| {
        let path = folder.path(name);
        thuocdo(&["form", "--format", "xlsx", "-o", path.to_str().expect("UTF-8")]).done();
        fs::read(path).expect("the form")
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
    assert_eq!(fs::read(&file).expect("the file"), b"filled in");
    thuocdo(&["form", "--force", "-o", &file]).done();
    assert!(fs::read(&file).expect("the file").starts_with(b"PK"));
}

#[test]
fn the_ending_tells_the_format() {
    let folder = Folder::new();
    for (name, start) in [("a.json", b"{\n".as_slice()), ("a.csv", b"\xef\xbb\xbf# "), ("a.XLSX", b"PK")] {
        let path = folder.path(name);
        thuocdo(&["form", "-o", path.to_str().expect("UTF-8")]).done();
        assert!(fs::read(&path).expect("the form").starts_with(start), "{name}");
    }
    let path = folder.path("b.csv");
    let path = path.to_str().expect("UTF-8");
    assert!(thuocdo(&["form", "--format", "xlsx", "-o", path]).fails(2).contains("không khớp"));
    assert!(!folder.path("b.csv").exists());
    let path = folder.path("b.docx");
    assert!(thuocdo(&["form", "-o", path.to_str().expect("UTF-8")]).fails(2).contains(".xlsx, .csv, .json"));
}

#[test]
fn a_filled_form_reads_back_as_it_was_and_shows_what_follows() {
    let folder = Folder::new();
    let source = r#"{ "framework": "moet-4725-2022", "institution": { "code": "0007", "name": "Trường Tiểu học Cầu Vồng (ví dụ giả định)", "type": "primary" },
        "period": "2023-2024", "stream": "self", "assessed_on": "2023-10-09",
        "conditions": { "1.1": true, "1.2": false, "2.1": { "met": true, "note": "đã ký", "evidence": [{ "title": "Quyết định 3" }, { "title": "https://example.vn/3", "uri": "https://example.vn/3" }] } },
        "answers": { "1.3.1": 5.5, "1.3.2": { "points": 0, "note": "chưa có" }, "1.4.1": 10 } }"#;
    fs::write(folder.path("truong.json"), source).expect("written");
    let (json, form) = (folder.path("truong.json"), folder.path("phieu.xlsx"));
    let [json, form] = [&json, &form].map(|path| path.to_str().expect("UTF-8"));
    thuocdo(&["form", "--filled", json, "-o", form]).done();
    let card = |file: &str| thuocdo(&["score", file, "--format", "json"]).json();
    assert_eq!(card(form), card(json));

    let bytes = fs::read(form).expect("the form");
    let cells = cells(&bytes);
    let cell = |name: &str, column: usize| cells[row_of(&cells, name) - 1][column].to_string();
    // Answer, note, evidence, and what the formula beside them gives.
    assert_eq!([3, 4, 5, 6].map(|column| cell("2.1", column)), ["đạt", "đã ký", "Quyết định 3\nhttps://example.vn/3", "✓"]);
    assert_eq!([3, 6].map(|column| cell("1.2", column)), ["không đạt", "✗"]);
    assert_eq!([3, 6].map(|column| cell("1.3.1", column)), ["5,5", "5.5"]);
    assert_eq!([3, 4, 6].map(|column| cell("1.3.2", column)), ["0", "chưa có", "0"]);
    assert_eq!([3, 6].map(|column| cell("1.5.1", column)), ["", ""]);
    // Of 1.3, 5.5 and 0 are certain of 30; three indicators of 6 points are blank: 5.5 to 23.5.
    assert_eq!(cell("1.3", 6), "5,5–23,5");
    // Of group 1, 15.5 points are certain; blank are 18 of 1.3, 20 of 1.5, 20 of 1.6 and 20 of 1.7: 15.5 to 93.5. Eleven indicators are blank.
    let summary = &cells[3];
    assert_eq!(summary[3].to_string(), "15,5–93,5/100");
    assert!(summary[5].to_string().contains("11"), "{summary:?}");
}

#[test]
fn only_a_file_with_one_assessment_fills_a_form() {
    let twelve = thuocdo(&["form", "--filled", &example("twelve-schools.csv"), "-o", "-"]);
    assert_eq!((twelve.status, twelve.out.as_str()), (2, ""));
}

#[test]
fn a_period_that_cannot_be_fills_no_form() {
    let folder = Folder::new();
    let file = folder.path("phieu.xlsx").display().to_string();
    let told = thuocdo(&["form", "--period", "2026-2028", "-o", &file]).fails(2);
    assert!(told.contains("2026-2028: ghi năm học dạng 2023-2024; có phải 2026-2027?"), "{told}");
    assert!(!folder.path("phieu.xlsx").exists());
}

/// 0,8 of at most 7 points is right, and may be a share of 80 %: the command asks, and counts it as points.
#[test]
fn a_share_that_may_have_been_typed_for_points_is_asked_about() {
    let form = "Mã;Kết quả\n1.6.1;0,8\n1.6.2;1\n1.3.1;0,5\n";
    let told = piped(&["score", "--input-format", "csv", "-"], form);
    assert_eq!(told.status, 0, "{told:?}");
    let asked: Vec<&str> = told.err.lines().filter(|line| line.contains("hỏi tỉ lệ")).collect();
    assert!(matches!(asked.as_slice(), [line] if line.contains("ô B2 (mục 1.6.1 hỏi tỉ lệ) ghi 0,8")), "{told:?}");
}
