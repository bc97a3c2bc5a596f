//! The developer commands: one binary, so that every machine and every developer runs the same.

mod framework_page;
mod generate;
mod python;
mod python_results;
mod readme;
mod run;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask test          everything: what continuous integration runs
cargo xtask check         format, lints, Rust tests: the quick loop
cargo xtask python        the Python package: builds it, installs it, runs everything of it
cargo xtask gen           writes schemas/, docs/FRAMEWORK-4725.md and the results of the Python package
cargo xtask gen --check   fails where a generated file is stale
cargo xtask bench         runs the benches and prints the README's table";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["test"] => test::test(),
        ["check"] => test::check(),
        ["python"] => test::python(),
        ["gen"] => generate::write(),
        ["gen", "--check"] => generate::check(),
        ["bench"] => test::bench(),
        _ => Err(HELP.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
