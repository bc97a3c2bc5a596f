//! What a framework file may say. Fields stand in the order of their JSON names, which makes the canonical form.

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

/// A set of indicators with its levels and rules. A file that says so much is a framework only when [`crate::Scorer::new`] takes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Framework {
    /// How an indicator's points are awarded where it gives no rule of its own.
    pub award: Award,
    /// What an unmet or unknown condition does.
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
    /// The act that lays the framework down.
    pub legal: Legal,
    /// The levels, numbered from 1 without a gap.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub levels: Vec<LevelMeaning>,
    /// Whether an indicator may be left out as not applicable.
    pub not_applicable: NotApplicable,
    /// How the level of the institution follows from those of the groups.
    pub overall: Overall,
    /// The overlays that made it of a national framework, in the order in which they were laid; none of a national one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<LaidOverlay>>"))]
    pub overlays: Vec<LaidOverlay>,
    /// Who does what by when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Procedure>,
    /// Counts the corrections of this file, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub revision: u32,
    /// Where the figures come from: a short id, and a description that lets one find the source.
    #[cfg_attr(feature = "schema", schemars(with = "super::remarks::NamedRemarks"))]
    pub sources: BTreeMap<String, Remark>,
    /// The framework's name for people.
    pub title: Text,
    /// What no source tells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Text>>"))]
    pub unknown: Vec<Text>,
}

impl Framework {
    /// The number of each level, for a message.
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

    /// The rule of an indicator: its own, or the framework's.
    pub fn rule_of<'a>(&'a self, indicator: &'a Indicator) -> &'a Rule {
        indicator.rule.as_ref().unwrap_or(&self.award.rule)
    }

    /// What a level means, if the framework has it.
    pub fn level(&self, level: Level) -> Option<&LevelMeaning> {
        self.levels.iter().find(|meaning| meaning.level == level)
    }

    /// Every indicator, in the order of the file.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.groups.iter().flat_map(Group::indicators)
    }

    /// The group of a code, if the framework has it.
    pub fn group(&self, code: &str) -> Option<&Group> {
        self.groups.iter().find(|group| *group.code == *code)
    }

    /// The indicator of a code, if the framework has it.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators().find(|indicator| *indicator.code == *code)
    }

    /// The condition of a code, if the framework has it.
    pub fn condition(&self, code: &str) -> Option<&Condition> {
        self.conditions().find(|condition| *condition.code == *code)
    }

    /// The codes of indicators nearest to one that is not there: those that agree with it longest.
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

    /// Every code, of whatever it is.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &Code> {
        let of_criteria = self.groups.iter().flat_map(|group| &group.criteria).map(|criterion| &criterion.code);
        let codes = self.groups.iter().map(|group| &group.code).chain(of_criteria);
        codes.chain(self.conditions().map(|condition| &condition.code)).chain(self.indicators().map(|indicator| &indicator.code))
    }

    /// Whether it requires evidence of anything.
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
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))]
    pub level: Level,
    /// What it says of an institution.
    pub meaning: Text,
    /// Its name.
    pub name: Text,
}

/// A group of criteria, with a level of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Group {
    /// Which points give which level.
    pub bands: Bands,
    /// What the maximum rests on.
    pub basis: Basis,
    /// Its code.
    pub code: Code,
    /// What must be met before a level is recognised.
    pub conditions: Vec<Condition>,
    /// What is rated.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub criteria: Vec<Criterion>,
    /// The sum of its criteria's maxima.
    pub max: Points,
    /// Its title.
    pub title: Text,
    /// Whose words the title is, where the file says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

impl Group {
    /// Every indicator, in the order of the file.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.criteria.iter().flat_map(|criterion| &criterion.indicators)
    }
}

/// Something that must be met; it brings no points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Condition {
    /// What it rests on.
    pub basis: Basis,
    /// Its code.
    pub code: Code,
    /// How to find out whether it is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// Which evidence its answer must bring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// What must be met.
    pub title: Text,
    /// Whose words the title is, where the file says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// A criterion: indicators that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Criterion {
    /// Which points give which level, where the criterion is rated by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<Bands>,
    /// What the maximum rests on.
    pub basis: Basis,
    /// Its code.
    pub code: Code,
    /// What shows that the answers are true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceList>,
    /// What is answered.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub indicators: Vec<Indicator>,
    /// The sum of its indicators' maxima.
    pub max: Points,
    /// Its title.
    pub title: Text,
    /// Whose words the title is, where the file says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// The evidence that a criterion asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct EvidenceList {
    /// What this rests on.
    pub basis: Basis,
    /// The evidence.
    pub text: Text,
    /// Whose words the text is, where the file says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// The unit that is answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Indicator {
    /// What the maximum rests on.
    pub basis: Basis,
    /// Its code.
    pub code: Code,
    /// What the facts are called that its rule takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    /// How to answer it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// The most points it can bring, above zero.
    #[cfg_attr(feature = "schema", schemars(extend("not" = { "enum": [0, "0"] })))]
    pub max: Points,
    /// Which evidence its answer must bring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_evidence: Option<EvidenceRule>,
    /// How its points are awarded, where not by the framework's rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// What is asked.
    pub title: Text,
    /// Whose words the title is, where the file says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// Who does what by when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Procedure {
    /// What else a reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// The part of each role.
    #[cfg_attr(feature = "schema", schemars(with = "super::remarks::NamedRemarks"))]
    pub roles: BTreeMap<String, Remark>,
    /// What the steps of each scope are called together: "Deadlines of the Ministry".
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
    /// What the date rests on.
    pub basis: Basis,
    /// Who acts.
    pub by: String,
    /// The last day: `MM-DD` of each year, or one date.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$")))]
    pub deadline: String,
    /// What is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// Where it holds: one of the procedure's `scopes`, where it has any.
    pub scope: String,
    /// The step.
    pub step: String,
}
