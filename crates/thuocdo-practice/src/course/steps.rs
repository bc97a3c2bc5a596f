//! The steps from one card to the next.

use thuocdo::{Date, IndicatorScore, Range, Scorecard};

use super::line::{Line, Placed};
use super::result::{CourseStep, GroupStep, IndicatorStep, Side, StepKind};
use crate::{Movement, Register, SuccessionKind};

/// Two cards, by their places in the line, of which the later follows the earlier.
pub(super) struct Link {
    pub(super) earlier: usize,
    pub(super) kind: StepKind,
    pub(super) later: usize,
    on: Option<Date>,
}

/// From each card to those of the next period in which the institution, or what came out of it, has any.
pub(super) fn links(register: &Register, line: &Line<'_>) -> Vec<Link> {
    let follows = |earlier: &Placed<'_>, later: &Placed<'_>| {
        later.years > earlier.years && (earlier.who == later.who || line.change(earlier.who, later.who).is_some())
    };
    let mut links = Vec::new();
    for (position, earlier) in line.cards.iter().enumerate() {
        let Some(next) = line.cards.iter().find(|later| follows(earlier, later)).map(|later| later.years) else { continue };
        for (place, later) in line.cards.iter().enumerate().filter(|(_, later)| later.years == next && follows(earlier, later)) {
            let (kind, on) = kind(register, line, earlier, later);
            links.push(Link { earlier: position, kind, later: place, on });
        }
    }
    links
}

/// A merger or split between the end of the earlier period and that of the later one comes between the two: then they do not compare. So each
/// change is that of one step: one of the summer belongs to the step into the school year that begins in autumn.
fn kind(register: &Register, line: &Line<'_>, earlier: &Placed<'_>, later: &Placed<'_>) -> (StepKind, Option<Date>) {
    let change = if earlier.who == later.who {
        register.change_kept(later.today, earlier.years.end(), later.years.end())
    } else {
        line.change(earlier.who, later.who)
    };
    match change {
        Some(change) if change.kind == SuccessionKind::Split => (StepKind::Split, Some(change.on)),
        Some(change) => (StepKind::Merged, Some(change.on)),
        None if earlier.card.framework.digest == later.card.framework.digest => (StepKind::Comparable, None),
        None => (StepKind::OtherFramework, None),
    }
}

/// The step of a link. Only what compares is subtracted.
pub(super) fn step(line: &Line<'_>, between: &Link) -> Option<CourseStep> {
    let (earlier, later) = (line.cards.get(between.earlier)?, line.cards.get(between.later)?);
    let side = |placed: &Placed<'_>| Side { institution: placed.code.to_owned(), period: placed.period.to_owned() };
    let mut step = CourseStep { from: side(earlier), kind: between.kind, on: between.on, to: side(later), ..CourseStep::default() };
    if between.kind == StepKind::Comparable {
        let groups = earlier.card.groups.iter().zip(&later.card.groups).filter(|(before, after)| before.code == after.code);
        let group = |(before, after): (&thuocdo::GroupScore, &thuocdo::GroupScore)| GroupStep {
            code: after.code.clone(),
            level: Movement::between(before.level, after.level),
            score: Range::between(before.score, after.score),
        };
        step.groups = groups.map(group).collect();
        step.indicators = pairs(earlier.card, later.card)
            .map(|(before, after)| IndicatorStep { code: after.code.clone(), score: Range::between(before.score, after.score) })
            .collect();
        step.overall = Some(Movement::between(earlier.card.overall.level, later.card.overall.level));
    }
    Some(step)
}

/// The indicators of two cards of one framework, side by side.
pub(super) fn pairs<'a>(earlier: &'a Scorecard, later: &'a Scorecard) -> impl Iterator<Item = (&'a IndicatorScore, &'a IndicatorScore)> {
    earlier.indicators().zip(later.indicators()).filter(|(before, after)| before.code == after.code)
}
