//! Questions about assessments and scorecards of this package. They were read or made before, so the typed functions take them as they are.

use std::borrow::Cow;
use std::sync::Arc;

use pyo3::PyClass;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use thuocdo::json::{Reader, Value};
use thuocdo::{Changes, Goal, plan_checked, what_if};
use thuocdo_practice::Reply;
use thuocdo_practice::json::Question;
use thuocdo_practice::review::{Combine, panel, review};

use crate::assessment::Assessment;
use crate::framework::Framework;
use crate::scorecard::Scorecard;
use crate::value;

/// The document that a request calls `scorecard` or `assessment`, by what it is.
pub(crate) const EITHER: &str = "of";

/// The answer to a question about such objects. `None` where a document is another object, or where anything is wrong: then the caller makes a
/// request of the documents, which tells everything that is wrong, and where.
pub(crate) fn answer(
    py: Python<'_>,
    framework: &Framework,
    question: Question,
    documents: &Bound<'_, PyDict>,
    plain: &Bound<'_, PyDict>,
) -> Option<Arc<dyn Reply>> {
    let scorer = framework.scorer();
    let own = |name| object::<Assessment>(documents, name);
    match question {
        Question::Panel => {
            let forms = documents.get_item("forms").ok()??.cast_into::<PyList>().ok()?;
            let form = |form: Bound<'_, PyAny>| Some(form.cast_into::<Assessment>().ok()?.get().it().clone());
            let forms: Vec<thuocdo::Assessment> = forms.iter().map(form).collect::<Option<_>>()?;
            let Combined { combine } = Reader::read(&value::of(plain).ok()?).ok()?;
            py.detach(|| shared(panel(scorer, &forms, combine.unwrap_or_default())))
        }
        Question::Plan => {
            let (card, assessment) = (object::<Scorecard>(documents, EITHER), own(EITHER));
            let (card, assessment) = (card.as_ref().map(|card| card.get().it()), assessment.as_ref().map(|of| of.get().it()));
            let asked: Value<'_> = value::of(plain).ok()?;
            py.detach(|| {
                let goal = Goal::from_value(&asked).ok()?;
                let card = match (card, assessment) {
                    (Some(card), _) => Cow::Borrowed(card),
                    (None, Some(assessment)) => Cow::Owned(scorer.score(assessment).ok()?),
                    (None, None) => return None,
                };
                shared(plan_checked(scorer, &card, &goal))
            })
        }
        Question::Review => {
            let (own, external) = (own("self")?, own("external")?);
            let (own, external) = (own.get().it(), external.get().it());
            py.detach(|| shared(review(scorer, own, external)))
        }
        Question::WhatIf => {
            let of = own("assessment")?;
            let (of, asked) = (of.get().it(), value::of(plain).ok()?);
            py.detach(|| shared(what_if(scorer, of, &Changes::from_value(&asked).ok()?)))
        }
        _ => None,
    }
}

/// What `panel` is asked beside the forms.
#[derive(Default)]
struct Combined {
    combine: Option<Combine>,
}

thuocdo::record!(Combined { combine ? value });

/// The document of a name, where it is an object of this class.
fn object<'py, T: PyClass>(documents: &Bound<'py, PyDict>, name: &str) -> Option<Bound<'py, T>> {
    documents.get_item(name).ok()??.cast_into().ok()
}

fn shared<T: Reply + 'static, E>(result: Result<T, E>) -> Option<Arc<dyn Reply>> {
    result.ok().map(|reply| Arc::new(reply) as Arc<dyn Reply>)
}
