//! The lists of a year by name, as tables of a paper. Each is empty where the year has nobody in it.

use thuocdo::text::capital;
use thuocdo_practice::Movement;
use thuocdo_practice::course::StepKind;

use super::about::About;
use super::words::SummaryWord as Say;
use crate::paper::{Block, Cell, Column, Table};
use crate::year::{Change, Differing, LateSchool, Year};

pub(super) struct YearLists<'y> {
    pub(super) about: About<'y>,
    pub(super) year: &'y Year,
}

impl YearLists<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    /// A table of institutions: number, code, name, and these columns. Nothing without a row.
    fn table(&self, columns: impl IntoIterator<Item = Column>, rows: Vec<Vec<Cell>>) -> Vec<Block> {
        if rows.is_empty() {
            return Vec::new();
        }
        let who = [Column::centred(self.word(Say::Nth), 6), Column::words(self.word(Say::CodeColumn), 12), Column::words(self.word(Say::Name), 28)];
        let mut table = Table::new(who.into_iter().chain(columns).collect::<Vec<_>>());
        for (number, row) in (1_u32..).zip(rows) {
            table.row([Cell::from(number.to_string())].into_iter().chain(row).collect::<Vec<_>>());
        }
        vec![Block::Table(table)]
    }

    fn who(code: &str, name: Option<&String>) -> [Cell; 2] {
        [Cell::from(code), Cell::from(name.map_or("", String::as_str))]
    }

    /// Who has two assessments that differ, and in what.
    pub(super) fn differing(&self) -> Vec<Block> {
        let columns = [
            Column::centred(self.word(Say::OverallOwn), 14),
            Column::centred(self.word(Say::OverallExternal), 14),
            Column::words(self.word(Say::DifferingItems), 32),
        ];
        let row = |school: &Differing| {
            let levels = [school.own, school.external].map(|level| Cell::from(level.to_string()));
            YearLists::who(&school.code, school.name.as_ref()).into_iter().chain(levels).chain([self.items(school)]).collect()
        };
        self.table(columns, self.year.differing.iter().map(row).collect())
    }

    fn items(&self, school: &Differing) -> Cell {
        let from_to = |code: &str, from: &str, to: &str| Say::FromTo.say(self.about.lang, &[("code", &code), ("from", &from), ("to", &to)]);
        let conditions = school.conditions.iter();
        let conditions = conditions.map(|of| from_to(&of.code, self.about.state(of.own), self.about.state(of.external)));
        let indicators = school.indicators.iter();
        let indicators = indicators.map(|of| from_to(&of.code, &self.about.points(of.own), &self.about.points(of.external)));
        Cell::from(conditions.chain(indicators).collect::<Vec<_>>().join("; "))
    }

    /// Who rose or fell since the last period.
    pub(super) fn changes(&self) -> Vec<Block> {
        let columns = [
            Column::centred(self.word(Say::OverallLast), 14),
            Column::centred(self.word(Say::OverallNow), 14),
            Column::words(self.word(Say::Change), 26),
        ];
        let row = |change: &Change| {
            let levels = [change.from.level, change.to.level].map(|level| Cell::from(level.to_string()));
            YearLists::who(&change.code, change.name.as_ref()).into_iter().chain(levels).chain([self.change(change)]).collect()
        };
        self.table(columns, self.year.changes.iter().map(row).collect())
    }

    fn change(&self, change: &Change) -> Cell {
        let mut cell = Cell::empty();
        let kind = match change.kind {
            StepKind::Merged => Some(Say::AfterMerger),
            StepKind::Split => Some(Say::AfterSplit),
            StepKind::OtherFramework => Some(Say::OtherFramework),
            _ => None,
        };
        let overall = match change.overall {
            Some(Movement::Raised) => Some(Say::OverallRose),
            Some(Movement::Lowered) => Some(Say::OverallFell),
            _ => None,
        };
        for word in kind.into_iter().chain(overall) {
            cell.add(self.word(word));
        }
        for group in &change.groups {
            let word = match group.movement {
                Movement::Raised => Say::GroupRose,
                Movement::Lowered => Say::GroupFell,
                _ => continue,
            };
            cell.add(word.say(self.about.lang, &[("group", &group.code)]));
        }
        cell
    }

    /// Who did something late, or has not done it although its deadline is over.
    pub(super) fn late(&self) -> Vec<Block> {
        let columns = [
            Column::words(self.word(Say::Step), 20),
            Column::centred(self.word(Say::Deadline), 16),
            Column::centred(self.word(Say::DoneOn), 16),
            Column::centred(self.word(Say::LateDays), 10),
        ];
        let done = |late: &LateSchool| match (late.on, late.sent) {
            (Some(day), _) => day.text(self.about.lang),
            (None, true) => self.word(Say::SentOnly).to_owned(),
            (None, false) => self.word(Say::NotDone).to_owned(),
        };
        let mut rows = Vec::new();
        for deadline in &self.year.deadlines {
            for late in &deadline.late {
                let act = capital(deadline.act.name(self.about.lang));
                let cells = [act, deadline.deadline.text(self.about.lang), done(late), late.days.to_string()].map(Cell::from);
                rows.push(YearLists::who(&late.code, late.name.as_ref()).into_iter().chain(cells).collect());
            }
        }
        self.table(columns, rows)
    }
}
