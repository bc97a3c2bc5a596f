//! Proves a scorecard: scores its points again and compares the result.

use super::Scorer;
use super::score::blockers;
use crate::assessment::Subject;
use crate::framework::{Effect, EvidenceState};
use crate::points::Points;
use crate::scorecard::{CriterionScore, FrameworkMark, GroupScore, IndicatorScore, IndicatorState, OverallLevel, Recognition, Scorecard};
use crate::violation::{Violation, Violations};

impl Scorer {
    /// The reasons why this scorer cannot have made a scorecard: it is of another framework or revision, or its content does not follow
    /// from its points and states.
    #[doc(hidden)]
    pub fn check_card(&self, card: &Scorecard) -> Violations {
        let violations = self.check_framework(card);
        if violations.is_empty() { compared(card, &self.rescored(card)) } else { violations }
    }

    /// `wrong_framework` where a scorecard is of another framework or revision.
    pub(crate) fn check_framework(&self, card: &Scorecard) -> Violations {
        let FrameworkMark { digest, id, .. } = &card.framework;
        if digest == self.digest() { Violations::default() } else { self.wrong_framework("/framework".to_owned(), id, digest).into() }
    }

    /// Scores the points, states and evidence of a scorecard again, as far as they are valid.
    fn rescored(&self, card: &Scorecard) -> Scorecard {
        let mut sheet = self.blank();
        let mut row = sheet.row();
        for (position, indicator) in card.indicators().enumerate() {
            // A refused value is missing in the new card, which then differs from the other one.
            let _ = row.narrow(position, indicator.score);
            let _ = row.answer_evidence(position, card.recognition.evidence(&indicator.code).unwrap_or(EvidenceState::Given));
        }
        for (position, condition) in card.groups.iter().flat_map(|group| &group.conditions).enumerate() {
            let _ = row.condition(position, condition.state);
            let _ = row.condition_evidence(position, card.recognition.evidence(&condition.code).unwrap_or(EvidenceState::Given));
        }
        let again = self.card_of(&Subject::default(), &sheet);
        Scorecard { institution: card.institution.clone(), period: card.period.clone(), stream: card.stream, ..again }
    }
}

impl Scorecard {
    /// The contradictions in a card that need no framework to see: sums, the overall level, blockers of recognition. Only
    /// [`Scorer::check_card`] can check which level some points give.
    #[doc(hidden)]
    pub fn check_sums(&self) -> Violations {
        let groups: Vec<GroupScore> = self.groups.iter().map(summed_group).collect();
        // Sums do not show whether evidence was there.
        let conditions = self.groups.iter().flat_map(|group| &group.conditions).map(|condition| self.recognition.evidence(&condition.code));
        let indicators = self.indicators().map(|indicator| self.recognition.evidence(&indicator.code));
        let blockers = blockers(Effect::default(), &groups, (conditions, indicators));
        let level = self.overall.rule.level(groups.iter().map(|group| group.level));
        let again = Scorecard {
            groups,
            overall: OverallLevel { level, rule: self.overall.rule },
            recognition: Recognition { eligible: blockers.is_empty(), blockers },
            framework: self.framework.clone(),
            institution: self.institution.clone(),
            period: self.period.clone(),
            stream: self.stream,
        };
        compared(self, &again)
    }
}

fn summed_group(group: &GroupScore) -> GroupScore {
    let criteria: Vec<CriterionScore> = group.criteria.iter().map(summed_criterion).collect();
    GroupScore {
        max: sum(criteria.iter().map(|criterion| criterion.max)),
        score: criteria.iter().map(|criterion| criterion.score).sum(),
        criteria,
        ..group.clone()
    }
}

fn summed_criterion(criterion: &CriterionScore) -> CriterionScore {
    let indicators: Vec<IndicatorScore> = criterion.indicators.iter().map(bounded).collect();
    CriterionScore {
        max: sum(indicators.iter().map(|indicator| indicator.max)),
        score: indicators.iter().map(|indicator| indicator.score).sum(),
        indicators,
        ..criterion.clone()
    }
}

/// The indicator with its points cut to the maximum, and with the state that follows from them.
fn bounded(indicator: &IndicatorScore) -> IndicatorScore {
    let mut score = indicator.score;
    (score.low, score.high) = (score.low.min(indicator.max), score.high.min(indicator.max));
    let state = if score.is_exact() { IndicatorState::Answered } else { IndicatorState::Missing };
    IndicatorScore { score, state, ..indicator.clone() }
}

fn sum(points: impl Iterator<Item = Points>) -> Points {
    points.fold(Points::ZERO, Points::saturating_add)
}

/// No violation if both cards are equal, else `digest_mismatch`.
fn compared(card: &Scorecard, again: &Scorecard) -> Violations {
    if again == card {
        return Violations::default();
    }
    let (stated, found) = (card.digest(), again.digest());
    Violation::digest_mismatch("/digest", found.as_str(), stated.as_str()).into()
}
