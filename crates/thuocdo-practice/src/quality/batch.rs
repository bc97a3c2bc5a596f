//! Many assessments, one after the other.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::json::Value;
use thuocdo::{Assessment, Lang, Scorer};

use super::finding::Checks;
use super::memory::BatchMemory;
use super::options::QualityOptions;
use super::place::Asides;
use super::requirements::Requirements;
use super::result::Quality;
use super::rules::{Dimension, QualityRule};
use super::score::Scores;
use super::signals::{SignalDetector, SignalGiven, SignalJson};
use super::submission::Submission;
use super::{clean, complete, correct, live, words};
use crate::Years;

/// The data quality of one assessment, or of a submission `{ "assessment", "claimed"?, "updated_on"? }`. Never fails: what cannot be
/// read is a finding. Evidence that repeats another institution's is found by a [`Batch`] only, which compares.
///
/// ```
/// use thuocdo::json::Value;
/// use thuocdo::{Framework, Scorer};
/// use thuocdo_practice::quality::{QualityOptions, QualityRule, quality};
///
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// let found = quality(&scorer, &Value::parse(br#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#)?, QualityOptions::default());
/// assert_eq!((found.scores.correct.checked, found.scores.correct.passed), (1, 0)); // 6 is the most
/// assert!(found.findings.iter().any(|finding| finding.rule() == QualityRule::Answered && finding.at() == "/answers/1.3.2"));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
pub fn quality(scorer: &Scorer, submission: &Value<'_>, options: QualityOptions) -> Quality {
    Batch::new(scorer, options).add_value(submission)
}

/// Looks at assessments one by one, and remembers of each what it takes to find repetitions and signals: some tens of bytes, and some
/// more for each piece of evidence. `S` is a scorer, lent or shared.
#[derive(Clone, Debug)]
pub struct Batch<S> {
    asks: Requirements,
    count: u64,
    findings: BTreeMap<QualityRule, Breaches>,
    options: QualityOptions,
    scorer: S,
    scores: Scores,
    memory: BatchMemory,
    detector: SignalDetector,
}

/// How often a rule was broken, and where first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Breaches {
    count: u64,
    places: Vec<BatchPlace>,
}

/// A place in one assessment of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct BatchPlace {
    /// Where in the assessment or submission, as a JSON Pointer.
    pub at: String,
    /// The institution's code.
    pub institution: Option<String>,
    /// The number of the assessment in the batch, from 1.
    pub record: u64,
}

/// How many places are named of each rule.
const PLACES: usize = 5;

/// A rule that was broken in a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BatchFinding {
    /// How often.
    pub count: u64,
    /// The first places, five at most.
    pub places: Vec<BatchPlace>,
    /// Which rule.
    pub rule: QualityRule,
}

/// The data quality of a batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BatchQuality {
    /// How many assessments there were.
    pub count: u64,
    /// Every rule that was broken, by dimension.
    pub findings: Vec<BatchFinding>,
    /// The checks of all assessments together.
    pub scores: Scores,
    /// What a reviewer may want to look at.
    pub signals: Vec<SignalGiven>,
    /// How many signals are not listed, beyond [`SIGNALS`].
    pub unlisted: u64,
}

/// How many signals are listed at most.
pub const SIGNALS: usize = 1000;

/// A rule that was broken in a batch, with what it asks in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "BatchFinding", deny_unknown_fields)]
struct BatchFindingJson<'a> {
    /// How often.
    count: u64,
    /// The dimension in whose score it counts.
    dimension: Dimension,
    /// What the rule asks, in the language asked for.
    message: &'static str,
    /// The first places, five at most.
    places: &'a [BatchPlace],
    /// Which rule.
    rule: QualityRule,
}

/// The data quality of a batch, with messages in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "BatchQuality", deny_unknown_fields)]
pub(crate) struct BatchQualityJson<'a> {
    /// How many assessments there were.
    count: u64,
    /// Every rule that was broken, by dimension.
    findings: Vec<BatchFindingJson<'a>>,
    /// The checks of all assessments together.
    scores: Scores,
    /// What a reviewer may want to look at; it proves nothing.
    signals: Vec<SignalJson<'a>>,
    /// How many signals are not listed.
    unlisted: u64,
}

impl<S: Borrow<Scorer>> Batch<S> {
    /// An empty batch.
    pub fn new(scorer: S, options: QualityOptions) -> Batch<S> {
        Batch {
            asks: Requirements::of(scorer.borrow().framework()),
            count: 0,
            findings: BTreeMap::new(),
            options,
            scores: Scores::default(),
            memory: BatchMemory::default(),
            detector: SignalDetector::new(scorer.borrow().framework(), options.window),
            scorer,
        }
    }

