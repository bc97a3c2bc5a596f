//! What the facts of an indicator are called and counted in.

use serde::Serialize;

use super::rules::{Rule, StepsOf};
use crate::record;
use crate::text::Text;

/// What the facts of an indicator are called and counted in: those that its rule takes, and no others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Facts {
    /// The count of `steps`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<FactLabel>,
    /// What is met or not of a `flag`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<FactLabel>,
    /// The part of a `share`, or of `steps` of percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<FactLabel>,
    /// The whole of the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<FactLabel>,
}

impl Facts {
    /// Each fact by its name in an answer, whether it is spoken of or not.
    pub fn labels(&self) -> [(&'static str, Option<&FactLabel>); 4] {
        [("count", self.count.as_ref()), ("met", self.met.as_ref()), ("part", self.part.as_ref()), ("whole", self.whole.as_ref())]
    }

    /// The label of one fact, by its name in an answer.
    pub fn label(&self, name: &str) -> Option<&FactLabel> {
        self.labels().into_iter().find(|(fact, _)| *fact == name).and_then(|(_, label)| label)
    }
}

impl Rule {
    /// The names in an answer of the facts that the rule takes beyond plain points.
    pub const fn facts(&self) -> &'static [&'static str] {
        match self {
            Rule::Direct => &[],
            Rule::Flag => &["met"],
            Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => &["part", "whole"],
            Rule::Steps { of: StepsOf::Count, .. } => &["count"],
        }
    }
}

/// What must be said of a fact, by the names it has in JSON.
pub(super) fn fact_shape(name: &str) -> String {
    if name == "met" { format!("{name} (title)") } else { format!("{name} (title, unit)") }
}

/// What a fact is called, and what it is counted in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FactLabel {
    /// What is asked: "teachers with an account".
    pub title: Text,
    /// What it is counted in: "teachers". Only what is met or not has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

record!(Facts { count ? value, met ? value, part ? value, whole ? value });
record!(FactLabel { title, unit ? value });
