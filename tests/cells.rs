//! A CSV that we write is harmless wherever it is parted: no cell of it begins as a formula does.

use std::fmt::Write;

use csv::{ReaderBuilder, Writer};
use proptest::prelude::*;
use thuocdo_tables::{guarded, unguarded};

/// Whether a spreadsheet could take a cell for a formula, as the checklists of the trade have it.
fn is_formula(cell: &str) -> bool {
    let is_blank = |c: char| {
        c == ' '
            || c == '\0'
            || matches!(c, '\u{a0}' | '\u{3000}' | '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}')
    };
    cell.trim_start_matches(is_blank).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'])
}

/// Texts of what breaks out of cells, with words between.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "=",
        "+",
        "-",
        "@",
        "＝",
        "＋",
        "－",
        "＠",
        ",",
        ";",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        "'",
        " ",
        "\u{a0}",
        "\u{3000}",
        "\u{feff}",
        "\u{200b}",
        "\u{202e}",
        "\u{fe0f}",
        "\0",
        "Trường",
        "x",
        "1",
        "cmd()",
        "7,5",
    ]);
    prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1_usize..4).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(hostile(), width), 1..4))
}

/// As the command writes a table, and as a publication does.
fn written(rows: &[Vec<String>]) -> [String; 2] {
    let mut writer = Writer::from_writer(Vec::new());
    let mut by_hand = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| guarded(cell).into_owned()).collect();
        writer.write_record(&cells).expect("a row");
        for (nth, cell) in cells.iter().enumerate() {
            let comma = if nth > 0 { "," } else { "" };
            write!(by_hand, "{comma}\"{}\"", cell.replace('"', "\"\"")).expect("a string");
        }
        by_hand.push_str("\r\n");
    }
    [String::from_utf8(writer.into_inner().expect("all rows")).expect("text"), by_hand]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn no_cell_is_a_formula_wherever_the_file_is_parted(rows in rows()) {
        for text in written(&rows) {
            for (delimiter, quoting) in [b',', b';', b'\t'].into_iter().flat_map(|delimiter| [(delimiter, true), (delimiter, false)]) {
                let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting).from_reader(text.as_bytes());
                for row in reader.records() {
                    for cell in &row.expect("text") {
                        prop_assert!(!is_formula(cell), "{cell:?} of {text:?}, parted at {:?}, quotes: {quoting}", char::from(delimiter));
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_read_back_is_what_was_written(mut rows in rows()) {
        // A byte order mark is none of a file's text, where it stands first.
        rows[0][0].insert(0, 'k');
        for text in written(&rows) {
            let mut reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader.records().map(|row| row.expect("a row").iter().map(|cell| unguarded(cell).into_owned()).collect()).collect();
            prop_assert_eq!(&read, &rows);
        }
    }

    #[test]
    fn what_is_guarded_twice_is_read_back_twice(text in hostile()) {
        let once = guarded(&text);
        let twice = guarded(&once);
        prop_assert_eq!(unguarded(&once), text.as_str());
        prop_assert_eq!(unguarded(&twice), &*once);
    }
}
