//! Runs the shell blocks of both READMEs as a reader would. The part `c` runs the C blocks of the English one; its Rust blocks are doctests of the
//! tests package.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{ran, root, search_path, target, text};

/// The README in Vietnamese, which also shows what its commands print.
const VIETNAMESE: &str = "README.vi.md";

/// Blocks that are not run from here, and why.
const ELSEWHERE: [(&str, &str); 2] = [
    ("cargo xtask test", "it is the command that is running"),
    ("cargo install --path crates/thuocdo-cli", "it installs for the user; the English README installs the same into a folder"),
];

/// Runs every block of commands, each in a shell that stops at the first failure. In the ordinary run `thuocdo` is the program of the tests; as
/// written, each block of the English README would compile it anew.
pub(crate) fn run(as_written: bool) -> Result<(), String> {
    let path = env::join_paths([target().join("debug")].into_iter().chain(search_path())).map_err(|error| error.to_string())?;
    let shell = |script: &str, lang: &str, folder: &Path| {
        println!("  {}", script.trim().replace('\n', "\n  "));
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", script]).current_dir(folder).env("THUOCDO_LANG", lang);
        shell
    };
    for block in commands("README.md")? {
        let block = if as_written { block } else { built_already(&block) };
        let mut shell = shell(&block, "en", &root());
        ran(if as_written { &mut shell } else { shell.env("PATH", &path) })?;
    }
    let folder = folder_of_a_school()?;
    for block in commands(VIETNAMESE)? {
        ran(shell(&block, "vi", &folder).env("PATH", &path))?;
    }
    for block in blocks(VIETNAMESE, "console")? {
        printed_as_shown(&block, |command| ran(shell(command, "vi", &folder).env("PATH", &path)))?;
    }
    Ok(())
}

/// The `sh` blocks of a file that are run from here.
fn commands(file: &str) -> Result<Vec<String>, String> {
    let mut commands = blocks(file, "sh")?;
    commands.retain(|block| match ELSEWHERE.iter().find(|(command, _)| *command == block.trim()) {
        Some((command, why)) => {
            println!("  left out: `{command}`, because {why}");
            false
        }
        None => true,
    });
    Ok(commands)
}

/// A new folder with the examples: the commands in Vietnamese write files where they are run.
fn folder_of_a_school() -> Result<PathBuf, String> {
    let folder = target().join("readme/vi");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    ran(Command::new("cp").arg("-R").arg(root().join("examples")).arg(&folder))?;
    Ok(folder)
}

/// Runs each `$ command` of a `console` block: it must print the lines below it. Where the last of them is `…`, more may follow.
fn printed_as_shown(block: &str, run: impl Fn(&str) -> Result<String, String>) -> Result<(), String> {
    for part in format!("\n{block}").split("\n$ ").skip(1) {
        let (command, shown) = part.split_once('\n').unwrap_or((part, ""));
        let printed = run(command)?;
        let is_same = match shown.trim_end().strip_suffix("\n\u{2026}") {
            Some(beginning) => printed.starts_with(beginning),
            None => printed.trim_end() == shown.trim_end(),
        };
        if !is_same {
            return Err(format!("`{command}` prints\n{printed}\nand the README shows\n{shown}"));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_must_print_what_it_shows() {
        let says = |printed: &'static str| move |_: &str| Ok(printed.to_owned());
        let (whole, beginning) = ("$ thuocdo score a.json\nLevel 2\n", "$ thuocdo score a.json\nLevel 2\n\u{2026}\n");
        assert!(printed_as_shown(whole, says("Level 2\n")).is_ok());
        assert!(printed_as_shown(whole, says("Level 2\nmore\n")).is_err());
        assert!(printed_as_shown(beginning, says("Level 2\nmore\n")).is_ok());
        assert!(printed_as_shown(beginning, says("Level 3\n")).is_err());
    }
}
