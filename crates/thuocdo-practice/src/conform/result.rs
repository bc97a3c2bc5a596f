//! What a comparison finds.

use schemars::JsonSchema;
use serde::Serialize;

use super::case::CaseKind;
use super::kit::KitMark;

/// How a formula's answers compare with what follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Conformance {
    /// How many cases have an answer.
    pub answered: u32,
    /// Whether every answer is what follows, and levels were stated at all.
    pub conforms: bool,
    /// Every difference, in the order of the kit.
    pub differences: Vec<CaseDifference>,
    /// Every kind of case, with the number of its cases that differ.
    pub kinds: Vec<KindCount>,
    /// With which kit.
    pub kit: KitMark,
    /// The mark of conformance: kit, version, framework and what was compared; null if something differs. This project gives it, not the
    /// Ministry.
    pub mark: Option<String>,
    /// What no answer states at all, and so was not compared: `group.1.score`, `eligible`.
    pub not_stated: Vec<String>,
    /// Names of answers that are no case of this kit.
    pub unknown: Vec<String>,
}

/// A difference in one case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct CaseDifference {
    /// The case.
    pub case: String,
    /// What follows; null if the case must be refused.
    pub expected: Option<String>,
    /// What differs: `group.1.score`, `group.1.level`, `overall.level`, `eligible`, `refused`; or `answer`, if there is none that can be read.
    pub field: String,
    /// What the formula states; null if it states nothing.
    pub found: Option<String>,
    /// What the case tries.
    pub kind: CaseKind,
}

/// The cases of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct KindCount {
    /// How many there are.
    pub cases: u32,
    /// How many differ.
    pub differing: u32,
    /// The kind.
    pub kind: CaseKind,
}

impl Conformance {
    /// The result as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
