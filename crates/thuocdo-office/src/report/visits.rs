//! The plan of external assessments (Kế hoạch đánh giá ngoài) as it is printed and signed.

use thuocdo::text::capital;
use thuocdo::{Date, Framework, Lang};
use thuocdo_practice::process::Act;

use super::about::{About, period};
use super::letter::{Letter, stop};
use super::parts::{ground, heading, line, note, running};
use super::year_words::VisitsWord as Say;
use crate::paper::{Block, Cell, Column, Paper, Paragraph, Span, Table, blank};
use crate::schedule::{PanelTeam, Schedule, Visit};
use crate::year::Year;

/// The Kế hoạch of a schedule: basis, aim, panels with their members, every visit with its day, panel and reason, who has no visit, who does
/// what, and room to sign. `year` gives the period, the day and the deadlines; `panels` the members.
pub fn visits(framework: &Framework, schedule: &Schedule, panels: &[PanelTeam], year: &Year, letter: &Letter, lang: Lang) -> Paper {
    let plan = Plan { about: About::new(framework, lang), letter, panels, schedule, year };
    let of = period(Some(&year.period), lang);
    let mut blocks = plan.top(&of);
    blocks.extend(plan.aims(&of));
    blocks.extend(plan.panels());
    blocks.extend(plan.visits());
    blocks.extend(plan.duties());
    blocks.push(running(stop(&Say::Closing.say(lang, &[("period", &of)]))));
    blocks.push(Block::Paragraph(Paragraph::default()));
    let to = [Say::ToAbove, Say::ToPanels, Say::ToSchools].map(|word| plan.word(word).to_owned());
    blocks.push(letter.end(&blank(9), &to, lang));
    Paper { blocks, foot: plan.about.foot(&framework.digest()), lang, title: Say::FileTitle.say(lang, &[("period", &of)]) }
}

struct Plan<'a> {
    about: About<'a>,
    letter: &'a Letter,
    panels: &'a [PanelTeam],
    schedule: &'a Schedule,
    year: &'a Year,
}

