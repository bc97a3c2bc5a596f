//! Runs one command after another, and says which.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};
use std::time::Instant;

use crate::report::Report;

/// How a line begins that names the step about to run.
pub(crate) const STEP: &str = "\u{25b6} ";

/// The top of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The steps of one part: it runs them, and keeps what ran, what was left to the deep run, and what could not run.
#[derive(Default)]
pub(crate) struct Steps {
    command: String,
    is_deep: bool,
    report: Report,
}

impl Steps {
    /// The steps of a command, such as `cargo xtask test core`, that may be told to go deep.
    pub(crate) fn of(command: &str, is_deep: bool) -> Steps {
        Steps { command: command.to_owned(), is_deep, report: Report::default() }
    }

    /// What was run, and what was not.
    pub(crate) fn into_report(self) -> Report {
        self.report
    }

    /// Whether what takes long and seldom fails is run here. Where it is not, it is noted with the command that runs it.
    pub(crate) fn goes_deep(&mut self, what: &str) -> bool {
        if !self.is_deep {
            let command = format!("{} --deep", self.command);
            self.left_out(what, &command);
        }
        self.is_deep
    }

    /// Notes what another command runs.
    pub(crate) fn left_out(&mut self, what: &str, command: &str) {
        self.report.left_out.push(format!("{what}: {command}"));
    }

    /// Runs a command at the top of the repository.
    pub(crate) fn run(&mut self, program: &str, args: &[&str]) -> Result<(), String> {
        self.run_with(program, args, &[])
    }

    /// As [`Steps::run`], with variables of the environment.
    pub(crate) fn run_with(&mut self, program: &str, args: &[&str], env: &[(&str, &str)]) -> Result<(), String> {
        let variables = env.iter().map(|(name, value)| format!("{name}='{value}'"));
        let line: Vec<String> = variables.chain([program.to_owned()]).chain(args.iter().map(|arg| (*arg).to_owned())).collect();
        self.command(&line.join(" "), Command::new(program).args(args).envs(env.iter().copied()).current_dir(root()), Command::status)
    }

    /// Runs a command as it was built, by the name of `line`.
    pub(crate) fn command(
        &mut self,
        line: &str,
        command: &mut Command,
        run: impl FnOnce(&mut Command) -> io::Result<ExitStatus>,
    ) -> Result<(), String> {
        self.run_own(line, || match run(command) {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(status.to_string()),
            Err(error) => Err(error.to_string()),
        })
    }

    /// Runs a step that is a function of ours.
    pub(crate) fn run_own(&mut self, name: &str, step: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
        println!("\n{STEP}{name}");
        let start = Instant::now();
        step().map_err(|message| format!("\u{2717} {name}: {message}"))?;
        self.report.done.push((name.to_owned(), start.elapsed().as_secs()));
        Ok(())
    }

    /// Notes what cannot run here.
    pub(crate) fn not_run(&mut self, what: &str, why: &str) {
        self.report.not_run.push(format!("{what}: {why}"));
    }
}

/// The folders that programs are looked for in.
pub(crate) fn search_path() -> impl Iterator<Item = PathBuf> {
    env::var_os("PATH").map(|path| env::split_paths(&path).collect::<Vec<_>>()).unwrap_or_default().into_iter()
}

/// Whether a command can be started and succeeds.
pub(crate) fn succeeds(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).current_dir(root()).output().is_ok_and(|output| output.status.success())
}

/// What a command prints, if it can be started and succeeds.
pub(crate) fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).current_dir(root()).output().ok()?;
    if output.status.success() { String::from_utf8(output.stdout).ok() } else { None }
}

/// Whether the user may do everything.
pub(crate) fn is_root() -> bool {
    output("id", &["-u"]).is_some_and(|user| user.trim() == "0")
}

/// A path as an argument.
pub(crate) fn path_text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A file of the repository as text.
pub(crate) fn text(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Runs a command to its end, and answers with what it printed. Fails with what it complained of.
pub(crate) fn ran(command: &mut Command) -> Result<String, String> {
    let output = command.output();
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    printed(&words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" "), output)
}

/// What a command printed, or what it complained of.
pub(crate) fn printed(name: &str, output: io::Result<Output>) -> Result<String, String> {
    let output = output.map_err(|error| format!("{name}: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(format!("{name}: {}\n{}{}", output.status, text(&output.stdout), text(&output.stderr)))
    }
}

/// Runs a command whose output is shown as it comes, and given to `watch` line by line.
pub(crate) fn watched(command: &mut Command, watch: &mut dyn FnMut(&str)) -> io::Result<ExitStatus> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufReader::lines) {
        let line = line?;
        println!("{line}");
        watch(&line);
    }
    child.wait()
}
