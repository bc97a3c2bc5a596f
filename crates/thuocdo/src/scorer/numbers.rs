//! Judges rows of plain numbers, one or several side by side: for programs that hold numbers and want no text. Allocates nothing.
//!
//! The loops over lanes only recognise a number that is surely a number of points. A row with any other number is judged cell by cell.

use super::evaluate::{condition_blocker, level_numbers};
use super::{CompiledGroup, CompiledIndicator, Scorer};
use crate::assessment::{Fact, Share};
use crate::framework::{EvidenceState, Framework, MAX_GROUPS, Rule, StepsOf};
use crate::points::{Count, Points};
use crate::range::{Level, Range};
use crate::scorecard::{BlockerCode, ConditionState};
use crate::violation::{ViolationCode, Violations};

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
    const fn of(rule: &Rule) -> AnswerKind {
        match rule {
            Rule::Direct => AnswerKind::Points,
            Rule::Flag => AnswerKind::Met,
            Rule::Steps { of: StepsOf::Count, .. } => AnswerKind::Count,
            Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => AnswerKind::Share,
        }
    }

    /// The number of cells that it takes.
    const fn cells(self) -> usize {
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
    fn lanes<const N: usize>(&self, cell: usize, first: usize) -> [T; N] {
        self.lanes_at(self.start(cell, first))
    }

    /// Where a cell of a row is.
    const fn start(&self, cell: usize, row: usize) -> usize {
        row.wrapping_mul(self.row).wrapping_add(cell.wrapping_mul(self.cell))
    }

    #[inline]
    fn lanes_at<const N: usize>(&self, start: usize) -> [T; N] {
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
    answers: Strided<'a, i32>,
    conditions: Strided<'a, i8>,
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

/// Why a row of numbers is refused: the bit `1 << n` is the violation [`RowFaults::CODES`]`[n]` of the same assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowFaults(u32);

impl RowFaults {
    /// The violations, in the order of their bits. New ones come behind.
    pub const CODES: [ViolationCode; 5] = [
        ViolationCode::PointsOutOfRange,
        ViolationCode::WrongType,
        ViolationCode::CountOutOfRange,
        ViolationCode::ShareOutOfRange,
        ViolationCode::MissingField,
    ];
    const POINTS: RowFaults = RowFaults(1);
    const TYPE: RowFaults = RowFaults(1 << 1);
    const COUNT: RowFaults = RowFaults(1 << 2);
    const SHARE: RowFaults = RowFaults(1 << 3);
    const FIELD: RowFaults = RowFaults(1 << 4);

    /// The bits.
    pub const fn bits(self) -> u32 {
        self.0
    }

    fn and(self, other: RowFaults) -> RowFaults {
        RowFaults(self.0 | other.0)
    }
}

/// The bit of a blocker in [`JudgedGroup::blockers`].
pub const fn blocker_bit(code: BlockerCode) -> u16 {
    match code {
        BlockerCode::ConditionUnmet => 1,
        BlockerCode::ConditionUnknown => 1 << 1,
        BlockerCode::LevelUndetermined => 1 << 2,
        BlockerCode::EvidenceMissing => 1 << 3,
        BlockerCode::EvidenceUnknown => 1 << 4,
    }
}

fn bit(code: Option<BlockerCode>) -> u16 {
    code.map_or(0, blocker_bit)
}

/// The results of a group in `N` rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgedGroup<const N: usize> {
    /// The reasons against recognition that concern this group, as bits of [`blocker_bit`].
    pub blockers: [u16; N],
    /// The highest level.
    pub level_high: [u8; N],
    /// The lowest level.
    pub level_low: [u8; N],
    /// The highest points, in hundredths.
    pub score_high: [i32; N],
    /// The lowest points, in hundredths.
    pub score_low: [i32; N],
}

impl<const N: usize> Default for JudgedGroup<N> {
    fn default() -> JudgedGroup<N> {
        JudgedGroup { blockers: [0; N], level_high: [0; N], level_low: [0; N], score_high: [0; N], score_low: [0; N] }
    }
}

/// The results of `N` rows. Of a refused row everything but its faults is 0, which is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged<const N: usize> {
    count: usize,
    /// 1 if recognition has no blocker, else 0.
    pub eligible: [u8; N],
    /// Why a row is refused.
    pub faults: [RowFaults; N],
    groups: [JudgedGroup<N>; MAX_GROUPS],
    /// The highest level of the institution as a whole.
    pub overall_high: [u8; N],
    /// The lowest level of the institution as a whole.
    pub overall_low: [u8; N],
}

