//! What a province or commune may add to a framework without changing it: concrete rules, parts, evidence, words, conditions of its own.
//!
//! An overlay laid on a framework gives another framework, the local one. Maxima, bands, levels and national conditions stay, and every
//! indicator is still there, whole or in parts; so each local result has a national one, by [`LocalScorer`](crate::LocalScorer).
//!
//! `read` takes in a file, `check` finds what is wrong with it, `lay` makes the local framework. `report` says in `words` what it does.

mod check;
mod lay;
mod read;
mod report;
#[cfg(feature = "schema")]
mod schema;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::basis::Basis;
use super::code::Code;
use super::evidence::EvidenceRule;
use super::facts::Facts;
use super::legal::Legal;
use super::model::Framework;
use super::rules::Rule;
use crate::canonical;
use crate::json::Value;
use crate::points::Points;
use crate::text::{Remark, Text};
use crate::violation::Violations;

pub(crate) use lay::Projection;

/// What is laid on one framework. It fits no other: its base is named by id and digest.
///
/// ```
/// use thuocdo::{Framework, LocalScorer, Overlay, Scorer};
///
/// let national = Framework::shipped("moet-4725-2022")?;
/// let overlay = Overlay::from_json(format!(r#"{{
///     "format": 1, "id": "vi-du", "revision": 1, "title": {{ "vi": "Ví dụ", "en": "An example" }},
///     "base": {{ "id": "moet-4725-2022", "digest": "{}" }}, "basis": {{ "standing": "assumed", "sources": [] }},
///     "indicators": {{ "1.7.3": {{
///         "rule": {{ "kind": "flag" }},
///         "facts": {{ "met": {{ "title": {{ "vi": "Có phòng studio", "en": "There is a studio" }} }} }} }} }} }}"#, national.digest()).as_bytes())?;
/// let scorer = LocalScorer::new(Scorer::new(national)?).with(&overlay)?;
/// let score = scorer.score_json(br#"{ "framework": "vi-du", "conditions": {}, "answers": { "1.7.3": true } }"#)?;
/// assert_eq!(score.national.groups[0].score.low.to_string(), "5");
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Overlay {
    /// The framework on which it is laid: a national one, or what another overlay made of it.
    pub base: OverlayBase,
    /// What its own figures rest on: rules, maxima of parts, local conditions.
    pub basis: Basis,
    /// What is added to conditions of the base, by code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, OverlayCondition>>"))]
    pub conditions: BTreeMap<String, OverlayCondition>,
    /// The version of this file format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub format: u32,
    /// The name of the local framework for machines: lower-case letters, digits and hyphens.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"), length(max = 64)))]
    pub id: String,
    /// What is added to indicators of the base, by code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, OverlayIndicator>>"))]
    pub indicators: BTreeMap<String, OverlayIndicator>,
    /// The act that issues it. Without one it is issued by nobody, and only illustrates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Legal>,
    /// Conditions besides those of the base. They are reported by the local result only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<LocalCondition>>"))]
    pub local_conditions: Vec<LocalCondition>,
    /// Counts the corrections of this file, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub revision: u32,
    /// Sources besides those of the base: a short id, and a description that lets one find the source.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::remarks::NamedRemarks>"))]
    pub sources: BTreeMap<String, Remark>,
    /// The name of the local framework for people.
    pub title: Text,
}

/// What the frameworks below the one at hand are called, and the things in them: none of that may come to mean something else, even where
/// parts have taken its place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    /// Every code, and the id of the framework that had it.
    codes: BTreeMap<String, String>,
    ids: BTreeSet<String>,
}

impl Taken {
    /// Takes all that a framework names.
    pub(crate) fn add(&mut self, framework: &Framework) {
        self.codes.extend(framework.codes().map(|code| (code.to_string(), framework.id.clone())));
        self.ids.insert(framework.id.clone());
    }
}

/// The framework on which an overlay is laid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OverlayBase {
    /// The digest of its canonical JSON.
    pub digest: String,
    /// Its id.
    pub id: String,
}

