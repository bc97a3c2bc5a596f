//! What was gained, and whether it was kept.

use std::collections::BTreeMap;

use thuocdo::{Code, Difference, Points, Range};

use super::line::Line;
use super::result::{Gain, StepKind};
use super::steps::{Link, pairs};

/// Every indicator that surely rose, in the order of the steps and of the framework. It is lost where its points surely are below those
/// it had surely reached; it is followed as long as cards compare.
pub(super) fn gains(line: &Line<'_>, links: &[Link]) -> Vec<Gain> {
    // A card has one comparable successor at most: the institution's own.
    let comparable = links.iter().filter(|link| link.kind == StepKind::Comparable);
    let next: BTreeMap<usize, usize> = comparable.map(|link| (link.earlier, link.later)).collect();
    let mut gains = Vec::new();
    for link in links.iter().filter(|link| link.kind == StepKind::Comparable) {
        let (Some(earlier), Some(later)) = (line.cards.get(link.earlier), line.cards.get(link.later)) else { continue };
        for (before, after) in pairs(earlier.card, later.card) {
            let score = Range::between(before.score, after.score);
            if score.low > Difference::default() {
                let (until, lost_in) = follow(line, &next, link.later, &after.code, after.score.low);
                gains.push(Gain {
                    code: after.code.clone(),
                    gained_in: later.period.to_owned(),
                    institution: later.code.to_owned(),
                    lost_in,
                    reached: after.score.low,
                    score,
                    until,
                });
            }
        }
    }
    gains
}

/// The last period that compares, and the one in which the points were surely lower.
fn follow(line: &Line<'_>, next: &BTreeMap<usize, usize>, from: usize, code: &Code, reached: Points) -> (String, Option<String>) {
    let mut at = from;
    let mut until = String::new();
    while let Some(placed) = line.cards.get(at) {
        placed.period.clone_into(&mut until);
        if placed.card.indicators().any(|indicator| indicator.code == *code && indicator.score.high < reached) {
            return (until.clone(), Some(until));
        }
        match next.get(&at) {
            Some(later) => at = *later,
            None => break,
        }
    }
    (until, None)
}
