//! Answers as plain numbers, by position in the framework file.

use std::sync::Arc;

use super::Scorer;
use crate::framework::{Code, EvidenceRule, EvidenceState, Framework};
use crate::json::pointer;
use crate::points::{Number, NumberFault, Points};
use crate::range::Range;
use crate::scorecard::ConditionState;
use crate::violation::{Violation, Violations};

/// The answers of one row to one framework. [`Scorer::sheet`] or [`Scorer::blank`] makes it; [`Scorer::levels`] reads it without
/// allocation.
///
/// One sheet serves row after row. [`Sheet::fill`] clears the sheet, so no answer of an earlier row remains. The borrow checker keeps
/// others from reading the sheet while a row is filled in.
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
    pub(super) conditions: Vec<Mark>,
    pub(super) frame: Arc<Frame>,
    /// The refusals since the beginning of the row.
    refused: Violations,
}

/// The part that all sheets of a framework share.
#[derive(Debug)]
pub(super) struct Frame {
    /// Whether the framework requires any evidence.
    pub(super) asks: bool,
    pub(super) digest: String,
    id: String,
    indicators: Vec<Code>,
}

impl Frame {
    /// The pointer of the answer to the indicator at this position.
    fn place(&self, indicator: usize) -> String {
        self.indicators.get(indicator).map_or_else(|| "/answers".to_owned(), |code| pointer("/answers", code))
    }
}

/// The answer to an indicator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) answered: bool,
    /// `None` if the answer needs no evidence.
    pub(super) evidence: Option<EvidenceState>,
    max: Points,
    pub(super) score: Range<Points>,
}

impl Cell {
    const fn missing(max: Points, evidence: Option<EvidenceState>) -> Cell {
        Cell { answered: false, evidence, max, score: Range { high: max, low: Points::ZERO } }
    }

    fn clear(&mut self) {
        *self = Cell::missing(self.max, self.evidence);
    }
}

/// The answer to a condition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// `None` if the answer needs no evidence.
    pub(super) evidence: Option<EvidenceState>,
    pub(super) state: ConditionState,
}

/// Whether an answer brings points, and so needs the required evidence. An answer of zero points needs none.
pub(super) fn brings_points(score: Range<Points>) -> bool {
    score.is_exact() && score.low > Points::ZERO
}

impl Sheet {
    /// A sheet of this framework without any answer.
    pub(super) fn blank(framework: &Framework) -> Sheet {
        // A row of numbers has no evidence, so whether there is any is unknown.
        let unknown = |rule: &Option<EvidenceRule>| rule.as_ref().map(|_| EvidenceState::Unknown);
        let frame = Frame {
            asks: framework.requires_evidence(),
            digest: framework.digest(),
            id: framework.id.clone(),
            indicators: framework.indicators().map(|indicator| indicator.code.clone()).collect(),
        };
        Sheet {
            cells: framework.indicators().map(|indicator| Cell::missing(indicator.max, unknown(&indicator.required_evidence))).collect(),
            conditions: framework
                .conditions()
                .map(|condition| Mark { evidence: unknown(&condition.required_evidence), state: ConditionState::Unknown })
                .collect(),
            frame: Arc::new(frame),
            refused: Violations::default(),
        }
    }

