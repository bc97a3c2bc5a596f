//! Counting scorecards as they come.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thuocdo::{Framework, FrameworkRef, Scorecard, Violation, Violations};

use super::counts::{CardFacts, Counts, Rows, Shape};
use crate::register::CoverageCounter;
use crate::shared::once::came_already;
use crate::{Keep, Once, Register, Whose};

/// Counts scorecards of one framework as they come. What it holds grows with the rows of its tables, by four bytes for each group of
/// a card, for the quantiles, and by some tens of bytes for whose each is; where of several the last counts, by what is counted of each.
/// Never with the cards themselves.
///
/// One card of each institution, period and stream is counted. Several periods or streams of one institution stand apart in `by_period`
/// and `by_stream`.
///
/// ```
/// use thuocdo::{Framework, Scorer};
/// use thuocdo_practice::Cohort;
///
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// let mut cohort = Cohort::new(scorer.framework(), None);
/// for (position, points) in ["6", "4.5", "0"].into_iter().enumerate() {
///     let school = format!(r#"{{ "institution": {{ "code": "{position}" }}, "conditions": {{}}, "answers": {{ "1.3.1": {points} }} }}"#);
///     cohort.add(position, &scorer.score(school.as_bytes())?, None)?;
/// }
/// let report = cohort.finish(None);
/// assert_eq!((report.count, report.overall.undetermined), (3, 3)); // most answers are missing
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cohort {
    pub(super) all: Counts,
    pub(super) by_authority: Rows,
    pub(super) by_period: Rows,
    pub(super) by_stream: Rows,
    pub(super) by_type: Rows,
    pub(super) coverage: CoverageCounter,
    pub(super) framework: FrameworkRef,
    pub(super) keep: Option<Keep>,
    /// What is counted in the end, where the last card of each institution, period and stream counts.
    pub(super) last: BTreeMap<Whose, CardFacts>,
    /// Of each indicator: the hundredths that are missing, and the schools that lack any.
    pub(super) missing: Vec<(u64, u32)>,
    pub(super) once: Once<Came>,
    /// Of each group: the schools whose points are not known.
    pub(super) open: Vec<u32>,
    pub(super) other_framework: u32,
    pub(super) passed_over: u32,
    /// Of each group: the points that are known, in hundredths.
    pub(super) scores: Vec<Vec<u32>>,
    pub(super) shape: Shape,
}

/// Where the first form of an institution, period and stream came, and the code that it bears.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Came {
    pub(super) code: Box<str>,
    pub(super) position: usize,
}

impl Came {
    /// That a form with this code came behind it.
    pub(super) fn already(&self, code: &str) -> Violation {
        came_already(code, &format!("/scorecards/{}", self.position))
    }
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
            coverage: CoverageCounter::default(),
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

    /// Counts a card. `position` is the number of cards before it; a second card of the same institution is refused with the position of the
    /// first. The register gives the authority of the institution, and its type; without it the type is the card's. A card of another
    /// framework is counted in `other_framework`; so is one whose groups, indicators or levels are not this framework's.
    ///
    /// # Errors
    ///
    /// `duplicate_assessment` where a card of this institution, period and stream came already and there is no `keep`; the card is not
    /// counted then. A card without a code may be anyone's, so it never repeats another.
    pub fn add(&mut self, position: usize, card: &Scorecard, register: Option<&Register>) -> Result<(), Violations> {
        if card.framework.digest != self.framework.digest || !self.shape.fits(card) {
            self.other_framework = self.other_framework.saturating_add(1);
            return Ok(());
        }
        let code = card.institution_code();
        // An institution that was renamed is one.
        let today = code.map(|code| register.map_or(code, |register| register.today(code)));
        let whose = Whose::new(today, card.period.as_deref(), card.stream);
        let first = self.once.note(whose, Came { code: code.unwrap_or_default().into(), position });
        if let (Some(first), None) = (first, self.keep) {
            return Err(first.already(code.unwrap_or_default()).into());
        }
        let is_again = first.is_some();
        self.passed_over = self.passed_over.saturating_add(is_again.into());
        if is_again && self.keep == Some(Keep::First) {
            return Ok(());
        }
        if let (Some(register), Some(code)) = (register, code) {
            self.coverage.note(register, code, card.period.as_deref());
        }
        let facts = self.shape.facts(card, register.zip(code).and_then(|(register, code)| register.find(code)));
        match whose {
            Some(whose) if self.keep == Some(Keep::Last) => drop(self.last.insert(whose, facts)),
            _ => self.count(&facts),
        }
        Ok(())
    }

    pub(super) fn count(&mut self, facts: &CardFacts) {
        self.all.count(&facts.places);
        for (rows, value) in [
            (&mut self.by_authority, &facts.authority),
            (&mut self.by_period, &facts.period),
            (&mut self.by_stream, &facts.stream),
            (&mut self.by_type, &facts.kind),
        ] {
            rows.count(value.as_deref(), &self.shape, &facts.places);
        }
        for (score, (scores, open)) in facts.scores.iter().zip(self.scores.iter_mut().zip(&mut self.open)) {
            match score {
                Some(score) => scores.push(*score),
                None => *open = open.saturating_add(1),
            }
        }
        for (lacking, (missing, schools)) in facts.lacking.iter().zip(&mut self.missing) {
            *missing = missing.saturating_add((*lacking).into());
            *schools = schools.saturating_add(u32::from(*lacking > 0));
        }
    }
}
