//! The scorecard of an assessment: what the sheet says, with all its names.

use super::evaluate::{GroupLevel, levels, lowest};
use super::sheet::{Cell, brings_points};
use super::{CompiledGroup, Scorer, Sheet};
use crate::assessment::{Assessment, Institution};
use crate::framework::{Code, Effect, Group, OverallRule};
use crate::json::Value;
use crate::scorecard::{
    Blocker, BlockerCode, ConditionResult, ConditionState, CriterionScore, EvidenceState, GroupScore, IndicatorScore, IndicatorState,
    InstitutionMark, OverallLevel, Recognition, Scorecard,
};
use crate::violation::Violations;

impl Scorer {
    /// Scores an assessment, or tells everything that keeps it from being scored.
    pub fn score(&self, assessment: &Assessment) -> Result<Scorecard, Violations> {
        self.sheet(assessment).map(|sheet| self.card_of(assessment, &sheet))
    }

    /// Reads an assessment and scores it; everything that is wrong with it comes together.
    pub fn score_json(&self, bytes: &[u8]) -> Result<Scorecard, Violations> {
        self.read_json(bytes).map(|(assessment, sheet)| self.card_of(&assessment, &sheet))
    }

    /// As [`Scorer::score_json`], of JSON already parsed.
    pub fn score_value(&self, value: &Value<'_>) -> Result<Scorecard, Violations> {
        self.read(value).map(|(assessment, sheet)| self.card_of(&assessment, &sheet))
    }

    /// The scorecard of a sheet of this framework, of whom and when `assessment` says. Fails as [`Scorer::levels`] does.
    pub fn card(&self, assessment: &Assessment, sheet: &Sheet) -> Result<Scorecard, Violations> {
        self.own(sheet).map(|sheet| self.card_of(assessment, sheet))
    }

    /// The scorecard of what stands on a sheet of this scorer.
    pub(super) fn card_of(&self, assessment: &Assessment, sheet: &Sheet) -> Scorecard {
        let mut cells = sheet.cells.iter();
        let mut states = sheet.conditions.iter().map(|mark| mark.state);
        let pairs = self.framework.groups.iter().zip(&self.groups);
        let groups: Vec<GroupScore> = pairs.map(|(group, compiled)| group_score(group, compiled, &mut cells, &mut states)).collect();
        let evidence = (sheet.conditions.iter().map(|mark| mark.evidence), sheet.cells.iter().map(|cell| cell.evidence));
        let blockers = blockers(self.framework.conditions_effect.effect, &groups, evidence);
        Scorecard {
            framework: self.mark(),
            institution: assessment.institution.as_ref().map(InstitutionMark::from),
            overall: OverallLevel {
                level: match self.framework.overall.rule {
                    OverallRule::LowestGroup => lowest(groups.iter().map(|group| group.level)),
                },
                rule: self.framework.overall.rule,
            },
            period: assessment.period.clone(),
            recognition: Recognition { eligible: blockers.is_empty(), blockers },
            stream: assessment.stream,
            groups,
        }
    }

    /// The canonical JSON of a scorecard that this scorer made: [`Scorecard::to_json`], sooner.
    pub(crate) fn write(&self, card: &Scorecard) -> String {
        self.template.write(card)
    }
}

/// What stands in the way of recognition, group by group. `evidence` tells of each condition and each indicator, in order, whether there is
/// the evidence that is required of it, if any is.
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
            let code = match (effect, condition.state) {
                (Effect::BlockRecognition, ConditionState::Met) => evidence.and_then(EvidenceState::blocker),
                (Effect::BlockRecognition, ConditionState::Unmet) => Some(BlockerCode::ConditionUnmet),
                (Effect::BlockRecognition, ConditionState::Unknown) => Some(BlockerCode::ConditionUnknown),
            };
            block(&condition.code, code);
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

impl From<&Institution> for InstitutionMark {
    fn from(institution: &Institution) -> InstitutionMark {
        InstitutionMark { code: institution.code.clone(), name: institution.name.clone(), kind: institution.kind }
    }
}
