//! `completions`: what a shell needs to complete commands and options.

use anyhow::Result;
use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use clap_complete::Shell;

use crate::outcome::Outcome;
use crate::terminal::stdout;

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "What it prints goes where the shell looks for completions.

Examples:
  thuocdo completions bash > ~/.local/share/bash-completion/completions/thuocdo
  thuocdo completions fish > ~/.config/fish/completions/thuocdo.fish
  thuocdo completions powershell >> $PROFILE")]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(SHELLS.map(|(name, _)| name)))]
    shell: String,
}

/// The shells whose completions are tried.
const SHELLS: [(&str, Shell); 4] = [("bash", Shell::Bash), ("zsh", Shell::Zsh), ("fish", Shell::Fish), ("powershell", Shell::PowerShell)];

pub(crate) fn run(args: &CompletionsArgs, mut line: Command) -> Result<Outcome> {
    let mut script = Vec::new();
    for (_, shell) in SHELLS.iter().filter(|(name, _)| *name == args.shell) {
        clap_complete::generate(*shell, &mut line, "thuocdo", &mut script);
    }
    stdout::all(&script)?;
    Ok(Outcome::Done)
}
