//! What is counted of one row, in one flat list of numbers.

use std::collections::BTreeMap;

use thuocdo::{Code, Framework, Level, Range, Scorecard};

/// What cards of one framework look like, and where in a tally each of their facts is counted.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) groups: Vec<Code>,
    pub(super) indicators: Vec<Code>,
    pub(super) levels: Vec<Level>,
}

impl Shape {
    pub(super) fn of(framework: &Framework) -> Shape {
        Shape {
            groups: framework.groups.iter().map(|group| group.code.clone()).collect(),
            indicators: framework.indicators().map(|indicator| indicator.code.clone()).collect(),
            levels: framework.levels.iter().map(|meaning| meaning.level).collect(),
        }
    }

    /// The columns of one table of levels: every level, and undetermined.
    pub(super) fn width(&self) -> usize {
        self.levels.len().saturating_add(1)
    }

    /// Nothing counted: a table for each group and one for the whole.
    pub(super) fn blank(&self) -> Tally {
        let tables = self.groups.len().saturating_add(1);
        Tally { cells: vec![0; tables.saturating_mul(self.width())], count: 0, eligible: 0, at_lowest: 0 }
    }

    /// Whether a card has these groups, indicators and levels.
    pub(super) fn fits(&self, card: &Scorecard) -> bool {
        let knows = |level: Range<Level>| self.levels.contains(&level.low) && self.levels.contains(&level.high);
        card.groups.len() == self.groups.len()
            && card.groups.iter().zip(&self.groups).all(|(group, code)| group.code == *code && knows(group.level))
            && knows(card.overall.level)
            && card.indicators().map(|indicator| &indicator.code).eq(&self.indicators)
    }

    /// Where a card is counted.
    pub(super) fn places(&self, card: &Scorecard) -> Places {
        let levels = card.groups.iter().map(|group| group.level).chain([card.overall.level]);
        let column = |level: Range<Level>| {
            let known = self.levels.iter().position(|known| level.is_exact() && *known == level.low);
            known.unwrap_or(self.levels.len())
        };
        Places {
            cells: levels.enumerate().map(|(table, level)| table.saturating_mul(self.width()).saturating_add(column(level))).collect(),
            is_eligible: card.recognition.eligible,
            is_recognisable: card.is_recognisable(),
        }
    }
}

/// Where in a tally one card is counted.
pub(super) struct Places {
    cells: Vec<usize>,
    is_eligible: bool,
    is_recognisable: bool,
}

/// The counts of one row.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Table after table, the groups' and that of the whole; in each the levels, and undetermined.
    pub(super) cells: Vec<u32>,
    pub(super) count: u32,
    pub(super) eligible: u32,
    /// How many of the eligible are at the lowest level, which nobody recognises.
    pub(super) at_lowest: u32,
}

impl Tally {
    pub(super) fn count(&mut self, places: &Places) {
        self.count = self.count.saturating_add(1);
        self.eligible = self.eligible.saturating_add(places.is_eligible.into());
        self.at_lowest = self.at_lowest.saturating_add((places.is_eligible && !places.is_recognisable).into());
        for place in &places.cells {
            if let Some(cell) = self.cells.get_mut(*place) {
                *cell = cell.saturating_add(1);
            }
        }
    }
}

/// The rows of one breakdown.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    known: BTreeMap<String, Tally>,
    unknown: Option<Tally>,
}

impl Rows {
    /// Counts a card in the row of a value. A copy of the value is made only for a new row.
    pub(super) fn count(&mut self, value: Option<&str>, shape: &Shape, places: &Places) {
        let Some(value) = value else {
            return self.unknown.get_or_insert_with(|| shape.blank()).count(places);
        };
        if let Some(row) = self.known.get_mut(value) {
            return row.count(places);
        }
        self.known.entry(value.to_owned()).or_insert_with(|| shape.blank()).count(places);
    }

    /// By value; what is not known is last.
    pub(super) fn into_rows(self) -> Vec<(Option<String>, Tally)> {
        self.known.into_iter().map(|(value, tally)| (Some(value), tally)).chain(self.unknown.map(|tally| (None, tally))).collect()
    }
}
