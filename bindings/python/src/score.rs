//! Scorecards of assessments.

use pyo3::prelude::*;

use crate::assessment::Given;
use crate::framework::Framework;
use crate::refusal::Input;
use crate::scorecard::Scorecard;

/// The scorecard of an assessment.
#[pyfunction]
pub(crate) fn score(framework: &Bound<'_, Framework>, assessment: &Bound<'_, PyAny>) -> PyResult<Scorecard> {
    let card = Given::of(assessment).and_then(|given| Ok(framework.get().scorer().score(given.input())?));
    let card = card.map_err(|refusal| Input::Assessment.refused(framework.py(), refusal))?;
    Ok(Scorecard::new(card, framework.clone().unbind()))
}

/// The scorecards of an assessment by the framework with its overlays and by the national one.
#[pyfunction]
pub(crate) fn score_both(framework: &Bound<'_, Framework>, assessment: &Bound<'_, PyAny>) -> PyResult<(Scorecard, Scorecard)> {
    let score = Given::of(assessment).and_then(|given| Ok(framework.get().scorers().score(given.input())?));
    let score = score.map_err(|refusal| Input::Assessment.refused(framework.py(), refusal))?;
    let national = Framework::national(framework)?.unbind();
    Ok((Scorecard::new(score.local, framework.clone().unbind()), Scorecard::new(score.national, national)))
}
