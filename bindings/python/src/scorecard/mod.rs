//! A scorecard and its parts: what is answered, as objects.

mod parts;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};
use thuocdo::Stream;
use thuocdo::json::Value;

use crate::class::{hash, institution, missing, python, whose};
use crate::framework::Framework;
use crate::lang::Lang;
use crate::object;
use crate::refusal::{Input, Refusal};
use crate::value;

pub(crate) use parts::{Blocker, ConditionResult, CriterionScore, GroupScore, IndicatorScore};

/// The result for one assessment: points and levels of every group, with all that they come from. Immutable.
///
/// Made by `Framework.score`. Equal scorecards have the same digest. `print` shows whether a level may be recognised, what stands in the way,
/// each group with its distance to the next level, and what to do next; a notebook shows a table too.
#[pyclass(frozen, module = "thuocdo")]
pub(crate) struct Scorecard {
    it: thuocdo::Scorecard,
    framework: Py<Framework>,
}

impl Scorecard {
    pub(crate) const fn new(it: thuocdo::Scorecard, framework: Py<Framework>) -> Scorecard {
        Scorecard { it, framework }
    }

    pub(crate) const fn it(&self) -> &thuocdo::Scorecard {
        &self.it
    }

    fn explanation(&self, lang: thuocdo::Lang) -> thuocdo::Explanation {
        thuocdo::explain(self.framework.get().framework(), &self.it, lang)
    }

    fn brief(&self, lang: thuocdo::Lang) -> thuocdo::Brief {
        let scorers = self.framework.get().scorers();
        thuocdo::brief(scorers.local(), Some(scorers.national().framework()), &self.it, lang)
    }

    fn find<'a, T>(what: &str, code: &str, parts: impl Iterator<Item = &'a T>, code_of: impl Fn(&'a T) -> &'a str) -> PyResult<&'a T> {
        let parts: Vec<&T> = parts.collect();
        let found = parts.iter().find(|part| code_of(part) == code);
        found.copied().ok_or_else(|| missing(what, code, parts.iter().map(|part| code_of(part))))
    }
}

#[pymethods]
impl Scorecard {
    /// Reads a scorecard that was written by `to_json`, or by another language, under the framework it was made with.
    #[staticmethod]
    fn _read(framework: Py<Framework>, text: &Bound<'_, PyAny>) -> PyResult<Scorecard> {
        let card = value::text_only(text).and_then(|bytes| {
            let card = thuocdo::Scorecard::from_value(&Value::parse(bytes)?)?;
            framework.get().scorer().check_card(&card).or(())?;
            Ok(card)
        });
        let card = card.map_err(|refusal: Refusal| Input::Request.refused(text.py(), refusal))?;
        Ok(Scorecard::new(card, framework))
    }

    /// The scorecard that stands in an answer of the framework: it follows from its points, so it is not scored again.
    #[staticmethod]
    fn _of_answer(framework: Py<Framework>, card: &Bound<'_, PyAny>) -> PyResult<Scorecard> {
        let read = value::of(card).and_then(|value| Ok(thuocdo::Scorecard::from_value(&value)?));
        let read = read.map_err(|refusal| Input::Request.refused(card.py(), refusal))?;
        Ok(Scorecard::new(read, framework))
    }

    /// `sha256:` and the digest of the canonical JSON.
    #[getter]
    fn digest(&self) -> String {
        self.it.digest()
    }

