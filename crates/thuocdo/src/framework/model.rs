//! The types of a framework file. Fields are in the order of their JSON names, as canonical JSON (RFC 8785) needs it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ACCEPTED_SHOWN;
use super::bands::Bands;
use super::basis::{Basis, Wording};
use super::code::Code;
use super::evidence::EvidenceRule;
use super::facts::Facts;
use super::legal::{LaidOverlay, Legal};
use super::rules::{Award, ConditionsEffect, NotApplicable, Overall, Rule};
use crate::canonical;
use crate::points::Points;
use crate::range::Level;
use crate::text::{Remark, Text};

/// A set of indicators with its levels and rules. A value may still contradict itself; [`crate::Scorer::new`] refuses such a value.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Framework {
    /// The rule by which an indicator without a rule of its own gets its points.
    pub award: Award,
    /// The effect of an unmet or unknown condition.
    pub conditions_effect: ConditionsEffect,
    /// The version of this file format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub format: u32,
    /// The groups, each with a level of its own.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 16)))]
    pub groups: Vec<Group>,
    /// The framework's name for machines: lower-case letters, digits and hyphens.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"), length(max = 64)))]
    pub id: String,
    /// The act that issued the framework.
    pub legal: Legal,
    /// The levels, numbered from 1 without a gap.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub levels: Vec<LevelMeaning>,
    /// Whether an assessor may leave out an indicator as not applicable.
    pub not_applicable: NotApplicable,
    /// How the level of the institution follows from those of the groups.
    pub overall: Overall,
    /// The applied overlays, in the order of application; empty for a national framework.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<LaidOverlay>>"))]
    pub overlays: Vec<LaidOverlay>,
    /// Roles and deadlines of the procedure; null if the file has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Procedure>,
    /// Counts the corrections of this file, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub revision: u32,
    /// The sources of the figures: a short id, and a description by which a reader can find the source.
    #[cfg_attr(feature = "schema", schemars(with = "super::remarks::NamedRemarks"))]
    pub sources: BTreeMap<String, Remark>,
    /// The framework's name for people.
    pub title: Text,
    /// Known gaps: facts that no source contains.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Text>>"))]
    pub unknown: Vec<Text>,
}

impl Framework {
    /// Every level number as text, for a message.
    pub fn level_numbers(&self) -> Vec<String> {
        self.levels.iter().map(|level| level.level.to_string()).collect()
    }

    /// The framework's canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }

    /// `sha256:` and the digest of the canonical JSON.
    pub fn digest(&self) -> String {
        canonical::digest(&self.to_json())
    }

    /// The rule of an indicator: its own, or else the framework's.
    pub fn rule_of<'a>(&'a self, indicator: &'a Indicator) -> &'a Rule {
        indicator.rule.as_ref().unwrap_or(&self.award.rule)
    }

    /// The meaning of a level; `None` if the framework does not have it.
    pub fn level(&self, level: Level) -> Option<&LevelMeaning> {
        self.levels.iter().find(|meaning| meaning.level == level)
    }

    /// Every indicator, in the order of the file.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.groups.iter().flat_map(Group::indicators)
    }

    /// The group with this code.
    pub fn group(&self, code: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.code == code)
    }

    /// The indicator with this code.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators().find(|indicator| indicator.code == code)
    }

    /// The condition with this code.
    pub fn condition(&self, code: &str) -> Option<&Condition> {
        self.conditions().find(|condition| condition.code == code)
    }

    /// The indicator codes nearest to an unknown code: those that share its longest beginning.
    pub(crate) fn near(&self, code: &str) -> Vec<&str> {
        let mut longest = 0;
        let mut nearest: Vec<&str> = Vec::new();
        for indicator in self.indicators() {
            let agreement = indicator.code.bytes().zip(code.bytes()).take_while(|(a, b)| a == b).count();
            if agreement > longest {
                longest = agreement;
                nearest.clear();
            }
            if agreement == longest && nearest.len() < ACCEPTED_SHOWN {
                nearest.push(&indicator.code);
            }
        }
        nearest
    }

    /// The codes of all groups, conditions, criteria and indicators.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &Code> {
        let of_criteria = self.groups.iter().flat_map(|group| &group.criteria).map(|criterion| &criterion.code);
        let codes = self.groups.iter().map(|group| &group.code).chain(of_criteria);
        codes.chain(self.conditions().map(|condition| &condition.code)).chain(self.indicators().map(|indicator| &indicator.code))
    }

    /// Whether any answer or condition needs evidence.
    pub fn requires_evidence(&self) -> bool {
        self.indicators().any(|indicator| indicator.required_evidence.is_some())
            || self.conditions().any(|condition| condition.required_evidence.is_some())
    }

    /// Every condition, in the order of the file.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.groups.iter().flat_map(|group| &group.conditions)
    }
}

