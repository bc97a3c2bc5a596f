//! A Markdown page whose commands run as a reader would run them: one after another, in one folder.
//!
//! | Block | What is asked of it |
//! |---|---|
//! | `sh` | it succeeds |
//! | `console` | each `$ command` prints the lines below it; a line `…` stands for any number of lines |
//!
//! A comment above a block changes what is asked of it:
//!
//! | Comment | What it means |
//! |---|---|
//! | `<!-- not run: WHY -->` | the block is left out |
//! | `<!-- status 1 -->` | its last command ends with this exit status |
//! | `<!-- shows TEXT -->` | its output holds this text, which a person worked out; breaks of lines and further spaces make no difference |
//!
//! With `THUOCDO_WRITE` in the environment the page gets what the commands print. What a `shows` asks for is never written.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::{printed, root, search_path, target, text};

/// Stands for lines of an output that the page leaves out.
const LEFT_OUT: &str = "\u{2026}";

/// How the commands of a page are run.
pub(crate) struct Place<'a> {
    pub(crate) folder: &'a Path,
    /// The language that `thuocdo` answers in.
    pub(crate) lang: &'a str,
    /// How wide the terminal is; without it lines are whole.
    pub(crate) columns: Option<&'a str>,
    /// Whether `thuocdo` is the program that the tests built.
    pub(crate) is_built: bool,
}

/// A page, line by line, with its blocks.
pub(crate) struct Page {
    name: String,
    lines: Vec<String>,
    pub(crate) blocks: Vec<Block>,
}

/// What stands between two fences.
pub(crate) struct Block {
    pub(crate) language: String,
    /// The lines between the fences, without the indent of the fence.
    pub(crate) lines: Vec<String>,
    /// The number of the first of them.
    first: usize,
    indent: String,
    comments: Vec<String>,
}

/// A command of a `console` block, and the lines below it.
struct Shown<'a> {
    command: String,
    typed: &'a [String],
    lines: &'a [String],
}

impl Page {
    /// Reads a file of the repository.
    pub(crate) fn read(name: &str) -> Result<Page, String> {
        let lines: Vec<String> = text(name)?.lines().map(str::to_owned).collect();
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            let Some((indent, language)) = fence(&lines[at]) else {
                at += 1;
                continue;
            };
            let first = at + 1;
            let closing = format!("{indent}```");
            let end = lines[first..].iter().position(|line| line.trim_end() == closing).map(|length| first + length);
            let end = end.ok_or_else(|| format!("{name}, line {first}: this block has no end"))?;
            let inner = lines[first..end].iter().map(|line| line.strip_prefix(&indent).unwrap_or(line).to_owned()).collect();
            let above = lines[..at].iter().rev().skip_while(|line| line.trim().is_empty());
            let mut comments: Vec<String> = above.map_while(|line| comment(line).map(str::to_owned)).collect();
            comments.reverse();
            blocks.push(Block { language, lines: inner, first, indent, comments });
            at = end + 1;
        }
        Ok(Page { name: name.to_owned(), lines, blocks })
    }

    /// The same page with other scripts in its `sh` blocks.
    pub(crate) fn with_scripts(mut self, rewrite: impl Fn(&str) -> String) -> Page {
        for block in self.blocks.iter_mut().filter(|block| block.language == "sh") {
            block.lines = rewrite(&block.lines.join("\n")).lines().map(str::to_owned).collect();
        }
        self
    }

    /// The lines of a page.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(String::as_str)
    }

    /// Runs the commands of the page, and answers with everything they printed, as a screen would show it.
    pub(crate) fn run(&self, place: &Place) -> Result<String, String> {
        let (mut screen, mut wrong, mut stale) = (String::new(), Vec::new(), Vec::new());
        for block in &self.blocks {
            let at = |message: &str| format!("{}, line {}: {message}", self.name, block.first);
            if let Some(why) = block.asks("not run:").next() {
                println!("  left out: `{}`, because {why}", block.lines.join(" "));
                continue;
            }
            match block.language.as_str() {
                "sh" => {
                    let script = block.lines.join("\n");
                    println!("  {}", script.replace('\n', "\n  "));
                    place.run(&script, 0).map_err(|error| at(&error))?;
                }
                "console" => {
                    let (printed, shown) = block.console(place).map_err(|error| at(&error))?;
                    let words = in_one_line(&printed);
                    let missing = block.asks("shows ").filter(|text| !words.contains(&in_one_line(text)));
                    wrong.extend(missing.map(|text| at(&format!("the output should hold `{text}`, and is\n{printed}"))));
                    screen += &printed;
                    if shown != block.lines {
                        stale.push((block, shown));
                    }
                }
                _ => {}
            }
        }
        if env::var_os("THUOCDO_WRITE").is_some() {
            self.write(&stale)?;
        } else {
            wrong.extend(stale.iter().map(|(block, shown)| {
                let (name, first, shown, page) = (&self.name, block.first, shown.join("\n"), block.lines.join("\n"));
                format!("{name}, line {first}: the commands print\n{shown}\nand the page shows\n{page}\nTHUOCDO_WRITE=1 writes what they print")
            }));
        }
        if wrong.is_empty() { Ok(screen) } else { Err(wrong.join("\n\n")) }
    }

    /// Writes what blocks should show into the page, from the last one, so that the numbers of the lines above stay right.
    fn write(&self, stale: &[(&Block, Vec<String>)]) -> Result<(), String> {
        let mut lines = self.lines.clone();
        for (block, shown) in stale.iter().rev() {
            let shown = shown.iter().map(|line| format!("{}{line}", block.indent).trim_end().to_owned());
            lines.splice(block.first..block.first + block.lines.len(), shown);
        }
        if stale.is_empty() {
            return Ok(());
        }
        fs::write(root().join(&self.name), lines.join("\n") + "\n").map_err(|error| format!("{}: {error}", self.name))
    }
}

