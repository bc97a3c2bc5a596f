//! The scorer of batches: a framework and the columns of a table, told apart once.

use std::sync::Arc;
use std::thread;

use arrow_array::types::{ArrowPrimitiveType, Decimal128Type, Int32Type};
use arrow_array::{ArrayRef, BooleanArray, PrimitiveArray, RecordBatch, RecordBatchOptions, UInt8Array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use thuocdo::{LocalScorer, Violations};

use crate::block::{Block, Rules};
use crate::header::{Header, name_taken};
use crate::lists::{BLOCKER, VIOLATION, blockers, list_of, violations};
use crate::options::{Options, PointsAs};
use crate::plan::Plan;
use crate::results::{Part, Results, Sparse, rows_of};
use crate::tally::BLOCK;

/// Scores batches of one table by one framework; share it between threads as you like.
#[derive(Debug)]
pub struct BatchScorer {
    header: Header,
    input: Schema,
    options: Options,
    output: SchemaRef,
    plan: Plan,
    scorer: Arc<LocalScorer>,
}

impl BatchScorer {
    /// Tells the columns of a table apart, or everything that is wrong with the table itself: a column named like a code of the framework
    /// that is none (`unknown_indicator`), of a type that holds no facts (`wrong_type`), given twice (`duplicate_key`), a part of a share
    /// without its whole (`missing_field`), or with the name of a column of results (`duplicate_key`).
    pub fn new(scorer: impl Into<Arc<LocalScorer>>, table: &Schema, options: Options) -> Result<BatchScorer, Violations> {
        let scorer = scorer.into();
        let mut violations = Violations::default();
        let header = Header::new(scorer.local(), table, &mut violations);
        let plan = Plan::new(&scorer, &header, &options);
        let results = results(&plan, options);
        let carried: Vec<_> = header.carried.iter().map(|index| Arc::clone(&table.fields()[*index])).collect();
        for taken in carried.iter().filter(|field| results.iter().any(|result| result.name() == field.name())) {
            violations.push(name_taken(taken.name()));
        }
        let fields: Vec<_> = carried.into_iter().chain(results.into_iter().map(Arc::new)).collect();
        let output = Arc::new(Schema::new_with_metadata(fields, table.metadata.clone()));
        violations.or(BatchScorer { header, input: table.clone(), options, output, plan, scorer })
    }

    /// The columns that come out: first those that go along, then those of results.
    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.output)
    }

    /// Scores each row. A row that is refused has no results, and says why in `violations`.
    ///
    /// # Errors
    /// A batch of another table, one whose lists would hold more than 2 GiB of text, and threads that the system does not give. What is wrong with a row is never an error.
    pub fn score(&self, batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
        let of_table = |field: &Field| (field.name().clone(), field.data_type().clone());
        let schema = batch.schema();
        if !schema.fields().iter().map(|field| of_table(field)).eq(self.input.fields().iter().map(|field| of_table(field))) {
            return Err(ArrowError::SchemaError(format!("this scorer is for a table of {}, not of {schema}", self.input)));
        }
        match self.options.points {
            PointsAs::Decimal => self.score_as::<Decimal128Type>(batch),
            PointsAs::Hundredths => self.score_as::<Int32Type>(batch),
        }
    }

    fn score_as<T: ArrowPrimitiveType<Native: From<i32> + Default + Send>>(&self, batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
        let rows = batch.num_rows();
        let mut results = Results::<T::Native>::new(&self.plan, self.options.criteria, rows);
        let sparse = self.fill(batch, results.part())?;
        let sparse = together(sparse, &mut results.listed);

        let refused: Vec<usize> = rows_of(&results.refused).collect();
        let nulls = (!refused.is_empty()).then(|| {
            let judged: Vec<u64> = results.refused.iter().map(|refused| !refused).collect();
            NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(judged), 0, rows))
        });
        let mut scores = results.scores.into_iter().map(|ends| {
            ends.map(|end| {
                let scores = PrimitiveArray::<T>::new(end.into(), nulls.clone());
                let scores: ArrayRef = Arc::new(scores.with_data_type(self.points()));
                scores
            })
        });
        let mut levels = results.levels.into_iter().map(|ends| {
            ends.map(|end| {
                let levels: ArrayRef = Arc::new(UInt8Array::new(end.into(), nulls.clone()));
                levels
            })
        });

        let mut columns: Vec<ArrayRef> = self.header.carried.iter().map(|index| Arc::clone(batch.column(*index))).collect();
        let groups: Vec<_> = scores.by_ref().zip(levels.by_ref()).take(self.plan.groups.len()).collect();
        let mut criteria = scores;
        for (group, (scores, levels)) in self.plan.groups.iter().zip(groups) {
            columns.extend(scores);
            columns.extend(levels);
            columns.extend(criteria.by_ref().take(group.sums.len()).flatten());
        }
        columns.extend(levels.flatten());
        columns.push(Arc::new(BooleanArray::new(BooleanBuffer::new(Buffer::from_vec(results.eligible), 0, rows), nulls.clone())));
        columns.push(blockers(&self.plan.blocks, results.listed, &sparse.blockers, nulls)?);
        columns.push(violations(rows, refused.into_iter(), &sparse.refusals, self.options.lang)?);
        RecordBatch::try_new_with_options(self.schema(), columns, &RecordBatchOptions::new().with_row_count(Some(rows)))
    }

    /// Fills the results of all rows, on as many threads as there may be; what only some rows have comes thread by thread.
    fn fill<N: Copy + From<i32> + Send>(&self, batch: &RecordBatch, results: Part<'_, N>) -> Result<Vec<(usize, Sparse)>, ArrowError> {
        let blocks = batch.num_rows().div_ceil(BLOCK);
        let rows_each = blocks.div_ceil(self.options.threads.get()).max(1) * BLOCK;
        let (own, mut rest) = results.split(rows_each);
        thread::scope(|scope| {
            let mut start = own.rows();
            let mut threads = Vec::new();
            while rest.rows() > 0 {
                let (part, more) = rest.split(rows_each);
                rest = more;
                let first = start;
                start += part.rows();
                threads.push(thread::Builder::new().spawn_scoped(scope, move || self.fill_part(batch, first, part))?);
            }
            let mut all = vec![self.fill_part(batch, 0, own)];
            all.extend(threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))));
            Ok(all)
        })
    }

    fn fill_part<N: Copy + From<i32>>(&self, batch: &RecordBatch, mut start: usize, results: Part<'_, N>) -> (usize, Sparse) {
        let all = results.rows();
        let rules = Rules { header: &self.header, plan: &self.plan, scorer: self.scorer.local() };
        let mut sparse = Sparse::default();
        let mut block = Block::new(rules);
        let mut rest = results;
        while rest.rows() > 0 {
            let (part, more) = rest.split(BLOCK);
            rest = more;
            let columns: Vec<ArrayRef> = batch.columns().iter().map(|column| column.slice(start, part.rows())).collect();
            start += part.rows();
            block.read(rules, &columns, part.rows());
            part.fill(&self.plan, self.options.criteria, &mut block, &mut sparse);
        }
        (all, sparse)
    }

    fn points(&self) -> DataType {
        points_type(self.options.points)
    }
}

