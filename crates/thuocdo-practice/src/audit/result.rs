//! What an audit finds.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{FrameworkRef, Stream};

use crate::Movement;

thuocdo::words! {
    /// Why a claim is not what follows.
    #[derive(Default)]
    pub enum Cause {
        /// Missing answers count as zero, though the points are open.
        BlankAsZero = "blank_as_zero" ("coi mục chưa điền là 0 điểm", "missing answers count as zero"),
        /// A condition is unmet or unknown, or a level open, and recognition is claimed all the same; or the other way.
        Conditions = "conditions" ("điều kiện bắt buộc hoặc mức độ còn để mở", "conditions, or a level that is open"),
        /// The level is not the one of the points that are claimed themselves.
        LevelOfPoints = "level_of_points" ("mức độ không ứng với điểm đã khai", "the level is not that of the points claimed"),
        /// The level is that of the points claimed, and these are not what follows.
        OtherPoints = "other_points" ("mức độ tính từ điểm khai sai", "the level of points that do not follow"),
        /// Points above the maximum of the group.
        OutOfRange = "out_of_range" ("vượt điểm tối đa của nhóm", "above the maximum of the group"),
        /// The level as a whole is not the lowest of the groups.
        Overall = "overall" ("mức độ chung không phải mức thấp nhất của các nhóm", "the overall level is not the lowest of the groups"),
        /// The answers are refused, so that nothing follows from them.
        Refused = "refused" ("câu trả lời bị từ chối", "the answers are refused"),
        /// The points are what follows, rounded to tenths or to whole points.
        Rounded = "rounded" ("điểm đã bị làm tròn", "points were rounded"),
        /// The points are not the sum of the answers.
        #[default]
        Sum = "sum" ("điểm không bằng tổng các mục", "points are not the sum of the answers"),
        /// What is claimed is no number of points and no level.
        Unreadable = "unreadable" ("không phải điểm hay mức độ", "no points and no level"),
    }
}

/// The claims of many institutions, compared with what follows from their answers, or from the points that they claim themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditReport {
    /// How many claims agree with everything that follows.
    pub agreeing: u32,
    /// The causes, each with the number of institutions.
    pub causes: Vec<CauseCount>,
    /// How many rows were looked at.
    pub count: u32,
    /// Every institution whose claim differs.
    pub differing: Vec<AuditedInstitution>,
    /// By which framework.
    pub framework: FrameworkRef,
    /// Of how many the overall level is lower than claimed.
    pub lowered: u32,
    /// Of how many the overall level is higher than claimed.
    pub raised: u32,
    /// How many rows claim nothing.
    pub without_claim: u32,
}

/// How many institutions have one cause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct CauseCount {
    /// The cause.
    pub cause: Cause,
    /// How many institutions.
    pub count: u32,
}

/// An institution whose claim differs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct AuditedInstitution {
    /// Its code, if it has one.
    pub code: Option<String>,
    /// What differs, in the order of the groups.
    pub differences: Vec<ClaimDifference>,
    /// How the overall level moves from the claim to what follows; null if nobody claims one.
    pub level: Option<Movement>,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// Its place among the rows, from 0.
    pub row: u32,
    /// Who assessed.
    pub stream: Option<Stream>,
}

/// A claim that is not what follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct ClaimDifference {
    /// Why.
    pub cause: Cause,
    /// What is claimed; null if nothing is.
    pub claimed: Option<String>,
    /// What differs: `group.1.score`, `group.1.level`, `overall.level`, `eligible` or `answers`.
    pub field: String,
    /// What follows; null if nothing does. Of answers that are refused, the violations.
    pub follows: Option<String>,
}

impl AuditReport {
    /// The result as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
