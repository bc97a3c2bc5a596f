//! The best choice of indicators to raise: a minimum-knapsack problem, solved exactly by dynamic programming.
//!
//! The better of two choices has the lower cost; then the fewer points in all; then the earlier indicators in the order of the framework.
//! In a cheapest choice no indicator is redundant: without it the others would miss the target. So if one chosen indicator can be raised by
//! any number of steps, the search lowers that one until the total is less than one step above the target. The rest of that division by the
//! step is a matter of remainders ([`steps`]). If each chosen indicator has fixed raises only (all or nothing, or a table), the total may
//! overshoot further; [`sums`] finds the smallest overshoot. The search solves both cases and returns the better choice.

use super::choice::{Budget, Member, Optimum, TooLarge};
use super::cover::{Cover, least_cost};
use super::{bound, steps, sums};

/// The best choice that brings at least `needed` hundredths (above zero), in steps of `step` hundredths (above zero). `None` if all members
/// together do not bring them.
pub(super) fn optimum(members: &[Member<'_>], needed: u32, step: u32, budget: &mut Budget) -> Result<Option<Optimum>, TooLarge> {
    quick(members, needed, step).map_or_else(|| by_tables(members, needed, step, budget), |best| Ok(Some(best)))
}

/// The best choice, if every member goes by steps only and the search ends soon.
fn quick(members: &[Member<'_>], needed: u32, step: u32) -> Option<Optimum> {
    if members.iter().any(|member| !member.raises.is_empty()) {
        return None;
    }
    let suffixes = Cover::of_any(members, needed, &mut Budget::new()).ok()?;
    bound::optimum(members, needed, step, &suffixes)
}

/// The best choice by dynamic programming, for members of every kind.
fn by_tables(members: &[Member<'_>], needed: u32, step: u32, budget: &mut Budget) -> Result<Option<Optimum>, TooLarge> {
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

    /// Members that go by steps only, with equal costs and with efforts, needing every quarter of a point: both searches find one choice.
    #[test]
    fn both_searches_find_the_same_choice() {
        let mut quick_ones = 0;
        for seed in 0..60_u32 {
            let of = |n: u32, of: u32| (seed * 7919 + n * 104_729) % 1_000_003 % of;
            let cost = |n: u32| if seed % 3 == 0 { u64::from(1 + of(n + 50, 4)) << 21 | 1 } else { 1 };
            let most = |n: u32| 25 * (1 + of(n, 40));
            let member = |n: u32| Member { cost: cost(n), most: most(n), raises: &[], stepped: Some(most(n)) };
            let members: Vec<Member<'_>> = (0..9 + seed % 5).map(member).collect();
            let all: u32 = members.iter().map(|member| member.most).sum();
            for (needed, step) in (1..20).flat_map(|part| [(all * part / 20 + 1, 50), (all * part / 20, 100), (all * part / 20 + 1, 1)]) {
                let expected = by_tables(&members, needed, step, &mut Budget::new()).ok();
                let found = quick(&members, needed, step);
                quick_ones += u32::from(found.is_some());
                assert!(found.is_none() || Some(&found) == expected.as_ref(), "{seed} {needed} {step}: {found:?} {expected:?}");
            }
        }
        // Nearly all of 60 × 57.
        assert!(quick_ones > 3_000, "{quick_ones}");
    }

    /// The search plans a group of a hundred indicators with steps of odd points and efforts. It gives up on a group made to be hard.
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
