//! Every module behind one function: a question and a request go in, the reply comes out. All languages call the practice through it.
//!
//! `question` lists the questions, `reply` is what comes back (JSON, and the same in words), and `collect` takes a question of many
//! documents one by one. [`ask`] takes a value and gives the reply; [`answer`] goes from text to text.

use thuocdo::json::Value;
use thuocdo::{Lang, LocalScorer, Violations, plan_value, what_if_value};

mod collect;
mod question;
mod reply;

pub use collect::Collector;
pub use question::Question;
pub use reply::Reply;

use crate::{audit, conform, course, impact, overlay, process, quality, recognition, review};

/// The answer to a request that is a text, as canonical JSON. C, SQL and the server call it; a message in an answer is in `lang`.
///
/// ```
/// use thuocdo::{Lang, LocalScorer, Scorer};
/// use thuocdo_practice::json::{Question, answer};
///
/// let scorer = LocalScorer::new(Scorer::shipped("moet-4725-2022")?);
/// let request = br#"{ "scorecards": [{ "conditions": {}, "answers": { "1.3.1": 6 } }] }"#;
/// assert!(answer(Question::Cohort, &scorer, request, Lang::Vi)?.contains(r#""count":1"#));
/// let violations = answer(Question::Cohort, &scorer, b"{}", Lang::En).unwrap_err();
/// assert!(violations.refusal(Lang::En).to_json().starts_with(r#"{"violations":[{"at":"/scorecards""#));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
///
/// # Errors
/// Everything that is wrong with the request.
pub fn answer(question: Question, scorer: &LocalScorer, request: &[u8], lang: Lang) -> Result<String, Violations> {
    Ok(ask(question, scorer, &question.parse(request)?)?.to_json(lang))
}

/// The reply to a request that is parsed already. A binding may have made it of its own values; then it may be longer than a text may be.
///
/// # Errors
/// Everything that is wrong with the request.
pub fn ask(question: Question, scorer: &LocalScorer, request: &Value<'_>) -> Result<Box<dyn Reply>, Violations> {
    let local = scorer.local();
    match question {
        Question::Agreement | Question::Cohort | Question::Publication | Question::QualityBatch => {
            Collector::whole(question, scorer, request).map(Collector::finish)
        }
        Question::Audit => boxed(audit::audit_value(local, request)),
        Question::Certify => boxed(recognition::certificate_value(scorer, request)),
        Question::Conform => boxed(conform::conformance_value(local, request)),
        Question::Course => boxed(course::course_value(scorer, request)),
        Question::Impact => boxed(impact::impact_value(scorer, request)),
        Question::Kit => boxed(conform::kit_value(local, request)),
        Question::LocalFramework => boxed(overlay::local_framework_value(scorer, request)),
        Question::Panel => boxed(review::panel_value(local, request)),
        Question::Plan => boxed(plan_value(local, request)),
        Question::Process => boxed(process::status_value(scorer, request)),
        Question::Quality => boxed(quality::quality_value(local, request)),
        Question::Review => boxed(review::review_value(local, request)),
        Question::Score => boxed(scorer.score(request)),
        Question::Verify => boxed(recognition::verification_value(scorer, request)),
        Question::WhatIf => boxed(what_if_value(local, request)),
    }
}

fn boxed<T: Reply + 'static>(result: Result<T, Violations>) -> Result<Box<dyn Reply>, Violations> {
    result.map(|result| -> Box<dyn Reply> { Box::new(result) })
}
