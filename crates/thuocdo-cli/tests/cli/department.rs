//! A folder of a department's year, as an officer types it: `year`, `gather`, and a register that is a spreadsheet.

use std::fs;

use serde_json::{Value, json};

use super::{Answer, Folder, example, thuocdo};

const REGISTER: &str = "Danh sách trường (ví dụ giả định);;;\nmã;tên;loại;cơ quan quản lý\nVD-1;Trường Một (ví dụ giả định);TH;UBND phường Sao (ví dụ giả định)\n\
    VD-2;Trường Hai (ví dụ giả định);THCS;UBND phường Sao (ví dụ giả định)\nVD-3;Trường Ba (ví dụ giả định);Tiểu học;\n";

/// Every answer of the example of 78 and 83.5 points: level 3 in both groups.
fn form(code: &str, stream: &str) -> Value {
    let text = fs::read_to_string(example("complete-primary-school.json")).expect("an example");
    let mut form: Value = serde_json::from_str(&text).expect("JSON");
    form["institution"] = json!({ "code": code });
    form["stream"] = json!(stream);
    form["period"] = json!("2026-2027");
    form["assessed_on"] = json!("2027-04-15");
    form
}

/// Two schools of three have sent; of one there is an external assessment; one file is broken.
struct Year {
    folder: Folder,
}

