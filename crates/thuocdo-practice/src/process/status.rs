//! The status of a case: where it stands, what was late, and what comes next.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Blocker, Code, Date, Level, LocalScorer, OverallLevel, OverallRule, Points, Range, Scorecard, Standing, Violations};

use super::calendar::{Ahead, Calendar, Due, DueDay, Why, days};
use super::case::Case;
use super::replay::Replayed;
use super::transitions::{Act, Role, State};
use crate::Years;
use crate::{Closed, Register};

/// Where a case stands on a day. Every key is always there; what there is nothing of is null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Status {
    /// What is still to be done by a last day that is not over on the day that is looked at.
    pub ahead: Vec<Ahead>,
    /// The day that is looked at: what was done later is not done yet. Without one, everything is, and nothing is overdue.
    pub as_of: Option<Date>,
    /// The scope of the calendar; null where there is none.
    pub calendar: Option<String>,
    /// That the register closed the institution before the period; null where it did not, and without a register.
    pub closed: Option<Closed>,
    /// The external assessment.
    pub external: Option<Outcome>,
    /// The events after their last day. A report made again after a return is an event like any other.
    pub late: Vec<Late>,
    /// What may be done next, and by whom.
    pub next: Vec<Next>,
    /// What was not done by its last day.
    pub overdue: Vec<Overdue>,
    /// The recognised level; null in every other state than `recognised` and `published`.
    pub recognised: Option<RecognisedLevel>,
    /// The self-assessment.
    #[serde(rename = "self")]
    pub self_assessment: Option<Outcome>,
    /// The state; null before the first event.
    pub state: Option<State>,
    /// The last days that cannot be compared with what was done.
    pub unjudged: Vec<Unjudged>,
}

/// The result of one of the two assessments by the national framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Outcome {
    /// What stands in the way of recognition.
    pub blockers: Vec<Blocker>,
    /// The digest of the assessment's canonical JSON.
    pub digest: String,
    /// The groups, in the order of the framework.
    pub groups: Vec<GroupResult>,
    /// The level of the institution as a whole.
    pub overall: OverallLevel,
}

/// Points and level of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct GroupResult {
    /// Its code.
    pub code: Code,
    /// Its level.
    pub level: Range<Level>,
    /// Its points.
    pub score: Range<Points>,
}

/// An event after its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Late {
    /// What was done.
    pub act: Act,
    /// How many days late.
    pub days: u32,
    /// The last day that was in time.
    pub deadline: Date,
    /// Which event, from 0.
    pub event: usize,
    /// When it was done.
    pub on: Date,
    /// How firm the last day is; null where the calendar does not say.
    pub standing: Option<Standing>,
}

/// Something that may be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Next {
    /// What.
    pub act: Act,
    /// Whether the external assessment, as it is, stands in the way.
    pub blocked: bool,
    /// Who may do it.
    pub roles: &'static [Role],
}

/// Something that was not done by its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Overdue {
    /// What is to be done.
    pub act: Act,
    /// For how many days it has been overdue.
    pub days: u32,
    /// The last day that was in time.
    pub deadline: Date,
    /// How firm the last day is; null where the calendar does not say.
    pub standing: Option<Standing>,
}

/// A last day that cannot be compared with what was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Unjudged {
    /// What is to be done.
    pub act: Act,
    /// The last day, as the calendar has it.
    pub deadline: DueDay,
    /// Why it cannot be compared.
    pub why: Why,
}

/// The level that an authority has recognised, by group and for the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct RecognisedLevel {
    /// The groups, in the order of the framework.
    pub groups: Vec<RecognisedGroup>,
    /// The institution as a whole.
    pub overall: RecognisedOverall,
}

/// The recognised level of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct RecognisedGroup {
    /// Its code.
    pub code: Code,
    /// Its level.
    pub level: Level,
}

/// The recognised level of the institution as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct RecognisedOverall {
    /// The level.
    pub level: Level,
    /// The rule it follows from.
    pub rule: OverallRule,
}

thuocdo::record!(RecognisedGroup { code, level });
thuocdo::record!(RecognisedOverall { level, rule });

