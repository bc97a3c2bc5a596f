//! The C ABI from outside: installed, linked by hosts, run under the tools that see what it does to memory.

mod corpus;
mod install;
mod programs;
mod symbols;
mod tools;

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Steps, succeeds, target};

pub(crate) use corpus::write as write_corpus;
use install::install;

use programs::{ASAN, Program, VALGRIND};

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
    Steps::default().run("cargo", &["build", "--release", "-p", "thuocdo-c"])?;
    install(prefix.as_ref())
}

/// [`run`] alone.
pub(crate) fn test() -> Result<(), String> {
    let mut steps = Steps::default();
    run(&mut steps)?;
    steps.finish();
    Ok(())
}

/// Everything of the C ABI.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    if !tools::there(steps) {
        return Ok(());
    }
    steps.run("cargo", &["build", "--release", "-p", "thuocdo-c"])?;
    steps.run_own("the C library is installed", || install(&prefix()))?;
    steps.run_own("its symbols are those of the header, and no others", symbols::check)?;
    let corpus = folder().join("corpus.netstrings");
    let mut cases = 0;
    steps.run_own("the corpus for hosts", || {
        cases = write_corpus(&corpus)?;
        Ok(())
    })?;
    let corpus = corpus.to_string_lossy().into_owned();
    let answer = format!("{cases} cases\n");
    steps.run_own("C and C++ hosts: the corpus, linked both ways", || {
        for program in [programs::C_CORPUS, programs::CPP_CORPUS] {
            program.build(&prefix())?.prints(&[&corpus], &answer)?;
            program.statically().build(&prefix())?.prints(&[&corpus], &answer)?;
        }
        Ok(())
    })?;
    steps.run_own("C and C++ hosts: a school", || [programs::C_SCORE, programs::CPP_SCORE].into_iter().try_for_each(school))?;
    steps.run_own("misuse, threads and Arrow from C, under Valgrind and under AddressSanitizer", || {
        for program in [programs::MISUSE, programs::ARROW] {
            program.build(&prefix())?.under(VALGRIND, &[])?;
            program.with(&ASAN).build(&prefix())?.runs(&[])?;
        }
        programs::C_CORPUS.build(&prefix())?.under(VALGRIND, &[&corpus])?;
        programs::CPP_CORPUS.with(&ASAN).build(&prefix())?.prints(&[&corpus], &answer)
    })?;
    steps.run("cargo", &["build", "-p", "thuocdo-c", "--features", "forced-panic"])?;
    steps.run_own("a forced panic is a status in every entry", panics)?;
    sanitized(steps, &corpus)
}

/// A whole program as text: it compiles against what [`run`] installed, and succeeds.
pub(crate) fn run_block(text: &str) -> Result<(), String> {
    if !prefix().exists() {
        println!("  left out: a program in C, because the C ABI was");
        return Ok(());
    }
    println!("  {}", text.replace('\n', "\n  "));
    let source = folder().join("block.c");
    fs::write(&source, text).map_err(|error| format!("{}: {error}", source.display()))?;
    programs::compiled(&source, &prefix())?.runs(&[])
}

/// An example scores a school as the core does, and refuses what is no school.
fn school(program: Program) -> Result<(), String> {
    let built = program.build(&prefix())?;
    let school = fs::read(crate::run::root().join("examples/exactly-75.json")).map_err(|error| error.to_string())?;
    let card = corpus::card(&school)?;
    built.answers(&school, 0, &format!("{card}\n"))?;
    built.answers(b"{", 1, "")
}

/// The build whose every call panics, under the name that programs look for.
fn panics() -> Result<(), String> {
    let prefix = folder().join("panics");
    install::lay(&prefix, &target().join("debug"), false)?;
    programs::PANIC.build(&prefix)?.runs(&[])
}

/// The library itself built with `AddressSanitizer`, which only a nightly compiler does.
fn sanitized(steps: &mut Steps, corpus: &str) -> Result<(), String> {
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
        install::lay(&prefix, &built.join(host).join("debug"), false)?;
        for program in [programs::MISUSE, programs::ARROW] {
            program.with(&ASAN).build(&prefix)?.runs(&[])?;
        }
        programs::C_CORPUS.with(&ASAN).build(&prefix)?.runs(&[corpus])
    })
}

/// One call through the ABI beside one of the core, in one run.
pub(crate) fn bench() -> Result<(), String> {
    build_and_install(&prefix().to_string_lossy())?;
    let program = programs::BENCH.build(&prefix())?;
    let path: &Path = program.path();
    Steps::default().run_with(
        "cargo",
        &["bench", "-p", "thuocdo-c", "--profile", "release", "--bench", "call"],
        &[("THUOCDO_C_CALL", &path.to_string_lossy())],
    )
}
