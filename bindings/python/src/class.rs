//! What several classes share.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use thuocdo::InstitutionType;
use thuocdo::text::shown;

/// Something of `thuocdo.scorecard` by its name.
pub(crate) fn python<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    static MODULE: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let module = MODULE.get_or_try_init(py, || py.import("thuocdo.scorecard").map(Bound::unbind))?;
    module.bind(py).getattr(name)
}

/// An institution as Python has it.
pub(crate) fn institution<'py>(
    py: Python<'py>,
    code: Option<&str>,
    name: Option<&str>,
    kind: Option<InstitutionType>,
) -> PyResult<Bound<'py, PyAny>> {
    python(py, "Institution")?.call1((code, name, kind.map(InstitutionType::as_str)))
}

/// Whose something is, behind a space: what is known of code, period and stream. Nothing where nothing is.
pub(crate) fn whose(said: [Option<&str>; 3]) -> String {
    let said: Vec<&str> = said.into_iter().flatten().collect();
    if said.is_empty() { String::new() } else { format!(" {}", shown(&said.join(" "))) }
}

/// That there is nothing of a code, and what there is.
pub(crate) fn missing<T: AsRef<str>>(what: &str, code: &str, known: impl Iterator<Item = T>) -> PyErr {
    let known: Vec<String> = known.map(|code| code.as_ref().to_owned()).collect();
    PyKeyError::new_err(format!("there is no {what} `{}`; there are {}", shown(code), known.join(", ")))
}

/// A hash of the canonical JSON of something, or of its digest: what is equal has the same.
pub(crate) fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
