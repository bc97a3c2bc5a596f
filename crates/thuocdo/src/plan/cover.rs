//! The Pareto frontier of costs and points: the most points that some members can bring at each cost.

use super::choice::{Budget, Member, TooLarge};

/// A sum of costs, and the most points that members with this cost can bring, capped at the needed points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) cost: u64,
    pub(super) points: u32,
}

/// For each suffix of a list of members: the costs at which it brings more points than at any lower cost. Costs and points ascend. The
/// lists are sparse: their length does not grow with the number of hundredths.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// All lists, one after the other, beginning with the empty suffix.
    entries: Vec<Entry>,
    /// The end of each list in `entries`.
    ends: Vec<usize>,
}

impl Cover {
    /// The frontier of each suffix, with any choice of its members.
    pub(super) fn of_any(members: &[Member<'_>], needed: u32, budget: &mut Budget) -> Result<Cover, TooLarge> {
        let mut cover =
            Cover { entries: Vec::with_capacity(members.len().saturating_mul(members.len().min(16))), ends: Vec::with_capacity(members.len()) };
        cover.entries.push(Entry { cost: 0, points: 0 });
        cover.ends.push(cover.entries.len());
        for member in members.iter().rev() {
            cover.grow(*member, needed, budget)?;
        }
        Ok(cover)
    }

    /// The list of the suffix that begins at member `first`, in a list of `members` members.
    pub(super) fn suffix(&self, members: usize, first: usize) -> &[Entry] {
        self.nth(members.saturating_sub(first))
    }

    fn nth(&self, nth: usize) -> &[Entry] {
        let start = nth.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(nth).and_then(|end| self.entries.get(start..*end)).unwrap_or_default()
    }

    /// Adds the list for one more member: the merge of the last list without the member and with it.
    fn grow(&mut self, member: Member<'_>, needed: u32, budget: &mut Budget) -> Result<(), TooLarge> {
        let first = self.entries.len();
        let start = self.ends.len().checked_sub(2).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let (mut without, mut with) = (start, start);
        // Reads the lists by index, because they are in the vector that grows.
        loop {
            let stay = if without < first { self.entries.get(without).copied() } else { None };
            let taken = if with < first { self.entries.get(with).copied() } else { None };
            let taken = taken
                .map(|entry| Entry { cost: entry.cost.saturating_add(member.cost), points: entry.points.saturating_add(member.most).min(needed) });
            let next = match (stay, taken) {
                (None, None) => break,
                (Some(stay), Some(taken)) if (taken.cost, stay.points) < (stay.cost, taken.points) => {
                    with = with.saturating_add(1);
                    taken
                }
                (None, Some(taken)) => {
                    with = with.saturating_add(1);
                    taken
                }
                (Some(stay), _) => {
                    without = without.saturating_add(1);
                    stay
                }
            };
            budget.spend(1)?;
            let best = if self.entries.len() > first { self.entries.last().map(|last| last.points) } else { None };
            if best.is_none_or(|best| next.points > best) {
                self.entries.push(next);
            }
            if next.points >= needed {
                break;
            }
        }
        self.ends.push(self.entries.len());
        Ok(())
    }
}

/// The most points of a list at `cost` or less.
pub(super) fn most(list: &[Entry], cost: u64) -> u32 {
    let within = list.partition_point(|entry| entry.cost <= cost);
    within.checked_sub(1).and_then(|last| list.get(last)).map_or(0, |entry| entry.points)
}

/// The lowest cost at which a list brings `needed` points.
pub(super) fn least_cost(list: &[Entry], needed: u32) -> Option<u64> {
    list.last().filter(|last| last.points >= needed).map(|last| last.cost)
}
