//! What-if: the effect of other answers on points, levels and recognition.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assessment::{Answer, Assessment, ConditionAnswer};
use crate::canonical;
use crate::decimal::Difference;
use crate::framework::Code;
use crate::json::{Reader, Value};
use crate::points::Points;
use crate::range::{Level, Range};
use crate::record;
use crate::scorecard::{Blocker, ConditionState, Scorecard};
use crate::scorer::Scorer;
use crate::violation::Violations;

/// Answers that replace those of an assessment, in the same form. An empty answer removes the assessment's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The answers, by code of the indicator.
    pub answers: BTreeMap<String, Answer>,
    /// The mandatory conditions, by code.
    pub conditions: BTreeMap<String, ConditionAnswer>,
}

record!(Changes { answers ? list, conditions ? list });

impl Changes {
    /// Reads changes: `{ "answers": { "1.3.1": 6, "1.4.1": null }, "conditions": { "1.1": true } }`. Both keys are optional.
    ///
    /// # Errors
    /// Everything that is wrong with its form.
    pub fn from_value(value: &Value<'_>) -> Result<Changes, Violations> {
        Reader::read(value)
    }

    /// The assessment with these answers in place of its own.
    pub fn applied_to(&self, assessment: &Assessment) -> Assessment {
        let mut other = assessment.clone();
        other.answers.extend(self.answers.clone());
        other.conditions.extend(self.conditions.clone());
        other
    }
}

/// The effect of changed answers. Lists all groups, and only those indicators and conditions that change.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct WhatIf {
    /// The blockers of recognition that the changes add.
    pub blockers_added: Vec<Blocker>,
    /// The blockers of recognition that the changes remove.
    pub blockers_gone: Vec<Blocker>,
    /// The conditions whose state changes, in the order of the framework.
    pub conditions: Vec<ConditionChange>,
    /// Whether no blocker of recognition is left.
    pub eligible: Change<bool>,
    /// The groups, in the order of the framework.
    pub groups: Vec<GroupChange>,
    /// The indicators whose points change, in the order of the framework.
    pub indicators: Vec<IndicatorChange>,
    /// The level of the institution as a whole.
    pub overall: Change<Range<Level>>,
}

impl WhatIf {
    /// What differs between two scorecards of one framework: of an assessment, and of the same with changed answers.
    ///
    /// ```
    /// use thuocdo::{Assessment, Changes, Scorer, WhatIf, what_if};
    /// # use thuocdo::json::Value;
    /// let scorer = Scorer::shipped("moet-4725-2022")?;
    /// let assessment = Assessment::from_json(br#"{ "conditions": {}, "answers": { "1.3.1": 4 } }"#)?;
    /// let changes = Changes::from_value(&Value::parse(br#"{ "answers": { "1.3.1": 6 } }"#)?)?;
    /// let (before, after) = (scorer.score(&assessment)?, scorer.score(&changes.applied_to(&assessment))?);
    /// assert_eq!(WhatIf::between(&before, &after), what_if(&scorer, &assessment, &changes)?);
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    pub fn between(before: &Scorecard, after: &Scorecard) -> WhatIf {
        let groups = || before.groups.iter().zip(&after.groups);
        let only_in = |card: &Scorecard, other: &Scorecard| {
            card.recognition.blockers.iter().filter(|blocker| !other.recognition.blockers.contains(blocker)).cloned().collect()
        };
        let conditions = groups().flat_map(|(before, after)| before.conditions.iter().zip(&after.conditions));
        let indicators = before.indicators().zip(after.indicators());
        WhatIf {
            blockers_added: only_in(after, before),
            blockers_gone: only_in(before, after),
            conditions: conditions
                .filter(|(before, after)| before.state != after.state)
                .map(|(before, after)| ConditionChange { code: after.code.clone(), state: Change { after: after.state, before: before.state } })
                .collect(),
            eligible: Change { after: after.recognition.eligible, before: before.recognition.eligible },
            groups: groups()
                .map(|(before, after)| GroupChange {
                    code: after.code.clone(),
                    level: Change { after: after.level, before: before.level },
                    score: Change { after: after.score, before: before.score },
                })
                .collect(),
            indicators: indicators
                .filter(|(before, after)| before.score != after.score)
                .map(|(before, after)| IndicatorChange {
                    code: after.code.clone(),
                    difference: Difference::between(before.score.low, after.score.low),
                    score: Change { after: after.score, before: before.score },
                })
                .collect(),
            overall: Change { after: after.overall.level, before: before.overall.level },
        }
    }

    /// The result as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }
}

/// A value before and after the changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Change<T> {
    /// The value after the changes.
    pub after: T,
    /// The value before the changes.
    pub before: T,
}

/// A condition whose state changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct ConditionChange {
    /// Code of the condition.
    pub code: Code,
    /// State of the condition.
    pub state: Change<ConditionState>,
}

/// A group before and after the changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct GroupChange {
    /// Code of the group.
    pub code: Code,
    /// Level of the group.
    pub level: Change<Range<Level>>,
    /// Points of the group.
    pub score: Change<Range<Points>>,
}

/// An indicator whose points change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct IndicatorChange {
    /// Code of the indicator.
    pub code: Code,
    /// The change of its certain points; negative if they fall.
    pub difference: Difference,
    /// Points of the indicator.
    pub score: Change<Range<Points>>,
}

/// Computes the effect of other answers on an assessment.
///
/// # Errors
/// The faults of the assessment, under `/assessment`, and of the changes, under `/answers` and `/conditions`.
pub fn what_if(scorer: &Scorer, assessment: &Assessment, changes: &Changes) -> Result<WhatIf, Violations> {
    let mut violations = Violations::default();
    let result = compare(scorer, assessment, changes, &mut violations);
    violations.or(result)
}

/// One JSON request: an assessment, and the answers that replace its own.
#[derive(Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "WhatIfRequest", deny_unknown_fields))]
pub(crate) struct Request {
    /// The other answers, by code of the indicator. An empty answer removes the assessment's answer.
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, Answer>>"))]
    answers: BTreeMap<String, Answer>,
    /// The assessment as it is.
    assessment: Assessment,
    /// The other conditions, by code.
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, ConditionAnswer>>"))]
    conditions: BTreeMap<String, ConditionAnswer>,
}

record!(Request { answers ? list, assessment, conditions ? list });

/// As [`what_if`], for a request `{ "assessment": …, "answers": …, "conditions": … }`.
///
/// # Errors
/// All that is wrong with it.
pub fn what_if_value(scorer: &Scorer, value: &Value<'_>) -> Result<WhatIf, Violations> {
    let (request, mut violations) = Reader::whole::<Request>(value);
    let Request { answers, assessment, conditions } = request.unwrap_or_default();
    let result = compare(scorer, &assessment, &Changes { answers, conditions }, &mut violations);
    violations.or(result)
}

/// The effect of the changes. The result is empty if `violations` has any.
fn compare(scorer: &Scorer, assessment: &Assessment, changes: &Changes, violations: &mut Violations) -> WhatIf {
    let before = scorer.score(assessment).unwrap_or_else(|refused| {
        violations.take_in("/assessment", refused);
        Scorecard::default()
    });
    if let Err(refused) = scorer.check(&changes.applied_to(&Assessment::default())) {
        violations.take_in("", refused);
    }
    // Whatever is wrong with it is listed already.
    WhatIf::between(&before, &scorer.score(&changes.applied_to(assessment)).unwrap_or_default())
}
