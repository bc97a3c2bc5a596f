//! What was found in one assessment, and how the findings are counted while it is checked.

use std::collections::BTreeMap;
use std::fmt::Display;

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Lang, Param, Violation, ViolationCode, text};

use super::rules::{Dimension, QualityRule};
use super::score::{Score, Scores};
use super::words::FindingText;

/// One check that was not passed: by which rule, where, and the parameters of its message.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    at: String,
    code: Option<ViolationCode>,
    params: BTreeMap<&'static str, Param>,
    rule: QualityRule,
    sentence: Option<FindingText>,
}

/// A finding as JSON: with its message in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Finding", deny_unknown_fields)]
pub(crate) struct FindingJson<'a> {
    /// Where in the assessment or submission, as a JSON Pointer (RFC 6901).
    at: &'a str,
    /// What the engine refuses the value for, if it does.
    code: Option<ViolationCode>,
    /// The dimension in whose score it counts.
    dimension: Dimension,
    /// One line in the language asked for.
    message: String,
    /// The parameters of the message, by name.
    params: &'a BTreeMap<&'static str, Param>,
    /// By which rule.
    rule: QualityRule,
}

impl Finding {
    /// A finding at a place, without parameters yet.
    pub(super) fn new(rule: QualityRule, at: String, sentence: FindingText) -> Finding {
        Finding { at, code: None, params: BTreeMap::new(), rule, sentence: Some(sentence) }
    }

    /// What the engine refuses is a finding too.
    pub(super) fn refused(rule: QualityRule, at: String, violation: &Violation) -> Finding {
        Finding { at, code: Some(violation.code()), params: violation.params().clone(), rule, sentence: None }
    }

    /// Adds a parameter of the message.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Finding {
        self.params.insert(name, value.into());
        self
    }

    /// Where in the assessment or submission, as a JSON Pointer (RFC 6901): `/answers/1.3.1`, or `/assessment/answers/1.3.1` of a submission.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// What the engine refuses the value for, if it does.
    pub const fn code(&self) -> Option<ViolationCode> {
        self.code
    }

    /// The parameters of the message, by name.
    pub const fn params(&self) -> &BTreeMap<&'static str, Param> {
        &self.params
    }

    /// By which rule.
    pub const fn rule(&self) -> QualityRule {
        self.rule
    }

    /// One line without a final stop; the place is [`Finding::at`].
    pub fn message(&self, lang: Lang) -> String {
        let template = match (self.code, self.sentence) {
            (Some(code), _) => code.template(lang),
            (None, Some(sentence)) => sentence.template(lang),
            (None, None) => "",
        };
        fill(template, &self.params, lang)
    }

    pub(super) fn json(&self, lang: Lang) -> FindingJson<'_> {
        FindingJson {
            at: &self.at,
            code: self.code,
            dimension: self.rule.dimension(),
            message: self.message(lang),
            params: &self.params,
            rule: self.rule,
        }
    }
}

/// A template with its places filled.
pub(super) fn fill(template: &str, params: &BTreeMap<&'static str, Param>, lang: Lang) -> String {
    let texts: Vec<(&str, String)> = params.iter().map(|(name, param)| (*name, param.text(lang))).collect();
    let mut places: Vec<(&str, &dyn Display)> = Vec::with_capacity(texts.len());
    for (name, text) in &texts {
        places.push((name, text));
    }
    text::fill(template, &places)
}

/// How many findings of one assessment are listed at most, so that hostile input cannot make a small text into a huge answer. All are
/// counted.
pub const LISTED: usize = 1000;

/// Counts checks. Every check that is not passed is a finding.
#[derive(Debug, Default)]
pub(super) struct Checks {
    clean: Count,
    complete: Count,
    correct: Count,
    live: Count,
    findings: Vec<Finding>,
    /// How often each rule was broken, listed or not.
    broken: BTreeMap<QualityRule, u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    passed: u64,
    failed: u64,
}

impl Checks {
    fn count(&mut self, rule: QualityRule) -> &mut Count {
        match rule.dimension() {
            Dimension::Correct => &mut self.correct,
            Dimension::Complete => &mut self.complete,
            Dimension::Clean => &mut self.clean,
            Dimension::Live => &mut self.live,
        }
    }

    /// Checks were passed.
    pub(super) fn pass(&mut self, rule: QualityRule, checks: u64) {
        let count = self.count(rule);
        count.passed = count.passed.saturating_add(checks);
    }

    /// A check was not.
    pub(super) fn fail(&mut self, finding: Finding) {
        let count = self.count(finding.rule);
        count.failed = count.failed.saturating_add(1);
        let broken = self.broken.entry(finding.rule).or_default();
        *broken = broken.saturating_add(1);
        if self.findings.len() < LISTED {
            self.findings.push(finding);
        }
    }

    /// A check was passed if nothing was found.
    pub(super) fn record(&mut self, rule: QualityRule, found: Option<Finding>) {
        match found {
            None => self.pass(rule, 1),
            Some(finding) => self.fail(finding),
        }
    }

    /// The findings in order of place and rule, how often each rule was broken, and the scores.
    pub(super) fn finish(mut self) -> (Vec<Finding>, BTreeMap<QualityRule, u64>, Scores) {
        self.findings.sort_by(|a, b| (&a.at, a.rule).cmp(&(&b.at, b.rule)));
        let score = |count: Count| Score::of(count.passed.saturating_add(count.failed), count.passed);
        let scores = Scores { clean: score(self.clean), complete: score(self.complete), correct: score(self.correct), live: score(self.live) };
        (self.findings, self.broken, scores)
    }
}
