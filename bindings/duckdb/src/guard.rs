//! What all calls share: the frameworks in use, and how a fault reaches DuckDB.

use std::panic::{AssertUnwindSafe, catch_unwind};

use libduckdb_sys as ffi;
use thuocdo_sql::Scorers;

use crate::api::{c_text, duckdb};

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

/// Runs a call of a function of one row; a fault ends the statement.
///
/// # Safety
///
/// `info` is that of the call.
pub(crate) unsafe fn of_function(info: ffi::duckdb_function_info, run: impl FnOnce() -> Result<(), String>) {
    // SAFETY: as above; DuckDB copies the text.
    caught(run).unwrap_or_else(|fault| unsafe { duckdb!(duckdb_scalar_function_set_error(info, c_text(&fault).as_ptr())) });
}

/// As [`of_function`], of an aggregate.
///
/// # Safety
///
/// As [`of_function`].
pub(crate) unsafe fn of_aggregate(info: ffi::duckdb_function_info, run: impl FnOnce() -> Result<(), String>) {
    // SAFETY: as above; DuckDB copies the text.
    caught(run).unwrap_or_else(|fault| unsafe { duckdb!(duckdb_aggregate_function_set_error(info, c_text(&fault).as_ptr())) });
}
