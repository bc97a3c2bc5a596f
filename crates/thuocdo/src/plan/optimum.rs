//! The best choice of indicators to raise: exact, by dynamic programming over costs that pay.
//!
//! A choice is better than another if it costs less; of the same cost if it raises fewer points in all; of the same points if it
//! comes first in the order of the framework. At the least cost no member is to spare: without it the others would not bring what is
//! needed. So in a choice with a member that goes by steps, that member takes what the others leave, up to the next step: the choice brings
//! less than a step more than is needed, and how much more is a matter of remainders alone ([`steps`]). A choice of members that take certain
//! raises only may have to bring more; its least sum is found among their sums ([`sums`]). Both are solved, and the better is taken.

use super::cover::{Cover, least_cost};
use super::{steps, sums};

/// How many steps of reckoning one choice may take; a framework made to need more is refused, since neither an inexact nor a slow answer
/// is one.
pub(super) const LIMIT: u32 = 1 << 20;

/// There are too many choices that none of the others is better than.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// What is left of [`LIMIT`].
#[derive(Debug)]
pub(super) struct Budget(u32);

impl Budget {
    pub(super) const fn new() -> Budget {
        Budget(LIMIT)
    }

    pub(super) fn spend(&mut self, steps: usize) -> Result<(), TooLarge> {
        let left = u32::try_from(steps).ok().and_then(|steps| self.0.checked_sub(steps)).ok_or(TooLarge)?;
        self.0 = left;
        Ok(())
    }
}

/// An indicator that may be raised. All points are hundredths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'a> {
    /// What it costs to raise it at all, above zero.
    pub(super) cost: u64,
    /// By how much it can be raised at most, above zero.
    pub(super) most: u32,
    /// Certain raises, ascending.
    pub(super) raises: &'a [u32],
    /// By how much it can be raised by steps at most; from there any number of steps less will do, as long as something is left.
    pub(super) stepped: Option<u32>,
}

/// A member of a choice, by its place in the list, and by how much it is raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) member: usize,
    pub(super) points: u32,
}

/// The best choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Optimum {
    pub(super) cost: u64,
    pub(super) points: u32,
    /// In the order of the members.
    pub(super) taken: Vec<Taken>,
}

/// The best choice that brings `needed` points (above zero) at least, by steps of so many hundredths (above zero); `None` where all members
/// together do not.
pub(super) fn optimum(members: &[Member<'_>], needed: u32, step: u32, budget: &mut Budget) -> Result<Option<Optimum>, TooLarge> {
    let backwards: Vec<Member<'_>> = members.iter().rev().copied().collect();
    let prefixes = Cover::of_any(&backwards, needed, budget)?;
    let Some(cost) = least_cost(prefixes.suffix(members.len(), 0), needed) else { return Ok(None) };
    let stepped = steps::optimum(members, &steps::Asked { cost, needed, step }, &prefixes, budget)?;
    let (places, certain): (Vec<usize>, Vec<Member<'_>>) =
        members.iter().copied().enumerate().filter(|(_, member)| !member.raises.is_empty()).unzip();
    let mut certain = sums::optimum(&certain, needed, budget)?;
    for taken in certain.iter_mut().flat_map(|certain| &mut certain.taken) {
        taken.member = places.get(taken.member).copied().unwrap_or_default();
    }
    Ok(stepped.into_iter().chain(certain).min_by(|a, b| a.rank().cmp(&b.rank())))
}

impl Optimum {
    /// What is better comes first.
    fn rank(&self) -> (u64, u32, impl Ord) {
        (self.cost, self.points, self.taken.iter().map(|taken| taken.member).collect::<Vec<usize>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A group of a hundred indicators, of steps with odd points and efforts, is planned; one made to be hard is not.
    #[test]
    fn the_limit_is_far_above_what_frameworks_need() {
        let rows: Vec<[u32; 3]> = (0..100_u32).map(|n| [40 + n * 37 % 101, 150 + n * 53 % 97, 260 + n * 71 % 89]).collect();
        let costs = (0..100_u64).map(|n| (1 + n * 29 % 50) << 21 | 1);
        let members: Vec<Member<'_>> =
            costs.zip(&rows).map(|(cost, rows @ [.., most])| Member { cost, most: *most, raises: rows, stepped: None }).collect();
        let half = members.iter().map(|member| member.most).sum::<u32>() / 2;
        assert!(optimum(&members, half, 1, &mut Budget::new()).is_ok_and(|best| best.is_some()));
        let doubling: Vec<Member<'_>> = (0..20).map(|n| Member { cost: 1 << (21 + n), most: 1 << n, raises: &[], stepped: Some(1 << n) }).collect();
        assert_eq!(optimum(&doubling, (1 << 20) - 1, 1, &mut Budget::new()), Err(TooLarge));
    }
}
