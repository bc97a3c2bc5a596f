//! An answer as Python holds it: the result of the core, from which JSON and words are made when they are asked for.

use std::sync::Arc;

use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use thuocdo::LocalScorer;

use crate::framework::Framework;
use crate::lang::Lang;

/// A result, and the framework by which it is told.
#[pyclass(frozen, module = "thuocdo._thuocdo")]
pub(crate) struct Answer {
    of: Arc<dyn thuocdo_practice::Reply>,
    scorers: Arc<LocalScorer>,
}

impl Answer {
    pub(crate) fn new(framework: &Framework, of: Arc<dyn thuocdo_practice::Reply>) -> Answer {
        Answer { of, scorers: Arc::clone(framework.scorers()) }
    }

    fn list(&self) -> PyResult<(&thuocdo_practice::Publication, &thuocdo::Framework)> {
        let list = self.of.publication().ok_or_else(|| PyTypeError::new_err("only a publication is a list"))?;
        Ok((list, self.scorers.local().framework()))
    }
}

#[pymethods]
impl Answer {
    /// The canonical JSON.
    fn to_json<'py>(&self, py: Python<'py>, lang: Lang) -> Bound<'py, PyBytes> {
        PyBytes::new(py, py.detach(|| self.of.to_json(lang.0)).as_bytes())
    }

    /// The report: its text, and its blocks as JSON.
    fn report(&self, py: Python<'_>, lang: Lang) -> (String, String) {
        py.detach(|| {
            let report = self.of.report(&self.scorers, lang.0);
            (report.to_string(), thuocdo::canonical(&report))
        })
    }

    fn csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        let (list, framework) = self.list()?;
        Ok(py.detach(|| list.csv(framework, lang.0)))
    }

    fn html(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        let (list, framework) = self.list()?;
        Ok(py.detach(|| list.html(framework, lang.0)))
    }

    fn xlsx<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyBytes>> {
        let (list, framework) = self.list()?;
        let made = py.detach(|| list.xlsx(framework, lang.0));
        made.map(|bytes| PyBytes::new(py, &bytes)).map_err(PyRuntimeError::new_err)
    }
}
