//! The answers to one framework as plain numbers, in the order of its file, without names.

use std::sync::Arc;

use super::Scorer;
use crate::framework::{Code, Framework};
use crate::json::push_key;
use crate::points::Points;
use crate::range::Range;
use crate::scorecard::ConditionState;
use crate::violation::{Violation, ViolationCode, Violations};

/// The answers of one row to one framework. Made by [`Scorer::sheet`] or [`Scorer::blank`]; read by [`Scorer::levels`] without allocating.
///
/// One sheet serves row after row: [`Sheet::fill`] begins the next one, so no row says what the one before it said, and while a row is being
/// filled in nobody reads the sheet.
///
/// ```
/// use thuocdo::{Framework, Points, Scorer};
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// let position = scorer.indicator("1.3.1").unwrap();
/// let mut sheet = scorer.blank();
/// for (points, is_taken) in [("6", true), ("7", false), ("5.25", true)] {
///     let mut row = sheet.fill();
///     let answered = row.answer(position, points.parse().ok()); // 6 is the most
///     assert_eq!((answered.is_ok(), scorer.levels(&sheet).is_ok()), (is_taken, is_taken));
/// }
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(super) cells: Vec<Cell>,
    pub(super) conditions: Vec<ConditionState>,
    pub(super) frame: Arc<Frame>,
    /// What was refused since the row was begun.
    refused: Violations,
}

/// What all sheets of a framework share.
#[derive(Debug)]
pub(super) struct Frame {
    conditions: Vec<Code>,
    pub(super) digest: String,
    id: String,
    indicators: Vec<Code>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) answered: bool,
    max: Points,
    pub(super) score: Range<Points>,
}

impl Cell {
    const fn missing(max: Points) -> Cell {
        Cell { answered: false, max, score: Range { high: max, low: Points::ZERO } }
    }
}

impl Sheet {
    /// A sheet of this framework on which nothing is answered.
    pub(super) fn blank(framework: &Framework) -> Sheet {
        let frame = Frame {
            conditions: framework.conditions().map(|condition| condition.code.clone()).collect(),
            digest: framework.digest(),
            id: framework.id.clone(),
            indicators: framework.indicators().map(|indicator| indicator.code.clone()).collect(),
        };
        Sheet {
            cells: framework.indicators().map(|indicator| Cell::missing(indicator.max)).collect(),
            conditions: frame.conditions.iter().map(|_| ConditionState::Unknown).collect(),
            frame: Arc::new(frame),
            refused: Violations::default(),
        }
    }

    /// Begins a row: whatever stood on the sheet is gone, and nothing is answered.
    pub fn fill(&mut self) -> Fill<'_> {
        self.cells.iter_mut().for_each(|cell| *cell = Cell::missing(cell.max));
        self.conditions.fill(ConditionState::Unknown);
        self.refused = Violations::default();
        Fill { sheet: self }
    }

    /// The points of the indicator at a position of the file.
    pub fn score(&self, indicator: usize) -> Option<Range<Points>> {
        self.cells.get(indicator).map(|cell| cell.score)
    }

    /// The state of the condition at a position of the file.
    pub fn state(&self, condition: usize) -> Option<ConditionState> {
        self.conditions.get(condition).copied()
    }
}

/// A row that is being filled in, by positions of the file. What is refused is missing from it, and its sheet gives no levels and no
/// scorecard, but every refusal, until [`Sheet::fill`] begins the next row; so a refusal that nobody looks at is told all the same.
#[derive(Debug)]
pub struct Fill<'s> {
    sheet: &'s mut Sheet,
}

impl Fill<'_> {
    /// Answers an indicator, or takes its answer away.
    ///
    /// Fails with `points_out_of_range` above its maximum, and with `unknown_indicator` where there is none.
    pub fn answer(&mut self, indicator: usize, points: Option<Points>) -> Result<(), Violation> {
        if let Some(points) = points {
            return self.narrow(indicator, Range::exact(points));
        }
        match self.sheet.cells.get_mut(indicator) {
            Some(cell) => *cell = Cell::missing(cell.max),
            None => return refuse(&mut self.sheet.refused, nothing_there(ViolationCode::UnknownIndicator, "/answers", indicator)),
        }
        Ok(())
    }

    /// Says between which ends the points of an indicator lie; it counts as answered where they meet.
    ///
    /// Fails as [`Fill::answer`] does, and with `points_out_of_range` where the low end lies above the high one.
    pub fn narrow(&mut self, indicator: usize, score: Range<Points>) -> Result<(), Violation> {
        let Sheet { cells, frame, refused, .. } = &mut *self.sheet;
        let Some(cell) = cells.get_mut(indicator) else {
            return refuse(refused, nothing_there(ViolationCode::UnknownIndicator, "/answers", indicator));
        };
        let max = cell.max;
        if score.low <= score.high && score.high <= max {
            *cell = Cell { answered: score.is_exact(), max, score };
            return Ok(());
        }
        *cell = Cell::missing(max);
        let (found, most) = if score.high > max { (score.high, max) } else { (score.low, score.high) };
        let mut at = "/answers".to_owned();
        frame.indicators.get(indicator).into_iter().for_each(|code| push_key(&mut at, code));
        refuse(refused, Violation::new(ViolationCode::PointsOutOfRange, at).with("found", found.to_string().as_str()).with("max", most))
    }

    /// Says whether a condition is met.
    ///
    /// Fails with `unknown_condition` where there is none.
    pub fn condition(&mut self, condition: usize, state: ConditionState) -> Result<(), Violation> {
        match self.sheet.conditions.get_mut(condition) {
            Some(place) => *place = state,
            None => return refuse(&mut self.sheet.refused, nothing_there(ViolationCode::UnknownCondition, "/conditions", condition)),
        }
        Ok(())
    }
}

/// That there is nothing at a position, counted from 0.
fn nothing_there(code: ViolationCode, list: &str, position: usize) -> Violation {
    Violation::new(code, list.to_owned()).with("code", position.to_string().as_str()).with("accepted", Vec::<&str>::new())
}

/// Tells a refusal now, and keeps it for whoever asks for the levels.
fn refuse(refused: &mut Violations, violation: Violation) -> Result<(), Violation> {
    refused.push(violation.clone());
    Err(violation)
}

impl Scorer {
    /// A sheet on which nothing is answered.
    pub fn blank(&self) -> Sheet {
        self.blank.clone()
    }

    /// The sheet, if it is one of this framework, and nothing was refused on it. Allocates nothing where it is.
    pub(super) fn own<'s>(&self, sheet: &'s Sheet) -> Result<&'s Sheet, Violations> {
        let (found, expected) = (&sheet.frame, &self.blank.frame);
        // Sheets of one scorer share their frame; two scorers of one framework have the same digest.
        if !Arc::ptr_eq(found, expected) && found.digest != expected.digest {
            return Err(self.wrong_framework(String::new(), &found.id, &found.digest).into());
        }
        if sheet.refused.is_empty() { Ok(sheet) } else { sheet.refused.clone().or(sheet) }
    }
}
