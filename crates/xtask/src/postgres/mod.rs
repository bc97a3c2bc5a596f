//! The extension of the database: tried in a server that is started for the purpose.

mod bench;
mod concurrency;
mod corpus;
mod faults;
mod install;
mod lifecycle;
mod load;
mod scenario;
mod server;

use server::Server;

use crate::run::Steps;

/// The worked schema, clients that meet, and one fault; in the deep run also a country's load and every other fault.
fn worked_schema(steps: &mut Steps, server: &Server) -> Result<(), String> {
    const LOAD: &str = "load";
    steps.run_own("examples/postgres: prints what was worked out by hand", || scenario::example(server))?;
    steps.run_own("examples/postgres: row security tried by the wrong role", || scenario::row_security(server))?;
    steps.run_own("examples/postgres: the same after dump and restore", || scenario::restored(server))?;
    steps.run_own("examples/postgres: logins", || scenario::logins(server))?;
    steps.run_own("many clients write one assessment", || concurrency::one_assessment(server))?;
    steps.run_own("many clients begin one case", || concurrency::one_event(server))?;
    steps.run_own("an answer and its approval at once", || concurrency::answer_and_approval(server))?;
    steps.run_own("prepared statements", || concurrency::prepared(server))?;
    server.database(LOAD)?;
    if steps.goes_deep("a country's load on the database; calls cancelled and out of time; backends killed; the server restarted") {
        steps.run_own("27,005 schools over three years, inserted by many clients", || load::inserted(server, LOAD))?;
        steps.run_own("… and scored again", || load::scored_again(server, LOAD))?;
        steps.run_own("parallel query", || concurrency::parallel(server, LOAD, "load.assessments"))?;
        steps.run_own("hostile input", || faults::hostile(server, LOAD))?;
        steps.run_own("calls cancelled and out of time", || faults::cancelled(server, LOAD))?;
        steps.run_own("backends killed", || faults::killed(server, LOAD))?;
        steps.run_own("the server restarted", || faults::restarted(server, LOAD))?;
    }
    Ok(())
}

/// Everything of the extension: its own tests inside a server, then what a user gets.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    let Some(tested) = install::installed(steps, "pg_test")? else { return Ok(()) };
    let server = Server::start(&tested.bin(), SETTINGS)?;
    steps.run_own("the extension's own tests, inside a server", || lifecycle::own_tests(&server))?;
    drop(server);
    drop(tested);
    let Some(installed) = install::installed(steps, "")? else { return Ok(()) };
    let server = Server::start(&installed.bin(), SETTINGS)?;
    steps.run_own("the corpus in SQL", || corpus::corpus(&server))?;
    steps.run_own("the READMEs' SQL", || lifecycle::readmes(&server))?;
    steps.run_own("levels in columns, by frameworks of one's own", || lifecycle::filled(&server))?;
    steps.run_own("stored frameworks stay as they are", || lifecycle::frameworks(&server))?;
    steps.run_own("dumped and restored", || lifecycle::restored(&server))?;
    steps.run_own("the extension updated", || lifecycle::updated(&server, &installed))?;
    worked_schema(steps, &server)
}

/// Measures, on a server of its own.
pub(crate) fn bench() -> Result<(), String> {
    let Some(installed) = install::installed(&mut Steps::default(), "")? else { return Err("what it needs is not there".to_owned()) };
    bench::bench(&Server::start(&installed.bin(), SETTINGS)?)
}

/// Room for a country's rows, and for as many clients as the tests have.
const SETTINGS: &[&str] = &["shared_buffers=256MB", "max_connections=50", "max_wal_size=2GB", "max_parallel_workers=4"];

/// Whether what was found is what was expected.
fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what}\n  expected: {expected:?}\n  found: {found:?}")) }
}
