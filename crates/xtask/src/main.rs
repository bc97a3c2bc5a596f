//! The developer commands: one binary, so that every machine and every developer runs the same.

mod c;
mod debian;
mod deny;
mod dist;
mod duckdb;
mod fuzz;
mod js;
mod mariadb;
mod markdown;
mod postgres;
mod python;
mod readme;
mod report;
mod rings;
mod run;
mod rust;
mod serve;
mod site;
mod sql;
mod sqlite;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask check                    the quick loop: format, lints, Rust tests
cargo xtask test [PART] [--deep]     everything, parts side by side, or one part; continuous integration runs all of them.
                                     Parts: core, cli, c, js, python, postgres, sqlite, mariadb, duckdb, serve, fuzz, guide. --deep adds what takes long and seldom fails
cargo xtask rings                    looks for modules that import each other in a ring, and for crates that depend outwards
cargo xtask gen                      writes schemas/, docs/FRAMEWORK-4725.md, docs/CODES.md and the results of the Python package
cargo xtask bench                    runs the benches and prints their table
cargo xtask bench-c                  measures a call through the C library beside one of the core
cargo xtask bench-postgres           measures levels over a stored table beside other ways to compute them
cargo xtask install-c DIR            installs the C library under a prefix: header, libthuocdo, pkg-config file
cargo xtask dist [--deep]            makes what is handed out: archives, .deb, jar, NuGet package, wheel, npm package; --deep builds twice and compares
cargo xtask install-postgres PG_CONFIG  installs the PostgreSQL extension into the server of a pg_config
cargo xtask package-postgres PG_CONFIG DIR  makes a package of Debian (.deb) of the extension in a folder
cargo xtask duckdb                   builds the extension of DuckDB
cargo xtask js                       builds the package for JavaScript as it is published; cargo xtask test js tests it
cargo xtask site                     builds the guide and the page into target/site; cargo xtask test js, and guide, try them
cargo xtask c-corpus FILE            writes the corpus as hosts of the C library read it";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let is_deep = args.iter().any(|arg| arg == "--deep");
    let args: Vec<&str> = args.iter().map(String::as_str).filter(|arg| *arg != "--deep").collect();
    let outcome = match args.as_slice() {
        ["test"] => test::all(is_deep),
        ["test", part] => test::alone(part, is_deep),
        ["check"] => test::quick(),
        ["rings"] => rings::check().map(|counted| println!("{counted}")),
        ["gen"] => rust::generate(),
        ["bench"] => rust::bench(),
        ["install-postgres", pg_config] => postgres::install(pg_config),
        ["package-postgres", pg_config, folder] => postgres::package(pg_config, folder).map(|file| println!("{}", file.display())),
        ["bench-postgres"] => postgres::bench(),
        ["install-c", prefix] => c::build_and_install(prefix),
        ["c-corpus", file] => c::corpus_file(file.as_ref()).map(|cases| println!("{cases}")),
        ["bench-c"] => c::bench(),
        ["duckdb"] => duckdb::build(),
        ["js"] => js::build(),
        ["dist"] => dist::build(is_deep),
        ["site"] => site::build(),
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
