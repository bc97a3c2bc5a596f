//! The rows of a table as the assessments that they are, for whoever asks more of them than points and levels.

use arrow_array::{Array, ArrayRef, RecordBatch, downcast_temporal_array};
use arrow_schema::Schema;
use thuocdo::json::Value;
use thuocdo::{LocalScorer, Violations};
use thuocdo_tables::{Cell, Header, Names, assessment};

use crate::header::{check_facts, header};
use crate::read::{self, Reader};

/// Reads rows as assessments: facts as they are scored, and who, when and by whom from the columns that [`thuocdo_tables::AboutColumn`] names.
#[derive(Debug)]
pub struct Rows {
    filled_by: Option<String>,
    header: Header,
}

impl Rows {
    /// Tells the columns of a table apart, or everything that is wrong with the table itself, as [`crate::BatchScorer::new`] does; also where
    /// no column holds a fact (`no_known_column`). The table may have columns of results. `filled_by` is the id of the framework that the table
    /// was filled in by, where it does not say so itself.
    pub fn new(scorer: &LocalScorer, table: &Schema, filled_by: Option<&str>) -> Result<Rows, Violations> {
        let mut violations = Violations::default();
        let header = header(scorer, &Names::new(scorer), table, filled_by, &mut violations);
        violations.or(())?;
        check_facts(&header, scorer, table)?;
        Ok(Rows { filled_by: filled_by.map(str::to_owned), header })
    }

    /// The columns of the table that are read, by index.
    pub fn reads(&self) -> impl Iterator<Item = usize> {
        self.header.reads().chain(self.header.about.iter().map(|(index, ..)| *index))
    }

    /// Each row as an assessment. Cells that are not understood are passed on as they are, to be refused by whoever is asked of it.
    pub fn assessments<'a>(&'a self, batch: &'a RecordBatch) -> impl Iterator<Item = Value<'a>> {
        let is_day = |index: usize| self.header.about.iter().any(|(own, ..)| *own == index);
        let columns = batch.columns().iter().enumerate();
        let readers: Vec<Option<Reader<'a>>> =
            columns.map(|(index, column)| if is_day(index) { reader(column) } else { read::reader(column.as_ref()) }).collect();
        (0..batch.num_rows()).map(move |row| assessment(&self.header, self.filled_by.as_deref(), |index| readers.get(index)?.as_ref()?(row)))
    }
}

/// Reads a column of who, when and by whom: a day may also be a date of Arrow's, which is no code.
fn reader(column: &ArrayRef) -> Option<Reader<'_>> {
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
