//! Self-assessments beside external assessments.

use std::cmp::Reverse;

use thuocdo::{Lang, Scorer};
use thuocdo_practice::Movement;
use thuocdo_practice::review::{GroupReview, Rating, Review, review};

use super::lists::{Differing, DifferingCondition, DifferingGroup, DifferingIndicator, RatedGroup};
use super::placed::{PlacedForms, PlacedSchool};

/// The pairs that differ: those whose level moves as a whole first, then in a group, then by one indicator, then the others.
pub(super) fn differing(placed: &PlacedForms<'_>, scorer: &Scorer, lang: Lang) -> Vec<Differing> {
    let mut found: Vec<Differing> = placed.schools.iter().filter_map(|school| of_school(school, scorer, lang)).collect();
    found.sort_by_key(|row| Reverse(weight(row)));
    found
}

fn of_school(school: &PlacedSchool<'_>, scorer: &Scorer, lang: Lang) -> Option<Differing> {
    let (own, external) = (school.own.as_ref()?, school.external.as_ref()?);
    // Both were scored, and both are of this institution and period, however they spell it.
    let mut of_external = external.form.assessment.clone();
    of_external.institution.clone_from(&own.form.assessment.institution);
    of_external.period.clone_from(&own.form.assessment.period);
    let Review { groups, overall, .. } = review(scorer, &own.form.assessment, &of_external).ok()?;
    let framework = scorer.framework();
    let conditions: Vec<DifferingCondition> = groups
        .iter()
        .flat_map(|group| &group.conditions)
        .filter(|condition| condition.disputed)
        .map(|condition| DifferingCondition {
            code: condition.code.clone(),
            external: condition.external,
            own: condition.own,
            title: framework.condition(&condition.code).map_or_else(String::new, |condition| condition.title.get(lang).to_owned()),
        })
        .collect();
    let indicators: Vec<DifferingIndicator> = groups
        .iter()
        .flat_map(|group| &group.indicators)
        .filter(|indicator| indicator.disputed)
        .map(|indicator| DifferingIndicator {
            code: indicator.code.clone(),
            difference: indicator.difference,
            external: indicator.external,
            moves_level: indicator.moves_level,
            reason: indicator.reason.clone(),
            own: indicator.own,
            title: framework.indicator(&indicator.code).map_or_else(String::new, |indicator| indicator.title.get(lang).to_owned()),
        })
        .collect();
    if conditions.is_empty() && indicators.is_empty() {
        return None;
    }
    Some(Differing {
        code: school.code.clone(),
        conditions,
        external: overall.external,
        external_at: external.form.at.clone(),
        groups: groups.iter().map(group).collect(),
        indicators,
        movement: overall.movement,
        name: school.name(),
        own: overall.own,
        self_at: own.form.at.clone(),
    })
}

fn group(group: &GroupReview) -> DifferingGroup {
    let rated = |rating: Rating| RatedGroup { code: group.code.clone(), level: rating.level, score: rating.score };
    DifferingGroup {
        code: group.code.clone(),
        difference: group.difference,
        external: rated(group.external),
        movement: group.movement,
        own: rated(group.own),
    }
}

fn weight(row: &Differing) -> (bool, bool, bool) {
    let moves = |movement: Movement| matches!(movement, Movement::Lowered | Movement::Raised);
    (moves(row.movement), row.groups.iter().any(|group| moves(group.movement)), row.indicators.iter().any(|indicator| indicator.moves_level))
}

impl Differing {
    /// Whether the level moves so, as a whole or in a group.
    pub(super) fn moves(&self, movement: Movement) -> bool {
        self.movement == movement || self.groups.iter().any(|group| group.movement == movement)
    }
}
