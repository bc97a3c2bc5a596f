//! The corpus through the crate: text as it stands, sheets as XLSX and as ODS.

use thuocdo::{Lang, LocalScorer};
use thuocdo_tables::{FileFormat, Halt, Reading, Unmarked, read, recognise};

use crate::corpus::{Case, cases};
use crate::write;

/// What the crate and the core say of a file, a line each, as [`Case::expected`] says it.
pub(crate) fn answers(scorers: &LocalScorer, bytes: &[u8], format: Option<FileFormat>, filled_by: Option<&str>) -> Vec<String> {
    let of_table = |faults: &[thuocdo_tables::Fault]| {
        vec![format!("table {}", sorted(faults.iter().map(|fault| (fault.code(), fault.cell().map(str::to_owned)))))]
    };
    let file = match recognise(Box::new(bytes), format, Unmarked::Look) {
        Ok(file) => file,
        Err(fault) => return of_table(&[fault]),
    };
    let mut answers = Vec::new();
    let mut visit = |record: &thuocdo_tables::Record<'_>| {
        let judged = match record.facts {
            Err(faults) => {
                for fault in faults {
                    assert!(!fault.line(Lang::Vi).contains('{') && !fault.line(Lang::En).contains('{'), "{}", fault.line(Lang::Vi));
                    assert!(serde_json::from_str::<serde_json::Value>(&fault.to_json(Lang::Vi)).is_ok(), "{}", fault.to_json(Lang::Vi));
                }
                answers.push(format!("{} {}", record.line, sorted(faults.iter().map(|fault| (fault.code(), fault.cell().map(str::to_owned))))));
                return Ok::<(), ()>(());
            }
            Ok(input) => scorers.local().assessment(input),
        };
        answers.push(match judged {
            Ok(assessment) => format!("{} {}", record.line, assessment.to_json()),
            Err(violations) => {
                let told = violations.iter().map(|violation| {
                    let note = record.cells.and_then(|cells| cells.tell(violation, Lang::Vi));
                    (violation.code().as_str(), note.map(|note| note.cell))
                });
                format!("{} {}", record.line, sorted(told))
            }
        });
        Ok(())
    };
    match read(file, &Reading::new(scorers, filled_by), &mut visit, &mut || Ok(())) {
        Ok(_) => answers,
        Err(Halt::Faults(faults)) => of_table(&faults),
        Err(Halt::Visitor(())) => unreachable!("the visitor takes all"),
    }
}

fn sorted<'c>(faults: impl Iterator<Item = (&'c str, Option<String>)>) -> String {
    let mut faults: Vec<String> = faults.map(|(code, cell)| format!("{code}@{}", cell.as_deref().unwrap_or("-"))).collect();
    faults.sort();
    faults.join(" ")
}

/// The files of a case.
fn files(case: &Case) -> Vec<(&'static str, Vec<u8>)> {
    match (case.text(), case.sheets()) {
        (Some(text), _) => vec![
            ("text", text.as_bytes().to_vec()),
            ("text with a byte order mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("gzipped", write::gzipped(text.as_bytes())),
        ],
        (None, Some(sheets)) => vec![("xlsx", write::xlsx(sheets)), ("ods", write::ods(sheets))],
        (None, None) => panic!("{}: text or sheets", case.name()),
    }
}

#[test]
fn every_table_of_the_corpus_says_what_it_says() {
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() > 80, "{}", cases.len());
    for case in &cases {
        let scorers = case.scorers();
        let expected = case.expected(&scorers);
        for (kind, bytes) in files(case) {
            let found = answers(&scorers, &bytes, None, case.filled_by());
            // A file that names no cells of another place.
            if found != expected {
                wrong.push(format!("{} ({kind})\n  expected {expected:#?}\n  found {found:#?}", case.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_wide_table_says_the_same_as_text_and_as_a_workbook() {
    let mut compared = 0;
    for case in
        cases().iter().filter(|case| case.text().is_some_and(|text| !text.contains(['"', '{', '[', '#', '=', '\u{300}']) && text.contains(';')))
    {
        let text = case.text().expect("filtered");
        let rows: Vec<serde_json::Value> = text
            .lines()
            .map(|line| line.split(';').map(|cell| if cell.is_empty() { serde_json::Value::Null } else { cell.into() }).collect())
            .collect();
        let sheets = [serde_json::json!({ "name": "T", "rows": rows })];
        let scorers = case.scorers();
        let without_sheet = |answers: Vec<String>| answers.into_iter().map(|answer| answer.replace("@T!", "@")).collect::<Vec<_>>();
        let expected = case.expected(&scorers);
        // How many cells a row has is not known of a workbook, whose own lines are its rows; a sheet without a fact is somebody's own.
        if expected.iter().any(|line| line.contains("ragged_row") || line.contains("no_known_column"))
            || text.starts_with("sep=")
            || text.contains("\n\n")
            || text.contains("\n;")
        {
            continue;
        }
        for (kind, bytes) in [("xlsx", write::xlsx(&sheets)), ("ods", write::ods(&sheets))] {
            assert_eq!(without_sheet(answers(&scorers, &bytes, None, case.filled_by())), expected, "{} ({kind})", case.name());
            compared += 1;
        }
    }
    assert!(compared > 60, "{compared}");
}

#[test]
fn charts_hidden_sheets_and_other_files_are_no_tables() {
    let scorers = crate::corpus::scorers(false);
    let form = serde_json::json!([{ "name": "Phiếu", "rows": [["Mã", "Kết quả"], ["1.3.1", 4]] }, { "name": "Ẩn", "hidden": true, "rows": [["Mã", "Kết quả"], ["1.3.1", 5]] }]);
    for bytes in [write::xlsx(form.as_array().expect("a list")), write::ods(form.as_array().expect("a list"))] {
        let found = answers(&scorers, &bytes, None, None);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("\"points\":4"), "{found:?}");
    }
    let with_chart = write::with_chart_sheet();
    assert!(answers(&scorers, &with_chart, None, None)[0].contains("\"points\":4"));
    for (bytes, code) in [
        (b"%PDF-1.6".as_slice(), "wrong_format"),
        (b"<html>", "wrong_format"),
        (b"\xff\xfea\0", "wrong_format"),
        (b"", "no_header"),
        (b"PK\x03\x04", "not_readable"),
        (b"\xd0\xcf\x11\xe0", "not_readable"),
        (b"\x1f\x8b\x08", "not_readable"),
    ] {
        assert_eq!(answers(&scorers, bytes, None, None), [format!("table {code}@-")], "{bytes:?}");
    }
}
