//! `completions`: what a shell needs to complete commands and options.

use std::path::PathBuf;

use anyhow::Result;
use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use clap_complete::Shell;
use thuocdo::Lang;

use crate::outcome::Outcome;
use crate::output::write_file;
use crate::terminal::stdout;

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "What it prints goes where the shell looks for completions.

Examples:
  thuocdo completions bash -o ~/.local/share/bash-completion/completions/thuocdo
  thuocdo completions fish -o ~/.config/fish/completions/thuocdo.fish
  thuocdo completions powershell >> $PROFILE")]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(SHELLS.map(|(name, _)| name)))]
    shell: String,

    /// File to write; `-`, or none, is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Overwrite FILE if it is there
    #[arg(long, requires = "output")]
    force: bool,
}

/// The shells whose completions are tried.
const SHELLS: [(&str, Shell); 4] = [("bash", Shell::Bash), ("zsh", Shell::Zsh), ("fish", Shell::Fish), ("powershell", Shell::PowerShell)];

pub(crate) fn run(args: &CompletionsArgs, mut line: Command, lang: Lang) -> Result<Outcome> {
    let mut script = Vec::new();
    for (_, shell) in SHELLS.iter().filter(|(name, _)| *name == args.shell) {
        clap_complete::generate(*shell, &mut line, "thuocdo", &mut script);
    }
    match &args.output {
        Some(path) => write_file(path, &script, args.force, lang)?,
        None => stdout::all(&script)?,
    }
    Ok(Outcome::Done)
}
