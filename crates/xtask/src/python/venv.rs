//! Which Python is there, and the environments made with it.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitStatus};

use super::{DEVELOPERS, PACKAGE};
use crate::debian;
use crate::run::{Steps, output, path_text, root, search_path, succeeds, watched};

/// The lists that the developers' environment is made of.
const REQUIREMENTS: [&str; 2] = ["requirements-dev.txt", "constraints-dev.txt"];
/// The oldest Python that the developers' tools still run on; the package itself asks for less.
const OLDEST_FOR_DEVELOPERS: u32 = 11;
/// The minor versions of Python 3 that the wheel is tried with, wherever they are found.
const TRIED: [u32; 5] = [10, 11, 12, 13, 14];

/// The interpreter of an environment.
const PYTHON: &str = "python";

/// A virtual environment.
#[derive(Clone)]
pub(crate) struct Venv {
    /// From the top of the repository.
    folder: String,
    /// What its programs find in their environment, such as the `PATH` on which they look for others.
    variables: Vec<(&'static str, OsString)>,
}

impl Venv {
    fn at(folder: &str) -> Self {
        // Some tools start others by name.
        let path = env::join_paths([root().join(folder).join("bin")].into_iter().chain(search_path())).unwrap_or_default();
        Self { folder: folder.to_owned(), variables: vec![("PATH", path)] }
    }

    /// The same, with a variable in its environment; the last of a name counts.
    pub(crate) fn with(&self, name: &'static str, value: impl Into<OsString>) -> Self {
        let mut venv = self.clone();
        venv.variables.push((name, value.into()));
        venv
    }

    /// Runs the environment's interpreter in the package's folder.
    pub(crate) fn python(&self, steps: &mut Steps, args: &[&str]) -> Result<(), String> {
        self.run(steps, PYTHON, args, Command::status)
    }

    /// Runs a program that the environment finds, in the package's folder.
    pub(crate) fn program(&self, steps: &mut Steps, program: &str, args: &[&str]) -> Result<(), String> {
        self.run(steps, program, args, Command::status)
    }

    /// As [`Venv::python`], and shows each line that is printed to `watch` too.
    pub(super) fn watched(&self, steps: &mut Steps, args: &[&str], watch: &mut dyn FnMut(&str)) -> Result<(), String> {
        self.run(steps, PYTHON, args, |command| watched(command, watch))
    }

    fn run(&self, steps: &mut Steps, program: &str, args: &[&str], run: impl FnOnce(&mut Command) -> io::Result<ExitStatus>) -> Result<(), String> {
        let own = format!("{}/bin/{program}", self.folder);
        let is_own = root().join(&own).is_file();
        let mut command = if is_own { Command::new(root().join(&own)) } else { Command::new(program) };
        command.args(args).envs(self.variables.iter().cloned()).current_dir(root().join(PACKAGE));
        steps.command(&format!("{} {}", if is_own { &own } else { program }, args.join(" ")), &mut command, run)
    }
}

/// The developers' environment, made anew when what it should hold has changed.
pub(super) fn developers(steps: &mut Steps) -> Result<Venv, String> {
    let version = minor_version("python3").ok_or("there is no `python3`; type `apt-get install python3 python3-venv`")?;
    if version < OLDEST_FOR_DEVELOPERS {
        return Err(format!("`python3` is 3.{version}; the tests need 3.{OLDEST_FOR_DEVELOPERS} or later"));
    }
    environment(steps, DEVELOPERS, &REQUIREMENTS.map(|file| root().join(PACKAGE).join(file)))
}

/// An environment with what the first of the lists asks for, made anew when Python or a list has changed.
pub(crate) fn environment(steps: &mut Steps, folder: &str, lists: &[PathBuf]) -> Result<Venv, String> {
    let (venv, made_of) = (Venv::at(folder), root().join(folder).join("made-of"));
    let digest = digest(lists)?;
    if fs::read_to_string(&made_of).is_ok_and(|found| found == digest) {
        return Ok(venv);
    }
    create(steps, "python3", folder)?;
    let list = lists.first().map_or_else(String::new, |list| path_text(list));
    venv.python(steps, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", &list])?;
    fs::write(&made_of, digest).map_err(|error| format!("{}: {error}", made_of.display()))?;
    Ok(venv)
}

/// An empty environment.
pub(super) fn create(steps: &mut Steps, python: &str, folder: &str) -> Result<Venv, String> {
    if !succeeds(python, &["-c", "import ensurepip, venv"]) {
        debian::install(steps, &["python3-venv"]).map_err(|command| format!("`{python} -m venv` is missing; type `{command}`"))?;
    }
    steps.run(python, &["-m", "venv", "--clear", folder])?;
    Ok(Venv::at(folder))
}

/// The interpreters that the wheel should run on and that are here, and the versions that are not.
pub(super) fn interpreters() -> (Vec<(u32, String)>, Vec<u32>) {
    let places: Vec<PathBuf> = search_path().chain(pyenv()).collect();
    let mut missing = Vec::new();
    let mut found = Vec::new();
    for minor in TRIED {
        // A shim of pyenv is a file too, but does not start.
        let interpreter = places
            .iter()
            .map(|place| place.join(format!("python3.{minor}")))
            .find(|file| file.is_file() && minor_version(&file.to_string_lossy()) == Some(minor));
        match interpreter {
            Some(file) => found.push((minor, file.to_string_lossy().into_owned())),
            None => missing.push(minor),
        }
    }
    (found, missing)
}

/// The folders of interpreters that pyenv keeps beside the chosen one.
fn pyenv() -> impl Iterator<Item = PathBuf> {
    let versions = env::home_dir().map(|home| home.join(".pyenv/versions")).and_then(|folder| fs::read_dir(folder).ok());
    versions.into_iter().flatten().flatten().map(|version| version.path().join("bin"))
}

fn minor_version(python: &str) -> Option<u32> {
    let version = output(python, &["-c", "import sys; print(*sys.version_info[:2])"])?;
    let (major, minor) = version.trim().split_once(' ')?;
    if major == "3" { minor.parse().ok() } else { None }
}

/// Tells one content of the lists, and one Python, from another.
fn digest(lists: &[PathBuf]) -> Result<String, String> {
    let mut hasher = DefaultHasher::new();
    minor_version("python3").unwrap_or_default().hash(&mut hasher);
    for path in lists {
        fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?.hash(&mut hasher);
    }
    Ok(hasher.finish().to_string())
}
