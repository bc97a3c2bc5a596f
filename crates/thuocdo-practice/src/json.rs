//! One text-to-text door to every module, for languages that have nothing else: a question's name and a request in, the result out.

use thuocdo::json::Value;
use thuocdo::{Lang, LocalScorer, Violations, plan_value, what_if_value};

use crate::{overlay, quality};

use crate::review;

thuocdo::words! {
    /// What can be asked.
    pub enum Question {
        /// The framework that one more overlay makes of the local one.
        LocalFramework = "local_framework",
        /// What to do to reach a level, from an assessment or a scorecard.
        Plan = "plan",
        /// How far self-assessments and external assessments of many institutions agree.
        Agreement = "agreement",
        /// What several external assessors of one institution found together.
        Panel = "panel",
        /// Self-assessment and external assessment of one institution, side by side.
        Review = "review",
        /// How far the data of one assessment is correct, complete, clean and live.
        Quality = "quality",
        /// The same of many, with what they repeat of each other, and signals for a reviewer.
        QualityBatch = "quality_batch",
        /// Points and levels of one assessment, by the local framework and the national one.
        Score = "score",
        /// What would follow from other answers.
        WhatIf = "what_if",
    }
}

/// The result as canonical JSON, or `{"violations":[…]}` with messages in `lang`. Never fails.
pub fn answer(question: Question, scorer: &LocalScorer, request: &[u8], lang: Lang) -> String {
    Value::parse(request)
        .and_then(|request| result(question, scorer, &request, lang))
        .unwrap_or_else(|violations| format!("{{\"violations\":{}}}", violations.to_json(lang)))
}

fn result(question: Question, scorer: &LocalScorer, request: &Value<'_>, lang: Lang) -> Result<String, Violations> {
    match question {
        Question::LocalFramework => overlay::local_framework(scorer, request).map(|local| local.to_json()),
        Question::Plan => plan_value(scorer.local(), request).map(|plan| plan.to_json()),
        Question::Agreement => review::agreement_value(scorer.local(), request).map(|report| report.to_json()),
        Question::Panel => review::panel_value(scorer.local(), request).map(|panel| panel.to_json()),
        Question::Review => review::review_value(scorer.local(), request).map(|review| review.to_json()),
        Question::Score => scorer.score_value(request).map(|score| score.to_json()),
        Question::WhatIf => what_if_value(scorer.local(), request).map(|what_if| what_if.to_json()),
        Question::Quality => quality::answer_one(scorer.local(), request, lang),
        Question::QualityBatch => quality::answer_batch(scorer.local(), request, lang),
    }
}
