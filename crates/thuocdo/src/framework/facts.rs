//! Names and units of the facts of an indicator.

use serde::Serialize;

use super::rules::{Rule, StepsOf};
use crate::record;
use crate::text::Text;
use crate::violation::Named;

/// Names and units of the facts that an indicator's rule uses; it has no others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Facts {
    /// The count, for a rule `steps` by count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<FactLabel>,
    /// The yes-or-no fact, for a rule `flag`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<FactLabel>,
    /// The part, for a rule `share` or `steps` by percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<FactLabel>,
    /// The whole, for a rule `share` or `steps` by percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<FactLabel>,
}

impl Facts {
    /// Each fact by its name in an answer, with its label if it has one.
    pub fn labels(&self) -> [(&'static str, Option<&FactLabel>); 4] {
        [("count", self.count.as_ref()), ("met", self.met.as_ref()), ("part", self.part.as_ref()), ("whole", self.whole.as_ref())]
    }

    /// The label of a fact, by its name in an answer.
    pub fn label(&self, name: &str) -> Option<&FactLabel> {
        self.labels().into_iter().find(|(fact, _)| *fact == name).and_then(|(_, label)| label)
    }
}

impl Rule {
    /// The names, in an answer, of the facts that the rule uses. None for plain points.
    pub const fn facts(&self) -> &'static [&'static str] {
        match self {
            Rule::Direct => &[],
            Rule::Flag => &["met"],
            Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => &["part", "whole"],
            Rule::Steps { of: StepsOf::Count, .. } => &["count"],
        }
    }
}

/// The required JSON shape of a fact's label: a title, and a unit if the fact is a count.
pub(super) fn fact_shape(name: &str) -> Named {
    let (vi, en, shape) = match name {
        "met" => ("có tiêu đề (title)", "with a title", "title"),
        _ => ("có tiêu đề (title) và đơn vị (unit)", "with a title and a unit", "title, unit"),
    };
    Named::said(format!("{name} ({shape})"), format!("{name}, {vi}"), format!("{name}, {en}"))
}

/// The required JSON shape of `facts`, for the facts with these names.
pub(super) fn facts_shape(names: &[&str]) -> Named {
    let (shapes, each): (Vec<String>, Vec<String>) = names.iter().map(|name| (fact_shape(name).as_str().to_owned(), (*name).to_owned())).collect();
    let (vi, en) = match names {
        ["met"] => ("có tiêu đề (title)", "with a title"),
        [_] => ("có tiêu đề (title) và đơn vị (unit)", "with a title and a unit"),
        _ => ("mỗi trường có tiêu đề (title) và đơn vị (unit)", "each with a title and a unit"),
    };
    Named::said(
        format!("facts: {}", shapes.join(", ")),
        format!("facts: cần {}, {vi}", each.join(" và ")),
        format!("facts: {}, {en}", each.join(" and ")),
    )
}

/// Name and unit of a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FactLabel {
    /// The name of the fact: "teachers with an account".
    pub title: Text,
    /// The unit: "teachers". Only a yes-or-no fact has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

record!(Facts { count ? value, met ? value, part ? value, whole ? value });
record!(FactLabel { title, unit ? value });
