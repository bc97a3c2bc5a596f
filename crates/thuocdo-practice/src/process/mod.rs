//! From plan to publication: what was done with one institution in one period, as a state machine over dated events (event sourcing).
//!
//! A [`Case`] is the file: who and when, the events, both assessments. [`Case::replay`] replays its events by the one table
//! [`TRANSITIONS`] and returns where the case stands, or every event that was not allowed.
//!
//! `case` is the file, `transitions` the table, `replay` goes through the events, `calendar` knows the deadlines, and `status` is the result.
//! `report` says it in `words`; `request` reads what is asked by text.

mod calendar;
mod case;
mod replay;
mod report;
mod request;
mod status;
mod transitions;
mod words;

pub use calendar::{Ahead, Calendar, Deadlines, Due, DueDay, Why};
pub use case::{Case, CaseInstitution, Event};
pub use status::{GroupResult, Late, Next, Outcome, Overdue, RecognisedGroup, RecognisedLevel, RecognisedOverall, Status, Unjudged};
pub use transitions::{Act, Role, State, TRANSITIONS, Transition};

pub(crate) use replay::{Replayed, state_name};
pub(crate) use request::status_value;
