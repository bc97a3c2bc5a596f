//! Sums of members with fixed raises only: a flag brings all or nothing, a step the points in its table.

use super::choice::{Budget, Member, Optimum, Taken, TooLarge};
use super::cover::{Cover, least_cost, most};

/// A sum of costs, and a sum of points that members with this cost can bring exactly.
type State = (u64, u32);

/// The best choice among members with fixed raises only, in the order of the members. `None` if all of them together do not bring the
/// needed points.
pub(super) fn optimum(members: &[Member<'_>], needed: u32, budget: &mut Budget) -> Result<Option<Optimum>, TooLarge> {
    let backwards: Vec<Member<'_>> = members.iter().rev().copied().collect();
    let prefixes = Cover::of_any(&backwards, needed, budget)?;
    let Some(cost) = least_cost(prefixes.suffix(members.len(), 0), needed) else { return Ok(None) };
    let layers = layers(members, cost, needed, &prefixes, budget)?;
    let Some((_, points)) = layers.last().and_then(|whole| whole.first()).copied() else { return Ok(None) };
    let chosen = first_set(members, cost, points, &layers);
    let raises = raises(members, &chosen, points, budget)?;
    let taken = chosen.into_iter().zip(raises).map(|(member, points)| Taken { member, points }).collect();
    Ok(Some(Optimum { cost, points, taken }))
}

/// For each suffix, the empty one first: the costs and sums that the members before it can complete to the needed points at exactly `cost`.
/// Sorted.
fn layers(members: &[Member<'_>], cost: u64, needed: u32, prefixes: &Cover, budget: &mut Budget) -> Result<Vec<Vec<State>>, TooLarge> {
    let mut layers: Vec<Vec<State>> = vec![vec![(0, 0)]];
    for (nth, member) in members.iter().enumerate().rev() {
        // The members before this one are a suffix of the list read backwards.
        let before = prefixes.suffix(members.len(), members.len().saturating_sub(nth));
        let behind = layers.last().map(Vec::as_slice).unwrap_or_default();
        let mut states: Vec<State> = Vec::with_capacity(behind.len());
        for (spent, sum) in behind {
            budget.spend(member.raises.len().saturating_add(1))?;
            let with = member.raises.iter().map(|raise| (spent.saturating_add(member.cost), sum.saturating_add(*raise)));
            let open = |state: &State| state.0 <= cost && state.1.saturating_add(most(before, cost.saturating_sub(state.0))) >= needed;
            states.extend([(*spent, *sum)].into_iter().chain(with).filter(open));
        }
        states.sort_unstable();
        states.dedup();
        layers.push(states);
    }
    Ok(layers)
}

/// The set that brings exactly `points` at exactly `cost` and comes first in the order of the members.
fn first_set(members: &[Member<'_>], cost: u64, points: u32, layers: &[Vec<State>]) -> Vec<usize> {
    let mut chosen = Vec::new();
    // What the members still to be chosen must bring. There may be several sums, since the raises of the chosen members are still open.
    let (mut left, mut sums) = (cost, vec![points]);
    for (nth, (member, behind)) in members.iter().zip(layers.iter().rev().skip(1)).enumerate() {
        let at = |cost: u64| {
            let from = behind.partition_point(|state| state.0 < cost);
            behind.iter().skip(from).take_while(move |state| state.0 == cost).map(|state| state.1)
        };
        let with = left.checked_sub(member.cost).map(|left| {
            let fits = |sum: &u32| member.raises.iter().any(|raise| sums.binary_search(&sum.saturating_add(*raise)).is_ok());
            (left, at(left).filter(fits).collect::<Vec<u32>>())
        });
        if let Some((cost, rest)) = with.filter(|(_, rest)| !rest.is_empty()) {
            chosen.push(nth);
            (left, sums) = (cost, rest);
        } else {
            let kept = at(left).filter(|sum| sums.binary_search(sum).is_ok()).collect();
            sums = kept;
        }
    }
    chosen
}

/// How far to raise each chosen member so that they bring exactly `points`. Earlier members get the higher raises.
fn raises(members: &[Member<'_>], chosen: &[usize], points: u32, budget: &mut Budget) -> Result<Vec<u32>, TooLarge> {
    let members: Vec<Member<'_>> = chosen.iter().filter_map(|member| members.get(*member)).copied().collect();
    // The sums of each suffix, the empty one first.
    let mut sums: Vec<Vec<u32>> = vec![vec![0]];
    for member in members.iter().rev() {
        let behind = sums.last().map(Vec::as_slice).unwrap_or_default();
        let mut next = Vec::with_capacity(behind.len());
        for sum in behind {
            budget.spend(member.raises.len())?;
            next.extend(member.raises.iter().map(|raise| sum.saturating_add(*raise)).filter(|sum| *sum <= points));
        }
        next.sort_unstable();
        next.dedup();
        sums.push(next);
    }
    let mut left = points;
    let raise = |(member, behind): (&Member<'_>, &Vec<u32>)| {
        let fits = |raise: &&u32| left.checked_sub(**raise).is_some_and(|rest| behind.binary_search(&rest).is_ok());
        let raise = member.raises.iter().rev().find(fits).copied().unwrap_or(0);
        left = left.saturating_sub(raise);
        raise
    };
    Ok(members.iter().zip(sums.iter().rev().skip(1)).map(raise).collect())
}
