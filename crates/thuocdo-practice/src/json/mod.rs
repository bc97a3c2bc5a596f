//! One door to every module, for languages that have nothing else: a question's name and a request in, the result out; text to text, or
//! with the result kept for whoever also wants its words.

use thuocdo::json::{Value, refusal};
use thuocdo::{Lang, LocalScorer, Violations, plan_value, what_if_value};

mod collect;
mod question;
mod reply;

pub use collect::Collector;
pub use question::Question;
pub use reply::Reply;

use crate::{course, overlay, process, quality, recognition, review};

/// The result as canonical JSON, or `{"violations":[…]}` with messages in `lang`. Never fails.
pub fn answer(question: Question, scorer: &LocalScorer, request: &[u8], lang: Lang) -> String {
    question
        .parse(request)
        .and_then(|request| ask(question, scorer, &request))
        .map_or_else(|violations| refusal(&violations, lang), |answer| answer.to_json(lang))
}

/// The answer to a request that is parsed already, or made by a binding of its own values: also one that is longer than a text may be.
///
/// Fails with everything that is wrong with the request.
pub fn ask(question: Question, scorer: &LocalScorer, request: &Value<'_>) -> Result<Box<dyn Reply>, Violations> {
    let local = scorer.local();
    match question {
        Question::Agreement | Question::Cohort | Question::Publication | Question::QualityBatch => {
            Collector::whole(question, scorer, request).map(Collector::finish)
        }
        Question::Certify => boxed(recognition::certificate_value(scorer, request)),
        Question::Course => boxed(course::course_value(scorer, request)),
        Question::LocalFramework => boxed(overlay::local_framework_value(scorer, request)),
        Question::Panel => boxed(review::panel_value(local, request)),
        Question::Plan => boxed(plan_value(local, request)),
        Question::Process => boxed(process::status_value(scorer, request)),
        Question::Quality => boxed(quality::quality_value(local, request)),
        Question::Review => boxed(review::review_value(local, request)),
        Question::Score => boxed(scorer.score_value(request)),
        Question::Verify => boxed(recognition::verification_value(scorer, request)),
        Question::WhatIf => boxed(what_if_value(local, request)),
    }
}

fn boxed<T: Reply + 'static>(result: Result<T, Violations>) -> Result<Box<dyn Reply>, Violations> {
    result.map(|result| -> Box<dyn Reply> { Box::new(result) })
}
