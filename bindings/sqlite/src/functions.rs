//! The functions of one row. NULL in is NULL out.

use std::sync::Arc;

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Error, Result};
use thuocdo_sql::{Answer, FUNCTIONS, Function, Scorers};

use crate::argument::bytes;

/// The same answer for the same arguments always, without any effect: allowed in indexes, generated columns, checks and views.
pub(crate) const PURE: FunctionFlags = FunctionFlags::SQLITE_UTF8.union(FunctionFlags::SQLITE_DETERMINISTIC).union(FunctionFlags::SQLITE_INNOCUOUS);

/// Adds them to a connection.
pub(crate) fn add(connection: &Connection, scorers: &Arc<Scorers>) -> Result<()> {
    connection.create_scalar_function("thuocdo_version", 0, PURE, |_| Ok(env!("CARGO_PKG_VERSION")))?;
    for function in &FUNCTIONS {
        for count in function.counts() {
            let scorers = Arc::clone(scorers);
            let count = i32::try_from(count).unwrap_or(i32::MAX);
            connection.create_scalar_function(function.name, count, PURE, move |context| answer(context, function, &scorers))?;
        }
    }
    Ok(())
}

fn answer(context: &Context<'_>, function: &Function, scorers: &Scorers) -> Result<Sql> {
    // A framework that is NULL is none, as in every other place; one that is not there is the shipped one.
    let given: Option<Vec<_>> = (0..context.len()).map(|place| bytes(context, place)).collect();
    let Some(given) = given else { return Ok(Sql::Null) };
    let given: Vec<&[u8]> = given.iter().map(AsRef::as_ref).collect();
    match function.answer(scorers, &given) {
        Ok(Answer::Bool(is)) => Ok(is.into()),
        Ok(Answer::Integer(number)) => Ok(number.into()),
        Ok(Answer::Text(text)) => Ok(text.into()),
        Err(message) => Err(refused(message)),
    }
}

/// The error of SQL that tells what is wrong.
pub(crate) fn refused(message: String) -> Error {
    Error::UserFunctionError(message.into())
}
