//! Answers of a group that add up to a total, whatever rules its indicators have.

use thuocdo::{Framework, Indicator, Points, Rule, Step, StepsOf};

use super::case::{CaseFact, CasePoints};

/// How many choices are tried for a total before it counts as out of reach.
const MOST_TRIED: u32 = 100_000;
/// The largest whole of a share.
const LARGEST_WHOLE: u32 = 1_000_000;

/// An indicator as far as its points are concerned.
#[derive(Debug)]
pub(super) struct Place<'f> {
    pub(super) max: u32,
    rule: &'f Rule,
    /// The points that it can have, the most first; `None` if it can have any.
    steps: Option<Vec<u32>>,
}

impl<'f> Place<'f> {
    pub(super) fn of(framework: &'f Framework, indicator: &'f Indicator) -> Place<'f> {
        let (rule, max) = (framework.rule_of(indicator), indicator.max.hundredths());
        let steps = match rule {
            Rule::Direct => None,
            Rule::Share if max <= LARGEST_WHOLE => None,
            Rule::Share | Rule::Flag => Some(vec![max, 0]),
            Rule::Steps { table, .. } => {
                let mut points: Vec<u32> = table.iter().map(|step| step.points.hundredths()).collect();
                points.sort_unstable();
                points.dedup();
                points.reverse();
                Some(points)
            }
        };
        Place { max, rule, steps }
    }

    pub(super) fn is_direct(&self) -> bool {
        *self.rule == Rule::Direct
    }

    pub(super) fn is_share(&self) -> bool {
        *self.rule == Rule::Share
    }

    fn most(&self) -> u32 {
        self.steps.as_ref().map_or(self.max, |steps| steps.first().copied().unwrap_or_default())
    }

    /// The answer that brings so many hundredths, which it can have.
    pub(super) fn fact(&self, hundredths: u32) -> CaseFact {
        match self.rule {
            Rule::Flag => CaseFact::Met(hundredths > 0),
            Rule::Share if hundredths == 0 => CaseFact::Share { part: 0, whole: 1 },
            Rule::Share if hundredths == self.max => CaseFact::Share { part: 1, whole: 1 },
            Rule::Share => CaseFact::Share { part: hundredths, whole: self.max },
            Rule::Steps { of, table } => {
                let at_least = table.iter().find(|step: &&Step| step.points.hundredths() == hundredths).map_or(Points::ZERO, |step| step.at_least);
                match of {
                    // Of a percentage in hundredths: part ÷ 10 000 is that percentage.
                    StepsOf::Percent => CaseFact::Share { part: at_least.hundredths(), whole: 10_000 },
                    _ => CaseFact::Count { count: at_least.hundredths().div_ceil(100) },
                }
            }
            Rule::Direct => CaseFact::Points(CasePoints(i64::from(hundredths).saturating_mul(10))),
        }
    }
}

/// Hundredths of each place that add up to `target`; `None` if none are found. Those that can have any points are filled from the first on.
pub(super) fn reach(places: &[&Place<'_>], target: u32) -> Option<Vec<u32>> {
    let room = places.iter().filter(|place| place.steps.is_none()).fold(0_u32, |sum, place| sum.saturating_add(place.max));
    let stepped: Vec<&[u32]> = places.iter().filter_map(|place| place.steps.as_deref()).collect();
    let mut tried = 0;
    let mut chosen = Vec::new();
    if !choose(&stepped, target, room, &mut chosen, &mut tried) {
        return None;
    }
    let mut rest = target.saturating_sub(chosen.iter().fold(0, |sum: u32, one| sum.saturating_add(*one)));
    let mut chosen = chosen.into_iter();
    let mut of = |place: &&Place<'_>| {
        if place.steps.is_some() {
            return chosen.next().unwrap_or_default();
        }
        let own = rest.min(place.max);
        rest = rest.saturating_sub(own);
        own
    };
    Some(places.iter().map(&mut of).collect())
}

/// Chooses points of each stepped place so that what is left fits into the room of the others.
fn choose(stepped: &[&[u32]], left: u32, room: u32, chosen: &mut Vec<u32>, tried: &mut u32) -> bool {
    *tried = tried.saturating_add(1);
    let Some((first, others)) = stepped.split_first() else { return left <= room };
    let most = others.iter().fold(room, |sum, steps| sum.saturating_add(steps.first().copied().unwrap_or_default()));
    for points in first.iter().filter(|points| **points <= left && left.saturating_sub(**points) <= most) {
        if *tried >= MOST_TRIED {
            return false;
        }
        chosen.push(*points);
        if choose(others, left.saturating_sub(*points), room, chosen, tried) {
            return true;
        }
        chosen.pop();
    }
    false
}

/// The most that the places can have together.
pub(super) fn most(places: &[&Place<'_>]) -> u32 {
    places.iter().fold(0, |sum, place| sum.saturating_add(place.most()))
}
