//! What all calls share: the frameworks in use, and how a fault reaches DuckDB.

use std::ffi::CString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use libduckdb_sys as ffi;
use thuocdo_sql::Scorers;

use crate::api::c_text;

/// The frameworks that any connection used.
pub(crate) static SCORERS: Scorers = Scorers::new();

/// What DuckDB says to a step of ours.
pub(crate) fn done(state: ffi::duckdb_state, what: &str) -> Result<(), String> {
    if state == ffi::DuckDBSuccess { Ok(()) } else { Err(format!("DuckDB refuses {what}")) }
}

/// Runs what may panic, so that a fault of the library ends a statement and not the process.
pub(crate) fn caught<T>(run: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("a fault in thuocdo, please report it".to_owned()))
}

/// As [`caught`]; the fault is for DuckDB.
pub(crate) fn refused(run: impl FnOnce() -> Result<(), String>) -> Option<CString> {
    caught(run).err().map(|fault| c_text(&fault))
}
