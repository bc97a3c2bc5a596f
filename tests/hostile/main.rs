//! Inputs made to break a reader: each is refused with the violation one would expect, or taken for what it means; none crashes.

mod cases;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use thuocdo::{Framework, Lang, Scorer, Violations};
use thuocdo_tests::{score_both_ways, scorer};

/// What ends a line, steers a terminal, turns the direction of a text, or has no width.
fn cannot_be_seen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn codes(violations: &Violations) -> Vec<&'static str> {
    violations.iter().map(|violation| violation.code().as_str()).collect()
}

#[test]
fn a_thousand_hostile_texts_are_each_refused_for_what_they_are() {
    let scorer = scorer("moet-4725-2022");
    let cases = cases::all();
    assert!(cases.len() >= 1_000, "only {} cases", cases.len());
    let mut surprises = Vec::new();
    for (bytes, expected) in &cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        let found = score_both_ways(&scorer, bytes).err().unwrap_or_default();
        if codes(&found) != *expected {
            surprises.push(format!("{shown}: {:?}, expected {expected:?}", codes(&found)));
        }
        for (violation, lang) in found.iter().flat_map(|violation| Lang::ALL.map(|lang| (violation, lang))) {
            let message = violation.message(lang);
            assert!(!message.is_empty() && message.len() < 1_500, "{shown}: {message}");
            for told in [&message, &violation.line(lang)] {
                assert!(!told.chars().any(cannot_be_seen), "{shown}: {told:?}");
            }
        }
        for lang in Lang::ALL {
            // The text entries answer JSON to whatever they are given.
            for told in [
                thuocdo_tests::score(&scorer, bytes, lang),
                thuocdo_tests::check(&scorer, bytes, lang),
                thuocdo_tests::explanation(&scorer, bytes, lang),
            ] {
                serde_json::from_str::<serde_json::Value>(&told).unwrap_or_else(|error| panic!("{shown}: {error}: {told}"));
            }
        }
    }
    println!("{} hostile texts", cases.len());
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

