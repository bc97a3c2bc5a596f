//! What is found of one assessment: four scores, and every check that was not passed.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Lang, Stream};

use super::finding::{Finding, FindingJson};
use super::score::Scores;

/// The data quality of one assessment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quality {
    /// Every check that was not passed, [`super::LISTED`] at most, in order of place.
    pub findings: Vec<Finding>,
    /// The institution's code, as it was written.
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
pub(crate) struct QualityJson<'a> {
    /// Every check that was not passed, in order of place.
    findings: Vec<FindingJson<'a>>,
    /// The institution's code, as it was written.
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

impl Quality {
    /// As canonical JSON, with messages in one language.
    pub fn to_json(&self, lang: Lang) -> String {
        let json = QualityJson {
            findings: self.findings.iter().map(|finding| finding.json(lang)).collect(),
            institution: self.institution.as_deref(),
            period: self.period.as_deref(),
            scores: self.scores,
            stream: self.stream,
            unlisted: self.unlisted,
        };
        thuocdo::canonical(&json)
    }
}
