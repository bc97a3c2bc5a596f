//! `man`: the manual pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Command};
use clap_mangen::Man;
use thuocdo::Lang;

use crate::args::is_stdout;
use crate::outcome::Outcome;
use crate::output;
use crate::terminal::stdout;
use crate::words::Word;

/// Arguments of `man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  thuocdo man -o ~/.local/share/man/man1
  thuocdo man | man -l -")]
pub(crate) struct ManArgs {
    /// Folder to write a page for each command into; a file that ends in .1 gets the page of the whole, and so does standard output without it
    #[arg(short, long, value_name = "FOLDER|FILE")]
    output: Option<PathBuf>,

    /// Overwrite pages that are there
    #[arg(long, requires = "output")]
    force: bool,
}

pub(crate) fn run(args: &ManArgs, mut command: Command, lang: Lang) -> Result<Outcome> {
    command.build();
    let Some(folder) = args.output.as_deref().filter(|path| !is_stdout(path)) else {
        stdout::all(&page(command)?)?;
        return Ok(Outcome::Done);
    };
    if folder.extension().is_some_and(|ending| ending == "1") && !folder.is_dir() {
        output::write_file(folder, &page(command)?, args.force, lang)?;
        return Ok(Outcome::Done);
    }
    fs::create_dir_all(folder).with_context(|| Word::CannotWrite.say(lang, &[("file", &folder.display())]))?;
    pages(&command, "", folder, args.force, lang)?;
    Ok(Outcome::Done)
}

/// Writes the page of a command and of each command in it: `thuocdo.1`, `thuocdo-framework-show.1`.
fn pages(command: &Command, outer: &str, folder: &Path, force: bool, lang: Lang) -> Result<()> {
    let name = if outer.is_empty() { command.get_name().to_owned() } else { format!("{outer}-{}", command.get_name()) };
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set() && inner.get_name() != "help") {
        pages(inner, &name, folder, force, lang)?;
    }
    let page = page(command.clone().name(name.clone()))?;
    output::write_file(&folder.join(format!("{name}.1")), &page, force, lang)
}

fn page(command: Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(page)
}
