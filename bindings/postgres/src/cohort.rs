//! Schools counted: the aggregate `thuocdo_cohort`.

use pgrx::Internal;
use pgrx::prelude::*;
use thuocdo_practice::Cohort;

use crate::jsonb::{Jsonb, JsonbText};
use crate::many::kept;
use crate::refusal::{Answer, refused};
use crate::scorers::scorers;

/// Counts one more assessment by the shipped framework; null is none.
#[pg_extern(immutable, parallel_safe)]
fn thuocdo_cohort_add(state: Internal, assessment: Option<Jsonb<'_>>, fcinfo: pg_sys::FunctionCallInfo) -> Answer<Internal> {
    counted(state, assessment, Some("moet-4725-2022"), fcinfo)
}

/// The same by another framework.
#[pg_extern(immutable, parallel_safe, name = "thuocdo_cohort_add")]
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
        cohort.add(&card, None);
    }
    Ok(state)
}

/// What was counted, as the question `cohort` answers; null if nothing was.
#[pg_extern(immutable, parallel_safe)]
fn thuocdo_cohort_report(state: Internal) -> Option<JsonbText> {
    // SAFETY: as above. The state stays: a window asks for it again.
    unsafe { state.get::<Cohort>() }.map(|cohort| JsonbText(cohort.clone().finish().to_json()))
}

extension_sql!(
    r"
CREATE AGGREGATE thuocdo_cohort(assessment jsonb) (
    SFUNC = thuocdo_cohort_add, STYPE = internal, FINALFUNC = thuocdo_cohort_report, PARALLEL = SAFE
);
CREATE AGGREGATE thuocdo_cohort(assessment jsonb, framework text) (
    SFUNC = thuocdo_cohort_add, STYPE = internal, FINALFUNC = thuocdo_cohort_report, PARALLEL = SAFE
);
",
    name = "cohort",
    requires = [thuocdo_cohort_add, thuocdo_cohort_add_by, thuocdo_cohort_report]
);
