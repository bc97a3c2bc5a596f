//! Finds days and persons for the tasks of a plan.

use thuocdo::{Code, Date, Framework, Lang, LocalScorer, Standing};
use thuocdo_practice::Registered;
use thuocdo_practice::process::{Act, Calendar};
use thuocdo_tables::folded;

use super::days::shares;
use super::request::{FixedTask, OwnPlanRequest, Person};
use super::result::{OwnPlan, OwnPlans, Task, TaskStep};
use super::words::Say;
use crate::days::workdays;
use crate::words::head_title;
use crate::year::{deadlines_of_period, school_year};

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoPlan {
    /// The calendar has no day by which the period is reported.
    NoDeadline {
        /// The period.
        period: String,
    },
    /// No day of work is left before the deadline.
    NoDays {
        /// The deadline.
        deadline: Date,
    },
}

impl NoPlan {
    /// One sentence.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            NoPlan::NoDeadline { period } => Say::NoDeadline.say(lang, &[("period", period)]),
            NoPlan::NoDays { deadline } => Say::NoDays.say(lang, &[("deadline", &deadline.text(lang))]),
        }
    }
}

/// The plan of each institution of a request.
///
/// **Days.** The work has the days from Monday to Friday, from the first day on and before the last day on which the report is in time. A tenth of
/// them is for preparing, seven tenths for scoring, a tenth for putting the form together, a tenth for approval and report. Of the days for scoring
/// each condition has one part, and each criterion as many as it has indicators, in the order of the framework. Public holidays are not known; people
/// change those days by hand.
///
/// **Persons.** A task has those who name it, or its group; else the others in turn, in the order of their list. The head prepares and approves,
/// whoever is in charge of digital transformation puts together and reports, unless somebody names these steps.
///
/// What no source places (such as `2.x`) is nobody's task. Sentences are in `lang`.
///
/// # Errors
///
/// Where the calendar has no deadline for the period, or no day is left.
pub fn own_plans(scorers: &LocalScorer, calendar: &Calendar, request: &OwnPlanRequest, lang: Lang) -> Result<OwnPlans, NoPlan> {
    let period = request.period.clone().unwrap_or_else(|| school_year(request.begin));
    let deadline = deadline(scorers, calendar, &period, request.begin).ok_or_else(|| NoPlan::NoDeadline { period: period.clone() })?;
    let tasks = tasks(scorers.local().framework(), request.begin, deadline, lang).ok_or(NoPlan::NoDays { deadline })?;
    let plans = request.schools.iter().map(|school| plan(request, school, &tasks, lang)).collect();
    Ok(OwnPlans { begin: request.begin, deadline, period, plans })
}

/// The last day on which the report of a period is in time.
fn deadline(scorers: &LocalScorer, calendar: &Calendar, period: &str, begin: Date) -> Option<Date> {
    let status = deadlines_of_period(period, scorers, calendar, begin).ok()?;
    let ahead = status.ahead.iter().map(|due| (due.act, due.deadline));
    let behind = status.overdue.iter().map(|due| (due.act, due.deadline));
    ahead.chain(behind).find(|(act, _)| *act == Act::Report).map(|(_, deadline)| deadline)
}

/// A task with the group it belongs to.
struct Unassigned {
    group: Option<Code>,
    task: Task,
}