impl<const N: usize> Default for Judged<N> {
    fn default() -> Judged<N> {
        Judged {
            count: 0,
            eligible: [0; N],
            faults: [RowFaults::default(); N],
            groups: [JudgedGroup::default(); MAX_GROUPS],
            overall_high: [0; N],
            overall_low: [0; N],
        }
    }
}

impl<const N: usize> Judged<N> {
    /// The groups, in the order of the framework.
    pub fn groups(&self) -> &[JudgedGroup<N>] {
        self.groups.get(..self.count).unwrap_or_default()
    }

    /// Takes everything but its faults from a row.
    fn refuse(&mut self, lane: usize) {
        fn clear<T: Default, const N: usize>(lanes: &mut [T; N], lane: usize) {
            lanes.get_mut(lane).into_iter().for_each(|value| *value = T::default());
        }
        for JudgedGroup { blockers, level_high, level_low, score_high, score_low } in &mut self.groups {
            clear(blockers, lane);
            clear(level_high, lane);
            clear(level_low, lane);
            clear(score_high, lane);
            clear(score_low, lane);
        }
        clear(&mut self.eligible, lane);
        clear(&mut self.overall_high, lane);
        clear(&mut self.overall_low, lane);
    }
}

/// The cells of a row of a framework.
#[derive(Clone, Debug)]
pub(super) struct RowPlan {
    groups: Vec<RowGroup>,
    /// The bits of a met, an unmet and an unknown condition.
    states: [u16; 3],
    shape: RowShape,
}

#[derive(Clone, Debug)]
struct RowGroup {
    answers: Vec<AnswerCell>,
    conditions: Vec<ConditionCell>,
    /// The maxima of the answers, if all of them are points that need no evidence.
    plain: Option<Vec<i32>>,
}

#[derive(Clone, Debug)]
struct AnswerCell {
    asks_evidence: bool,
    cell: usize,
    indicator: usize,
    kind: AnswerKind,
    max: i32,
}

#[derive(Clone, Debug)]
struct ConditionCell {
    asks_evidence: bool,
    cell: usize,
}

impl RowPlan {
    pub(super) fn by(framework: &Framework) -> RowPlan {
        let mut shape = RowShape { answers: 0, conditions: 0, groups: framework.groups.len() };
        let mut next = 0_usize;
        let groups = framework.groups.iter().map(|group| {
            let answers = group.criteria.iter().flat_map(|criterion| &criterion.indicators).map(|indicator| {
                let kind = AnswerKind::of(framework.rule_of(indicator));
                let cell = AnswerCell {
                    asks_evidence: indicator.required_evidence.is_some(),
                    cell: shape.answers,
                    indicator: next,
                    kind,
                    max: indicator.max.hundredths().cast_signed(),
                };
                shape.answers = shape.answers.saturating_add(kind.cells());
                next = next.saturating_add(1);
                cell
            });
            let answers: Vec<AnswerCell> = answers.collect();
            let is_plain = answers.iter().all(|answer| answer.kind == AnswerKind::Points && !answer.asks_evidence);
            let plain = is_plain.then(|| answers.iter().map(|answer| answer.max).collect());
            let conditions = group.conditions.iter().map(|condition| {
                let cell = ConditionCell { asks_evidence: condition.required_evidence.is_some(), cell: shape.conditions };
                shape.conditions = shape.conditions.saturating_add(1);
                cell
            });
            RowGroup { answers, conditions: conditions.collect(), plain }
        });
        let groups = groups.collect();
        let effect = framework.conditions_effect.effect;
        let states = [ConditionState::Met, ConditionState::Unmet, ConditionState::Unknown].map(|state| bit(condition_blocker(effect, state)));
        RowPlan { groups, states, shape }
    }
}

/// What a number that answers an indicator comes to: its points, `None` if it is missing, or why it is refused.
type Answered = Result<Option<Points>, RowFaults>;

