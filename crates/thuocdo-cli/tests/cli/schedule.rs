//! `schedule` and `remind`: a plan before, reminders during a year. The schools are those of `examples/department-year`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Folder, example, thuocdo};

pub(super) const PANELS: &str = include_str!("../../../../examples/department-year/doan.csv");

/// The folder of the year before anybody is assessed externally.
pub(super) fn before() -> (Folder, String) {
    let folder = Folder::new();
    let year = example("department-year/nam-hoc-2026-2027");
    for entry in fs::read_dir(&year).expect("a folder").chain(fs::read_dir(Path::new(&year).join("tu-danh-gia")).expect("a folder")) {
        let path = entry.expect("a file").path();
        if path.is_file() {
            fs::copy(&path, folder.path(path.file_name().expect("a name").to_str().expect("UTF-8"))).expect("copied");
        }
    }
    let path = folder.path("").display().to_string();
    (folder, path)
}

fn plan(more: &[&str]) -> (Value, Folder) {
    let (folder, path) = before();
    let elsewhere = Folder::new();
    let panels = elsewhere.file("doan.csv", PANELS);
    let keep = elsewhere.file("ke-hoach.csv", "Mã;Đoàn;Ngày;Giữ nguyên\nVD-10;Đoàn 3;3/6/2027;x\nVD-02;Đoàn 2;1/6/2027;\n");
    let more = more.iter().map(|word| if *word == "KEEP" { keep.as_str() } else { word });
    let command: Vec<&str> = ["schedule", &path, "--panels", &panels, "--as-of", "31/5/2027", "--format", "json"].into_iter().chain(more).collect();
    let answer = thuocdo(&command);
    // Some have no visit.
    assert_eq!(answer.status, 1, "{answer:?}");
    drop(folder);
    (serde_json::from_str(&answer.out).expect("JSON"), elsewhere)
}

/// Codes of the visits of a panel on a day.
fn of(plan: &Value, panel: &str, on: &str) -> Vec<String> {
    let visits = plan["visits"].as_array().expect("visits").iter();
    visits.filter(|visit| visit["panel"] == panel && visit["on"] == on).map(|visit| visit["code"].as_str().expect("a code").to_owned()).collect()
}

/// VD-01 to VD-05 rose, and their points changed by 23 and 20; VD-31 fell: they come first. VD-01, VD-04 and VD-31 are of the ward of panel 1,
/// and panel 2 must not go to VD-03. The panels have room for 4·3 + 4·3 + 2·4 = 32 of the 37 schools that have sent.
#[test]
fn those_who_moved_come_first_and_nobody_assesses_where_it_has_an_interest() {
    let (plan, _) = plan(&[]);
    assert_eq!(of(&plan, "Đoàn 1", "2027-06-01"), ["VD-02", "VD-03", "VD-05"]);
    assert_eq!(of(&plan, "Đoàn 2", "2027-06-01"), ["VD-01", "VD-04", "VD-31"]);
    let loads: Vec<(&str, u64)> = plan["loads"]
        .as_array()
        .expect("loads")
        .iter()
        .map(|load| (load["panel"].as_str().expect("a name"), load["visits"].as_u64().expect("a number")))
        .collect();
    assert_eq!(loads, [("Đoàn 1", 12), ("Đoàn 2", 12), ("Đoàn 3", 8)]);
    let why = |code: &str| plan["unplaced"].as_array().expect("a list").iter().find(|one| one["code"] == code).map(|one| one["why"].clone());
    assert_eq!(["VD-37", "VD-39", "VD-40"].map(why), [Some(json!("not_ready")), Some(json!("not_ready")), Some(json!("not_ready"))]);
    assert_eq!(plan["unplaced"].as_array().map(Vec::len), Some(8));
    let ward = json!("UBND phường Hải Âu (ví dụ giả định)");
    let visits = plan["visits"].as_array().expect("visits");
    assert!(visits.iter().all(|visit| !(visit["panel"] == "Đoàn 1" && visit["authority"] == ward)));
    assert!(visits.iter().all(|visit| visit["reasons"].as_array().is_some_and(|reasons| reasons.len() >= 2)), "each choice has a reason");
    let first = visits.iter().find(|visit| visit["code"] == "VD-01").expect("it");
    assert_eq!(first["reasons"][0], "tăng mức độ so với kỳ trước (từ 2 lên 3)");
    assert!(first["reasons"].to_string().contains("không xếp Đoàn 1 vì xung đột lợi ích"), "{first}");
}

#[test]
fn a_row_with_an_x_stays_and_the_calendar_has_every_visit() {
    let target = Folder::new();
    let ics = target.path("lich.ics").display().to_string();
    let (plan, _kept) = plan(&["--keep", "KEEP", "-o", &ics]);
    let visits = plan["visits"].as_array().expect("visits");
    let of_code = |code: &str| visits.iter().find(|visit| visit["code"] == code).expect("it");
    assert_eq!(
        (&of_code("VD-10")["panel"], &of_code("VD-10")["on"], &of_code("VD-10")["fixed"]),
        (&json!("Đoàn 3"), &json!("2027-06-03"), &json!(true))
    );
    assert_eq!(of_code("VD-02")["fixed"], false);
    let text = fs::read_to_string(ics).expect("a calendar");
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), visits.len());
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn panels_that_cannot_be_read_are_told_by_cell() {
    let (_folder, path) = before();
    let elsewhere = Folder::new();
    let panels = elsewhere.file("doan.csv", "Đoàn;Ngày;Mỗi ngày\nĐoàn 1;30/2/2027;2\nĐoàn 2;1/6/2027;hai\n");
    let err = thuocdo(&["schedule", &path, "--panels", &panels, "--as-of", "31/5/2027"]).fails(2);
    assert!(err.contains("B2") && err.contains("30/2/2027") && err.contains("C3"), "{err}");
    assert!(err.contains("“hai”; ghi số nguyên") && err.contains("14/6/2027 đến 18/6/2027") && !err.contains("ghi chữ"), "{err}");
    let err = thuocdo(&["schedule", &path, "--panels", &panels, "--as-of", "31/5/2027", "-o", "x.pdf"]).fails(2);
    assert!(err.contains(".ics"), "{err}");
}

