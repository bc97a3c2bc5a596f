//! What plans of self-assessment are made of.

use thuocdo::Date;
use thuocdo_practice::Registered;

/// What plans are made of. It is an input: write `OwnPlanRequest { …, ..OwnPlanRequest::default() }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnPlanRequest {
    /// The first day of the work.
    pub begin: Date,
    /// Tasks that stay as they are: a person has fixed them.
    pub fixed: Vec<FixedTask>,
    /// The period; without it the school year of the first day.
    pub period: Option<String>,
    /// Who can do what; without anybody the plans leave room for names.
    pub persons: Vec<Person>,
    /// The institutions, in the order of the plans. One whose code is empty is not known by code.
    pub schools: Vec<Registered>,
}

/// Somebody who takes part in a self-assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The person's name, with what he or she is, where the list says it: `Nguyễn Thị An (tổ trưởng)`.
    pub name: String,
    /// What the person does: codes of groups, conditions and criteria, and names of [`TaskStep`](super::TaskStep)s. Whoever has nothing here shares what is
    /// left with the others.
    pub parts: Vec<String>,
    /// The code of the institution; `None` where the list is of one institution.
    pub school: Option<String>,
}

/// A task whose days and persons a person has fixed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FixedTask {
    /// The first day.
    pub from: Date,
    /// The code of the condition or criterion, or the name of the step.
    pub part: String,
    /// Who does it.
    pub persons: Vec<String>,
    /// The last day.
    pub until: Date,
}
