//! Checks whether an assessment has the evidence that its framework requires.

use std::collections::BTreeMap;

use super::{Scorer, Sheet};
use crate::assessment::{Assessment, Evidence, EvidenceKnown};
use crate::date::Date;
use crate::framework::{Code, EvidenceRule, Framework};
use crate::range::Range;

/// The required evidence of one answer.
#[derive(Clone, Debug)]
pub(super) struct Required {
    pub(super) code: Code,
    pub(super) place: Place,
    rule: EvidenceRule,
}

/// The answer, by position in the file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Condition(usize),
    Indicator(usize),
}

impl Required {
    /// Every requirement of a framework.
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

    /// The evidence in an assessment for this requirement.
    pub(super) fn of<'s>(&self, shown: &'s Shown) -> &'s [Evidence] {
        let named = match self.place {
            Place::Condition(_) => &shown.conditions,
            Place::Indicator(_) => &shown.answers,
        };
        named.get(self.code.as_str()).map_or(&[], Vec::as_slice)
    }
}

/// The evidence of an assessment by code, with the dates and flags that decide whether it counts. Empty if the framework requires none.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) answers: BTreeMap<String, Vec<Evidence>>,
    pub(super) assessed_on: Option<Date>,
    pub(super) conditions: BTreeMap<String, Vec<Evidence>>,
    pub(super) known: Option<EvidenceKnown>,
}

impl From<&Assessment> for Shown {
    fn from(assessment: &Assessment) -> Shown {
        Shown {
            answers: assessment.answers.iter().map(|(code, answer)| (code.clone(), answer.evidence.clone())).collect(),
            assessed_on: assessment.assessed_on,
            conditions: assessment.conditions.iter().map(|(code, answer)| (code.clone(), answer.evidence.clone())).collect(),
            known: assessment.evidence,
        }
    }
}

impl Scorer {
    /// Notes on a sheet of this framework, for each answer that needs evidence, whether `named` finds enough of it.
    pub(super) fn look_for_evidence<'s, E: IntoIterator<Item = &'s Evidence>>(
        &self,
        sheet: &mut Sheet,
        shown: &Shown,
        named: impl Fn(&Required) -> E,
    ) {
        for required in &self.required {
            let Range { high, low } = required.rule.counted(named(required), shown.assessed_on);
            let high = if shown.known == Some(EvidenceKnown::Unknown) { usize::MAX } else { high };
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
