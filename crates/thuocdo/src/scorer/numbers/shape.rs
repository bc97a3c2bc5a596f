//! What stands where in a row of numbers, and the rows themselves.

use crate::framework::{Rule, StepsOf};
use crate::points::Points;

/// What a number stands for that answers an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// Hundredths of points, from 0 to the maximum.
    Points,
    /// 1 if met, 0 if not.
    Met,
    /// A count.
    Count,
    /// The part of a share. The next cell has the whole.
    Share,
}

impl AnswerKind {
    pub(super) const fn of(rule: &Rule) -> AnswerKind {
        match rule {
            Rule::Direct => AnswerKind::Points,
            Rule::Flag => AnswerKind::Met,
            Rule::Steps { of: StepsOf::Count, .. } => AnswerKind::Count,
            Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => AnswerKind::Share,
        }
    }

    /// The number of cells that it takes.
    pub(super) const fn cells(self) -> usize {
        match self {
            AnswerKind::Points | AnswerKind::Met | AnswerKind::Count => 1,
            AnswerKind::Share => 2,
        }
    }
}

/// Where a code of a framework stands in a row of numbers, or in its results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberPlace {
    /// The answer to an indicator.
    Answer {
        /// Whether an answer that brings points needs evidence. A row of numbers has none, so whether there is any is unknown.
        asks_evidence: bool,
        /// The cell, of the cells of answers.
        cell: usize,
        /// What the number stands for.
        kind: AnswerKind,
        /// The maximum.
        max: Points,
    },
    /// A condition.
    Condition {
        /// Whether a met condition needs evidence, as above.
        asks_evidence: bool,
        /// The cell, of the cells of conditions.
        cell: usize,
    },
    /// A group of the results.
    Group {
        /// Its position.
        group: usize,
        /// The maximum.
        max: Points,
    },
}

/// How many numbers a row of a framework has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RowShape {
    /// The cells of answers.
    pub answers: usize,
    /// The cells of conditions.
    pub conditions: usize,
    /// The groups of the results.
    pub groups: usize,
}

/// Numbers in rows: cell `c` of row `r` is `numbers[r × row + c × cell]`. The cells of a row that lie side by side have the distance 1, and
/// so have rows in columns.
#[derive(Clone, Copy, Debug)]
pub struct Strided<'a, T> {
    /// All numbers.
    pub numbers: &'a [T],
    /// The distance from a row to the next; at least 1.
    pub row: usize,
    /// The distance from a cell to the next.
    pub cell: usize,
}

impl<T: Copy + Default> Strided<'_, T> {
    /// Whether every cell of so many rows is there.
    fn holds(&self, rows: usize, cells: usize) -> bool {
        let Some((row, cell)) = rows.checked_sub(1).zip(cells.checked_sub(1)) else { return true };
        let last = row.checked_mul(self.row).zip(cell.checked_mul(self.cell)).and_then(|(row, cell)| row.checked_add(cell));
        self.row > 0 && last.is_some_and(|last| last < self.numbers.len())
    }

    /// A cell of the rows from `first`.
    #[inline]
    pub(super) fn lanes<const N: usize>(&self, cell: usize, first: usize) -> [T; N] {
        self.lanes_at(self.start(cell, first))
    }

    /// Where a cell of a row is.
    pub(super) const fn start(&self, cell: usize, row: usize) -> usize {
        row.wrapping_mul(self.row).wrapping_add(cell.wrapping_mul(self.cell))
    }

    #[inline]
    pub(super) fn lanes_at<const N: usize>(&self, start: usize) -> [T; N] {
        let rest = self.numbers.get(start..).unwrap_or_default();
        if self.row == 1 || N == 1 {
            return rest.first_chunk().copied().unwrap_or([T::default(); N]);
        }
        let mut lanes = [T::default(); N];
        lanes.iter_mut().zip(rest.iter().step_by(self.row.max(1))).for_each(|(lane, number)| *lane = *number);
        lanes
    }
}

/// Rows of numbers for one framework.
#[derive(Clone, Copy, Debug)]
pub struct Numbers<'a> {
    pub(super) answers: Strided<'a, i32>,
    pub(super) conditions: Strided<'a, i8>,
    rows: usize,
}

impl<'a> Numbers<'a> {
    /// Stands for no answer.
    pub const MISSING: i32 = i32::MIN;
    /// Stands for a condition of which it is unknown whether it is met; 1 is met, 0 is unmet.
    pub const UNKNOWN: i8 = -1;

    /// Rows of numbers of this shape. `None` if a distance between rows is 0, or if a cell lies outside of its numbers.
    pub fn new(shape: RowShape, rows: usize, answers: Strided<'a, i32>, conditions: Strided<'a, i8>) -> Option<Numbers<'a>> {
        let is_whole = answers.holds(rows, shape.answers) && conditions.holds(rows, shape.conditions);
        is_whole.then_some(Numbers { answers, conditions, rows })
    }

    /// The number of rows.
    pub const fn rows(&self) -> usize {
        self.rows
    }
}