    /// Begins a row: clears the sheet.
    pub fn fill(&mut self) -> Fill<'_> {
        let unknown = |evidence: Option<EvidenceState>| evidence.map(|_| EvidenceState::Unknown);
        self.cells.iter_mut().for_each(|cell| *cell = Cell::missing(cell.max, unknown(cell.evidence)));
        self.conditions.iter_mut().for_each(|mark| *mark = Mark { evidence: unknown(mark.evidence), state: ConditionState::Unknown });
        self.refused = Violations::default();
        self.row()
    }

    /// Fills a sheet that is blank already.
    pub(super) fn row(&mut self) -> Fill<'_> {
        Fill { sheet: self }
    }

    /// Begins a row and fills it from numbers, as a table has them: points by indicator and the state of each condition, in the order of
    /// [`Framework::indicators`] and [`Framework::conditions`]. `None` is no answer, and so is every entry that a shorter list lacks.
    ///
    /// ```
    /// use thuocdo::Scorer;
    /// let scorer = Scorer::shipped("moet-4725-2022")?;
    /// let mut sheet = scorer.blank(); // one for each thread; it serves row after row
    /// let (points, conditions) = ([Some(6.0); 4], [Some(true), None]);
    /// sheet.fill_row(&points, &conditions)?;
    /// println!("{}", scorer.levels(&sheet)?.overall());
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    /// Every number that is no number of points (`wrong_type`, `points_too_precise`, `points_out_of_range`), and what is too much in a list
    /// (`unknown_indicator`, `unknown_condition`). The sheet then gives no levels until the next row.
    pub fn fill_row(&mut self, points: &[Option<f64>], conditions: &[Option<bool>]) -> Result<(), Violations> {
        let mut row = self.fill();
        for (position, points) in points.iter().enumerate() {
            let _ = match points.map(Points::from_f64).transpose() {
                Ok(points) => row.answer(position, points),
                Err(fault) => row.refuse_number(position, points.unwrap_or_default(), fault),
            };
        }
        for (position, met) in conditions.iter().enumerate() {
            let _ = row.condition(position, (*met).into());
        }
        self.sound().map(|_| ())
    }

    /// The sheet, or every refusal of its row. Allocates nothing if there is none.
    fn sound(&self) -> Result<&Sheet, Violations> {
        if self.refused.is_empty() { Ok(self) } else { self.refused.clone().or(self) }
    }

    /// The points of the indicator at this position.
    pub fn score(&self, indicator: usize) -> Option<Range<Points>> {
        self.cells.get(indicator).map(|cell| cell.score)
    }

    /// The state of the condition at this position.
    pub fn state(&self, condition: usize) -> Option<ConditionState> {
        self.conditions.get(condition).map(|mark| mark.state)
    }

    /// Whether the answer to the indicator at this position has its required evidence. `None` if it needs none, as an answer of zero points
    /// does not.
    pub fn answer_evidence(&self, indicator: usize) -> Option<EvidenceState> {
        self.cells.get(indicator).filter(|cell| brings_points(cell.score))?.evidence
    }

    /// Whether the condition at this position has its required evidence. `None` if it needs none, as an unmet condition does not.
    pub fn condition_evidence(&self, condition: usize) -> Option<EvidenceState> {
        self.conditions.get(condition).filter(|mark| mark.state == ConditionState::Met)?.evidence
    }

    /// Whether all required evidence is there.
    pub(super) fn is_shown(&self) -> bool {
        let is_given = |evidence: Option<EvidenceState>| evidence.is_none_or(|evidence| evidence == EvidenceState::Given);
        !self.frame.asks
            || (self.cells.iter().all(|cell| is_given(cell.evidence) || !brings_points(cell.score))
                && self.conditions.iter().all(|mark| is_given(mark.evidence) || mark.state != ConditionState::Met))
    }
}

/// A row during filling, by positions in the file. The row lacks every refused value. After a refusal the sheet gives no levels and no
/// scorecard, only all refusals, until [`Sheet::fill`] begins the next row. So a caller who ignores a refusal still gets it later.
#[derive(Debug)]
pub struct Fill<'s> {
    sheet: &'s mut Sheet,
}

