//! The hostile texts, and what must come of each.

/// What must come of an input: nothing wrong, or these codes.
pub(crate) type Expected = &'static [&'static str];

/// An assessment with one answer, as it stands in a text.
pub(crate) fn whole(answer: &str) -> Vec<u8> {
    format!(r#"{{"conditions":{{"1.1":true}},"answers":{{"1.3.1":{answer}}}}}"#).into_bytes()
}

/// All of them.
pub(crate) fn all() -> Vec<(Vec<u8>, Expected)> {
    [answers(), codes_that_are_not(), wholes(), cut_short(), not_text()].concat()
}

/// Answers as they stand in a text, and what must come of each.
const ANSWERS: &[(Expected, &[&str])] = &[
    (
        &[],
        &[
            "0",
            "-0",
            "0.0",
            "-0.0",
            "0e5",
            "0E-300",
            "6",
            "6.0",
            "6.00",
            "6.000000",
            "60e-1",
            "0.6e1",
            "6E0",
            "6e+0",
            "5.1",
            "51e-1",
            "510e-2",
            "0.51e1",
            "5.25",
            "5.10",
            "5.1000000000000000000000000001",
            "5.0999999999999996447286321199499070644378662109375",
            "1e-2",
            "0.01",
            "4.35",
            "1.15",
            "2.67e0",
            "null",
            "\"6\"",
            "\"6.00\"",
            "\"0006\"",
            "\"5.1\"",
            "\"-0\"",
            "\"5.10000\"",
            "{}",
            "{\"points\":null}",
            "{\"note\":\"\\u0000\"}",
            "{\"note\":\"\\ud83d\\ude00\"}",
        ],
    ),
    (
        &["points_too_precise"],
        &[
            "0.30000000000000004",
            "0.001",
            "1e-3",
            "5.123",
            "5.0999999999999",
            "1e-300",
            "4.9e-324",
            "1.0000000000000002",
            "5.005",
            "\"5.005\"",
            "\"0.001\"",
            "5.1000000000000005",
            "0.1234567890123456789",
            "3.3333333333333335",
        ],
    ),
    (
        &["points_out_of_range"],
        &[
            "6.01",
            "7",
            "100",
            "1e1",
            "1e6",
            "1e7",
            "1e22",
            "1e100",
            "1e308",
            "1.7976931348623157e308",
            "-1",
            "-0.01",
            "-1e-300",
            "-1e308",
            "-5.123",
            "9007199254740993",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "4294967296",
            "42949672.96",
            "999999999999999999999999999999",
            "\"7\"",
            "\"-1\"",
            "\"1000001\"",
            "\"99999999999999999999\"",
            "\"-0.001\"",
            "1000000.001",
        ],
    ),
    (
        &["wrong_type"],
        &[
            "\"\"",
            "\" 6\"",
            "\"6 \"",
            "\"+6\"",
            "\"6.\"",
            "\".6\"",
            "\".\"",
            "\"-\"",
            "\"--6\"",
            "\"6,5\"",
            "\"6e0\"",
            "\"1e308\"",
            "\"0x6\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"-Infinity\"",
            "\"6\\u0000\"",
            "\"\\uff16\"",
            "\"٦\"",
            "\"6.5.1\"",
            "\"1_000\"",
            "\"đạt\"",
            "[]",
            "[6]",
            "[[6]]",
            "{\"points\":[]}",
            "{\"points\":true}",
            "{\"points\":\"6,5\"}",
            "{\"note\":6,\"points\":1}",
        ],
    ),
    (&["wrong_answer_kind"], &["true", "false", "{\"met\":true}", "{\"count\":3}", "{\"part\":1,\"whole\":2}", "{\"points\":1,\"met\":true}"]),
    (&["unknown_field"], &["{\"Points\":6}", "{\"pоints\":6}", "{\"points \":6}", "{\"\":6}", "{\"$serde_json::private::Number\":\"6\"}"]),
    (&["duplicate_key"], &["{\"points\":6,\"points\":6}", "{\"points\":6,\"p\\u006fints\":6}", "{\"note\":null,\"note\":null}"]),
    (
        &["not_json"],
        &[
            "",
            "NaN",
            "Infinity",
            "-Infinity",
            "nan",
            "inf",
            "+6",
            ".6",
            "6.",
            "06",
            "00",
            "0x6",
            "6e",
            "6e+",
            "--6",
            "1e309",
            "-1e309",
            "1e99999",
            "6,5",
            "'6'",
            "\"6",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\u{0}\"",
            "\"\n\"",
            "tru",
            "True",
            "None",
            "undefined",
            "6 6",
            "6]",
            "{",
            "}",
            "[",
            "{\"points\"}",
            "{points:6}",
            "{\"points\":6,}",
            "[6,]",
            "/*6*/6",
            "6//",
            "\u{feff}6",
            "\u{a0}6",
            "6\u{0}",
        ],
    ),
];

/// An assessment with each of them, in short and in full.
fn answers() -> Vec<(Vec<u8>, Expected)> {
    let plain = ANSWERS.iter().flat_map(|(expected, texts)| texts.iter().map(|text| (whole(text), *expected)));
    // Written out as an object a number means the same; only what is no number of points is another matter there.
    let same = ANSWERS.iter().filter(|(expected, _)| !matches!(expected, ["wrong_answer_kind" | "unknown_field" | "duplicate_key" | "wrong_type"]));
    let in_full = same.flat_map(|(expected, texts)| {
        let numbers = texts.iter().filter(|text| !text.starts_with('{'));
        numbers.map(|text| (whole(&format!(r#"{{"points":{text}}}"#)), *expected))
    });
    plain.chain(in_full).collect()
}

/// Codes that look like an indicator's and are not.
fn codes_that_are_not() -> Vec<(Vec<u8>, Expected)> {
    let alike = [
        "1.3.1\\u0301",
        "1.3.1 ",
        " 1.3.1",
        "1.3.1\\u0000",
        "１.３.１",
        "1․3․1",
        "1。3。1",
        "1.3.1.",
        ".1.3.1",
        "1..3.1",
        "1.3.01",
        "01.3.1",
        "2.X.1",
        "2.х.1",
        "2.×.1",
        "",
        "1",
        "1.3",
        "1.1",
        "1.3.1\\u200b",
        "\\ufeff1.3.1",
        "1,3,1",
        "1/3/1",
        "1~3~1",
        "1.3.1\\n",
        "1.3.1\\u202e",
        "1.3.1\\u0000",
        "\\u2066\\u200b\\u2029\\u009b",
        "é",
        "e\\u0301",
        "NaN",
        "__proto__",
        "constructor",
        "points",
    ];
    let answers = alike.iter().map(|code| (format!(r#"{{"conditions":{{}},"answers":{{"{code}":1}}}}"#), &["unknown_indicator"] as Expected));
    let others = alike.iter().filter(|code| **code != "1.1");
    let conditions = others.map(|code| (format!(r#"{{"conditions":{{"{code}":true}},"answers":{{}}}}"#), &["unknown_condition"] as Expected));
    answers.chain(conditions).map(|(text, expected)| (text.into_bytes(), expected)).collect()
}

fn wholes() -> Vec<(Vec<u8>, Expected)> {
    let good = String::from_utf8(whole("6")).expect("it is text");
    let nested = |depth: usize| format!(r#"{{"conditions":{{}},"answers":{{}},"x":{}{}}}"#, "[".repeat(depth), "]".repeat(depth)).into_bytes();
    let objects = |depth: usize| format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth)).into_bytes();
    let mut cases: Vec<(Vec<u8>, Expected)> = vec![
        (format!("\u{feff}{good}").into_bytes(), &[]),
        (format!("\u{feff}\u{feff}{good}").into_bytes(), &["not_json"]),
        (good.replace(',', ",\r\n").into_bytes(), &[]),
        (good.replace(':', "\t:\r").into_bytes(), &[]),
        (format!("{good}\n\n").into_bytes(), &[]),
        (format!("{good}{good}").into_bytes(), &["not_json"]),
        (format!("{good}\u{0}").into_bytes(), &["not_json"]),
        (format!("{good},").into_bytes(), &["not_json"]),
        (good.encode_utf16().flat_map(u16::to_le_bytes).collect(), &["not_json"]),
        (good.encode_utf16().flat_map(u16::to_be_bytes).collect(), &["not_json"]),
        (b"".to_vec(), &["not_json"]),
        (b" \r\n\t".to_vec(), &["not_json"]),
        (b"\xef\xbb\xbf".to_vec(), &["not_json"]),
        (b"null".to_vec(), &["wrong_type"]),
        (b"[]".to_vec(), &["wrong_type"]),
        (b"6".to_vec(), &["wrong_type"]),
        (b"{}".to_vec(), &["missing_field", "missing_field"]),
        (br#"{"conditions":null,"answers":null}"#.to_vec(), &["missing_field", "missing_field"]),
        (br#"{"conditions":{},"answers":{},"answers":{}}"#.to_vec(), &["duplicate_key"]),
        (br#"{"conditions":{},"answers":{"1.3.1":1,"1.3.1":2,"1.3.1":3}}"#.to_vec(), &["duplicate_key"]),
        (br#"{"conditions":{},"answers":{"1.3.1":1,"1\u002e3.1":2}}"#.to_vec(), &["duplicate_key"]),
        (br#"{"conditions":{"1.1":true,"1.1":true},"answers":{}}"#.to_vec(), &["duplicate_key"]),
        (nested(62), &["unknown_field"]),
        (nested(63), &["unknown_field"]),
        (nested(64), &["too_large"]),
        (nested(126), &["too_large"]),
        (nested(127), &["too_large"]),
        (nested(200), &["too_large"]),
        (nested(100_000), &["too_large"]),
        (objects(64), &["unknown_field", "missing_field", "missing_field"]),
        (objects(65), &["too_large"]),
        (objects(100_000), &["too_large"]),
        (b"[".repeat(500_000), &["too_large"]),
        (vec![b' '; (1 << 20) + 1], &["too_large"]),
        (vec![b' '; 1 << 20], &["not_json"]),
        (vec![b'"'; 1 << 20], &["not_json"]),
        (vec![0; 4096], &["not_json"]),
        (vec![0xff; 4096], &["not_json"]),
    ];
    let padded = good.clone() + &" ".repeat((1 << 20) - good.len());
    cases.push((padded.clone().into_bytes(), &[]));
    cases.push((format!("{padded} ").into_bytes(), &["too_large"]));
    cases
}

/// A good text cut short at every byte: never JSON.
fn cut_short() -> Vec<(Vec<u8>, Expected)> {
    let text = "{\"institution\":{\"name\":\"Trường Tiểu học Hoa Phượng\"},\"conditions\":{\"1.1\":{\"met\":true,\"note\":\"đạt\"}},\"answers\":{\"1.3.1\":{\"points\":5.25,\"evidence\":[{\"title\":\"Danh sách\",\"uri\":\"https://example.vn\"}]}}}";
    (0..text.len()).map(|end| (text.as_bytes()[..end].to_vec(), &["not_json"] as Expected)).collect()
}

/// A good text with a NUL, or with bytes that are not UTF-8, at every place.
fn not_text() -> Vec<(Vec<u8>, Expected)> {
    let text = String::from_utf8(whole("6")).expect("it is text");
    let bytes: [&[u8]; 8] = [b"\0", b"\xff", b"\xc3", b"\xe1\xba", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80"];
    let with = |at: usize, bytes: &[u8]| [&text.as_bytes()[..at], bytes, &text.as_bytes()[at..]].concat();
    (0..=text.len())
        .flat_map(|at| bytes.iter().map(move |bytes| (at, *bytes)))
        .map(|(at, bytes)| (with(at, bytes), &["not_json"] as Expected))
        .collect()
}
