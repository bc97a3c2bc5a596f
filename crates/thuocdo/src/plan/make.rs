//! Builds a plan from a scorecard and a goal.

use std::collections::BTreeMap;

use super::choice::{Budget, LIMIT, Member, Optimum, TooLarge};
use super::goal::{first_of, request};
use super::headroom::{Raisable, raisable};
use super::optimum::optimum;
use super::{Choice, Goal, GroupPlan, Headroom, MissingAnswer, MissingAnswers, Plan, PossibleLevel, Raise, Reach, Unlocated};
use crate::assessment::Input;
use crate::framework::{Framework, Group, Standing};
use crate::json::Value;
use crate::points::{Count, Points};
use crate::range::{Level, Range};
use crate::scorecard::{ConditionState, GroupScore, IndicatorState, Scorecard};
use crate::scorer::{Scorer, level};
use crate::violation::{Violation, Violations};

/// The factor of an effort. It is above the number of indicators, so that the number of indicators decides only between equal efforts.
const EFFORT: u64 = 1 << 21;

/// Plans how to reach a goal from a scorecard. The result is exact, and the search needs no table over hundredths.
///
/// A plan never raises an indicator that stands for unlocated points; it reports how many such points there are.
///
/// ```
/// use std::collections::BTreeMap;
/// use thuocdo::{Framework, Goal, Level, Scorer, plan};
///
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// let card = scorer.score(r#"{ "conditions": {}, "answers": { "1.3.1": 6, "1.4.1": 4 } }"#)?;
/// let goal = Goal { targets: BTreeMap::from([("1".to_owned(), Some(Level::new(2)))]), ..Goal::default() };
/// let group = &plan(&scorer, &card, &goal)?.groups[0];
/// assert_eq!(group.needed.to_string(), "40");
/// assert_eq!(group.fewest.raises.len(), 5);
/// # Ok::<(), thuocdo::Violations>(())
/// ```
///
/// # Errors
/// `wrong_framework` if the card is of another framework or revision; `digest_mismatch` if its content does not follow from its points; the
/// violations of [`Goal::check`]; and `plan_too_large` for a framework made to have millions of choices of which none is better than the
/// others.
pub fn plan(scorer: &Scorer, card: &Scorecard, goal: &Goal) -> Result<Plan, Violations> {
    fitting(scorer, card, goal, scorer.check_card(card))
}

/// Scores an assessment and plans how to reach a goal from its scorecard. It takes less time than [`Scorer::score`] and then [`plan`], which
/// scores the card's points once more to prove the card.
///
/// ```
/// use thuocdo::{Goal, Scorer, plan_assessment};
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let (card, plan) = plan_assessment(&scorer, r#"{ "conditions": {}, "answers": { "1.3.1": 6 } }"#, &Goal::default())?;
/// assert_eq!(card.groups[0].score.low.to_string(), "6");
/// assert_eq!(plan.groups[0].needed.to_string(), "44"); // level 2 begins at 50
/// # Ok::<(), thuocdo::Violations>(())
/// ```
///
/// # Errors
/// The faults of the assessment, under `/assessment`; the violations of [`Goal::check`]; and `plan_too_large`.
pub fn plan_assessment<'a>(scorer: &Scorer, assessment: impl Into<Input<'a>>, goal: &Goal) -> Result<(Scorecard, Plan), Violations> {
    let mut violations = goal.check(scorer);
    let card = scorer.score(assessment).unwrap_or_else(|refused| {
        violations.take_in("/assessment", refused);
        Scorecard::default()
    });
    violations.or(())?;
    make(scorer, &card, goal).map(|plan| (card, plan))
}

/// As [`plan`], of a card that is known to follow from its points, because a scorer of this framework made it or
/// [`Scorer::check_card`] found nothing: the card is not scored again.
///
/// # Errors
/// Those of [`plan`], except `digest_mismatch`.
#[doc(hidden)]
pub fn plan_checked(scorer: &Scorer, card: &Scorecard, goal: &Goal) -> Result<Plan, Violations> {
    fitting(scorer, card, goal, scorer.check_framework(card))
}

/// The plan, where nothing is wrong with the card and the goal fits the framework.
fn fitting(scorer: &Scorer, card: &Scorecard, goal: &Goal, mut violations: Violations) -> Result<Plan, Violations> {
    violations.take_in("", goal.check(scorer));
    violations.or(())?;
    make(scorer, card, goal)
}

/// As [`plan`], for a request `{ "assessment": …, "targets": …, "efforts": … }`. `scorecard` may replace `assessment`.
/// # Errors
/// All that is wrong with it.
pub fn plan_value(scorer: &Scorer, value: &Value<'_>) -> Result<Plan, Violations> {
    let (goal, card) = request(scorer, value)?;
    make(scorer, &card, &goal)
}

/// As [`plan`], for a card and a goal that have been checked against the scorer's framework.
fn make(scorer: &Scorer, card: &Scorecard, goal: &Goal) -> Result<Plan, Violations> {
    let framework = scorer.framework();
    let step = goal.step.unwrap_or(Goal::STEP);
    let mut violations = Violations::default();
    let mut groups = Vec::with_capacity(framework.groups.len());
    for ((group, bands), card) in framework.groups.iter().zip(scorer.bands()).zip(&card.groups) {
        let target = match goal.targets.get(&*group.code) {
            Some(target) => *target,
            None if goal.targets.is_empty() => None,
            None => continue,
        };
        match (OfGroup { framework, group, bands, card, efforts: goal.efforts.as_ref(), step: step.hundredths() }).plan(target) {
            Ok(plan) => groups.push(plan),
            Err(TooLarge) => violations.push(Violation::plan_too_large("/targets", &*group.code, u64::from(LIMIT))),
        }
    }
    violations.or(Plan { framework: card.framework.clone(), groups, step })
}

