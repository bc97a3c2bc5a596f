//! Scores Arrow record batches: one assessment per row; one column per indicator or condition, with the code as its name.
//!
//! ```
//! use arrow_array::cast::AsArray;
//! use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray, types::Int32Type};
//! use std::sync::Arc;
//! use thuocdo::{Framework, LocalScorer, Scorer};
//! use thuocdo_columns::{BatchScorer, Options, PointsAs};
//!
//! let schools: ArrayRef = Arc::new(StringArray::from(vec!["A", "B", "C"]));
//! let answers: ArrayRef = Arc::new(Float64Array::from(vec![Some(5.25), None, Some(5.255)]));
//! let batch = RecordBatch::try_from_iter([("school", schools), ("1.3.1", answers)])?;
//!
//! let scorer = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
//! let options = Options { points: PointsAs::Hundredths, ..Options::default() };
//! let results = BatchScorer::new(scorer, &batch.schema(), options)?.score(&batch)?;
//!
//! let low = results["group.1.score.low"].as_primitive::<Int32Type>();
//! assert_eq!([low.value(0), low.value(1)], [525, 0]);
//! assert!(low.is_null(2)); // too precise: refused, and no other row with it
//! assert_eq!(results["violations"].as_list::<i32>().value(2).len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The output repeats columns of other names. A missing answer makes a range; a refused row has no results but its violations, which are
//! those of the core for the same assessment. The result does not depend on how a table is cut into batches. [`cut`] and
//! [`BatchScorer::score_all`] use several threads.
//!
//! `header` matches the columns of a table to a framework, `plan` says which of them add up to which sums. `block` reads some thousand rows:
//! `read` and `float` recognise cells, `tally` adds them up, and what they do not recognise goes to the core. `results` makes the columns of
//! results, `reasons` those of blockers and violations; `batch` does this for a batch. `rows` reads rows as assessments instead, and `columns`
//! says what each column is taken for.

#![forbid(unsafe_code)]

mod batch;
mod block;
mod columns;
mod float;
mod header;
mod options;
mod plan;
mod read;
mod reasons;
mod results;
mod rows;
mod tally;

pub use batch::{BatchScorer, cut};
pub use columns::{ColumnSeen, ReadAs, columns};
pub use options::{Options, PointsAs, ReasonsAs, Scope, TextsAs};
pub use rows::{Rows, cells};
