//! `conform`: the kit, and programs that answer it.

use std::fs;

use super::{Folder, example, piped, thuocdo, thuocdo_in};

/// The cases and the answers of the library itself, as files of a folder.
fn answered(folder: &Folder, options: &[&str]) -> String {
    let cases = folder.path("cases.csv").display().to_string();
    thuocdo(&[&["conform", "export", "-o", &cases], options].concat()).done();
    let mine = folder.path("mine.csv").display().to_string();
    let scored = thuocdo(&[&["score", &cases, "--format", "csv", "-o", &mine], options].concat());
    assert_eq!(scored.status, 1, "{scored:?}");
    mine
}

#[test]
fn the_library_conforms_to_its_own_kit_also_under_an_overlay() {
    let overlay = example("overlays/hai-phong-illustrative.json");
    for options in [&[][..], &["--overlay", &overlay]] {
        let folder = Folder::new();
        let mine = answered(&folder, options);
        let found = thuocdo(&[&["conform", "compare", &mine, "--format", "json"], options].concat());
        let json: serde_json::Value = serde_json::from_str(&found.out).expect("JSON");
        if options.is_empty() {
            assert_eq!((found.status, &json["conforms"]), (0, &true.into()), "{json}");
        }
        // The example asks for evidence, for which a table has no room: there alone the library says less.
        let fields: Vec<&str> = json["differences"].as_array().expect("a list").iter().filter_map(|differs| differs["field"].as_str()).collect();
        assert!(fields.iter().all(|field| *field == "eligible"), "{json}");
    }
}

#[test]
fn a_formula_that_takes_75_for_level_3_is_told_in_80_columns() {
    let folder = Folder::new();
    let mine = answered(&folder, &[]);
    let lines = fs::read_to_string(&mine).expect("written");
    let head: Vec<&str> = lines.lines().next().expect("a header").split(',').collect();
    let place = |name: &str| head.iter().position(|known| *known == name).expect("a column");
    let wrong: Vec<String> = lines
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            for group in ["1", "2"] {
                if cells[place(&format!("group.{group}.score.low"))] == "75" {
                    cells[place(&format!("group.{group}.level.low"))] = "3";
                }
            }
            cells.join(",")
        })
        .collect();
    let wrong = folder.file("wrong.csv", wrong.join("\n"));
    let told = thuocdo_in(&[("COLUMNS", "80")], &["conform", "compare", &wrong]);
    assert_eq!(told.status, 1, "{told:?}");
    assert!(told.out.starts_with("Chưa khớp: ") && told.out.contains("Khác ở loại ngưỡng: 2 trong 16"), "{}", told.out);
    assert!(told.out.contains("edge-1-75") && told.out.contains("mức độ nhóm 1"), "{}", told.out);
    assert!(told.out.lines().all(|line| line.chars().count() <= 80), "{}", told.out);
    let page = folder.path("report.html").display().to_string();
    assert_eq!(thuocdo(&["conform", "compare", &wrong, "-o", &page]).status, 1);
    let page = fs::read_to_string(page).expect("written");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("edge-2-75") && !page.contains("http://") && !page.contains("src="), "{page}");
}

#[test]
fn answers_may_be_in_vietnamese_and_in_json() {
    let folder = Folder::new();
    let table = "Mã trường;Điểm nhóm 1;Mức độ nhóm 1;Mức độ chung;Đủ điều kiện;Từ chối\nedge-1-74.99;74,99;2;Đáp ứng cơ bản;có;\nmissing-1;0–100;;1–3;không;\nout_of_range-1.3.1-above;;;;;x\n";
    let table = folder.file("mine.csv", table);
    let lines = "{\"case\":\"edge-1-74.99\",\"groups\":{\"1\":{\"score\":\"74.99\",\"level\":2}},\"level\":2,\"eligible\":true}\n";
    let lines = folder.file("mine.ndjson", lines);
    for (file, rightly) in [(table, &["edge-1-74.99", "missing-1", "out_of_range-1.3.1-above"][..]), (lines, &["edge-1-74.99"])] {
        let found = thuocdo(&["conform", "compare", &file, "--format", "json"]);
        assert_eq!(found.status, 1, "{found:?}");
        let json: serde_json::Value = serde_json::from_str(&found.out).expect("JSON");
        assert_eq!(json["answered"], rightly.len());
        for case in rightly {
            assert!(json["differences"].as_array().expect("a list").iter().all(|differs| differs["case"] != *case), "{case}: {json}");
        }
    }
}