/// A level and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LevelMeaning {
    /// Number of the level, from 1 to 100.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))]
    pub level: Level,
    /// A sentence about an institution at this level.
    pub meaning: Text,
    /// Name of the level.
    pub name: Text,
}

/// A group of criteria, with a level of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Group {
    /// The points of each level.
    pub bands: Bands,
    /// Provenance of the maximum.
    pub basis: Basis,
    /// Code of the group.
    pub code: Code,
    /// The mandatory conditions for a recognised level.
    pub conditions: Vec<Condition>,
    /// The criteria, at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub criteria: Vec<Criterion>,
    /// The sum of its criteria's maxima.
    pub max: Points,
    /// Title of the group.
    pub title: Text,
    /// Who worded the title; null if the file does not record it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

impl Group {
    /// Every indicator, in the order of the file.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.criteria.iter().flat_map(|criterion| &criterion.indicators)
    }
}

/// A requirement that brings no points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Condition {
    /// Provenance of the condition.
    pub basis: Basis,
    /// Code of the condition.
    pub code: Code,
    /// How to find out whether it is met; null if the file has no guidance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// The evidence that the answer needs; null if it needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// The requirement.
    pub title: Text,
    /// Who worded the title; null if the file does not record it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// A criterion: indicators that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Criterion {
    /// The points of each level; null if the criterion has no level of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<Bands>,
    /// Provenance of the maximum.
    pub basis: Basis,
    /// Code of the criterion.
    pub code: Code,
    /// The evidence that the act lists for this criterion; null if it lists none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceList>,
    /// The indicators, at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub indicators: Vec<Indicator>,
    /// The sum of its indicators' maxima.
    pub max: Points,
    /// Title of the criterion.
    pub title: Text,
    /// Who worded the title; null if the file does not record it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// The evidence that the act lists for a criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct EvidenceList {
    /// Provenance of the list.
    pub basis: Basis,
    /// The evidence.
    pub text: Text,
    /// Who worded the text; null if the file does not record it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// An indicator: the unit that an assessor answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Indicator {
    /// Provenance of the maximum.
    pub basis: Basis,
    /// Code of the indicator.
    pub code: Code,
    /// Names and units of the facts that its rule uses; null if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    /// How to answer it; null if the file has no guidance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// The maximum points, above zero.
    #[cfg_attr(feature = "schema", schemars(extend("not" = { "enum": [0, "0"] })))]
    pub max: Points,
    /// The evidence that the answer needs; null if it needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// Its rule; null for the framework's rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// The question.
    pub title: Text,
    /// Who worded the title; null if the file does not record it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// Roles and deadlines of the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Procedure {
    /// A remark for the reader; null if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// The task of each role.
    #[cfg_attr(feature = "schema", schemars(with = "super::remarks::NamedRemarks"))]
    pub roles: BTreeMap<String, Remark>,
    /// A title for the steps of each scope: "Deadlines of the Ministry".
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, Text>>", extend("propertyNames" = { "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 })))]
    pub scopes: BTreeMap<String, Text>,
    /// The steps with their dates.
    pub steps: Vec<Deadline>,
}

/// A step of the procedure and its last day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Deadline {
    /// Provenance of the date.
    pub basis: Basis,
    /// The role that acts.
    pub by: String,
    /// The last day: `MM-DD` of each year, or one date.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$")))]
    pub deadline: String,
    /// The task; null if the file has no text for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// The scope in which the deadline applies: one of the procedure's `scopes`, if it has any.
    pub scope: String,
    /// Name of the step.
    pub step: String,
}
