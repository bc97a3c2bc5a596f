//! What is asked of the practice: a question and its documents in, an answer out.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use thuocdo::json::{MAX_BYTES, Read, Reader, Value};
use thuocdo::text::shown;
use thuocdo::{InstitutionType, Level, Range, Scorecard, Scorer, Stream, Violations};
use thuocdo_practice::json::Question;
use thuocdo_practice::publication::{Head, List, Recognised};
use thuocdo_practice::quality::{Batch, QualityOptions};
use thuocdo_practice::recognition::{self, Certificate, SignedCertificate};
use thuocdo_practice::review::{LevelAgreement, Pairing};
use thuocdo_practice::{Cohort, Keep, Register, course as course_of, is_card, read_card};

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::framework::Framework;
use crate::own::{self, EITHER};
use crate::refusal::{Input, Refusal};
use crate::value;

/// The answer to a question with few documents. Each document is a dictionary, JSON text, an object of this package, or a list of such. The rest
/// of the request is in `plain`.
#[pyfunction]
pub(crate) fn ask(
    py: Python<'_>,
    framework: &Framework,
    question: &str,
    documents: &Bound<'_, PyDict>,
    plain: &Bound<'_, PyDict>,
) -> PyResult<Answer> {
    let question = Question::named(question).map_err(|_| PyValueError::new_err(format!("nobody answers `{}`", shown(question))))?;
    if let Some(answer) = own::answer(py, framework, question, documents, plain) {
        return Ok(Answer::new(framework, answer));
    }
    let documents = Documents::of(documents)?;
    let answer = documents
        .request(plain, question)
        .and_then(|request| py.detach(|| Ok(thuocdo_practice::json::ask(question, framework.scorers(), &request)?)));
    Ok(Answer::new(framework, answer.map_err(|refusal| Input::Request.refused(py, refusal))?.into()))
}

/// The documents of a request, by their names in it.
struct Documents<'py>(Vec<(String, Document<'py>)>);

