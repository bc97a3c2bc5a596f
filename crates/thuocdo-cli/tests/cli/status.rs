//! The exit status of every command, as `docs/COMMAND.md` has it.

use std::fs;
use std::path::Path;

use super::files::recognised;
use super::{Folder, example, thuocdo};

/// For each command: calls that end with 0, with 1 and with 2. A command without a 1 refuses nothing.
fn calls(folder: &Folder) -> Vec<(&'static str, [Vec<String>; 3])> {
    let (good, schools) = (example("complete-primary-school.json"), example("twelve-schools.csv"));
    let external = example("external-primary-school.json");
    let wrong = folder.file("sai.json", r#"{"conditions":{},"answers":{"1.3.1":99}}"#);
    let case = folder.file("case.json", recognised());
    let certificate = folder.file("certificate.json", thuocdo(&["certify", &case]).done());
    let other = folder.file("other.json", fs::read_to_string(&certificate).expect("written").replace("VD-0001", "VD-0002"));
    let begun = folder.file("begun.json", thuocdo(&["process", "--new", "--institution-code", "VD-0001", "--period", "2023-2024"]).done());
    let overlay = example("overlays/hai-phong-illustrative.json");
    let panels = folder.file("panels.csv", "Đoàn;Ngày;Mỗi ngày\nĐoàn 1;10/6/2024;12\n");
    let busy = folder.file("busy.csv", "Đoàn;Ngày;Mỗi ngày\nĐoàn 1;10/6/2024;1\n");
    let totals = folder.file("totals.csv", "Mã trường,Điểm nhóm 1,Mức độ nhóm 1\nA,75,2\n");
    let claims = folder.file("claims.csv", "Mã trường,Điểm nhóm 1,Mức độ nhóm 1\nA,75,3\n");
    let answers = folder.file("answers.csv", "case,level\nedge-1-75,3\n");
    let list = folder.file("list.csv", "Mã,Tên,Cấp học\nA,Trường A,Mầm non\n");
    let none: &[&str] = &[];
    let of = |command: &'static str, zero: &[&str], one: &[&str], two: &[&str]| {
        let call = |words: &[&str]| -> Vec<String> {
            let command = (!words.is_empty()).then_some(command);
            command.into_iter().chain(words.iter().copied()).map(str::to_owned).collect()
        };
        (command, [call(zero), call(one), call(two)])
    };
    vec![
        of("score", &[&good], &[&good, &wrong], &["none.json"]),
        of("check", &[&good], &[&wrong], &["none.json"]),
        of("explain", &[&good], &[&wrong], &["none.json"]),
        of("explain-code", &["wrong_type"], none, &["no_such_code_at_all"]),
        of("plan", &[&good], &[&wrong], &[&good, "--target", "9"]),
        of("review", &[&good, &external], &[&good, &wrong], &[&good]),
        of("process", &[&case], &[&wrong], &["none.json"]),
        of("certify", &[&case], &[&begun], &["none.json"]),
        of("verify", &[&certificate, &case], &[&other, &case], &[&certificate, "none.json"]),
        of("quality", &[&wrong], &[&folder.file("not.json", "{")], &["none.json"]),
        of("course", &[&good], &[&wrong], &["none.json"]),
        of("cohort", &[&schools], &[&wrong], &["none.json"]),
        of("audit", &[&totals], &[&claims], &["none.csv"]),
        of("conform", &["export"], &["compare", &answers], &["compare", "none.csv"]),
        of("year", &[&schools, "--as-of", "20/5/2024"], &[&wrong, "--as-of", "20/5/2024"], &[&schools]),
        of("gather", &[&schools], &[&wrong], &[&schools, "-o", "a.pdf"]),
        of("assign", &["--begin", "1/3/2027"], &["--begin", "1/3/2027", "--register", &list], &["--begin", "1/6/2027", "--period", "2026-2027"]),
        of("schedule", &[&schools, "--panels", &panels, "--as-of", "1/6/2024"], &[&schools, "--panels", &busy, "--as-of", "1/6/2024"], &[&schools]),
        of("remind", &[&schools, "--as-of", "20/5/2024"], none, &[&schools]),
        of("report", &[&good, "-o", "-"], &[&wrong, "-o", "-"], &[&good, "-o", "a.pdf"]),
        of("form", &["--format", "csv"], &["--filled", &wrong, "--format", "xlsx"], &["-o", "a.pdf"]),
        of("framework", &["list"], &["check", &wrong], &["check", "none.json"]),
        of("overlay", &["check", &overlay], &["check", &wrong], &["check", "none.json"]),
        of("schema", &["assessment"], none, &["no-such-schema"]),
        of("sample", &["--schools", "2"], none, &["--schools", "-1"]),
        of("serve", &["--stdio"], none, &["--listen", "nowhere"]),
        of("completions", &["bash"], none, &["tcsh"]),
        of("man", &["--lang", "en"], none, &["--no-such-option"]),
    ]
}

#[test]
fn every_command_ends_with_the_status_that_is_written_down() {
    let folder = Folder::new();
    let calls = calls(&folder);
    assert!(super::help::COMMANDS.iter().all(|command| calls.iter().any(|(known, _)| known == command)));
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/COMMAND.md")).expect("the page");
    for (command, by_status) in &calls {
        for (status, call) in (0..).zip(by_status) {
            if call.is_empty() {
                continue;
            }
            let words: Vec<&str> = call.iter().map(String::as_str).collect();
            let answer = thuocdo(&words);
            assert_eq!(answer.status, status, "{call:?}: {answer:?}");
        }
        // The row of the command: what 1 means, or a dash where there is no 1.
        let row = page.lines().find(|line| line.starts_with(&format!("| `{command}`"))).unwrap_or_else(|| panic!("no row of {command}"));
        let one = row.split('|').map(str::trim).nth(3).expect("a column");
        assert_eq!(one == "–", by_status[1].is_empty(), "{row}");
    }
}

/// What the page says of formats is what each command offers.
#[test]
fn the_formats_of_every_command_are_written_down() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/COMMAND.md")).expect("the page");
    let of_lists = ["process", "certify", "year", "gather", "schedule", "remind", "report", "form"];
    let of_answers = ["score", "check", "explain", "plan", "review", "verify", "quality", "course", "cohort", "audit", "sample"];
    for command in of_answers.into_iter().chain(of_lists) {
        let row = page.lines().find(|line| line.starts_with(&format!("| `{command}`"))).expect("a row");
        let written = row.split('|').map(str::trim).nth(2).expect("a column");
        let told = thuocdo(&[command, "--format", "no-such-format"]).fails(2);
        let offered = told.split_once("chọn một trong: ").expect("the formats").1.lines().next().expect("a line");
        assert_eq!(written, offered, "{command}");
    }
}
