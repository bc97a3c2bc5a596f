//! The C ABI from outside: installed, linked by hosts, run under the tools that see what it does to memory.

mod corpus;
mod hosts;
mod install;
mod programs;
mod stand_in;
mod symbols;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Steps, path_text, ran, root, succeeds, target};
use crate::{debian, readme, rust};

pub(crate) use corpus::{Case, cases, hex, unhex};
use hosts::HOSTS;
use install::install;
pub(crate) use install::lay;
use programs::{ASAN, Built, VALGRIND};
use stand_in::StandIns;

/// Each tool with the Debian package it comes in.
const TOOLS: [(&str, &str); 4] = [("gcc", "gcc"), ("g++", "g++"), ("valgrind", "valgrind"), ("pkg-config", "pkgconf")];

/// Builds the library as it is installed.
const RELEASE: [&str; 4] = ["build", "--release", "-p", "thuocdo-c"];

/// The school that is scored.
const SCHOOL: &str = "examples/exactly-75.json";

/// Where the tests install the library, and put what they build.
pub(crate) fn folder() -> PathBuf {
    target().join("c")
}

/// The prefix that the tests and the README's block install to.
pub(crate) fn prefix() -> PathBuf {
    folder().join("prefix")
}

/// Builds the library and installs it under a prefix.
pub(crate) fn build_and_install(prefix: &str) -> Result<(), String> {
    Steps::default().run("cargo", &RELEASE)?;
    install(prefix.as_ref(), "release")
}

/// Everything of the C ABI.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    if !debian::wanted(steps, "the C ABI", &TOOLS) {
        return Ok(());
    }
    // What is installed is of the release; the tests of each day take the library of all other tests, which also checks itself.
    if steps.goes_deep("the C library in a release build") {
        steps.run("cargo", &RELEASE)?;
        steps.run_own("the C library is installed", || install(&prefix(), "release"))?;
    } else {
        rust::build(steps)?;
        steps.run_own("the C library is installed", || install(&prefix(), "debug"))?;
    }
    steps.run_own("its symbols are those of the header, and no others", symbols::check)?;
    steps.run_own("the README's program in C", || readme::blocks("README.md", "c")?.iter().try_for_each(|block| run_block(block)))?;
    let mut corpus = Corpus::default();
    steps.run_own("the corpus for hosts", || {
        corpus = Corpus::write()?;
        Ok(())
    })?;
    steps.run_own("C and C++ hosts: a school, the corpus linked both ways", || {
        for (of_corpus, of_school) in [(programs::C_CORPUS, programs::C_SCORE), (programs::CPP_CORPUS, programs::CPP_SCORE)] {
            corpus.passes(&of_corpus.statically().build(&prefix())?)?;
            corpus.passes(&of_corpus.build(&prefix())?)?;
            school(&of_school.build(&prefix())?)?;
        }
        Ok(())
    })?;
    for host in HOSTS {
        if host.is_possible(steps) {
            steps.run_own(&format!("the host {}: a school, the corpus, misuse, what it frees", host.name), || {
                let programs = host.build(&prefix())?;
                corpus.passes(&programs.corpus)?;
                school(&programs.score)?;
                if host.loads {
                    school(&programs.score.told_path(&prefix()))?;
                }
                if let Some(tables) = programs.tables {
                    let (cases, overlay) =
                        (root().join("tests/vectors/tables/cases.json"), root().join("examples/overlays/hai-phong-illustrative.json"));
                    tables.runs(&[&path_text(&cases), &path_text(&overlay)])?;
                }
                let stand_ins = StandIns::build(&prefix())?;
                stand_ins.frees_all(&programs.corpus, &[&corpus.good])?;
                stand_ins.refuses_other_abi(&programs.score)?;
                stand_ins.frees_forgotten(&programs.misuse)
            })?;
        }
    }
    steps.run_own("misuse, threads, Arrow and rows of numbers from C, under Valgrind and under AddressSanitizer", || {
        for program in [programs::MISUSE, programs::ARROW, programs::NUMBERS] {
            program.build(&prefix())?.under(VALGRIND, &[])?;
            program.with(&ASAN).build(&prefix())?.runs(&[])?;
        }
        corpus.passes(&programs::CPP_CORPUS.with(&ASAN).build(&prefix())?)
    })?;
    if steps.goes_deep("the corpus in C under Valgrind; the library itself built with AddressSanitizer") {
        steps.run_own("the corpus in C, under Valgrind", || programs::C_CORPUS.build(&prefix())?.under(VALGRIND, &[&corpus.good]).map(drop))?;
        sanitized(steps, &corpus)?;
    }
    // The last step, because this build takes the place of the other one.
    steps.run("cargo", &[&["build", "--quiet", "--all-targets"], &rust::BUILD[..], &["--features", "thuocdo-c/forced-panic"]].concat())?;
    steps.run_own("a forced panic is a status in every entry", panics)
}

