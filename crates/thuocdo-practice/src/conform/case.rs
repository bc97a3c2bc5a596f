//! A case of the kit: an assessment at a boundary, and what follows from it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use thuocdo::{Code, Level, Points, Range, Scorecard, Scorer, Stream, Violations};

use crate::process::CaseInstitution;
use crate::shared::stated::expected_eligible;

thuocdo::words! {
    /// What a case tries.
    #[derive(Default)]
    pub enum CaseKind {
        /// A condition that is unmet or unknown.
        Condition = "condition" ("điều kiện bắt buộc", "condition"),
        /// A total at the edge of a level, a hundredth below it and a hundredth above it.
        #[default]
        Edge = "edge" ("ngưỡng", "edge"),
        /// An answer that is missing.
        Missing = "missing" ("chưa điền", "missing"),
        /// Points above the maximum, or below zero.
        OutOfRange = "out_of_range" ("vượt điểm tối đa hoặc dưới 0", "out of range"),
        /// Hundredths that a formula rounds away, thousandths that nobody may report, and shares that end in half a hundredth.
        Rounding = "rounding" ("làm tròn", "rounding"),
        /// The same answers of each type of institution and each stream.
        Stream = "stream" ("hình thức, cấp học", "stream, type"),
        /// Points that binary floating point adds up to another total.
        Sum = "sum" ("cộng điểm", "sum"),
    }
}

/// A case: what a formula gets, and on request what is right.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "KitCase")]
#[non_exhaustive]
pub struct Case {
    /// The assessment. Its institution has the name of the case as its code.
    pub assessment: KitAssessment,
    /// The name of the case; it says what the case tries.
    pub case: String,
    /// What follows; null where nobody asked for answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Expected>,
    /// What the case tries.
    pub kind: CaseKind,
}

/// An assessment of the kit. Some of them are refused: that is what they try.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct KitAssessment {
    /// The answers by the code of their indicator: points, met or not, `{ "part", "whole" }` or `{ "count" }`; a missing one is absent.
    #[schemars(with = "BTreeMap<Code, serde_json::Value>")]
    pub answers: BTreeMap<Code, CaseFact>,
    /// Whether each condition is met, by code; an unknown one is absent.
    pub conditions: BTreeMap<Code, bool>,
    /// The id of the framework.
    pub framework: String,
    /// The institution. Its code is the name of the case.
    pub institution: CaseInstitution,
    /// Who assesses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<Stream>,
}

/// What an answer of a case says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CaseFact {
    /// Points.
    Points(CasePoints),
    /// Met or not.
    Met(bool),
    /// A part of a whole.
    Share {
        /// The part.
        part: u32,
        /// The whole.
        whole: u32,
    },
    /// A number of things.
    Count {
        /// The number.
        count: u32,
    },
}

/// Points as a case writes them: in thousandths, since some cases have one decimal too many, and some a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CasePoints(pub(super) i64);

impl CasePoints {
    /// The shortest decimal: `75`, `6.005`, `-0.01`.
    pub fn text(self) -> String {
        let (whole, rest) = (self.0.unsigned_abs().wrapping_div(1000), self.0.unsigned_abs().wrapping_rem(1000));
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimals = format!(".{rest:03}");
        format!("{sign}{whole}{}", decimals.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl Serialize for CasePoints {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.text().parse::<serde_json::Number>() {
            Ok(number) => number.serialize(serializer),
            Err(_) => serializer.serialize_none(),
        }
    }
}

/// What follows from a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Expected {
    /// Whether neither a condition nor an open level stands in the way of recognition. Null at the lowest level, which nobody recognises: there
    /// both answers are right. Evidence is no part of the kit.
    pub eligible: Option<bool>,
    /// Points and level of each group, by code; empty if the case is refused.
    pub groups: BTreeMap<Code, ExpectedGroup>,
    /// The level as a whole; null if the case is refused.
    pub level: Option<Range<Level>>,
    /// Whether the assessment must be refused.
    pub refused: bool,
}

/// Points and level of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExpectedGroup {
    /// Its level.
    pub level: Range<Level>,
    /// Its points.
    pub score: Range<Points>,
}

impl Expected {
    /// What follows from an assessment by this framework.
    pub(super) fn of(scorer: &Scorer, assessment: &KitAssessment) -> Expected {
        let made: Result<Scorecard, Violations> = scorer.score(thuocdo::canonical(assessment).as_bytes());
        let Ok(card) = made else { return Expected { refused: true, ..Expected::default() } };
        Expected {
            eligible: expected_eligible(scorer.framework(), &card),
            groups: card.groups.into_iter().map(|group| (group.code, ExpectedGroup { level: group.level, score: group.score })).collect(),
            level: Some(card.overall.level),
            refused: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_written_as_the_shortest_decimal() {
        let texts = [75_000, 6_005, -10, 500, 0, 49_990].map(|thousandths| CasePoints(thousandths).text());
        assert_eq!(texts, ["75", "6.005", "-0.01", "0.5", "0", "49.99"]);
    }
}
