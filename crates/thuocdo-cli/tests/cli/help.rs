//! Help and wrong usage.

use super::{piped, thuocdo};

pub(super) const COMMANDS: [&str; 16] = [
    "score",
    "check",
    "explain",
    "plan",
    "review",
    "process",
    "certify",
    "verify",
    "quality",
    "course",
    "cohort",
    "form",
    "framework",
    "overlay",
    "schema",
    "sample",
];

#[test]
fn help_has_examples_and_exit_statuses() {
    let out = thuocdo(&["--help"]).done();
    assert!(out.contains("Examples:") && out.contains("Exit status: 0"), "{out}");
    for command in COMMANDS {
        let help = thuocdo(&[command, "--help"]).done();
        assert!(help.contains("Usage: thuocdo "), "{help}");
        let (_, examples) = help.split_once("Examples:\n").or_else(|| help.split_once("Example:\n")).expect("examples");
        // None is so long that the terminal breaks it anywhere.
        let is_whole = |line: &str| ["  thuocdo ", "  openssl ", "    --"].iter().any(|start| line.starts_with(start));
        assert!(examples.lines().take_while(|line| !line.is_empty()).all(is_whole), "{help}");
    }
    assert!(thuocdo(&["score", "--help"]).done().contains("An empty cell is an answer not given"));
    assert!(thuocdo(&["--version"]).done().starts_with("thuocdo "));
}

#[test]
fn wrong_usage_is_status_2_and_says_nothing_on_standard_output() {
    for arguments in [&["sco"][..], &[], &["score", "--format", "xml"], &["score", "--lang", "fr"], &["form"], &["sample", "--schools", "-1"]] {
        let answer = thuocdo(arguments);
        assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!answer.err.is_empty());
    }
}

#[test]
fn standard_input_is_told_by_its_first_line() {
    let json = "{\n  \"conditions\": {},\n  \"answers\": { \"1.3.1\": 5 }\n}\n";
    let ndjson = "{\"conditions\":{},\"answers\":{\"1.3.1\":5}}\n";
    let csv = "1.3.1\n5\n";
    let of = |input: &str, arguments: &[&str]| piped(&[&["score", "--format", "ndjson"], arguments].concat(), input).done();
    assert_eq!(of(json, &[]), of(ndjson, &["-"]));
    assert_eq!(of(csv, &[]), of(ndjson, &[]));
}
