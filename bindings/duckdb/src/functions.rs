//! The functions of one document. NULL in is NULL out.

use std::ffi::c_void;

use libduckdb_sys as ffi;
use thuocdo_sql::{Answer, FUNCTIONS, Function, Returns};

use crate::api::{Kind, Type, Vector, c_text, duckdb};
use crate::argument::{Reader, reader};
use crate::guard::{SCORERS, done, of_function};

/// Adds them to the database of a connection.
///
/// # Safety
///
/// The connection is open.
pub(crate) unsafe fn add(connection: ffi::duckdb_connection) -> Result<(), String> {
    // SAFETY: as above.
    unsafe {
        scalar(connection, "thuocdo_version", 0..=0, &Type::plain(Kind::Text), Some(version), None)?;
        for function in &FUNCTIONS {
            let returns = Type::plain(match function.returns {
                Returns::Bool => Kind::Bool,
                Returns::Integer => Kind::I64,
                Returns::Text => Kind::Text,
            });
            scalar(connection, function.name, function.counts(), &returns, Some(answer), Some(function))?;
        }
    }
    Ok(())
}

/// Adds a function with each of these numbers of arguments, of any type.
///
/// # Safety
///
/// The connection is open, and `run` takes such calls.
pub(crate) unsafe fn scalar(
    connection: ffi::duckdb_connection,
    name: &str,
    counts: impl Iterator<Item = usize>,
    returns: &Type,
    run: ffi::duckdb_scalar_function_t,
    of: Option<&'static Function>,
) -> Result<(), String> {
    let (c_name, any) = (c_text(name), Type::plain(Kind::Any));
    // SAFETY: as above; all that is made is given back.
    unsafe {
        let mut set = duckdb!(duckdb_create_scalar_function_set(c_name.as_ptr()));
        for count in counts {
            let mut function = duckdb!(duckdb_create_scalar_function());
            duckdb!(duckdb_scalar_function_set_name(function, c_name.as_ptr()));
            for _ in 0..count {
                duckdb!(duckdb_scalar_function_add_parameter(function, any.as_ptr()));
            }
            duckdb!(duckdb_scalar_function_set_return_type(function, returns.as_ptr()));
            duckdb!(duckdb_scalar_function_set_special_handling(function));
            if let Some(of) = of {
                duckdb!(duckdb_scalar_function_set_extra_info(function, (&raw const *of).cast_mut().cast::<c_void>(), None));
            }
            duckdb!(duckdb_scalar_function_set_function(function, run));
            let _ = duckdb!(duckdb_add_scalar_function_to_set(set, function));
            duckdb!(duckdb_destroy_scalar_function(&raw mut function));
        }
        let added = done(duckdb!(duckdb_register_scalar_function_set(connection, set)), name);
        duckdb!(duckdb_destroy_scalar_function_set(&raw mut set));
        added
    }
}

/// How many rows a call has, and its arguments.
///
/// # Safety
///
/// The chunk is that of the call.
pub(crate) unsafe fn arguments<'c>(input: ffi::duckdb_data_chunk) -> (usize, Vec<Vector<'c>>) {
    // SAFETY: as above.
    unsafe {
        let rows = usize::try_from(duckdb!(duckdb_data_chunk_get_size(input))).unwrap_or(0);
        let columns = duckdb!(duckdb_data_chunk_get_column_count(input));
        (rows, (0..columns).map(|column| Vector::new(duckdb!(duckdb_data_chunk_get_vector(input, column)))).collect())
    }
}

/// What each argument says.
pub(crate) fn readers<'c>(rows: usize, arguments: &[Vector<'c>]) -> Result<Vec<Reader<'c>>, String> {
    arguments.iter().enumerate().map(|(place, argument)| reader(*argument, rows, place)).collect()
}

unsafe extern "C" fn version(_: ffi::duckdb_function_info, input: ffi::duckdb_data_chunk, output: ffi::duckdb_vector) {
    // SAFETY: the chunk and the vector are those of the call.
    let ((rows, _), output) = unsafe { (arguments(input), Vector::new(output)) };
    (0..rows).for_each(|row| output.set_text(row, env!("CARGO_PKG_VERSION")));
}

unsafe extern "C" fn answer(info: ffi::duckdb_function_info, input: ffi::duckdb_data_chunk, output: ffi::duckdb_vector) {
    // SAFETY: the chunk and the vector are those of the call, and the function is the one that `add` named.
    unsafe {
        of_function(info, || {
            let function = &*duckdb!(duckdb_scalar_function_get_extra_info(info)).cast::<Function>();
            let ((rows, given), output) = (arguments(input), Vector::new(output));
            let given = readers(rows, &given)?;
            for row in 0..rows {
                // A framework that is NULL is none, as in every other place; one that is not there is the shipped one.
                let of_row: Option<Vec<_>> = given.iter().map(|of| of(row)).collect();
                let Some(of_row) = of_row else {
                    output.set_null(row);
                    continue;
                };
                let of_row: Vec<&[u8]> = of_row.iter().map(AsRef::as_ref).collect();
                match function.answer(&SCORERS, &of_row)? {
                    Answer::Bool(is) => output.room::<u8>(rows)[row] = is.into(),
                    Answer::Integer(number) => output.room::<i64>(rows)[row] = number,
                    Answer::Text(text) => output.set_text(row, &text),
                }
            }
            Ok(())
        });
    }
}
