//! The course of one institution over years (longitudinal): what rose and fell, and what was kept of it.
//!
//! `line` puts the cards in order, `steps` compares each with the next, `gains` follows what rose, and `build` makes the `result` of
//! all. `report` says it in `words`; `request` reads what is asked by text.

mod build;
mod gains;
mod line;
mod report;
mod request;
mod result;
mod steps;
mod words;

pub use build::course;
pub use result::{Course, CourseStep, Entry, Gain, GroupEntry, GroupStep, IndicatorStep, Side, StepKind};

pub(crate) use request::course_value;