impl CompiledIndicator {
    fn answered(&self, kind: AnswerKind, number: i32, whole: i32) -> Answered {
        let there = |number: i32| (number != Numbers::MISSING).then_some(number);
        let Some(given) = there(number) else {
            return if kind == AnswerKind::Share && there(whole).is_some() { Err(half(whole)) } else { Ok(None) };
        };
        let fact = match kind {
            AnswerKind::Points => {
                let points = u32::try_from(given).ok().and_then(Points::from_hundredths);
                Fact::Points(points.ok_or(RowFaults::POINTS)?)
            }
            AnswerKind::Met => match given {
                0 | 1 => Fact::Met(given == 1),
                _ => return Err(RowFaults::TYPE),
            },
            AnswerKind::Count => Fact::Count(count(given)?),
            AnswerKind::Share => {
                let Some(whole) = there(whole) else { return Err(half(given)) };
                let (part, whole) = both(count(given), count(whole))?;
                Fact::Share(Share::new(part, whole).ok_or(RowFaults::SHARE)?)
            }
        };
        // The kind of the fact is that of the rule, so only the maximum can be passed.
        self.worth(fact).filter(|points| *points <= self.max).map(Some).ok_or(RowFaults::POINTS)
    }
}

fn count(number: i32) -> Result<Count, RowFaults> {
    u32::try_from(number).ok().and_then(Count::new).ok_or(RowFaults::COUNT)
}

/// Both, or the faults of both.
fn both<T>(a: Result<T, RowFaults>, b: Result<T, RowFaults>) -> Result<(T, T), RowFaults> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err(a.and(b)),
        (Err(fault), Ok(_)) | (Ok(_), Err(fault)) => Err(fault),
    }
}

/// The faults of half a share.
fn half(number: i32) -> RowFaults {
    count(number).err().unwrap_or_default().and(RowFaults::FIELD)
}

/// The sums of some rows in a group.
struct Sums<const N: usize> {
    /// Below zero where a number was not recognised.
    amiss: [i32; N],
    /// The certain hundredths.
    low: [i32; N],
    /// Those that missing answers may bring.
    open: [i32; N],
}

/// What a number of an indicator with this maximum brings for certain, what it may bring if it is missing, and a number below zero if it is
/// no number of its points; then the others mean nothing.
#[inline]
fn recognised(number: i32, max: i32) -> (i32, i32, i32) {
    // All bits if the answer is missing. Without a branch the compiler can process several numbers at once.
    let missing = i32::from(number == Numbers::MISSING).wrapping_neg();
    let sure = number & !missing;
    (sure, max & missing, sure | max.wrapping_sub(sure))
}

impl<const N: usize> Sums<N> {
    /// Adds an indicator.
    #[inline]
    fn add(&mut self, max: i32, numbers: &[i32; N]) {
        let Sums { amiss, low, open } = self;
        for (((number, amiss), low), open) in numbers.iter().zip(amiss).zip(low).zip(open) {
            let (sure, may, wrong) = recognised(*number, max);
            *low = low.wrapping_add(sure);
            *open = open.wrapping_add(may);
            *amiss |= wrong;
        }
    }

    /// Adds all indicators of a group, from the cell of the first one.
    #[inline]
    fn add_plain(&mut self, maxima: &[i32], answers: &Strided<'_, i32>, start: usize) {
        let Sums { amiss, low, open } = self;
        if let ([amiss], [low], [open], 1) = (amiss.as_mut_slice(), low.as_mut_slice(), open.as_mut_slice(), answers.cell) {
            let numbers = answers.numbers.get(start..).unwrap_or_default();
            let pairs = numbers.iter().zip(maxima).map(|(number, max)| recognised(*number, *max));
            let sums = pairs
                .fold((0_i32, 0_i32, 0), |(low, open, amiss), (sure, may, wrong)| (low.wrapping_add(sure), open.wrapping_add(may), amiss | wrong));
            (*low, *open, *amiss) = (sums.0, sums.1, *amiss | sums.2);
            return;
        }
        let mut start = start;
        for max in maxima {
            self.add(*max, &answers.lanes_at(start));
            start = start.wrapping_add(answers.cell);
        }
    }
}

impl Scorer {
    /// How many numbers a row has.
    pub const fn row_shape(&self) -> RowShape {
        self.row.shape
    }

