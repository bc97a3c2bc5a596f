//! The JSON Schemas of this crate's answers, and of everything below it.

use serde_json::Value;
use thuocdo::schema::of_result;

use crate::Year;
use crate::acts::{ActsJson, Standings};
use crate::assign::OwnPlans;
use crate::remind::Reminders;
use crate::schedule::Schedule;

/// The names under which this crate knows a schema, besides those of the practice.
const OWN: &[&str] = &["acts", "own_plans", "reminders", "schedule", "standings", "year"];

/// The names under which [`schema`] knows one.
pub fn names() -> impl Iterator<Item = &'static str> {
    thuocdo_practice::schema::names().chain(OWN.iter().copied())
}

/// A schema by name.
pub fn schema(name: &str) -> Option<Value> {
    match name {
        "acts" => Some(of_result::<ActsJson<'static>>("Acts put into many cases (các việc ghi vào hồ sơ)")),
        "own_plans" => Some(of_result::<OwnPlans>("Plans of self-assessment (kế hoạch tự đánh giá)")),
        "reminders" => Some(of_result::<Reminders>("Reminders (danh sách đôn đốc)")),
        "schedule" => Some(of_result::<Schedule>("Plan of external assessments (kế hoạch đánh giá ngoài)")),
        "standings" => Some(of_result::<Standings>("Where many cases stand (tình hình hồ sơ)")),
        "year" => Some(of_result::<Year>("Year of a department (một năm của cơ quan quản lý)")),
        _ => thuocdo_practice::schema::schema(name),
    }
}
