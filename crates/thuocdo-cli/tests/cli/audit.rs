//! `audit`: claims beside what follows.

use std::fs;

use super::{Folder, example, piped, thuocdo, thuocdo_in};

/// A table with the answers of a school whose first group has `points` in 1.3.1 and is else empty, and what it claims.
#[test]
fn a_table_of_totals_has_its_levels_compared_with_its_points() {
    let table = "Mã trường;Điểm nhóm 1;Mức độ nhóm 1;Điểm nhóm 2;Mức độ nhóm 2;Mức độ chung\n\
                 A;75;2;75,01;3;2\nB;75;3;80;3;3\nC;49,5;1;50;2;2\nD;101;3;80;3;3\n";
    let told = piped(&["audit", "-", "--format", "json"], table);
    assert_eq!(told.status, 1, "{told:?}");
    let found: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!((&found["count"], &found["agreeing"]), (&4.into(), &1.into()), "{found}");
    let of = |code: &str| found["differing"].as_array().expect("a list").iter().find(|school| school["code"] == code).expect("differs").clone();
    let b = of("B");
    // 75 is level 2, so the school is level 2 as a whole, and not 3.
    assert_eq!(b["differences"][0]["cause"], "level_of_points");
    assert_eq!((&b["differences"][0]["claimed"], &b["differences"][0]["follows"]), (&"3".into(), &"2".into()));
    assert_eq!((&b["differences"][1]["cause"], &b["level"]), (&"other_points".into(), &"lowered".into()));
    let c = of("C");
    assert_eq!((&c["differences"][0]["cause"], &c["differences"][0]["follows"], &c["level"]), (&"overall".into(), &"1".into(), &"lowered".into()));
    assert_eq!(of("D")["differences"][0]["cause"], "out_of_range");
    assert_eq!((&found["lowered"], &found["raised"]), (&2.into(), &0.into()));
}

#[test]
fn claims_beside_answers_are_told_with_their_cause() {
    // One answer of 5.25, all others missing: group 1 has 5.25 to 99.25, level 1 to 3.
    let head = "institution.code,1.3.1,group.1.score,group.1.level,overall.level,eligible\n";
    let table = format!("{head}zero,5.25,5.25,1,1,\nopen,5.25,5.25–99.25,1–3,1–3,false\nsum,5.25,7,,,\neligible,5.25,,,,true\nwrong,9,9,1,1,\n");
    let found: serde_json::Value = serde_json::from_str(&piped(&["audit", "-", "--format", "json"], table).out).expect("JSON");
    let causes = |code: &str| {
        let school = found["differing"].as_array().expect("a list").iter().find(|school| school["code"] == code);
        let differences = school.map(|school| school["differences"].as_array().expect("a list").clone()).unwrap_or_default();
        differences.iter().map(|differs| differs["cause"].as_str().expect("a word").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(causes("zero"), ["blank_as_zero", "blank_as_zero", "blank_as_zero"]);
    assert_eq!(causes("open"), Vec::<String>::new());
    assert_eq!(causes("sum"), ["sum"]);
    assert_eq!(causes("eligible"), ["conditions"]);
    // 1.3.1 has at most 6 points.
    assert_eq!(causes("wrong"), ["refused"]);
}

#[test]
fn what_the_command_scores_agrees_with_itself_as_csv_and_as_a_workbook() {
    let folder = Folder::new();
    let scored = folder.path("scored.csv").display().to_string();
    thuocdo(&["score", &example("twelve-schools.csv"), "--format", "csv", "-o", &scored]);
    let told = thuocdo(&["audit", &scored]);
    assert_eq!(told.status, 0, "{told:?}");
    assert!(told.out.starts_with("Khớp: cả "), "{}", told.out);
    let book = folder.path("scored.xlsx").display().to_string();
    thuocdo(&["score", &example("twelve-schools.csv"), "-o", &book]);
    let told = thuocdo(&["audit", &book]);
    assert!(told.out.starts_with("Khớp: cả "), "{told:?}");
}

#[test]
fn the_list_is_a_table_for_people_in_80_columns_and_a_csv() {
    let folder = Folder::new();
    let table = folder.file("khai.csv", "Mã trường;Điểm nhóm 1;Mức độ nhóm 1\n=1+1;74,99;3\nB;75,01;3\n");
    let told = thuocdo_in(&[("COLUMNS", "80")], &["audit", &table]);
    assert!(told.out.lines().all(|line| line.chars().count() <= 80), "{}", told.out);
    assert!(told.out.starts_with("Khai khác kết quả đúng: 1 trong 2 dòng") && told.out.contains("=1+1"), "{}", told.out);
    let list = folder.path("list.csv").display().to_string();
    assert_eq!(thuocdo(&["audit", &table, "-o", &list]).status, 1);
    let list = fs::read_to_string(list).expect("written");
    assert!(list.starts_with("\u{feff}Cơ sở giáo dục;") && list.contains("\n'=1+1;mức độ nhóm 1;3;2;"), "{list}");
}

#[test]
fn claims_that_cannot_be_read_are_told_in_their_cell() {
    let told = piped(&["audit", "-"], "Mã trường,Mức độ chung,Đủ điều kiện\nA,2,chắc là có\n").fails(1);
    assert!(told.contains("C2") && told.contains("(wrong_type)"), "{told}");
    let twice = piped(&["audit", "-"], "Mã trường,Mức độ chung,level\nA,2,2\n").fails(2);
    assert!(twice.contains("(duplicate_key)"), "{twice}");
}
