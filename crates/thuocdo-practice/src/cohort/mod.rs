//! How many schools of a commune, a province or the country stand where.
//!
//! `tally` counts, `quantiles` spreads points, `finish` puts the report together. `report` says it in `words`; `request` reads what is asked by
//! text.

mod finish;
mod quantiles;
mod report;
mod request;
mod tally;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Code, Decimal, Framework, Level, Points, Scorecard, Violations};

pub(crate) use self::request::Counted;
use self::tally::{Rows, Shape, Tally, Told};
use crate::once::came_already;
use crate::register::Came;
use crate::{Coverage, FrameworkId, Keep, Once, Register, Whose};

/// Counts scorecards of one framework as they come. What it holds grows with the rows of its tables, by four bytes for each group of
/// a card, for the quantiles, and by some tens of bytes for whose each is; where of several the last counts, by what is counted of each.
/// Never with the cards themselves.
///
/// Of an institution, period and stream one card is counted. Whoever adds several periods or streams of one sees them apart in
/// `by_period` and `by_stream`.
#[derive(Clone, Debug)]
pub struct Cohort {
    all: Tally,
    by_authority: Rows,
    by_period: Rows,
    by_stream: Rows,
    by_type: Rows,
    came: Came,
    framework: FrameworkId,
    keep: Option<Keep>,
    /// What is counted in the end, where the last card of each institution, period and stream counts.
    last: BTreeMap<Whose, Told>,
    /// Of each indicator: the hundredths that are missing, and the schools that lack any.
    missing: Vec<(u64, u32)>,
    once: Once<usize>,
    /// Of each group: the schools whose points are not known.
    open: Vec<u32>,
    other_framework: u32,
    passed_over: u32,
    /// Of each group: the points that are known, in hundredths.
    scores: Vec<Vec<u32>>,
    shape: Shape,
}

impl Cohort {
    /// Nothing counted yet. `keep` says which of several cards of one institution, period and stream counts; without it they are refused.
    pub fn new(framework: &Framework, keep: Option<Keep>) -> Cohort {
        let shape = Shape::of(framework);
        Cohort {
            all: shape.blank(),
            by_authority: Rows::default(),
            by_period: Rows::default(),
            by_stream: Rows::default(),
            by_type: Rows::default(),
            came: Came::default(),
            framework: framework.into(),
            keep,
            last: BTreeMap::new(),
            missing: vec![(0, 0); shape.indicators.len()],
            once: Once::default(),
            open: vec![0; shape.groups.len()],
            other_framework: 0,
            passed_over: 0,
            scores: vec![Vec::new(); shape.groups.len()],
            shape,
        }
    }

    /// Counts a card. `position` is how many came before it, for whoever comes again. The register says the authority of its institution,
    /// and its type before the card does. A card of another framework, or one that has not this framework's groups, indicators and levels
    /// whatever it says, is counted apart.
    ///
    /// Fails with `duplicate_assessment`, and counts nothing, where one of this institution, period and stream came already, and it was not
    /// said which counts. A card without a code may be anyone's.
    pub fn add(&mut self, position: usize, card: &Scorecard, register: Option<&Register>) -> Result<(), Violations> {
        if card.framework.digest != self.framework.digest || !self.shape.fits(card) {
            self.other_framework = self.other_framework.saturating_add(1);
            return Ok(());
        }
        let code = card.institution_code();
        // An institution that was renamed is one.
        let today = code.map(|code| register.map_or(code, |register| register.today(code)));
        let whose = Whose::new(today, card.period.as_deref(), card.stream);
        let first = self.once.note(whose, position).copied();
        if let (Some(first), None) = (first, self.keep) {
            return Err(came_already(code.unwrap_or_default(), &format!("/scorecards/{first}")).into());
        }
        self.passed_over = self.passed_over.saturating_add(first.is_some().into());
        if first.is_some() && self.keep == Some(Keep::First) {
            return Ok(());
        }
        if let (Some(register), Some(code)) = (register, code) {
            self.came.note(register, code, card.period.as_deref());
        }
        let told = self.shape.told(card, register.zip(code).and_then(|(register, code)| register.find(code)));
        match whose {
            Some(whose) if self.keep == Some(Keep::Last) => drop(self.last.insert(whose, told)),
            _ => self.count(&told),
        }
        Ok(())
    }