impl Year {
    fn new() -> Year {
        let folder = Folder::new();
        for name in ["nam/tu-danh-gia", "nam/ĐGN", "ra"] {
            fs::create_dir_all(folder.path(name)).expect("a folder");
        }
        folder.file("nam/danh-sach.csv", REGISTER);
        folder.file("nam/tu-danh-gia/1.json", form("VD-1", "self").to_string());
        folder.file("nam/tu-danh-gia/2.json", form("VD-2", "self").to_string());
        let mut external = form("VD-1", "external");
        // 5.25 points less than 78 in group 1 are 72.75: level 2.
        external["answers"]["1.6.1"] = json!(0);
        external["stream"] = Value::Null;
        folder.file("nam/ĐGN/1.json", external.to_string());
        folder.file("nam/tu-danh-gia/3.json", "{ \"answers\": ");
        folder.file("nam/~$2.xlsx", "Excel");
        Year { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path(name).display().to_string()
    }

    fn year(&self, more: &[&str]) -> Answer {
        thuocdo(&[&["year", &self.path("nam"), "--as-of", "20/5/2027"], more].concat())
    }
}

#[test]
fn one_screen_says_how_the_year_stands() {
    let answer = Year::new().year(&[]);
    assert_eq!(answer.status, 1, "{answer:?}");
    for part in [
        "đã nộp 2, còn thiếu 1",
        "1 chỗ bị từ chối",
        "còn 11 ngày; chưa làm: 1 (đã có phiếu, chưa ghi ngày: 2)",
        "Trường Ba (ví dụ giả định)",
        "tu-danh-gia/3.json",
    ] {
        assert!(answer.out.contains(part), "{part}:\n{}", answer.out);
    }
    assert!(answer.out.lines().count() <= 24, "{}", answer.out);
    assert_eq!(answer.err, "mọi ô cần sửa và mọi danh sách: thêm -o so-theo-doi.xlsx\n");
}

#[test]
fn json_has_every_list_and_a_mark_of_an_open_workbook_is_no_file() {
    let answer = Year::new().year(&["--format", "json"]);
    assert_eq!(answer.status, 1);
    let year: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(year["missing"][0]["code"], json!("VD-3"));
    assert_eq!(year["refused"][0]["at"]["file"], json!("tu-danh-gia/3.json"));
    assert_eq!((&year["differing"][0]["code"], year["differing"].as_array().map(Vec::len)), (&json!("VD-1"), Some(1)));
    let files: Vec<&str> = year["files"].as_array().expect("files").iter().filter_map(|file| file["file"].as_str()).collect();
    assert_eq!(files.len(), 5, "{files:?}");
    assert_eq!(thuocdo(&["schema", "year"]).json()["title"].as_str().map(|title| title.starts_with("Year of a department")), Some(true));
}

#[test]
fn lists_are_written_as_a_workbook_a_csv_or_a_folder_of_csv() {
    let year = Year::new();
    let book = year.path("ra/so-theo-doi.xlsx");
    assert_eq!(year.year(&["-o", &book]).status, 1);
    assert!(fs::read(&book).expect("written").starts_with(b"PK"));
    assert!(year.year(&["-o", &book]).fails(2).contains("--force"));
    let one = year.path("ra/danh-sach.csv");
    assert_eq!(year.year(&["-o", &one]).status, 1);
    assert!(fs::read_to_string(&one).expect("written").contains("VD-3;Trường Ba (ví dụ giả định)"));
    let many = year.path("ra/danh-sach");
    assert_eq!(year.year(&["-o", &many]).status, 1);
    assert!(fs::read_dir(&many).expect("a folder").count() >= 12);
    assert!(year.year(&["-o", &year.path("ra/x.pdf")]).fails(2).contains(".xlsx"));
}

#[test]
fn nothing_is_written_into_the_folder_that_is_read() {
    let year = Year::new();
    for name in ["nam/so.xlsx", "nam/tu-danh-gia/ra", "nam"] {
        assert!(year.year(&["-o", &year.path(name)]).fails(2).contains("đang đọc"), "{name}");
    }
    assert!(thuocdo(&["gather", &year.path("nam"), "-o", &year.path("nam/p.ndjson")]).fails(2).contains("đang đọc"));
    assert!(!year.folder.path("nam/so.xlsx").exists());
}

#[test]
fn a_register_may_be_a_spreadsheet_on_every_command() {
    let year = Year::new();
    let (forms, register) = (year.path("nam/tu-danh-gia/1.json"), year.path("nam/danh-sach.csv"));
    let counted = thuocdo(&["cohort", &forms, "--register", &register, "--format", "json"]).json();
    assert_eq!(counted["register"]["without_form"], json!(["VD-2", "VD-3"]));
    assert_eq!(counted["by_authority"][0]["value"], json!("UBND phường Sao (ví dụ giả định)"));
    let bad = year.folder.file("sai.csv", "mã;tên;loại\nVD-1;A;Mầm non\nVD-1;B;TH\n");
    let told = thuocdo(&["cohort", &forms, "--register", &bad]).fails(2);
    assert!(told.contains("2 lỗi") && told.contains("ô C2") && told.contains("ô A3"), "{told}");
}

/// One type is none of the framework's, and one row has no code: what works for each school goes on with three of four, what counts by the
/// register does not.
#[test]
fn a_register_with_bad_cells_is_used_without_them_or_refused_but_never_in_silence() {
    let year = Year::new();
    let bad = format!("{REGISTER};Trường Bốn (ví dụ giả định);TH;\nVD-5;Trường Năm (ví dụ giả định);Mầm non;\n");
    let list = year.folder.file("ds.csv", &bad);
    let nam = year.path("nam");
    let told = |err: &str| ["ds.csv", "A6", "C7", "Mầm non"].iter().all(|part| err.contains(part));
    let answer = thuocdo(&["year", &nam, "--register", &list, "--as-of", "20/5/2027"]);
    // The broken file, the register in the folder, and two cells of the other.
    assert!(answer.out.contains("4 cơ sở giáo dục") && answer.out.contains("4 chỗ bị từ chối") && told(&answer.err), "{answer:?}");
    assert!(answer.out.contains("ds.csv” A6, ") && answer.out.contains("ds.csv” C7"), "{answer:?}");
    let json = thuocdo(&["year", &nam, "--register", &list, "--as-of", "20/5/2027", "--format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&json.out).expect("JSON")["summary"]["registered"], 4);
    assert!(!json.err.contains("so-theo-doi"), "{json:?}");
    assert!(told(&thuocdo(&["remind", &nam, "--register", &list, "--as-of", "20/5/2027"]).err));
    // A plan is a sheet and a paper.
    for (command, files) in [(&["form", "--period", "2026-2027"][..], 4), (&["assign", "--begin", "1/3/2027", "--period", "2026-2027"], 8)] {
        let to = year.path(&format!("ra/{}", command[0]));
        let answer = thuocdo(&[command, &["--register", &list, "-o", &to]].concat());
        assert!(answer.status == 1 && told(&answer.err), "{answer:?}");
        assert_eq!(fs::read_dir(&to).expect("a folder").count(), files, "{command:?}");
    }
    let forms = year.path("nam/tu-danh-gia");
    assert!(told(&thuocdo(&["cohort", &forms, "--register", &list]).fails(2)));
}

#[test]
fn gathered_forms_are_read_again_by_every_command() {
    let year = Year::new();
    for (name, layout) in [("p.ndjson", "wide"), ("p.csv", "wide"), ("dai.csv", "long"), ("p.xlsx", "wide"), ("dai.xlsx", "long")] {
        let file = year.path(&format!("ra/{name}"));
        let answer = thuocdo(&["gather", &year.path("nam"), "--stream", "self", "--layout", layout, "-o", &file]);
        assert_eq!(answer.status, 1, "{answer:?}");
        assert!(answer.err.contains("tu-danh-gia/3.json") && answer.err.contains("Đã gom 2 phiếu"), "{}", answer.err);
        let scored = thuocdo(&["score", &file, "--format", "ndjson"]).done();
        let levels: Vec<Value> = scored.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["overall"]["level"].clone()).collect();
        assert_eq!(levels, [json!({ "high": 3, "low": 3 }), json!({ "high": 3, "low": 3 })], "{name}");
    }
    let external = thuocdo(&["gather", &year.path("nam"), "--stream", "external"]);
    assert!(external.out.contains("\"stream\":\"external\""), "the name of the folder says so: {}", external.out);
    assert!(thuocdo(&["gather", &year.path("nam"), "-o", &year.path("ra/p.pdf")]).fails(2).contains(".ndjson"));
}

#[test]
fn a_folder_that_is_not_there_is_wrong_usage() {
    assert!(thuocdo(&["year", "khong-co", "--as-of", "20/5/2027"]).fails(2).contains("khong-co"));
    assert!(thuocdo(&["year", ".", "--as-of", "30/2/2027"]).status == 2);
}

#[test]
fn a_gathered_line_says_its_file_and_its_sheet() {
    let year = Year::new();
    fs::copy(example("filled-form.xlsx"), year.folder.path("nam/tu-danh-gia/4.xlsx")).expect("copied");
    year.folder.file("nam/tu-danh-gia/5.csv", "mã trường;năm học;1.3.1\nVD-3;2026-2027;5,5\n");
    let gathered = thuocdo(&["gather", &year.path("nam"), "--stream", "self"]);
    let lines: Vec<Value> = gathered.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let places: Vec<Value> = lines.iter().map(|line| json!([line["file"], line["line"], line["sheet"]])).collect();
    assert_eq!(
        places,
        [
            json!(["tu-danh-gia/1.json", null, null]),
            json!(["tu-danh-gia/2.json", null, null]),
            json!(["tu-danh-gia/4.xlsx", null, "Phiếu đánh giá"]),
            json!(["tu-danh-gia/5.csv", 2, null]),
        ]
    );
    // The same result as of the form itself, also of a line that another program wrote in another order.
    let card = thuocdo(&["score", &year.path("nam/tu-danh-gia/4.xlsx"), "--format", "json"]).json();
    let turned = json!([{ "sheet": "Phiếu đánh giá", "file": "x.xlsx", "assessment": lines[2]["assessment"] }]).to_string();
    for text in [lines[2].to_string(), turned] {
        let file = year.folder.file("ra/mot.json", &text);
        assert_eq!(thuocdo(&["score", &file, "--format", "json"]).json(), card, "{text}");
    }
    // What is wrong with the assessment is told at its own place.
    let mut wrong = lines[0].clone();
    wrong["assessment"]["answers"]["1.3.1"] = json!(7);
    let file = year.folder.file("ra/sai.ndjson", wrong.to_string());
    let told = thuocdo(&["check", &file, "--format", "ndjson"]);
    let told: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!((&told["violations"][0]["at"], &told["violations"][0]["code"]), (&json!("/answers/1.3.1"), &json!("points_out_of_range")));
}

#[test]
fn a_named_folder_says_by_its_own_name_what_its_forms_do_not() {
    let year = Year::new();
    let external = |folder: &str| {
        let line = thuocdo(&["gather", folder]).done();
        let line: Value = serde_json::from_str(&line).expect("one line");
        line["assessment"]["stream"].clone()
    };
    // The form does not say who assessed; the folder is called ĐGN.
    assert_eq!(external(&year.path("nam/ĐGN")), json!("external"));
    assert_eq!(external(&year.path("nam/ĐGN/1.json")), json!("external"));
    assert_eq!(external(&format!("{}/*.json", year.path("nam/ĐGN"))), json!("external"));
    let told = thuocdo(&["gather", &format!("{}/*.xlsx", year.path("nam"))]).fails(2);
    assert!(told.contains("không có tệp nào khớp"), "{told}");
}

#[test]
fn a_year_is_read_from_patterns_and_packed_files_as_from_the_folder() {
    let year = Year::new();
    let json = |folders: &[&str]| -> Value {
        let answer = thuocdo(&[&["year"], folders, &["--as-of", "20/5/2027", "--format", "json"]].concat());
        let mut year: Value = serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:?}"));
        // Names of files may differ.
        for list in ["files", "refused"] {
            year[list] = json!(year[list].as_array().map(Vec::len));
        }
        year["summary"].clone()
    };
    let whole = json(&[&year.path("nam")]);
    let parts = json(&[&format!("{}/danh-*.csv", year.path("nam")), &format!("{}/tu-*", year.path("nam")), &year.path("nam/ĐGN")]);
    assert_eq!(parts, whole);
    for name in ["danh-sach.csv", "tu-danh-gia/1.json", "tu-danh-gia/2.json"] {
        let path = year.folder.path(&format!("nam/{name}"));
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut packed, &fs::read(&path).expect("a file")).expect("packed");
        fs::write(year.folder.path(&format!("nam/{name}.gz")), packed.finish().expect("packed")).expect("written");
        fs::remove_file(path).expect("removed");
    }
    assert_eq!(json(&[&year.path("nam")]), whole);
}

