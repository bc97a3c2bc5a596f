//! Runs the shell blocks of the README as a reader would. Its Rust blocks are doctests of the tests package.

use std::fs;
use std::process::Command;

use crate::run::root;

/// Blocks that are not run from here, and why.
const ELSEWHERE: [(&str, &str); 2] = [
    ("cargo xtask test", "it is the command that is running"),
    ("cargo xtask bench", "it takes minutes and measures; each bench ran once among the Rust tests"),
];

/// Runs every `sh` block, each in a shell that stops at the first failure.
pub(crate) fn run() -> Result<(), String> {
    let text = fs::read_to_string(root().join("README.md")).map_err(|error| format!("README.md: {error}"))?;
    let blocks = blocks(&text);
    if blocks.is_empty() {
        return Err("README.md has no `sh` block".to_owned());
    }
    for block in blocks {
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
    Ok(())
}

fn blocks(text: &str) -> Vec<&str> {
    text.split("\n```sh\n").skip(1).filter_map(|rest| rest.split_once("\n```").map(|(block, _)| block)).collect()
}
