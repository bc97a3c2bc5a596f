//! The aggregates: a question of many rows. Threads count parts of a group, which are put together.
//!
//! A DuckDB before 2.0 gets none: where rows are ordered in an aggregate, it hands over the state of the first row alone, and what stands
//! behind it in memory is no state.

use libduckdb_sys as ffi;
use thuocdo_sql::{AskMany, CohortOf};

use crate::api::{self, Kind, Type, Vector, c_text, duckdb};
use crate::functions::{arguments, readers};
use crate::guard::{SCORERS, done, of_aggregate};

/// What an aggregate keeps of the rows of a group, or of a part of them.
trait Many: Clone + Default {
    const NAME: &'static str;
    /// How many arguments are its own, before `framework` and `lang`.
    const OWN: usize;

    fn add(&mut self, given: &[Option<&[u8]>]) -> Result<(), String>;
    fn merge(&mut self, other: &Self) -> Result<(), String>;
    /// Nothing of no rows.
    fn finish(self) -> Result<Option<String>, String>;
}

/// `thuocdo_cohort`.
#[derive(Clone, Default)]
struct Counted(Option<CohortOf>);

impl Many for Counted {
    const NAME: &'static str = "thuocdo_cohort";
    const OWN: usize = 1;

    fn add(&mut self, given: &[Option<&[u8]>]) -> Result<(), String> {
        CohortOf::add(&mut self.0, &SCORERS, given)
    }

    fn merge(&mut self, other: &Counted) -> Result<(), String> {
        CohortOf::merge(&mut self.0, other.0.clone())
    }

    fn finish(self) -> Result<Option<String>, String> {
        Ok(self.0.map(CohortOf::finish))
    }
}

/// `thuocdo_ask_many`: its rows as they are, since what is collected cannot be put together from parts.
#[derive(Clone, Default)]
struct Asked(Vec<Vec<Option<Box<[u8]>>>>);

impl Many for Asked {
    const NAME: &'static str = "thuocdo_ask_many";
    const OWN: usize = 4;

    fn add(&mut self, given: &[Option<&[u8]>]) -> Result<(), String> {
        self.0.push(given.iter().map(|argument| argument.map(Box::from)).collect());
        Ok(())
    }

    fn merge(&mut self, other: &Asked) -> Result<(), String> {
        self.0.extend_from_slice(&other.0);
        Ok(())
    }

    fn finish(self) -> Result<Option<String>, String> {
        let mut asked = None;
        for row in &self.0 {
            let row: Vec<Option<&[u8]>> = row.iter().map(Option::as_deref).collect();
            AskMany::add(&mut asked, &SCORERS, &row)?;
        }
        Ok(asked.map(AskMany::finish))
    }
}

/// Adds them to the database of a connection.
///
/// # Safety
///
/// The connection is open.
pub(crate) unsafe fn add(connection: ffi::duckdb_connection) -> Result<(), String> {
    if api::version().starts_with("v1.") {
        return Ok(());
    }
    // SAFETY: as above.
    unsafe {
        aggregate::<Counted>(connection)?;
        aggregate::<Asked>(connection)
    }
}

/// # Safety
///
/// The connection is open.
unsafe fn aggregate<T: Many>(connection: ffi::duckdb_connection) -> Result<(), String> {
    let (name, any) = (c_text(T::NAME), Type::plain(Kind::Any));
    let text = Type::plain(Kind::Text);
    // SAFETY: as above; all that is made is given back.
    unsafe {
        let mut set = duckdb!(duckdb_create_aggregate_function_set(name.as_ptr()));
        for count in T::OWN..=T::OWN + 2 {
            let mut function = duckdb!(duckdb_create_aggregate_function());
            duckdb!(duckdb_aggregate_function_set_name(function, name.as_ptr()));
            for _ in 0..count {
                duckdb!(duckdb_aggregate_function_add_parameter(function, any.as_ptr()));
            }
            duckdb!(duckdb_aggregate_function_set_return_type(function, text.as_ptr()));
            duckdb!(duckdb_aggregate_function_set_special_handling(function));
            duckdb!(duckdb_aggregate_function_set_functions(
                function,
                Some(size),
                Some(begin::<T>),
                Some(update::<T>),
                Some(combine::<T>),
                Some(finish::<T>)
            ));
            duckdb!(duckdb_aggregate_function_set_destructor(function, Some(end::<T>)));
            let _ = duckdb!(duckdb_add_aggregate_function_to_set(set, function));
            duckdb!(duckdb_destroy_aggregate_function(&raw mut function));
        }
        let added = done(duckdb!(duckdb_register_aggregate_function_set(connection, set)), T::NAME);
        duckdb!(duckdb_destroy_aggregate_function_set(&raw mut set));
        added
    }
}