enum Document<'py> {
    One(Bound<'py, PyAny>),
    Many(Vec<Bound<'py, PyAny>>),
}

impl<'py> Documents<'py> {
    fn of(documents: &Bound<'py, PyDict>) -> PyResult<Documents<'py>> {
        let document = |(name, document): (Bound<'py, PyAny>, Bound<'py, PyAny>)| {
            let document = match document.cast::<PyList>() {
                Ok(list) => Document::Many(list.iter().collect()),
                Err(_) => Document::One(document),
            };
            Ok((name.extract()?, document))
        };
        documents.iter().map(document).collect::<PyResult<_>>().map(Documents)
    }

    /// The request: the documents, and the rest of it.
    fn request(&self, plain: &Bound<'_, PyDict>, question: Question) -> Result<Value<'_>, Refusal> {
        let parsed = |document| parsed_at_most(document, question.max_bytes());
        let Value::Object(mut request) = value::of(plain)? else { return Ok(Value::Null) };
        for (name, document) in &self.0 {
            let (name, value) = match document {
                Document::One(document) => {
                    let value = parsed(document);
                    (name_of(name, document, &value), value)
                }
                Document::Many(list) => {
                    let item = |(nth, item)| parsed(item).map_err(|refusal| refusal.within(&format!("/{nth}")));
                    (name.as_str(), list.iter().enumerate().map(item).collect::<Result<_, _>>().map(Value::List))
                }
            };
            request.push((name.into(), value.map_err(|refusal| refusal.within(&format!("/{name}")))?));
        }
        Ok(Value::Object(request))
    }
}

/// What a request calls a document.
fn name_of<'n>(name: &'n str, document: &Bound<'_, PyAny>, value: &Result<Value<'_>, Refusal>) -> &'n str {
    let is_card = || match value {
        Ok(value) => is_card(value),
        // A dictionary that cannot be read is told from its keys.
        Err(_) => value::text(document).is_none() && document.contains("groups").unwrap_or_default(),
    };
    match name {
        EITHER if is_card() => "scorecard",
        EITHER => "assessment",
        name => name,
    }
}

fn parsed<'a>(document: &'a Bound<'_, PyAny>) -> Result<Value<'a>, Refusal> {
    parsed_at_most(document, MAX_BYTES)
}

/// As [`parsed`], of a document that may be longer than one assessment: a case.
fn parsed_at_most<'a>(document: &'a Bound<'_, PyAny>, limit: usize) -> Result<Value<'a>, Refusal> {
    if let Some(text) = value::text(document) {
        Ok(Value::parse_at_most(text?, limit)?)
    } else if let Ok(assessment) = document.cast::<Assessment>() {
        value::of_core(assessment.get().it())
    } else if let Ok(card) = document.cast::<crate::scorecard::Scorecard>() {
        value::of_core(card.get().it())
    } else if document.get_type().module()? == "thuocdo.results" {
        value::of_at_most(&document.call_method0("to_dict")?, limit)
    } else {
        value::of_at_most(document, limit)
    }
}

/// Gives the items of an iterable to `take`, one after the other, and tells what it refuses at their places in the list `name`.
fn each<'py>(
    items: &Bound<'py, PyAny>,
    name: &str,
    violations: &mut Violations,
    mut take: impl FnMut(usize, &Bound<'py, PyAny>) -> Result<(), Refusal>,
) -> PyResult<()> {
    if items.is_instance_of::<PyDict>() || value::text(items).is_some() {
        return Err(PyTypeError::new_err(format!("{name}: this is one; a list or another iterable of several is expected")));
    }
    for (nth, item) in items.try_iter()?.enumerate() {
        match take(nth, &item?) {
            Ok(()) => {}
            Err(Refusal::Violations(refused)) => violations.take_in(&format!("/{name}/{nth}"), refused),
            Err(Refusal::Python(error)) => return Err(error),
        }
    }
    Ok(())
}

/// Gives the scorecards of an iterable to `take`. One of this package is taken as it is; another is read and scored again from its points; an
/// assessment is scored.
fn each_card(
    framework: &Framework,
    cards: &Bound<'_, PyAny>,
    violations: &mut Violations,
    mut take: impl FnMut(usize, &Scorecard) -> Result<(), Violations>,
) -> PyResult<()> {
    let scorers = framework.scorers();
    each(cards, "scorecards", violations, |nth, item| {
        if let Ok(card) = item.cast::<crate::scorecard::Scorecard>() {
            // It never changes, and follows from its points since it was made.
            return Ok(take(nth, card.get().it())?);
        }
        if let Ok(assessment) = item.cast::<Assessment>() {
            return Ok(take(nth, &scorers.local().score(assessment.get().it())?)?);
        }
        Ok(take(nth, &read_card(scorers, &parsed(item)?)?)?)
    })
}

/// A register as a request has it, at `/register`.
fn register(document: Option<&Bound<'_, PyAny>>, violations: &mut Violations) -> PyResult<Option<Register>> {
    let Some(document) = document else { return Ok(None) };
    let read = match value::text(document) {
        Some(text) => text.and_then(|text| Ok(Register::from_json(text)?)),
        None => value::of_at_most(document, Register::MAX_BYTES).and_then(|value| Ok(Register::from_value(&value)?)),
    };
    match read {
        Ok(register) => Ok(Some(register)),
        Err(Refusal::Violations(refused)) => {
            violations.take_in("/register", refused);
            Ok(None)
        }
        Err(Refusal::Python(error)) => Err(error),
    }
}

/// A register in which institutions are looked up by code, however it is typed, or by the code that they had.
#[pyclass(frozen, module = "thuocdo._thuocdo", name = "Register")]
pub(crate) struct Institutions(Register);

#[pymethods]
impl Institutions {
    #[new]
    fn new(py: Python<'_>, document: &Bound<'_, PyAny>) -> PyResult<Institutions> {
        let mut violations = Violations::default();
        let register = register(Some(document), &mut violations)?;
        told(py, violations)?;
        Ok(Institutions(register.unwrap_or_default()))
    }

    /// What all spellings of a code, and of those that the institution had before, have in common; what is no text stays as it is.
    fn key<'py>(&self, code: Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        spelt(code, |code| thuocdo_practice::code_key(self.0.today(code)).into_owned().into())
    }

    /// What the register says of the institution of a code, by the names of its fields.
    fn find(&self, code: &str) -> Option<BTreeMap<&'static str, Option<&str>>> {
        let found = self.0.find(code)?;
        let kind = InstitutionType::WORDS.iter().find(|(_, kind)| Some(*kind) == found.kind).map(|(word, _)| *word);
        let text = Option::as_deref;
        let fields = [("address", text(&found.address)), ("authority", text(&found.authority)), ("code", Some(found.code.as_str()))];
        Some(fields.into_iter().chain([("name", text(&found.name)), ("type", kind)]).collect())
    }
}

