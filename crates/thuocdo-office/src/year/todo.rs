//! What to do next.

use thuocdo::Lang;
use thuocdo::text::{More, first_names};
use thuocdo_practice::Movement;
use thuocdo_practice::process::{Act, State};

use super::lists::{School, ToDo, TodoStep, Who, Year};
use super::words::Say;
use crate::folder::{Place, RefusedRow, count};

/// How many institutions or files a sentence names.
pub(super) const NAMED: usize = 3;
/// How many cells a sentence names, each with its file.
const CELLS: usize = 2;

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
    // A form with the name of another institution repeats nothing: its code is wrong.
    let repeated = year.duplicates.iter();
    let steps = [
        (!has_register).then(|| todo.step(TodoStep::AddRegister, Say::AddRegister, 1, Vec::new(), &[], None)),
        todo.of_places(TodoStep::MendRefused, Say::MendRefused, year.summary.refused, &cells(&year.refused)),
        todo.of_files(TodoStep::SettleDuplicates, Say::SettleDuplicates, repeated.clone().filter(|row| row.near.is_none()).map(|row| &row.at)),
        todo.of_files(
            TodoStep::MendCodes,
            Say::MendCodes,
            repeated.filter(|row| row.near.is_some()).map(|row| &row.at).chain(year.unregistered.iter().map(|row| &row.at)),
        ),
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

    fn of_files<'f>(&self, step: TodoStep, say: Say, places: impl Iterator<Item = &'f Place>) -> Option<ToDo> {
        let mut names: Vec<String> = places.map(|at| quoted(&at.file)).collect();
        let number = count(names.len());
        names.dedup();
        self.of_places(step, say, number, &names)
    }

    fn of_places(&self, step: TodoStep, say: Say, number: u32, names: &[String]) -> Option<ToDo> {
        (number > 0).then(|| self.step(step, say, number, Vec::new(), names, None))
    }

    fn step(&self, step: TodoStep, say: Say, count: u32, who: Vec<Who>, names: &[String], act: Option<Act>) -> ToDo {
        let due = act.and_then(|act| self.year.deadlines.iter().find(|due| due.act == act));
        let (most, more) = match step {
            _ if !who.is_empty() => (NAMED, More::Institutions),
            TodoStep::MendRefused => (CELLS, More::Places),
            _ => (NAMED, More::Files),
        };
        let sentence = say.say(self.lang, &[("count", &count), ("who", &first_names(names, most, more, self.lang))]);
        let message = match due {
            Some(due) if due.days < 0 => Say::Overdue.say(self.lang, &[("step", &sentence), ("days", &due.days.unsigned_abs())]),
            Some(due) => Say::By.say(self.lang, &[("step", &sentence), ("deadline", &due.deadline.text(self.lang))]),
            None => sentence,
        };
        ToDo { count, deadline: due.map(|due| due.deadline), message, step, who }
    }
}

/// Where something was refused: each cell with its file, and each file of which no cell is named, once.
pub(super) fn cells<'y>(refused: impl IntoIterator<Item = &'y RefusedRow>) -> Vec<String> {
    let mut places = Vec::new();
    for row in refused {
        let file = quoted(&row.at.file);
        let place = match (&row.cell, row.at.line) {
            (Some(cell), _) => format!("{file} {cell}"),
            (None, Some(line)) => format!("{file}:{line}"),
            (None, None) => file,
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

fn quoted(file: &str) -> String {
    format!("“{file}”")
}

impl Who {
    /// The name, or the code of an institution without one.
    pub(super) fn text(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.code.clone())
    }
}
