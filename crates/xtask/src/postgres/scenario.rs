//! The worked schema of `examples/postgres`: run as its README says, and then tried by the wrong roles.

use super::server::Server;
use crate::run::{ran, root};

/// The database of the example; what comes after it here works on that.
pub(super) const DATABASE: &str = "example";

/// Runs the example from an empty database. What it prints was worked out by hand.
pub(super) fn example(server: &Server) -> Result<(), String> {
    server.database(DATABASE)?;
    prints(server, DATABASE, "all.sql", "expected.csv")
}

/// Every table, view and function, tried by everyone: what differs from what is expected is printed.
pub(super) fn row_security(server: &Server) -> Result<(), String> {
    prints(server, DATABASE, "tests/row_security.sql", "tests/row_security.csv")
}

/// The same of a copy that was made by dump and restore: owners, rights and policies come along.
pub(super) fn restored(server: &Server) -> Result<(), String> {
    const COPY: &str = "example_restored";
    let dump = ran(&mut server.client("pg_dump", DATABASE))?;
    server.database(COPY)?;
    server.sql(COPY, &dump)?;
    prints(server, COPY, "tests/row_security.sql", "tests/row_security.csv")
}

/// Those who log in: what they may become, and for how long.
pub(super) fn logins(server: &Server) -> Result<(), String> {
    server.sql(DATABASE, "create role login_2001 login noinherit; grant school_vd_2001 to login_2001")?;
    let own = "set role school_vd_2001; select count(*) from sector.cases;";
    for (login, text, expected) in [
        ("sector_app", "select count(*) from sector.cases", "42501"),
        ("sector_app", own, "1"),
        ("sector_app", "set role authority_so_a; select count(*) from sector.cases", "4"),
        // Of one transaction, whichever way it ends.
        ("sector_app", "begin; set local role school_vd_2001; commit; select count(*) from sector.cases", "42501"),
        ("sector_app", "begin; set local role school_vd_2001; rollback; select count(*) from sector.cases", "42501"),
        ("sector_app", "set role sector_engine", "42501"),
        ("sector_app", "set role sector_window", "42501"),
        ("sector_app", "set role sector_owner", "42501"),
        ("sector_app", "set role postgres", "42501"),
        ("login_2001", own, "1"),
        ("login_2001", "select count(*) from sector.cases", "42501"),
        ("login_2001", "set role school_vd_2002", "42501"),
        ("login_2001", "set role authority_sao_bien", "42501"),
        ("login_2001", "set role school_vd_2001; set role authority_sao_bien", "42501"),
        ("login_2001", "set session authorization authority_sao_bien", "42501"),
        // COPY reads by another way than SELECT.
        ("login_2001", "set role school_vd_2001; copy (select institution from sector.cases) to stdout", "VD-2001"),
        ("login_2001", "set role school_vd_2001; copy sector.cases (institution) to stdout", "VD-2001"),
        ("login_2001", "set role school_vd_2001; copy sector.events (case_id, act) from stdin", "0A000"),
        // Nor does it help to switch the policies off for oneself: then the query is refused.
        ("login_2001", "set role school_vd_2001; set row_security = off; select count(*) from sector.cases", "42501"),
    ] {
        let mut command = server.psql(DATABASE);
        command.env("PGUSER", login).args(["-At", "-c", text]);
        let found = ran(&mut command);
        let is_as_expected = match &found {
            Ok(rows) => rows.trim() == expected,
            Err(message) => message.contains(&format!("ERROR:  {expected}:")),
        };
        if !is_as_expected {
            return Err(format!("{login}: {text}\n  expected: {expected}\n  found: {found:?}"));
        }
    }
    Ok(())
}

/// Runs a file of the example and compares what it prints with what is kept beside it.
fn prints(server: &Server, database: &str, file: &str, expected: &str) -> Result<(), String> {
    let folder = root().join("examples/postgres");
    let mut command = server.psql(database);
    command.arg("--csv").arg("-f").arg(folder.join(file)).current_dir(root());
    let found = ran(&mut command)?;
    let expected = std::fs::read_to_string(folder.join(expected)).map_err(|error| format!("{expected}: {error}"))?;
    match found.lines().zip(expected.lines()).find(|(found, expected)| found != expected) {
        Some((found, expected)) => Err(format!("{file}\n  expected: {expected}\n  found: {found}")),
        None if found.lines().count() != expected.lines().count() => Err(format!("{file} prints\n{found}\nexpected\n{expected}")),
        None => Ok(()),
    }
}