    fn count(&mut self, told: &Told) {
        self.all.count(&told.places);
        for (rows, value) in [
            (&mut self.by_authority, &told.authority),
            (&mut self.by_period, &told.period),
            (&mut self.by_stream, &told.stream),
            (&mut self.by_type, &told.kind),
        ] {
            rows.count(value.as_deref(), &self.shape, &told.places);
        }
        for (score, (scores, open)) in told.scores.iter().zip(self.scores.iter_mut().zip(&mut self.open)) {
            match score {
                Some(score) => scores.push(*score),
                None => *open = open.saturating_add(1),
            }
        }
        for (lacking, (missing, schools)) in told.lacking.iter().zip(&mut self.missing) {
            *missing = missing.saturating_add((*lacking).into());
            *schools = schools.saturating_add(u32::from(*lacking > 0));
        }
    }

    /// What was counted, and what it says beside the register.
    pub fn finish(mut self, register: Option<&Register>) -> CohortReport {
        for told in std::mem::take(&mut self.last).into_values() {
            self.count(&told);
        }
        finish::report(self, register)
    }
}

/// How many schools stand where.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CohortReport {
    /// By managing authority, as the register says; a value of null is of schools of which it says none.
    pub by_authority: Vec<Row>,
    /// By period. More than one means that schools may be counted more than once.
    pub by_period: Vec<Row>,
    /// By stream. More than one means that schools may be counted more than once.
    pub by_stream: Vec<Row>,
    /// By type of institution.
    pub by_type: Vec<Row>,
    /// How many scorecards are counted.
    pub count: u32,
    /// Of how many nothing stands in the way of recognition.
    pub eligible: u32,
    /// How many of these are at the lowest level, which nobody recognises.
    pub eligible_at_lowest: u32,
    /// By which framework.
    pub framework: FrameworkId,
    /// The levels of each group.
    pub groups: Vec<GroupLevels>,
    /// Every indicator with the points that schools miss, the most first; those that are unlocated behind the others.
    pub missing_points: Vec<MissingPoints>,
    /// How many scorecards were of another framework, and are not counted.
    pub other_framework: u32,
    /// The levels of the institutions as a whole.
    pub overall: LevelCounts,
    /// How many scorecards were passed over for another of the same institution, period and stream, as `keep` asks.
    pub passed_over: u32,
    /// How the points of each group are spread.
    pub quantiles: Vec<Quantiles>,
    /// What forms and register say of each other; null without a register.
    pub register: Option<Coverage>,
}

/// One row of a breakdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Row {
    /// How many scorecards.
    pub count: u32,
    /// Of how many nothing stands in the way of recognition.
    pub eligible: u32,
    /// The levels of each group.
    pub groups: Vec<GroupLevels>,
    /// The levels of the institutions as a whole.
    pub overall: LevelCounts,
    /// What they have in common; null where it is not known.
    pub value: Option<String>,
}

/// How many schools have which level in one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GroupLevels {
    /// The group's code.
    pub code: Code,
    /// Schools whose level is known, level by level.
    pub levels: Vec<LevelCount>,
    /// Schools whose level missing answers leave open.
    pub undetermined: u32,
}

/// How many schools have which level as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LevelCounts {
    /// Schools whose level is known, level by level.
    pub levels: Vec<LevelCount>,
    /// Schools whose level missing answers leave open.
    pub undetermined: u32,
}

/// How many schools have one level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LevelCount {
    /// How many.
    pub count: u32,
    /// The level.
    pub level: Level,
}

/// How the points of one group are spread over the schools whose points are known, by nearest rank: of n schools in ascending order the
/// one at n × ¼, ½ or ¾, rounded up. So each is exact, and the points of a school there is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Quantiles {
    /// The group's code.
    pub code: Code,
    /// A quarter of the way.
    pub lower_quartile: Option<Points>,
    /// The last school's.
    pub maximum: Option<Points>,
    /// Half of the way.
    pub median: Option<Points>,
    /// The first school's.
    pub minimum: Option<Points>,
    /// How many schools are left out, because their points are not known.
    pub open: u32,
    /// Three quarters of the way.
    pub upper_quartile: Option<Points>,
}

/// The points that schools miss in one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MissingPoints {
    /// The indicator's code.
    pub code: Code,
    /// The points missing for each school counted, rounded to hundredths, half a hundredth up.
    pub mean: Decimal<2>,
    /// How many schools lack any.
    pub schools: u32,
    /// The maximum less the certain points, over all schools.
    pub total: Decimal<2>,
}

impl CohortReport {
    /// The report as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
