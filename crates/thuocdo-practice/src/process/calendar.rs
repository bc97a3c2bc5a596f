//! By when what is to be done: data, of a framework or of a file of its own.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use thuocdo::Term;
use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Basis, Date, Framework, Lang, Named, Param, Standing, Violation, Violations};

use super::transitions::Act;
use crate::Years;
use crate::shared::fields::some_text;

/// The last days of one scope. [`Calendar::default`] has no days and no scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Calendar {
    /// The last days.
    pub deadlines: Vec<Due>,
    /// Where they hold.
    #[schemars(regex(pattern = r"\S"))]
    pub scope: String,
}

/// The last day for one act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Due {
    /// What is to be done.
    pub act: Act,
    /// What the day rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The last day that is in time.
    pub deadline: DueDay,
}

thuocdo::record!(Due { act, basis ? value, deadline });

/// A last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueDay {
    /// A day of each year: that of a leap year.
    EachYear(Date),
    /// One day.
    On(Date),
}

/// Something that is to be done by a last day which is not over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Ahead {
    /// What is to be done.
    pub act: Act,
    /// How many days are left; 0 on the last day.
    pub days: u32,
    /// The last day that is in time.
    pub deadline: Date,
    /// How firm the last day is; null where the calendar does not say.
    pub standing: Option<Standing>,
}

/// The last days that lie ahead, for no case in particular: of those of each year the next ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Deadlines {
    /// The last days, the next first.
    pub ahead: Vec<Ahead>,
    /// The day from which it is looked ahead.
    pub as_of: Date,
    /// The scope of the calendar.
    pub calendar: String,
}

thuocdo::words! {
    /// Why a last day cannot be compared with what was done.
    pub enum Why {
        /// It is a day of each year, and the period names no year.
        PeriodWithoutYear = "period_without_year",
        /// It is one day, and the period names other years.
        OtherYears = "other_years",
    }
}

/// The steps of a framework's procedure that are acts of a case.
const STEPS: &[(&str, Act)] = &[("self_assessment_reported", Act::Report), ("checked_and_recognised", Act::Recognise), ("published", Act::Publish)];

impl Calendar {
    /// The scope that holds where none is named.
    pub const NATIONAL: &'static str = "national";

    /// The last days that a framework knows for a scope, such as `national`.
    ///
    /// # Errors
    ///
    /// `unknown_value` at `/scope` where the framework has no such scope, or at the place in the framework of a step that is no act.
    pub fn of(framework: &Framework, scope: &str) -> Result<Calendar, Violations> {
        let mut violations = Violations::default();
        let mut deadlines = Vec::new();
        let steps = framework.procedure.iter().flat_map(|procedure| &procedure.steps).enumerate();
        for (n, step) in steps.filter(|(_, step)| step.scope == scope) {
            let act = STEPS.iter().find(|(word, _)| *word == step.step);
            let Some((_, act)) = act else {
                let accepted: Vec<Named> = STEPS.iter().map(|(word, act)| Named::new(word, act.name(Lang::Vi))).collect();
                violations.push(unknown(format!("/procedure/steps/{n}/step"), &step.step, accepted));
                continue;
            };
            // The framework was checked: its deadlines are days.
            if let Some(deadline) = DueDay::of(&step.deadline) {
                deadlines.push(Due { act: *act, basis: Some(step.basis.clone()), deadline });
            }
        }
        if deadlines.is_empty() && violations.is_empty() {
            let vi = |scope: &str| {
                if scope == Calendar::NATIONAL { "thời hạn theo quy định của Bộ GDĐT" } else { "thời hạn của địa phương" }
            };
            let accepted: Vec<Named> = Calendar::scopes(framework).into_iter().map(|scope| Named::new(scope, vi(scope))).collect();
            violations.push(unknown("/scope".to_owned(), scope, accepted));
        }
        violations.or(Calendar { deadlines, scope: scope.to_owned() })
    }

    /// The scopes of which a framework knows last days, in the order of the file.
    pub fn scopes(framework: &Framework) -> Vec<&str> {
        let mut scopes: Vec<&str> = Vec::new();
        for step in framework.procedure.iter().flat_map(|procedure| &procedure.steps) {
            if !scopes.contains(&step.scope.as_str()) {
                scopes.push(&step.scope);
            }
        }
        scopes
    }

    /// The national last days of a framework, or none where it knows none.
    ///
    /// # Errors
    ///
    /// Those of [`Calendar::of`].
    pub fn national(framework: &Framework) -> Result<Calendar, Violations> {
        let is_known = Calendar::scopes(framework).contains(&Calendar::NATIONAL);
        if is_known { Calendar::of(framework, Calendar::NATIONAL) } else { Ok(Calendar::default()) }
    }

