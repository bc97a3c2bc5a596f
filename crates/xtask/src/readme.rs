//! Runs the shell blocks of the README as a reader would, and its C blocks against the installed library. Its Rust blocks are doctests of the
//! tests package.

use std::fs;
use std::process::Command;

use crate::c;
use crate::run::{ran, root};

/// Blocks that are not run from here, and why.
const ELSEWHERE: [(&str, &str); 2] = [
    ("cargo xtask test", "it is the command that is running"),
    ("cargo xtask bench", "it takes minutes and measures; each bench ran once among the Rust tests"),
];

/// Runs every `sh` block, each in a shell that stops at the first failure, and every `c` block as a program of its own.
pub(crate) fn run() -> Result<(), String> {
    for block in blocks("README.md", "sh")? {
        if let Some((_, why)) = ELSEWHERE.iter().find(|(command, _)| *command == block.trim()) {
            println!("  left out: `{}`, because {why}", block.trim());
            continue;
        }
        println!("  {}", block.trim().replace('\n', "\n  "));
        ran(Command::new("bash").args(["-euo", "pipefail", "-c", &block]).current_dir(root()))?;
    }
    blocks("README.md", "c")?.iter().try_for_each(|block| c::run_block(block))
}

/// The blocks of one language in a file, of which there is at least one.
pub(crate) fn blocks(file: &str, language: &str) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))?;
    let start = format!("\n```{language}\n");
    let blocks: Vec<String> = text.split(&start).skip(1).filter_map(|rest| rest.split_once("\n```").map(|(block, _)| block.to_owned())).collect();
    if blocks.is_empty() { Err(format!("{file} has no `{language}` block")) } else { Ok(blocks) }
}
