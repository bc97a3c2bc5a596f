//! Two forms of one institution, indicator by indicator.

use thuocdo::{Assessment, ConditionState, Group, GroupLevel, Level, Points, Range, Scorer, Sheet, Stream, Violations};

use super::form::Form;
use super::result::{ConditionReview, GroupReview, IndicatorReview, OverallReview, Rating, Review};
use crate::Movement;

/// Lays the self-assessment of an institution beside its external assessment.
///
/// ```
/// use thuocdo::{Assessment, Framework, Scorer};
/// use thuocdo_practice::{Movement, review::review};
///
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// let own = Assessment::from_json(br#"{ "conditions": {}, "answers": { "1.3.1": 6 } }"#)?;
/// let external = Assessment::from_json(br#"{ "conditions": {}, "answers": { "1.3.1": { "points": 4.5, "note": "no link" } } }"#)?;
/// let review = review(&scorer, &own, &external)?;
/// let first = &review.groups[0].indicators[0];
/// assert_eq!(first.difference.low.to_string(), "-1.5");
/// assert_eq!(first.reason.as_deref(), Some("no link"));
/// assert_eq!(review.overall.movement, Movement::Open); // most answers are missing
/// # Ok::<(), thuocdo::Violations>(())
/// ```
///
/// # Errors
///
/// All that is wrong with either, under `/self` and `/external`: what the scorer refuses, `wrong_stream` where a form names the stream of
/// the other side, `other_institution` and `other_period` where both sides name one and they differ.
pub fn review(scorer: &Scorer, own: &Assessment, external: &Assessment) -> Result<Review, Violations> {
    checked(scorer, own, external, Violations::default())
}

/// As [`review`], of forms in which something may have been found wrong already.
pub(super) fn checked(scorer: &Scorer, own: &Assessment, external: &Assessment, mut violations: Violations) -> Result<Review, Violations> {
    let own = Form::check(scorer, own, Stream::SelfAssessment, "/self", &mut violations);
    let external = Form::check(scorer, external, Stream::External, "/external", &mut violations);
    let review = of_forms(scorer, &own, &external, &mut violations)?;
    violations.or(review)
}

/// The review of two checked forms; where they are not of one institution and period, that is noted under `/external`.
pub(super) fn of_forms(scorer: &Scorer, own: &Form, external: &Form, violations: &mut Violations) -> Result<Review, Violations> {
    let mut subject = own.subject.clone();
    super::form::join(&mut subject, &external.subject, "/external", violations);
    let levels = [scorer.levels(&own.sheet)?, scorer.levels(&external.sheet)?, scorer.levels(&widest(scorer, &own.sheet, &external.sheet)?)?];
    let [of_own, of_external, of_disputed] = &levels;
    let ratings = of_own.groups().iter().zip(of_external.groups()).zip(of_disputed.groups());
    let mut pairs = Pairs { scorer, own, external, indicators: 0, conditions: 0 };
    let groups = scorer.framework().groups.iter().zip(ratings);
    Ok(Review {
        framework: scorer.mark(),
        groups: groups.map(|(group, ((own, external), disputed))| pairs.group(group, own.into(), external.into(), disputed.into())).collect(),
        institution: subject.institution,
        overall: OverallReview {
            disputed: of_disputed.overall(),
            external: of_external.overall(),
            movement: Movement::between_known(of_own.overall(), of_external.overall()),
            own: of_own.overall(),
        },
        period: subject.period,
    })
}

/// The sheet on which every indicator is as open as the sides together leave it.
fn widest(scorer: &Scorer, own: &Sheet, external: &Sheet) -> Result<Sheet, Violations> {
    let mut sheet = scorer.blank();
    let mut row = sheet.fill();
    for position in 0..scorer.framework().indicators().count() {
        if let (Some(own), Some(external)) = (own.score(position), external.score(position)) {
            row.narrow(position, Range { high: own.high.max(external.high), low: own.low.min(external.low) })?;
        }
    }
    Ok(sheet)
}

impl From<&GroupLevel> for Rating {
    fn from(group: &GroupLevel) -> Rating {
        Rating { level: group.level, score: group.score }
    }
}

/// Walks both sheets in the order of the framework.
struct Pairs<'a> {
    scorer: &'a Scorer,
    own: &'a Form,
    external: &'a Form,
    /// The position of the next indicator.
    indicators: usize,
    /// The position of the next condition.
    conditions: usize,
}

impl Pairs<'_> {
    fn group(&mut self, group: &Group, own: Rating, external: Rating, disputed: Rating) -> GroupReview {
        let conditions = group.conditions.iter().map(|condition| {
            let (own, external) = self.states();
            ConditionReview { code: condition.code.clone(), disputed: own != external, external, own }
        });
        let conditions = conditions.collect();
        let indicators = group.indicators().map(|indicator| {
            let (of_own, of_external) = self.scores();
            let moves = |side: Rating, from, to| levels(self.scorer, &group.code, replaced(side.score, from, to)) != side.level;
            let is_disputed = of_own != of_external;
            IndicatorReview {
                code: indicator.code.clone(),
                difference: Range::between(of_own, of_external),
                disputed: is_disputed,
                external: of_external,
                max: indicator.max,
                moves_level: is_disputed && (moves(own, of_own, of_external) || moves(external, of_external, of_own)),
                reason: self.external.notes.get(&*indicator.code).cloned(),
                own: of_own,
            }
        });
        GroupReview {
            code: group.code.clone(),
            conditions,
            difference: Range::between(own.score, external.score),
            disputed,
            external,
            indicators: indicators.collect(),
            max: group.max,
            movement: Movement::between_known(own.level, external.level),
            own,
        }
    }

    fn states(&mut self) -> (ConditionState, ConditionState) {
        let position = self.conditions;
        self.conditions = position.saturating_add(1);
        (self.own.sheet.state(position).unwrap_or_default(), self.external.sheet.state(position).unwrap_or_default())
    }

    fn scores(&mut self) -> (Range<Points>, Range<Points>) {
        let position = self.indicators;
        self.indicators = position.saturating_add(1);
        (self.own.sheet.score(position).unwrap_or_default(), self.external.sheet.score(position).unwrap_or_default())
    }
}

/// A sum in which one part gives way to another. Exact: the part is in the sum, and the new sum is at most the group's maximum.
fn replaced(sum: Range<Points>, from: Range<Points>, to: Range<Points>) -> Range<Points> {
    Range { high: sum.high.saturating_sub(from.high).saturating_add(to.high), low: sum.low.saturating_sub(from.low).saturating_add(to.low) }
}

/// The level of each end; the framework has the group, and its sums are at most its maximum.
fn levels(scorer: &Scorer, group: &str, score: Range<Points>) -> Range<Level> {
    Range { high: scorer.level(group, score.high).unwrap_or_default(), low: scorer.level(group, score.low).unwrap_or_default() }
}
