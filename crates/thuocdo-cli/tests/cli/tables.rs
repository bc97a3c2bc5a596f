//! The corpus of tables through the command: what it accepts, and which faults it tells in which cells.

use std::fs;

use serde_json::{Value, json};

use super::{example, piped, thuocdo};

/// The codes and cells of faults, in order.
fn faults(of: &Value) -> Vec<(String, String)> {
    let text = |fault: &Value, key: &str| fault[key].as_str().unwrap_or("-").to_owned();
    let mut faults: Vec<_> = of.as_array().expect("a list").iter().map(|fault| (text(fault, "code"), text(fault, "cell"))).collect();
    faults.sort();
    faults
}

#[test]
fn the_command_reads_every_table_of_the_corpus() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let cases: Value =
        serde_json::from_str(&fs::read_to_string(format!("{root}/tests/vectors/tables/cases.json")).expect("the corpus")).expect("JSON");
    let folder = tempfile::tempdir().expect("a folder");
    let mut wrong = Vec::new();
    let mut tried = 0;
    for case in cases.as_array().expect("a list") {
        let Some(text) = case["text"].as_str() else { continue };
        tried += 1;
        let name = case["name"].as_str().expect("a name");
        let path = folder.path().join(if text.starts_with('[') { "bang.json" } else { "bang.csv" });
        fs::write(&path, text).expect("written");
        let mut options = vec![path.to_str().expect("UTF-8").to_owned()];
        if case["overlay"].is_string() {
            options.extend(["--overlay".to_owned(), format!("{root}/examples/overlays/hai-phong-illustrative.json")]);
        }
        if let Some(id) = case["filled_by"].as_str() {
            options.extend(["--filled-by".to_owned(), id.to_owned()]);
        }
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        let checked = thuocdo(&[&["check", "--format", "ndjson", "--lang", "en"], options.as_slice()].concat());
        let scored = thuocdo(&[&["score", "--format", "ndjson"], options.as_slice()].concat());
        if let Some(expected) = case["faults"].as_array() {
            // Of a table that cannot be used the faults are told in words.
            let told = expected.iter().all(|fault| {
                let cell = fault["cell"].as_str().map_or(String::new(), |cell| format!("cell {cell}"));
                checked.err.contains(fault["code"].as_str().expect("a code")) && checked.err.contains(&cell)
            });
            if !told || checked.status != 2 {
                wrong.push(format!("{name}: {checked:?}"));
            }
            continue;
        }
        let rows = case["rows"].as_array().expect("rows");
        let refused: Vec<Value> = rows.iter().filter(|row| !row["faults"].is_null()).cloned().collect();
        let found: Vec<Value> = checked.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let same = found.len() == refused.len()
            && found
                .iter()
                .zip(&refused)
                .all(|(found, wanted)| found["line"] == wanted["line"] && faults(&found["violations"]) == faults(&wanted["faults"]));
        // A row that is accepted has the card that its assessment has.
        let lines: Vec<String> = rows.iter().filter(|row| row["faults"].is_null()).map(|row| row["assessment"].to_string()).collect();
        let mut by_hand = vec!["score", "--input-format", "ndjson", "--format", "ndjson", "-"];
        by_hand.extend(options.iter().skip(1).copied().take_while(|option| *option != "--filled-by"));
        let wanted = if lines.is_empty() { String::new() } else { piped(&by_hand, lines.join("\n")).out };
        let cards: String = scored.out.split_inclusive('\n').filter(|line| !line.contains("\"violations\"")).collect();
        if !same || cards != wanted || checked.status != i32::from(!refused.is_empty()) {
            wrong.push(format!("{name}: {checked:?}\n{found:?}"));
        }
    }
    assert!(tried > 60, "{tried}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn columns_that_are_not_read_are_named_once() {
    let answer = piped(&["score", "--input-format", "csv", "--format", "csv"], "STT;Mã trường;Phường;1.3.1\n1;VD-01;Cát Bi;4\n2;VD-02;Cát Bi;5\n");
    assert_eq!(answer.status, 0, "{answer:?}");
    assert_eq!(answer.err.matches("STT, Phường").count(), 1, "{answer:?}");
}

#[test]
fn a_cell_is_told_in_json_too() {
    let answer = piped(&["check", "--input-format", "csv", "--format", "json", "--lang", "en"], "Mã trường;1.6.1\nVD-01;75%\n");
    let told: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!((&told[0]["cell"], &told[0]["at"], &told[0]["code"]), (&json!("B2"), &json!("/answers/1.6.1"), &json!("wrong_type")));
    assert!(told[0]["message"].as_str().is_some_and(|message| message.contains("75 % of 7 is 5.25")), "{told}");
}

#[test]
fn what_if_reads_answers_as_a_table_does() {
    let answer = thuocdo(&[
        "plan",
        &example("hai-phong-school.json"),
        "--overlay",
        &example("overlays/hai-phong-illustrative.json"),
        "--what-if",
        "1.4.1=1.000",
        "--lang",
        "en",
    ]);
    assert_eq!(answer.status, 2, "{answer:?}");
    assert!(answer.err.contains("1000") && answer.err.contains("1.000"), "{answer:?}");
}
