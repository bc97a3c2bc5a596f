//! The command as a user types it.

mod acts;
mod audit;
mod cards;
mod check;
mod cohort;
mod conform;
mod course;
mod csv;
mod department;
mod department_year;
mod evidence;
mod examples;
mod explain;
mod files;
mod form;
mod framework;
mod help;
mod impact;
mod inputs;
mod letters;
mod libreoffice;
mod ndjson;
mod output;
mod overlay;
mod plan;
mod process;
mod quality;
mod refusals;
mod report;
mod review;
mod sample;
mod schedule;
mod schema;
mod score;
mod screens;
mod serve;
mod settings;
mod status;
mod stdout;
mod streams;
mod tables;
mod xlsx;
mod xlsx_hostile;
mod xlsx_memory;
mod year;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use tempfile::TempDir;

/// The language of the tests, whatever the locale of the machine is.
const VIETNAMESE: [(&str, &str); 1] = [("THUOCDO_LANG", "vi")];

/// What the command answered.
#[derive(Debug)]
struct Answer {
    status: i32,
    out: String,
    err: String,
}

impl Answer {
    /// Standard output, of a command that did all it was asked.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!(self.status, 0, "{self:?}");
        self.out
    }

    /// Standard error, of a command that ended with this status.
    #[track_caller]
    fn fails(self, status: i32) -> String {
        assert_eq!(self.status, status, "{self:?}");
        self.err
    }

    /// Standard output as JSON, of a command that did all it was asked.
    #[track_caller]
    fn json(self) -> Value {
        serde_json::from_str(&self.done()).expect("one JSON value")
    }
}

/// Types a command, with nothing on standard input.
fn thuocdo(arguments: &[&str]) -> Answer {
    piped(arguments, "")
}

/// Types a command where these variables are set.
fn thuocdo_in(variables: &[(&str, &str)], arguments: &[&str]) -> Answer {
    run(variables, arguments, Vec::new(), None)
}

/// Types a command that reads standard input.
fn piped(arguments: &[&str], input: impl Into<Vec<u8>>) -> Answer {
    run(&[], arguments, input.into(), None)
}

/// Types a command in a folder.
fn command(arguments: &[&str], folder: PathBuf) -> Answer {
    run(&[], arguments, Vec::new(), Some(folder))
}

fn run(variables: &[(&str, &str)], arguments: &[&str], input: Vec<u8>, folder: Option<PathBuf>) -> Answer {
    let output = Command::new(cargo_bin("thuocdo"))
        .current_dir(folder.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()))
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS")
        .env_remove("THUOCDO_CONFIG")
        .envs(VIETNAMESE)
        .envs(variables.iter().copied())
        .write_stdin(input)
        .output()
        .expect("the command runs");
    Answer {
        status: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// The path of an example.
fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    path.to_str().expect("UTF-8").to_owned()
}

/// A small invented framework with every rule.
fn small_framework() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small-framework.json").to_owned()
}

/// A folder that vanishes, and files in it.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and tells its path.
    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, content).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    }
}
