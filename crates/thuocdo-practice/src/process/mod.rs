//! From plan to publication: what was done with one institution in one period, as a state machine over dated events.
//!
//! A [`Case`] is the file: who and when, the events, both assessments. [`Case::replay`] walks through its events by the one table
//! [`RULES`] and answers where the case stands, or with every event that could not be.
//!
//! `case` and `calendar` are what files say, `rules` is the table, `replay` the walk, `status` its answer. `report` says it in `words`;
//! `request` reads what is asked by text.

mod calendar;
mod case;
mod replay;
mod report;
mod request;
mod rules;
mod status;
mod words;

pub use calendar::{Calendar, Due, DueDay};
pub use case::{Case, CaseInstitution, Event};
pub use rules::{Act, RULES, Role, Rule, State};
pub use status::{
    Ahead, Deadlines, GroupResult, Late, Next, Outcome, Overdue, RecognisedGroup, RecognisedLevel, RecognisedOverall, Status, Unjudged, Why,
};

pub(crate) use replay::{Walked, with_state};
pub(crate) use request::status_value;
