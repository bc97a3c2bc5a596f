//! Reminders by name: who has to do what, since when, and by which day.
//!
//! `reminders` finds them in a year; `sheet` makes of them a list for mail merge and a workbook; `report` says them in `words`.

mod reminders;
mod report;
mod sheet;
mod words;

pub use reminders::{Ask, Reminder, Reminders};