impl Block {
    /// What the comments above ask for under a word.
    fn asks<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.comments.iter().filter_map(move |comment| comment.strip_prefix(word)).map(str::trim)
    }

    /// What the commands print, whole, and the block as it should be.
    fn console(&self, place: &Place) -> Result<(String, Vec<String>), String> {
        let status = self.asks("status ").next().map_or(Ok(0), str::parse).map_err(|_| "a status is a number")?;
        let (mut screen, mut block) = (String::new(), Vec::new());
        let commands = self.commands();
        let last = commands.len().checked_sub(1).ok_or("a console block begins with `$ `")?;
        for (number, shown) in commands.into_iter().enumerate() {
            println!("  $ {}", shown.command);
            let printed = place.run(&shown.command, if number == last { status } else { 0 })?;
            let printed: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
            let typed = shown.typed.join("\n");
            screen.extend([&typed, "\n", &printed.join("\n"), "\n\n"]);
            block.extend(shown.typed.iter().cloned());
            block.extend(refreshed(shown.lines, &printed));
        }
        Ok((screen, block))
    }

    /// The commands of a `console` block. One that ends with `\` goes on in the next line.
    fn commands(&self) -> Vec<Shown<'_>> {
        let starts: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].starts_with("$ ")).collect();
        let ends = starts.iter().skip(1).copied().chain([self.lines.len()]);
        let part = |(start, end): (usize, usize)| {
            let part = &self.lines[start..end];
            let more = part.iter().take_while(|line| line.ends_with('\\')).count();
            let (typed, lines) = part.split_at((more + 1).min(part.len()));
            Shown { command: typed.join("\n").trim_start_matches("$ ").to_owned(), typed, lines }
        };
        starts.iter().copied().zip(ends).map(part).collect()
    }
}

impl Place<'_> {
    /// Runs a script in a shell that stops at the first failure, and answers with all it printed.
    fn run(&self, script: &str, status: i32) -> Result<String, String> {
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", &format!("exec 2>&1\n{script}")]).current_dir(self.folder);
        shell.env("THUOCDO_LANG", self.lang).env_remove("COLUMNS").envs(self.columns.map(|columns| ("COLUMNS", columns)));
        if self.is_built {
            let path: OsString = env::join_paths([target().join("debug")].into_iter().chain(search_path())).map_err(|error| error.to_string())?;
            shell.env("PATH", path);
        }
        let output = shell.output().map_err(|error| format!("bash: {error}"))?;
        if output.status.code() == Some(status) {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else if output.status.success() {
            Err(format!("`{script}` succeeds, and the page says that it ends with status {status}"))
        } else {
            printed(&format!("`{script}`"), Ok(output))
        }
    }
}

