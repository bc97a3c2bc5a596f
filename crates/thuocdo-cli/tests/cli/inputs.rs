//! Folders, patterns, many files: which are read, in which order, and what each answer says of its file.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Folder, example, piped, thuocdo};

fn school(code: &str) -> String {
    json!({ "institution": { "code": code }, "period": "2023-2024", "stream": "self", "conditions": {}, "answers": {} }).to_string()
}

/// A folder as people keep it: forms, a folder in it, Excel's mark of an open workbook, a hidden file, a letter.
fn forms() -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.path("phuong")).expect("made");
    folder.file("b.json", school("B"));
    folder.file("a.json", school("A"));
    folder.file("phuong/c.ndjson", format!("{}\n{}\n", school("C1"), school("C2")));
    fs::copy(example("filled-form.xlsx"), folder.path("truong.xlsx")).expect("copied");
    folder.file("~$truong.xlsx", "\u{6}khóa");
    folder.file(".an.json", "{");
    folder.file("cong-van.docx", "PK");
    folder
}

fn path(folder: &Folder) -> String {
    folder.path("").to_str().expect("UTF-8").trim_end_matches('/').to_owned()
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[test]
fn a_folder_is_one_table_with_the_name_of_each_file() {
    let folder = forms();
    let answer = thuocdo(&["score", &path(&folder)]);
    assert_eq!(answer.status, 0, "{answer:?}");
    let at = |part: &str| answer.out.find(part).unwrap_or_else(|| panic!("{part}: {}", answer.out));
    // In the order of the names; the folder `phuong` stands between `b.json` and `truong.xlsx`.
    assert!(at("a.json") < at("b.json") && at("b.json") < at("c.ndjson, dòng 1") && at("c.ndjson, dòng 2") < at("truong.xlsx"));
    assert!(answer.out.contains("5 phiếu"), "{}", answer.out);
    assert!(answer.err.contains("cong-van.docx") && !answer.err.contains(".an.json") && !answer.err.contains("~$"), "{}", answer.err);
}

#[test]
fn a_pattern_that_no_shell_expanded_is_expanded_and_marks_are_passed_over() {
    let folder = forms();
    let all = format!("{}/*.xlsx", path(&folder));
    let answer = thuocdo(&["check", &all]);
    assert_eq!((answer.status, answer.out.as_str()), (0, "Không có lỗi trong 1 phiếu\n"), "{answer:?}");
    let deep = thuocdo(&["score", "--format", "ndjson", &format!("{}/**/*.*json", path(&folder))]);
    assert_eq!(lines(&deep.out).len(), 4, "{deep:?}");
    assert!(thuocdo(&["score", &format!("{}/*.ods", path(&folder))]).fails(2).contains("không có tệp nào khớp"));
    let empty = Folder::new();
    assert!(thuocdo(&["score", &path(&empty)]).fails(2).contains("không có tệp phiếu nào"));
    let mark = folder.path("~$truong.xlsx");
    assert!(thuocdo(&["score", mark.to_str().expect("UTF-8")]).fails(2).contains("không có tệp phiếu nào để đọc"));
}

#[test]
fn every_command_that_reads_assessments_takes_a_folder() {
    let folder = forms();
    let path = path(&folder);
    for (arguments, part) in [
        (&["score", &path][..], "C2"),
        (&["check", &path], "5 phiếu"),
        (&["explain", &path], "C2"),
        (&["plan", &path], "C2"),
        (&["quality", &path], "5"),
        (&["cohort", &path], "5"),
        (&["review", "--cohort", &path, &path], ""),
    ] {
        let answer = thuocdo(arguments);
        assert!(answer.status <= 1 && answer.out.contains(part), "{arguments:?}: {answer:?}");
    }
    // One school over the years, from a folder.
    let years = Folder::new();
    for (name, period) in [("1.json", "2022-2023"), ("2.json", "2023-2024")] {
        years.file(name, school("A").replace("2023-2024", period));
    }
    assert!(thuocdo(&["course", &self::path(&years)]).done().contains("2022-2023"));
}

#[test]
fn a_gzipped_file_in_a_folder_is_read() {
    let folder = Folder::new();
    // `printf '1.3.1\n5\n' | gzip -n`
    let packed = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x33, 0xd4, 0x33, 0xd6, 0x33, 0xe4, 0x32, 0xe5, 0x02, 0x00, 0x97, 0x1b, 0x3c,
        0x48, 0x08, 0x00, 0x00, 0x00,
    ];
    folder.file("a.csv.gz", packed);
    let card = thuocdo(&["score", "--format", "ndjson", &path(&folder)]).done();
    assert_eq!(lines(&card)[0]["scorecard"]["groups"][0]["score"]["low"], 5);
}