impl Fill<'_> {
    /// Answers an indicator; `None` removes its answer.
    ///
    /// # Errors
    /// `points_out_of_range` above the maximum; `unknown_indicator` if there is none at this position.
    pub fn answer(&mut self, indicator: usize, points: Option<Points>) -> Result<(), Violation> {
        if let Some(points) = points {
            return self.narrow(indicator, Range::exact(points));
        }
        match self.sheet.cells.get_mut(indicator) {
            Some(cell) => cell.clear(),
            None => return refuse(&mut self.sheet.refused, no_indicator(indicator)),
        }
        Ok(())
    }

    /// Sets the range of the points of an indicator. The indicator counts as answered if both ends are equal.
    ///
    /// # Errors
    /// As [`Fill::answer`]; and `points_out_of_range` if the low end is above the high one.
    pub fn narrow(&mut self, indicator: usize, score: Range<Points>) -> Result<(), Violation> {
        let Sheet { cells, frame, refused, .. } = &mut *self.sheet;
        let Some(cell) = cells.get_mut(indicator) else {
            return refuse(refused, no_indicator(indicator));
        };
        let max = cell.max;
        if score.low <= score.high && score.high <= max {
            *cell = Cell { answered: score.is_exact(), score, ..*cell };
            return Ok(());
        }
        cell.clear();
        let (found, most) = if score.high > max { (score.high, max) } else { (score.low, score.high) };
        let at = frame.place(indicator);
        refuse(refused, Violation::points_out_of_range(at, found.to_string().as_str(), most))
    }

    /// Notes that a number at an indicator is not a number of points.
    fn refuse_number(&mut self, indicator: usize, found: f64, fault: NumberFault) -> Result<(), Violation> {
        let Sheet { cells, frame, refused, .. } = &mut *self.sheet;
        let Some(cell) = cells.get(indicator) else { return refuse(refused, no_indicator(indicator)) };
        let at = frame.place(indicator);
        refuse(refused, Violation::not_points(at, &Number::from_f64(found).to_string(), cell.max, fault))
    }

    /// Sets the state of a condition.
    ///
    /// # Errors
    /// `unknown_condition` if there is none at this position.
    pub fn condition(&mut self, condition: usize, state: ConditionState) -> Result<(), Violation> {
        match self.sheet.conditions.get_mut(condition) {
            Some(mark) => mark.state = state,
            None => return refuse(&mut self.sheet.refused, no_condition(condition)),
        }
        Ok(())
    }

    /// Sets whether an answer has its required evidence. Before this call the state is unknown. Without a required evidence the call does
    /// nothing.
    ///
    /// # Errors
    /// `unknown_indicator` if there is none at this position.
    pub fn answer_evidence(&mut self, indicator: usize, evidence: EvidenceState) -> Result<(), Violation> {
        match self.sheet.cells.get_mut(indicator) {
            Some(cell) => cell.evidence = cell.evidence.map(|_| evidence),
            None => return refuse(&mut self.sheet.refused, no_indicator(indicator)),
        }
        Ok(())
    }

    /// Sets whether a condition has its required evidence; else as [`Fill::answer_evidence`].
    ///
    /// # Errors
    /// `unknown_condition` if there is none at this position.
    pub fn condition_evidence(&mut self, condition: usize, evidence: EvidenceState) -> Result<(), Violation> {
        match self.sheet.conditions.get_mut(condition) {
            Some(mark) => mark.evidence = mark.evidence.map(|_| evidence),
            None => return refuse(&mut self.sheet.refused, no_condition(condition)),
        }
        Ok(())
    }
}

/// The violation for a position without an indicator, counted from 0.
fn no_indicator(position: usize) -> Violation {
    Violation::unknown_indicator("/answers", position.to_string(), Vec::<&str>::new())
}

/// The violation for a position without a condition, counted from 0.
fn no_condition(position: usize) -> Violation {
    Violation::unknown_condition("/conditions", position.to_string(), Vec::<&str>::new())
}

/// Returns a refusal, and keeps it for the next caller that wants levels.
fn refuse(refused: &mut Violations, violation: Violation) -> Result<(), Violation> {
    refused.push(violation.clone());
    Err(violation)
}

impl Scorer {
    /// A sheet without any answer.
    pub fn blank(&self) -> Sheet {
        self.blank.clone()
    }

    /// The sheet, if it is of this framework and nothing was refused on it. Then it allocates nothing.
    pub(super) fn usable<'s>(&self, sheet: &'s Sheet) -> Result<&'s Sheet, Violations> {
        let (found, expected) = (&sheet.frame, &self.blank.frame);
        // Sheets of one scorer share their frame. Two scorers of one framework have the same digest.
        if !Arc::ptr_eq(found, expected) && found.digest != expected.digest {
            return Err(self.wrong_framework(String::new(), &found.id, &found.digest).into());
        }
        sheet.sound()
    }
}
