//! Runs the shell blocks of the README as a reader would. Its C blocks are run by the part `c`; its Rust blocks are doctests of the tests package.

use std::env;
use std::process::Command;

use crate::run::{ran, root, search_path, target, text};

/// Blocks that are not run from here, and why.
const ELSEWHERE: [(&str, &str); 2] = [
    ("cargo xtask test", "it is the command that is running"),
    ("cargo xtask bench", "it takes minutes and measures; the deep run runs each bench once"),
];

/// Runs every `sh` block, each in a shell that stops at the first failure. In the ordinary run `thuocdo` is the program of the tests; as
/// written, each block would compile it anew.
pub(crate) fn run(as_written: bool) -> Result<(), String> {
    let path = env::join_paths([target().join("debug")].into_iter().chain(search_path())).map_err(|error| error.to_string())?;
    for block in blocks("README.md", "sh")? {
        if let Some((_, why)) = ELSEWHERE.iter().find(|(command, _)| *command == block.trim()) {
            println!("  left out: `{}`, because {why}", block.trim());
            continue;
        }
        let block = if as_written { block } else { built_already(&block) };
        println!("  {}", block.trim().replace('\n', "\n  "));
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", &block]).current_dir(root());
        ran(if as_written { &mut shell } else { shell.env("PATH", &path) })?;
    }
    Ok(())
}

/// A block with the built program in place of what compiles it.
fn built_already(block: &str) -> String {
    let compiles = |line: &&str| line.starts_with("cargo install ") || line.starts_with("PATH=");
    let lines: Vec<&str> = block.lines().filter(|line| !compiles(line)).collect();
    format!("mkdir -p target/readme\n{}\n", lines.join("\n")).replace("cargo run --release -p thuocdo-cli -- ", "thuocdo ")
}

/// The blocks of one language in a file, of which there is at least one.
pub(crate) fn blocks(file: &str, language: &str) -> Result<Vec<String>, String> {
    let text = text(file)?;
    let start = format!("\n```{language}\n");
    let blocks: Vec<String> = text.split(&start).skip(1).filter_map(|rest| rest.split_once("\n```").map(|(block, _)| block.to_owned())).collect();
    if blocks.is_empty() { Err(format!("{file} has no `{language}` block")) } else { Ok(blocks) }
}
