//! Makes the scorecard of an assessment: the results of its sheet, with codes and names.

use super::evaluate::{GroupLevel, condition_blocker, levels};
use super::sheet::{Cell, brings_points};
use super::{CompiledGroup, Scorer, Sheet};
use crate::assessment::{Input, Subject};
use crate::framework::{Code, Effect, EvidenceState, Group};
use crate::json::each_line;
use crate::scorecard::{
    Blocker, BlockerCode, ConditionResult, ConditionState, CriterionScore, GroupScore, IndicatorScore, IndicatorState, OverallLevel, Recognition,
    Scorecard,
};
use crate::text::Lang;
use crate::violation::Violations;

impl Scorer {
    /// Scores an assessment.
    ///
    /// ```
    /// use thuocdo::Scorer;
    /// let scorer = Scorer::shipped("moet-4725-2022")?;
    /// let card = scorer.score(r#"{ "conditions": { "1.1": true }, "answers": { "1.3.1": 6, "1.6.1": 5.25 } }"#)?;
    /// assert_eq!(card.groups[0].score.low.to_string(), "11.25");
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    /// Every reason why the assessment cannot be scored.
    pub fn score<'a>(&self, assessment: impl Into<Input<'a>>) -> Result<Scorecard, Violations> {
        self.read(assessment).map(|(subject, sheet)| self.card_of(&subject, &sheet))
    }

    /// Scores an assessment and writes the scorecard as canonical JSON.
    ///
    /// # Errors
    /// Every reason why the assessment cannot be scored.
    pub fn score_to_json<'a>(&self, assessment: impl Into<Input<'a>>) -> Result<String, Violations> {
        self.score(assessment).map(|card| card.to_json())
    }

    /// Scores NDJSON: the scorecard of each line as canonical JSON, or its violations with the line number. See [`each_line`].
    ///
    /// ```
    /// use thuocdo::{Lang, Scorer};
    /// let scorer = Scorer::shipped("moet-4725-2022")?;
    /// let answers = scorer.score_lines(b"{\"answers\":{},\"conditions\":{}}\r\n\n7\n", Lang::En);
    /// let answers: Vec<&str> = answers.lines().collect();
    /// assert_eq!(answers.len(), 2);
    /// assert!(answers[1].starts_with(r#"{"line":3,"violations":[{"at":"","code":"wrong_type""#));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    pub fn score_lines(&self, text: &[u8], lang: Lang) -> String {
        each_line(text, lang, |line| self.score_to_json(line))
    }

    /// The scorecard of a sheet of this framework.
    ///
    /// # Errors
    /// As [`Scorer::levels`].
    pub fn card(&self, subject: &Subject, sheet: &Sheet) -> Result<Scorecard, Violations> {
        self.usable(sheet).map(|sheet| self.card_of(subject, sheet))
    }

    /// Every blocker that an assessment may have of which the evidence is unknown, in the order in which a scorecard lists them.
    #[doc(hidden)]
    pub fn possible_blockers(&self) -> Vec<(BlockedBy, Blocker)> {
        let effect = self.framework.conditions_effect.effect;
        let (mut conditions, mut indicators) = (0_usize.., 0_usize..);
        let mut possible = Vec::new();
        for (position, group) in self.framework.groups.iter().enumerate() {
            let mut block = |by: BlockedBy, at: &Code, code: Option<BlockerCode>| {
                possible.extend(code.map(|code| (by, Blocker { at: at.clone(), code, group: group.code.clone() })));
            };
            for (condition, position) in group.conditions.iter().zip(conditions.by_ref()) {
                for state in [ConditionState::Unmet, ConditionState::Unknown, ConditionState::Met] {
                    let evidence = condition.required_evidence.as_ref().map(|_| EvidenceState::Unknown);
                    let code = condition_blocker(effect, state).or(evidence_blocker(state, evidence));
                    block(BlockedBy::Condition(position, state), &condition.code, code);
                }
            }
            for (indicator, position) in group.indicators().zip(indicators.by_ref()) {
                let code = indicator.required_evidence.as_ref().and_then(|_| EvidenceState::Unknown.blocker());
                block(BlockedBy::Points(position), &indicator.code, code);
            }
            block(BlockedBy::Level(position), &group.code, Some(BlockerCode::LevelUndetermined));
        }
        possible
    }

    /// The scorecard of a sheet, which must be of this scorer.
    pub(super) fn card_of(&self, subject: &Subject, sheet: &Sheet) -> Scorecard {
        let mut cells = sheet.cells.iter();
        let mut states = sheet.conditions.iter().map(|mark| mark.state);
        let pairs = self.framework.groups.iter().zip(&self.groups);
        let groups: Vec<GroupScore> = pairs.map(|(group, compiled)| group_score(group, compiled, &mut cells, &mut states)).collect();
        let evidence = (sheet.conditions.iter().map(|mark| mark.evidence), sheet.cells.iter().map(|cell| cell.evidence));
        let blockers = blockers(self.framework.conditions_effect.effect, &groups, evidence);
        Scorecard {
            framework: self.mark(),
            institution: subject.institution.clone(),
            overall: OverallLevel {
                level: self.framework.overall.rule.level(groups.iter().map(|group| group.level)),
                rule: self.framework.overall.rule,
            },
            period: subject.period.clone(),
            recognition: Recognition { eligible: blockers.is_empty(), blockers },
            stream: subject.stream,
            groups,
        }
    }
}

