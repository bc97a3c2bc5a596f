//! The function of a row of a wide table: `thuocdo_score_row(row [, framework [, lang]])`. A row is a struct; its fields are columns with the
//! codes of conditions and indicators as names, read as every other table.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, UInt8Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{Field, Schema};
use libduckdb_sys as ffi;
use thuocdo_columns::{BatchScorer, Options, PointsAs, ReasonsAs};

use crate::api::{Kind, Type, Vector};
use crate::argument::Reader;
use crate::arrays::array;
use crate::functions::{arguments, readers, scalar};
use crate::guard::{SCORERS, of_function};

/// How many tables are kept; whoever uses more has some matched again.
const KEPT: usize = 16;

/// The tables that were scored, the last one first: a call has two thousand rows at most, and matching names is work.
static TABLES: Mutex<Vec<Arc<Table>>> = Mutex::new(Vec::new());

/// Adds it to the database of a connection.
///
/// # Safety
///
/// The connection is open.
pub(crate) unsafe fn add(connection: ffi::duckdb_connection) -> Result<(), String> {
    let group = Type::of_struct(&[
        ("group", Type::plain(Kind::Text)),
        ("score_low", Type::decimal(9, 2)),
        ("score_high", Type::decimal(9, 2)),
        ("level_low", Type::plain(Kind::U8)),
        ("level_high", Type::plain(Kind::U8)),
    ]);
    let result = Type::of_struct(&[
        ("groups", Type::list(&group)),
        ("overall_low", Type::plain(Kind::U8)),
        ("overall_high", Type::plain(Kind::U8)),
        ("eligible", Type::plain(Kind::Bool)),
        ("blockers", Type::plain(Kind::Text)),
        ("violations", Type::plain(Kind::Text)),
    ]);
    // SAFETY: as above.
    unsafe { scalar(connection, "thuocdo_score_row", 1..=3, &result, Some(score), None) }
}

unsafe extern "C" fn score(info: ffi::duckdb_function_info, input: ffi::duckdb_data_chunk, output: ffi::duckdb_vector) {
    // SAFETY: the chunk and the vector are those of the call.
    unsafe {
        of_function(info, || {
            let ((rows, given), output) = (arguments(input), Vector::new(output));
            let Some((row, more)) = given.split_first() else { return Ok(()) };
            let more = readers(rows, more)?;
            // NULL is none, as in every other place; what is not there is the shipped framework, and Vietnamese.
            let said: Result<Vec<Option<Vec<u8>>>, String> = more.iter().map(|argument| constant(argument, rows)).collect();
            let said = said?;
            if said.contains(&None) {
                (0..rows).for_each(|row| output.set_null(row));
                return Ok(());
            }
            let mut said = said.into_iter().flatten();
            score_rows(*row, rows, said.next(), said.next(), output)
        });
    }
}

/// What an argument says that is the same in all rows, as a framework is.
fn constant(argument: &Reader<'_>, rows: usize) -> Result<Option<Vec<u8>>, String> {
    let first = if rows == 0 { None } else { argument(0) };
    if (1..rows).any(|row| argument(row) != first) {
        return Err("framework and lang must be the same for all rows".to_owned());
    }
    Ok(first.map(Cow::into_owned))
}

/// # Safety
///
/// The vectors are those of the call.
unsafe fn score_rows(row: Vector<'_>, rows: usize, framework: Option<Vec<u8>>, lang: Option<Vec<u8>>, output: Vector<'_>) -> Result<(), String> {
    let of_type = row.of_type();
    if of_type.kind() != Kind::Struct {
        return Err("argument 1 must be a row: the name of a table, such as thuocdo_score_row(schools) ... FROM schools".to_owned());
    }
    let names = of_type.names();
    let columns: Result<Vec<ArrayRef>, _> = (0..names.len()).map(|field| array(row.field(field), rows)).collect();
    let columns = columns.map_err(|error| error.to_string())?;
    let fields: Vec<Field> = names.iter().zip(&columns).map(|(name, column)| Field::new(name, column.data_type().clone(), true)).collect();
    let table = Table::of(Schema::new(fields), framework, lang)?;
    let batch = RecordBatch::try_new(Arc::new(table.columns.clone()), columns).map_err(|error| error.to_string())?;
    let results = table.scorer.score(&batch).map_err(|error| error.to_string())?;
    // SAFETY: as above.
    unsafe { table.write(&results, rows, output) }
    if let Some(valid) = row.valid(rows) {
        (0..rows).filter(|row| valid[row / 64] >> (row % 64) & 1 == 0).for_each(|row| output.set_null(row));
    }
    Ok(())
}

