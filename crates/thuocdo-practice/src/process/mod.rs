//! From plan to publication: what was done with one institution in one period, as a state machine over dated events (event sourcing).
//!
//! A [`Case`] is the file: who and when, the events, both assessments. [`Case::replay`] walks through its events by the one table
//! [`TRANSITIONS`] and answers where the case stands, or with every event that could not be.
//!
//! `case` is what a file says, `transitions` is the table, `replay` the walk, `calendar` says by when, `status` is the answer. `report` says
//! it in `words`; `request` reads what is asked by text.

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

pub(crate) use replay::{Replayed, with_state};
pub(crate) use request::status_value;
