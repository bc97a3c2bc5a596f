//! The columns of results, filled block by block.

use std::iter;

use crate::block::Block;
use crate::plan::{Group, Plan};
use crate::tally::{BLOCK, Bits, WORDS, ends};

/// The two ends of a range, each a column.
type Ends<T> = [T; 2];

/// The columns of results of a batch.
pub(crate) struct Results<N> {
    pub(crate) eligible: Vec<u64>,
    /// Of each group, then of the institution as a whole.
    pub(crate) levels: Vec<Ends<Vec<u8>>>,
    /// How many entries the lists of blockers of the rows up to and with this one have together.
    pub(crate) listed: Vec<i32>,
    pub(crate) refused: Vec<u64>,
    /// Of each group, then of each criterion where these are asked for.
    pub(crate) scores: Vec<Ends<Vec<N>>>,
}

/// What only some rows have.
#[derive(Default)]
pub(crate) struct Sparse {
    /// The blockers of one row after the other, by place in [`Plan::blocks`].
    pub(crate) blockers: Vec<u16>,
    /// What is wrong with each row that is refused.
    pub(crate) refusals: Vec<thuocdo::Violations>,
}

impl<N: Copy + Default + From<i32>> Results<N> {
    pub(crate) fn new(plan: &Plan, with_criteria: bool, rows: usize) -> Results<N> {
        let scores = plan.groups.len() + if with_criteria { plan.sums.len() } else { 0 };
        let words = rows.div_ceil(64);
        Results {
            eligible: vec![0; words],
            levels: (0..=plan.groups.len()).map(|_| [vec![0; rows], vec![0; rows]]).collect(),
            listed: vec![0; rows],
            refused: vec![0; words],
            scores: (0..scores).map(|_| [vec![N::default(); rows], vec![N::default(); rows]]).collect(),
        }
    }

    /// All rows, to be filled.
    pub(crate) fn part(&mut self) -> Part<'_, N> {
        Part {
            eligible: &mut self.eligible,
            levels: self.levels.iter_mut().map(|ends| ends.each_mut().map(Vec::as_mut_slice)).collect(),
            listed: &mut self.listed,
            refused: &mut self.refused,
            scores: self.scores.iter_mut().map(|ends| ends.each_mut().map(Vec::as_mut_slice)).collect(),
        }
    }
}

/// The results of some rows, to be filled.
pub(crate) struct Part<'o, N> {
    eligible: &'o mut [u64],
    levels: Columns<'o, u8>,
    listed: &'o mut [i32],
    refused: &'o mut [u64],
    scores: Columns<'o, N>,
}

impl<'o, N: Copy + From<i32>> Part<'o, N> {
    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.listed.len()
    }

    /// The first rows, a multiple of 64, and the rest; all of them, and nothing, where there are fewer.
    pub(crate) fn split(self, rows: usize) -> (Part<'o, N>, Part<'o, N>) {
        let rows = rows.min(self.rows());
        let words = rows.div_ceil(64);
        let (eligible, more_eligible) = self.eligible.split_at_mut(words);
        let (listed, more_listed) = self.listed.split_at_mut(rows);
        let (refused, more_refused) = self.refused.split_at_mut(words);
        let (levels, more_levels) = split_all(self.levels, rows);
        let (scores, more_scores) = split_all(self.scores, rows);
        (
            Part { eligible, levels, listed, refused, scores },
            Part { eligible: more_eligible, levels: more_levels, listed: more_listed, refused: more_refused, scores: more_scores },
        )
    }

    /// Fills the rows of a block.
    pub(crate) fn fill(mut self, plan: &Plan, with_criteria: bool, block: &mut Block, sparse: &mut Sparse) {
        let rows = block.rows;
        let criteria = if with_criteria { plan.groups.len() } else { self.scores.len() };
        let (groups, criteria) = self.scores.split_at_mut(criteria);
        for (scores, tallies) in criteria.iter_mut().zip(&block.tallies) {
            write(scores, &tallies[..rows]);
        }
        let Some(([overall_low, overall_high], levels)) = self.levels.split_last_mut() else { return };
        overall_low.fill(u8::MAX);
        overall_high.fill(u8::MAX);
        let mut open = vec![[0; WORDS]; plan.groups.len()];
        let of_groups = plan.groups.iter().zip(groups).zip(levels).zip(&mut open);
        for (((group, scores), [low, high]), open) in of_groups {
            let total = total(group, &mut block.tallies);
            write(scores, &total[..rows]);
            level(group, &total[..rows], |tally| ends(tally).0, low);
            level(group, &total[..rows], |tally| ends(tally).1, high);
            lower(overall_low, low);
            lower(overall_high, high);
            for ((open, low), high) in open.iter_mut().zip(low.chunks(64)).zip(high.chunks(64)) {
                *open = low.iter().zip(high.iter()).enumerate().fold(0, |bits, (n, (low, high))| bits | u64::from(low != high) << n);
            }
        }
        self.refused.copy_from_slice(&block.refused[..self.refused.len()]);
        let mut blocked = blocked(plan, block, &open);
        block_rows(self.eligible, self.listed, &block.refused, &mut blocked, &mut sparse.blockers);
        sparse.refusals.append(&mut block.refusals);
    }
}

