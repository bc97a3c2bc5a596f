//! Reads a goal, and checks it against a framework and a scorecard.

use std::collections::BTreeMap;

use super::Goal;
use crate::assessment::Assessment;
use crate::json::{Reader, Value, pointer};
use crate::points::{Count, Points};
use crate::range::Level;
use crate::record;
use crate::scorecard::Scorecard;
use crate::scorer::Scorer;
use crate::violation::{Violation, Violations};

record!(Goal { efforts ? value, step ? value, targets ? list });

impl Goal {
    /// The default step of a raise: half a point, the smallest fraction of a point that assessors award. A plan for one hundredth more than
    /// a band needs could not be carried out.
    pub const STEP: Points = Points::HALF;

    /// Reads a goal: `{ "targets": { "1": 3 }, "efforts": { "1.3.1": 5 }, "step": 0.25 }`. Every key is optional.
    ///
    /// # Errors
    /// Every fault of its form. [`Goal::check`] compares it with a framework.
    pub fn from_value(value: &Value<'_>) -> Result<Goal, Violations> {
        Reader::read(value)
    }

    /// The faults of the goal under a framework: unknown groups, levels or indicators, and a step of zero.
    pub fn check(&self, scorer: &Scorer) -> Violations {
        let mut violations = Violations::default();
        let groups = || scorer.framework().groups.iter().zip(scorer.bands());
        for (code, target) in &self.targets {
            match groups().find(|(group, _)| group.code == *code) {
                None => violations.push(scorer.unknown_group(pointer("/targets", code), code)),
                Some((_, bands)) => {
                    let missing = target.filter(|level| scorer.framework().level(*level).is_none() || first_of(bands, *level).is_none());
                    if let Some(level) = missing {
                        let known = scorer.framework().levels.iter().map(|known| known.level).filter(|known| first_of(bands, *known).is_some());
                        let accepted: Vec<String> = known.map(|known| known.to_string()).collect();
                        violations.push(Violation::unknown_level(pointer("/targets", code), u64::from(level.get()), accepted));
                    }
                }
            }
        }
        for code in self.efforts.iter().flatten().map(|(code, _)| code).filter(|code| scorer.indicator(code).is_none()) {
            violations.push(scorer.unknown_indicator("/efforts", code));
        }
        if self.step == Some(Points::ZERO) {
            violations.push(Violation::unknown_value("/step", "0", vec!["> 0"]));
        }
        violations
    }
}

/// The fewest points that give this level or a higher one; `None` if no points do.
pub(super) fn first_of(bands: &[(Points, Level)], level: Level) -> Option<Points> {
    let above = bands.iter().position(|(_, of)| *of >= level)?;
    Some(above.checked_sub(1).and_then(|below| bands.get(below)).map_or(Points::ZERO, |(last, _)| last.next()))
}

/// One JSON request: a goal, and the assessment or scorecard to plan from.
#[derive(Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PlanRequest", deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("oneOf" = [
    { "properties": { "assessment": { "type": "object" } }, "required": ["assessment"] },
    { "properties": { "scorecard": { "type": "object" } }, "required": ["scorecard"] },
])))]
pub(crate) struct Request {
    /// The assessment to plan from. Either this or `scorecard` is required.
    assessment: Option<Assessment>,
    /// The effort of raising an indicator, by its code, in any whole unit. An indicator without an effort is not raised by the cheapest plan.
    efforts: Option<BTreeMap<String, Option<Count>>>,
    /// The scorecard to plan from.
    scorecard: Option<Scorecard>,
    /// The step of a raise, in points. Half a point where it is absent.
    step: Option<Points>,
    /// The level to reach, by code of the group. `null` is the next level; without targets each group gets the plan of its next level.
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, Option<Level>>>"))]
    targets: BTreeMap<String, Option<Level>>,
}

record!(Request { assessment ? value, efforts ? value, scorecard ? value, step ? value, targets ? list });

/// Reads the goal of a request, and its scorecard or the scorecard of its assessment. Returns every fault.
pub(super) fn request(scorer: &Scorer, value: &Value<'_>) -> Result<(Goal, Scorecard), Violations> {
    let (request, mut violations) = Reader::whole::<Request>(value);
    let request = request.unwrap_or_default();
    let goal = Goal { efforts: request.efforts, step: request.step, targets: request.targets };
    // If nothing could be read, that is the only fault to report.
    let has = |name: &str| matches!(value, Value::Object(entries) if entries.iter().any(|(key, value)| key == name && *value != Value::Null));
    if matches!(value, Value::Object(_)) {
        match (has("assessment"), has("scorecard")) {
            (false, false) => violations.push(Violation::missing_field("/assessment", "assessment")),
            (true, true) => violations.push(Violation::unknown_field("/scorecard", "scorecard", vec!["assessment", "efforts", "step", "targets"])),
            (true, false) | (false, true) => {}
        }
    }
    violations.take_in("", goal.check(scorer));
    let card = match (request.scorecard, request.assessment) {
        (Some(card), _) => {
            // A card that could not be read cannot be compared.
            if !violations.iter().any(|violation| violation.at().starts_with("/scorecard")) {
                violations.take_in("/scorecard", scorer.check_card(&card));
            }
            card
        }
        (None, Some(assessment)) => scorer.score(&assessment).unwrap_or_else(|refused| {
            violations.take_in("/assessment", refused);
            Scorecard::default()
        }),
        (None, None) => Scorecard::default(),
    };
    violations.or((goal, card))
}