impl Case {
    /// Replays the events, and returns the status of the case: always the same for the same case. Events after `as_of` are left out. Both
    /// assessments are scored by the scorer's local framework; levels and blockers are national. After an event that is refused the replay
    /// goes on from the state that it leads to, so that one mistake is one violation.
    ///
    /// ```
    /// use thuocdo::{Framework, LocalScorer, Scorer};
    /// use thuocdo_practice::process::{Act, Calendar, Case, State};
    ///
    /// let scorer = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
    /// let case = Case::from_json(r#"{ "format": 1, "institution": { "code": "31-0042" }, "period": "2023-2024", "events": [
    ///     { "act": "plan", "on": "2023-09-15", "body": "Trường (ví dụ)", "role": "institution" } ] }"#.as_bytes())?;
    /// let status = case.replay(&scorer, &Calendar::national(scorer.national().framework())?, None)?;
    /// assert_eq!(status.state, Some(State::Planned));
    /// assert!(status.next.iter().any(|next| next.act == Act::SelfAssess));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every event that was not allowed (`event_out_of_order`, `wrong_role`, `event_before_previous`, `assessment_missing`,
    /// `assessment_after_event`, `recognition_blocked`, `digest_mismatch`), and everything that is wrong with an assessment, under `/self` or
    /// `/external`: also a date outside the period (`assessment_outside_period`).
    pub fn replay(&self, scorer: &LocalScorer, calendar: &Calendar, as_of: Option<Date>) -> Result<Status, Violations> {
        self.replayed(scorer).map(|replayed| Status::of(self, &replayed, calendar, as_of))
    }
}

impl Status {
    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }

    /// The status of a case whose events were all allowed.
    pub(super) fn of(case: &Case, replayed: &Replayed, calendar: &Calendar, as_of: Option<Date>) -> Status {
        let done = |on: Date| as_of.is_none_or(|day| on <= day);
        let acts: Vec<(usize, Act, Date)> =
            case.events.iter().enumerate().filter(|(_, event)| done(event.on)).map(|(n, event)| (n, event.act, event.on)).collect();
        let state = acts.last().and_then(|(_, act, _)| act.leads_to());
        let card = |score: &Option<thuocdo::LocalScore>| score.as_ref().map(|score| score.national.clone());
        let (external, own) = (card(&replayed.external), card(&replayed.own));
        let blocked = external.as_ref().is_some_and(|card| !card.recognition.eligible);
        let mut status = Status {
            ahead: Vec::new(),
            as_of,
            calendar: (!calendar.scope.is_empty()).then(|| calendar.scope.clone()),
            closed: None,
            late: Vec::new(),
            next: State::next(state)
                .map(|transition| Next { act: transition.act, blocked: blocked && transition.act == Act::Recognise, roles: transition.roles })
                .collect(),
            overdue: Vec::new(),
            recognised: external.as_ref().filter(|_| state.is_some_and(State::has_level)).map(RecognisedLevel::of),
            external: external.zip(case.external.as_ref()).map(|(card, assessment)| Outcome::of(card, assessment.digest())),
            self_assessment: own.zip(case.self_assessment.as_ref()).map(|(card, assessment)| Outcome::of(card, assessment.digest())),
            state,
            unjudged: Vec::new(),
        };
        let years = Years::of(&case.period);
        for due in &calendar.deadlines {
            match due.deadline.of_period(years) {
                Ok(deadline) => status.judge(due, deadline, &acts),
                Err(why) => status.unjudged.push(Unjudged { act: due.act, deadline: due.deadline, why }),
            }
        }
        status
    }

    fn judge(&mut self, due: &Due, deadline: Date, acts: &[(usize, Act, Date)]) {
        let standing = due.basis.as_ref().map(|basis| basis.standing);
        let done = acts.iter().filter(|(_, act, _)| *act == due.act);
        for (event, act, on) in done.clone().filter(|(_, _, on)| *on > deadline) {
            self.late.push(Late { act: *act, days: days(deadline, *on), deadline, event: *event, on: *on, standing });
        }
        let is_open = done.count() == 0 && self.state != Some(State::Withdrawn);
        match self.as_of.filter(|_| is_open) {
            Some(day) if day > deadline => self.overdue.push(Overdue { act: due.act, days: days(deadline, day), deadline, standing }),
            Some(day) => self.ahead.push(Ahead { act: due.act, days: days(day, deadline), deadline, standing }),
            None => {}
        }
    }

    /// The same, with the day on which the register closed the institution, if it did before the period.
    #[must_use]
    pub fn beside(self, register: &Register, case: &Case) -> Status {
        Status { closed: Closed::find(register, &case.institution.code, Some(&case.period)), ..self }
    }
}

impl Outcome {
    fn of(card: Scorecard, digest: String) -> Outcome {
        let groups = card.groups.into_iter().map(|group| GroupResult { code: group.code, level: group.level, score: group.score });
        Outcome { blockers: card.recognition.blockers, digest, groups: groups.collect(), overall: card.overall }
    }
}

impl RecognisedLevel {
    /// The levels of a card without blockers, which are known: both ends of each are the same.
    pub(crate) fn of(card: &Scorecard) -> RecognisedLevel {
        let groups = card.groups.iter().map(|group| RecognisedGroup { code: group.code.clone(), level: group.level.low });
        let overall = RecognisedOverall { level: card.overall.level.low, rule: card.overall.rule };
        RecognisedLevel { groups: groups.collect(), overall }
    }
}
