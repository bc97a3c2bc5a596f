//! The developer commands: one binary, so that every machine and every developer runs the same.

mod c;
mod debian;
mod framework_page;
mod generate;
mod postgres;
mod python;
mod python_results;
mod readme;
mod run;
mod test;

use std::process::ExitCode;

use run::Steps;

const HELP: &str = "\
cargo xtask test          everything: what continuous integration runs
cargo xtask check         format, lints, Rust tests: the quick loop
cargo xtask python        the Python package: builds it, installs it, runs everything of it
cargo xtask gen           writes schemas/, docs/FRAMEWORK-4725.md and the results of the Python package
cargo xtask gen --check   fails where a generated file is stale
cargo xtask bench         runs the benches and prints the README's table
cargo xtask test-c        the C library alone: hosts, symbols, memory
cargo xtask install-c DIR installs the C library under a prefix: header, libthuocdo, pkg-config file
cargo xtask c-corpus FILE writes the corpus as hosts of the C library read it
cargo xtask bench-c       measures a call through the C library beside one of the core
cargo xtask test-postgres the PostgreSQL extension alone: its own tests, the corpus, the worked schema, faults, load
cargo xtask bench-postgres  measures levels over a stored table beside other ways to compute them";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["test"] => test::test(),
        ["check"] => test::check(),
        ["python"] => Steps::alone(python::python),
        ["gen"] => generate::write(),
        ["gen", "--check"] => generate::check(),
        ["bench"] => test::bench(),
        ["test-postgres"] => Steps::alone(postgres::run),
        ["bench-postgres"] => postgres::bench(),
        ["test-c"] => Steps::alone(c::run),
        ["install-c", prefix] => c::build_and_install(prefix),
        ["c-corpus", file] => c::write_corpus(file.as_ref()).map(|cases| println!("{cases} cases")),
        ["bench-c"] => c::bench(),
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
