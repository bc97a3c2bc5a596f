//! The common case: every member goes by steps and by nothing else. Branch and bound finds the best choice after a few steps, mostly the
//! first set that it looks at. Where it does not end soon it gives up, and dynamic programming ([`super::steps`]) finds the same choice.

use super::choice::{Member, Optimum, Taken};
use super::cover::{Cover, least_cost, most};
use super::steps::Asked;

/// How often the search may go on or back, for each member.
const STEPS: usize = 16;

/// The best choice that brings at least `needed` hundredths, in steps of `step` hundredths; `None` if the search gives up. `suffixes` holds
/// what the members from each one on can bring.
pub(super) fn optimum(members: &[Member<'_>], needed: u32, step: u32, suffixes: &Cover) -> Option<Optimum> {
    let asked = Asked { cost: least_cost(suffixes.suffix(members.len(), 0), needed)?, needed, step };
    // Every sum is a multiple of this, so the fewest points cannot be less than the next multiple.
    let unit = members.iter().fold(step, |unit, member| common_divisor(unit, member.most));
    let least = needed.checked_next_multiple_of(unit)?;
    let mut search = Search { asked, budget: members.len().saturating_mul(STEPS), members, suffixes };
    let points = (least..least.saturating_add(step)).step_by(usize::try_from(unit).ok()?);
    for points in points {
        if let Some(chosen) = search.first_set(points).ok()? {
            return Some(search.lowered(&chosen, points));
        }
    }
    None
}

fn common_divisor(mut a: u32, mut b: u32) -> u32 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

/// Error: the budget of the search ended before the answer was known.
#[derive(Debug)]
struct GaveUp;

struct Search<'s> {
    asked: Asked,
    /// How many steps are left.
    budget: usize,
    members: &'s [Member<'s>],
    suffixes: &'s Cover,
}

impl Search<'_> {
    /// The set that can bring exactly `points`, when one of its members is lowered by steps, and comes first in the order of the members.
    /// `None` if there is none. The points are less than a step above the needed ones, so a set that brings the needed ones and has the
    /// remainder of `points` brings `points` too.
    fn first_set(&mut self, points: u32) -> Result<Option<Vec<usize>>, GaveUp> {
        let mut chosen: Vec<usize> = Vec::new();
        let (mut left, mut have, mut next) = (self.asked.cost, 0_u32, 0_usize);
        loop {
            self.budget = self.budget.checked_sub(1).ok_or(GaveUp)?;
            // The cost is the lowest of all sets that bring enough, so these sets spend all of it.
            if left == 0 && have >= self.asked.needed && self.asked.remainder(have) == self.asked.remainder(points) {
                return Ok(Some(chosen));
            }
            match self.members.get(next) {
                Some(member) if left > 0 && have.saturating_add(self.best(next, left)) >= self.asked.needed => {
                    let with = left.checked_sub(member.cost).map(|left| (left, have.saturating_add(member.most)));
                    let enough = |(left, have): &(u64, u32)| have.saturating_add(self.best(next.saturating_add(1), *left)) >= self.asked.needed;
                    if let Some(taken) = with.filter(enough) {
                        (left, have) = taken;
                        chosen.push(next);
                    }
                    next = next.saturating_add(1);
                }
                // Nothing more can come of this: the last member that was chosen is left out.
                _ => {
                    let Some(last) = chosen.pop() else { return Ok(None) };
                    let member = self.members.get(last).ok_or(GaveUp)?;
                    (left, have) = (left.saturating_add(member.cost), have.saturating_sub(member.most));
                    next = last.saturating_add(1);
                }
            }
        }
    }

    /// The most that the members from this one on bring at such a cost or less.
    fn best(&self, first: usize, cost: u64) -> u32 {
        most(self.suffixes.suffix(self.members.len(), first), cost)
    }

    /// Each chosen member at its highest raise, but the last one, which is lowered by what exceeds the points.
    fn lowered(&self, chosen: &[usize], points: u32) -> Optimum {
        let mut taken: Vec<Taken> = chosen.iter().filter_map(|nth| Some(Taken { member: *nth, points: self.members.get(*nth)?.most })).collect();
        let all = taken.iter().fold(0_u32, |all, taken| all.saturating_add(taken.points));
        if let Some(last) = taken.last_mut() {
            last.points = last.points.saturating_sub(all.saturating_sub(points));
        }
        Optimum { cost: self.asked.cost, points, taken }
    }
}
