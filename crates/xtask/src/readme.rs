//! Runs the shell blocks of both READMEs as a reader would. The part `c` runs the C blocks of the English one; its Rust blocks are doctests of the
//! tests package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::markdown::{Page, Place};
use crate::run::{ran, root, target};

/// Runs every block of commands. In the ordinary run `thuocdo` is the program of the tests; as written, the English README compiles it anew.
pub(crate) fn run(as_written: bool) -> Result<(), String> {
    let english = Page::read("README.md")?;
    let english = if as_written { english } else { english.with_scripts(built_already) };
    english.run(&Place { folder: &root(), lang: "en", columns: None, is_built: !as_written })?;
    let folder = with_examples(&target().join("readme/vi"))?;
    Page::read("README.vi.md")?.run(&Place { folder: &folder, lang: "vi", columns: None, is_built: true }).map(drop)
}

/// A new folder with the examples: commands write files where they are run.
pub(crate) fn with_examples(folder: &Path) -> Result<PathBuf, String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    ran(Command::new("cp").arg("-R").arg(root().join("examples")).arg(folder))?;
    Ok(folder.to_owned())
}

/// A block with the built program in place of what compiles it.
fn built_already(block: &str) -> String {
    let compiles = |line: &&str| line.starts_with("cargo install ") || line.starts_with("PATH=");
    let lines: Vec<&str> = block.lines().filter(|line| !compiles(line)).collect();
    format!("mkdir -p target/readme\n{}\n", lines.join("\n")).replace("cargo run --release -p thuocdo-cli -- ", "thuocdo ")
}

/// The blocks of one language in a file, of which there is at least one.
pub(crate) fn blocks(file: &str, language: &str) -> Result<Vec<String>, String> {
    let page = Page::read(file)?;
    let blocks: Vec<String> = page.blocks.iter().filter(|block| block.language == language).map(|block| block.lines.join("\n")).collect();
    if blocks.is_empty() { Err(format!("{file} has no `{language}` block")) } else { Ok(blocks) }
}
