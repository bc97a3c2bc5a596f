//! The glossary beside the table of words in DESIGN: two lists of the same words.

use super::SOURCE;
use crate::run::text;

/// The beginning of the table in DESIGN, and of the one in the glossary.
const TABLES: [(&str, &str); 2] = [
    ("docs/DESIGN.md", "| Vietnamese | English, in code | Not |"),
    ("vi/docs/tu-vung.md", "| Tiếng Việt | Tiếng Anh, trong mã nguồn | Không dùng |"),
];

/// Compares word, English name and what not to say; the meaning is written in each language.
pub(super) fn check() -> Result<(), String> {
    let [(design, its_head), (glossary, head)] = TABLES;
    let design = text(design)?.replace("(alone)", "(đứng một mình)");
    let (design, glossary) = (rows(&design, its_head), rows(&text(&format!("{SOURCE}/{glossary}"))?, head));
    if design.is_empty() {
        return Err("DESIGN has no table of words".to_owned());
    }
    let lacking = design.iter().filter(|row| !glossary.contains(row)).map(|row| format!("the glossary lacks {}", row.join(" | ")));
    let unknown = glossary.iter().filter(|row| !design.contains(row)).map(|row| format!("DESIGN does not have {}", row.join(" | ")));
    let wrong: Vec<String> = lacking.chain(unknown).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The first three cells of each row of a table.
fn rows(text: &str, head: &str) -> Vec<[String; 3]> {
    let rows = text.lines().skip_while(|line| !line.starts_with(head)).skip(2).take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        let mut cells = row.trim_start_matches('|').split('|').map(|cell| cell.trim().to_owned());
        [cells.next(), cells.next(), cells.next()].map(Option::unwrap_or_default)
    };
    rows.map(cells).collect()
}