/// The input of the plan for one group.
struct OfGroup<'a> {
    framework: &'a Framework,
    group: &'a Group,
    bands: &'a [(Points, Level)],
    card: &'a GroupScore,
    efforts: Option<&'a BTreeMap<String, Option<Count>>>,
    /// In hundredths.
    step: u32,
}

impl OfGroup<'_> {
    fn plan(&self, target: Option<Level>) -> Result<GroupPlan, TooLarge> {
        let indicators = || self.card.indicators();
        let score: Range<Points> = indicators().map(|indicator| indicator.score).sum();
        let now = Range { high: level(self.bands, score.high), low: level(self.bands, score.low) };
        let target = target.unwrap_or_else(|| self.bands.iter().map(|(_, level)| *level).find(|level| *level > now.low).unwrap_or(now.low));
        let needed = first_of(self.bands, target).unwrap_or_default().saturating_sub(score.low);
        let all =
            self.group.indicators().zip(indicators()).filter_map(|(indicator, card)| raisable(self.framework, indicator, card.score, self.step));
        // A school cannot plan to raise points that no source locates.
        let (unlocated, raisable): (Vec<Raisable<'_>>, Vec<Raisable<'_>>) =
            all.partition(|raisable| raisable.indicator.basis.standing == Standing::Unlocated);
        let fewest = self.choice(score.low, needed, &raisable, |_| Some(Count::default()))?;
        let cheapest = self.efforts.map(|_| self.choice(score.low, needed, &raisable, |indicator| self.effort(indicator))).transpose()?;
        let room = raisable.iter().map(|raisable| Headroom {
            code: raisable.indicator.code.clone(),
            level_alone: level(self.bands, sum(score.low, raisable.most)),
            points: points(raisable.most),
        });
        Ok(GroupPlan {
            cheapest,
            code: self.group.code.clone(),
            conditions: self.card.conditions.iter().filter(|condition| condition.state != ConditionState::Met).cloned().collect(),
            level: now,
            missing: self.missing(score.low, now),
            needed,
            reach: match (needed, fewest.lacking) {
                (Points::ZERO, _) => Reach::Reached,
                (_, Points::ZERO) => Reach::Open,
                _ => Reach::OutOfReach,
            },
            room: room.collect(),
            target,
            unlocated: unlocated.iter().map(|raisable| Unlocated { code: raisable.indicator.code.clone(), points: points(raisable.most) }).collect(),
            fewest,
        })
    }

    /// The effort of raising an indicator; `None` if the goal has none for it.
    fn effort(&self, raisable: &Raisable<'_>) -> Option<Count> {
        self.efforts?.get(&*raisable.indicator.code).copied().flatten()
    }

    /// The best choice among the indicators that have a cost.
    fn choice(
        &self,
        low: Points,
        needed: Points,
        raisable: &[Raisable<'_>],
        cost: impl Fn(&Raisable<'_>) -> Option<Count>,
    ) -> Result<Choice, TooLarge> {
        let members = raisable.iter().filter_map(|raisable| Some((raisable, cost(raisable)?)));
        let (among, members): (Vec<&Raisable<'_>>, Vec<Member<'_>>) = members
            .map(|(raisable, cost)| {
                let cost = u64::from(cost.get()).saturating_mul(EFFORT).saturating_add(1);
                (raisable, Member { cost, most: raisable.most, raises: &raisable.raises, stepped: raisable.stepped })
            })
            .unzip();
        let all = members.iter().fold(0_u32, |sum, member| sum.saturating_add(member.most));
        let lacking = needed.saturating_sub(points(all));
        let best = if needed == Points::ZERO || lacking > Points::ZERO {
            Some(Optimum::default())
        } else {
            optimum(&members, needed.hundredths(), self.step, &mut Budget::new())?
        };
        let best = best.unwrap_or_default();
        let steps = best.taken.iter().filter_map(|taken| Some((among.get(taken.member)?, taken.points)));
        let effort = steps.clone().map(|(raisable, _)| self.effort(raisable).map(|effort| u64::from(effort.get()))).sum::<Option<u64>>();
        let raises =
            steps.map(|(raisable, points)| Raise { code: raisable.indicator.code.clone(), from: raisable.low, to: sum(raisable.low, points) });
        Ok(Choice {
            effort: effort.filter(|_| self.efforts.is_some()),
            lacking,
            level: level(self.bands, sum(low, if lacking > Points::ZERO { all } else { best.points })),
            points: points(best.points),
            raises: raises.collect(),
        })
    }

    fn missing(&self, low: Points, now: Range<Level>) -> Option<MissingAnswers> {
        if now.is_exact() {
            return None;
        }
        let missing = self.card.indicators().filter(|indicator| indicator.state == IndicatorState::Missing);
        let levels = self.bands.iter().map(|(_, level)| *level).filter(|level| (now.low..=now.high).contains(level));
        let points = |level| first_of(self.bands, level).unwrap_or_default().saturating_sub(low);
        Some(MissingAnswers {
            answers: missing
                .map(|indicator| MissingAnswer { code: indicator.code.clone(), points: indicator.score.high.saturating_sub(indicator.score.low) })
                .collect(),
            levels: levels.map(|level| PossibleLevel { level, points: points(level) }).collect(),
        })
    }
}

/// Converts hundredths that are below some maximum.
fn points(hundredths: u32) -> Points {
    Points::from_hundredths(hundredths).unwrap_or(Points::MAX)
}

fn sum(low: Points, hundredths: u32) -> Points {
    low.saturating_add(points(hundredths))
}
