//! The best choice of indicators to raise: a minimum-knapsack problem, solved exactly by dynamic programming.
//!
//! A choice is better than another if it costs less; of the same cost if it raises fewer points in all; of the same points if it
//! comes first in the order of the framework. At the least cost no member is to spare: without it the others would not bring what is
//! needed. So in a choice with a member that goes by steps, that member takes what the others leave, up to the next step: the choice brings
//! less than a step more than is needed, and how much more is a matter of remainders alone ([`steps`]). A choice of members that take certain
//! raises only may have to bring more; its least sum is found among their sums ([`sums`]). Both are solved, and the better is taken.

use super::choice::{Budget, Member, Optimum, TooLarge};
use super::cover::{Cover, least_cost};
use super::{steps, sums};

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
