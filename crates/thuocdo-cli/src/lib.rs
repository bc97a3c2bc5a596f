//! The `thuocdo` command: reads assessments, lets the core score them, prints the results.
//!
//! The rooms, each using only those before it: `terminal` (standard output and standard error), `input` (the user's files), `output` (results
//! and refusals), `commands`. The core knows frameworks, points and levels; this crate knows files, lines and terminals.
#![forbid(unsafe_code)]

mod args;
mod commands;
mod config;
mod help;
mod input;
mod language;
mod near;
mod outcome;
mod output;
mod sample;
mod terminal;
mod words;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, io};

use clap::error::ErrorKind;
use clap::{Command, FromArgMatches};
use thuocdo::{Framework, Lang, LocalScorer, Scorer};
use thuocdo_office::gather::Gathered;

use crate::commands::Cli;
use crate::outcome::Outcome;
use crate::terminal::{stderr, stdout};
use crate::words::Word;

pub use crate::commands::codes_page;

/// The forms of files, folders and patterns, read as the commands read them: those that are accepted, a line of JSON each, and the faults of the
/// others as a list of JSON. `filled_by` is the framework of tables that name none.
///
/// # Errors
///
/// A name or pattern that leads to no file.
pub fn forms(paths: &[PathBuf], filled_by: Option<&str>, scorers: &LocalScorer, lang: Lang) -> Result<(String, String), String> {
    let read = || {
        let paths = input::folder::expanded(paths, lang)?;
        input::folder::read(&paths, None, filled_by, scorers, lang)
    };
    let folder = read().map_err(|error| format!("{error:#}"))?;
    let accepted = Gathered::of(&folder, scorers.local().framework(), None).ndjson();
    Ok((accepted, thuocdo::canonical(&folder.refused)))
}

/// Runs the command with these arguments (the first is its own name) and answers with the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let variable = |name: &str| env::var_os(name);
    let lang = language::asked_for(&arguments, variable, None);
    let config = match config::of(&arguments, lang) {
        Ok(config) => config,
        Err(error) => return unusable(&error, lang),
    };
    let lang = language::asked_for(&arguments, variable, config.language);
    let line = || versioned(help::command(lang, &|line| config.beneath(line, &arguments)), &arguments, lang);
    let read = line().try_get_matches_from(&arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match read {
        Ok(cli) => cli,
        Err(usage) => return not_run(usage, &line, &arguments, lang),
    };
    match commands::run(&cli.command, &line, lang) {
        Ok(outcome) => outcome.status(),
        Err(error) => unusable(&error, lang),
    }
}

fn unusable(error: &anyhow::Error, lang: Lang) -> u8 {
    stderr::unusable(error, lang);
    Outcome::UNUSABLE
}

/// The command line whose version names the sets of indicators that ship, each with its revision and digest. Their digests take time, so
/// they are reckoned only for who asks.
fn versioned(line: Command, arguments: &[OsString], lang: Lang) -> Command {
    if !arguments.iter().skip(1).any(|word| word == "-V" || word == "--version") {
        return line;
    }
    let mut version = env!("CARGO_PKG_VERSION").to_owned();
    for scorer in Framework::shipped_ids().filter_map(|id| Framework::shipped(id).and_then(Scorer::new).ok()) {
        let framework = scorer.framework();
        let revision = Word::Revision.template(lang);
        let _ = write!(version, "\n{} · {revision} {} · {}", framework.id, framework.revision, scorer.digest());
    }
    line.version(version)
}

/// Prints the help, or what is wrong with the arguments.
fn not_run(usage: clap::Error, line: &dyn Fn() -> Command, arguments: &[OsString], lang: Lang) -> u8 {
    let is_wrong = usage.use_stderr();
    if is_wrong && lang == Lang::Vi && usage.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        return unusable(&anyhow::Error::msg(help::wrong_usage(&usage, &words)), lang);
    }
    match as_shown(usage, line, arguments).print() {
        // A reader that has gone away does not change the status.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => unusable(&stdout::unprinted(error).into(), lang),
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
fn as_shown(usage: clap::Error, line: &dyn Fn() -> Command, arguments: &[OsString]) -> clap::Error {
    let shown = arguments.iter().map(|argument| thuocdo::text::shown(&argument.to_string_lossy()).into_owned());
    line().try_get_matches_from(shown).err().unwrap_or(usage)
}