/// What is added to one indicator: either parts in its place, or any of the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, transform = schema::facts_of_rules))]
pub struct OverlayIndicator {
    /// What the facts are called that its rule takes; required with a rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    /// How to answer it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// Indicators in its place, whose maxima add up to its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub parts: Option<Vec<OverlayPart>>,
    /// Which evidence its answer must bring; no less than the base requires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// How its points follow from facts: `flag`, `share` or `steps`. Only where the base has no such rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// What is asked, in local words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

/// A part of an indicator; in the local framework it is an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, transform = schema::facts_of_rules))]
pub struct OverlayPart {
    /// Its code, which nothing else has.
    pub code: Code,
    /// What the facts are called that its rule takes; required with a rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    /// How to answer it; else as the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// The most points it can bring, above zero.
    #[cfg_attr(feature = "schema", schemars(extend("not" = { "enum": [0, "0"] })))]
    pub max: Points,
    /// Which evidence its answer must bring; else as the whole, and no less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// How its points follow from facts: `flag`, `share` or `steps`; else they are given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// What is asked.
    pub title: Text,
}

/// What is added to one condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OverlayCondition {
    /// How to find out whether it is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// Which evidence its answer must bring; no less than the base requires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
}

/// A condition that the base does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LocalCondition {
    /// Its code, which nothing else has.
    pub code: Code,
    /// The code of its group.
    pub group: Code,
    /// How to find out whether it is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// Which evidence its answer must bring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// What must be met.
    pub title: Text,
}

impl Overlay {
    /// Reads an overlay. Whether it fits a framework, [`Overlay::apply`] tells.
    ///
    /// # Errors
    /// Everything that is wrong with it by itself.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Overlay, Violations> {
        Overlay::from_value(&Value::parse(text.as_ref())?)
    }

    /// As [`Overlay::from_json`], of JSON already parsed.
    pub fn from_value(value: &Value<'_>) -> Result<Overlay, Violations> {
        let (overlay, mut violations) = Overlay::read_whole(value);
        check::check(&overlay, None, &Taken::default(), "", &mut violations);
        violations.or(overlay)
    }

    /// Reads an overlay that is to be laid on `base`.
    ///
    /// # Errors
    /// Everything that keeps it from being laid there: its own faults and those of the fit together.
    pub fn for_base(value: &Value<'_>, base: &Framework) -> Result<Overlay, Violations> {
        let (overlay, mut violations) = Overlay::read_whole(value);
        overlay.judge(base, "", &mut violations);
        violations.or(overlay)
    }

    /// Notes everything that keeps the overlay from being laid on `base`, except what `violations` already refuses. `at` is the pointer
    /// of the overlay in what was read, empty where it is all of it.
    pub fn judge(&self, base: &Framework, at: &str, violations: &mut Violations) {
        check::check(self, Some(base), &Taken::default(), at, violations);
    }

    /// As [`Overlay::judge`], where the overlay would stand on others: what they split or refined is taken still.
    pub(crate) fn judge_above(&self, base: &Framework, taken: &Taken, at: &str, violations: &mut Violations) {
        check::check(self, Some(base), taken, at, violations);
    }

    /// The local framework: `base` under this overlay, with the overlay's id and title.
    ///
    /// # Errors
    /// Everything that keeps it from being laid on `base`, such as `wrong_base`, `not_refinable` or `sum_mismatch`.
    pub fn apply(&self, base: &Framework) -> Result<Framework, Violations> {
        self.lay(base, &Taken::default()).map(|(framework, _)| framework)
    }

    pub(crate) fn lay(&self, base: &Framework, taken: &Taken) -> Result<(Framework, Projection), Violations> {
        let mut violations = Violations::default();
        self.judge_above(base, taken, "", &mut violations);
        violations.or(())?;
        Ok(lay::lay(self, base))
    }

    /// The overlay's canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }

    /// `sha256:` and the digest of the canonical JSON.
    pub fn digest(&self) -> String {
        canonical::digest(&self.to_json())
    }
}