    /// By which framework: its id, revision and digest, and how firm its figures are.
    #[getter]
    fn framework<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let (it, basis) = (&self.it.framework, &self.it.framework.basis);
        let counts = (basis.text, basis.corroborated, basis.single, basis.derived, basis.assumed, basis.unlocated);
        let counts = python(py, "BasisCounts")?.call1(counts)?;
        python(py, "FrameworkMark")?.call1((&it.id, it.revision, &it.digest, counts))
    }

    /// Who was assessed, where the assessment says it.
    #[getter]
    fn institution<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let it = self.it.institution.as_ref();
        it.map(|it| institution(py, it.code.as_deref(), it.name.as_deref(), it.kind)).transpose()
    }

    /// For which period.
    #[getter]
    fn period(&self) -> Option<&str> {
        self.it.period.as_deref()
    }

    /// Who assessed: `self` or `external`.
    #[getter]
    fn stream(&self) -> Option<&'static str> {
        self.it.stream.map(Stream::as_str)
    }

    /// The groups, in the order of the framework.
    #[getter]
    fn groups<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.it.groups.iter().map(|group| GroupScore::new(py, group, &self.framework)))
    }

    /// The group of a code. Raises `KeyError`.
    fn group(&self, py: Python<'_>, code: &str) -> PyResult<GroupScore> {
        Scorecard::find("group", code, self.it.groups.iter(), |group| &group.code).map(|group| GroupScore::new(py, group, &self.framework))
    }

    /// The criterion of a code. Raises `KeyError`.
    fn criterion(&self, py: Python<'_>, code: &str) -> PyResult<CriterionScore> {
        let criteria = self.it.groups.iter().flat_map(|group| &group.criteria);
        Scorecard::find("criterion", code, criteria, |criterion| &criterion.code).map(|criterion| CriterionScore::new(py, criterion, &self.framework))
    }

    /// The indicator of a code. Raises `KeyError`.
    fn indicator(&self, py: Python<'_>, code: &str) -> PyResult<IndicatorScore> {
        Scorecard::find("indicator", code, self.it.indicators(), |it| &it.code).map(|indicator| IndicatorScore::new(py, indicator, &self.framework))
    }

    /// The mandatory condition of a code. Raises `KeyError`.
    fn condition(&self, py: Python<'_>, code: &str) -> PyResult<ConditionResult> {
        let conditions = self.it.groups.iter().flat_map(|group| &group.conditions);
        Scorecard::find("condition", code, conditions, |it| &it.code).map(|condition| ConditionResult::new(py, condition, &self.framework))
    }

    /// The level of the institution as a whole, and the rule it follows from.
    #[getter]
    fn overall<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let level = parts::level(py, self.it.overall.level)?;
        python(py, "Overall")?.call1((level, self.it.overall.rule.as_str()))
    }

    /// Whether a level may be recognised, and what stands in the way.
    #[getter]
    fn recognition<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let it = &self.it.recognition;
        let blockers = PyTuple::new(py, it.blockers.iter().map(|blocker| Blocker::new(py, blocker, &self.framework)))?;
        python(py, "Recognition")?.call1((it.eligible, blockers))
    }

    /// Its canonical JSON (RFC 8785), its digest included: the same bytes in every language.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.it.to_json().as_bytes())
    }

    /// The same as a new dictionary. Points are `Decimal`, which `json.dumps` does not write; `to_json` does.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object::of(py, &self.it, &["max", "score"])
    }

    /// Why it says what it says, in words: `lang` is `vi` or `en`.
    #[pyo3(signature = (*, lang = "vi"))]
    fn explain(&self, lang: &str) -> PyResult<String> {
        Ok(self.explanation(Lang::of(lang)?.0).to_string())
    }

    /// A piece of HTML for notebooks and pages, with its style and without scripts: `lang` is `vi` or `en`.
    #[pyo3(signature = (*, lang = "vi"))]
    fn html<'py>(slf: &Bound<'py, Scorecard>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("thuocdo._html")?.call_method1("card", (slf, Lang::of(lang)?.0.as_str()))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Scorecard>) -> PyResult<Bound<'py, PyAny>> {
        Scorecard::html(slf, "vi")
    }

    /// The scorecard at a glance, as the fields of `thuocdo._html.Brief`.
    fn _brief<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyTuple>> {
        let brief = self.brief(lang.0);
        let next = brief.next_line();
        let gaps: Vec<String> = brief.groups.into_iter().map(|group| group.gap).collect();
        let overall = format!("{}: {}", brief.overall_heading, brief.overall);
        let verdict = (brief.verdict.as_str(), brief.eligibility, overall);
        (brief.who, brief.when, verdict, brief.blockers, brief.missing, gaps, next).into_pyobject(py)
    }

    fn __str__(&self) -> String {
        self.brief(thuocdo::Lang::Vi).to_string()
    }

    fn __repr__(&self) -> String {
        let of = whose([self.it.institution_code(), self.period(), self.stream()]);
        let level = self.it.overall.level.text(|level| level.to_string());
        let groups: Vec<String> = self.it.groups.iter().map(|group| group.score.text(|points| points.to_string())).collect();
        format!("<Scorecard{of}: level {level}, points {}>", groups.join(" + "))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Scorecard>().is_ok_and(|other| other.get().it == self.it)
    }

    fn __hash__(&self) -> u64 {
        hash(&self.it.digest())
    }

    fn __copy__(slf: Py<Scorecard>) -> Py<Scorecard> {
        slf
    }

    fn __deepcopy__(slf: Py<Scorecard>, _memo: &Bound<'_, PyAny>) -> Py<Scorecard> {
        slf
    }

    /// With its framework, which many cards of one pickle share.
    fn __reduce__<'py>(slf: &Bound<'py, Scorecard>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, this) = (slf.py(), slf.get());
        Ok((slf.get_type().getattr("_read")?, (&this.framework, this.to_json(py)).into_pyobject(py)?))
    }
}
