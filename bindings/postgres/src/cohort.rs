//! Schools counted: the aggregate `thuocdo_cohort`.

use pgrx::Internal;
use pgrx::prelude::*;
use thuocdo_practice::Cohort;

use crate::jsonb::{Jsonb, JsonbText};
use crate::many::kept;
use crate::refusal::{Answer, refused};
use crate::scorers::scorers;

/// A cohort in the making, and how many assessments came.
struct Counted {
    cohort: Cohort,
    came: usize,
}

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
        state = kept(Counted { cohort: Cohort::new(scorers.local().framework(), None), came: 0 }, fcinfo);
    }
    // SAFETY: what this aggregate keeps is a count, and `internal` cannot be made by a statement.
    if let Some(Counted { cohort, came }) = unsafe { state.get_mut::<Counted>() } {
        cohort.add(*came, &card, None).map_err(refused)?;
        *came += 1;
    }
    Ok(state)
}

/// What was counted, as the question `cohort` answers; null if nothing was.
#[pg_extern(immutable, parallel_safe)]
fn thuocdo_cohort_report(state: Internal) -> Option<JsonbText> {
    // SAFETY: as above. The state stays: a window asks for it again.
    unsafe { state.get::<Counted>() }.map(|counted| JsonbText(counted.cohort.clone().finish(None).to_json()))
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
