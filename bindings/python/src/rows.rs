//! The rows of a frame as assessments, in the form that a dictionary has.

use std::sync::Mutex;
use std::vec::IntoIter;

use arrow_array::{RecordBatch, RecordBatchReader};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use thuocdo::json::Value;
use thuocdo_columns::Rows;

use crate::arrow::{Batches, raised};
use crate::frame::{held, validate};
use crate::framework::Framework;
use crate::points::decimal_type;
use crate::refusal::Input;

/// How many rows are made dictionaries at once.
const AT_ONCE: usize = 1024;

/// An iterator over the assessments of a frame.
#[pyclass(frozen, module = "thuocdo._thuocdo")]
pub(crate) struct Assessments(Mutex<State>);

struct State {
    /// What of the last batch was not looked at yet.
    batch: Option<RecordBatch>,
    batches: Box<dyn RecordBatchReader + Send>,
    ready: IntoIter<Py<PyAny>>,
    rows: Rows,
}

/// The rows of a frame as assessments, each made when it is asked for.
#[pyfunction]
#[pyo3(signature = (framework, frame, filled_by=None))]
pub(crate) fn assessments(py: Python<'_>, framework: &Framework, frame: Batches, filled_by: Option<&str>) -> PyResult<Assessments> {
    let Batches(batches) = frame;
    let rows = Rows::new(framework.scorers(), &batches.schema(), filled_by).map_err(|violations| Input::Assessment.refused(py, violations))?;
    Ok(Assessments(Mutex::new(State { batch: None, batches, ready: Vec::new().into_iter(), rows })))
}

#[pymethods]
impl Assessments {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        py.check_signals()?;
        held(&self.0)?.next(py)
    }
}

impl State {
    fn next(&mut self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        loop {
            if let Some(ready) = self.ready.next() {
                return Ok(Some(ready));
            }
            let batch = if let Some(rest) = self.batch.take() {
                rest
            } else {
                let Some(batch) = py.detach(|| self.batches.next()).transpose().map_err(raised)? else { return Ok(None) };
                validate(&batch, self.rows.reads()).map_err(raised)?;
                batch
            };
            let now = batch.slice(0, AT_ONCE.min(batch.num_rows()));
            let ready = self.rows.assessments(&now).map(|value| Ok(object(py, &value)?.unbind()));
            self.ready = ready.collect::<PyResult<Vec<_>>>()?.into_iter();
            let left = batch.num_rows() - now.num_rows();
            self.batch = (left > 0).then(|| batch.slice(now.num_rows(), left));
        }
    }
}

/// A value as Python has it; numbers are `int` or `Decimal`, which are as exact.
pub(crate) fn object<'py>(py: Python<'py>, value: &Value<'_>) -> PyResult<Bound<'py, PyAny>> {
    match value {
        Value::Null => Ok(py.None().into_bound(py)),
        Value::Bool(is) => is.into_bound_py_any(py),
        Value::Number(number) => {
            let text = number.to_string();
            match text.parse::<i64>() {
                Ok(whole) => whole.into_bound_py_any(py),
                Err(_) => decimal_type(py)?.call1((text,)),
            }
        }
        Value::Text(text) => text.into_bound_py_any(py),
        Value::List(list) => {
            let list = list.iter().map(|item| object(py, item)).collect::<PyResult<Vec<_>>>()?;
            PyList::new(py, list).map(Bound::into_any)
        }
        Value::Object(entries) => {
            let dict = PyDict::new(py);
            for (key, value) in entries {
                dict.set_item(key, object(py, value)?)?;
            }
            Ok(dict.into_any())
        }
    }
}
