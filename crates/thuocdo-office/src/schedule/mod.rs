//! A plan of external assessments: which panel visits which institution on which day, and why.
//!
//! `request` is what the plan is made of, `urgency` says who comes first, `plan` finds day and panel, `result` is the plan. `report` says it in
//! `words`, `calendar` writes it as iCalendar, `sheet` reads panels and plans from spreadsheets.

mod calendar;
mod plan;
mod report;
mod request;
mod result;
mod sheet;
mod urgency;
mod words;

pub use plan::schedule;
pub use request::{PanelTeam, ScheduleRequest, ToVisit};
pub use result::{Load, Schedule, Unplaced, Visit, WhyUnplaced};
pub(crate) use sheet::{FIXED, day_of, parts};
pub use sheet::{PANELS, PLAN, fixed_visits, panel_teams};
