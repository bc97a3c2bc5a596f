//! Schools counted: the aggregate `thuocdo_cohort`. Its parts can be counted apart and put together: by parallel workers, or on the servers of a
//! sharded table.

use pgrx::Internal;
use pgrx::prelude::*;
use thuocdo_practice::Cohort;

use crate::jsonb::{Jsonb, JsonbText};
use crate::many::kept;
use crate::refusal::{Answer, not_a_part, refused};
use crate::scorers::scorers;

/// Counts one more assessment by the shipped framework; null is none.
#[pg_extern(immutable, parallel_safe, cost = 300)]
fn thuocdo_cohort_add(state: Internal, assessment: Option<Jsonb<'_>>, fcinfo: pg_sys::FunctionCallInfo) -> Answer<Internal> {
    counted(state, assessment, Some("moet-4725-2022"), fcinfo)
}

/// The same by another framework.
#[pg_extern(immutable, parallel_safe, name = "thuocdo_cohort_add", cost = 300)]
fn thuocdo_cohort_add_by(
    state: Internal,
    assessment: Option<Jsonb<'_>>,
    framework: Option<&str>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Answer<Internal> {
    counted(state, assessment, framework, fcinfo)
}

fn counted(mut state: Internal, assessment: Option<Jsonb<'_>>, framework: Option<&str>, fcinfo: pg_sys::FunctionCallInfo) -> Answer<Internal> {
    let (Some(assessment), Some(framework)) = (assessment, framework) else { return Ok(state) };
    let scorers = scorers(framework)?;
    let card = assessment.card(scorers.local()).map_err(refused)?;
    if !state.initialized() {
        state = kept(Cohort::new(scorers.local().framework(), None), fcinfo);
    }
    // SAFETY: what this aggregate keeps is a cohort, and `internal` cannot be made by a statement.
    if let Some(cohort) = unsafe { state.get_mut::<Cohort>() } {
        cohort.add(cohort.came(), &card, None).map_err(refused)?;
    }
    Ok(state)
}

/// Puts two counts together.
#[pg_extern(immutable, parallel_safe, cost = 10000)]
fn thuocdo_cohort_combine(mut state: Internal, other: Internal, fcinfo: pg_sys::FunctionCallInfo) -> Answer<Internal> {
    // SAFETY: as above. The other one is the server's, to free when it likes.
    let Some(other) = (unsafe { other.get::<Cohort>() }) else { return Ok(state) };
    // SAFETY: as above.
    match unsafe { state.get_mut::<Cohort>() } {
        Some(cohort) => cohort.merge(other.clone()).map_err(refused)?,
        None => state = kept(other.clone(), fcinfo),
    }
    Ok(state)
}

/// A count, to be sent to another process or server; null if nothing was counted.
#[pg_extern(immutable, strict, parallel_safe, cost = 10000)]
fn thuocdo_cohort_send(state: Internal) -> Option<Vec<u8>> {
    // SAFETY: as above.
    unsafe { state.get::<Cohort>() }?.to_part().map(String::into_bytes)
}

/// A count that another process or server sent: believed only if it is whole, and of a framework that is here.
#[pg_extern(immutable, strict, parallel_safe, cost = 10000)]
fn thuocdo_cohort_receive(part: &[u8], _state: Internal, fcinfo: pg_sys::FunctionCallInfo) -> Answer<Internal> {
    received(part).map(|cohort| kept(cohort, fcinfo))
}

/// The cohort of a part.
pub(crate) fn received(part: &[u8]) -> Answer<Cohort> {
    let mut unknown = None;
    let framework = |digest: &str| match scorers(digest) {
        Ok(scorers) => Some(scorers.local().framework().clone()),
        Err(refusal) => {
            unknown = Some(refusal);
            None
        }
    };
    let cohort = std::str::from_utf8(part).ok().and_then(|part| Cohort::from_part(part, framework).ok());
    cohort.ok_or_else(|| unknown.unwrap_or_else(not_a_part))
}

/// Adds a count that another server sent.
#[pg_extern(immutable, parallel_safe, cost = 20000)]
fn thuocdo_cohort_merge_add(mut state: Internal, part: Option<&[u8]>, fcinfo: pg_sys::FunctionCallInfo) -> Answer<Internal> {
    let Some(part) = part else { return Ok(state) };
    let part = received(part)?;
    // SAFETY: as above.
    match unsafe { state.get_mut::<Cohort>() } {
        Some(cohort) => cohort.merge(part).map_err(refused)?,
        None => state = kept(part, fcinfo),
    }
    Ok(state)
}

/// What was counted, as the question `cohort` answers; null if nothing was.
#[pg_extern(immutable, parallel_safe, cost = 10000)]
fn thuocdo_cohort_report(state: Internal) -> Option<JsonbText> {
    // SAFETY: as above. The state stays: a window asks for it again.
    unsafe { state.get::<Cohort>() }.map(|cohort| JsonbText(cohort.clone().finish(None).to_json()))
}

extension_sql!(
    r"
CREATE AGGREGATE thuocdo_cohort_part(assessment jsonb) (
    SFUNC = thuocdo_cohort_add, STYPE = internal, SSPACE = 65536, FINALFUNC = thuocdo_cohort_send,
    COMBINEFUNC = thuocdo_cohort_combine, SERIALFUNC = thuocdo_cohort_send, DESERIALFUNC = thuocdo_cohort_receive, PARALLEL = SAFE
);
CREATE AGGREGATE thuocdo_cohort_part(assessment jsonb, framework text) (
    SFUNC = thuocdo_cohort_add, STYPE = internal, SSPACE = 65536, FINALFUNC = thuocdo_cohort_send,
    COMBINEFUNC = thuocdo_cohort_combine, SERIALFUNC = thuocdo_cohort_send, DESERIALFUNC = thuocdo_cohort_receive, PARALLEL = SAFE
);
CREATE AGGREGATE thuocdo_cohort_merge(part bytea) (
    SFUNC = thuocdo_cohort_merge_add, STYPE = internal, SSPACE = 65536, FINALFUNC = thuocdo_cohort_report,
    COMBINEFUNC = thuocdo_cohort_combine, SERIALFUNC = thuocdo_cohort_send, DESERIALFUNC = thuocdo_cohort_receive, PARALLEL = SAFE
);
CREATE AGGREGATE thuocdo_cohort(assessment jsonb) (
    SFUNC = thuocdo_cohort_add, STYPE = internal, SSPACE = 65536, FINALFUNC = thuocdo_cohort_report,
    COMBINEFUNC = thuocdo_cohort_combine, SERIALFUNC = thuocdo_cohort_send, DESERIALFUNC = thuocdo_cohort_receive, PARALLEL = SAFE
);
CREATE AGGREGATE thuocdo_cohort(assessment jsonb, framework text) (
    SFUNC = thuocdo_cohort_add, STYPE = internal, SSPACE = 65536, FINALFUNC = thuocdo_cohort_report,
    COMBINEFUNC = thuocdo_cohort_combine, SERIALFUNC = thuocdo_cohort_send, DESERIALFUNC = thuocdo_cohort_receive, PARALLEL = SAFE
);
",
    name = "cohort",
    requires =
        [thuocdo_cohort_add, thuocdo_cohort_add_by, thuocdo_cohort_combine, thuocdo_cohort_send, thuocdo_cohort_receive, thuocdo_cohort_report]
);