    /// The last days that lie ahead on a day, the next first: of those of each year the next ones.
    pub fn ahead(&self, as_of: Date) -> Deadlines {
        let of = |due: &Due| {
            let deadline = due.deadline.next(as_of)?;
            Some(Ahead { act: due.act, days: days(as_of, deadline), deadline, standing: due.basis.as_ref().map(|basis| basis.standing) })
        };
        let mut ahead: Vec<Ahead> = self.deadlines.iter().filter_map(of).collect();
        ahead.sort_by_key(|ahead| ahead.deadline);
        Deadlines { ahead, as_of, calendar: self.scope.clone() }
    }

    /// Reads a calendar file.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with its form.
    pub fn from_json(bytes: &[u8]) -> Result<Calendar, Violations> {
        let value = Value::parse(bytes)?;
        Reader::read(&value)
    }

    /// The calendar's canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

impl Deadlines {
    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

/// How many days from one day to a later one.
pub(super) fn days(from: Date, to: Date) -> u32 {
    u32::try_from(from.days_until(to)).unwrap_or_default()
}

fn unknown(at: String, found: &str, accepted: impl Into<Param>) -> Violation {
    Violation::unknown_value(at, found, accepted)
}

impl DueDay {
    /// `MM-DD` or `YYYY-MM-DD`, as a framework writes its deadlines.
    pub fn of(text: &str) -> Option<DueDay> {
        match text.len() {
            5 => format!("2024-{text}").parse().ok().map(DueDay::EachYear),
            _ => text.parse().ok().map(DueDay::On),
        }
    }

    /// As people write it: `31/05` in Vietnamese.
    pub fn text(self, lang: Lang) -> String {
        match (self, lang) {
            (DueDay::On(on), _) => on.text(lang),
            (DueDay::EachYear(on), Lang::Vi) => on.text(lang).trim_end_matches("/2024").to_owned(),
            (DueDay::EachYear(on), Lang::En) => on.to_string().trim_start_matches("2024-").to_owned(),
        }
    }

    /// The next such day that is not over.
    fn next(self, as_of: Date) -> Option<Date> {
        let year = as_of.civil().year();
        let of = |year| self.of_period(Some(Years { first: year, last: year })).ok().filter(|day| *day >= as_of);
        match self {
            DueDay::EachYear(_) => of(year).or_else(|| of(year.saturating_add(1))),
            DueDay::On(day) => Some(day).filter(|day| *day >= as_of),
        }
    }

    /// The day that is meant for a period, or why none is.
    pub(super) fn of_period(self, years: Option<Years>) -> Result<Date, Why> {
        match (self, years) {
            (DueDay::EachYear(_), None) => Err(Why::PeriodWithoutYear),
            (DueDay::EachYear(day), Some(years)) => {
                let of_year = |day: &str| format!("{:04}{day}", years.last).parse().ok();
                // The last day of February of a leap year is that of every year.
                let text = day.to_string();
                text.strip_prefix("2024").and_then(of_year).or_else(|| of_year("-02-28")).ok_or(Why::PeriodWithoutYear)
            }
            (DueDay::On(day), Some(years)) if !years.hold(day) => Err(Why::OtherYears),
            (DueDay::On(day), _) => Ok(day),
        }
    }
}

impl Default for DueDay {
    fn default() -> DueDay {
        DueDay::On(Date::default())
    }
}

impl fmt::Display for DueDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DueDay::EachYear(day) => f.write_str(day.to_string().strip_prefix("2024-").unwrap_or_default()),
            DueDay::On(day) => day.fmt(f),
        }
    }
}

impl Serialize for DueDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for DueDay {
    fn schema_name() -> Cow<'static, str> {
        "DueDay".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "The last day that is in time: `MM-DD` of each year, or one date.", "type": "string", "pattern": "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$" })
    }
}

impl Read for DueDay {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<DueDay> {
        let text = String::read(value, reader)?;
        let day = DueDay::of(&text);
        if day.is_none() {
            reader.refuse(|at| Violation::invalid_date(at, text.as_str(), Term::DeadlineForm));
        }
        day
    }
}

impl Read for Calendar {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Calendar> {
        let mut fields = reader.object(value, &["deadlines", "scope"])?;
        Some(Calendar { deadlines: fields.required("deadlines"), scope: some_text(&mut fields, "scope") })
    }
}
