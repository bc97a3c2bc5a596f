//! How what the core refuses becomes an exception of Python.

use std::borrow::Cow;

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use thuocdo::text::Lang;
use thuocdo::{Named, Param, ViolationCode, Violations};
use thuocdo_tables::Fault;

use crate::points::decimal;

/// Why nothing came of an input.
pub(crate) enum Refusal {
    /// What the input says is wrong.
    Violations(Violations),
    /// The input is nothing that could be read, or reading it failed.
    Python(PyErr),
}

impl Refusal {
    /// The same, of a part of an input that stands at `place`.
    pub(crate) fn within(self, place: &str) -> Refusal {
        match self {
            Refusal::Violations(violations) => Refusal::Violations(violations.within(place)),
            other @ Refusal::Python(_) => other,
        }
    }
}

impl From<Violations> for Refusal {
    fn from(violations: Violations) -> Refusal {
        Refusal::Violations(violations)
    }
}

impl From<PyErr> for Refusal {
    fn from(error: PyErr) -> Refusal {
        Refusal::Python(error)
    }
}

/// What was refused: each has an exception of its own.
#[derive(Clone, Copy)]
pub(crate) enum Input {
    Assessment,
    Framework,
    Request,
}

impl Input {
    fn exception(self, py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
        static ASSESSMENT: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        static FRAMEWORK: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        static REQUEST: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let (cell, name) = match self {
            Input::Assessment => (&ASSESSMENT, "InvalidAssessment"),
            Input::Framework => (&FRAMEWORK, "InvalidFramework"),
            Input::Request => (&REQUEST, "InvalidRequest"),
        };
        cell.import(py, "thuocdo.errors", name)
    }

    /// The exception that tells of a refusal of this input.
    pub(crate) fn refused(self, py: Python<'_>, refusal: impl Into<Refusal>) -> PyErr {
        let violations = match refusal.into() {
            Refusal::Violations(violations) => violations,
            Refusal::Python(error) => return error,
        };
        self.raised(py, told(py, &violations))
    }

    /// The exception that tells of the faults of a table that stands at a place of this input.
    pub(crate) fn refused_table(self, py: Python<'_>, at: &str, faults: &[Fault]) -> PyErr {
        let told = faults.iter().map(|fault| {
            let message = |lang| match fault.cell() {
                Some(cell) if !fault.message(lang).contains(cell) => format!("{}: {}", shown(cell), fault.message(lang)),
                _ => fault.message(lang),
            };
            let messages = (message(Lang::Vi), message(Lang::En));
            class(py)?.call1((fault.code(), format!("{at}{}", fault.at()), PyTuple::empty(py), messages))
        });
        self.raised(py, told.collect::<PyResult<Vec<_>>>().and_then(|told| PyTuple::new(py, told)))
    }

    fn raised(self, py: Python<'_>, violations: PyResult<Bound<'_, PyTuple>>) -> PyErr {
        let made = violations.and_then(|violations| Ok(PyErr::from_value(self.exception(py)?.call1((violations,))?)));
        made.unwrap_or_else(|error| error)
    }
}

fn class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static VIOLATION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    VIOLATION.import(py, "thuocdo.errors", "Violation")
}

/// The violations as a tuple of `thuocdo.Violation`.
pub(crate) fn told<'py>(py: Python<'py>, violations: &Violations) -> PyResult<Bound<'py, PyTuple>> {
    let class = class(py)?;
    let mut list = Vec::with_capacity(violations.len());
    for violation in violations {
        let params = violation.params().iter().map(|(name, param)| (*name, value(py, param)?).into_bound_py_any(py));
        let params = PyTuple::new(py, params.collect::<PyResult<Vec<_>>>()?)?;
        let messages = (violation.message(Lang::Vi), violation.message(Lang::En));
        list.push(class.call1((violation.code().as_str(), violation.at(), params, messages))?);
    }
    PyTuple::new(py, list)
}

/// A parameter as Python has it: a number, a text, a tuple of texts, or points.
fn value<'py>(py: Python<'py>, param: &Param) -> PyResult<Bound<'py, PyAny>> {
    match param {
        Param::Number(number) => number.into_bound_py_any(py),
        Param::List(list) => PyTuple::new(py, list).map(Bound::into_any),
        Param::Points(points) => decimal(py, *points),
        Param::Word(word) => word.as_str().into_bound_py_any(py),
        Param::Named(named) => named.as_str().into_bound_py_any(py),
        Param::NamedList(list) => PyTuple::new(py, list.iter().map(Named::as_str)).map(Bound::into_any),
        Param::Date(date) => date.to_string().into_bound_py_any(py),
        text => text.text(Lang::Vi).into_bound_py_any(py),
    }
}

/// Where something is wrong, for people.
#[pyfunction]
pub(crate) fn place(at: &str, lang: &str) -> String {
    thuocdo::text::place(at, lang.parse().unwrap_or_default())
}

/// What others wrote, as people may be shown it.
#[pyfunction]
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    thuocdo::text::shown(text)
}

/// Every code that a violation can have.
#[pyfunction]
pub(crate) fn violation_codes() -> Vec<&'static str> {
    ViolationCode::ALL.iter().map(|code| code.as_str()).collect()
}
