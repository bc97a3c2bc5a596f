//! Runs the shell blocks of the README as a reader would, and its C blocks against the installed library. Its Rust blocks are doctests of the
//! tests package.

use std::fs;
use std::process::Command;

use crate::c;
use crate::run::root;

/// Blocks that are not run from here, and why.
const ELSEWHERE: [(&str, &str); 2] = [
    ("cargo xtask test", "it is the command that is running"),
    ("cargo xtask bench", "it takes minutes and measures; each bench ran once among the Rust tests"),
];

/// Runs every `sh` block, each in a shell that stops at the first failure, and every `c` block as a program of its own.
pub(crate) fn run() -> Result<(), String> {
    let text = fs::read_to_string(root().join("README.md")).map_err(|error| format!("README.md: {error}"))?;
    for block in blocks(&text, "sh")? {
        if let Some((_, why)) = ELSEWHERE.iter().find(|(command, _)| *command == block.trim()) {
            println!("  left out: `{}`, because {why}", block.trim());
            continue;
        }
        println!("  {}", block.trim().replace('\n', "\n  "));
        let output =
            Command::new("bash").args(["-euo", "pipefail", "-c", block]).current_dir(root()).output().map_err(|error| format!("bash: {error}"))?;
        if !output.status.success() {
            return Err(format!("{block}\n{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)));
        }
    }
    blocks(&text, "c")?.into_iter().try_for_each(c::run_block)
}

/// The blocks of one language, of which there is at least one.
fn blocks<'t>(text: &'t str, language: &str) -> Result<Vec<&'t str>, String> {
    let start = format!("\n```{language}\n");
    let blocks: Vec<&str> = text.split(&start).skip(1).filter_map(|rest| rest.split_once("\n```").map(|(block, _)| block)).collect();
    if blocks.is_empty() { Err(format!("README.md has no `{language}` block")) } else { Ok(blocks) }
}
