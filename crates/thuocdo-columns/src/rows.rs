//! Reads the rows of a table as assessments, for a caller that needs more than points and levels.

use arrow_array::{Array, ArrayRef, RecordBatch, downcast_temporal_array};
use arrow_schema::Schema;
use thuocdo::json::Value;
use thuocdo::{LocalScorer, Violations};
use thuocdo_tables::{Cell, Header, Names, assessment};

use crate::header::{check_facts, header};
use crate::read::{self, Reader};

/// Reads rows as assessments: the facts as in a score, and who, when and by whom from the columns of [`thuocdo_tables::AboutColumn`].
#[derive(Debug)]
pub struct Rows {
    filled_by: Option<String>,
    header: Header,
}

impl Rows {
    /// Matches the columns of a table to the framework. Columns of results are allowed. `filled_by` is the id of the framework by which the
    /// table was filled in, if the table does not name one.
    ///
    /// # Errors
    /// Every fault of the table itself, as in [`crate::BatchScorer::new`], and `no_known_column` if no column holds a fact.
    pub fn new(scorer: &LocalScorer, table: &Schema, filled_by: Option<&str>) -> Result<Rows, Violations> {
        let mut violations = Violations::default();
        let header = header(scorer, &Names::new(scorer), table, filled_by, &mut violations);
        violations.or(())?;
        check_facts(&header, scorer, table)?;
        Ok(Rows { filled_by: filled_by.map(str::to_owned), header })
    }

    /// The indexes of the columns that are read.
    pub fn reads(&self) -> impl Iterator<Item = usize> {
        self.header.reads().chain(self.header.about.iter().map(|(index, ..)| *index))
    }

    /// Each row as an assessment. An unclear cell keeps its text, and the core refuses it later.
    pub fn assessments<'a>(&'a self, batch: &'a RecordBatch) -> impl Iterator<Item = Value<'a>> {
        let is_day = |index: usize| self.header.about.iter().any(|(own, ..)| *own == index);
        let columns = batch.columns().iter().enumerate();
        let readers: Vec<Option<Reader<'a>>> =
            columns.map(|(index, column)| if is_day(index) { reader(column) } else { read::reader(column.as_ref()) }).collect();
        (0..batch.num_rows()).map(move |row| assessment(&self.header, self.filled_by.as_deref(), |index| readers.get(index)?.as_ref()?(row)))
    }
}

/// The cells of each row, whatever its columns are called. A cell of a type that is not read is blank.
pub fn cells(batch: &RecordBatch) -> impl Iterator<Item = Vec<Option<Cell<'_>>>> {
    let readers: Vec<Option<Reader<'_>>> = batch.columns().iter().map(reader).collect();
    (0..batch.num_rows()).map(move |row| readers.iter().map(|reader| reader.as_ref()?(row)).collect())
}

/// Reads a column of who, when or by whom. A day may also be an Arrow date, which is no code.
pub(crate) fn reader(column: &ArrayRef) -> Option<Reader<'_>> {
    downcast_temporal_array!(
        column => {
            let days = column.clone();
            Some(Box::new(move |row| {
                let day = if days.is_valid(row) { days.value_as_date(row) } else { None };
                day.map(|day| Cell::Day(day.to_string().into()))
            }) as Reader<'_>)
        },
        _ => read::reader(column.as_ref()),
    )
}
