//! Whether an assessment names the evidence that its framework requires.

use super::{Scorer, Sheet};
use crate::assessment::{Assessment, Evidence, EvidenceKnown};
use crate::framework::{Code, EvidenceRule, Framework};
use crate::range::Range;

/// Evidence that is required of one answer.
#[derive(Clone, Debug)]
pub(super) struct Required {
    pub(super) code: Code,
    pub(super) place: Place,
    rule: EvidenceRule,
}

/// Of which answer: its position in the file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Condition(usize),
    Indicator(usize),
}

impl Required {
    /// All that a framework requires.
    pub(super) fn by(framework: &Framework) -> Vec<Required> {
        let required = |code: &Code, place, rule: Option<&EvidenceRule>| Some(Required { code: code.clone(), place, rule: rule?.clone() });
        let conditions = framework
            .conditions()
            .enumerate()
            .filter_map(|(position, condition)| required(&condition.code, Place::Condition(position), condition.required_evidence.as_ref()));
        let indicators = framework
            .indicators()
            .enumerate()
            .filter_map(|(position, indicator)| required(&indicator.code, Place::Indicator(position), indicator.required_evidence.as_ref()));
        conditions.chain(indicators).collect()
    }

    /// What an assessment names for it.
    pub(super) fn of<'a>(&self, assessment: &'a Assessment) -> &'a [Evidence] {
        match self.place {
            Place::Condition(_) => assessment.conditions.get(&*self.code).map_or(&[], |condition| &condition.evidence),
            Place::Indicator(_) => assessment.answers.get(&*self.code).map_or(&[], |answer| &answer.evidence),
        }
    }
}

impl Scorer {
    /// Notes on a sheet of this framework whether `named` tells enough evidence for each answer that must bring some.
    pub(super) fn look_for_evidence<'a, E: IntoIterator<Item = &'a Evidence>>(
        &self,
        sheet: &mut Sheet,
        assessment: &Assessment,
        named: impl Fn(&Required) -> E,
    ) {
        for required in &self.required {
            let Range { high, low } = required.rule.counted(named(required), assessment.assessed_on);
            let high = if assessment.evidence == Some(EvidenceKnown::Unknown) { usize::MAX } else { high };
            let state = required.rule.state(Range { high, low });
            let evidence = match required.place {
                Place::Condition(position) => sheet.conditions.get_mut(position).map(|mark| &mut mark.evidence),
                Place::Indicator(position) => sheet.cells.get_mut(position).map(|cell| &mut cell.evidence),
            };
            if let Some(evidence) = evidence {
                *evidence = Some(state);
            }
        }
    }
}
