//! The command line, as Python starts it.

use std::ffi::OsString;

use pyo3::prelude::*;

/// Runs the command with these arguments (the first is its own name) and gives its exit status.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| thuocdo_cli::run(arguments))
}
