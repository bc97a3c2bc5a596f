//! Tables across the border to Python, by Arrow's capsules: <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>.
//!
//! `arrow-array` makes and reads the structs in the capsules. `pyo3-arrow` has these five functions as well, but brings classes of its own, and with
//! them casts, sorting, numpy and time zones: a third of the crates of this module.
#![expect(unsafe_code, reason = "a capsule holds a pointer, of the type that its name tells")]

use std::ffi::CStr;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader, StructArray};
use arrow_schema::{ArrowError, DataType, Schema};
use pyo3::exceptions::{PyException, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

/// The batches of any object that is a table to Arrow.
pub(crate) struct Batches(pub(crate) Box<dyn RecordBatchReader + Send>);

impl<'a, 'py> FromPyObject<'a, 'py> for Batches {
    type Error = PyErr;

    fn extract(table: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Some(method) = table.getattr_opt("__arrow_c_array__")? {
            let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) = method.call0()?.extract()?;
            let batch = batch(&schema, &array)?;
            let schema = batch.schema();
            return Ok(Batches(Box::new(RecordBatchIterator::new([Ok(batch)], schema))));
        }
        let Some(method) = table.getattr_opt("__arrow_c_stream__")? else {
            return Err(PyTypeError::new_err(format!("a table with __arrow_c_array__ or __arrow_c_stream__ is expected, not {}", table.get_type())));
        };
        let capsule = method.call0()?.cast_into::<PyCapsule>().map_err(PyErr::from)?;
        let stream = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
        // SAFETY: a capsule of this name holds a stream. It is moved out; what stays in the capsule is marked as released.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
        let reader = ArrowArrayStreamReader::try_new(stream).map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(Batches(Box::new(reader)))
    }
}

/// The one batch in a pair of capsules.
fn batch(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<RecordBatch> {
    let wrong = |error: ArrowError| PyTypeError::new_err(error.to_string());
    let schema = schema.pointer_checked(Some(SCHEMA))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: a capsule of this name holds a schema, which the capsule keeps as long as it lives; it outlives this function.
    let schema = unsafe { schema.as_ref() };
    let whole = Schema::try_from(schema).map_err(wrong)?;
    // SAFETY: a capsule of this name holds an array. It is moved out; what stays in the capsule is marked as released.
    let array = unsafe { FFI_ArrowArray::from_raw(array.as_ptr()) };
    // SAFETY: whoever made the capsules says that the schema is that of the array.
    let data = unsafe { from_ffi(array, schema) }.map_err(wrong)?;
    if !matches!(data.data_type(), DataType::Struct(_)) || data.null_count() > 0 {
        return Err(PyValueError::new_err("a batch is a struct array without nulls"));
    }
    // A struct array has no metadata of its own.
    RecordBatch::from(StructArray::from(data)).with_schema(whole.into()).map_err(wrong)
}

/// A capsule of a schema.
pub(crate) fn schema_capsule<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(raised)?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// A capsule of a stream of batches. Whoever takes it may ask for other types (`requested_schema`); Arrow leaves it to the source whether it
/// converts, and this one does not.
pub(crate) fn stream_capsule(py: Python<'_>, batches: impl RecordBatchReader + Send + 'static) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), STREAM)
}

/// A fault of Arrow's as an exception; one of Python's, which crossed Arrow, as what it was.
pub(crate) fn raised(error: ArrowError) -> PyErr {
    match error {
        ArrowError::ExternalError(error) => error.downcast::<PyErr>().map_or_else(|error| PyException::new_err(error.to_string()), |error| *error),
        error => PyException::new_err(error.to_string()),
    }
}