/// VD-03 is Trường Tiểu học Cánh Buồm, and VD-02 Trường Tiểu học Bình Minh.
#[test]
fn a_conflict_of_interest_is_a_code_or_a_name_of_the_year_and_nobody_is_passed_over_in_silence() {
    let (_folder, path) = before();
    let elsewhere = Folder::new();
    let panels = |conflicts: &str| {
        let text = format!("Đoàn;Ngày;Tránh\nĐoàn 1;1/6/2027-4/6/2027;{conflicts}\nĐoàn 2;1/6/2027;\n");
        let file = elsewhere.file("doan.csv", text);
        thuocdo(&["schedule", &path, "--panels", &file, "--as-of", "31/5/2027", "--format", "json"])
    };
    let plan: Value = serde_json::from_str(&panels("\"ubnd phường Hải Âu; vd-03, Trường Tiểu học Bình Minh\"").out).expect("JSON");
    let of_first: Vec<&Value> = plan["visits"].as_array().expect("visits").iter().filter(|visit| visit["panel"] == "Đoàn 1").collect();
    // From Tuesday to Friday, two a day.
    assert_eq!(of_first.len(), 8);
    let ward = json!("UBND phường Hải Âu (ví dụ giả định)");
    assert!(of_first.iter().all(|visit| visit["authority"] != ward && visit["code"] != "VD-02" && visit["code"] != "VD-03"), "{of_first:?}");
    for (conflicts, part) in [
        ("VD-3", "“VD-3” không phải mã"),
        ("VD-3", "có phải VD-03 Trường Tiểu học Cánh Buồm (ví dụ giả định)?"),
        ("VD-02, VD-99", "“VD-99”"),
        ("Hải Âu", "có phải UBND phường Hải Âu (ví dụ giả định)?"),
    ] {
        let err = panels(&format!("\"{conflicts}\"")).fails(2);
        assert!(err.contains("C2") && err.contains(part) && !err.contains("“VD-02”"), "{part}: {err}");
    }
    let keep = elsewhere.file("ke-hoach.csv", "Mã;Đoàn;Ngày;Giữ nguyên\nVD-10;Đoàn 9;3/6/2027;x\nVD-99;đoàn 1;1/6/2027;x\nVD-98;Đoàn 8;1/6/2027;\n");
    let file = elsewhere.file("doan.csv", PANELS);
    let err = thuocdo(&["schedule", &path, "--panels", &file, "--as-of", "31/5/2027", "--keep", &keep]).fails(2);
    assert!(err.contains("B2") && err.contains("A3") && !err.contains("B3") && !err.contains("VD-98"), "{err}");
}

#[test]
fn a_folder_that_is_not_there_is_no_empty_folder() {
    let elsewhere = Folder::new();
    let panels = elsewhere.file("doan.csv", PANELS);
    for call in [&["remind", "khong-co", "--as-of", "20/5/2027"][..], &["schedule", "khong-co", "--panels", &panels, "--as-of", "31/5/2027"]] {
        assert!(thuocdo(call).fails(2).contains("khong-co"), "{call:?}");
    }
}

#[test]
fn reminders_name_who_has_to_do_what_by_which_day() {
    let (_folder, path) = before();
    let target = Folder::new();
    let list = target.path("don-doc.csv").display().to_string();
    let on = |day: &str, more: &[&str]| -> Vec<(String, String, i64)> {
        let answer = thuocdo(&[&["remind", &path, "--as-of", day, "--format", "json"], more].concat()).json();
        let reminders = answer["reminders"].as_array().expect("a list").iter();
        reminders
            .map(|one| (one["code"].as_str().expect("").to_owned(), one["ask"].as_str().expect("").to_owned(), one["days"].as_i64().expect("days")))
            .collect()
    };
    let told = |list: &[(&str, &str, i64)]| list.iter().map(|(code, ask, days)| ((*code).to_owned(), (*ask).to_owned(), *days)).collect::<Vec<_>>();
    assert_eq!(on("20/5/2027", &["-o", &list]), told(&[("VD-37", "mend", 11), ("VD-39", "send", 11), ("VD-40", "send", 11)]));
    // VD-12 reports on 3 June; on the second it is two days late.
    assert_eq!(on("2/6/2027", &[]), told(&[("VD-12", "report", -2), ("VD-37", "mend", -2), ("VD-39", "send", -2), ("VD-40", "send", -2)]));
    let csv = fs::read_to_string(list).expect("a list");
    assert!(csv.starts_with("\u{feff}TT;Mã;Tên cơ sở giáo dục;"), "{csv}");
    assert!(csv.contains("VD-37;Trường THPT Sóng Biển (ví dụ giả định)") && csv.contains("D22") && csv.contains("31/5/2027;;11"), "{csv}");
}
