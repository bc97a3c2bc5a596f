//! Points as Python has them: `decimal.Decimal`, which is as exact.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use thuocdo::Points;

/// The class `decimal.Decimal`.
pub(crate) fn decimal_type(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}

/// The shortest exact decimal of some points: `Decimal("77.5")`.
pub(crate) fn decimal(py: Python<'_>, points: Points) -> PyResult<Bound<'_, PyAny>> {
    decimal_type(py)?.call1((points.to_string(),))
}