/// A form in a format that nobody here reads must not look like a school that sent nothing.
#[test]
fn a_form_that_libreoffice_saved_as_xml_is_refused_with_what_to_do() {
    let year = Year::new();
    let fods = "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>";
    year.folder.file("nam/tu-danh-gia/VD-3.fods", fods);
    for command in ["year", "gather"] {
        let day: &[&str] = if command == "year" { &["--as-of", "20/5/2027", "--format", "json"] } else { &[] };
        let answer = thuocdo(&[&[command, &year.path("nam")], day].concat());
        let told = format!("{}{}", answer.out, answer.err);
        assert!(told.contains("VD-3.fods") && told.contains(".ods hoặc .xlsx"), "{command}: {told}");
    }
}

#[test]
fn lists_go_to_standard_output_in_every_format() {
    let year = Year::new();
    let printed = |more: &[&str]| year.year(more).out;
    assert_eq!(printed(&["-o", "-"]), printed(&[]));
    assert_eq!(printed(&["-o", "/dev/stdout", "--format", "json"]), printed(&["--format", "json"]));
    assert!(!std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("-").exists());
    let panels = year.folder.file("doan.csv", "Đoàn;Ngày;Mỗi ngày\nĐoàn 1;1/6/2027;9\n");
    for (call, formats) in [
        (vec!["year", "--as-of", "20/5/2027"], &["csv", "xlsx"][..]),
        (vec!["remind", "--as-of", "20/5/2027"], &["csv", "xlsx"]),
        (vec!["schedule", "--as-of", "20/5/2027", "--panels", &panels], &["xlsx"]),
    ] {
        for format in formats {
            let output = std::process::Command::new(assert_cmd::cargo::cargo_bin("thuocdo"))
                .args(&call)
                .args([&year.path("nam"), "--format", format])
                .output()
                .expect("it runs");
            let is_workbook = output.stdout.starts_with(b"PK");
            assert_eq!(is_workbook, *format == "xlsx", "{call:?} {format}: {}", String::from_utf8_lossy(&output.stderr));
            assert!(output.stdout.len() > 20, "{call:?} {format}");
        }
    }
}
