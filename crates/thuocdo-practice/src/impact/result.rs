//! What another framework changes for institutions.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Code, Diff, Level, Points, Range, Stream};

/// How levels move from one framework to another, for the same answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct ImpactReport {
    /// How many institutions were looked at.
    pub count: u32,
    /// What differs between the two frameworks.
    pub diff: Diff,
    /// How many lose what recognition needs, or gain it.
    pub eligible: Eligibility,
    /// How levels move: of each group, then as a whole with a code of null.
    pub levels: Vec<LevelMoves>,
    /// Every institution whose level moves, or may move, in a group or as a whole.
    pub moved: Vec<MovedInstitution>,
    /// How many cards are of a third framework, and are not counted.
    pub other_framework: u32,
    /// Which stored cards stay valid.
    pub stored: StoredCards,
}

/// Of how many institutions nothing stood in the way of recognition, before and after. Evidence is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Eligibility {
    /// By the second framework.
    pub after: u32,
    /// By the first framework.
    pub before: u32,
}

/// How many levels move.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct LevelMoves {
    /// The code of the group; null of the level as a whole.
    pub code: Option<Code>,
    /// To a lower one.
    pub lowered: u32,
    /// Those that missing answers, or answers to new indicators, leave open.
    pub open: u32,
    /// To a higher one.
    pub raised: u32,
    /// Those that stay.
    pub same: u32,
}

/// An institution whose level moves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct MovedInstitution {
    /// The level as a whole by the second framework.
    pub after: Range<Level>,
    /// The level as a whole by the first framework.
    pub before: Range<Level>,
    /// Its code, if it has one.
    pub code: Option<String>,
    /// The groups whose level or points change.
    pub groups: Vec<MovedGroup>,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// Who assessed.
    pub stream: Option<Stream>,
}

/// A group whose level or points change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct MovedGroup {
    /// Level and points by the second framework; null if it does not have the group.
    pub after: Option<MovedResult>,
    /// By which figures: `bands` of the group, or codes of indicators that are new, gone, or have other points.
    pub because: Vec<String>,
    /// Level and points by the first framework; null if it does not have the group.
    pub before: Option<MovedResult>,
    /// The code of the group.
    pub code: Code,
}

/// Level and points of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct MovedResult {
    /// Its level.
    pub level: Range<Level>,
    /// Its points.
    pub score: Range<Points>,
}

/// Which stored cards stay valid, by the digests in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct StoredCards {
    /// Cards of the first framework: a card says its framework's digest, so they must be made again.
    pub recompute: u32,
    /// Those among them whose points and levels stay the same.
    pub same_result: u32,
    /// Cards of the second framework already.
    pub valid: u32,
}

impl ImpactReport {
    /// The result as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
