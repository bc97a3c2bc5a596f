//! thuocdo inside PostgreSQL: the core's entries as SQL functions.
//!
//! Every function is a line or two over the core. What they share: how a `jsonb` comes in and goes out (`jsonb`, `numbers`, `walk`, `write`), which framework is meant
//! (`scorers`, `stored`), in which language an answer is (`argument`, `setting`), and how a refusal becomes an SQL error (`refusal`).
//!
//! `cost` tells the planner how long a call takes, in calls of a plain function of the server: about 25 ns. It makes it evaluate cheap conditions
//! first, and plan in parallel.

mod argument;
mod ask;
mod audit;
mod cohort;
mod form;
mod framework;
mod jsonb;
mod levels;
mod many;
mod numbers;
mod refusal;
mod score;
mod scorers;
mod serialize;
mod setting;
mod stored;
#[cfg(feature = "own_tests")]
mod tests;
mod walk;
mod write;

use std::backtrace::Backtrace;
use std::env;
use std::ffi::CStr;

use pgrx::prelude::*;

/// The version, as `pg_get_loaded_modules` shows it.
const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

pgrx::pg_module_magic!(name = c"thuocdo", version = VERSION);

/// Called by the server when it loads the library.
#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    no_backtraces();
    setting::define();
}

/// Keeps the backtraces of Rust away from clients: pgrx adds them to the detail of an error wherever the environment of the server asks for
/// them. The standard library looks there once, at the first backtrace, and keeps what it found; here it finds nothing.
fn no_backtraces() {
    let asked = ["RUST_BACKTRACE", "RUST_LIB_BACKTRACE"].map(|name| (name, env::var_os(name)));
    for (name, _) in &asked {
        // SAFETY: a process of the server has one thread.
        unsafe { env::remove_var(name) };
    }
    drop(Backtrace::capture());
    for (name, value) in asked {
        if let Some(value) = value {
            // SAFETY: as above. Other libraries of the server have a standard library of their own, and find what was there.
            unsafe { env::set_var(name, value) };
        }
    }
}
