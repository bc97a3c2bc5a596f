//! Choices in which at least one member goes by steps: dynamic programming over the remainder of the points by the step.
//!
//! A member that goes by steps can be lowered by any number of steps, and in a cheapest choice no member is redundant. So among all choices
//! with the same remainder, the smallest sum is the first number with that remainder that is at least the needed points.

use super::choice::{Budget, Member, Optimum, Taken, TooLarge};
use super::cover::{Cover, most};

/// The problem: bring at least so many hundredths at the least cost, in steps of so many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) cost: u64,
    pub(super) needed: u32,
    pub(super) step: u32,
}

/// The totals of some members: their cost, the remainder of their points by the step, whether one of them goes by steps, and the most
/// points that they can bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    cost: u64,
    remainder: u32,
    is_stepped: bool,
    most: u32,
}

impl Asked {
    /// The state with one more member, at this raise.
    fn with(&self, state: State, cost: u64, raise: Raise) -> State {
        State {
            cost: state.cost.saturating_add(cost),
            remainder: self.remainder(state.remainder.saturating_add(self.remainder(raise.most))),
            is_stepped: state.is_stepped || raise.is_stepped,
            most: state.most.saturating_add(raise.most),
        }
    }

    pub(super) fn remainder(&self, points: u32) -> u32 {
        points.checked_rem(self.step).unwrap_or(0)
    }

    /// The first number with this remainder that is at least the needed points.
    fn least(&self, remainder: u32) -> u32 {
        let missing = self.remainder(remainder.saturating_add(self.step).saturating_sub(self.remainder(self.needed)));
        self.needed.saturating_add(missing)
    }

    /// The remainder that the other members must bring: `wanted` minus `there`.
    fn rest(&self, wanted: u32, there: u32) -> u32 {
        self.remainder(wanted.saturating_add(self.step).saturating_sub(there))
    }
}

/// One way of raising a member.
#[derive(Clone, Copy, Debug)]
struct Raise {
    is_stepped: bool,
    most: u32,
}

/// The ways of raising a member, the highest raise first.
fn ways(member: &Member<'_>) -> impl Iterator<Item = Raise> {
    let stepped = member.stepped.map(|most| Raise { is_stepped: true, most });
    member.raises.iter().rev().map(|raise| Raise { is_stepped: false, most: *raise }).chain(stepped)
}

/// The Pareto frontier: for each cost and remainder the states with the most points, one with a member that goes by steps, one without.
/// Sorted.
fn best(mut states: Vec<State>) -> Vec<State> {
    states.sort_unstable_by(|a, b| b.cmp(a));
    states.dedup_by_key(|state| (state.cost, state.remainder, state.is_stepped));
    states.reverse();
    states
}

