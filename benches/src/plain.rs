//! What programs do that check nothing: types as serde derives them, and a bare loop. The floors.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Outcome;

/// The input type of the library with everything it can hold, as serde derives it: only JSON and types are checked.
pub type DerivedAssessment = DerivedFields<DerivedAnswer, DerivedCondition>;

/// The same for texts without notes and evidence, so that an answer is a number and a condition a boolean.
pub type BareAssessment = DerivedFields<f64, bool>;

/// The fields of an assessment, for any type of answer and condition.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedFields<A, C> {
    /// Points by code.
    pub answers: BTreeMap<String, A>,
    /// Day of the assessment.
    pub assessed_on: Option<String>,
    /// Conditions by code.
    pub conditions: BTreeMap<String, C>,
    /// Id of the framework.
    pub framework: Option<String>,
    /// Who is assessed.
    pub institution: Option<DerivedInstitution>,
    /// School year.
    pub period: Option<String>,
    /// Who assesses.
    pub stream: Option<DerivedStream>,
}

/// An answer in any of its forms.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum DerivedAnswer {
    /// Points as a number.
    Number(f64),
    /// Whether it is met.
    Met(bool),
    /// Points as text.
    Text(String),
    /// The long form.
    Whole {
        /// How many there are.
        count: Option<u32>,
        /// What shows it.
        #[serde(default)]
        evidence: Vec<DerivedEvidence>,
        /// Whether it is met.
        met: Option<bool>,
        /// What else there is to say.
        note: Option<String>,
        /// So many …
        part: Option<u32>,
        /// Points.
        points: Option<f64>,
        /// … of so many.
        whole: Option<u32>,
    },
}

/// A condition in either of its forms.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum DerivedCondition {
    /// Whether it is met.
    Met(bool),
    /// The long form.
    Whole {
        /// What shows it.
        #[serde(default)]
        evidence: Vec<DerivedEvidence>,
        /// Whether it is met.
        met: Option<bool>,
        /// What else there is to say.
        note: Option<String>,
    },
}

/// What shows that an answer is true.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedEvidence {
    /// Its date.
    pub date: Option<String>,
    /// What it is.
    pub title: String,
    /// Where it is.
    pub uri: Option<String>,
}

/// Who is assessed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedInstitution {
    /// Code in the sector database.
    pub code: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Kind of institution.
    #[serde(rename = "type")]
    pub kind: Option<DerivedKind>,
}

/// Kinds of institution.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of the contract")]
pub enum DerivedKind {
    Primary,
    LowerSecondary,
    UpperSecondary,
    MultiLevel,
    Continuing,
}

/// Who assesses.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of the contract")]
pub enum DerivedStream {
    #[serde(rename = "self")]
    Itself,
    External,
}

/// Adds up two arrays of hundredths and finds their levels.
pub fn bare_sums(groups: [&[u32]; 2]) -> Outcome {
    let sums = groups.map(|points| points.iter().sum::<u32>());
    let levels = sums.map(|sum| match sum {
        0..5000 => 1,
        5000..=7500 => 2,
        _ => 3,
    });
    let [first, second] = levels;
    Outcome { sums, levels, overall: first.min(second) }
}