/// The columns of a table, matched to a framework.
struct Table {
    columns: Schema,
    framework: Option<Vec<u8>>,
    groups: Vec<String>,
    lang: Option<Vec<u8>>,
    scorer: BatchScorer,
}

impl Table {
    fn of(columns: Schema, framework: Option<Vec<u8>>, lang: Option<Vec<u8>>) -> Result<Arc<Table>, String> {
        let is_it = |table: &Arc<Table>| table.columns == columns && table.framework == framework && table.lang == lang;
        let mut tables = TABLES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = tables.iter().position(is_it) {
            tables[..=place].rotate_right(1);
        } else {
            let table = Arc::new(Table::new(columns, framework, lang)?);
            tables.truncate(KEPT - 1);
            tables.insert(0, table);
        }
        Ok(Arc::clone(&tables[0]))
    }

    fn new(columns: Schema, framework: Option<Vec<u8>>, lang: Option<Vec<u8>>) -> Result<Table, String> {
        let (scorer, language) = SCORERS.chosen(framework.as_deref(), lang.as_deref())?;
        let groups = scorer.local().framework().groups.iter().map(|group| group.code.to_string()).collect();
        let options = Options { lang: language, points: PointsAs::Hundredths, reasons: ReasonsAs::Text, ..Options::default() };
        let told = |violations: thuocdo::Violations| violations.lines(language);
        let scorer = BatchScorer::new(scorer, &columns, options).map_err(told)?;
        scorer.check_facts().map_err(told)?;
        Ok(Table { columns, framework, groups, lang, scorer })
    }

    /// Writes the results. Those of a refused row are NULL, but for its violations.
    ///
    /// # Safety
    ///
    /// The vector is that of the results.
    unsafe fn write(&self, results: &RecordBatch, rows: usize, output: Vector<'_>) {
        let [groups, overall_low, overall_high, eligible, blockers, violations] = [0, 1, 2, 3, 4, 5].map(|field| output.field(field));
        // SAFETY: as above; each field keeps what its type in `add` says.
        unsafe {
            let of_rows = groups.room::<ffi::duckdb_list_entry>(rows);
            for (row, entry) in of_rows.iter_mut().enumerate() {
                *entry = ffi::duckdb_list_entry { offset: (row * self.groups.len()) as u64, length: self.groups.len() as u64 };
            }
            let entries = rows * self.groups.len();
            let group = groups.entries(entries);
            for (nth, code) in self.groups.iter().enumerate() {
                (0..rows).for_each(|row| group.field(0).set_text(row * self.groups.len() + nth, code));
                for (field, end) in [(1, "score.low"), (2, "score.high")] {
                    let points = results[format!("group.{code}.{end}").as_str()].as_primitive::<Int32Type>();
                    let room = group.field(field).room::<i32>(entries).iter_mut().skip(nth).step_by(self.groups.len());
                    room.zip(points.values()).for_each(|(room, points)| *room = *points);
                }
                for (field, end) in [(3, "level.low"), (4, "level.high")] {
                    let levels = results[format!("group.{code}.{end}").as_str()].as_primitive::<UInt8Type>();
                    let room = group.field(field).room::<u8>(entries).iter_mut().skip(nth).step_by(self.groups.len());
                    room.zip(levels.values()).for_each(|(room, level)| *room = *level);
                }
            }
            for (field, name) in [(overall_low, "overall.level.low"), (overall_high, "overall.level.high")] {
                field.room::<u8>(rows).copy_from_slice(results[name].as_primitive::<UInt8Type>().values());
            }
            let is_eligible = results["eligible"].as_boolean();
            eligible.room::<u8>(rows).iter_mut().enumerate().for_each(|(row, is)| *is = is_eligible.value(row).into());
            for (field, name) in [(blockers, "blockers"), (violations, "violations")] {
                let texts = results[name].as_string::<i32>();
                (0..rows).filter(|row| texts.is_valid(*row)).for_each(|row| field.set_text(row, texts.value(row)));
            }
            let refused = &results["eligible"];
            for row in 0..rows {
                if refused.is_null(row) {
                    for field in [groups, overall_low, overall_high, eligible, blockers] {
                        field.set_null(row);
                    }
                } else {
                    violations.set_null(row);
                }
            }
        }
    }
}
