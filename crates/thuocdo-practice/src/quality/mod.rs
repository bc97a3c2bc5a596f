//! Data quality: how far data is correct, complete, clean and live (đúng, đủ, sạch, sống).
//!
//! Every score is a count of checks, each by a named [`Rule`], and every check that is not passed is a [`Finding`] with its place.
//! Data that the engine refuses to score has its quality all the same. Over a [`Batch`] there are signals besides, for a reviewer.
//!
//! `submission` takes apart what is given and `place` says where in it something stands. `correct`, `complete`, `clean` and `live` check by
//! the `rules`; `asks` holds what the framework asks besides, `letters` knows characters, `encoding` what wrong encodings leave behind, `seen` and `signals` remember a batch. `finding`
//! and `score` are what comes of it. `report` says it in `words`; `request` reads what is asked by text.

mod asks;
mod batch;
mod clean;
mod codes;
mod complete;
mod correct;
mod encoding;
mod finding;
mod letters;
mod live;
mod place;
mod report;
mod request;
mod rules;
mod score;
mod seen;
mod signals;
mod submission;
mod words;

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::json::Value;
use thuocdo::{Date, Lang, Points, Scorer, Stream};

pub use batch::{Batch, BatchFinding, BatchPlace, BatchQuality, SIGNALS};
pub use finding::{Finding, LISTED};
pub use rules::{Dimension, Rule, Signal};
pub use score::{Score, Scores};
pub use signals::{SHOWN, SignalGiven};

pub(crate) use batch::BatchQualityTold;
use finding::FindingTold;
pub(crate) use request::{batch_options, quality_value};

/// What data is held against besides the framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day on which the data is looked at. Without one nothing is in the future.
    pub as_of: Option<Date>,
    /// How many days before that day the last update may lie. Without one, or without a day, it may lie anywhere in the period.
    pub stale_after_days: Option<u32>,
    /// How far from the first point of a level totals are counted, for the signal `piled_over_band`.
    pub window: Points,
}

impl Default for Options {
    /// No day, no limit, and a window of one point.
    fn default() -> Options {
        Options { as_of: None, stale_after_days: None, window: Points::from_hundredths(100).unwrap_or_default() }
    }
}

/// The data quality of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    /// Every check that was not passed, [`LISTED`] at most, in order of place.
    pub findings: Vec<Finding>,
    /// The institution's code, as it was given.
    pub institution: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// The four scores.
    pub scores: Scores,
    /// Who assessed.
    pub stream: Option<Stream>,
    /// How many findings are counted but not listed.
    pub unlisted: u64,
}

/// The data quality of one assessment, with messages in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Quality", deny_unknown_fields)]
pub(crate) struct QualityTold<'a> {
    /// Every check that was not passed, in order of place.
    findings: Vec<FindingTold<'a>>,
    /// The institution's code, as it was given.
    institution: Option<&'a str>,
    /// The period.
    period: Option<&'a str>,
    /// The four scores.
    scores: Scores,
    /// Who assessed.
    stream: Option<Stream>,
    /// How many findings are counted but not listed.
    unlisted: u64,
}

/// The data quality of one assessment, or of a submission `{ "assessment", "claimed"?, "updated_on"? }`. Never fails: what cannot be
/// read is a finding. Alone it repeats nobody's evidence; a [`Batch`] compares.
///
/// ```
/// use thuocdo::json::Value;
/// use thuocdo::{Framework, Scorer};
/// use thuocdo_practice::quality::{Options, Rule, quality};
///
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// let found = quality(&scorer, &Value::parse(br#"{ "conditions": {}, "answers": { "1.3.1": 7 } }"#)?, Options::default());
/// assert_eq!((found.scores.correct.checked, found.scores.correct.passed), (1, 0)); // 6 is the most
/// assert!(found.findings.iter().any(|finding| finding.rule() == Rule::Answered && finding.at() == "/answers/1.3.2"));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
pub fn quality(scorer: &Scorer, submission: &Value<'_>, options: Options) -> Quality {
    Batch::new(scorer, options).add(submission)
}

impl Quality {
    /// As canonical JSON, with messages in one language.
    pub fn to_json(&self, lang: Lang) -> String {
        let told = QualityTold {
            findings: self.findings.iter().map(|finding| finding.told(lang)).collect(),
            institution: self.institution.as_deref(),
            period: self.period.as_deref(),
            scores: self.scores,
            stream: self.stream,
            unlisted: self.unlisted,
        };
        thuocdo::canonical(&told)
    }
}
