//! Scores schools inside MariaDB and MySQL: `install.sql` adds the functions of `README.md` to a server.
//!
//! `abi` is the server's interface, `functions` the functions of one row, `many` the aggregates, `message` how a fault reaches the user.
//! What they answer is in `bindings/sql`.
#![expect(unsafe_code, reason = "the border to the server")]

mod abi;
mod functions;
mod many;
mod message;

use std::ops::RangeInclusive;
use std::panic::{AssertUnwindSafe, catch_unwind};

use thuocdo_sql::Scorers;

/// The frameworks that any connection used. A trigger begins its functions anew for every row, so they are not those of a statement.
static SCORERS: Scorers = Scorers::new();

/// Runs what may panic, so that a fault of the library ends a statement and not the server.
fn caught<T>(run: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("a fault in thuocdo, please report it".to_owned()))
}

/// How many arguments a function takes.
fn counted(name: &str, counts: RangeInclusive<usize>, found: usize) -> Result<(), String> {
    let (fewest, most) = (counts.start(), counts.end());
    if counts.contains(&found) { Ok(()) } else { Err(format!("{name}() takes {fewest} to {most} arguments, and has {found}")) }
}
