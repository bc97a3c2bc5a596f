//! Overlays: what a province or commune adds to a framework without a change to it, such as rules by facts, parts, evidence, words and
//! local conditions.
//!
//! An overlay applied to a framework gives another framework, the local one. Maxima, bands, levels and national conditions stay the same,
//! and every indicator is still there, whole or in parts. So each local result has a national one: see [`LocalScorer`](crate::LocalScorer).
//!
//! `draft` makes an overlay from a few wishes, `read` reads a file, `check` finds its faults, `lay` makes the local framework. `texts` goes
//! through its texts, of which one language may be missing. `report` describes the overlay with the sentences of `words`.

mod check;
mod draft;
mod lay;
mod read;
mod report;
#[cfg(feature = "schema")]
mod schema;
mod texts;
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

pub use draft::{Draft, DraftRule};
pub(crate) use lay::Projection;

/// An overlay for exactly one framework, which `base` names by id and digest.
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
/// let score = scorer.score(r#"{ "framework": "vi-du", "conditions": {}, "answers": { "1.7.3": true } }"#)?;
/// assert_eq!(score.national.groups[0].score.low.to_string(), "5");
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Overlay {
    /// The base: a national framework, or the local framework of another overlay.
    pub base: OverlayBase,
    /// Provenance of its own figures: rules, maxima of parts, local conditions.
    pub basis: Basis,
    /// Additions to conditions of the base, by code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, OverlayCondition>>"))]
    pub conditions: BTreeMap<String, OverlayCondition>,
    /// The version of this file format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub format: u32,
    /// The name of the local framework for machines: lower-case letters, digits and hyphens.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"), length(max = 64)))]
    pub id: String,
    /// Additions to indicators of the base, by code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, OverlayIndicator>>"))]
    pub indicators: BTreeMap<String, OverlayIndicator>,
    /// The act that issued it; null for an overlay that only illustrates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Legal>,
    /// Conditions beside those of the base. Only the local result has them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<LocalCondition>>"))]
    pub local_conditions: Vec<LocalCondition>,
    /// Counts the corrections of this file, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub revision: u32,
    /// Sources beside those of the base: a short id, and a description by which a reader can find the source.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::remarks::NamedRemarks>"))]
    pub sources: BTreeMap<String, Remark>,
    /// The name of the local framework for people.
    pub title: Text,
}

/// All names and codes in the frameworks below this one. No overlay may use one of them for something else, even after parts have replaced
/// an indicator.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    /// Every code, and the id of the framework that has it.
    codes: BTreeMap<String, String>,
    ids: BTreeSet<String>,
}

impl Taken {
    /// Adds the names and codes of a framework.
    pub(crate) fn add(&mut self, framework: &Framework) {
        self.codes.extend(framework.codes().map(|code| (code.to_string(), framework.id.clone())));
        self.ids.insert(framework.id.clone());
    }
}

/// The base of an overlay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OverlayBase {
    /// SHA-256 digest of its canonical JSON.
    pub digest: String,
    /// Id of the base.
    pub id: String,
}

/// Additions to one indicator: either `parts`, or any of the other fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, transform = schema::facts_of_rules))]
pub struct OverlayIndicator {
    /// Names and units of the facts that the rule uses; required with a rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    /// How to answer it; null for the base's guidance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// Indicators that replace it. Their maxima must add up to its maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub parts: Option<Vec<OverlayPart>>,
    /// The evidence that the answer needs, at least that of the base; null for the base's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// Its rule: `flag`, `share` or `steps`. Allowed only if the base has no such rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// The question in local words; null for the base's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

/// A part of an indicator; in the local framework it is an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, transform = schema::facts_of_rules))]
pub struct OverlayPart {
    /// Code of the part; it must be new.
    pub code: Code,
    /// Names and units of the facts that the rule uses; required with a rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    /// How to answer it; null for the guidance of the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// The maximum points, above zero.
    #[cfg_attr(feature = "schema", schemars(extend("not" = { "enum": [0, "0"] })))]
    pub max: Points,
    /// The evidence that the answer needs, at least that of the whole; null for that of the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// Its rule: `flag`, `share` or `steps`; null if the assessor sets the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// The question.
    pub title: Text,
}

/// Additions to one condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OverlayCondition {
    /// How to find out whether it is met; null for the base's guidance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// The evidence that the answer needs, at least that of the base; null for the base's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
}

/// A condition that the base does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LocalCondition {
    /// Code of the condition; it must be new.
    pub code: Code,
    /// Code of its group.
    pub group: Code,
    /// How to find out whether it is met; null if there is no guidance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// The evidence that the answer needs; null if it needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// The requirement.
    pub title: Text,
}

impl Overlay {
    /// Reads an overlay. [`Overlay::apply`] checks whether it fits a framework.
    ///
    /// # Errors
    /// Every fault that it has by itself.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Overlay, Violations> {
        Overlay::from_value(&Value::parse(text.as_ref())?)
    }

    /// As [`Overlay::from_json`], for parsed JSON.
    ///
    /// # Errors
    /// As [`Overlay::from_json`].
    pub fn from_value(value: &Value<'_>) -> Result<Overlay, Violations> {
        let (overlay, mut violations) = Overlay::read_whole(value);
        check::check(&overlay, None, &Taken::default(), "", &mut violations);
        violations.or(overlay)
    }

    /// Reads an overlay for `base`.
    ///
    /// # Errors
    /// Every fault of the overlay itself, and every reason why it does not fit `base`.
    pub fn for_base(value: &Value<'_>, base: &Framework) -> Result<Overlay, Violations> {
        let (overlay, mut violations) = Overlay::read_whole(value);
        overlay.judge(base, "", &mut violations);
        violations.or(overlay)
    }

    /// Notes every reason why the overlay cannot be applied to `base`, except where `violations` already has a fault. `at` is the pointer
    /// of the overlay in the input; empty if the overlay is the whole input.
    #[doc(hidden)]
    pub fn judge(&self, base: &Framework, at: &str, violations: &mut Violations) {
        check::check(self, Some(base), &Taken::default(), at, violations);
    }

    /// As [`Overlay::judge`], for an overlay above others. Names and codes in `taken` stay reserved.
    pub(crate) fn judge_above(&self, base: &Framework, taken: &Taken, at: &str, violations: &mut Violations) {
        check::check(self, Some(base), taken, at, violations);
    }

    /// The local framework: `base` with this overlay applied, under the overlay's id and title.
    ///
    /// # Errors
    /// Every reason why the overlay does not fit `base`, such as `wrong_base`, `not_refinable` or `sum_mismatch`.
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
