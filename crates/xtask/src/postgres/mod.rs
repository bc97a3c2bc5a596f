//! The extension of the database: tried in a server that is started for the purpose.

mod attempt;
mod audit;
mod bench;
mod concurrency;
mod corpus;
mod country;
mod faults;
mod frameworks;
mod install;
mod lifecycle;
mod load;
mod package;
mod plans;
mod recipes;
mod scenario;
mod server;
mod update;
mod versions;
mod walk;

use std::path::PathBuf;

use install::Build;
use server::Server;
use versions::Version;

use crate::run::Steps;
use crate::rust;

/// Everything of the extension: on Debian's server, and in the deep run on later ones too.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    // The corpus is written by a program of the tests.
    rust::build(steps)?;
    let is_deep = steps.goes_deep("PostgreSQL 16 and 18; a country's load; queries in parallel; calls cancelled; the server restarted");
    on(steps, Version::Pg15, is_deep)?;
    if !is_deep {
        return Ok(());
    }
    // What is deep takes long, and is the same in versions between.
    [(Version::Pg16, false), (Version::Pg18Earlier, false), (Version::Pg18, true)]
        .into_iter()
        .try_for_each(|(version, is_deep)| on(steps, version, is_deep))
}

/// One version of the server: the extension's own tests inside it, then what a user does.
fn on(steps: &mut Steps, version: Version, is_deep: bool) -> Result<(), String> {
    let Some(installed) = install::installed(steps, version, Build::Verify)? else { return Ok(()) };
    let next = update::next(steps, &installed)?;
    let server = Server::start(&installed.bin()?, SETTINGS)?;
    steps.run_own("the extension's own tests, inside a server", || lifecycle::own_tests(&server))?;
    steps.run_own("the corpus in SQL", || corpus::corpus(&server))?;
    steps.run_own("the READMEs' SQL", || lifecycle::readmes(&server))?;
    steps.run_own("levels in columns, by frameworks of one's own", || lifecycle::filled(&server))?;
    steps.run_own("plans, and cohorts counted in parts", || plans::plans(&server))?;
    steps.run_own("claims audited", || audit::audited(&server))?;
    steps.run_own("recipes over several servers", || recipes::over_servers(&server, &installed.bin()?))?;
    steps.run_own("installed by the owner of a database", || frameworks::trusted(&server))?;
    steps.run_own("stored frameworks stay as they are", || frameworks::stay(&server))?;
    steps.run_own("frameworks are stored by those who may", || frameworks::added(&server))?;
    steps.run_own("overlays on overlays", || frameworks::overlays(&server))?;
    steps.run_own("dumped and restored", || lifecycle::restored(&server))?;
    if installed.is_of_debian() {
        steps.run_own("installed from a package of Debian", || lifecycle::packaged(&server, &installed))?;
    }
    steps.run_own("the extension updated under open sessions", || update::updated(&server, &installed, &next))?;
    worked_schema(steps, &server, is_deep)?;
    loaded(steps, &server, is_deep)
}

/// The schema of `examples/postgres`, by itself and under clients that meet.
fn worked_schema(steps: &mut Steps, server: &Server, is_deep: bool) -> Result<(), String> {
    let walk = if is_deep { 400 } else { 60 };
    steps.run_own("examples/postgres: prints what was worked out by hand", || scenario::example(server))?;
    steps.run_own("examples/postgres: row security tried by the wrong role", || scenario::row_security(server))?;
    steps.run_own("examples/postgres: the same after dump and restore", || scenario::restored(server))?;
    steps.run_own("examples/postgres: logins", || scenario::logins(server))?;
    steps.run_own("examples/postgres: a random walk tells nobody what he may not read", || walk::walk(server, walk, 1))?;
    steps.run_own("many clients write one assessment", || concurrency::one_assessment(server))?;
    steps.run_own("many clients begin one case", || concurrency::one_event(server))?;
    steps.run_own("an answer and its approval at once", || concurrency::answer_and_approval(server))?;
    steps.run_own("prepared statements", || concurrency::prepared(server))
}

/// Many schools, and what goes wrong around them. The ordinary run loads some, and kills a backend; the deep run loads a country.
fn loaded(steps: &mut Steps, server: &Server, is_deep: bool) -> Result<(), String> {
    const LOAD: &str = "load";
    let schools = if is_deep { load::COUNTRY } else { load::SOME };
    server.database(LOAD)?;
    steps.run_own("schools over three years, inserted by many clients", || schools.inserted(server, LOAD))?;
    steps.run_own("… and scored again", || schools.scored_again(server, LOAD))?;
    steps.run_own("hostile input", || faults::hostile(server, LOAD))?;
    steps.run_own("row types that were altered", || faults::altered_types(server))?;
    steps.run_own("operators of a stranger", || faults::search_path(server, LOAD))?;
    steps.run_own("errors without backtraces", || faults::backtraces(server, LOAD))?;
    steps.run_own("backends killed", || faults::killed(server, LOAD))?;
    if is_deep {
        steps.run_own("a country, asked row by row", || country::asked(server, LOAD))?;
        steps.run_own("parallel query", || concurrency::parallel(server, LOAD, "load.assessments"))?;
        steps.run_own("calls cancelled and out of time", || faults::cancelled(server, LOAD))?;
        steps.run_own("the server restarted", || faults::restarted(server, LOAD))?;
    }
    Ok(())
}

/// Builds the extension and puts it among the files of the server that a `pg_config` tells of.
pub(crate) fn install(pg_config: &str) -> Result<(), String> {
    install::into_server(pg_config)
}

/// Builds the extension for the server that a `pg_config` tells of, and makes a package of Debian of it in a folder.
pub(crate) fn package(pg_config: &str, folder: &str) -> Result<PathBuf, String> {
    package::into_package(pg_config, folder.as_ref())
}

/// Measures, on a server of its own.
pub(crate) fn bench() -> Result<(), String> {
    let installed = install::installed(&mut Steps::default(), Version::Pg15, Build::Release)?.ok_or("what it needs is not there")?;
    bench::bench(&Server::start(&installed.bin()?, SETTINGS)?)
}

/// Room for a country's rows, and for as many clients as the tests have.
const SETTINGS: &[&str] = &["shared_buffers=256MB", "max_connections=50", "max_wal_size=2GB", "max_parallel_workers=4"];

/// Whether what was found is what was expected.
fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what}\n  expected: {expected:?}\n  found: {found:?}")) }
}

/// Fails unless a statement is refused, and with this SQLSTATE. Whatever it did is undone.
fn refused(server: &Server, database: &str, statement: &str, state: &str) -> Result<(), String> {
    match server.sql(database, &format!("begin; {statement}; rollback")) {
        Err(message) if message.contains(&format!("ERROR:  {state}:")) => Ok(()),
        other => Err(format!("{statement}\n  expected: {state}\n  found: {other:?}")),
    }
}