    /// Looks at one more. What it repeats of those before it is found; what those after it repeat of it is found there.
    pub fn add(&mut self, assessment: &Assessment) -> Quality {
        let submission = Submission::of(self.scorer.borrow(), assessment);
        self.look(&submission)
    }

    /// As [`Batch::add`], of JSON already parsed: an assessment, or a submission `{ "assessment", "claimed"?, "updated_on"? }`.
    pub fn add_value(&mut self, value: &Value<'_>) -> Quality {
        let submission = Submission::read(self.scorer.borrow(), value);
        self.look(&submission)
    }

    fn look(&mut self, submission: &Submission<'_>) -> Quality {
        self.count = self.count.saturating_add(1);
        let by = self.scorer.borrow();
        let Submission { assessment, prefix, sheet, levels, faults, .. } = submission;
        let period = assessment.period.as_deref();
        let years = period.and_then(Years::of);

        let asides = Asides::of(assessment);
        let mut checks = Checks::default();
        correct::values(submission, &mut checks);
        correct::days(submission, &asides, years, &mut checks);
        correct::dates_of_evidence(&asides, prefix, &mut checks);
        correct::claims(by, submission, &mut checks);
        complete::answers(by, submission, &mut checks);
        complete::identity(assessment, prefix, faults, &mut checks);
        clean::writing(assessment, &asides, prefix, &mut checks);
        self.asks.evidence(submission, &mut checks);
        self.asks.facts(submission, &mut checks);
        self.asks.currency(&asides, assessment.assessed_on, prefix, years.map(|years| years.first).zip(period), &mut checks);
        live::last_update(submission, years, &self.options, &mut checks);
        let who = self.memory.institution(assessment);
        if let Some(who) = who {
            self.memory.again(who, self.count, assessment, prefix, &mut checks);
            self.memory.borrowed(who, &asides, prefix, &mut checks);
        }
        if let Some(levels) = levels {
            self.detector.note(by, sheet, levels, who, period, assessment.stream);
        }

        let (findings, broken, scores) = checks.finish();
        self.scores = self.scores.and(scores);
        let institution = assessment.institution_code().map(str::to_owned);
        for (rule, count) in &broken {
            let known = self.findings.entry(*rule).or_default();
            known.count = known.count.saturating_add(*count);
            let room = PLACES.saturating_sub(known.places.len());
            let of_rule = findings.iter().filter(|finding| finding.rule() == *rule).take(room);
            known.places.extend(of_rule.map(|finding| BatchPlace {
                at: finding.at().to_owned(),
                institution: institution.clone(),
                record: self.count,
            }));
        }
        let listed = u64::try_from(findings.len()).unwrap_or(u64::MAX);
        let unlisted = broken.values().sum::<u64>().saturating_sub(listed);
        Quality { findings, institution, period: period.map(str::to_owned), scores, stream: assessment.stream, unlisted }
    }

    /// The quality of all of them.
    pub fn finish(self) -> BatchQuality {
        let mut findings: Vec<BatchFinding> =
            self.findings.into_iter().map(|(rule, Breaches { count, places })| BatchFinding { count, places, rule }).collect();
        findings.sort_by_key(|finding| (finding.rule.dimension(), finding.rule));
        let mut signals = self.detector.finish(self.scorer.borrow().framework(), &self.memory);
        let unlisted = u64::try_from(signals.len().saturating_sub(SIGNALS)).unwrap_or(u64::MAX);
        signals.truncate(SIGNALS);
        BatchQuality { count: self.count, findings, scores: self.scores, signals, unlisted }
    }
}

impl BatchQuality {
    /// As canonical JSON, with messages in one language.
    pub fn to_json(&self, lang: Lang) -> String {
        let json = BatchQualityJson {
            count: self.count,
            findings: self.findings.iter().map(|finding| finding.json(lang)).collect(),
            scores: self.scores,
            signals: self.signals.iter().map(|signal| signal.json(lang)).collect(),
            unlisted: self.unlisted,
        };
        thuocdo::canonical(&json)
    }
}

impl BatchFinding {
    fn json(&self, lang: Lang) -> BatchFindingJson<'_> {
        BatchFindingJson {
            count: self.count,
            dimension: self.rule.dimension(),
            message: words::rule(self.rule).template(lang),
            places: &self.places,
            rule: self.rule,
        }
    }
}
