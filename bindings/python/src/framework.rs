//! A framework, compiled: what `thuocdo.Framework` stands on.

use std::sync::Arc;

use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyInt, PyTuple};
use thuocdo::json::Reader;
use thuocdo::text::shown;
use thuocdo::{Code, Level, LocalScorer, Overlay, Points, Scorer, Text};

use crate::assessment::{Assessment, Given};
use crate::class::{hash, missing, python};
use crate::lang::Lang;
use crate::points::decimal;
use crate::refusal::{Input, Refusal, told};
use crate::value;

/// A framework with its overlays, compiled. Immutable; share it between threads as you like.
#[pyclass(frozen, module = "thuocdo._thuocdo")]
pub(crate) struct Framework {
    scorers: Arc<LocalScorer>,
    /// The canonical JSON of the overlays, in the order in which they were laid.
    overlays: Vec<String>,
    /// The framework without them, made when first asked for.
    national: PyOnceLock<Py<Framework>>,
}

impl Framework {
    pub(crate) fn scorers(&self) -> &Arc<LocalScorer> {
        &self.scorers
    }

    fn of(scorers: LocalScorer, overlays: Vec<String>) -> Framework {
        Framework { scorers: Arc::new(scorers), overlays, national: PyOnceLock::new() }
    }

    /// The scorer of the framework with its overlays.
    pub(crate) fn scorer(&self) -> &Scorer {
        self.scorers.local()
    }

    pub(crate) fn framework(&self) -> &thuocdo::Framework {
        self.scorer().framework()
    }

    fn new(framework: thuocdo::Framework) -> Result<Framework, Refusal> {
        Ok(Framework::of(LocalScorer::new(Scorer::new(framework)?), Vec::new()))
    }

    fn laid(&self, overlay: &Overlay) -> Result<Framework, Refusal> {
        let scorers = LocalScorer::clone(&self.scorers).with(overlay)?;
        let overlays = self.overlays.iter().cloned().chain([overlay.to_json()]).collect();
        Ok(Framework::of(scorers, overlays))
    }

    /// The title and, of what has one, the maximum of whatever a code names.
    fn named(&self, code: &str) -> PyResult<(&Text, Option<Points>)> {
        let framework = self.framework();
        let groups = framework.groups.iter().map(|group| (&group.code, &group.title, Some(group.max)));
        let criteria =
            framework.groups.iter().flat_map(|group| &group.criteria).map(|criterion| (&criterion.code, &criterion.title, Some(criterion.max)));
        let indicators = framework.indicators().map(|indicator| (&indicator.code, &indicator.title, Some(indicator.max)));
        let conditions = framework.conditions().map(|condition| (&condition.code, &condition.title, None));
        let found = groups.chain(criteria).chain(indicators).chain(conditions).find(|(known, _, _)| **known == code);
        found.map(|(_, title, max)| (title, max)).ok_or_else(|| PyKeyError::new_err(format!("{} has no code `{}`", framework.id, shown(code))))
    }
}

fn codes<'py, 'a>(py: Python<'py>, codes: impl Iterator<Item = &'a Code>) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, codes.map(|code| &**code).collect::<Vec<&str>>())
}

/// Each band of a group, given by its last points, with its first and last ones.
fn bands<'py>(py: Python<'py>, bands: &[(Points, Level)]) -> PyResult<Bound<'py, PyTuple>> {
    let class = python(py, "Band")?;
    let hundredth = Points::from_hundredths(1).unwrap_or_default();
    let mut first = Points::ZERO;
    let bands = bands.iter().map(|(last, level)| {
        let band = class.call1((level.get(), decimal(py, first)?, decimal(py, *last)?));
        first = last.saturating_add(hundredth);
        band
    });
    PyTuple::new(py, bands.collect::<PyResult<Vec<_>>>()?)
}

#[pymethods]
impl Framework {
    /// A framework that comes with the library.
    #[staticmethod]
    fn shipped(py: Python<'_>, id: &str) -> PyResult<Framework> {
        let framework = thuocdo::Framework::shipped(id).map_err(Refusal::from).and_then(Framework::new);
        framework.map_err(|refusal| Input::Framework.refused(py, refusal))
    }