impl Plan<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    fn body(&self) -> String {
        self.letter.body.clone().unwrap_or_else(|| blank(8))
    }

    fn top(&self, of: &str) -> Vec<Block> {
        let lang = self.about.lang;
        let mut blocks = self.letter.head(None, &format!("KH-{}", blank(3)), lang);
        blocks.extend(Letter::title(self.word(Say::Title), &Say::About.say(lang, &[("period", &of)])));
        blocks.extend([
            ground(self.about.ground() + ";"),
            ground(Say::GroundGuide.say(lang, &[("blank", &blank(12))]) + ";"),
            ground(Say::GroundForms.say(lang, &[("day", &self.year.as_of.text(lang))]) + ","),
            running(Say::Opening.say(lang, &[("body", &self.body()), ("period", &of)]) + ":"),
        ]);
        blocks
    }

    fn aims(&self, of: &str) -> Vec<Block> {
        let lang = self.about.lang;
        let institutions = self.schedule.visits.len().saturating_add(self.schedule.unplaced.len());
        vec![
            heading(self.word(Say::Aims)),
            running(Say::Aim.say(lang, &[("period", &of)]) + "."),
            running(format!("{}.", self.word(Say::Rules))),
            heading(self.word(Say::Scope)),
            running(Say::ScopeOf.say(lang, &[("all", &institutions), ("visits", &self.schedule.visits.len())]) + "."),
            running(format!("{}.", self.word(Say::Work))),
        ]
    }

    /// The panels: who, how many visits, from which day to which.
    fn panels(&self) -> Vec<Block> {
        let mut table = Table::new([
            Column::centred(self.word(Say::Nth), 6),
            Column::words(self.word(Say::Panel), 18),
            Column::words(self.word(Say::Persons), 42),
            Column::centred(self.word(Say::Visits), 12),
            Column::centred(self.word(Say::When), 22),
        ]);
        for (nth, load) in (1_u32..).zip(&self.schedule.loads) {
            let days: Vec<Date> = self.schedule.visits.iter().filter(|visit| visit.panel == load.panel).map(|visit| visit.on).collect();
            let ends = days.iter().min().zip(days.iter().max());
            let when = ends.map_or_else(String::new, |(first, last)| self.about.days(*first, *last));
            table.row([
                Cell::from(nth.to_string()),
                Cell::from(&load.panel),
                self.persons(&load.panel),
                Cell::from(load.visits.to_string()),
                Cell::from(when),
            ]);
        }
        vec![heading(self.word(Say::Panels)), Block::Table(table)]
    }

    /// The members of a panel, a line each; room to write them where nobody is named.
    fn persons(&self, panel: &str) -> Cell {
        let mut cell = Cell::empty();
        if let Some(team) = self.panels.iter().find(|team| team.name == panel) {
            team.persons.iter().for_each(|person| cell.add(person));
        }
        cell
    }

    /// Every visit, below its day.
    fn visits(&self) -> Vec<Block> {
        let lang = self.about.lang;
        let mut table = Table::new([
            Column::centred(self.word(Say::Nth), 6),
            Column::words(self.word(Say::Institution), 31),
            Column::words(self.word(Say::PanelAndPersons), 20),
            Column::words(self.word(Say::Why), 43),
        ]);
        let mut day = None;
        for (nth, visit) in (1_u32..).zip(&self.schedule.visits) {
            if day != Some(visit.on) {
                day = Some(visit.on);
                table.section(Say::Day.say(lang, &[("day", &visit.on.text(lang))]));
            }
            let mut panel = Cell::empty();
            panel.lines.push(vec![Span::bold(&visit.panel)]);
            panel.lines.extend(self.persons(&visit.panel).lines);
            let why = if visit.reasons.is_empty() { self.word(Say::FixedByHand).to_owned() } else { visit.reasons.join("; ") };
            table.row([Cell::from(nth.to_string()), institution(visit), panel, Cell::from(capital(&why))]);
        }
        let mut blocks = vec![heading(self.word(Say::Calendar)), Block::Table(table)];
        if self.schedule.unplaced.is_empty() {
            return blocks;
        }
        let mut table = Table::new([
            Column::centred(self.word(Say::Nth), 6),
            Column::words(self.word(Say::Institution), 54),
            Column::words(self.word(Say::WhyNot), 40),
        ]);
        for (nth, one) in (1_u32..).zip(&self.schedule.unplaced) {
            let name = named(one.name.as_deref(), &one.code);
            table.row([Cell::from(nth.to_string()), name, Cell::from(capital(one.why.name(lang)))]);
        }
        blocks.extend([line(format!("{}:", self.word(Say::Unplaced))), Block::Table(table)]);
        blocks
    }

    /// Who does what, by the deadlines of the year.
    fn duties(&self) -> Vec<Block> {
        let lang = self.about.lang;
        let day = |act: Act| self.year.deadlines.iter().find(|due| due.act == act).map(|due| due.deadline);
        // The levels are known to the public last; where only one of both days is laid down, it holds.
        let last = day(Act::Publish).or_else(|| day(Act::Recognise)).map_or_else(|| blank(5), |day| day.text(lang));
        vec![
            heading(self.word(Say::Duties)),
            running(Say::DutyOfBody.say(lang, &[("body", &self.body()), ("day", &last)]) + "."),
            running(format!("{}.", self.word(Say::DutyOfPanels))),
            running(format!("{}.", self.word(Say::DutyOfSchools))),
            note(Say::Changes.say(lang, &[("body", &self.body())])),
        ]
    }
}

fn institution(visit: &Visit) -> Cell {
    let mut cell = named(visit.name.as_deref(), &visit.code);
    if let Some(authority) = &visit.authority {
        cell.lines.push(vec![Span::italic(authority)]);
    }
    cell
}

/// Name and code of an institution.
fn named(name: Option<&str>, code: &str) -> Cell {
    Cell::from(name.map_or_else(|| code.to_owned(), |name| format!("{name} ({code})")))
}
