//! Frames in and out, through Arrow's C interface: whichever library made a frame, its memory is read where it lies.

use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::{self, available_parallelism};
use std::time::Duration;
use std::vec::IntoIter;

use arrow_array::{Array as _, RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Schema, SchemaRef};
use pyo3::exceptions::{PyRuntimeError, PyStopIteration, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use thuocdo_columns::{BatchScorer, Options, PointsAs, ReasonsAs, Scope, TextsAs, cut};
use thuocdo_tables::{Header, Names};

use crate::arrow::{Batches, raised, schema_capsule, stream_capsule};
use crate::framework::Framework;
use crate::lang::Lang;
use crate::refusal::Input;

/// What Python says of the options; the words are those of `Framework.score_frame`.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
#[expect(clippy::struct_excessive_bools, reason = "each is a keyword of Python's")]
pub(crate) struct Asked {
    points: String,
    threads: Option<i64>,
    scope: String,
    lang: String,
    criteria: bool,
    indicators: bool,
    reasons: String,
    /// The framework that the frame was filled in by, where it does not say so.
    filled_by: Option<String>,
    /// Whether only the columns of results come out, without those that were given.
    results_only: bool,
    /// Whether texts of results are views, as polars keeps them.
    views: bool,
}

impl Asked {
    fn options(self) -> PyResult<Options> {
        Ok(Options {
            criteria: self.criteria,
            filled_by: self.filled_by.as_deref().map(Arc::from),
            indicators: self.indicators,
            lang: Lang::of(&self.lang)?.0,
            points: match self.points.as_str() {
                "decimal" => PointsAs::Decimal,
                "float" => PointsAs::Float,
                "hundredths" => PointsAs::Hundredths,
                other => return Err(PyValueError::new_err(format!("points are \"decimal\", \"float\" or \"hundredths\", not {other:?}"))),
            },
            reasons: match self.reasons.as_str() {
                "lists" => ReasonsAs::Lists,
                "text" => ReasonsAs::Text,
                "nothing" => ReasonsAs::Nothing,
                other => return Err(PyValueError::new_err(format!("reasons are \"lists\", \"text\" or \"nothing\", not {other:?}"))),
            },
            scope: match self.scope.as_str() {
                "local" => Scope::Local,
                "national" => Scope::National,
                other => return Err(PyValueError::new_err(format!("a scope is \"local\" or \"national\", not {other:?}"))),
            },
            texts: if self.views { TextsAs::Views } else { TextsAs::Utf8 },
            threads: match self.threads.map(|threads| usize::try_from(threads).ok().and_then(NonZeroUsize::new)) {
                Some(Some(threads)) => threads,
                Some(None) => return Err(PyValueError::new_err("threads are at least one")),
                None => available_parallelism().unwrap_or(NonZeroUsize::MIN),
            },
        })
    }
}

/// Scores batches as they are asked for. It needs no Python, but what it reads from may.
struct Scored {
    batches: Box<dyn RecordBatchReader + Send>,
    scorer: BatchScorer,
    /// How many columns of the scorer's go along: the others are results.
    carried: usize,
    /// What the last batch became, as far as nobody asked for it yet.
    ready: IntoIter<RecordBatch>,
    results_only: bool,
    schema: SchemaRef,
}

impl Scored {
    fn new(py: Python<'_>, framework: &Framework, frame: Batches, asked: Asked) -> PyResult<Scored> {
        let Batches(batches) = frame;
        let given = batches.schema();
        let results_only = asked.results_only;
        let scorer = BatchScorer::new(Arc::clone(framework.scorers()), &given, asked.options()?);
        let scorer = scorer.and_then(|scorer| scorer.check_facts().map(|()| scorer));
        let scorer = scorer.map_err(|violations| Input::Assessment.refused(py, violations))?;
        let made = scorer.schema();
        // No result has the name of a column that was given.
        let carried = made.fields().iter().filter(|field| given.field_with_name(field.name()).is_ok()).count();
        let kept = given.fields().iter().filter(|_| !results_only);
        let fields: Vec<FieldRef> = kept.chain(made.fields().iter().skip(carried)).cloned().collect();
        let schema = Arc::new(Schema::new_with_metadata(fields, given.metadata().clone()));
        Ok(Scored { batches, scorer, carried, ready: Vec::new().into_iter(), results_only, schema })
    }

    /// The results of batches, which come out cut.
    fn score(&self, batches: &[RecordBatch]) -> Result<Vec<RecordBatch>, ArrowError> {
        batches.iter().try_for_each(|batch| validate(batch, self.scorer.reads()))?;
        let given: Vec<RecordBatch> = batches.iter().flat_map(cut).collect();
        let made = self.scorer.score_all(&given)?;
        let rows = given.iter().zip(&made).map(|(given, made)| {
            let kept = given.columns().iter().filter(|_| !self.results_only);
            let columns = kept.chain(made.columns().iter().skip(self.carried)).cloned().collect();
            RecordBatch::try_new(Arc::clone(&self.schema), columns)
        });
        rows.collect()
    }
}

/// That the columns which are read hold what they say.
pub(crate) fn validate(batch: &RecordBatch, mut reads: impl Iterator<Item = usize>) -> Result<(), ArrowError> {
    reads.try_for_each(|index| {
        let column = batch.column(index);
        if is_of_places(column.data_type()) { column.to_data().validate_full() } else { Ok(()) }
    })
}

/// Whether columns of a type say where their values stand. Whoever handed out a column may have said it wrongly, or that bytes are text which
/// are none, and to read on trust would read beyond it.
fn is_of_places(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Dictionary(..))
}