/// What a page should show of an output: all of it, or as many lines of its beginning and its end as the page shows.
fn refreshed(shown: &[String], printed: &[&str]) -> Vec<String> {
    let whole = || printed.iter().map(|line| (*line).to_owned());
    let shown = &shown[..shown.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1)];
    let Some(gap) = shown.iter().position(|line| line == LEFT_OUT) else { return whole().collect() };
    let after = shown.len() - gap - 1;
    if gap + after >= printed.len() {
        return whole().collect();
    }
    whole().take(gap).chain([LEFT_OUT.to_owned()]).chain(whole().skip(printed.len() - after)).collect()
}

/// The indent and the language of a fence that opens a block.
fn fence(line: &str) -> Option<(String, String)> {
    let inner = line.trim_start();
    let language = inner.strip_prefix("```")?;
    Some((line[..line.len() - inner.len()].to_owned(), language.split([' ', '{']).next().unwrap_or_default().to_owned()))
}

/// A text without the breaks of its lines, and with one space where there are more: an output breaks lines where the screen ends.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a comment of one line says.
pub(crate) fn comment(line: &str) -> Option<&str> {
    line.trim().strip_prefix("<!--")?.strip_suffix("-->").map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_block_shows_all_or_as_much_of_both_ends_as_it_does() {
        let printed = ["1", "2", "3", "4"];
        assert_eq!(refreshed(&lines("1\n2\n3\n4\n\n"), &printed), ["1", "2", "3", "4"]);
        assert_eq!(refreshed(&lines("1\n2"), &printed), ["1", "2", "3", "4"]);
        assert_eq!(refreshed(&lines("1\n\u{2026}\n4"), &printed), ["1", "\u{2026}", "4"]);
        assert_eq!(refreshed(&lines("1\n\u{2026}"), &printed), ["1", "\u{2026}"]);
        assert_eq!(refreshed(&lines("old\n\u{2026}\nold"), &printed), ["1", "\u{2026}", "4"]);
        assert_eq!(refreshed(&lines("1\n2\n\u{2026}\n4"), &["1", "4"]), ["1", "4"]);
    }

    #[test]
    fn a_page_must_show_what_its_commands_print() {
        let folder = env::temp_dir().join(format!("thuocdo-page-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join("page.md");
        let run = |page: &str| {
            fs::write(&file, page).expect("a page");
            let place = Place { folder: &folder, lang: "vi", columns: None, is_built: false };
            Page::read(&file.to_string_lossy())?.run(&place)
        };
        assert_eq!(run("```sh\necho 12 > a\n```\n```console\n$ cat a\n12\n```\n").as_deref(), Ok("$ cat a\n12\n\n"));
        assert!(run("```console\n$ echo 12\n13\n```\n").is_err_and(|error| error.contains("the page shows")));
        assert!(run("<!-- shows 1 2 -->\n```console\n$ printf '1\\n2'\n1\n2\n```\n").is_ok());
        assert!(run("<!-- shows 3 -->\n```console\n$ echo 12\n12\n```\n").is_err_and(|error| error.contains("should hold `3`")));
        assert!(run("```console\n$ false\n```\n").is_err());
        assert!(run("<!-- status 1 -->\n```console\n$ false\n```\n").is_ok());
        assert!(run("<!-- status 1 -->\n```console\n$ true\n```\n").is_err_and(|error| error.contains("succeeds")));
        assert!(run("<!-- not run: because -->\n```sh\nfalse\n```\n").is_ok());
        fs::remove_dir_all(&folder).expect("the folder");
    }

    #[test]
    fn a_command_goes_on_after_a_backslash() {
        let lines = lines("$ a \\\n    b\nprinted\n$ c");
        let block = Block { language: "console".to_owned(), lines, first: 0, indent: String::new(), comments: Vec::new() };
        let commands: Vec<(String, usize)> = block.commands().into_iter().map(|shown| (shown.command, shown.lines.len())).collect();
        assert_eq!(commands, [("a \\\n    b".to_owned(), 1), ("c".to_owned(), 0)]);
    }

    #[test]
    fn a_comment_above_a_block_says_what_is_asked_of_it() {
        assert_eq!(comment("    <!-- shows 66/100 -->"), Some("shows 66/100"));
        assert_eq!(comment("text"), None);
        assert_eq!(fence("    ```console"), Some(("    ".to_owned(), "console".to_owned())));
        assert_eq!(fence("text"), None);
    }
}
