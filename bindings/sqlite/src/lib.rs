//! Scores schools inside SQLite: `SELECT load_extension('libthuocdo_sqlite')` adds the functions of `README.md` to a connection.
//!
//! `functions` has one function for each of them, `many` the aggregates, `argument` what an argument says. What they answer is in
//! `bindings/sql`.

use std::ffi::{c_char, c_int};
use std::sync::Arc;

use rusqlite::{Connection, Result, ffi};

mod argument;
mod functions;
mod many;

use thuocdo_sql::Scorers;

/// The oldest SQLite that has every function which `rusqlite` calls.
const OLDEST: c_int = 3_034_001;

/// What SQLite calls when it loads the file.
///
/// # Safety
///
/// SQLite alone calls it, with pointers of its own.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "the border to SQLite")]
pub unsafe extern "C" fn sqlite3_extension_init(
    connection: *mut ffi::sqlite3,
    message: *mut *mut c_char,
    api: *mut ffi::sqlite3_api_routines,
) -> c_int {
    // SAFETY: the pointers are SQLite's.
    unsafe {
        // An older one is told that there are no functions for it; `rusqlite` would end the process.
        if api.as_ref().and_then(|api| api.libversion_number).is_none_or(|version| version() < OLDEST) {
            return ffi::SQLITE_ERROR;
        }
        Connection::extension_init2(connection, message, api, functions_of)
    }
}

/// Adds the functions to a connection. The file may be unloaded with the connection.
#[expect(clippy::needless_pass_by_value, reason = "`rusqlite` hands it over")]
fn functions_of(connection: Connection) -> Result<bool> {
    let scorers = Arc::new(Scorers::default());
    functions::add(&connection, &scorers)?;
    many::add(&connection, &scorers)?;
    Ok(false)
}
