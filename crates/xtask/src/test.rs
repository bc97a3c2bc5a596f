//! The parts of the tests, one alone or all of them side by side.
//!
//! Side by side, each part is a process of its own whose output goes to a log; its steps are named here as they begin. A part that fails shows
//! the end of its log, and the others go on. A part that passed is not run again while the commit and the compiler are the same.

use std::env;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::{available_parallelism, sleep};
use std::time::{Duration, Instant};

use crate::report::Report;
use crate::run::{STEP, Steps, output, target};
use crate::{c, duckdb, fuzz, js, mariadb, postgres, python, rust, serve, site, sqlite};

struct Part {
    name: &'static str,
    run: fn(&mut Steps) -> Result<(), String>,
}

/// In the order in which they begin: those that take longest first. Fuzzing has a build of its own, which fills what the workspace's leaves
/// of the processors; the others wait for that.
const PARTS: [Part; 12] = [
    Part { name: "core", run: rust::core },
    Part { name: "fuzz", run: fuzz::run },
    Part { name: "python", run: python::run },
    Part { name: "postgres", run: postgres::run },
    Part { name: "c", run: c::run },
    Part { name: "js", run: browser },
    Part { name: "cli", run: rust::cli },
    Part { name: "sqlite", run: sqlite::run },
    Part { name: "mariadb", run: mariadb::run },
    Part { name: "duckdb", run: duckdb::run },
    Part { name: "serve", run: serve::run },
    Part { name: "guide", run: site::guide::run },
];

/// The package for JavaScript, and the page that is made of it.
fn browser(steps: &mut Steps) -> Result<(), String> {
    js::run(steps)?;
    site::page::run(steps)
}

/// Where a part that runs beside others writes its report.
const REPORT: &str = "THUOCDO_REPORT";
/// How much of a failed part's log is shown.
const SHOWN: usize = 60;

/// Format, lints and Rust tests.
pub(crate) fn quick() -> Result<(), String> {
    told("check", rust::quick, false)
}

/// One part.
pub(crate) fn alone(name: &str, is_deep: bool) -> Result<(), String> {
    let names = PARTS.map(|part| part.name).join(", ");
    let part = PARTS.iter().find(|part| part.name == name).ok_or_else(|| format!("there is no part `{name}`; the parts are {names}"))?;
    told(name, part.run, is_deep)
}

fn told(name: &str, run: fn(&mut Steps) -> Result<(), String>, is_deep: bool) -> Result<(), String> {
    let mut steps = Steps::of(&format!("cargo xtask test {name}"), is_deep);
    let outcome = run(&mut steps);
    let report = steps.into_report().timed();
    match env::var_os(REPORT) {
        Some(path) => report.write(Path::new(&path))?,
        None if outcome.is_ok() => {
            println!("\nAll of this passed:");
            report.print_steps();
            report.print_rest();
        }
        None => {}
    }
    outcome
}

/// A part that runs beside others.
struct Running {
    name: &'static str,
    child: Child,
    begun: Instant,
    log: PathBuf,
    /// How much of the log was looked at.
    read: u64,
}

/// A part that ran.
struct Ended {
    name: &'static str,
    seconds: u64,
    passed: bool,
    report: Report,
}

/// All parts.
pub(crate) fn all(is_deep: bool) -> Result<(), String> {
    let folder = target().join("tests");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    // The build of the workspace puts another program in the place of this one, so the parts are run by a copy.
    let program = folder.join("xtask");
    env::current_exe().and_then(|own| fs::copy(own, &program)).map_err(|error| format!("{}: {error}", program.display()))?;
    let begun = Instant::now();
    let at_once = available_parallelism().map_or(2, usize::from).max(2);
    let state = state(is_deep);
    let passed_already = |part: &&Part| state.is_some() && fs::read_to_string(stamp_of(part.name, &folder)).ok() == state;
    let (unchanged, waiting): (Vec<&Part>, Vec<&Part>) = PARTS.iter().partition(passed_already);
    let (mut waiting, mut running) = (waiting.into_iter(), Vec::new());
    let mut ended: Vec<Ended> = unchanged.into_iter().map(|part| Ended::already(part.name, &folder)).collect();
    loop {
        while running.len() < at_once {
            let Some(part) = waiting.next() else { break };
            running.push(Running::start(&program, part.name, is_deep, &folder)?);
        }
        if running.is_empty() {
            break;
        }
        sleep(Duration::from_millis(300));
        for mut part in std::mem::take(&mut running) {
            let status = part.child.try_wait().map_err(|error| error.to_string())?;
            part.name_steps();
            match status {
                Some(status) => ended.push(part.ended(status.success(), state.as_deref(), &folder)?),
                None => running.push(part),
            }
        }
    }
    summary(ended, begun.elapsed().as_secs())
}

