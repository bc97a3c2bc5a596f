//! The counters of one row of a table, in one flat list of numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thuocdo::{Code, Framework, InstitutionType, Level, Range, Scorecard, Standing, Stream};

use crate::Registered;

/// What cards of one framework look like, and where in the counts each of their facts is counted.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) groups: Vec<Code>,
    pub(super) indicators: Vec<Code>,
    /// Of each indicator, whether nobody knows whose its points are.
    pub(super) unlocated: Vec<bool>,
    pub(super) levels: Vec<Level>,
}

impl Shape {
    pub(super) fn of(framework: &Framework) -> Shape {
        Shape {
            groups: framework.groups.iter().map(|group| group.code.clone()).collect(),
            indicators: framework.indicators().map(|indicator| indicator.code.clone()).collect(),
            unlocated: framework.indicators().map(|indicator| indicator.basis.standing == Standing::Unlocated).collect(),
            levels: framework.levels.iter().map(|meaning| meaning.level).collect(),
        }
    }

    /// The columns of one table of levels: every level, and undetermined.
    pub(super) fn width(&self) -> usize {
        self.levels.len().saturating_add(1)
    }

    /// Nothing counted: a table for each group and one for the whole.
    pub(super) fn blank(&self) -> Counts {
        let tables = self.groups.len().saturating_add(1);
        Counts { cells: vec![0; tables.saturating_mul(self.width())], count: 0, eligible: 0, at_lowest: 0 }
    }

    /// Whether a card has these groups, indicators and levels.
    pub(super) fn fits(&self, card: &Scorecard) -> bool {
        let knows = |level: Range<Level>| self.levels.contains(&level.low) && self.levels.contains(&level.high);
        card.groups.len() == self.groups.len()
            && card.groups.iter().zip(&self.groups).all(|(group, code)| group.code == *code && knows(group.level))
            && knows(card.overall.level)
            && card.indicators().map(|indicator| &indicator.code).eq(&self.indicators)
    }

    /// What is counted of a card. `entry` is its institution in the register.
    pub(super) fn facts(&self, card: &Scorecard, entry: Option<&Registered>) -> CardFacts {
        let kind = entry.and_then(|entry| entry.kind).or_else(|| card.institution.as_ref().and_then(|institution| institution.kind));
        CardFacts {
            authority: entry.and_then(|entry| entry.authority.as_deref()).map(Into::into),
            kind: kind.map(|kind| InstitutionType::as_str(kind).into()),
            lacking: card.indicators().map(|indicator| indicator.max.saturating_sub(indicator.score.low).hundredths()).collect(),
            period: card.period.as_deref().map(Into::into),
            places: self.places(card),
            scores: card.groups.iter().map(|group| group.score.is_exact().then(|| group.score.low.hundredths())).collect(),
            stream: card.stream.map(|stream| Stream::as_str(stream).into()),
        }
    }

    /// Where a card is counted.
    fn places(&self, card: &Scorecard) -> Places {
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

/// What is counted of one card.
#[derive(Clone, Debug)]
pub(super) struct CardFacts {
    pub(super) authority: Option<Box<str>>,
    pub(super) kind: Option<Box<str>>,
    /// Of each indicator the hundredths that are missing.
    pub(super) lacking: Vec<u32>,
    pub(super) period: Option<Box<str>>,
    pub(super) places: Places,
    /// Of each group the points in hundredths, where they are known.
    pub(super) scores: Vec<Option<u32>>,
    pub(super) stream: Option<Box<str>>,
}

/// Where in the counts one card is counted.
#[derive(Clone, Debug)]
pub(super) struct Places {
    cells: Vec<usize>,
    is_eligible: bool,
    is_recognisable: bool,
}

/// The counts of one row.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Counts {
    /// Table after table, the groups' and that of the whole; in each the levels, and undetermined.
    pub(super) cells: Vec<u32>,
    pub(super) count: u32,
    pub(super) eligible: u32,
    /// How many of the eligible are at the lowest level, which nobody recognises.
    pub(super) at_lowest: u32,
}

impl Counts {
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

impl Counts {
    /// Whether they have the columns of a framework.
    pub(super) fn fit(&self, shape: &Shape) -> bool {
        self.cells.len() == shape.blank().cells.len()
    }

    /// Adds what was counted elsewhere.
    pub(super) fn add(&mut self, other: &Counts) {
        let counters = [(&mut self.count, other.count), (&mut self.eligible, other.eligible), (&mut self.at_lowest, other.at_lowest)];
        for (own, other) in self.cells.iter_mut().zip(other.cells.iter().copied()).chain(counters) {
            *own = own.saturating_add(other);
        }
    }
}

/// The rows of one breakdown.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Rows {
    known: BTreeMap<String, Counts>,
    unknown: Option<Counts>,
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

    /// Adds what was counted elsewhere.
    pub(super) fn add(&mut self, other: Rows, shape: &Shape) {
        for (value, counts) in other.known {
            self.known.entry(value).or_insert_with(|| shape.blank()).add(&counts);
        }
        if let Some(counts) = other.unknown {
            self.unknown.get_or_insert_with(|| shape.blank()).add(&counts);
        }
    }

    /// Whether every row has the columns of a framework.
    pub(super) fn fit(&self, shape: &Shape) -> bool {
        self.known.values().chain(&self.unknown).all(|counts| counts.fit(shape))
    }

    /// By value; what is not known is last.
    pub(super) fn into_rows(self) -> Vec<(Option<String>, Counts)> {
        self.known.into_iter().map(|(value, counts)| (Some(value), counts)).chain(self.unknown.map(|counts| (None, counts))).collect()
    }
}