/// A key that a stranger chose writes no line of its own, and hides nothing behind it; in JSON it stays what it was.
#[test]
fn no_key_forges_a_line() {
    let scorer = scorer("moet-4725-2022");
    let lines = |text: &str, lang: Lang| scorer.score(text.as_bytes()).expect_err("refused").lines(lang);
    let fields = "assessed_on, answers, conditions, evidence, framework, institution, period, stream";
    for (key, wanted) in [
        ("a\\u0000b", r"a\u{0}b"),
        ("a\\nFATAL: the server is on fire (out_of_memory)", r"a\u{a}FATAL: the server is on fire (out_of_memory)"),
        ("a\\u001b[2Jb", r"a\u{1b}[2Jb"),
        ("a\\u009b2Jb", r"a\u{9b}2Jb"),
        ("\\u202e1.3.1", r"\u{202e}1.3.1"),
        ("\\u2066\\u200e\\u2028\\ufeff", r"\u{2066}\u{200e}\u{2028}\u{feff}"),
    ] {
        let text = format!(r#"{{"conditions":{{}},"answers":{{}},"{key}":1,"zz":1}}"#);
        let told = lines(&text, Lang::En);
        let (first, second) = told.split_once('\n').expect("two lines");
        let (first, second) = if first.starts_with("/zz") { (second, first) } else { (first, second) };
        let accepted = first.strip_prefix(&format!("/{wanted}: there is no field `{wanted}`; the fields are ")).unwrap_or_else(|| panic!("{told}"));
        assert_eq!(accepted.strip_suffix(" (unknown_field)").expect("its code").split(", ").count(), fields.split(", ").count());
        assert!(second.starts_with("/zz: there is no field `zz`;"), "{told}");
        assert_eq!(lines(&text, Lang::Vi).lines().count(), 2);

        let raw: String = serde_json::from_str(&format!("\"{key}\"")).expect("a key");
        let json: serde_json::Value = serde_json::from_str(&thuocdo_tests::check(&scorer, text.as_bytes(), Lang::En)).expect("JSON");
        let places: Vec<&str> = json["violations"].as_array().expect("a list").iter().filter_map(|found| found["at"].as_str()).collect();
        assert!(places.contains(&&*format!("/{raw}")), "{places:?}");
    }
}

/// Names stay readable in messages: composed, decomposed, with pictographs.
#[test]
fn what_people_write_is_shown_as_it_is() {
    let scorer = scorer("moet-4725-2022");
    for name in ["Trường Tiểu học Hoa Phượng", "Tru\u{31b}o\u{31b}\u{300}ng Tie\u{302}\u{309}u ho\u{323}c", "🏫 ❤\u{fe0f}"] {
        let text = serde_json::json!({ "conditions": {}, "answers": {}, name: 1 }).to_string();
        let told = scorer.score(text.as_bytes()).expect_err("refused").lines(Lang::Vi);
        assert!(told.starts_with(&format!("“{name}”: không có trường dữ liệu “{name}”;")), "{told}");
    }
}

/// Any one byte of a good text changed: no crash, and whatever is taken is within its bounds.
#[test]
fn no_changed_byte_brings_it_down() {
    let scorer = scorer("moet-4725-2022");
    let text = cases::whole("{\"points\":5.25,\"note\":\"Hoa Phượng\",\"evidence\":[{\"title\":\"x\",\"date\":\"2023-09-05\"}]}");
    let mut taken = 0_u32;
    for at in 0..text.len() {
        for byte in 0..=u8::MAX {
            let mut changed = text.clone();
            changed[at] = byte;
            if let Ok(card) = score_both_ways(&scorer, &changed) {
                taken += 1;
                assert!(card.groups.iter().all(|group| group.score.low <= group.score.high && group.score.high <= group.max));
            }
        }
    }
    assert!(taken > 1_000, "only {taken} were taken");
}

/// Small texts do not take long, and do not answer at great length.
#[test]
fn hostile_size_costs_no_more_than_its_size() {
    let scorer = scorer("moet-4725-2022");
    let many = |entry: &dyn Fn(usize) -> String, list: &str| {
        let mut body = String::new();
        let mut n = 0;
        while body.len() < 1_000_000 {
            body.push_str(&entry(n));
            body.push(',');
            n += 1;
        }
        body.pop();
        match list {
            "" => format!("{{{body}}}"),
            list => format!(r#"{{"{list}":{{{body}}}}}"#),
        }
    };
    let long = "k".repeat(200_000);
    let texts = [
        format!(r#"{{"conditions":{{}},"answers":{{"{long}":{{{}}}}}}}"#, (0..100_000).map(|n| format!(r#""{n}":0"#)).collect::<Vec<_>>().join(",")),
        format!(r#"{{"conditions":{{}},"answers":{{"{long}":{{"evidence":[{}]}}}}}}"#, vec!["0"; 400_000].join(",")),
        many(&|_| r#""answers":{}"#.to_owned(), ""),
        many(&|n| format!(r#""{n}":0"#), ""),
        many(&|n| format!(r#""{n}":0"#), "answers"),
        many(&|_| r#""1.3.1":99"#.to_owned(), "answers"),
        many(&|n| format!(r#""{n}":0.001"#), "conditions"),
        format!(r#"{{"answers":{{"1.3.1":{{"evidence":[{}]}}}}}}"#, vec!["0"; 400_000].join(",")),
    ];
    for text in texts {
        let start = Instant::now();
        let violations = scorer.score(text.as_bytes()).expect_err("it is refused");
        assert!(violations.len() <= Violations::LIMIT + 1, "{} violations", violations.len());
        let told = violations.to_json(Lang::Vi);
        assert!(told.len() < 2 * text.len(), "{} bytes are answered", told.len());
        // Far above what is needed, far below what a quadratic reader takes.
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    }
}

/// A framework file with one value replaced by anything hostile never brings the loader down, and what it takes can be scored.
#[test]
fn no_hostile_framework_brings_the_loader_down() {
    let text = Framework::shipped("moet-4725-2022").expect("it is shipped").to_json();
    let hostile = ["null", "-1", "1e308", "0.30000000000000004", "\"\"", "\"\\u0000\"", "[]", "{}", "[[]]", "true", "1000000", "255", "256"];
    let mut outcomes: BTreeMap<bool, u32> = BTreeMap::new();
    let scalars: Vec<(usize, usize)> = scalars(&text);
    assert!(scalars.len() > 300, "only {} values", scalars.len());
    for (start, end) in scalars {
        for value in hostile {
            let changed = format!("{}{value}{}", &text[..start], &text[end..]);
            let loaded = Framework::from_json(changed.as_bytes()).and_then(Scorer::new);
            *outcomes.entry(loaded.is_ok()).or_default() += 1;
            if let Ok(scorer) = loaded {
                let card = scorer.score(br#"{"conditions":{},"answers":{}}"#).expect("nothing is wrong with no answers");
                assert!(card.groups.iter().all(|group| group.score.high == group.max));
            }
        }
    }
    println!("taken and refused: {outcomes:?}");
    assert!(outcomes.values().all(|count| *count > 10));
}

/// Where each scalar of a canonical JSON text begins and ends.
fn scalars(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'"' => {
                at += 1;
                while bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
                if bytes.get(at) != Some(&b':') {
                    found.push((start, at));
                }
            }
            b'0'..=b'9' | b'-' | b't' | b'f' => {
                while !matches!(bytes[at], b',' | b'}' | b']') {
                    at += 1;
                }
                found.push((start, at));
            }
            _ => at += 1,
        }
    }
    found
}
