//! The pages of the guide, and what stands in their comments beside what [`crate::markdown`] reads.
//!
//! | Comment | What it asks for |
//! |---|---|
//! | `<!-- in FOLDER -->` | the commands of the page run in this folder |
//! | `<!-- recording FILE -->` | the whole screen of the page as text, at most 80 columns wide |
//! | `<!-- picture PICTURE of FILE page N -->` | a page of a paper or a workbook, as it is printed |
//! | `<!-- picture PICTURE of FILE at 390x800 -->` | a file as a browser shows it |

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{SOURCE, pictures};
use crate::markdown::{Page, Place, comment};
use crate::run::{ran, target};

/// How wide the screens of the guide are.
const COLUMNS: &str = "80";
/// The languages of blocks that something runs. Python's run in the tests of the Python package; a `text` is a drawing.
const RUN: [&str; 4] = ["sh", "console", "python", "text"];
/// How a line begins that takes a block over from a file which other tests run.
const TAKEN: &str = "--8<-- ";

/// Runs the commands of a page, and makes what it asks for.
pub(super) fn run(lang: &str, name: &str, folder: &Path, docs: &Path, has_tools: bool) -> Result<(), String> {
    println!("\n{lang}/{name}");
    let page = Page::read(&format!("{SOURCE}/{lang}/docs/{name}"))?;
    for block in &page.blocks {
        let is_taken = block.lines.iter().all(|line| line.starts_with(TAKEN));
        if !is_taken && !RUN.contains(&block.language.as_str()) {
            return Err(format!("{name}: nothing runs a block of `{}`; take it over from a file that is tested", block.language));
        }
    }
    let orders: Vec<String> = page.lines().filter_map(comment).map(str::to_owned).collect();
    let ask = |word: &str| orders.iter().find_map(|order| order.strip_prefix(word).map(str::to_owned));
    let folder = folder.join(ask("in ").unwrap_or_default());
    let screen = page.run(&Place { folder: &folder, lang, columns: Some(COLUMNS), is_built: true })?;
    if let Some(recording) = ask("recording ") {
        if let Some(line) = screen.lines().find(|line| line.chars().count() > 80) {
            return Err(format!("{name}: this line of the screen is wider than 80 columns:\n{line}"));
        }
        write(&docs.join(recording), screen.as_bytes())?;
    }
    for order in orders.iter().filter_map(|order| order.strip_prefix("picture ")).filter(|_| has_tools) {
        pictures::make(order, &folder, &docs.join(name).with_file_name("")).map_err(|error| format!("{name}, picture {order}: {error}"))?;
    }
    Ok(())
}

/// Every figure of the framework with its source, as the command writes it for a person who holds the annex.
pub(super) fn checklist(lang: &str) -> Result<String, String> {
    let text = ran(Command::new(target().join("debug/thuocdo")).args(["framework", "checklist", "--lang", lang]))?;
    // A list within a list is indented by four in the Markdown of the generator.
    Ok(text.replace("\n  - [ ]", "\n    - [ ]"))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
    fs::write(path, bytes).map_err(failed)
}
