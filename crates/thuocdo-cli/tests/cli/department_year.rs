//! The year of a department with forty schools, as its script runs it. Every expected figure is worked out by hand in
//! `examples/department-year/README.md`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use calamine::{Data, DataType, Reader, Xlsx};
use serde_json::Value;

use super::{Folder, VIETNAMESE, example, thuocdo};

/// What the script printed, and the folder that it filled.
fn year() -> (String, String, Folder) {
    let folder = Folder::new();
    let bin = cargo_bin("thuocdo");
    let path = format!("{}:{}", bin.parent().expect("a folder").display(), std::env::var("PATH").unwrap_or_default());
    let script = example("department-year/year.sh");
    let walk = Command::new("bash").arg(script).arg(folder.path("")).env("PATH", path).envs(VIETNAMESE).output().expect("bash runs");
    let (out, err) = (String::from_utf8(walk.stdout).expect("UTF-8"), String::from_utf8(walk.stderr).expect("UTF-8"));
    assert!(walk.status.success(), "{out}\n{err}");
    (out, err, folder)
}

/// `VD-01`…, from one number to another.
fn schools(first: u32, last: u32) -> Vec<String> {
    (first..=last).map(|n| format!("VD-{n:02}")).collect()
}

fn lines(folder: &Folder, name: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder.path(name)).expect("lines");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The rows of a sheet, cell by cell as a person reads them.
fn rows(workbook: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
    let range = workbook.worksheet_range(sheet).unwrap_or_else(|error| panic!("{sheet}: {error}"));
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The rows below the header of a list, which is the row that begins with “TT”.
fn list(workbook: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
    let all = rows(workbook, sheet);
    let header = all.iter().position(|row| row.first() == Some(&Data::String("TT".to_owned()))).expect("a header");
    all[header + 1..].to_vec()
}

fn texts(rows: &[Vec<Data>], column: usize) -> Vec<String> {
    rows.iter().map(|row| row[column].to_string()).collect()
}

#[test]
fn the_script_takes_at_most_twelve_commands() {
    let script = fs::read_to_string(example("department-year/year.sh")).expect("a script");
    let commands = script.lines().filter(|line| !line.trim_start().starts_with('#') && line.contains("thuocdo ")).count();
    assert!((1..=12).contains(&commands), "{commands}");
}

#[test]
fn a_year_of_forty_schools_ends_as_its_numbers_say() {
    let (out, err, folder) = year();

    // 1. On 20 May three schools have sent nothing that counts.
    assert!(out.contains("Tự đánh giá: đã nộp 37, còn thiếu 3"), "{out}");
    // 2. One form is to be mended, in a cell that is named.
    assert!(err.contains("tu-danh-gia/VD-37.xlsx: ô Phiếu đánh giá!D22"), "{err}");

    // 2. to 8. Forty cases; 33 are published.
    let cases = lines(&folder, "nam-hoc-2026-2027/ho-so.ndjson");
    assert_eq!(cases.len(), 40);
    let last =
        |case: &Value| case["events"].as_array().and_then(|events| events.last()).map(|event| event["act"].as_str().expect("an act").to_owned());
    let mut by_act: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for case in &cases {
        by_act.entry(last(case).expect("an event")).or_default().push(case["institution"]["code"].as_str().expect("a code").to_owned());
    }
    assert_eq!(by_act["plan"], ["VD-37", "VD-39", "VD-40"]);
    assert_eq!(by_act["externally_assess"], ["VD-27", "VD-35", "VD-36", "VD-38"]);
    assert_eq!(by_act["publish"].len(), 33);
    // Each refusal by name.
    for told in ["VD-40 Trung tâm GDTX Vầng Trăng (ví dụ giả định): chưa lập được bản xác nhận", "Đã lập 33/40 bản xác nhận"]
    {
        assert!(err.contains(told), "{told}: {err}");
    }
    assert!(out.contains("Chưa ghi được 7 việc") && out.contains("Công nhận mức độ: ghi 33 cơ sở"), "{out}");
    // Who differs, by name.
    assert!(out.contains("Cơ sở giáo dục có hai phiếu chấm khác nhau: 5") && out.contains("nhóm 2 cao hơn"), "{out}");
    assert_eq!(out.matches("nhóm 1 thấp hơn").count(), 2, "{out}");
    let panel: Value =
        serde_json::from_str(&fs::read_to_string(folder.path("nam-hoc-2026-2027/danh-gia-ngoai/VD-03.json")).expect("it")).expect("JSON");
    assert_eq!(panel["answers"]["1.5.1"]["points"], 11);

    // Certificates name their schools.
    let certificates = lines(&folder, "ban-xac-nhan.ndjson");
    assert_eq!(certificates.len(), 33);
    let of_level = |level: u64| -> Vec<String> {
        let of = certificates.iter().filter(|one| one["overall"]["level"].as_u64() == Some(level));
        of.map(|one| one["institution"]["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert_eq!(of_level(3), [schools(1, 1), schools(3, 10)].concat());
    assert_eq!(of_level(2), [schools(2, 2), schools(11, 26), schools(28, 34)].concat());
    assert!(certificates.iter().all(|one| one["institution"]["name"].as_str().is_some_and(|name| name.ends_with("(ví dụ giả định)"))));
    let points = |code: &str, group: usize| {
        let one = certificates.iter().find(|one| one["institution"]["code"] == code).expect("it");
        one["groups"][group]["score"]["low"].as_f64()
    };
    assert_eq!(["VD-01", "VD-02", "VD-03", "VD-11"].map(|code| points(code, 0)), [81.0, 74.0, 82.0, 75.0].map(Some));

    // Who was late, in the state of all cases.
    let file = folder.path("nam-hoc-2026-2027/ho-so.ndjson").display().to_string();
    let stand = thuocdo(&["process", &file, "--all", "--as-of", "21/6/2027", "--format", "json"]).json();
    let late: Vec<(&str, u64)> = stand["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .filter_map(|case| Some((case["code"].as_str()?, case["late"].as_array()?.iter().find(|late| late["act"] == "report")?["days"].as_u64()?)))
        .collect();
    assert_eq!(late, [("VD-12", 3), ("VD-36", 1)]);

    workbook_of(&folder);

    let page = fs::read_to_string(folder.path("cong-bo.html")).expect("a page");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("VD-03"), "a page");
}

/// The workbook: every list by name.
fn workbook_of(folder: &Folder) {
    let bytes = fs::read(folder.path("so-theo-doi.xlsx")).expect("a workbook");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it opens");
    let levels = list(&mut workbook, "Mức độ");
    assert_eq!(texts(&levels, 1), schools(1, 40));
    // Numbers are numbers: group 1 of VD-27 by the assessors, level 1 in place of 2.
    let of = |code: &str| levels.iter().find(|row| row[1] == code).expect("a row").clone();
    assert_eq!((&of("VD-27")[5], &of("VD-27")[7], &of("VD-27")[8]), (&Data::Float(50.0), &Data::Float(49.5), &Data::Float(1.0)));
    assert!(of("VD-01").iter().any(DataType::is_datetime), "the day of the recognition is a day: {:?}", of("VD-01"));
    assert_eq!(texts(&list(&mut workbook, "Chưa gửi"), 1), ["VD-37", "VD-39", "VD-40"]);
    let refused = list(&mut workbook, "Cần sửa");
    assert!(refused.iter().any(|row| row[1].to_string().contains("VD-37") && row[2].to_string().ends_with("D22")), "{refused:?}");
    let mut differing = texts(&list(&mut workbook, "Chênh lệch"), 1);
    // Those whose level moves stand first.
    let mut moved = differing.drain(..3).collect::<Vec<_>>();
    moved.sort();
    assert_eq!((moved, differing), (["VD-02", "VD-11", "VD-27"].map(str::to_owned).to_vec(), ["VD-01", "VD-03"].map(str::to_owned).to_vec()));
    let each = list(&mut workbook, "Chênh lệch từng mục");
    let of_second: Vec<&Vec<Data>> = each.iter().filter(|row| row[1] == "VD-02").collect();
    assert_eq!(of_second.iter().map(|row| row[3].to_string()).collect::<Vec<_>>(), ["1.4.1", "1.5.1"]);
    assert_eq!(of_second.iter().map(|row| row[7].clone()).collect::<Vec<_>>(), [Data::Float(-4.0), Data::Float(-5.0)]);
    let changes = texts(&list(&mut workbook, "Tăng, giảm"), 1);
    assert_eq!(changes, [schools(31, 31), schools(1, 5)].concat(), "the fallen first");
    let late = list(&mut workbook, "Thời hạn");
    let reports: Vec<(String, String)> =
        late.iter().filter(|row| row[1].to_string().starts_with("Báo cáo")).map(|row| (row[3].to_string(), row[7].to_string())).collect();
    // The longest first: three have not reported for 21 days.
    assert_eq!(
        reports,
        [("VD-37", "21"), ("VD-39", "21"), ("VD-40", "21"), ("VD-12", "3"), ("VD-36", "1")].map(|(code, days)| (code.to_owned(), days.to_owned()))
    );
}
