//! Scores schools inside DuckDB: `LOAD 'thuocdo.duckdb_extension'` adds the functions of `README.md` to a database.
//!
//! `functions` has the functions of one document, `rows` the function of a row of a wide table, `many` the aggregates; `api` is DuckDB's
//! interface, `argument` what an argument says, `arrays` a column as the library reads it, `guard` what all calls share. What they answer is
//! in `bindings/sql` and `crates/thuocdo-columns`.
#![expect(unsafe_code, reason = "the border to DuckDB")]

mod api;
mod argument;
mod arrays;
mod functions;
mod guard;
mod many;
mod rows;

use std::ptr;

use libduckdb_sys as ffi;

use crate::api::{c_text, duckdb};
use crate::guard::{caught, done};

/// What DuckDB calls when it loads the file.
///
/// # Safety
///
/// DuckDB alone calls it, with pointers of its own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn thuocdo_init_c_api(info: ffi::duckdb_extension_info, access: *const ffi::duckdb_extension_access) -> bool {
    // SAFETY: the pointers are DuckDB's. It says itself why there is no table for our version.
    unsafe {
        let Some(ffi::duckdb_extension_access { set_error: Some(set_error), get_database: Some(get_database), get_api: Some(get_api) }) =
            access.as_ref().copied()
        else {
            return false;
        };
        let table = get_api(info, api::VERSION.as_ptr()).cast::<ffi::duckdb_ext_api_v1>();
        if table.is_null() {
            return false;
        }
        api::keep(table);
        let added = caught(|| {
            let database = get_database(info).as_ref().copied().ok_or("there is no database")?;
            let mut connection: ffi::duckdb_connection = ptr::null_mut();
            done(duckdb!(duckdb_connect(database, &raw mut connection)), "a connection")?;
            let added = functions::add(connection).and_then(|()| rows::add(connection)).and_then(|()| many::add(connection));
            duckdb!(duckdb_disconnect(&raw mut connection));
            added
        });
        added.map_err(|fault| set_error(info, c_text(&fault).as_ptr())).is_ok()
    }
}
