//! Builds the columns of results block by block.

use std::iter;

use thuocdo::{ConditionState, Level, level_numbers};

use crate::block::{Block, Refused};
use crate::plan::{Plan, Way};
use crate::tally::{BLOCK, Bits, WORDS, ends};

/// The two ends of a range, one column each.
type Ends<T> = [Vec<T>; 2];

/// The columns of results for the rows so far.
pub(crate) struct Results<N> {
    /// The blockers of all rows in order, as indexes into [`Plan::blockers`].
    pub(crate) blockers: Vec<u32>,
    pub(crate) eligible: Vec<u64>,
    /// Whether the caller wants to know the blockers of each row.
    lists_reasons: bool,
    /// The levels of each group, then of the institution.
    pub(crate) levels: Vec<Ends<u8>>,
    /// The offset of each row's first blocker, and the end of the last row.
    pub(crate) listed: Vec<i32>,
    /// The violations of each refused row.
    pub(crate) refusals: Vec<Vec<Refused>>,
    pub(crate) refused: Vec<u64>,
    /// The points of every entry of [`Plan::scored`].
    pub(crate) scores: Vec<Ends<N>>,
}

/// A type of points.
pub(crate) trait OfHundredths {
    /// The points of so many hundredths.
    fn of(hundredths: i32) -> Self;
}

impl OfHundredths for i32 {
    fn of(hundredths: i32) -> i32 {
        hundredths
    }
}

impl OfHundredths for i128 {
    fn of(hundredths: i32) -> i128 {
        hundredths.into()
    }
}

impl OfHundredths for f64 {
    fn of(hundredths: i32) -> f64 {
        f64::from(hundredths) / 100.0
    }
}

impl<N: OfHundredths> Results<N> {
    /// Empty columns with room for some rows.
    pub(crate) fn new(plan: &Plan, rows: usize, lists_reasons: bool) -> Results<N> {
        let words = rows.div_ceil(64);
        let mut listed = Vec::with_capacity(rows + 1);
        listed.push(0);
        Results {
            blockers: Vec::new(),
            eligible: Vec::with_capacity(words),
            lists_reasons,
            levels: (0..=plan.groups.len()).map(|_| [(); 2].map(|()| Vec::with_capacity(rows))).collect(),
            listed,
            refusals: Vec::new(),
            refused: Vec::with_capacity(words),
            scores: plan.scored().map(|_| [(); 2].map(|()| Vec::with_capacity(rows))).collect(),
        }
    }

    /// Appends the rows of a block.
    pub(crate) fn take_in(&mut self, plan: &Plan, block: &mut Block) {
        let rows = block.rows;
        let mut points = [0; BLOCK];
        let mut added = [0; BLOCK];
        let mut overall: Option<[[u8; BLOCK]; 2]> = None;
        let mut reached = [[0; BLOCK]; 2];
        let mut open = Vec::with_capacity(plan.groups.len());
        let mut all_levels = self.levels.iter_mut();
        for ((group, part), scores) in plan.scored().zip(&mut self.scores) {
            let total = total(part.map_or(&group.sums, |part| &part.sums), &block.tallies, &mut added);
            let mut levels = if part.is_none() { all_levels.next() } else { None };
            for end in [0, 1] {
                write(end, &total[..rows], &mut points, &mut scores[end]);
                let Some(levels) = &mut levels else { continue };
                reached[end] = level_numbers(&group.bands, &points);
                levels[end].extend_from_slice(&reached[end][..rows]);
            }
            if part.is_none() {
                open.push(differing(&reached));
                match &mut overall {
                    None => overall = Some(reached),
                    Some(overall) => {
                        for (overall, reached) in overall.as_flattened_mut().iter_mut().zip(reached.as_flattened()) {
                            *overall = plan.overall.of_two(Level::new(*overall), Level::new(*reached)).get();
                        }
                    }
                }
            }
        }
        for (levels, overall) in all_levels.flatten().zip(overall.iter().flatten()) {
            levels.extend_from_slice(&overall[..rows]);
        }
        let refused = &block.refused[..rows.div_ceil(64)];
        self.refused.extend_from_slice(refused);
        self.refusals.append(&mut block.refusals);
        self.block_rows(rows, refused, &blocked(plan, block, &open));
    }

