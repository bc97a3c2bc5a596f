//! One text-to-text door to every module, for languages that have nothing else: a question's name and a request in, the result out.

use thuocdo::json::Value;
use thuocdo::{Lang, LocalScorer, Violations, plan_value, what_if_value};

use crate::{cohort, course, overlay, process, publication, quality, recognition, review};

thuocdo::words! {
    /// What can be asked.
    pub enum Question {
        /// How far self-assessments and external assessments of many institutions agree.
        Agreement = "agreement",
        /// The certificate of a recognised level.
        Certify = "certify",
        /// How many schools of a cohort stand where.
        Cohort = "cohort",
        /// The course of one institution over years.
        Course = "course",
        /// The framework that one more overlay makes of the local one.
        LocalFramework = "local_framework",
        /// What several external assessors of one institution found together.
        Panel = "panel",
        /// What to do to reach a level, from an assessment or a scorecard.
        Plan = "plan",
        /// Where a case stands, what was late, and what comes next.
        Process = "process",
        /// What is published of a period.
        Publication = "publication",
        /// How far the data of one assessment is correct, complete, clean and live.
        Quality = "quality",
        /// The same of many, with what they repeat of each other, and signals for a reviewer.
        QualityBatch = "quality_batch",
        /// Self-assessment and external assessment of one institution, side by side.
        Review = "review",
        /// Points and levels of one assessment, by the local framework and the national one.
        Score = "score",
        /// Whether a certificate is what its case gives.
        Verify = "verify",
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
    let local = scorer.local();
    match question {
        Question::Agreement => review::agreement_value(local, request).map(|report| report.to_json()),
        Question::Certify => recognition::certificate_value(scorer, request).map(|certificate| certificate.to_json()),
        Question::Cohort => cohort::cohort_value(local, request).map(|report| report.to_json()),
        Question::Course => course::course_value(local, request).map(|course| course.to_json()),
        Question::LocalFramework => overlay::local_framework_value(scorer, request).map(|local| local.to_json()),
        Question::Panel => review::panel_value(local, request).map(|panel| panel.to_json()),
        Question::Plan => plan_value(local, request).map(|plan| plan.to_json()),
        Question::Process => process::status_value(scorer, request).map(|status| status.to_json()),
        Question::Publication => publication::publication_value(local, request).map(|publication| publication.to_json()),
        Question::Quality => quality::quality_json(local, request, lang),
        Question::QualityBatch => quality::quality_batch_json(local, request, lang),
        Question::Review => review::review_value(local, request).map(|review| review.to_json()),
        Question::Score => scorer.score_value(request).map(|score| score.to_json()),
        Question::Verify => recognition::verification_value(scorer, request).map(|verification| verification.to_json()),
        Question::WhatIf => what_if_value(local, request).map(|what_if| what_if.to_json()),
    }
}
