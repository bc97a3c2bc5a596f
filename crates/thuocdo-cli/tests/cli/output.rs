//! `-o`: answers in files, in the format of the ending, whole or not at all.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use super::{Folder, example, thuocdo};

fn of(folder: &Folder, name: &str) -> String {
    folder.path(name).display().to_string()
}

/// The cells of a sheet of a workbook.
fn sheet(path: &str, nth: usize) -> (String, Vec<Vec<Data>>) {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let name = book.sheet_names()[nth].clone();
    let range = book.worksheet_range(&name).expect("a sheet");
    (name, range.rows().map(<[Data]>::to_vec).collect())
}

#[test]
fn the_ending_tells_the_format_and_the_file_holds_what_would_be_printed() {
    let folder = Folder::new();
    let (school, schools) = (example("exactly-75.json"), example("twelve-schools.csv"));
    let external = example("external-primary-school.json");
    let own = example("complete-primary-school.json");
    for (name, arguments) in [
        ("a.json", &["score", &school, "--format", "json"][..]),
        ("a.ndjson", &["score", &schools, "--format", "ndjson"]),
        ("a.csv", &["score", &schools, "--format", "csv"]),
        ("a.txt", &["score", &schools]),
        ("b.json", &["check", &school, "--format", "json"]),
        ("b.csv", &["check", &schools, "--format", "csv"]),
        ("c.json", &["explain", &school, "--format", "json"]),
        ("d.csv", &["plan", &schools, "--format", "csv"]),
        ("e.json", &["quality", &schools, "--format", "json"]),
        ("f.json", &["review", &own, &external, "--format", "json"]),
        ("g.json", &["cohort", &schools, "--format", "json"]),
        ("h.json", &["course", &school, "--format", "json"]),
        ("i.json", &["schema", "scorecard"]),
        ("j.csv", &["sample", "--schools", "3", "--format", "csv"]),
        ("k.txt", &["explain-code", "wrong_type"]),
        ("l.json", &["framework", "show", "--format", "json"]),
        ("m.md", &["framework", "checklist"]),
        ("o.txt", &["framework", "list"]),
        ("o.json", &["framework", "list", "--format", "json"]),
        ("p.txt", &["framework", "check", "moet-4725-2022"]),
        ("q.txt", &["overlay", "check", &example("overlays/hai-phong-illustrative.json")]),
        ("q.json", &["overlay", "check", &example("overlays/hai-phong-illustrative.json"), "--format", "json"]),
        ("n.json", &["overlay", "apply", &example("overlays/hai-phong-illustrative.json"), "--format", "json"]),
    ] {
        let printed = thuocdo(arguments).done();
        let file = of(&folder, name);
        let written = thuocdo(&[arguments, &["-o", &file]].concat()).done();
        assert_eq!((written.as_str(), fs::read_to_string(&file).expect("written")), ("", printed.clone()), "{arguments:?}");
        // Without `--format`, the ending is enough.
        let by_ending: Vec<&str> = arguments.iter().copied().filter(|word| !["--format", "json", "ndjson", "csv"].contains(word)).collect();
        thuocdo(&[&by_ending[..], &["-o", &file, "--force"]].concat()).done();
        assert_eq!(fs::read_to_string(&file).expect("written"), printed, "{by_ending:?}");
        assert!(thuocdo(&[arguments, &["-o", &file]].concat()).fails(2).contains("thêm --force"), "{arguments:?}");
    }
}