/// How far the forms of two streams agree.
#[pyfunction]
pub(crate) fn agreement(framework: &Framework, own: &Bound<'_, PyAny>, external: &Bound<'_, PyAny>, keep: &Bound<'_, PyAny>) -> PyResult<Answer> {
    let pairing = paired(framework, own, external, keep)?;
    Ok(Answer::new(framework, Arc::new(pairing.finish())))
}

/// The positions of the forms of two streams that make a pair, by the rules of [`agreement`].
#[pyfunction]
pub(crate) fn pairs(
    framework: &Framework,
    own: &Bound<'_, PyAny>,
    external: &Bound<'_, PyAny>,
    keep: &Bound<'_, PyAny>,
) -> PyResult<Vec<(usize, usize)>> {
    Ok(paired(framework, own, external, keep)?.pairs())
}

/// What all spellings of the code of an institution have in common; what is no text stays as it is.
#[pyfunction]
pub(crate) fn code_key(code: Bound<'_, PyAny>) -> PyResult<Bound<'_, PyAny>> {
    spelt(code, thuocdo_practice::code_key)
}

fn spelt(code: Bound<'_, PyAny>, key: impl Fn(&str) -> Cow<'_, str>) -> PyResult<Bound<'_, PyAny>> {
    match code.cast::<PyString>() {
        Ok(text) => Ok(PyString::new(code.py(), &key(text.to_str()?)).into_any()),
        Err(_) => Ok(code),
    }
}

/// Cohen's kappa of pairs of levels, each from the lowest to the highest that it may be; nothing where it has no meaning.
#[pyfunction]
pub(crate) fn kappa(levels: usize, pairs: Vec<[(u8, u8); 2]>) -> Option<String> {
    let range = |(low, high): (u8, u8)| Range { high: Level::new(high), low: Level::new(low) };
    let agreement = LevelAgreement::of(levels, pairs.into_iter().map(|[own, external]| (range(own), range(external))));
    agreement.kappa.map(|kappa| kappa.to_string())
}

fn paired<'a>(
    framework: &'a Framework,
    own: &Bound<'_, PyAny>,
    external: &Bound<'_, PyAny>,
    keep: &Bound<'_, PyAny>,
) -> PyResult<Pairing<&'a Scorer>> {
    let mut violations = Violations::default();
    let keep: Option<Kept> = option(keep, "/keep", &mut violations)?;
    let mut pairing = Pairing::new(framework.scorers().local(), keep.and_then(|Kept(keep)| keep));
    for (name, stream, forms) in [("self", Stream::SelfAssessment, own), ("external", Stream::External, external)] {
        each(forms, name, &mut violations, |nth, form| match form.cast::<Assessment>() {
            Ok(assessment) => Ok(pairing.add(stream, nth, assessment.get().it())?),
            Err(_) => Ok(pairing.add_value(stream, nth, &parsed(form)?)?),
        })?;
    }
    told(own.py(), violations)?;
    Ok(pairing)
}

/// The quality of submissions, one after the other.
#[pyfunction]
pub(crate) fn quality_batch(py: Python<'_>, framework: &Framework, submissions: &Bound<'_, PyAny>, options: &Bound<'_, PyDict>) -> PyResult<Answer> {
    let mut violations = Violations::default();
    let options = value::of(options)
        .and_then(|options| Ok(Reader::read::<QualityOptions>(&options)?))
        .map_err(|refusal| Input::Request.refused(py, refusal))?;
    let mut batch = Batch::new(framework.scorers().local(), options);
    each(submissions, "submissions", &mut violations, |_, submission| {
        batch.add_value(&parsed(submission)?);
        Ok(())
    })?;
    told(py, violations)?;
    Ok(Answer::new(framework, Arc::new(batch.finish())))
}

/// How many scorecards stand where.
#[pyfunction]
pub(crate) fn cohort(
    py: Python<'_>,
    framework: &Framework,
    cards: &Bound<'_, PyAny>,
    of: Option<&Bound<'_, PyAny>>,
    keep: &Bound<'_, PyAny>,
) -> PyResult<Answer> {
    let mut violations = Violations::default();
    let register = register(of, &mut violations)?;
    let keep: Option<Kept> = option(keep, "/keep", &mut violations)?;
    let keep = keep.and_then(|Kept(keep)| keep);
    let mut cohort = Cohort::new(framework.scorers().local().framework(), keep);
    each_card(framework, cards, &mut violations, |nth, card| cohort.add(nth, card, register.as_ref()))?;
    told(py, violations)?;
    Ok(Answer::new(framework, Arc::new(py.detach(|| cohort.finish(register.as_ref())))))
}