#[test]
fn what_is_no_table_of_answers_is_refused() {
    let told = piped(&["conform", "compare", "-", "--input-format", "csv"], "tên,lớp\nLan,5A\n").fails(2);
    assert!(told.contains("(no_known_column)"), "{told}");
    let twice = piped(&["conform", "compare", "-"], "case,level\nedge-1-75,2\nedge-1-75,2\n").fails(1);
    assert!(twice.contains("(duplicate_key)"), "{twice}");
    let columns = piped(&["conform", "compare", "-"], "case,level,Mức độ chung\nedge-1-75,2,2\n").fails(2);
    assert!(columns.contains("(duplicate_key)"), "{columns}");
}

#[test]
fn a_kit_without_answers_tells_none() {
    for format in ["csv", "ndjson", "sql"] {
        let without = thuocdo(&["conform", "export", "--format", format]).done();
        let with = thuocdo(&["conform", "export", "--format", format, "--with-answers"]).done();
        assert_eq!(without, thuocdo(&["conform", "export", "--format", format]).done());
        let tells = ["expected", "conform_result", "overall.level"];
        assert!(tells.iter().all(|word| !without.contains(word)) && tells.iter().any(|word| with.contains(word)), "{format}");
    }
}

/// Programs of a shell stand for those of vendors.
#[cfg(unix)]
mod programs {
    use super::{Folder, thuocdo};

    fn run(script: &str, more: &[&str]) -> (i32, serde_json::Value) {
        let call = [&["conform", "run", "--format", "json"], more, &["--", "sh", "-c", script]].concat();
        let found = thuocdo(&call);
        (found.status, serde_json::from_str(&found.out).unwrap_or_else(|error| panic!("{error}: {found:?}")))
    }

    #[test]
    fn a_program_that_answers_rightly_conforms() {
        let folder = Folder::new();
        let kit = thuocdo(&["conform", "export", "--format", "ndjson", "--with-answers"]).done();
        let expected = kit.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["expected"].to_string() + "\n");
        let answers = folder.file("answers.ndjson", expected.collect::<String>());
        let script = format!("exec 3<'{answers}'; while IFS= read -r case; do IFS= read -r answer <&3; printf '%s\\n' \"$answer\"; done");
        let (status, found) = run(&script, &[]);
        assert_eq!((status, &found["conforms"]), (0, &true.into()), "{found}");
        assert!(found["mark"].as_str().is_some_and(|mark| mark.starts_with("thuocdo-conform/")), "{found}");
    }

    #[test]
    fn a_program_that_dies_talks_rubbish_or_sleeps_is_told_by_case() {
        let found = |found: &serde_json::Value, nth: usize| found["differences"][nth]["found"].as_str().unwrap_or_default().to_owned();
        let (status, dies) = run("read line", &[]);
        assert_eq!((status, found(&dies, 0).as_str()), (1, "died"), "{dies}");
        let (_, rubbish) = run("while read -r line; do echo xin chao; done", &[]);
        assert_eq!(found(&rubbish, 0), "unreadable: xin chao");
        assert_eq!(rubbish["answered"], rubbish["kit"]["cases"]);
        let (_, another) = run("while read -r line; do echo '{\"case\":\"edge-1-75\"}'; done", &[]);
        assert!(found(&another, 0).starts_with("unreadable: "), "{another}");
        // It sleeps at the first case each time it is started, so it is not started for ever.
        let (_, sleeps) =
            run("read -r line; case $line in *edge-1-0*) exec sleep 30;; esac; echo '{}'; while read -r line; do echo '{}'; done", &["--limit", "1"]);
        assert_eq!(found(&sleeps, 0), "timed_out", "{sleeps}");
        assert_eq!(sleeps["differences"].as_array().expect("a list").iter().filter(|differs| differs["found"] == "timed_out").count(), 1);
    }

    #[test]
    fn a_program_that_is_not_there_is_status_2() {
        let told = thuocdo(&["conform", "run", "--", "khong-co-chuong-trinh-nay"]).fails(2);
        assert!(told.contains("khong-co-chuong-trinh-nay"), "{told}");
    }
}
