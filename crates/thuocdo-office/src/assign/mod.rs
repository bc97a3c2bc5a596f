//! Each school's own plan of its self-assessment: who does what, from which day to which.
//!
//! `request` is what plans are made of, `days` shares the days out, `make` finds days and persons, `result` is the plans. `report` says them in
//! `words`, `sheet` writes them as a workbook and reads persons and plans from spreadsheets.

mod days;
mod make;
mod report;
mod request;
mod result;
mod sheet;
mod words;

pub use make::{NoPlan, own_plans};
pub use request::{FixedTask, OwnPlanRequest, Person};
pub use result::{OwnPlan, OwnPlans, Task, TaskStep};
pub use sheet::{OWN_PLAN, PERSONS, fixed_tasks, persons};
