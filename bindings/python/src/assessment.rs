//! An assessment, read once.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyDict, PyTuple};
use thuocdo::json::Value;
use thuocdo::{Answer, ConditionAnswer};

use crate::class::{hash, institution, whose};
use crate::object;
use crate::refusal::{Input, Refusal};
use crate::value;

/// What one institution says of one period: immutable, in normal form.
///
/// Made of keywords, by `Assessment.from_json`, or by `Framework.assessment`, which also checks it against the framework.
#[pyclass(frozen, module = "thuocdo")]
pub(crate) struct Assessment {
    it: thuocdo::Assessment,
}

impl Assessment {
    /// What says nothing is the same as nothing, and left out.
    pub(crate) fn new(mut it: thuocdo::Assessment) -> Assessment {
        it.answers.retain(|_, answer| *answer != Answer::default());
        it.conditions.retain(|_, condition| *condition != ConditionAnswer::default());
        Assessment { it }
    }

    pub(crate) const fn it(&self) -> &thuocdo::Assessment {
        &self.it
    }
}

#[pymethods]
impl Assessment {
    /// Made of its parts. Raises `InvalidAssessment`.
    #[new]
    #[pyo3(signature = (**parts))]
    fn made(py: Python<'_>, parts: Option<&Bound<'_, PyDict>>) -> PyResult<Assessment> {
        let empty = PyDict::new(py);
        let read = value::of(parts.unwrap_or(&empty)).and_then(|value| Ok(thuocdo::Assessment::from_value(&value)?));
        read.map(Assessment::new).map_err(|refusal| Input::Assessment.refused(py, refusal))
    }

    /// Reads a JSON text. Raises `InvalidAssessment` with everything that is wrong with its form.
    #[staticmethod]
    fn from_json(text: &Bound<'_, PyAny>) -> PyResult<Assessment> {
        let read = value::text_only(text).and_then(|bytes| Ok(thuocdo::Assessment::from_json(bytes)?));
        read.map(Assessment::new).map_err(|refusal: Refusal| Input::Assessment.refused(text.py(), refusal))
    }

    /// The id of the framework it was made under, where it says one.
    #[getter]
    fn framework(&self) -> Option<&str> {
        self.it.framework.as_deref()
    }

    /// Who is assessed, where it is said.
    #[getter]
    fn institution<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let it = self.it.institution.as_ref();
        it.map(|it| institution(py, it.code.as_deref(), it.name.as_deref(), it.kind)).transpose()
    }

    /// The period, such as a school year.
    #[getter]
    fn period(&self) -> Option<&str> {
        self.it.period.as_deref()
    }

    /// Who assesses: `self` or `external`.
    #[getter]
    fn stream(&self) -> Option<&'static str> {
        self.it.stream.map(thuocdo::Stream::as_str)
    }

    /// The day on which it was made, where it is said.
    #[getter]
    fn assessed_on<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        let day = self.it.assessed_on.map(thuocdo::Date::civil);
        day.map(|day| PyDate::new(py, day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())).transpose()
    }

    /// `unknown` where it comes from where evidence has no place, such as a row of a frame.
    #[getter]
    fn evidence(&self) -> Option<&'static str> {
        self.it.evidence.map(thuocdo::EvidenceKnown::as_str)
    }

    /// What is said of each indicator, by code, as in `to_dict`: a new dictionary. What is not answered is left out.
    #[getter]
    fn answers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object::of(py, &self.it.answers, &["points"])
    }

    /// The same of each condition.
    #[getter]
    fn conditions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object::of(py, &self.it.conditions, &[])
    }

    /// `sha256:` and the digest of its canonical JSON.
    #[getter]
    fn digest(&self) -> String {
        self.it.digest()
    }

    /// Its canonical JSON (RFC 8785) in normal form: shorthand written out, what is missing left out.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.it.to_json().as_bytes())
    }

    /// The same as a new dictionary, points as `Decimal`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object::of(py, &self.it, &["points"])
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Assessment>().is_ok_and(|other| other.get().it == self.it)
    }

    fn __hash__(&self) -> u64 {
        hash(&self.it.to_json())
    }

    fn __repr__(&self) -> String {
        let of = whose([self.it.institution_code(), self.period(), self.stream()]);
        let (answers, conditions) = (self.it.answers.len(), self.it.conditions.len());
        format!("<Assessment{of}: {answers} answers, {conditions} conditions>")
    }

    fn __copy__(slf: Py<Assessment>) -> Py<Assessment> {
        slf
    }

    fn __deepcopy__(slf: Py<Assessment>, _memo: &Bound<'_, PyAny>) -> Py<Assessment> {
        slf
    }

    fn __reduce__<'py>(slf: &Bound<'py, Assessment>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let json = slf.get().to_json(slf.py());
        Ok((slf.get_type().getattr("from_json")?, (json,).into_pyobject(slf.py())?))
    }
}

/// An assessment in one of the forms in which it may come.
pub(crate) enum Given<'a> {
    Assessment(&'a thuocdo::Assessment),
    Text(&'a [u8]),
    Value(Value<'a>),
}

impl<'a> Given<'a> {
    pub(crate) fn of(assessment: &'a Bound<'_, PyAny>) -> Result<Given<'a>, Refusal> {
        Ok(if let Some(text) = value::text(assessment) {
            Given::Text(text?)
        } else if let Ok(assessment) = assessment.cast::<Assessment>() {
            Given::Assessment(assessment.get().it())
        } else {
            Given::Value(value::of(assessment)?)
        })
    }

    /// As the library takes it.
    pub(crate) fn input(&self) -> thuocdo::Input<'_> {
        match self {
            Given::Assessment(assessment) => thuocdo::Input::Assessment(assessment),
            Given::Text(text) => thuocdo::Input::Json(text),
            Given::Value(value) => thuocdo::Input::Value(value),
        }
    }
}
