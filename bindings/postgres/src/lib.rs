//! thuocdo inside PostgreSQL: the core's entries as SQL functions.
//!
//! Every function is a line or two over the core. What they share: how a `jsonb` comes in and goes out (`jsonb`), which framework is meant
//! (`scorers`, `stored`), and how a refusal becomes an SQL error (`refusal`).

mod ask;
mod cohort;
mod framework;
mod jsonb;
mod levels;
mod refusal;
mod score;
mod scorers;
mod setting;
mod stored;
#[cfg(any(test, feature = "pg_test"))]
mod tests;
mod walk;

use pgrx::prelude::*;

pgrx::pg_module_magic!(name, version);

/// Called by the server when it loads the library.
#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    setting::define();
}
