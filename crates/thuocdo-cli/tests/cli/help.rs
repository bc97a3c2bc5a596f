//! Help and wrong usage.

use super::{piped, thuocdo};

pub(super) const COMMANDS: [&str; 28] = [
    "score",
    "check",
    "explain",
    "explain-code",
    "plan",
    "review",
    "process",
    "certify",
    "verify",
    "quality",
    "course",
    "cohort",
    "audit",
    "conform",
    "year",
    "gather",
    "assign",
    "schedule",
    "remind",
    "form",
    "framework",
    "overlay",
    "report",
    "schema",
    "sample",
    "serve",
    "completions",
    "man",
];

#[test]
fn help_has_examples_and_exit_statuses_in_both_languages() {
    for (lang, usage, example, status, cell) in [
        ("en", "Usage: thuocdo ", ["Examples:\n", "Example:\n"], "Exit status: 0", "An empty cell is an answer not given"),
        ("vi", "Cách dùng: thuocdo ", ["Ví dụ:\n", "Ví dụ:\n"], "Mã thoát: 0", "Ô trống là chưa điền"),
    ] {
        let out = thuocdo(&["--lang", lang, "--help"]).done();
        assert!(out.contains(example[0]) && out.contains(status), "{out}");
        for command in COMMANDS {
            let help = thuocdo(&[command, "--lang", lang, "--help"]).done();
            assert!(help.contains(usage), "{help}");
            let (_, examples) = example.iter().find_map(|head| help.split_once(head)).expect("examples");
            // None is so long that the terminal breaks it anywhere.
            let is_whole = |line: &str| ["  thuocdo ", "  openssl ", "    --"].iter().any(|start| line.starts_with(start));
            assert!(examples.lines().take_while(|line| !line.is_empty()).all(is_whole), "{help}");
        }
        assert!(thuocdo(&["score", "--lang", lang, "--help"]).done().contains(cell));
    }
    assert!(thuocdo(&["--version"]).done().starts_with("thuocdo "));
}

#[test]
fn help_in_vietnamese_holds_no_english() {
    let words = [
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "Print",
        "possible values",
        "default:",
        "[OPTIONS]",
        "<FILE>",
        "FILE...",
        "EXTERNAL",
        "Examples",
    ];
    let commands = COMMANDS.iter().map(|command| vec![*command, "--help"]);
    let inner = [["framework", "show"], ["framework", "list"], ["overlay", "check"], ["help", "score"]];
    for call in commands.chain(inner.map(|[outer, inner]| if outer == "help" { vec![outer, inner] } else { vec![outer, inner, "--help"] })) {
        for call in [call.clone(), call.iter().map(|word| if *word == "--help" { "-h" } else { *word }).collect()] {
            let help = thuocdo(&call).done();
            let english: Vec<&&str> = words.iter().filter(|word| help.contains(**word)).collect();
            assert!(english.is_empty(), "{call:?}: {english:?} in {help}");
        }
    }
}

#[test]
fn wrong_usage_is_told_in_vietnamese_with_what_to_type() {
    for (arguments, told) in [
        (&["score", "--bogus"][..], "không có tùy chọn hoặc tham số “--bogus”\nXem: thuocdo score --help\n"),
        (&["sco"], "không có lệnh “sco”; có phải là score?\nXem: thuocdo --help\n"),
        (
            &["score", "--format", "xml"],
            "“xml” không dùng được cho “--format <DẠNG>”; có phải là xlsx?; chọn một trong: table, json, ndjson, csv, xlsx\nXem: thuocdo score --help\n",
        ),
        (&["score", "--lang", "fr"], "“fr” không dùng được cho “--lang <NGÔN-NGỮ>”; chọn một trong: vi, en\n"),
        (&["score", "--format"], "“--format <DẠNG>” cần có giá trị đi kèm; chọn một trong: table, json, ndjson, csv, xlsx\n"),
        (&["verify", "a.json"], "thiếu <HỒ-SƠ>\nXem: thuocdo verify --help\n"),
        (
            &["quality", "--as-of", "31/6/2024"],
            "“31/6/2024” không dùng được cho “--as-of <NGÀY>”; Ngày xem xét số liệu (15/6/2024); không ngày nào được sau ngày này\n",
        ),
        (&["review", "--panel", "--cohort", "a.json"], "“--panel” không dùng cùng với “--cohort”\n"),
        (&["score", "--format", "json", "--format", "csv"], "“--format <DẠNG>” chỉ ghi một lần\n"),
        (&["score", "--\u{202e}x"], r"không có tùy chọn hoặc tham số “--\u{202e}x”"),
    ] {
        let err = thuocdo(arguments).fails(2);
        assert!(err.starts_with(&format!("thuocdo: {told}")), "{arguments:?}: {err}");
    }
    assert!(thuocdo(&["score", "--bogus", "--lang", "en"]).fails(2).starts_with("error: unexpected argument '--bogus' found\n"));
}

#[test]
fn a_code_is_explained_as_it_stands_in_a_message() {
    let out = thuocdo(&["explain-code", "(points_out_of_range)"]).done();
    assert_eq!(
        out,
        "points_out_of_range\n  điểm nhỏ hơn 0 hoặc lớn hơn điểm tối đa của mục\n\n  Ví dụ sai:\n    \"1.3.1\": 7\n\n  Cách sửa:\n    ghi số điểm từ 0 đến điểm tối đa của mục; mục 1.3.1 tối đa 6 điểm\n"
    );
    assert!(thuocdo(&["explain-code", "Condition_Unmet", "--lang", "en"]).done().starts_with("condition_unmet\n  a mandatory condition is not met"));
    for code in ["evidence_given", "jump", "ragged_row", "not_utf8"] {
        assert!(thuocdo(&["explain-code", code]).done().starts_with(code), "{code}");
    }
    let err = thuocdo(&["explain-code", "point_out_of_range"]).fails(2);
    assert!(err.contains("không có mã “point_out_of_range”; mã gần giống: points_out_of_range"), "{err}");
    let all = thuocdo(&["explain-code"]).done();
    assert!(all.lines().any(|line| line.starts_with("wrong_type ")) && all.lines().any(|line| line.starts_with("level_undetermined ")), "{all}");
}

#[test]
fn wrong_usage_is_status_2_and_says_nothing_on_standard_output() {
    for arguments in
        [&["sco"][..], &[], &["score", "--format", "xml"], &["score", "--lang", "fr"], &["form", "-o", "a.docx"], &["sample", "--schools", "-1"]]
    {
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
