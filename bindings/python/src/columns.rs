//! What the columns of a frame are taken for.

use arrow_array::RecordBatch;
use pyo3::prelude::*;
use thuocdo_columns::{ColumnSeen, columns as seen_in};

use crate::arrow::{Batches, raised};
use crate::frame::validate;
use crate::framework::Framework;
use crate::lang::Lang;

/// What Python makes a row of: name, code, read as, blanks, odd values, fault.
type Told = (String, Option<String>, &'static str, Option<usize>, Vec<String>, Option<String>);

/// What each column is taken for. `frame` has the columns of `names` that are read, or all.
#[pyfunction]
pub(crate) fn columns(
    py: Python<'_>,
    framework: &Framework,
    names: Option<Vec<String>>,
    frame: Batches,
    filled_by: Option<&str>,
    lang: Lang,
) -> PyResult<(usize, Vec<Told>)> {
    let Batches(mut batches) = frame;
    let schema = batches.schema();
    let names = names.unwrap_or_else(|| schema.fields().iter().map(|field| field.name().clone()).collect());
    let mut given: Vec<RecordBatch> = Vec::new();
    while let Some(batch) = py.detach(|| batches.next()) {
        given.push(batch.map_err(raised)?);
        py.check_signals()?;
    }
    py.detach(|| {
        given.iter().try_for_each(|batch| validate(batch, 0..batch.num_columns())).map_err(raised)?;
        let seen = seen_in(framework.scorers(), &names, &schema, &given, filled_by);
        Ok((given.iter().map(RecordBatch::num_rows).sum(), seen.into_iter().map(|column| told(column, lang)).collect()))
    })
}

fn told(column: ColumnSeen, lang: Lang) -> Told {
    let ColumnSeen { name, code, read_as, blanks, odd, fault, .. } = column;
    (name, code, read_as.as_str(), blanks, odd, fault.map(|fault| fault.message(lang.0)))
}