#[test]
fn a_missing_file_does_not_drop_the_good_ones() {
    let folder = forms();
    let (good, other) = (folder.path("a.json").display().to_string(), folder.path("b.json").display().to_string());
    let answer = thuocdo(&["score", "--format", "ndjson", &good, "khong-co.xlsx", &other]);
    let told = lines(&answer.out);
    assert_eq!(told.len(), 3, "{answer:?}");
    let codes: Vec<&Value> = told.iter().map(|line| &line["scorecard"]["institution"]["code"]).collect();
    assert_eq!(codes, [&json!("A"), &Value::Null, &json!("B")]);
    assert_eq!((&told[1]["file"], &told[1]["violations"][0]["code"]), (&json!("khong-co.xlsx"), &json!("not_readable")));
    assert_eq!(answer.fails(2), "thuocdo: không đọc được khong-co.xlsx: không có tệp này\n");
    for command in ["score", "check", "plan", "quality", "cohort", "explain"] {
        let answer = thuocdo(&[command, &good, "khong-co.xlsx", &other]);
        // Nothing is wrong with the good ones, but `check` does not say so of all.
        assert!(answer.status == 2 && answer.out.is_empty() == (command == "check") && answer.err.contains("khong-co.xlsx"), "{command}: {answer:?}");
    }
}

#[test]
fn each_line_of_several_files_names_its_file_and_is_read_back() {
    let folder = forms();
    let path = path(&folder);
    let cards = thuocdo(&["score", "--format", "ndjson", &path]).done();
    let told = lines(&cards);
    let names: Vec<&str> =
        told.iter().map(|line| Path::new(line["file"].as_str().expect("a file")).file_name().expect("a name").to_str().expect("UTF-8")).collect();
    assert_eq!(names, ["a.json", "b.json", "c.ndjson", "c.ndjson", "truong.xlsx"]);
    assert_eq!(told[3]["line"], 2);
    assert_eq!(told[3]["scorecard"]["institution"]["code"], "C2");
    // The same cards without their files are counted alike.
    let alone: String = told.iter().map(|line| line["scorecard"].to_string() + "\n").collect();
    let count = |input: &str| piped(&["cohort", "--format", "json", "--input-format", "ndjson"], input).json();
    assert_eq!(count(&cards), count(&alone));
    assert_eq!(count(&cards)["count"], 5);
    // One file has plain cards, as ever.
    let one = thuocdo(&["score", "--format", "ndjson", &folder.path("phuong/c.ndjson").display().to_string()]).done();
    assert!(one.starts_with("{\"digest\""), "{one}");
    for (command, what) in [("plan", "plan"), ("quality", "quality"), ("explain", "explanation")] {
        let told = lines(&thuocdo(&[command, "--format", "ndjson", &path]).done());
        assert!(
            told.len() == 5 && told[4]["file"].as_str().is_some_and(|file| file.ends_with("truong.xlsx")) && told[4][what].is_object(),
            "{command}"
        );
    }
    let csv = thuocdo(&["score", "--format", "csv", &path]).done();
    assert!(csv.lines().next().is_some_and(|head| head.ends_with(",blockers,file")), "{csv}");
    assert!(csv.lines().last().is_some_and(|row| row.ends_with("truong.xlsx")), "{csv}");
}