/// The course of one institution over years.
#[pyfunction]
pub(crate) fn course(py: Python<'_>, framework: &Framework, cards: &Bound<'_, PyAny>, of: Option<&Bound<'_, PyAny>>) -> PyResult<Answer> {
    let mut violations = Violations::default();
    let register = register(of, &mut violations)?;
    let mut list = Vec::new();
    each_card(framework, cards, &mut violations, |_, card| {
        list.push(card.clone());
        Ok(())
    })?;
    told(py, violations)?;
    let course = course_of(register.as_ref(), &list).map_err(|violations| Input::Request.refused(py, violations))?;
    Ok(Answer::new(framework, Arc::new(course)))
}

/// The list that is published of a period.
#[pyfunction]
pub(crate) fn publication(
    py: Python<'_>,
    framework: &Framework,
    cards: &Bound<'_, PyAny>,
    recognised: &Bound<'_, PyAny>,
    of: Option<&Bound<'_, PyAny>>,
    head: &Bound<'_, PyDict>,
) -> PyResult<Answer> {
    let mut violations = Violations::default();
    let register = register(of, &mut violations)?;
    let head: Option<Head> = option(head.as_any(), "", &mut violations)?;
    let mut list = List::new(framework.scorers().local().framework(), head.unwrap_or_default());
    each_card(framework, cards, &mut violations, |nth, card| list.add(nth, card, register.as_ref()))?;
    each(recognised, "recognised", &mut violations, |nth, item| {
        let act = Recognised::from_value(framework.scorers(), &parsed(item)?)?;
        Ok(list.recognise(nth, act, register.as_ref())?)
    })?;
    told(py, violations)?;
    Ok(Answer::new(framework, Arc::new(list.finish(register.as_ref()))))
}

/// Which of several counts: a word that has no default, read where a value is wanted that has one.
#[derive(Default)]
struct Kept(Option<Keep>);

impl Read for Kept {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Kept> {
        Keep::read(value, reader).map(|keep| Kept(Some(keep)))
    }
}

/// A value of a request, at its place there.
fn option<T: Read + Default>(object: &Bound<'_, PyAny>, at: &str, violations: &mut Violations) -> PyResult<Option<T>> {
    if object.is_none() {
        return Ok(None);
    }
    match value::of(object).and_then(|value| Ok(Reader::read::<T>(&value)?)) {
        Ok(value) => Ok(Some(value)),
        Err(Refusal::Violations(refused)) => {
            violations.take_in(at, refused);
            Ok(None)
        }
        Err(Refusal::Python(error)) => Err(error),
    }
}

fn told(py: Python<'_>, violations: Violations) -> PyResult<()> {
    violations.or(()).map_err(|violations| Input::Request.refused(py, violations))
}

/// A certificate with a signature of it.
#[pyfunction]
pub(crate) fn sign(py: Python<'_>, framework: &Framework, certificate: &Bound<'_, PyAny>, seed: &[u8]) -> PyResult<Answer> {
    let certificate = parsed(certificate).and_then(|value| Ok(Certificate::from_value(&value)?));
    let certificate = certificate.map_err(|refusal| Input::Request.refused(py, refusal))?;
    Ok(Answer::new(framework, Arc::new(recognition::sign(certificate, &key(seed)?))))
}

/// Whether a certificate is signed by a trusted key.
#[pyfunction]
pub(crate) fn verify_signature(py: Python<'_>, signed: &Bound<'_, PyAny>, trusted: &[u8]) -> PyResult<bool> {
    let signed = parsed(signed).and_then(|value| Ok(SignedCertificate::from_value(&value)?));
    let signed = signed.map_err(|refusal| Input::Request.refused(py, refusal))?;
    Ok(recognition::verify_signature(&signed, &key(trusted)?).is_ok())
}

/// The public key of a secret one.
#[pyfunction]
pub(crate) fn public_key(seed: &[u8]) -> PyResult<[u8; 32]> {
    Ok(recognition::public_key(&key(seed)?))
}

/// A key. What it is may be a secret, so it is not repeated.
fn key(bytes: &[u8]) -> PyResult<[u8; 32]> {
    bytes.try_into().map_err(|_| PyValueError::new_err("a key is 32 bytes"))
}
