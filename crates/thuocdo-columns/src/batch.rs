//! Scores Arrow record batches: a framework and the columns of one table, matched once.

use std::iter;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use arrow_array::types::{ArrowPrimitiveType, Decimal128Type, Float64Type, Int32Type};
use arrow_array::{ArrayRef, BooleanArray, PrimitiveArray, RecordBatch, RecordBatchOptions, UInt8Array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use thuocdo::{LocalScorer, Violation, Violations};
use thuocdo_tables::{Header, Names, some};

use crate::block::{Block, Rules};
use crate::header::{carried, check_facts, header};
use crate::options::{Options, PointsAs, ReasonsAs};
use crate::plan::Plan;
use crate::reasons::{BLOCKER, Reasons, VIOLATION};
use crate::results::{OfHundredths, Results};
use crate::tally::BLOCK;

/// Scores the batches of one table by one framework. Threads may share it.
#[derive(Debug)]
pub struct BatchScorer {
    carried: Vec<usize>,
    header: Header,
    input: Schema,
    options: Options,
    output: SchemaRef,
    plan: Plan,
    reasons: Reasons,
    scorer: Arc<LocalScorer>,
    stop: Arc<AtomicBool>,
}

impl BatchScorer {
    /// Matches the columns of a table to the framework.
    ///
    /// # Errors
    /// Every fault of the table itself: a name like a mistyped code (`unknown_indicator`), a column of a type without facts (`wrong_type`),
    /// two columns of one fact (`duplicate_key`), a part of a share without its whole (`missing_field`), or the name of a column of results
    /// (`column_taken`).
    pub fn new(scorer: impl Into<Arc<LocalScorer>>, table: &Schema, options: Options) -> Result<BatchScorer, Violations> {
        let scorer = scorer.into();
        let mut violations = Violations::default();
        let names = Names::new(&scorer);
        let header = header(&scorer, &names, table, options.filled_by.as_deref(), &mut violations);
        let plan = Plan::new(&scorer, &header, &options);
        let results = results(&plan, &options);
        let carried = carried(&header, table);
        let going: Vec<_> = carried.iter().map(|index| Arc::clone(&table.fields()[*index])).collect();
        let taken: Vec<&str> =
            going.iter().map(|field| field.name().as_str()).filter(|name| results.iter().any(|field| field.name() == name)).collect();
        if !taken.is_empty() {
            violations.push(Violation::column_taken("", some(taken)));
        }
        let fields: Vec<_> = going.into_iter().chain(results.into_iter().map(Arc::new)).collect();
        let output = Arc::new(Schema::new_with_metadata(fields, table.metadata.clone()));
        let reasons = Reasons::new(&plan.blockers, &options);
        let stop = Arc::default();
        violations.or(BatchScorer { carried, header, input: table.clone(), options, output, plan, reasons, scorer, stop })
    }

    /// The same, which stops with an error within a few thousand rows once `stop` is true: for a caller whose user may interrupt it.
    #[must_use]
    pub fn stopping_at(self, stop: Arc<AtomicBool>) -> BatchScorer {
        BatchScorer { stop, ..self }
    }

    /// The columns of the output: first the table's other columns, then the results.
    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.output)
    }

    /// The indexes of the columns that the scorer reads. It copies all others to the output.
    pub fn reads(&self) -> impl Iterator<Item = usize> {
        self.header.reads()
    }

    /// Checks that some column holds a fact. Without one, each row is a school without any answer, which is rarely intended.
    ///
    /// # Errors
    /// `no_known_column`.
    pub fn check_facts(&self) -> Result<(), Violations> {
        check_facts(&self.header, &self.scorer, &self.input)
    }

    /// Scores each row on this thread. A refused row has no results; its `violations` are the reasons.
    ///
    /// # Errors
    /// A batch of another table; or a batch whose lists would exceed 2 GiB of text or 2³¹ entries. A fault in a row is never an error.
    pub fn score(&self, batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
        let of_table = |field: &Field| (field.name().clone(), field.data_type().clone());
        let schema = batch.schema();
        if !schema.fields().iter().map(|field| of_table(field)).eq(self.input.fields().iter().map(|field| of_table(field))) {
            return Err(ArrowError::SchemaError(format!("this scorer is for a table of {}, not of {schema}", self.input)));
        }
        match self.options.points {
            PointsAs::Decimal => self.score_as::<Decimal128Type>(batch),
            PointsAs::Float => self.score_as::<Float64Type>(batch),
            PointsAs::Hundredths => self.score_as::<Int32Type>(batch),
        }
    }

    /// Scores batches on several threads, each of which takes one batch at a time. Use [`cut`] first on large batches.
    ///
    /// # Errors
    /// As [`BatchScorer::score`], from the first batch with an error; or the system refuses a thread.
    pub fn score_all(&self, batches: &[RecordBatch]) -> Result<Vec<RecordBatch>, ArrowError> {
        let next = AtomicUsize::new(0);
        let work = || {
            let own = iter::from_fn(|| {
                let place = next.fetch_add(1, Ordering::Relaxed);
                batches.get(place).map(|batch| (place, self.score(batch)))
            });
            own.collect::<Vec<_>>()
        };
        let mut made = thread::scope(|scope| {
            let others = (1..self.options.threads.get().min(batches.len())).map(|_| thread::Builder::new().spawn_scoped(scope, work));
            let others = others.collect::<Result<Vec<_>, _>>()?;
            let mut made = work();
            made.extend(others.into_iter().flat_map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))));
            Ok::<_, ArrowError>(made)
        })?;
        made.sort_unstable_by_key(|(place, _)| *place);
        made.into_iter().map(|(_, results)| results).collect()
    }

    fn score_as<T: ArrowPrimitiveType<Native: OfHundredths>>(&self, batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
        let rows = batch.num_rows();
        let rules = Rules {
            header: &self.header,
            plan: &self.plan,
            scorer: self.scorer.local(),
            filled_by: self.options.filled_by.as_deref(),
            lang: self.options.lang,
        };
        let lists_reasons = self.options.reasons != ReasonsAs::Nothing;
        let mut results = Results::<T::Native>::new(&self.plan, rows, lists_reasons);
        let mut block = Block::new(rules);
        for start in (0..rows).step_by(BLOCK) {
            if self.stop.load(Ordering::Relaxed) {
                return Err(ArrowError::ComputeError("stopped".to_owned()));
            }
            let rows = BLOCK.min(rows - start);
            let columns: Vec<ArrayRef> = batch.columns().iter().map(|column| column.slice(start, rows)).collect();
            block.read(rules, &columns, rows);
            results.take_in(&self.plan, &mut block);
        }

        let bits = |words| BooleanBuffer::new(Buffer::from_vec::<u64>(words), 0, rows);
        let refused = bits(results.refused);
        let nulls = (!results.refusals.is_empty()).then(|| NullBuffer::new(!&refused));
        let mut scores = results.scores.into_iter().map(|ends| {
            ends.map(|end| {
                let scores = PrimitiveArray::<T>::new(end.into(), nulls.clone());
                let scores: ArrayRef = Arc::new(scores.with_data_type(points_type(self.options.points)));
                scores
            })
        });
        let mut levels = results.levels.into_iter().map(|ends| {
            ends.map(|end| {
                let levels: ArrayRef = Arc::new(UInt8Array::new(end.into(), nulls.clone()));
                levels
            })
        });

        let mut columns: Vec<ArrayRef> = self.carried.iter().map(|index| Arc::clone(batch.column(*index))).collect();
        for (_, part) in self.plan.scored() {
            columns.extend(scores.next().into_iter().flatten());
            let levels = if part.is_none() { levels.next() } else { None };
            columns.extend(levels.into_iter().flatten());
        }
        columns.extend(levels.flatten());
        columns.push(Arc::new(BooleanArray::new(bits(results.eligible), nulls.clone())));
        if lists_reasons {
            columns.push(self.reasons.blockers(results.listed, &results.blockers, nulls)?);
            columns.push(self.reasons.violations(rows, refused.set_indices(), &results.refusals)?);
        }
        RecordBatch::try_new_with_options(self.schema(), columns, &RecordBatchOptions::new().with_row_count(Some(rows)))
    }
}