#[test]
fn json_answers_on_standard_output_and_each_refusal_names_its_file() {
    let folder = Folder::new();
    let wrong = folder.file("sai.json", r#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#);
    let broken = folder.file("hong.xlsx", "PK\u{3}\u{4}");
    let good = example("complete-primary-school.json");
    for command in ["score", "plan", "explain", "quality", "course"] {
        for (file, status, code) in [(&wrong, 1, "points_out_of_range"), (&broken, 2, "not_readable")] {
            // Data quality tells what is wrong with an assessment as a result.
            if command == "quality" && status == 1 {
                continue;
            }
            let answer = thuocdo(&[command, "--format", "json", file]);
            let told: Value = serde_json::from_str(&answer.out).unwrap_or_else(|_| panic!("{command}: {answer:?}"));
            assert_eq!(answer.status, status, "{command}: {answer:?}");
            let refused = &told["refused"][0];
            assert_eq!((&refused["file"], &refused["violations"][0]["code"]), (&json!(file), &json!(code)), "{command}");
        }
    }
    let review = thuocdo(&["review", "--format", "json", &good, &wrong]);
    let told: Value = serde_json::from_str(&review.out).expect("JSON");
    assert_eq!((review.status, &told["refused"][0]["file"]), (1, &json!(wrong)));
    let checked = thuocdo(&["check", "--format", "json", &wrong]);
    let told: Value = serde_json::from_str(&checked.out).expect("JSON");
    assert_eq!((&told[0]["file"], &told[0]["code"]), (&json!(wrong), &json!("points_out_of_range")));
    let (certificate, case) = (folder.file("c.json", "{}"), folder.file("h.json", "{}"));
    let verified = thuocdo(&["verify", "--format", "json", &certificate, &case]);
    let told: Value = serde_json::from_str(&verified.out).expect("JSON");
    let files: Vec<&Value> = told["refused"].as_array().expect("a list").iter().map(|refused| &refused["file"]).collect();
    assert_eq!((verified.status, files), (1, vec![&json!(certificate), &json!(case)]));
}

/// The files are read on all cores, but nobody sees it: rows, refusals and notes come in the order of the files.
#[test]
fn many_files_come_in_order_with_what_is_wrong_with_them() {
    let folder = Folder::new();
    for number in 0..60 {
        let name = format!("{number:02}.json");
        match number % 10 {
            3 => folder.file(&name, "{"),
            7 => folder.file(&format!("{number:02}.csv"), format!("Mã trường;STT;1.3.1\nT{number:02};1;5\n")),
            9 => folder.file(&format!("{number:02}.xlsx"), "PK\u{3}\u{4}"),
            _ => folder.file(&name, school(&format!("T{number:02}"))),
        };
    }
    let run = || thuocdo(&["score", "--format", "ndjson", &path(&folder)]);
    let answer = run();
    let told = lines(&answer.out);
    let numbers: Vec<String> = told
        .iter()
        .map(|line| Path::new(line["file"].as_str().expect("a file")).file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(numbers, (0..60).map(|number| format!("{number:02}")).collect::<Vec<_>>());
    assert_eq!(answer.status, 2);
    for _ in 0..5 {
        let again = run();
        assert_eq!((again.out, again.err), (answer.out.clone(), answer.err.clone()));
    }
    let table = thuocdo(&["score", &path(&folder)]);
    let rows: Vec<&str> = table.out.lines().filter(|line| line.starts_with('T')).map(|line| &line[..3]).collect();
    assert!(rows.len() == 48 && rows.is_sorted(), "{rows:?}");
    let notes: Vec<usize> = (0..6).filter_map(|ten| table.err.find(&format!("{ten}7.csv: không đọc các cột"))).collect();
    assert!(notes.len() == 6 && notes.is_sorted(), "{}", table.err);
}

#[test]
fn an_error_that_stops_the_work_stops_it_among_many_files_too() {
    let folder = forms();
    let answer = thuocdo(&["score", "--format", "json", &path(&folder)]);
    assert_eq!(answer.out, "");
    assert!(answer.fails(2).contains("--format ndjson"));
}
