//! Which questions there are, and how large the request of each may be.

use thuocdo::Violations;
use thuocdo::json::{MAX_BYTES, Reader, Value};

use crate::process::Case;

thuocdo::words! {
    /// What can be asked.
    pub enum Question {
        /// How far self-assessments and external assessments of many institutions agree.
        Agreement = "agreement",
        /// Whether points and levels that are claimed follow from the answers, or from each other.
        Audit = "audit",
        /// The certificate of a recognised level.
        Certify = "certify",
        /// How many schools of a cohort stand where.
        Cohort = "cohort",
        /// How the answers of another formula compare with what follows from the cases of a kit.
        Conform = "conform",
        /// The course of one institution over years.
        Course = "course",
        /// What another framework changes for institutions.
        Impact = "impact",
        /// The boundary cases by which a formula is tried.
        Kit = "kit",
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
        /// Whether a certificate is the one that its case makes.
        Verify = "verify",
        /// What would follow from other answers.
        WhatIf = "what_if",
    }
}

impl Question {
    /// The question of a word, such as `cohort`.
    ///
    /// # Errors
    ///
    /// `unknown_value` where there is no such question, with the words of all there are.
    pub fn named(word: &str) -> Result<Question, Violations> {
        let word = Value::Text(word.into());
        let (found, violations) = Reader::whole::<Question>(&word);
        found.ok_or(violations)
    }

    /// The largest request that is read, in bytes: that of one assessment; of a case, and of the two assessments of one, as much as a case
    /// may have, and what is asked beside it.
    pub const fn max_bytes(self) -> usize {
        match self {
            Question::Certify | Question::Process | Question::Review | Question::Verify => Case::MAX_BYTES.saturating_add(MAX_BYTES),
            _ => MAX_BYTES,
        }
    }

    /// The request of a text.
    ///
    /// # Errors
    ///
    /// Those of [`Value::parse`]; `too_large` where the text is longer than [`Question::max_bytes`].
    pub fn parse(self, request: &[u8]) -> Result<Value<'_>, Violations> {
        Value::parse_at_most(request, self.max_bytes())
    }
}