    /// Where a code stands in a row of numbers, or in its results.
    ///
    /// # Errors
    /// `unknown_indicator` if it is the code of no indicator, condition or group.
    pub fn number_place(&self, code: &str) -> Result<NumberPlace, Violations> {
        if let Some((group, found)) = self.groups.iter().enumerate().find(|(_, group)| group.code == code) {
            return Ok(NumberPlace::Group { group, max: found.max });
        }
        if let Some(found) = self.condition(code).and_then(|position| self.row.groups.iter().flat_map(|group| &group.conditions).nth(position)) {
            return Ok(NumberPlace::Condition { asks_evidence: found.asks_evidence, cell: found.cell });
        }
        let Some(position) = self.indicator(code) else { return Err(self.unknown_indicator("", code).into()) };
        let found = self.row.groups.iter().flat_map(|group| &group.answers).nth(position).zip(self.indicators.get(position));
        let place = found.map(|(cell, indicator)| NumberPlace::Answer {
            asks_evidence: cell.asks_evidence,
            cell: cell.cell,
            kind: cell.kind,
            max: indicator.max,
        });
        place.ok_or_else(|| self.unknown_indicator("", code).into())
    }

    /// Judges `N` rows from `first`, as assessments whose evidence is unknown. Allocates nothing. Rows beyond the last are rows of zeros.
    ///
    /// ```
    /// use thuocdo::{Judged, NumberPlace, Numbers, Scorer, Strided};
    /// let scorer = Scorer::shipped("moet-4725-2022")?;
    /// let shape = scorer.row_shape();
    /// let (mut answers, conditions) = (vec![Numbers::MISSING; shape.answers], vec![1; shape.conditions]);
    /// if let NumberPlace::Answer { cell, .. } = scorer.number_place("1.3.1")? {
    ///     answers[cell] = 525; // 5.25 points
    /// }
    /// let answers = Strided { numbers: &answers, row: shape.answers, cell: 1 };
    /// let conditions = Strided { numbers: &conditions, row: shape.conditions, cell: 1 };
    /// let rows = Numbers::new(shape, 1, answers, conditions).unwrap();
    /// let mut judged = Judged::<1>::default();
    /// scorer.judge(&rows, 0, &mut judged);
    /// assert_eq!(judged.groups()[0].score_low, [525]);
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    pub fn judge<const N: usize>(&self, rows: &Numbers<'_>, first: usize, judged: &mut Judged<N>) {
        let mut amiss = [0; N];
        judged.count = self.groups.len();
        let plans = self.row.groups.iter().zip(&self.groups);
        for ((plan, group), into) in plans.zip(&mut judged.groups) {
            self.judge_group(plan, group, rows, first, into, &mut amiss);
        }
        self.judge_whole(judged);
        judged.faults = [RowFaults::default(); N];
        if amiss.iter().any(|amiss| *amiss < 0) {
            self.find_faults(rows, first, judged, amiss);
        }
    }

    #[inline]
    fn judge_group<const N: usize>(
        &self,
        plan: &RowGroup,
        group: &CompiledGroup,
        rows: &Numbers<'_>,
        first: usize,
        into: &mut JudgedGroup<N>,
        amiss: &mut [i32; N],
    ) {
        let mut sums = Sums { amiss: *amiss, low: [0; N], open: [0; N] };
        let mut blockers = [0; N];
        if let Some((maxima, answer)) = plan.plain.as_ref().zip(plan.answers.first()) {
            sums.add_plain(maxima, &rows.answers, rows.answers.start(answer.cell, first));
        } else {
            self.add_facts(plan, rows, first, &mut sums, &mut blockers);
        }
        let [met, unmet, unknown] = self.row.states;
        for condition in &plan.conditions {
            let met = if condition.asks_evidence { met | bit(EvidenceState::Unknown.blocker()) } else { met };
            let states: [i8; N] = rows.conditions.lanes(condition.cell, first);
            for ((state, blockers), amiss) in states.iter().zip(&mut blockers).zip(&mut sums.amiss) {
                let of = |wanted: i8, bits: u16| u16::from(*state == wanted).wrapping_neg() & bits;
                *blockers |= of(1, met) | of(0, unmet) | of(Numbers::UNKNOWN, unknown);
                *amiss |= i32::from(!(Numbers::UNKNOWN..=1).contains(state)).wrapping_neg();
            }
        }
        for ((high, low), open) in into.score_high.iter_mut().zip(&sums.low).zip(&sums.open) {
            *high = low.wrapping_add(*open);
        }
        into.score_low = sums.low;
        into.level_low = level_numbers(&group.bands, &into.score_low);
        into.level_high = level_numbers(&group.bands, &into.score_high);
        let undetermined = blocker_bit(BlockerCode::LevelUndetermined);
        for ((blockers, low), high) in blockers.iter_mut().zip(&into.level_low).zip(&into.level_high) {
            *blockers |= u16::from(low != high).wrapping_neg() & undetermined;
        }
        into.blockers = blockers;
        *amiss = sums.amiss;
    }

