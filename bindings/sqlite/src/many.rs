//! The aggregates: a question of many rows.

use std::sync::Arc;

use rusqlite::functions::{Aggregate, Context};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Result};
use thuocdo_sql::{AskMany, CohortOf, Scorers};

use crate::argument::bytes;
use crate::functions::{PURE, refused};

/// Adds them to a connection.
pub(crate) fn add(connection: &Connection, scorers: &Arc<Scorers>) -> Result<()> {
    let (cohort, asked) = (Many(CohortOf::add, CohortOf::finish), Many(AskMany::add, AskMany::finish));
    for more in 0..=2 {
        connection.create_aggregate_function("thuocdo_cohort", 1 + more, PURE, OfRows { many: cohort, scorers: Arc::clone(scorers) })?;
        connection.create_aggregate_function("thuocdo_ask_many", 4 + more, PURE, OfRows { many: asked, scorers: Arc::clone(scorers) })?;
    }
    Ok(())
}

type Add<T> = fn(&mut Option<T>, &Scorers, &[Option<&[u8]>]) -> std::result::Result<(), String>;

/// How a row is added, and what is answered in the end.
struct Many<T>(Add<T>, fn(T) -> String);

impl<T> Clone for Many<T> {
    fn clone(&self) -> Many<T> {
        *self
    }
}

impl<T> Copy for Many<T> {}

struct OfRows<T> {
    many: Many<T>,
    scorers: Arc<Scorers>,
}

impl<T: Send + std::panic::UnwindSafe + std::panic::RefUnwindSafe> Aggregate<Option<T>, Sql> for OfRows<T> {
    fn init(&self, _: &mut Context<'_>) -> Result<Option<T>> {
        Ok(None)
    }

    fn step(&self, context: &mut Context<'_>, kept: &mut Option<T>) -> Result<()> {
        let given: Vec<_> = (0..context.len()).map(|place| bytes(context, place)).collect();
        let given: Vec<Option<&[u8]>> = given.iter().map(Option::as_deref).collect();
        self.many.0(kept, &self.scorers, &given).map_err(refused)
    }

    fn finalize(&self, _: &mut Context<'_>, kept: Option<Option<T>>) -> Result<Sql> {
        Ok(kept.flatten().map_or(Sql::Null, |kept| self.many.1(kept).into()))
    }
}