/// Slices a batch into parts of 65,536 rows, without a copy. The results of one part fit into a processor's cache, and several threads have
/// work.
pub fn cut(batch: &RecordBatch) -> impl Iterator<Item = RecordBatch> {
    const ROWS: usize = 1 << 16;
    let rows = batch.num_rows();
    // A batch without rows becomes one part without rows.
    (0..rows.max(1)).step_by(ROWS).map(move |start| batch.slice(start, ROWS.min(rows - start)))
}

fn points_type(points: PointsAs) -> DataType {
    match points {
        PointsAs::Decimal => DataType::Decimal128(9, 2),
        PointsAs::Float => DataType::Float64,
        PointsAs::Hundredths => DataType::Int32,
    }
}

/// The fields of the results, in order.
fn results(plan: &Plan, options: &Options) -> Vec<Field> {
    let points = points_type(options.points);
    let ends = |name: &str, of: &DataType| ["low", "high"].map(|end| Field::new(format!("{name}.{end}"), of.clone(), true));
    let mut fields = Vec::new();
    for (group, part) in plan.scored() {
        match part {
            None => {
                fields.extend(ends(&format!("group.{}.score", group.code), &points));
                fields.extend(ends(&format!("group.{}.level", group.code), &DataType::UInt8));
            }
            Some(part) => fields.extend(ends(&format!("{}.score", part.name), &points)),
        }
    }
    fields.extend(ends("overall.level", &DataType::UInt8));
    fields.push(Field::new("eligible", DataType::Boolean, true));
    if options.reasons != ReasonsAs::Nothing {
        fields.push(Field::new("blockers", Reasons::column_type(BLOCKER, options), true));
        fields.push(Field::new("violations", Reasons::column_type(VIOLATION, options), true));
    }
    fields
}
