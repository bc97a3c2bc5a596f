//! Standard output that is full, or that nobody reads any more, of every command.
#![cfg(unix)]

use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

use super::files::{pipe_without_reader, recognised};
use super::help::COMMANDS;
use super::{Folder, VIETNAMESE, example, thuocdo};

/// Calls that print something, at least one of each command.
fn calls(folder: &Folder) -> Vec<Vec<String>> {
    let school = example("complete-primary-school.json");
    let (external, schools) = (example("external-primary-school.json"), example("twelve-schools.csv"));
    let overlay = example("overlays/hai-phong-illustrative.json");
    let case = folder.file("case.json", recognised());
    let certificate = folder.file("certificate.json", thuocdo(&["certify", &case]).done());
    let panels = folder.file("panels.csv", "Đoàn;Ngày;Mỗi ngày\nĐoàn 1;10/6/2024;12\n");
    let claims = folder.file("claims.csv", "Mã trường,Điểm nhóm 1,Mức độ nhóm 1\nA,75,3\n");
    let calls: [&[&str]; 48] = [
        &["score", &school],
        &["score", &school, "--format", "json"],
        &["score", &schools],
        &["score", &schools, "--format", "ndjson"],
        &["score", &schools, "--format", "csv"],
        &["check", &schools],
        &["explain", &schools],
        &["plan", &school],
        &["plan", &school, "--format", "json"],
        &["plan", &schools, "--format", "ndjson"],
        &["review", &school, &external],
        &["review", &school, &external, "--format", "json"],
        &["process", &case],
        &["process", "--new", "--institution-code", "VD-0001", "--period", "2023-2024"],
        &["certify", &case],
        &["certify", &case, "--format", "table"],
        &["verify", &certificate, &case],
        &["quality", &school],
        &["quality", &schools, "--format", "ndjson"],
        &["course", &school],
        &["cohort", &schools],
        &["report", &school, "-o", "-"],
        &["cohort", &schools, "--format", "json"],
        &["year", &schools, "--as-of", "20/5/2024"],
        &["year", &schools, "--as-of", "20/5/2024", "--format", "json"],
        &["year", &schools, "--as-of", "20/5/2024", "--format", "csv"],
        &["audit", &claims],
        &["conform", "export"],
        &["gather", &schools],
        &["assign", "--begin", "1/3/2027"],
        &["report", "--paper", "cong-khai", &school, "-o", "-"],
        &["schedule", &schools, "--panels", &panels, "--as-of", "1/6/2024"],
        &["remind", &schools, "--as-of", "20/5/2024"],
        &["form", "--format", "csv"],
        &["form", "--format", "xlsx"],
        &["framework", "list"],
        &["framework", "show"],
        &["framework", "checklist"],
        &["overlay", "check", &overlay],
        &["overlay", "apply", &overlay, "--format", "json"],
        &["schema", "assessment"],
        &["explain-code"],
        &["explain-code", "wrong_type"],
        &["sample"],
        &["sample", "--schools", "300", "--format", "csv"],
        &["serve", "--openapi"],
        &["completions", "bash"],
        &["man"],
    ];
    assert!(COMMANDS.iter().all(|command| calls.iter().any(|call| call[0] == *command)));
    calls.iter().map(|call| call.iter().map(|&word| word.to_owned()).collect()).collect()
}

/// The status and standard error of a call whose standard output goes there.
fn run(call: &[String], out: Stdio) -> (Option<i32>, String) {
    let output = Command::new(cargo_bin("thuocdo")).envs(VIETNAMESE).args(call).stdin(Stdio::null()).stdout(out).output().expect("it runs");
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_find_no_room_are_status_2_and_a_sentence() {
    let full = || Stdio::from(std::fs::File::options().write(true).open("/dev/full").expect("Linux has it"));
    let folder = Folder::new();
    for call in calls(&folder) {
        let (status, err) = run(&call, full());
        assert_eq!(status, Some(2), "{call:?}: {err}");
        assert!(err.ends_with("thuocdo: không ghi được kết quả ra màn hình (stdout): ổ đĩa đã đầy\n"), "{call:?}: {err}");
    }
    let (status, err) = run(&["sample", "--lang", "en"].map(str::to_owned), full());
    assert_eq!((status, err.as_str()), (Some(2), "thuocdo: cannot write the results to standard output: the disk is full\n"));
    for call in [&["--help"][..], &["--version"], &["score", "--help"]] {
        assert_eq!(run(&call.iter().map(|&word| word.to_owned()).collect::<Vec<_>>(), full()).0, Some(2), "{call:?}");
    }
}

#[test]
fn what_is_told_and_the_status_do_not_depend_on_a_reader() {
    let folder = Folder::new();
    let schools = std::fs::read_to_string(example("twelve-schools.csv")).expect("an example");
    // The last school is refused, far behind what a closed pipe takes.
    let many = thuocdo(&["sample", "--schools", "60"]).done() + "{\"conditions\":{},\"answers\":{\"1.3.1\":99}}\n";
    let (csv, many) = (folder.file("ragged.csv", schools + "1,2,3\n"), folder.file("many.ndjson", many));
    let refused = folder.file("refused.json", "{\"conditions\":{},\"answers\":{\"1.3.1\":99}}");
    let school = example("complete-primary-school.json");
    let mut calls = calls(&folder);
    for call in [
        &["score", &many][..],
        &["score", &many, "--format", "ndjson"],
        &["score", &many, "--format", "csv"],
        &["score", &csv],
        &["score", &refused, "--format", "json"],
        &["check", &many],
        &["check", &many, "--format", "ndjson"],
        &["check", &refused, "--format", "json"],
        &["explain", &many],
        &["plan", &many],
        &["plan", &many, "--format", "ndjson"],
        &["quality", &csv],
        &["quality", &csv, "--format", "ndjson"],
        &["cohort", &many],
        &["course", &refused],
        &["review", &school, &refused],
        &["review", "--cohort", &many, &many],
        &["framework", "check", &refused],
        &["overlay", "check", &refused],
        &["overlay", "apply", &refused],
    ] {
        let call: Vec<String> = call.iter().map(|&word| word.to_owned()).collect();
        assert_eq!(run(&call, Stdio::null()).0, Some(1), "{call:?}");
        calls.push(call);
    }
    for call in calls {
        assert_eq!(run(&call, pipe_without_reader()), run(&call, Stdio::null()), "{call:?}");
    }
}
