//! The rows of a table as the assessments that they are, for whoever asks more of them than points and levels.

use arrow_array::{Array, ArrayRef, RecordBatch, downcast_temporal_array};
use arrow_schema::Schema;
use thuocdo::cell::{Cell, Who};
use thuocdo::json::Value;
use thuocdo::{LocalScorer, Violation, ViolationCode, Violations};

use crate::header::Header;
use crate::read::{self, Reader};
use crate::row;

/// Reads rows as assessments: facts as they are scored, and who, when and by whom from the columns that [`Who::COLUMNS`] names.
#[derive(Debug)]
pub struct Rows {
    header: Header,
    /// The columns of who, when and by whom, by index, with the place of what they say.
    who: Vec<(usize, &'static str, Who)>,
}

impl Rows {
    /// Tells the columns of a table apart, or everything that is wrong with the table itself, as [`crate::BatchScorer::new`] does; also where
    /// no column holds a fact (`no_known_column`). The table may have columns of results.
    pub fn new(scorer: &LocalScorer, table: &Schema) -> Result<Rows, Violations> {
        let mut violations = Violations::default();
        let header = Header::new(scorer.local(), table, &mut violations);
        let mut who: Vec<(usize, &str, Who)> = Vec::new();
        for &index in &header.carried {
            let name = table.field(index).name().trim().to_ascii_lowercase();
            let Some((_, at, takes)) = Who::COLUMNS.into_iter().find(|(known, ..)| *known == name) else { continue };
            if who.iter().any(|(_, other, _)| *other == at) {
                violations.push(Violation::new(ViolationCode::DuplicateKey, at.to_owned()).with("key", name.as_str()));
            }
            who.push((index, at, takes));
        }
        violations.or(())?;
        header.check_facts(scorer.local().framework(), table)?;
        Ok(Rows { header, who })
    }

    /// The columns of the table that are read, by index.
    pub fn reads(&self) -> impl Iterator<Item = usize> {
        self.header.reads().chain(self.who.iter().map(|(index, ..)| *index))
    }

    /// Each row as an assessment. Cells that are not understood are passed on as they are, to be refused by whoever is asked of it.
    pub fn assessments<'a>(&'a self, batch: &'a RecordBatch) -> impl Iterator<Item = Value<'a>> {
        let readers: Vec<Option<Reader<'a>>> = batch.columns().iter().map(|column| read::reader(column.as_ref())).collect();
        let said: Vec<_> = self.who.iter().map(|&(index, at, who)| (at, who, reader(batch.column(index)))).collect();
        (0..batch.num_rows()).map(move |row| {
            let Value::Object(mut all) = row::assessment(&self.header, &readers, row) else { return Value::Null };
            let mut institution = Vec::new();
            for (at, who, reader) in &said {
                let Some(value) = reader.as_ref().and_then(|reader| reader(row)).map(|cell| who.value(cell)) else { continue };
                match at.rsplit_once('/') {
                    Some(("/institution", key)) => institution.push((key.into(), value)),
                    Some((_, key)) => all.push((key.into(), value)),
                    None => {}
                }
            }
            if !institution.is_empty() {
                all.push(("institution".into(), Value::Object(institution)));
            }
            Value::Object(all)
        })
    }
}

/// Reads a column of who, when and by whom: a day may also be a date of Arrow's.
fn reader(column: &ArrayRef) -> Option<Reader<'_>> {
    downcast_temporal_array!(
        column => {
            let days = column.clone();
            Some(Box::new(move |row| {
                let day = if days.is_valid(row) { days.value_as_date(row) } else { None };
                day.map(|day| Cell::Text(day.to_string().into()))
            }) as Reader<'_>)
        },
        _ => read::reader(column.as_ref()),
    )
}