/// What a blocker of recognition follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockedBy {
    /// The condition at this position of the framework, in this state.
    Condition(usize, ConditionState),
    /// The level of the group at this position: it is not determined.
    Level(usize),
    /// Points of the indicator at this position, which needs evidence.
    Points(usize),
}

/// The blocker that the evidence of a condition in this state causes: only a met one needs any.
fn evidence_blocker(state: ConditionState, evidence: Option<EvidenceState>) -> Option<BlockerCode> {
    evidence.filter(|_| state == ConditionState::Met).and_then(EvidenceState::blocker)
}

/// The blockers of recognition, group by group. `evidence` has one entry for each condition and each indicator, in order: whether the
/// required evidence is there, or `None` if none is required.
pub(super) fn blockers(
    effect: Effect,
    groups: &[GroupScore],
    (mut of_conditions, mut of_indicators): (impl Iterator<Item = Option<EvidenceState>>, impl Iterator<Item = Option<EvidenceState>>),
) -> Vec<Blocker> {
    let mut blockers = Vec::new();
    for group in groups {
        let mut block = |at: &Code, code: Option<BlockerCode>| {
            blockers.extend(code.map(|code| Blocker { at: at.clone(), code, group: group.code.clone() }));
        };
        for condition in &group.conditions {
            let evidence = of_conditions.next().flatten();
            let shown = evidence_blocker(condition.state, evidence);
            block(&condition.code, condition_blocker(effect, condition.state).or(shown));
        }
        for (indicator, evidence) in group.indicators().zip(of_indicators.by_ref()) {
            block(&indicator.code, evidence.filter(|_| brings_points(indicator.score)).and_then(EvidenceState::blocker));
        }
        block(&group.code, (!group.level.is_exact()).then_some(BlockerCode::LevelUndetermined));
    }
    blockers
}

fn group_score<'s>(
    group: &Group,
    compiled: &CompiledGroup,
    cells: &mut (impl Iterator<Item = &'s Cell> + Clone),
    states: &mut impl Iterator<Item = ConditionState>,
) -> GroupScore {
    let GroupLevel { level, score } = compiled.level(cells.clone().take(compiled.indicators));
    let criteria = group.criteria.iter().zip(&compiled.criteria).map(|(criterion, compiled)| {
        let score = cells.clone().take(compiled.indicators).map(|cell| cell.score).sum();
        let indicators = criterion.indicators.iter().zip(cells.by_ref()).map(|(indicator, cell)| IndicatorScore {
            code: indicator.code.clone(),
            max: indicator.max,
            score: cell.score,
            state: if cell.answered { IndicatorState::Answered } else { IndicatorState::Missing },
        });
        CriterionScore {
            code: criterion.code.clone(),
            indicators: indicators.collect(),
            level: compiled.bands.as_ref().map(|bands| levels(bands, score)),
            max: criterion.max,
            score,
        }
    });
    GroupScore {
        code: group.code.clone(),
        criteria: criteria.collect(),
        conditions: group.conditions.iter().zip(states).map(|(condition, state)| ConditionResult { code: condition.code.clone(), state }).collect(),
        level,
        max: group.max,
        score,
    }
}
