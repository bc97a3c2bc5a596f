//! What a publication is: a row for each institution, and how many have which level.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Blocker, Code, Date, FrameworkRef, InstitutionType, Level, Points, Range, Stream};

use super::link::CertificateLink;
use crate::{Closed, Registered};

/// A list to be published. Its rows are by authority, then by code; those without authority are last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Publication {
    /// The act that publishes it; absent where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<String>,
    /// The day as of which it holds.
    pub as_of: Option<Date>,
    /// Who publishes.
    pub authority: Option<String>,
    /// Where certificates are; only pages and workbooks use it.
    #[serde(skip)]
    pub certificate_link: Option<CertificateLink>,
    /// Rows of institutions that were closed before the period, by the register.
    pub closed: Vec<Closed>,
    /// By which framework.
    pub framework: FrameworkRef,
    /// The institutions of the register of which there is nothing, in its order; absent where nobody asked for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<Registered>>,
    /// The official who publishes it; absent where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<String>,
    /// How many scorecards were passed over for another of the same institution, as `keep` asks.
    pub passed_over: u32,
    /// The period of every row.
    pub period: Option<String>,
    /// The institutions.
    pub rows: Vec<PublicationRow>,
    /// How many have which level.
    pub summary: Summary,
    /// The title; else one is made of the framework's.
    pub title: Option<String>,
}

/// One institution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct PublicationRow {
    /// Who manages it.
    pub authority: Option<String>,
    /// The conditions and the evidence that stand in the way of recognition, of groups whose level is not recognised; absent where nothing
    /// does. That a level is open shows in the level.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blockers: Vec<Blocker>,
    /// Its code.
    pub code: String,
    /// Its groups, in the order of the framework.
    pub groups: Vec<GroupRow>,
    /// Its name.
    pub name: Option<String>,
    /// Its level as a whole.
    pub overall: LevelRow,
    /// Whether the level of every group is recognised.
    pub recognised: bool,
    /// Who assessed; absent where there are no points, or the card does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<Stream>,
    /// What kind of institution it is.
    #[serde(rename = "type")]
    pub kind: Option<InstitutionType>,
}

/// One group of one institution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupRow {
    /// The group's code.
    pub code: Code,
    /// The level; null where there is neither a certificate nor a scorecard.
    pub level: Option<Range<Level>>,
    /// Whether the level is recognised; if not, it is only computed.
    pub recognised: bool,
    /// The points of the scorecard; null where there is none. A recognised level need not follow from them.
    pub score: Option<Range<Points>>,
}

/// The level of one institution as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct LevelRow {
    /// The level; null where there is neither a certificate nor a scorecard.
    pub level: Option<Range<Level>>,
    /// Whether the level is recognised; if not, it is only computed.
    pub recognised: bool,
}

/// How many institutions have which level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Summary {
    /// How many there are.
    pub count: u32,
    /// In each group.
    pub groups: Vec<GroupSummary>,
    /// As a whole.
    pub overall: LevelSummary,
    /// Of how many the level of every group is recognised.
    pub recognised: u32,
}

/// How many institutions have which level in one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupSummary {
    /// The group's code.
    pub code: Code,
    /// Level by level.
    pub levels: Vec<LevelNumber>,
    /// Those whose level is open, or of which there is none.
    pub undetermined: u32,
}

/// How many institutions have which level as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct LevelSummary {
    /// Level by level.
    pub levels: Vec<LevelNumber>,
    /// Those whose level is open, or of which there is none.
    pub undetermined: u32,
}

/// How many institutions have one level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct LevelNumber {
    /// Those of whom it is only computed.
    pub computed: u32,
    /// The level.
    pub level: Level,
    /// Those of whom it is recognised.
    pub recognised: u32,
}

/// Whose points a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PointsOf {
    /// There are no points.
    Nobody,
    /// All of one stream.
    One(Stream),
    /// Of both streams.
    Both,
    /// Of some rows nobody can say.
    Unknown,
}

impl Publication {
    /// Whether each row with points says if they are a self-assessment's or an external one's. A list that does not say so misleads.
    pub fn is_stream_known(&self) -> bool {
        self.points_of() != PointsOf::Unknown
    }

    pub(super) fn points_of(&self) -> PointsOf {
        let with_points = self.rows.iter().filter(|row| row.groups.iter().any(|group| group.score.is_some()));
        with_points.fold(PointsOf::Nobody, |so_far, row| match (so_far, row.stream) {
            (PointsOf::Unknown, _) | (_, None) => PointsOf::Unknown,
            (PointsOf::Nobody, Some(stream)) => PointsOf::One(stream),
            (PointsOf::One(known), Some(stream)) if known == stream => so_far,
            (PointsOf::One(_) | PointsOf::Both, Some(_)) => PointsOf::Both,
        })
    }

    /// The publication as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