impl Running {
    fn start(program: &Path, name: &'static str, is_deep: bool, folder: &Path) -> Result<Running, String> {
        let (log, report) = (folder.join(name).with_extension("log"), report_of(name, folder));
        let failed = |error: std::io::Error| format!("{}: {error}", log.display());
        let _ = fs::remove_file(&report);
        let out = File::create(&log).map_err(failed)?;
        let mut command = Command::new(program);
        command.args(["test", name]).args(is_deep.then_some("--deep")).env(REPORT, report);
        command.stdin(Stdio::null()).stdout(out.try_clone().map_err(failed)?).stderr(out);
        let child = command.spawn().map_err(failed)?;
        println!("{name:<9} begins; its log is {}", log.display());
        Ok(Running { name, child, begun: Instant::now(), log, read: 0 })
    }

    /// Prints the names of the steps that began since the last look.
    fn name_steps(&mut self) {
        let mut new = String::new();
        let read = File::open(&self.log).and_then(|mut log| log.seek(SeekFrom::Start(self.read)).and_then(|_| log.read_to_string(&mut new)));
        // A character that is half written is read at the next look.
        if read.is_err() {
            return;
        }
        let whole = new.rfind('\n').map_or("", |end| &new[..=end]);
        self.read += whole.len() as u64;
        for step in whole.lines().filter_map(|line| line.strip_prefix(STEP)) {
            println!("{:<9} {STEP}{step}", self.name);
        }
    }

    fn ended(self, passed: bool, state: Option<&str>, folder: &Path) -> Result<Ended, String> {
        let seconds = self.begun.elapsed().as_secs();
        println!("{:<9} {} after {seconds} s", self.name, if passed { "passed" } else { "FAILED" });
        if !passed {
            let log = fs::read(&self.log).unwrap_or_default();
            let log = String::from_utf8_lossy(&log);
            let lines: Vec<&str> = log.lines().collect();
            println!("\n--- the end of {}", self.log.display());
            lines.iter().skip(lines.len().saturating_sub(SHOWN)).for_each(|line| println!("{line}"));
            println!("---\n");
        }
        let (report, stamp) = (Report::read(&report_of(self.name, folder)), stamp_of(self.name, folder));
        let _ = fs::remove_file(&stamp);
        // What could not run may be able to next time.
        if let (true, true, Some(state)) = (passed, report.not_run.is_empty(), state) {
            fs::write(&stamp, state).map_err(|error| format!("{}: {error}", stamp.display()))?;
        }
        Ok(Ended { name: self.name, seconds, passed, report })
    }
}

impl Ended {
    /// A part that passed with the same commit.
    fn already(name: &'static str, folder: &Path) -> Ended {
        println!("{name:<9} passed already, and nothing has changed; to run it again: cargo xtask test {name}");
        let report = Report { processor: 0, done: Vec::new(), ..Report::read(&report_of(name, folder)) };
        Ended { name, seconds: 0, passed: true, report }
    }
}

/// What a result holds for: commit, compilers, depth. Nothing where a file differs from the commit.
fn state(is_deep: bool) -> Option<String> {
    let changed = output("git", &["status", "--porcelain"])?;
    let says = |program, args: &[&str]| output(program, args).unwrap_or_default();
    let all = [says("git", &["rev-parse", "HEAD"]), says("rustc", &["-V"]), says("rustc", &["+nightly", "-V"]), says("python3", &["-V"])];
    changed.is_empty().then(|| format!("{}deep: {is_deep}\n", all.concat()))
}

fn stamp_of(name: &str, folder: &Path) -> PathBuf {
    folder.join(name).with_extension("passed")
}

fn report_of(name: &str, folder: &Path) -> PathBuf {
    folder.join(name).with_extension("report")
}

/// The last lines: the steps of each part, the table, and what did not run.
fn summary(ended: Vec<Ended>, seconds: u64) -> Result<(), String> {
    for part in &ended {
        println!("\n{}", part.name);
        part.report.print_steps();
    }
    println!("\n{:<9} {:>7} {:>11}", "part", "seconds", "processor s");
    for part in &ended {
        println!("{:<9} {:>7} {:>11}  {}", part.name, part.seconds, part.report.processor, if part.passed { "passed" } else { "FAILED" });
    }
    let failed: Vec<&str> = ended.iter().filter(|part| !part.passed).map(|part| part.name).collect();
    let parts = ended.len();
    let mut all = Report::default();
    for part in ended {
        all.extend(part.report);
    }
    println!("{:<9} {seconds:>7} {:>11}\n", "all", all.processor);
    all.print_rest();
    println!("{} passed, {} failed", parts - failed.len(), failed.len());
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}; one alone: cargo xtask test {}", failed.join(", "), failed[0])) }
}
