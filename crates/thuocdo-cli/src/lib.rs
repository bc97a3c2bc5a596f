//! The `thuocdo` command: reads the facts schools report, asks the core, prints.
//!
//! Everything that is known of frameworks, points and levels lives in the core. This crate knows files, cells, lines and terminals.
#![forbid(unsafe_code)]

mod args;
mod certificate;
mod commands;
mod framework;
mod help;
mod input;
mod output;
mod progress;
mod refusal;
mod register;
mod sample;
mod stdout;
mod words;

use std::ffi::OsString;
use std::{env, io};

use clap::FromArgMatches;
use clap::error::ErrorKind;
use thuocdo::Lang;

use crate::args::Cli;

pub use crate::commands::explain_code::page as codes_page;

/// Exit status: everything was scored, printed or made.
const DONE: u8 = 0;
/// Exit status: some input was refused.
const REFUSED: u8 = 1;
/// Exit status: wrong usage, or a file that cannot be read or written.
const UNUSABLE: u8 = 2;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    SomeRefused,
}

impl Outcome {
    fn of(refused: u64) -> Outcome {
        if refused == 0 { Outcome::Done } else { Outcome::SomeRefused }
    }
}

/// Runs the command with these arguments (the first is its own name) and answers with the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = args::language(&arguments, |name| env::var_os(name));
    let read = help::command(lang).try_get_matches_from(&arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match read {
        Ok(cli) => cli,
        Err(usage) => return not_run(usage, &arguments, lang),
    };
    match commands::run(&cli.command, lang) {
        Ok(Outcome::Done) => DONE,
        Ok(Outcome::SomeRefused) => REFUSED,
        Err(error) => {
            refusal::unusable(&error, lang);
            UNUSABLE
        }
    }
}

/// Prints the help that was asked for, or says what is wrong with the arguments.
fn not_run(usage: clap::Error, arguments: &[OsString], lang: Lang) -> u8 {
    let is_wrong = usage.use_stderr();
    if is_wrong && lang == Lang::Vi && usage.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        refusal::unusable(&anyhow::Error::msg(help::wrong_usage(&usage, &words)), lang);
        return UNUSABLE;
    }
    match as_shown(usage, arguments, lang).print() {
        // A reader that went away does not change what the status says.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            refusal::unusable(&stdout::unprinted(error).into(), lang);
            UNUSABLE
        }
        _ if is_wrong => UNUSABLE,
        _ => DONE,
    }
}

/// Makes a write beyond the limit of file sizes an error, which is told and of which no half file stays; the signal would end the process.
#[cfg(unix)]
pub fn survive_full_files() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use signal_hook::consts::SIGXFSZ;
    use signal_hook::flag;

    // Where the system refuses even that, the signal still leaves the old file whole.
    let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// The error of a file under an error of CSV, whose kind csv's own conversion would hide.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The same error with what cannot be seen written out: clap repeats arguments as they are, and a file's name may hold anything.
fn as_shown(usage: clap::Error, arguments: &[OsString], lang: Lang) -> clap::Error {
    let shown = arguments.iter().map(|argument| thuocdo::text::shown(&argument.to_string_lossy()).into_owned());
    help::command(lang).try_get_matches_from(shown).err().unwrap_or(usage)
}