    /// Adds the answers of a group of which not all are points, or some need evidence.
    fn add_facts<const N: usize>(&self, plan: &RowGroup, rows: &Numbers<'_>, first: usize, sums: &mut Sums<N>, blockers: &mut [u16; N]) {
        for answer in &plan.answers {
            let mut numbers = rows.answers.lanes(answer.cell, first);
            if answer.kind != AnswerKind::Points {
                self.to_points(answer, rows, first, &mut numbers);
            }
            sums.add(answer.max, &numbers);
            if answer.asks_evidence {
                let unknown = bit(EvidenceState::Unknown.blocker());
                blockers.iter_mut().zip(&numbers).filter(|(_, number)| **number > 0).for_each(|(blockers, _)| *blockers |= unknown);
            }
        }
    }

    /// Turns the facts of an indicator into hundredths of its points: below zero where one is refused.
    fn to_points<const N: usize>(&self, answer: &AnswerCell, rows: &Numbers<'_>, first: usize, numbers: &mut [i32; N]) {
        for (number, row) in numbers.iter_mut().zip(first..) {
            *number = match self.answered(answer, rows, row) {
                Ok(Some(points)) => points.hundredths().cast_signed(),
                Ok(None) => Numbers::MISSING,
                Err(_) => -1,
            };
        }
    }

    fn answered(&self, answer: &AnswerCell, rows: &Numbers<'_>, row: usize) -> Answered {
        let number = |cell| {
            let [number] = rows.answers.lanes::<1>(cell, row);
            number
        };
        let whole = if answer.kind == AnswerKind::Share { number(answer.cell.wrapping_add(1)) } else { Numbers::MISSING };
        let indicator = self.indicators.get(answer.indicator);
        indicator.map_or(Ok(None), |indicator| indicator.answered(answer.kind, number(answer.cell), whole))
    }

    #[inline]
    fn judge_whole<const N: usize>(&self, judged: &mut Judged<N>) {
        let Judged { count, eligible, groups, overall_high, overall_low, .. } = judged;
        let groups = groups.get(..*count).unwrap_or_default();
        let rule = self.framework.overall.rule;
        for (lane, (high, low)) in overall_high.iter_mut().zip(overall_low).enumerate() {
            let end = |levels: &[u8; N]| levels.get(lane).copied().map_or_else(Level::default, Level::new);
            let overall = rule.level(groups.iter().map(|group| Range { high: end(&group.level_high), low: end(&group.level_low) }));
            (*high, *low) = (overall.high.get(), overall.low.get());
        }
        let mut blockers = [0; N];
        for group in groups {
            blockers.iter_mut().zip(&group.blockers).for_each(|(all, of_group)| *all |= of_group);
        }
        eligible.iter_mut().zip(&blockers).for_each(|(eligible, blockers)| *eligible = (*blockers == 0).into());
    }

    /// Finds why rows are refused.
    #[cold]
    fn find_faults<const N: usize>(&self, rows: &Numbers<'_>, first: usize, judged: &mut Judged<N>, amiss: [i32; N]) {
        for ((lane, row), _) in (0..N).zip(first..).zip(amiss).filter(|(_, amiss)| *amiss < 0) {
            let answers = self.row.groups.iter().flat_map(|group| &group.answers);
            let of_answers = answers.filter_map(|answer| self.answered(answer, rows, row).err());
            let conditions = self.row.groups.iter().flat_map(|group| &group.conditions);
            let of_conditions = conditions.filter_map(|condition| {
                let [state] = rows.conditions.lanes::<1>(condition.cell, row);
                (!matches!(state, 0 | 1 | Numbers::UNKNOWN)).then_some(RowFaults::TYPE)
            });
            let faults = of_answers.chain(of_conditions).fold(RowFaults::default(), RowFaults::and);
            judged.faults.get_mut(lane).into_iter().for_each(|of_row| *of_row = faults);
            judged.refuse(lane);
        }
    }
}