/// What the threads made, as if one had.
fn together(parts: Vec<(usize, Sparse)>, listed: &mut [i32]) -> Sparse {
    let mut all = Sparse::default();
    let mut rest = listed;
    for (rows, part) in parts {
        let (own, more) = rest.split_at_mut(rows);
        rest = more;
        all.take_in(part, own);
    }
    all
}

fn points_type(points: PointsAs) -> DataType {
    match points {
        PointsAs::Decimal => DataType::Decimal128(9, 2),
        PointsAs::Hundredths => DataType::Int32,
    }
}

/// The columns of results, in order.
fn results(plan: &Plan, options: Options) -> Vec<Field> {
    let points = points_type(options.points);
    let ends = |name: &str, of: DataType| ["low", "high"].map(|end| Field::new(format!("{name}.{end}"), of.clone(), true));
    let mut fields = Vec::new();
    for group in &plan.groups {
        fields.extend(ends(&format!("group.{}.score", group.code), points.clone()));
        fields.extend(ends(&format!("group.{}.level", group.code), DataType::UInt8));
        let criteria = plan.sums[group.sums.clone()].iter().filter(|_| options.criteria);
        fields.extend(criteria.flat_map(|sum| ends(&format!("criterion.{}.score", sum.code), points.clone())));
    }
    fields.extend(ends("overall.level", DataType::UInt8));
    fields.push(Field::new("eligible", DataType::Boolean, true));
    fields.push(Field::new("blockers", list_of(BLOCKER), true));
    fields.push(Field::new("violations", list_of(VIOLATION), true));
    fields
}
