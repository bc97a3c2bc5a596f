//! What the command does for Python: all of it by a command line, and its reading of files.

use std::ffi::OsString;
use std::path::PathBuf;

use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;

use crate::framework::Framework;
use crate::lang::Lang;

/// Runs the command with these arguments (the first is its own name) and gives its exit status.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| thuocdo_cli::run(arguments))
}

/// The forms of files, folders and patterns: accepted ones, a line of JSON each, and the faults of the others as a list.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "PyO3 hands over a list as one of ours")]
pub(crate) fn read_forms(
    py: Python<'_>,
    framework: &Framework,
    paths: Vec<PathBuf>,
    filled_by: Option<&str>,
    lang: &str,
) -> PyResult<(String, String)> {
    let lang = Lang::of(lang)?.0;
    py.detach(|| thuocdo_cli::forms(&paths, filled_by, framework.scorers(), lang)).map_err(PyOSError::new_err)
}