/// A whole program as text: it compiles against what [`run`] installed, and succeeds.
fn run_block(text: &str) -> Result<(), String> {
    println!("  {}", text.replace('\n', "\n  "));
    let source = folder().join("block.c");
    fs::write(&source, text).map_err(|error| format!("{}: {error}", source.display()))?;
    programs::compiled(&source, &prefix())?.runs(&[]).map(drop)
}

/// The corpus as a file, once as it is and once with the last byte that must come changed.
#[derive(Default)]
struct Corpus {
    good: String,
    spoilt: String,
    /// What a program prints that ran it.
    answer: String,
}

impl Corpus {
    fn write() -> Result<Corpus, String> {
        let (good, spoilt) = (folder().join("corpus.netstrings"), folder().join("spoilt.netstrings"));
        let answer = corpus_file(&good)?;
        let mut bytes = fs::read(&good).map_err(|error| format!("{}: {error}", good.display()))?;
        // Behind the last byte of what must come stands only the comma of its netstring.
        bytes.iter_mut().rev().nth(1).into_iter().for_each(|byte| *byte ^= 1);
        fs::write(&spoilt, bytes).map_err(|error| format!("{}: {error}", spoilt.display()))?;
        Ok(Corpus { good: path_text(&good), spoilt: path_text(&spoilt), answer: format!("{answer}\n") })
    }

    /// A program gets every byte, and sees one that is another.
    fn passes(&self, program: &Built) -> Result<(), String> {
        program.prints(&[&self.good], &self.answer)?;
        program.answers(&[&self.spoilt], b"", 1, &self.answer)
    }
}

/// Writes the corpus as hosts read it, and says how many cases it has.
pub(crate) fn corpus_file(path: &Path) -> Result<String, String> {
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(|error| format!("{}: {error}", path.display()))?;
    ran(&mut host_corpus(&[&path_text(path)])).map(|cases| cases.trim().to_owned())
}

/// The program that knows what must come: it is in the package of the tests, because it links the core.
fn host_corpus(args: &[&str]) -> Command {
    let mut command = Command::new(target().join("debug/host-corpus"));
    command.args(args);
    command
}

/// An example scores a school as the core does, and refuses what is no school.
fn school(example: &Built) -> Result<(), String> {
    let school = fs::read(root().join(SCHOOL)).map_err(|error| error.to_string())?;
    let card = ran(host_corpus(&["card", SCHOOL]).current_dir(root()))?;
    example.answers(&[], &school, 0, &card)?;
    example.answers(&[], b"{", 1, "")
}

/// The build whose every call panics, under the name that programs look for.
fn panics() -> Result<(), String> {
    let prefix = folder().join("panics");
    lay(&prefix, &target().join("debug"), false)?;
    programs::PANIC.build(&prefix)?.runs(&[]).map(drop)
}

/// The library itself built with `AddressSanitizer`, which only a nightly compiler does.
fn sanitized(steps: &mut Steps, corpus: &Corpus) -> Result<(), String> {
    if !succeeds("cargo", &["+nightly", "--version"]) {
        steps.not_run(
            "the C library built with AddressSanitizer",
            "it needs a nightly compiler; type `rustup toolchain install nightly` and run again",
        );
        return Ok(());
    }
    let (built, host) = (target().join("asan"), "x86_64-unknown-linux-gnu");
    let args = ["build", "-p", "thuocdo-c", "--target", host, "--target-dir", &built.to_string_lossy()];
    steps.run_with("cargo", &args, &[("RUSTFLAGS", "-Zsanitizer=address"), ("RUSTUP_TOOLCHAIN", "nightly"), ("CARGO_PROFILE_DEV_DEBUG", "0")])?;
    steps.run_own("the library and its hosts under AddressSanitizer", || {
        let prefix = folder().join("sanitized");
        lay(&prefix, &built.join(host).join("debug"), false)?;
        for program in [programs::MISUSE, programs::ARROW, programs::NUMBERS] {
            program.with(&ASAN).build(&prefix)?.runs(&[])?;
        }
        corpus.passes(&programs::C_CORPUS.with(&ASAN).build(&prefix)?)
    })
}

/// One call through the ABI from each host beside one of the core, in one run.
pub(crate) fn bench() -> Result<(), String> {
    build_and_install(&prefix().to_string_lossy())?;
    let mut steps = Steps::default();
    let mut lines = vec![programs::BENCH.build(&prefix())?.shell_line("c", "")];
    let numbers = programs::BENCH_NUMBERS.build(&prefix())?.shell_line("numbers", "");
    let (_, numbers) = numbers.split_once('\t').unwrap_or_default();
    for host in HOSTS.iter().filter(|host| host.is_possible(&mut steps)) {
        lines.push(host.build(&prefix())?.corpus.shell_line(host.name, "bench"));
    }
    let mut bench = Command::new("cargo");
    bench.args(["bench", "-p", "thuocdo-c", "--profile", "release", "--bench", "call"]);
    steps.command(
        "a call from each host",
        bench.env("THUOCDO_HOSTS", lines.join("\n")).env("THUOCDO_NUMBERS", numbers).current_dir(root()),
        Command::status,
    )?;
    steps.into_report().print_rest();
    Ok(())
}