/// The best choice with a member that goes by steps, at exactly the asked cost. `prefixes` holds what the members before each one can bring
/// (of the list read backwards).
pub(super) fn optimum(members: &[Member<'_>], asked: &Asked, prefixes: &Cover, budget: &mut Budget) -> Result<Option<Optimum>, TooLarge> {
    if members.iter().all(|member| member.stepped.is_none()) {
        return Ok(None);
    }
    let layers = layers(members, asked, prefixes, budget)?;
    let whole = layers.last().into_iter().flatten().filter(|state| state.is_stepped);
    let Some(points) = whole.map(|state| asked.least(state.remainder)).min() else { return Ok(None) };
    let chosen = first_set(members, asked, points, &layers, budget)?;
    let taken = raises(members, &chosen, asked, points, budget)?;
    Ok(Some(Optimum { cost: asked.cost, points, taken }))
}

/// For each suffix, the empty one first: the states that the members before it can complete to the needed points.
fn layers(members: &[Member<'_>], asked: &Asked, prefixes: &Cover, budget: &mut Budget) -> Result<Vec<Vec<State>>, TooLarge> {
    let mut layers: Vec<Vec<State>> = vec![vec![State::default()]];
    for (nth, member) in members.iter().enumerate().rev() {
        let before = prefixes.suffix(members.len(), members.len().saturating_sub(nth));
        let behind = layers.last().map(Vec::as_slice).unwrap_or_default();
        let open = |state: &State| {
            let left = asked.cost.checked_sub(state.cost);
            left.is_some_and(|left| state.most.saturating_add(most(before, left)) >= asked.needed)
        };
        let mut states: Vec<State> = Vec::with_capacity(behind.len());
        for state in behind {
            budget.spend(member.raises.len().saturating_add(2))?;
            states.extend([*state].into_iter().chain(ways(member).map(|way| asked.with(*state, member.cost, way))).filter(open));
        }
        layers.push(best(states));
    }
    if let Some(whole) = layers.last_mut() {
        whole.retain(|state| state.cost == asked.cost && state.most >= asked.needed);
    }
    Ok(layers)
}

/// Whether a state of `ahead` and a state of `behind`, which cost `left`, together bring `points`.
fn fits(ahead: &[State], behind: &[State], left: u64, asked: &Asked, points: u32) -> bool {
    let wanted = asked.remainder(points);
    ahead.iter().any(|state| {
        let from = State { cost: left, remainder: asked.rest(wanted, state.remainder), is_stepped: false, most: 0 };
        let same = behind.iter().skip(behind.partition_point(|other| *other < from));
        let mut same = same.take_while(|other| (other.cost, other.remainder) == (from.cost, from.remainder));
        same.any(|other| (state.is_stepped || other.is_stepped) && state.most.saturating_add(other.most) >= points)
    })
}

/// The set that brings exactly `points` and comes first in the order of the members.
fn first_set(members: &[Member<'_>], asked: &Asked, points: u32, layers: &[Vec<State>], budget: &mut Budget) -> Result<Vec<usize>, TooLarge> {
    let mut chosen = Vec::new();
    let (mut left, mut ahead) = (asked.cost, vec![State::default()]);
    for (nth, (member, behind)) in members.iter().zip(layers.iter().rev().skip(1)).enumerate() {
        let Some(rest) = left.checked_sub(member.cost) else { continue };
        budget.spend(ahead.len().saturating_mul(member.raises.len().saturating_add(1)))?;
        let with: Vec<State> = ahead.iter().flat_map(|state| ways(member).map(|way| asked.with(*state, 0, way))).collect();
        let with = best(with);
        if fits(&with, behind, rest, asked, points) {
            chosen.push(nth);
            (left, ahead) = (rest, with);
        }
    }
    Ok(chosen)
}

/// How far to raise each chosen member so that they bring exactly `points`. Each member in turn gets the highest raise with which the
/// others can bring the rest; the last one that goes by steps is lowered by the excess.
fn raises(members: &[Member<'_>], chosen: &[usize], asked: &Asked, points: u32, budget: &mut Budget) -> Result<Vec<Taken>, TooLarge> {
    let chosen: Vec<(usize, &Member<'_>)> = chosen.iter().filter_map(|nth| Some((*nth, members.get(*nth)?))).collect();
    let mut layers: Vec<Vec<State>> = vec![vec![State::default()]];
    for (_, member) in chosen.iter().rev() {
        let behind = layers.last().map(Vec::as_slice).unwrap_or_default();
        budget.spend(behind.len().saturating_mul(member.raises.len().saturating_add(1)))?;
        let states: Vec<State> = behind.iter().flat_map(|state| ways(member).map(|way| asked.with(*state, 0, way))).collect();
        layers.push(best(states));
    }
    let mut taken: Vec<Taken> = Vec::with_capacity(chosen.len());
    let mut ahead = State::default();
    let mut last = None;
    for ((nth, member), behind) in chosen.iter().zip(layers.iter().rev().skip(1)) {
        let way = ways(member).find(|way| fits(&[asked.with(ahead, 0, *way)], behind, 0, asked, points));
        let Some(way) = way else { continue };
        if way.is_stepped {
            last = Some(taken.len());
        }
        ahead = asked.with(ahead, 0, way);
        taken.push(Taken { member: *nth, points: way.most });
    }
    if let Some(last) = last.and_then(|last| taken.get_mut(last)) {
        last.points = last.points.saturating_sub(ahead.most.saturating_sub(points));
    }
    Ok(taken)
}
