//! Judges rows of numbers: sums, levels, conditions; and finds why a row is refused.
//!
//! The loops over lanes only recognise a number that is surely a number of points. A row with any other number is judged cell by cell.

use super::judged::{Judged, JudgedGroup, RowFaults, bit, blocker_bit};
use super::shape::{AnswerKind, NumberPlace, Numbers, RowShape, Strided};
use crate::assessment::{Fact, Share};
use crate::framework::{EvidenceState, Framework};
use crate::points::{Count, Points};
use crate::range::{Level, Range};
use crate::scorecard::{BlockerCode, ConditionState};
use crate::scorer::evaluate::{condition_blocker, level_numbers};
use crate::scorer::{CompiledGroup, CompiledIndicator, Scorer};
use crate::violation::Violations;

/// The cells of a row of a framework.
#[derive(Clone, Debug)]
pub(in crate::scorer) struct RowPlan {
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
    pub(in crate::scorer) fn by(framework: &Framework) -> RowPlan {
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
