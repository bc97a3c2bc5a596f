//! The `thuocdo` command: reads assessments, lets the core score them, prints the results.
//!
//! The rooms, each using only those before it: `terminal` (standard output and standard error), `input` (the user's files), `output` (results
//! and refusals), `commands`. The core knows frameworks, points and levels; this crate knows files, lines and terminals.
#![forbid(unsafe_code)]

mod args;
mod commands;
mod help;
mod input;
mod language;
mod outcome;
mod output;
mod sample;
mod terminal;
mod words;

use std::ffi::OsString;
use std::{env, io};

use clap::FromArgMatches;
use clap::error::ErrorKind;
use thuocdo::Lang;

use crate::commands::Cli;
use crate::outcome::Outcome;
use crate::terminal::{stderr, stdout};

pub use crate::commands::codes_page;

/// Runs the command with these arguments (the first is its own name) and answers with the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = language::asked_for(&arguments, |name| env::var_os(name));
    let read = help::command(lang).try_get_matches_from(&arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match read {
        Ok(cli) => cli,
        Err(usage) => return not_run(usage, &arguments, lang),
    };
    match commands::run(&cli.command, lang) {
        Ok(outcome) => outcome.status(),
        Err(error) => {
            stderr::unusable(&error, lang);
            Outcome::UNUSABLE
        }
    }
}

/// Prints the help, or what is wrong with the arguments.
fn not_run(usage: clap::Error, arguments: &[OsString], lang: Lang) -> u8 {
    let is_wrong = usage.use_stderr();
    if is_wrong && lang == Lang::Vi && usage.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        stderr::unusable(&anyhow::Error::msg(help::wrong_usage(&usage, &words)), lang);
        return Outcome::UNUSABLE;
    }
    match as_shown(usage, arguments, lang).print() {
        // A reader that has gone away does not change the status.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            stderr::unusable(&stdout::unprinted(error).into(), lang);
            Outcome::UNUSABLE
        }
        _ if is_wrong => Outcome::UNUSABLE,
        _ => Outcome::Done.status(),
    }
}

/// Makes a write beyond the limit of file sizes an error, so that the command can report it and remove the half file. Without this, the
/// signal would end the process.
#[cfg(unix)]
pub fn survive_full_files() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use signal_hook::consts::SIGXFSZ;
    use signal_hook::flag;

    // Where the system refuses even that, the signal still leaves the old file whole.
    let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// The same error with control characters written out. clap repeats arguments as they are, and a file's name may hold anything.
fn as_shown(usage: clap::Error, arguments: &[OsString], lang: Lang) -> clap::Error {
    let shown = arguments.iter().map(|argument| thuocdo::text::shown(&argument.to_string_lossy()).into_owned());
    help::command(lang).try_get_matches_from(shown).err().unwrap_or(usage)
}