/// The place that DuckDB keeps for a group: a pointer to what is kept, or NULL.
type Place<T> = Option<Box<T>>;

unsafe extern "C" fn size(_: ffi::duckdb_function_info) -> ffi::idx_t {
    size_of::<Place<Asked>>() as ffi::idx_t
}

unsafe extern "C" fn begin<T: Many>(_: ffi::duckdb_function_info, state: ffi::duckdb_aggregate_state) {
    // SAFETY: the place is ours, and nothing stands there yet.
    unsafe { state.cast::<Place<T>>().write(None) };
}

/// The states of a call.
///
/// # Safety
///
/// They are as many, and all begun.
unsafe fn places<'c, T: Many + 'c>(states: *mut ffi::duckdb_aggregate_state, count: usize) -> impl Iterator<Item = &'c mut Place<T>> {
    // SAFETY: as above; each is looked at alone, even where rows have the same.
    (0..count).map(move |row| unsafe { &mut *(*states.add(row)).cast::<Place<T>>() })
}

unsafe extern "C" fn update<T: Many>(info: ffi::duckdb_function_info, input: ffi::duckdb_data_chunk, states: *mut ffi::duckdb_aggregate_state) {
    // SAFETY: the chunk is that of the call, and each of its rows has a state.
    unsafe {
        of_aggregate(info, || {
            let (rows, given) = arguments(input);
            let given = readers(rows, &given)?;
            for (row, place) in places::<T>(states, rows).enumerate() {
                let of_row: Vec<_> = given.iter().map(|of| of(row)).collect();
                let of_row: Vec<Option<&[u8]>> = of_row.iter().map(Option::as_deref).collect();
                place.get_or_insert_default().add(&of_row)?;
            }
            Ok(())
        });
    }
}

unsafe extern "C" fn combine<T: Many>(
    info: ffi::duckdb_function_info,
    source: *mut ffi::duckdb_aggregate_state,
    target: *mut ffi::duckdb_aggregate_state,
    count: ffi::idx_t,
) {
    let count = usize::try_from(count).unwrap_or(0);
    // SAFETY: so many states on both sides. The source stays as it is, since a window may put it together again.
    unsafe {
        of_aggregate(info, || {
            places::<T>(source, count).zip(places::<T>(target, count)).try_for_each(|(source, target)| match source {
                Some(source) => target.get_or_insert_default().merge(source),
                None => Ok(()),
            })
        });
    }
}

unsafe extern "C" fn finish<T: Many>(
    info: ffi::duckdb_function_info,
    source: *mut ffi::duckdb_aggregate_state,
    result: ffi::duckdb_vector,
    count: ffi::idx_t,
    offset: ffi::idx_t,
) {
    let (count, offset) = (usize::try_from(count).unwrap_or(0), usize::try_from(offset).unwrap_or(0));
    // SAFETY: so many states, whose rows begin at `offset`. They stay as they are, as above.
    unsafe {
        of_aggregate(info, || {
            let result = Vector::new(result);
            for (row, place) in (offset..).zip(places::<T>(source, count)) {
                match place.as_deref().cloned().map(T::finish).transpose()?.flatten() {
                    Some(answer) => result.set_text(row, &answer),
                    None => result.set_null(row),
                }
            }
            Ok(())
        });
    }
}

unsafe extern "C" fn end<T: Many>(states: *mut ffi::duckdb_aggregate_state, count: ffi::idx_t) {
    // SAFETY: so many states, which DuckDB uses no more.
    unsafe { places::<T>(states, usize::try_from(count).unwrap_or(0)).for_each(|place| *place = None) };
}
