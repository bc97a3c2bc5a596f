//! Tables that are made here, of columns of Python's values: what an answer lists, as Arrow hands it on.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int64Array, RecordBatch, RecordBatchOptions, StringArray};
use arrow_schema::{DataType, Field, Schema};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::arrow::raised;
use crate::frame::ArrowTable;

/// A column: its name, the word of its type, and its values. A decimal is a whole number of units of `scale` places; a day counts from 1970.
#[derive(FromPyObject)]
pub(crate) struct Column<'py>(String, String, i8, Bound<'py, PyAny>);

impl Column<'_> {
    fn array(&self) -> PyResult<ArrayRef> {
        let Column(_, kind, scale, values) = self;
        Ok(match kind.as_str() {
            "bool" => Arc::new(BooleanArray::from(values.extract::<Vec<Option<bool>>>()?)),
            "int" => Arc::new(Int64Array::from(values.extract::<Vec<Option<i64>>>()?)),
            "float" => Arc::new(Float64Array::from(values.extract::<Vec<Option<f64>>>()?)),
            "day" => Arc::new(Date32Array::from(values.extract::<Vec<Option<i32>>>()?)),
            "decimal" => {
                let units = Decimal128Array::from(values.extract::<Vec<Option<i128>>>()?);
                Arc::new(units.with_precision_and_scale(38, *scale).map_err(raised)?)
            }
            "text" => Arc::new(StringArray::from(values.extract::<Vec<Option<String>>>()?)),
            "texts" => {
                let mut lists = ListBuilder::new(StringBuilder::new());
                for texts in values.extract::<Vec<Option<Vec<String>>>>()? {
                    lists.append_option(texts.map(|texts| texts.into_iter().map(Some)));
                }
                Arc::new(lists.finish())
            }
            other => return Err(PyValueError::new_err(format!("no column is of {other:?}"))),
        })
    }
}

/// A table of columns of the same length.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "PyO3 hands over a list as one of ours")]
pub(crate) fn table(columns: Vec<Column<'_>>, rows: usize) -> PyResult<ArrowTable> {
    let arrays = columns.iter().map(Column::array).collect::<PyResult<Vec<_>>>()?;
    let fields: Vec<Field> = columns.iter().zip(&arrays).map(|(Column(name, ..), array)| field(name, array)).collect();
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), arrays, &RecordBatchOptions::new().with_row_count(Some(rows)));
    Ok(ArrowTable::new(vec![batch.map_err(raised)?], schema))
}

fn field(name: &str, array: &ArrayRef) -> Field {
    let data_type: &DataType = array.data_type();
    Field::new(name, data_type.clone(), true)
}