    /// The ids of the frameworks that come with the library.
    #[staticmethod]
    fn shipped_ids(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, thuocdo::Framework::shipped_ids().collect::<Vec<_>>())
    }

    /// The framework that a dictionary, or a JSON text, says.
    #[staticmethod]
    fn load(source: &Bound<'_, PyAny>) -> PyResult<Framework> {
        let framework = value::read(source, |value| Framework::new(thuocdo::Framework::from_value(value)?));
        framework.map_err(|refusal| Input::Framework.refused(source.py(), refusal))
    }

    /// The same with one more overlay: a dictionary or a JSON text.
    fn overlay(&self, source: &Bound<'_, PyAny>) -> PyResult<Framework> {
        let framework = value::read(source, |value| self.laid(&Overlay::for_base(value, self.framework())?));
        framework.map_err(|refusal| Input::Framework.refused(source.py(), refusal))
    }

    /// The framework without its overlays.
    #[getter]
    pub(crate) fn national<'py>(slf: &Bound<'py, Framework>) -> PyResult<Bound<'py, Framework>> {
        let (py, this) = (slf.py(), slf.get());
        if this.overlays.is_empty() {
            return Ok(slf.clone());
        }
        let made = || Py::new(py, Framework::of(LocalScorer::new(this.scorers.national().clone()), Vec::new()));
        this.national.get_or_try_init(py, made).map(|national| national.bind(py).clone())
    }

    /// Its name for machines.
    #[getter]
    fn id(&self) -> &str {
        &self.framework().id
    }

    /// Counts the corrections of its file, from 1.
    #[getter]
    fn revision(&self) -> u32 {
        self.framework().revision
    }

    /// `sha256:` and the digest of its canonical JSON.
    #[getter]
    fn digest(&self) -> &str {
        self.scorer().digest()
    }

    /// The ids of its overlays, in the order in which they were laid.
    #[getter]
    fn overlays<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.scorers.overlays().iter().map(|overlay| overlay.id.as_str()).collect::<Vec<_>>())
    }

    /// The codes of its groups, in order.
    #[getter]
    fn groups<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        codes(py, self.framework().groups.iter().map(|group| &group.code))
    }

    /// The codes of its criteria, in order.
    #[getter]
    fn criteria<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        codes(py, self.framework().groups.iter().flat_map(|group| &group.criteria).map(|criterion| &criterion.code))
    }

    /// The codes of its indicators, in order.
    #[getter]
    fn indicators<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        codes(py, self.framework().indicators().map(|indicator| &indicator.code))
    }

    /// The codes of its conditions, in order.
    #[getter]
    fn conditions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        codes(py, self.framework().conditions().map(|condition| &condition.code))
    }

    /// Its levels by number.
    #[getter]
    fn levels<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.framework().levels.iter().map(|level| level.level.get()).collect::<Vec<_>>())
    }

    /// Its title, or that of the group, criterion, indicator or condition of a code.
    #[pyo3(signature = (code, lang))]
    pub(crate) fn title(&self, code: Option<&str>, lang: Lang) -> PyResult<&str> {
        Ok(match code {
            None => self.framework().title.get(lang.0),
            Some(code) => self.named(code)?.0.get(lang.0),
        })
    }

    /// The maximum of the group, criterion or indicator of a code.
    fn max<'py>(&self, py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyAny>> {
        let (_, max) = self.named(code)?;
        decimal(py, max.ok_or_else(|| PyKeyError::new_err(format!("`{code}` is a condition, which brings no points")))?)
    }

    /// The name of a level.
    fn level_name(&self, level: &Bound<'_, PyInt>, lang: Lang) -> PyResult<&str> {
        let framework = self.framework();
        let found = level.extract().ok().and_then(|level| framework.level(Level::new(level)));
        let levels = framework.levels.iter().map(|meaning| meaning.level.to_string());
        found.map(|meaning| meaning.name.get(lang.0)).ok_or_else(|| missing("level", &level.to_string(), levels))
    }

    /// Which points of a group give which level, lowest first.
    pub(crate) fn bands<'py>(&self, py: Python<'py>, group: &str) -> PyResult<Bound<'py, PyTuple>> {
        let mut groups = self.framework().groups.iter().zip(self.scorer().bands());
        let found = groups.find(|(known, _)| known.code == group);
        let (_, of_group) = found.ok_or_else(|| missing("group", group, self.framework().groups.iter().map(|group| &*group.code)))?;
        bands(py, of_group)
    }

    /// The codes of the criteria of a group, or of the indicators of a criterion.
    fn parts<'py>(&self, py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyTuple>> {
        let groups = &self.framework().groups;
        if let Some(group) = groups.iter().find(|group| group.code == code) {
            return codes(py, group.criteria.iter().map(|criterion| &criterion.code));
        }
        let mut criteria = groups.iter().flat_map(|group| &group.criteria);
        let found = criteria.find(|criterion| criterion.code == code);
        let known = || groups.iter().flat_map(|group| [&*group.code].into_iter().chain(group.criteria.iter().map(|criterion| &*criterion.code)));
        let found = found.ok_or_else(|| missing("group or criterion", code, known()))?;
        codes(py, found.indicators.iter().map(|indicator| &indicator.code))
    }

    /// The level that a total of points gives in a group.
    fn level(&self, group: &str, points: &Bound<'_, PyAny>) -> PyResult<u8> {
        let level = value::of(points).and_then(|value| {
            let points: Points = Reader::read(&value)?;
            Ok(self.scorer().level(group, points)?.get())
        });
        level.map_err(|refusal| Input::Request.refused(points.py(), refusal))
    }

    /// The canonical JSON of an assessment's scorecard.
    fn score_json<'py>(&self, text: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        let py = text.py();
        let card = value::text_only(text).and_then(|bytes| Ok(self.scorer().score_to_json(bytes)?));
        match card {
            Ok(card) => Ok(PyBytes::new(py, card.as_bytes())),
            Err(refusal) => Err(Input::Assessment.refused(py, refusal)),
        }
    }

    /// An assessment that this framework can score.
    fn assessment(&self, assessment: &Bound<'_, PyAny>) -> PyResult<Assessment> {
        let checked = Given::of(assessment).and_then(|given| Ok(self.scorer().assessment(given.input())?));
        checked.map(Assessment::new).map_err(|refusal| Input::Assessment.refused(assessment.py(), refusal))
    }

    /// Everything that keeps an assessment from being scored.
    fn check<'py>(&self, assessment: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyTuple>> {
        let py = assessment.py();
        match Given::of(assessment).and_then(|given| Ok(self.scorer().check(given.input())?)) {
            Ok(()) => Ok(PyTuple::empty(py)),
            Err(Refusal::Violations(violations)) => told(py, &violations),
            Err(Refusal::Python(error)) => Err(error),
        }
    }

    /// A JSON Schema by name, as text.
    #[pyo3(signature = (name, lang))]
    fn schema(&self, name: &str, lang: Lang) -> PyResult<String> {
        let schema = thuocdo_practice::schema::schema_for(name, self.framework(), lang.0);
        schema.map(|schema| schema.to_string()).map_err(|_| {
            let names = thuocdo_practice::schema::names().collect::<Vec<_>>().join(", ");
            PyValueError::new_err(format!("there is no schema {name:?}; there are {names}"))
        })
    }

    /// The canonical JSON of the framework.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.framework().to_json().as_bytes())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Framework>().is_ok_and(|other| other.get().digest() == self.digest() && other.get().overlays == self.overlays)
    }

    fn __hash__(&self) -> u64 {
        hash(self.digest())
    }

    /// As the national framework and what was laid over it, so that a copy is compiled anew wherever it goes.
    fn __reduce__<'py>(slf: &Bound<'py, Framework>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, this) = (slf.py(), slf.get());
        let national = PyBytes::new(py, this.scorers.national().framework().to_json().as_bytes());
        Ok((slf.get_type().getattr("_again")?, (national, &this.overlays).into_pyobject(py)?))
    }

    #[staticmethod]
    fn _again(py: Python<'_>, national: &[u8], overlays: Vec<String>) -> PyResult<Framework> {
        let laid = thuocdo::Framework::from_json(national).map_err(Refusal::from).and_then(Framework::new).and_then(|framework| {
            overlays.into_iter().try_fold(framework, |framework, overlay| framework.laid(&Overlay::from_json(overlay.as_bytes())?))
        });
        laid.map_err(|refusal| Input::Framework.refused(py, refusal))
    }
}
