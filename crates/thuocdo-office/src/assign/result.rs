//! Plans of self-assessment.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Code, Date, InstitutionType, Lang};

/// The plans of institutions for one period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct OwnPlans {
    /// The first day of the work.
    pub begin: Date,
    /// The last day on which the report is in time. The plans end before it.
    pub deadline: Date,
    /// The period.
    pub period: String,
    /// The plan of each institution.
    pub plans: Vec<OwnPlan>,
}

/// The plan of one institution.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OwnPlan {
    /// Who manages it.
    pub authority: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What is to be done, in the order of the work.
    pub tasks: Vec<Task>,
    /// What kind of institution it is.
    #[serde(rename = "type")]
    pub kind: Option<InstitutionType>,
}

/// One task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Task {
    /// The condition or criterion to be looked at; null for the steps before and after.
    pub code: Option<Code>,
    /// Whether a person has fixed the task: it stays as it is when the plan is made again.
    pub fixed: bool,
    /// The first day.
    pub from: Date,
    /// Who does it; empty where nobody is known.
    pub persons: Vec<String>,
    /// Which step of the work it belongs to.
    pub step: TaskStep,
    /// The last day.
    pub until: Date,
    /// What is to be done, in words.
    pub what: String,
}

thuocdo::words! {
    /// A step of a self-assessment.
    pub enum TaskStep {
        /// The plan is issued, and everybody knows what to do.
        Prepare = "prepare" ("chuẩn bị", "prepare"),
        /// A condition or criterion is looked at: evidence is gathered, points are given.
        Score = "score" ("tự chấm", "score"),
        /// The form is put together and checked.
        Collect = "collect" ("tổng hợp", "put together"),
        /// The head approves.
        Approve = "approve" ("phê duyệt", "approve"),
        /// The result is reported and made known.
        Report = "report" ("báo cáo", "report"),
    }
}

impl Task {
    /// What names the task in a sheet: the code, or the step.
    pub fn part(&self, lang: Lang) -> String {
        self.code.as_ref().map_or_else(|| thuocdo::text::capital(self.step.name(lang)), ToString::to_string)
    }
}

impl OwnPlans {
    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
