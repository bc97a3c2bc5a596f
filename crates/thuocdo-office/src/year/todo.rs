//! What to do next.

use thuocdo::text::{More, first_names};
use thuocdo::{Date, Lang};
use thuocdo_practice::Movement;
use thuocdo_practice::process::{Act, State};

use super::lists::{School, ToDo, TodoStep, Who, Year};
use super::words::Say;
use crate::folder::count;

/// How many institutions or files a sentence names.
pub(super) const NAMED: usize = 3;

/// Everything that is left to do, the most urgent first.
pub(super) fn todo(year: &Year, has_register: bool, lang: Lang) -> Vec<ToDo> {
    let todo = Todo { year, lang };
    let who = |is_meant: &dyn Fn(&School) -> bool| -> Vec<Who> {
        let is_known = |school: &&School| !year.unregistered.iter().any(|row| row.code == school.code);
        let meant = year.levels.iter().filter(|school| is_known(school) && is_meant(school));
        meant.map(|school| Who { code: school.code.clone(), name: school.name.clone() }).collect()
    };
    let is_reported = |school: &School| school.own.is_some() && !matches!(school.state, Some(State::Returned | State::Withdrawn));
    let can_be_recognised = |school: &School| {
        let rated = school.external.as_ref().filter(|rated| rated.blockers.is_empty());
        // Nobody recognises the lowest level.
        school.recognised.is_none() && rated.is_some_and(|rated| rated.level.low.get() > 1) && school.state != Some(State::Withdrawn)
    };
    let recorded = |act: Act| year.deadlines.iter().find(|due| due.act == act);
    let unrecorded: Vec<Who> = if recorded(Act::Report).is_some_and(|due| due.done > 0 || due.days < 0) {
        who(&|school| school.own.is_some() && matches!(school.state, None | Some(State::Planned | State::SelfAssessed | State::Approved)))
    } else {
        Vec::new()
    };
    let steps = [
        (!has_register).then(|| todo.step(TodoStep::AddRegister, Say::AddRegister, 1, Vec::new(), &[], None)),
        todo.of_files(TodoStep::MendRefused, Say::MendRefused, year.summary.refused, year.refused.iter().map(|row| row.at.file.as_str())),
        todo.of_files(
            TodoStep::SettleDuplicates,
            Say::SettleDuplicates,
            year.summary.duplicates,
            year.duplicates.iter().map(|row| row.at.file.as_str()),
        ),
        todo.of_files(TodoStep::MendCodes, Say::MendCodes, year.summary.unregistered, year.unregistered.iter().map(|row| row.at.file.as_str())),
        todo.of(
            TodoStep::AskMissing,
            Say::AskMissing,
            year.missing.iter().map(|row| Who { code: row.code.clone(), name: row.name.clone() }).collect(),
            Some(Act::Report),
        ),
        todo.of(TodoStep::RecordEvents, Say::RecordEvents, unrecorded, None),
        todo.of(
            TodoStep::AskEvidence,
            Say::AskEvidence,
            year.evidence.iter().filter(|row| !row.required.is_empty()).map(|row| Who { code: row.code.clone(), name: row.name.clone() }).collect(),
            None,
        ),
        todo.of(TodoStep::Assess, Say::Assess, who(&|school| is_reported(school) && school.external.is_none()), Some(Act::Recognise)),
        todo.of(
            TodoStep::SettleDifferences,
            Say::SettleDifferences,
            year.differing
                .iter()
                .filter(|row| row.moves(Movement::Lowered) || row.moves(Movement::Raised))
                .map(|row| Who { code: row.code.clone(), name: row.name.clone() })
                .collect(),
            None,
        ),
        todo.of(TodoStep::Recognise, Say::Recognise, who(&can_be_recognised), Some(Act::Recognise)),
        todo.of(TodoStep::Publish, Say::Publish, who(&|school| school.recognised.is_some() && school.published_on.is_none()), Some(Act::Publish)),
    ];
    steps.into_iter().flatten().collect()
}

struct Todo<'y> {
    year: &'y Year,
    lang: Lang,
}

impl Todo<'_> {
    fn of(&self, step: TodoStep, say: Say, who: Vec<Who>, act: Option<Act>) -> Option<ToDo> {
        let names: Vec<String> = who.iter().map(Who::text).collect();
        (!who.is_empty()).then(|| self.step(step, say, count(who.len()), who, &names, act))
    }

    fn of_files<'f>(&self, step: TodoStep, say: Say, number: u32, files: impl Iterator<Item = &'f str>) -> Option<ToDo> {
        let mut names: Vec<String> = files.map(|file| format!("“{file}”")).collect();
        names.dedup();
        (number > 0).then(|| self.step(step, say, number, Vec::new(), &names, None))
    }

    fn step(&self, step: TodoStep, say: Say, count: u32, who: Vec<Who>, names: &[String], act: Option<Act>) -> ToDo {
        let deadline: Option<Date> = act.and_then(|act| self.year.deadlines.iter().find(|due| due.act == act)).map(|due| due.deadline);
        let more = if who.is_empty() { More::Files } else { More::Institutions };
        let sentence = say.say(self.lang, &[("count", &count), ("who", &first_names(names, NAMED, more, self.lang))]);
        let message = match deadline {
            Some(day) => Say::By.say(self.lang, &[("step", &sentence), ("deadline", &day.text(self.lang))]),
            None => sentence,
        };
        ToDo { count, deadline, message, step, who }
    }
}

impl Who {
    /// The name, or the code of an institution without one.
    pub(super) fn text(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.code.clone())
    }
}