impl Iterator for Scored {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.len() == 0 {
            match self.batches.next()?.and_then(|batch| self.score(&[batch])) {
                Ok(ready) => self.ready = ready.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
        self.ready.next().map(Ok)
    }
}

impl RecordBatchReader for Scored {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

/// Which columns are read, of those with these names; all of them where something is wrong with the names, so that whoever hands over the
/// columns is told of it together with all that is wrong with their types.
#[pyfunction]
pub(crate) fn columns_read(framework: &Framework, names: Vec<String>, asked: Asked) -> PyResult<Vec<usize>> {
    let count = names.len();
    let schema = Schema::new(names.into_iter().map(|name| Field::new(name, DataType::Utf8, true)).collect::<Vec<_>>());
    let scorer = BatchScorer::new(Arc::clone(framework.scorers()), &schema, asked.options()?);
    let scorer = scorer.and_then(|scorer| scorer.check_facts().map(|()| scorer));
    Ok(scorer.map_or_else(|_| (0..count).collect(), |scorer| scorer.reads().collect()))
}

/// Which columns say facts, or who, when and by whom, of those with these names; all of them where something is wrong with the names, or where
/// no column says a fact: a row may then be one of a long table.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "PyO3 hands over a list as one of ours")]
pub(crate) fn columns_wanted(framework: &Framework, names: Vec<String>, filled_by: Option<&str>) -> Vec<usize> {
    let scorers = framework.scorers();
    let (header, faults) = Header::new(scorers, &Names::new(scorers), names.iter().map(String::as_str), filled_by);
    if !faults.0.is_empty() || header.facts.is_empty() {
        return (0..names.len()).collect();
    }
    let mut wanted: Vec<usize> = header.reads().chain(header.about.iter().map(|(index, ..)| *index)).collect();
    wanted.sort_unstable();
    wanted
}

/// All rows of a frame, scored. The interpreter is free meanwhile, but for a look now and then whether the user has interrupted it.
#[pyfunction]
pub(crate) fn score_table(py: Python<'_>, framework: &Framework, frame: Batches, asked: Asked) -> PyResult<ArrowTable> {
    let mut scored = Scored::new(py, framework, frame, asked)?;
    let schema = scored.schema();
    let mut given = Vec::new();
    while let Some(batch) = py.detach(|| scored.batches.next()) {
        given.push(batch.map_err(raised)?);
        py.check_signals()?;
    }
    let stop = Arc::new(AtomicBool::new(false));
    scored.scorer = scored.scorer.stopping_at(Arc::clone(&stop));
    let (done, waiting) = mpsc::channel();
    let waiting = Mutex::new(waiting);
    let scoring = thread::Builder::new().spawn(move || {
        // Nobody waits any more after an interruption.
        let _ = done.send(scored.score(&given));
    });
    let scoring = scoring.map_err(|error| raised(error.into()))?;
    loop {
        match py.detach(|| waiting.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(LOOK_EVERY)) {
            Ok(batches) => return Ok(ArrowTable { batches: batches.map_err(raised)?, schema }),
            Err(RecvTimeoutError::Timeout) => py.check_signals().inspect_err(|_| stop.store(true, Ordering::Relaxed))?,
            Err(RecvTimeoutError::Disconnected) => match scoring.join() {
                Ok(()) => return Err(PyRuntimeError::new_err("the scoring ended without a result")),
                Err(panic) => resume_unwind(panic),
            },
        }
    }
}

/// How often a look is taken whether the user has interrupted the scoring.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// The rows of a frame, scored as they are asked for.
#[pyfunction]
pub(crate) fn score_stream(py: Python<'_>, framework: &Framework, frame: Batches, asked: Asked) -> PyResult<ArrowStream> {
    let scored = Scored::new(py, framework, frame, asked)?;
    Ok(ArrowStream { schema: scored.schema(), scored: Mutex::new(Some(scored)) })
}

/// A scored table that every Arrow library reads: `pyarrow.table(it)`, `polars.DataFrame(it)`, `duckdb.from_arrow(it)`. Immutable.
#[pyclass(frozen, module = "thuocdo")]
pub(crate) struct ArrowTable {
    batches: Vec<RecordBatch>,
    schema: SchemaRef,
}

impl ArrowTable {
    pub(crate) fn new(batches: Vec<RecordBatch>, schema: SchemaRef) -> ArrowTable {
        ArrowTable { batches, schema }
    }
}

#[pymethods]
impl ArrowTable {
    /// The names of the columns: those that were given, then those of results.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        names(&self.schema)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        shown(&format!("ArrowTable of {} rows", self.__len__()), &self.schema)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema_capsule(py, &self.schema)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        stream_capsule(py, RecordBatchIterator::new(batches, Arc::clone(&self.schema)))
    }
}

/// Scored batches, each made when it is asked for: by iterating, which gives tables, or by an Arrow library. Either way only once.
#[pyclass(frozen, module = "thuocdo")]
pub(crate) struct ArrowStream {
    schema: SchemaRef,
    scored: Mutex<Option<Scored>>,
}

/// What batches are read from, unless another thread, or what they come from itself, is at it.
pub(crate) fn held<T>(source: &Mutex<T>) -> PyResult<MutexGuard<'_, T>> {
    match source.try_lock() {
        Ok(held) => Ok(held),
        Err(TryLockError::Poisoned(poisoned)) => Ok(poisoned.into_inner()),
        Err(TryLockError::WouldBlock) => Err(PyValueError::new_err("this stream is being read")),
    }
}

