//! A folder is a year: register, forms, last year and events go in, every list of a department's year comes out.
//!
//! `lists` is the result.

mod lists;

pub use lists::{
    Change, ChangeGroup, ChangeSide, Content, Deadline, Differing, DifferingCondition, DifferingGroup, DifferingIndicator, Duplicate, FileRead,
    GroupTitle, LackingEvidence, LateSchool, Missing, Place, QualityRow, Rated, RatedGroup, RefusedRow, RequiredEvidence, School, SignalRow, Summary,
    ToDo, TodoStep, UnregisteredForm, Who, Year,
};
