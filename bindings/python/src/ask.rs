//! What is asked of the practice: a question and its documents in, an answer out.

use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use thuocdo::json::{MAX_BYTES, Read, Reader, Value};
use thuocdo::text::shown;
use thuocdo::{Scorecard, Stream, Violations};
use thuocdo_practice::json::Question;
use thuocdo_practice::publication::{Head, List, Recognised};
use thuocdo_practice::quality::{Batch, QualityOptions};
use thuocdo_practice::recognition::{self, Certificate, SignedCertificate};
use thuocdo_practice::review::Pairing;
use thuocdo_practice::{Cohort, Keep, Register, course as course_of, read_card};

use crate::answer::Answer;
use crate::framework::Framework;
use crate::refusal::{Input, Refusal};
use crate::value;

/// The answer to a question that is asked with few documents. Each is a dictionary, JSON text, an object of this package, or a list of
/// such; what is in `plain` is taken as it is.
#[pyfunction]
pub(crate) fn ask(
    py: Python<'_>,
    framework: &Framework,
    question: &str,
    documents: &Bound<'_, PyDict>,
    plain: &Bound<'_, PyDict>,
) -> PyResult<Answer> {
    let question = Question::named(question).map_err(|_| PyValueError::new_err(format!("nobody answers `{}`", shown(question))))?;
    let said = Said::of(documents)?;
    let answer =
        said.request(plain, question).and_then(|request| py.detach(|| Ok(thuocdo_practice::json::ask(question, framework.scorers(), &request)?)));
    Ok(Answer::new(framework, answer.map_err(|refusal| Input::Request.refused(py, refusal))?.into()))
}

/// Documents as they are read: texts and dictionaries, by the name that the request has for them.
struct Said<'py>(Vec<(String, Document<'py>)>);

enum Document<'py> {
    One(Bound<'py, PyAny>),
    Many(Vec<Bound<'py, PyAny>>),
}

impl<'py> Said<'py> {
    fn of(documents: &Bound<'py, PyDict>) -> PyResult<Said<'py>> {
        let document = |(name, document): (Bound<'py, PyAny>, Bound<'py, PyAny>)| {
            let document = match document.cast::<PyList>() {
                Ok(list) => Document::Many(list.iter().map(|item| plain_of(&item)).collect::<PyResult<_>>()?),
                Err(_) => Document::One(plain_of(&document)?),
            };
            Ok((name.extract()?, document))
        };
        documents.iter().map(document).collect::<PyResult<_>>().map(Said)
    }

    /// The request: the documents that are not None, and what is said beside them.
    fn request(&self, plain: &Bound<'_, PyDict>, question: Question) -> Result<Value<'_>, Refusal> {
        let parsed = |document| parsed_at_most(document, question.max_bytes());
        let Value::Object(mut request) = value::of(plain)? else { return Ok(Value::Null) };
        for (name, document) in &self.0 {
            let value = match document {
                Document::One(document) => parsed(document).map_err(|refusal| refusal.within(&format!("/{name}")))?,
                Document::Many(list) => {
                    let item = |(nth, item)| parsed(item).map_err(|refusal| refusal.within(&format!("/{name}/{nth}")));
                    Value::List(list.iter().enumerate().map(item).collect::<Result<_, _>>()?)
                }
            };
            request.push((name.as_str().into(), value));
        }
        Ok(Value::Object(request))
    }
}

/// An object of this package as the JSON that it is; anything else as it came. A part of an answer has no text of its own, and one of a
/// scorecard is no document.
fn plain_of<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    match &*object.get_type().module()?.to_cow()? {
        "thuocdo" if object.hasattr("to_json")? => object.call_method0("to_json"),
        "thuocdo.results" => object.call_method0("to_dict"),
        _ => Ok(object.clone()),
    }
}

fn parsed<'a>(document: &'a Bound<'_, PyAny>) -> Result<Value<'a>, Refusal> {
    parsed_at_most(document, MAX_BYTES)
}

/// As [`parsed`], of a document that may be longer than one assessment: a case.
fn parsed_at_most<'a>(document: &'a Bound<'_, PyAny>, limit: usize) -> Result<Value<'a>, Refusal> {
    match value::text(document) {
        Some(text) => Ok(Value::parse_at_most(text?, limit)?),
        None => value::of_at_most(document, limit),
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

/// Gives the scorecards of an iterable to `take`: those of this package as they are, others once they are read and proved, or scored.
fn each_card(
    framework: &Framework,
    cards: &Bound<'_, PyAny>,
    violations: &mut Violations,
    mut take: impl FnMut(usize, &Scorecard) -> Result<(), Violations>,
) -> PyResult<()> {
    let scorers = framework.scorers();
    each(cards, "scorecards", violations, |nth, item| {
        if let Ok(card) = item.cast::<crate::scorecard::Scorecard>() {
            // Nobody can change one: it was scored or proved when it was made.
            return Ok(take(nth, card.get().it())?);
        }
        Ok(take(nth, &read_card(scorers, &parsed(&plain_of(item)?)?)?)?)
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

/// How far the forms of two streams agree.
#[pyfunction]
pub(crate) fn agreement(
    py: Python<'_>,
    framework: &Framework,
    own: &Bound<'_, PyAny>,
    external: &Bound<'_, PyAny>,
    keep: &Bound<'_, PyAny>,
) -> PyResult<Answer> {
    let mut violations = Violations::default();
    let keep: Option<Kept> = option(keep, "/keep", &mut violations)?;
    let mut pairing = Pairing::new(framework.scorers().local(), keep.and_then(|Kept(keep)| keep));
    for (name, stream, forms) in [("self", Stream::SelfAssessment, own), ("external", Stream::External, external)] {
        each(forms, name, &mut violations, |nth, form| Ok(pairing.add_value(stream, nth, &parsed(&plain_of(form)?)?)?))?;
    }
    told(py, violations)?;
    Ok(Answer::new(framework, Arc::new(pairing.finish())))
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
        batch.add(&parsed(&plain_of(submission)?)?);
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
        let act = Recognised::from_value(framework.scorers(), &parsed(&plain_of(item)?)?)?;
        Ok(list.recognise(nth, act, register.as_ref())?)
    })?;
    told(py, violations)?;
    Ok(Answer::publication(framework, list.finish(register.as_ref())))
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
    let certificate = parsed(&plain_of(certificate)?).and_then(|value| Ok(Certificate::from_value(&value)?));
    let certificate = certificate.map_err(|refusal| Input::Request.refused(py, refusal))?;
    Ok(Answer::new(framework, Arc::new(recognition::sign(certificate, &key(seed)?))))
}

/// Whether a certificate is signed by a trusted key.
#[pyfunction]
pub(crate) fn verify_signature(py: Python<'_>, signed: &Bound<'_, PyAny>, trusted: &[u8]) -> PyResult<bool> {
    let signed = parsed(&plain_of(signed)?).and_then(|value| Ok(SignedCertificate::from_value(&value)?));
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