/// Columns, each with its low and its high end.
type Columns<'o, T> = Vec<Ends<&'o mut [T]>>;

fn split_all<T>(columns: Columns<'_, T>, rows: usize) -> (Columns<'_, T>, Columns<'_, T>) {
    let split = |[low, high]: Ends<_>| {
        let ((low, more_low), (high, more_high)) = (<[T]>::split_at_mut(low, rows), <[T]>::split_at_mut(high, rows));
        ([low, high], [more_low, more_high])
    };
    columns.into_iter().map(split).unzip()
}

/// The tallies of a group: those of its first sum, to which the others are added.
fn total<'b>(group: &Group, tallies: &'b mut [Vec<u64>]) -> &'b [u64] {
    let Some((total, rest)) = tallies[group.sums.clone()].split_first_mut() else { return &[] };
    for tallies in rest {
        for (total, tally) in total.iter_mut().zip(tallies) {
            *total += *tally;
        }
    }
    total
}

fn write<N: From<i32>>([low, high]: &mut Ends<&mut [N]>, tallies: &[u64]) {
    for ((low, high), tally) in low.iter_mut().zip(high.iter_mut()).zip(tallies) {
        let (least, most) = ends(*tally);
        (*low, *high) = (least.cast_signed().into(), most.cast_signed().into());
    }
}

/// The levels of points: the lowest, and what each band begun lies higher.
fn level(group: &Group, tallies: &[u64], end: impl Fn(u64) -> u32, levels: &mut [u8]) {
    levels.fill(group.lowest);
    for (last, higher) in &group.bands {
        for (level, tally) in levels.iter_mut().zip(tallies) {
            *level += if end(*tally) > *last { *higher } else { 0 };
        }
    }
}

fn lower(overall: &mut [u8], levels: &[u8]) {
    for (overall, level) in overall.iter_mut().zip(levels) {
        *overall = (*overall).min(*level);
    }
}

/// The rows that are blocked, for each way in which they can be.
fn blocked(plan: &Plan, block: &Block, open: &[Bits]) -> Vec<Bits> {
    let mut blocked = Vec::with_capacity(plan.blocks.len());
    for (group, open) in plan.groups.iter().zip(open) {
        for &condition in &group.conditions {
            let (met, unmet) = (&block.met[condition], &block.unmet[condition]);
            blocked.push(*unmet);
            blocked.push(std::array::from_fn(|word| !(met[word] | unmet[word])));
        }
        blocked.push(*open);
    }
    blocked
}

/// Lists the blockers of each row, and says which rows have none and are not refused.
fn block_rows(eligible: &mut [u64], listed: &mut [i32], refused: &Bits, blocked: &mut [Bits], blockers: &mut Vec<u16>) {
    const { assert!(BLOCK.is_multiple_of(64)) };
    for (word, (eligible, listed)) in eligible.iter_mut().zip(listed.chunks_mut(64)).enumerate() {
        let rows = u64::MAX >> (64 - listed.len());
        let judged = rows & !refused[word];
        let any = blocked.iter().fold(0, |any, bits| any | bits[word]) & judged;
        *eligible = judged & !any;
        for (row, listed) in listed.iter_mut().enumerate() {
            if any >> row & 1 == 1 {
                let ways = blocked.iter().zip(0..).filter(|(bits, _)| bits[word] >> row & 1 == 1);
                blockers.extend(ways.map(|(_, way)| way));
            }
            *listed = count(blockers);
        }
    }
}

/// More than an `i32` holds is noticed when the lists are made.
fn count(blockers: &[u16]) -> i32 {
    i32::try_from(blockers.len()).unwrap_or(i32::MAX)
}

impl Sparse {
    /// Takes in what another part of the rows has, after this one.
    pub(crate) fn take_in(&mut self, part: Sparse, listed: &mut [i32]) {
        let before = count(&self.blockers);
        for listed in listed {
            *listed = listed.saturating_add(before);
        }
        self.blockers.extend(part.blockers);
        self.refusals.extend(part.refusals);
    }
}

/// The bits of words, low ones first.
pub(crate) fn rows_of(words: &[u64]) -> impl Iterator<Item = usize> + '_ {
    words.iter().enumerate().flat_map(|(n, word)| {
        let mut left = *word;
        iter::from_fn(move || {
            (left != 0).then(|| {
                let bit = left.trailing_zeros() as usize;
                left &= left - 1;
                n * 64 + bit
            })
        })
    })
}