#[test]
fn an_ending_that_is_not_offered_is_refused_and_so_is_a_format_beside_another() {
    let folder = Folder::new();
    let school = example("exactly-75.json");
    for (arguments, told) in [
        (
            &["score", &school, "-o", "phieu.pdf"][..],
            "phieu.pdf: lệnh này không ghi được dạng tệp có đuôi như vậy; đuôi dùng được: .txt, .json, .ndjson, .jsonl, .csv, .xlsx",
        ),
        (&["score", &school, "-o", "phieu"], ".xlsx"),
        (&["course", &school, "-o", "a.csv"], "đuôi dùng được: .txt, .json, .xlsx"),
        (&["explain", &school, "-o", "a.xlsx"], ".ndjson"),
        (&["cohort", &school, "--publish", "c.pdf"], ".html"),
        (&["score", &school, "--format", "csv", "-o", "a.json"], "không khớp với đuôi"),
        (&["plan", &school, "--what-if", "1.3.1=6", "--format", "csv"], "ở đây không có dạng csv; có: table, json, ndjson"),
    ] {
        let err = thuocdo(arguments).fails(2);
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    assert!(!std::path::Path::new("phieu.pdf").exists());
    // Without an answer there is no file, and the old one stays.
    let old = folder.file("cu.json", "cũ");
    assert_eq!(thuocdo(&["score", "khong-co.csv", "-o", &of(&folder, "moi.txt")]).status, 2);
    assert!(!folder.path("moi.txt").exists());
    assert_eq!(thuocdo(&["score", &school, &school, "-o", &old, "--force"]).status, 2);
    assert_eq!(fs::read_to_string(&old).expect("the old file"), "cũ");
    assert_eq!(fs::read_dir(folder.path("")).expect("a folder").count(), 1, "no half file stays");
}

#[test]
fn a_workbook_has_vietnamese_headings_and_numbers_that_excel_counts_with() {
    let folder = Folder::new();
    let wrong = folder.file("sai.json", r#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#);
    let file = of(&folder, "ket-qua.xlsx");
    let broken = folder.file("hong.xlsx", "PK\u{3}\u{4}");
    // A file that cannot be read keeps neither the others nor the workbook away.
    assert_eq!(thuocdo(&["score", &example("twelve-schools.csv"), &wrong, &broken, "-o", &file]).status, 2);
    let (name, rows) = sheet(&file, 0);
    assert_eq!(name, "Kết quả");
    let head = rows.iter().position(|row| row[1] == Data::String("Mã".to_owned())).expect("a header");
    let texts: Vec<String> = rows[head].iter().map(ToString::to_string).collect();
    assert_eq!(
        texts[..9],
        ["Tệp", "Mã", "Cơ sở giáo dục", "Kỳ đánh giá", "Hình thức", "Nhóm 1: điểm", "Nhóm 1: mức độ", "Nhóm 2: điểm", "Nhóm 2: mức độ"]
    );
    let school = |code: &str| rows.iter().find(|row| row[1] == Data::String(code.to_owned())).expect("the school");
    // 49.99 points are level 1; a range stays a text.
    assert_eq!(school("VD-02")[5..7], [Data::Float(49.99), Data::Float(1.0)]);
    assert_eq!(school("VD-09")[5], Data::String("72–80".to_owned()));
    assert_eq!(rows.len(), head + 1 + 12);
    let (name, rows) = sheet(&file, 1);
    assert_eq!(name, "Cần sửa");
    let told = |file: &str, code: &str| rows.iter().any(|row| row[0] == Data::String(file.to_owned()) && row[2] == Data::String(code.to_owned()));
    assert!(told(&wrong, "points_out_of_range") && told(&broken, "not_readable"), "{rows:?}");

    let plan = of(&folder, "viec.xlsx");
    thuocdo(&["plan", &example("exactly-75.json"), "-o", &plan]).done();
    let (name, rows) = sheet(&plan, 0);
    assert_eq!(name, "Việc cần làm");
    // 75 points of group 1 lack a hundredth: half a point on 1.3.1, from 5 to 5.5.
    let raise = rows.iter().find(|row| row[5] == Data::String("1.3.1".to_owned())).expect("the raise");
    assert_eq!(raise[7..9], [Data::Float(5.0), Data::Float(5.5)]);
    for (name, arguments) in [
        ("q.xlsx", &["quality", &example("twelve-schools.csv")][..]),
        ("c.xlsx", &["cohort", &example("twelve-schools.csv")]),
        ("r.xlsx", &["review", &example("complete-primary-school.json"), &example("external-primary-school.json")]),
        ("k.xlsx", &["course", &example("exactly-75.json")]),
    ] {
        let file = of(&folder, name);
        thuocdo(&[arguments, &["-o", &file]].concat()).done();
        assert!(sheet(&file, 0).1.len() > 2, "{arguments:?}");
    }
}

#[test]
fn csv_for_programs_has_one_header_and_plain_numbers() {
    let folder = Folder::new();
    let wrong = folder.file("sai.csv", "Mã trường;1.6.1;1.3.1\nVD-01;75%;5\n");
    let csv = thuocdo(&["check", "--format", "csv", "--lang", "en", &wrong]);
    assert_eq!(csv.status, 1);
    let rows: Vec<&str> = csv.out.lines().collect();
    assert_eq!(rows[0], "file,line,cell,at,code,message");
    assert!(rows[1].contains(",2,B2,/answers/1.6.1,wrong_type,"), "{rows:?}");
    let plan = thuocdo(&["plan", "--format", "csv", &example("exactly-75.json")]).done();
    let rows: Vec<&str> = plan.lines().collect();
    assert_eq!(rows[0], "institution.code,institution.name,group,target,needed,kind,code,from,to,file");
    assert!(rows.len() == 2 && rows[1].contains(",1,3,0.01,raise,1.3.1,5,5.5,"), "{rows:?}");
}

#[test]
fn an_explanation_is_json_too() {
    let told = thuocdo(&["explain", "--format", "json", &example("exactly-75.json")]).json();
    assert!(told["groups"][0]["next_level"].as_str().is_some_and(|line| line.contains("0,01 điểm")), "{told}");
    let lines = thuocdo(&["explain", "--format", "ndjson", &example("twelve-schools.csv")]).done();
    assert_eq!(lines.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok_and(|line| line["groups"].is_array())).count(), 12);
}

#[test]
fn completions_and_the_manual_go_to_files_of_any_name() {
    let folder = Folder::new();
    for (call, name) in [(&["completions", "fish"][..], "thuocdo.fish"), (&["completions", "bash"], "thuocdo"), (&["man"], "thuocdo.1")] {
        let file = of(&folder, name);
        assert_eq!(thuocdo(&[call, &["-o", &file]].concat()).done(), "");
        assert_eq!(fs::read_to_string(&file).expect("written"), thuocdo(call).done(), "{call:?}");
        assert!(thuocdo(&[call, &["-o", &file]].concat()).fails(2).contains("--force"), "{call:?}");
        thuocdo(&[call, &["-o", &file, "--force"]].concat()).done();
    }
}

#[test]
fn the_list_of_frameworks_is_their_ids_revisions_and_digests() {
    let list = thuocdo(&["framework", "list", "--format", "json"]).json();
    let decision = list.as_array().expect("a list").iter().find(|one| one["id"] == "moet-4725-2022").expect("it ships");
    let version = thuocdo(&["--version"]).done();
    let digest = decision["digest"].as_str().expect("a digest");
    assert!(version.contains(digest) && decision["revision"].is_u64(), "{decision} {version}");
}
