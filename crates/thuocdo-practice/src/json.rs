//! One text-to-text door to every module, for languages that have nothing else: a question's name and a request in, the result out.

use thuocdo::json::Value;
use thuocdo::{Lang, LocalScorer, Violations};

thuocdo::words! {
    /// What can be asked.
    pub enum Question {
        /// Points and levels of one assessment, by the local framework and the national one.
        Score = "score",
    }
}

/// The result as canonical JSON, or `{"violations":[…]}` with messages in `lang`. Never fails.
pub fn answer(question: Question, scorer: &LocalScorer, request: &[u8], lang: Lang) -> String {
    Value::parse(request)
        .and_then(|request| result(question, scorer, &request))
        .unwrap_or_else(|violations| format!("{{\"violations\":{}}}", violations.to_json(lang)))
}

fn result(question: Question, scorer: &LocalScorer, request: &Value<'_>) -> Result<String, Violations> {
    match question {
        Question::Score => scorer.score_value(request).map(|score| score.to_json()),
    }
}