/// Every task with its days, without persons. `None` if there is no day.
fn tasks(framework: &Framework, begin: Date, deadline: Date, lang: Lang) -> Option<Vec<Unassigned>> {
    let mut scored: Vec<(u32, Code, Code, String)> = Vec::new();
    for group in &framework.groups {
        for condition in &group.conditions {
            scored.push((1, group.code.clone(), condition.code.clone(), Say::Condition.say(lang, &[("title", &condition.title.get(lang))])));
        }
        for criterion in &group.criteria {
            let located = criterion.indicators.iter().filter(|indicator| indicator.basis.standing != Standing::Unlocated).count();
            if let Ok(parts @ 1..) = u32::try_from(located) {
                let what = Say::Criterion.say(lang, &[("title", &criterion.title.get(lang)), ("count", &located)]);
                scored.push((parts, group.code.clone(), criterion.code.clone(), what));
            }
        }
    }
    let parts: u32 = scored.iter().map(|(parts, ..)| parts).sum();
    // Twentieths of all days: two to prepare, fourteen to score, two to put together, one each to approve and to report.
    let of = |twentieths: u32| parts.max(1).saturating_mul(twentieths);
    let mut weights = vec![of(2)];
    weights.extend(scored.iter().map(|(parts, ..)| parts.saturating_mul(14)));
    weights.extend([of(2), of(1), of(1)]);
    let days = shares(&workdays(begin, deadline), &weights);
    let step = |step: TaskStep, say: Say| (None, None, step, say.template(lang).to_owned());
    let mut named = vec![step(TaskStep::Prepare, Say::Prepare)];
    named.extend(scored.into_iter().map(|(_, group, code, what)| (Some(group), Some(code), TaskStep::Score, what)));
    named.extend([step(TaskStep::Collect, Say::Collect), step(TaskStep::Approve, Say::Approve), step(TaskStep::Report, Say::Report)]);
    let tasks: Vec<Unassigned> = named
        .into_iter()
        .zip(days)
        .map(|((group, code, step, what), (from, until))| Unassigned {
            group,
            task: Task { code, fixed: false, from, persons: Vec::new(), step, until, what },
        })
        .collect();
    (!tasks.is_empty()).then_some(tasks)
}

fn plan(request: &OwnPlanRequest, school: &Registered, tasks: &[Unassigned], lang: Lang) -> OwnPlan {
    let is_of_school = |person: &&Person| person.school.as_ref().is_none_or(|code| *code == school.code);
    let persons: Vec<&Person> = request.persons.iter().filter(is_of_school).collect();
    let mut others = persons.iter().filter(|person| person.parts.is_empty()).cycle();
    let mut plan = OwnPlan {
        authority: school.authority.clone(),
        code: Some(school.code.clone()).filter(|code| !code.is_empty()),
        kind: school.kind,
        name: school.name.clone(),
        tasks: Vec::new(),
    };
    for Unassigned { group, task } in tasks {
        let is_meant = |part: &String| task.is_named(part) || group.as_ref().is_some_and(|group| is_code(part, group));
        let own = persons.iter().filter(|person| person.parts.iter().any(is_meant));
        let mut names: Vec<String> = own.map(|person| person.name.clone()).collect();
        if names.is_empty() {
            names.extend(match task.step {
                TaskStep::Score => others.next().map(|person| person.name.clone()),
                TaskStep::Prepare | TaskStep::Approve => Some(head_title(school.kind, lang).to_owned()),
                TaskStep::Collect | TaskStep::Report => Some(Say::InCharge.template(lang).to_owned()),
            });
        }
        let task = Task { persons: names, ..task.clone() };
        plan.tasks.push(match request.fixed.iter().find(|fixed| task.is_named(&fixed.part)) {
            Some(FixedTask { from, persons, until, .. }) => Task { fixed: true, from: *from, persons: persons.clone(), until: *until, ..task },
            None => task,
        });
    }
    plan
}

/// Whether a text is a code, whatever a spreadsheet made of its point.
fn is_code(text: &str, code: &Code) -> bool {
    text.trim().replace(',', ".") == code.as_str()
}

impl Task {
    /// Whether a text of a sheet names this task: its code, or the name of its step.
    pub(super) fn is_named(&self, text: &str) -> bool {
        match &self.code {
            Some(code) => is_code(text, code),
            None => self.step.is_named(text),
        }
    }
}

impl TaskStep {
    /// Whether a text is the name of the step, in either language.
    pub(super) fn is_named(self, text: &str) -> bool {
        let text = folded(text);
        Lang::ALL.into_iter().any(|lang| folded(self.name(lang)) == text)
    }
}