    /// Lists the blockers of each row, and returns the rows that have none and are not refused. `blocked` has the rows of each possible
    /// blocker.
    fn block_rows(&mut self, rows: usize, refused: &[u64], blocked: &[Bits]) {
        for (word, refused) in refused.iter().enumerate() {
            let rows = (rows - word * 64).min(64);
            let judged = (u64::MAX >> (64 - rows)) & !refused;
            let of_way = || blocked.iter().map(|bits| bits[word] & judged);
            self.eligible.push(judged & !of_way().fold(0, |any, bits| any | bits));
            if !self.lists_reasons {
                continue;
            }
            // The number of blockers of each row, then the index of its next one.
            let mut next = [0; 64];
            of_way().flat_map(bits_of).for_each(|row| next[row] += 1);
            let mut end = self.blockers.len();
            for next in &mut next[..rows] {
                let count = *next;
                *next = end;
                end += count;
                // A number beyond `i32` is an error when the lists are built.
                self.listed.push(i32::try_from(end).unwrap_or(i32::MAX));
            }
            self.blockers.resize(end, 0);
            for (way, bits) in (0..).zip(of_way()) {
                for row in bits_of(bits) {
                    self.blockers[next[row]] = way;
                    next[row] += 1;
                }
            }
        }
    }
}

/// The tallies of some sums together. `added` is a buffer for the addition.
fn total<'b>(sums: &[usize], tallies: &'b [Vec<u64>], added: &'b mut [u64; BLOCK]) -> &'b [u64] {
    let Some((first, rest)) = sums.split_first() else { return &[0; BLOCK] };
    if rest.is_empty() {
        return &tallies[*first];
    }
    added.copy_from_slice(&tallies[*first]);
    for tallies in rest.iter().map(|sum| &tallies[*sum]) {
        for (added, tally) in added.iter_mut().zip(tallies) {
            *added = added.wrapping_add(*tally);
        }
    }
    added
}

/// Appends the hundredths of one end, of which the low one comes first, to a column of scores. Leaves them in `points`.
fn write<N: OfHundredths>(end: usize, tallies: &[u64], points: &mut [i32; BLOCK], scores: &mut Vec<N>) {
    for (points, tally) in points.iter_mut().zip(tallies) {
        *points = ends(*tally)[end].cast_signed();
    }
    scores.extend(points[..tallies.len()].iter().map(|points| N::of(*points)));
}

/// The rows in which two levels differ.
fn differing([low, high]: &[[u8; BLOCK]; 2]) -> Bits {
    let mut bits = [0; WORDS];
    for ((bits, low), high) in bits.iter_mut().zip(low.chunks(64)).zip(high.chunks(64)) {
        *bits = low.iter().zip(high).enumerate().fold(0, |bits, (n, (low, high))| bits | u64::from(low != high) << n);
    }
    bits
}

/// The rows in which a tally is certain and above zero.
fn bringing_points(tallies: &[u64]) -> Bits {
    let mut bits = [0; WORDS];
    for (bits, tallies) in bits.iter_mut().zip(tallies.chunks(64)) {
        let is_certain = |tally: u64| (1..=u64::from(u32::MAX)).contains(&tally);
        *bits = tallies.iter().enumerate().fold(0, |bits, (n, tally)| bits | u64::from(is_certain(*tally)) << n);
    }
    bits
}

/// The blocked rows, for each possible blocker. `open` has the rows in which the level of each group is not determined.
fn blocked(plan: &Plan, block: &Block, open: &[Bits]) -> Vec<Bits> {
    let mut added = [0; BLOCK];
    let of_way = |way: &Way| match way {
        Way::Condition(position, state) => {
            let (met, unmet) = (&block.met[*position], &block.unmet[*position]);
            match state {
                ConditionState::Met => *met,
                ConditionState::Unmet => *unmet,
                // Whatever is neither is unknown.
                _ => std::array::from_fn(|word| !(met[word] | unmet[word])),
            }
        }
        Way::Level(group) => open[*group],
        Way::Points(sums) => bringing_points(&total(sums, &block.tallies, &mut added)[..block.rows]),
    };
    plan.ways.iter().map(of_way).collect()
}

/// The positions of the set bits of a word, in ascending order.
pub(crate) fn bits_of(word: u64) -> impl Iterator<Item = usize> {
    let mut left = word;
    iter::from_fn(move || {
        (left != 0).then(|| {
            let bit = left.trailing_zeros() as usize;
            left &= left - 1;
            bit
        })
    })
}