#[pymethods]
impl ArrowStream {
    /// The names of the columns: those that were given, then those of results.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        names(&self.schema)
    }

    fn __repr__(&self) -> String {
        shown("ArrowStream", &self.schema)
    }

    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        let batch = py.detach(|| {
            let mut scored = held(&self.scored)?;
            let batch = scored.as_mut().and_then(Iterator::next);
            if batch.is_none() {
                *scored = None;
            }
            Ok::<_, PyErr>(batch)
        })?;
        let batch = batch.ok_or_else(|| PyStopIteration::new_err(()))?;
        Ok(ArrowTable { batches: vec![batch.map_err(raised)?], schema: Arc::clone(&self.schema) })
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema_capsule(py, &self.schema)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let scored = held(&self.scored)?.take().ok_or_else(|| PyValueError::new_err("this stream has been read"))?;
        stream_capsule(py, scored)
    }
}

fn names(schema: &Schema) -> Vec<&str> {
    schema.fields().iter().map(|field| field.name().as_str()).collect()
}

/// A line, and one for each column.
fn shown(first: &str, schema: &Schema) -> String {
    schema.fields().iter().fold(format!("<{first}>"), |mut text, field| {
        // Writing to a text cannot fail.
        let _ = write!(text, "\n{}: {}", field.name(), field.data_type());
        text
    })
}
