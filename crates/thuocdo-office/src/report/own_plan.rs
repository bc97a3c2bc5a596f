//! A school's own plan of its self-assessment (Kế hoạch tự đánh giá) as it is printed and signed.

use thuocdo::{Framework, Lang};

use super::about::{About, period};
use super::letter::{Letter, stop};
use super::parts::{ground, heading, note, running};
use super::year_words::OwnPlanWord as Say;
use crate::assign::{OwnPlan, OwnPlans, Task, TaskStep};
use crate::paper::{Block, Cell, Column, Paper, Table, blank};
use crate::words::head_title;

/// The Kế hoạch of one of the plans: basis, aim, every task with its persons and days, who answers for what, and room to sign. The letter's body
/// stands in where the plan does not name the institution, and its body above where the plan does not say who manages it.
pub fn own_plan(framework: &Framework, plans: &OwnPlans, plan: &OwnPlan, letter: &Letter, lang: Lang) -> Paper {
    let name = letter.body.clone().or_else(|| plan.name.clone()).or_else(|| plan.code.clone());
    let above = letter.above.clone().or_else(|| plan.authority.clone());
    let letter = Letter { above, body: name, ..letter.clone() };
    let draft = Draft { about: About::new(framework, lang), letter: &letter, plan, plans };
    let of = period(Some(&plans.period), lang);
    let mut blocks = draft.top(&of);
    blocks.extend(draft.aims(&of));
    blocks.extend(draft.tasks());
    blocks.extend(draft.duties());
    blocks.push(running(stop(&Say::Closing.say(lang, &[("school", &draft.school()), ("period", &of)]))));
    let authority = letter.above.clone().unwrap_or_else(|| blank(8));
    let to = [Say::ToAbove.say(lang, &[("authority", &authority)]), draft.word(Say::ToTeam).to_owned()];
    blocks.push(letter.end(head_title(plan.kind, lang), &to, lang));
    let title = Say::FileTitle.say(lang, &[("name", &draft.school()), ("period", &of)]);
    Paper { blocks, foot: draft.about.foot(&framework.digest()), lang, title }
}

struct Draft<'a> {
    about: About<'a>,
    letter: &'a Letter,
    plan: &'a OwnPlan,
    plans: &'a OwnPlans,
}

impl Draft<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    fn school(&self) -> String {
        self.letter.body.clone().unwrap_or_else(|| blank(8))
    }

    fn top(&self, of: &str) -> Vec<Block> {
        let lang = self.about.lang;
        let mut blocks = self.letter.head(None, &format!("KH-{}", blank(3)), lang);
        blocks.extend(Letter::title(self.word(Say::Title), &Say::About.say(lang, &[("period", &of)])));
        blocks.extend([
            ground(self.about.ground() + ";"),
            ground(Say::GroundGuide.say(lang, &[("blank", &blank(12))]) + ","),
            running(Say::Opening.say(lang, &[("school", &self.school()), ("period", &of)]) + ":"),
        ]);
        blocks
    }

    fn aims(&self, of: &str) -> Vec<Block> {
        vec![
            heading(self.word(Say::Aims)),
            running(Say::Aim.say(self.about.lang, &[("period", &of)]) + "."),
            running(format!("{}.", self.word(Say::Rules))),
        ]
    }

    /// Every task with its persons and days, the scoring below its groups.
    fn tasks(&self) -> Vec<Block> {
        let mut table = Table::new([
            Column::centred(self.word(Say::Nth), 6),
            Column::words(self.word(Say::What), 52),
            Column::words(self.word(Say::Persons), 24),
            Column::centred(self.word(Say::When), 18),
        ]);
        let groups = &self.about.framework.groups;
        let mut last = None;
        for (nth, task) in (1_u32..).zip(&self.plan.tasks) {
            let is_its = |group: &&thuocdo::Group| {
                let mut codes = group.conditions.iter().map(|of| &of.code).chain(group.criteria.iter().map(|of| &of.code));
                codes.any(|code| Some(code) == task.code.as_ref())
            };
            let part = groups.iter().find(is_its).map(|group| &group.code);
            match part {
                Some(code) if last != Some(Some(code)) => table.section(self.about.group(code)),
                None if task.step == TaskStep::Collect => table.section(self.word(Say::Together)),
                _ => {}
            }
            last = Some(part);
            table.row([Cell::from(nth.to_string()), what(task), persons(task), Cell::from(self.about.days(task.from, task.until))]);
        }
        vec![heading(self.word(Say::Tasks)), Block::Table(table), note(self.word(Say::DaysNote))]
    }

    fn duties(&self) -> Vec<Block> {
        let lang = self.about.lang;
        let head = head_title(self.plan.kind, lang);
        vec![
            heading(self.word(Say::Duties)),
            running(Say::DutyOfHead.say(lang, &[("head", &head), ("deadline", &self.plans.deadline.text(lang))]) + "."),
            running(format!("{}.", self.word(Say::DutyOfLead))),
            running(format!("{}.", self.word(Say::DutyOfTeam))),
            running(format!("{}.", self.word(Say::DutyOfSite))),
        ]
    }
}

fn what(task: &Task) -> Cell {
    Cell::from(task.code.as_ref().map_or_else(|| task.what.clone(), |code| format!("{code}. {}", task.what)))
}

fn persons(task: &Task) -> Cell {
    let mut cell = Cell::empty();
    task.persons.iter().for_each(|person| cell.add(person));
    cell
}
