//! Compares the claims of an institution with what follows.

use std::collections::BTreeMap;

use thuocdo::json::{Reader, Value};
use thuocdo::{Code, Framework, FrameworkRef, Level, Points, Range, Scorecard, Scorer, Stream, Violations};

use super::result::{AuditReport, AuditedInstitution, Cause, CauseCount, ClaimDifference};
use crate::Movement;
use crate::shared::stated::{Stated, StatedGroup, StatedResult, expected_eligible};

/// An audit in the making: rows come one after the other, and what agrees is only counted.
///
/// ```
/// use thuocdo::{Scorer, json::Value};
/// use thuocdo_practice::Audit;
///
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let mut audit = Audit::new(&scorer);
/// audit.add(&Value::parse(br#"{ "claimed": { "groups": { "1": { "score": 75, "level": 3 } } } }"#)?)?;
/// let found = audit.finish();
/// assert_eq!(found.differing[0].differences[0].follows.as_deref(), Some("2"));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Debug)]
pub struct Audit<'s> {
    causes: BTreeMap<Cause, u32>,
    report: AuditReport,
    scorer: &'s Scorer,
}

/// So many violations of refused answers are named.
const NAMED: usize = 5;

impl<'s> Audit<'s> {
    /// By a framework.
    pub fn new(scorer: &'s Scorer) -> Audit<'s> {
        let report = AuditReport { framework: FrameworkRef::from(scorer.framework()), ..AuditReport::default() };
        Audit { causes: BTreeMap::new(), report, scorer }
    }

    /// Looks at a row: `{ "assessment": …, "claimed": { "groups": { "1": { "score", "level" } }, "level", "eligible" } }`. Without answers the
    /// claims are compared with each other; a row without a claim is counted.
    ///
    /// # Errors
    /// What is wrong with the claims. Answers that are refused are no error but a difference.
    pub fn add(&mut self, row: &Value<'_>) -> Result<(), Violations> {
        let position = self.report.count;
        self.report.count = position.saturating_add(1);
        let claimed = self.claimed(row)?;
        if claimed.is_blank() {
            self.report.without_claim = self.report.without_claim.saturating_add(1);
            return Ok(());
        }
        let assessment = row.get("assessment").filter(|assessment| **assessment != Value::Null);
        let has_answers = assessment.and_then(|assessment| assessment.get("answers")).is_some_and(|answers| *answers != Value::Object(Vec::new()));
        let (differences, follows) = match assessment.filter(|_| has_answers).map(|assessment| self.scorer.score(assessment)) {
            Some(Err(violations)) => (vec![refused(&violations)], None),
            Some(Ok(card)) => (by_answers(self.scorer, &claimed, &card), Some(card.overall.level)),
            None => by_claims(self.scorer, &claimed),
        };
        let level = match (&claimed.level, follows) {
            (Some(Stated::Range(claimed)), Some(follows)) => Some(Movement::between(*claimed, follows)),
            _ => None,
        };
        self.note(differences, level, position, assessment);
        Ok(())
    }

    fn claimed(&self, row: &Value<'_>) -> Result<StatedResult, Violations> {
        let Some(claimed) = row.get("claimed").filter(|claimed| **claimed != Value::Null) else { return Ok(StatedResult::default()) };
        let (claimed, inner) = Reader::whole::<StatedResult>(claimed);
        let claimed = claimed.unwrap_or_default();
        let mut violations = Violations::default();
        violations.take_in("/claimed", inner);
        let claimed = claimed.of(self.scorer.framework(), "/claimed", &mut violations);
        violations.or(claimed)
    }

    fn note(&mut self, differences: Vec<ClaimDifference>, level: Option<Movement>, row: u32, assessment: Option<&Value<'_>>) {
        let counter = match level {
            Some(Movement::Lowered) => Some(&mut self.report.lowered),
            Some(Movement::Raised) => Some(&mut self.report.raised),
            _ => None,
        };
        if let Some(count) = counter {
            *count = count.saturating_add(1);
        }
        if differences.is_empty() {
            self.report.agreeing = self.report.agreeing.saturating_add(1);
            return;
        }
        let mut causes: Vec<Cause> = differences.iter().map(|differs| differs.cause).collect();
        causes.sort_unstable();
        causes.dedup();
        for cause in causes {
            let count = self.causes.entry(cause).or_default();
            *count = count.saturating_add(1);
        }
        let institution = assessment.and_then(|assessment| assessment.get("institution"));
        let stream = text(assessment, "stream").and_then(|word| word.parse::<Stream>().ok());
        self.report.differing.push(AuditedInstitution {
            code: text(institution, "code"),
            differences,
            level,
            name: text(institution, "name"),
            period: text(assessment, "period"),
            row,
            stream,
        });
    }

    /// What was found.
    pub fn finish(mut self) -> AuditReport {
        self.report.causes = self.causes.into_iter().map(|(cause, count)| CauseCount { cause, count }).collect();
        self.report
    }
}

fn text(of: Option<&Value<'_>>, key: &str) -> Option<String> {
    match of?.get(key)? {
        Value::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

fn refused(violations: &Violations) -> ClaimDifference {
    let named: Vec<String> = violations.iter().take(NAMED).map(|violation| format!("{} {}", violation.code().as_str(), violation.at())).collect();
    ClaimDifference { cause: Cause::Refused, claimed: None, field: "answers".to_owned(), follows: Some(named.join("; ")) }
}

/// The claims beside what follows from the answers.
fn by_answers(scorer: &Scorer, claimed: &StatedResult, card: &Scorecard) -> Vec<ClaimDifference> {
    let mut found = Vec::new();
    for group in &card.groups {
        let Some(own) = claimed.groups.0.get(group.code.as_str()) else { continue };
        if let Some(score) = own.score.as_ref().filter(|score| !Stated::agrees(Some(*score), group.score)) {
            found.push(differs(format!("group.{}.score", group.code), of_score(score, group.score), points(score), shown(group.score)));
        }
        if let Some(level) = own.level.as_ref().filter(|level| !Stated::agrees(Some(*level), group.level)) {
            let cause = of_level(level, group.level, of_points(scorer, &group.code, own));
            found.push(differs(format!("group.{}.level", group.code), cause, levels(level), shown(group.level)));
        }
    }
    let expected = card.overall.level;
    if let Some(level) = claimed.level.as_ref().filter(|level| !Stated::agrees(Some(*level), expected)) {
        let cause = match (level, lowest(scorer.framework(), claimed)) {
            (Stated::Other(_), _) => Cause::Unreadable,
            (Stated::Range(level), Some(lowest)) if *level == lowest => Cause::OtherPoints,
            (Stated::Range(level), _) if !expected.is_exact() && level.known() == Some(expected.low) => Cause::BlankAsZero,
            _ => Cause::Overall,
        };
        found.push(differs("overall.level".to_owned(), cause, levels(level), shown(expected)));
    }
    let eligible = expected_eligible(scorer.framework(), card);
    if let (Some(stated), Some(eligible)) = (claimed.eligible, eligible)
        && stated != eligible
    {
        found.push(differs("eligible".to_owned(), Cause::Conditions, Some(stated.to_string()), eligible.to_string()));
    }
    found
}

/// The claims beside each other: levels beside points, and the overall level beside the levels of the groups. Also the overall level that
/// follows from the points claimed, if they are claimed of every group.
fn by_claims(scorer: &Scorer, claimed: &StatedResult) -> (Vec<ClaimDifference>, Option<Range<Level>>) {
    let mut found = Vec::new();
    let mut follow = Vec::new();
    for group in &scorer.framework().groups {
        let Some(own) = claimed.groups.0.get(group.code.as_str()) else { continue };
        match &own.score {
            Some(score @ Stated::Other(_)) => {
                found.push(differs(format!("group.{}.score", group.code), Cause::Unreadable, points(score), format!("0–{}", group.max)));
            }
            Some(score @ Stated::Range(range)) if range.high > group.max => {
                found.push(differs(format!("group.{}.score", group.code), Cause::OutOfRange, points(score), format!("0–{}", group.max)));
            }
            _ => {}
        }
        let follows = of_points(scorer, &group.code, own);
        let readable = match &own.level {
            Some(Stated::Range(level)) => Some(*level),
            _ => None,
        };
        follow.extend(follows.or(readable));
        if let Some(level @ Stated::Other(_)) = &own.level {
            let right = follows.map(shown).unwrap_or_default();
            found.push(differs(format!("group.{}.level", group.code), Cause::Unreadable, levels(level), right));
        } else if let (Some(level), Some(follows)) = (&own.level, follows)
            && !Stated::agrees(Some(level), follows)
        {
            found.push(differs(format!("group.{}.level", group.code), Cause::LevelOfPoints, levels(level), shown(follows)));
        }
    }
    let is_whole = follow.len() == scorer.framework().groups.len();
    let overall = is_whole.then(|| scorer.framework().overall.rule.level(follow.into_iter()));
    match (&claimed.level, overall) {
        (Some(level), Some(follows)) if !Stated::agrees(Some(level), follows) => {
            let cause = match (level, lowest(scorer.framework(), claimed)) {
                (Stated::Other(_), _) => Cause::Unreadable,
                (Stated::Range(level), Some(lowest)) if *level == lowest => Cause::OtherPoints,
                _ => Cause::Overall,
            };
            found.push(differs("overall.level".to_owned(), cause, levels(level), shown(follows)));
        }
        (Some(level @ Stated::Other(_)), None) => found.push(differs("overall.level".to_owned(), Cause::Unreadable, levels(level), String::new())),
        _ => {}
    }
    (found, overall)
}

/// The level of the points that are claimed of a group, end by end.
fn of_points(scorer: &Scorer, code: &Code, own: &StatedGroup) -> Option<Range<Level>> {
    let Some(Stated::Range(score)) = own.score else { return None };
    let level = |points: Points| scorer.level(code.as_str(), points).ok();
    Some(Range { high: level(score.high)?, low: level(score.low)? })
}

/// The lowest of the levels that are claimed of the groups, if one is claimed of every group.
fn lowest(framework: &Framework, claimed: &StatedResult) -> Option<Range<Level>> {
    let level = |code: &Code| match claimed.groups.0.get(code.as_str())?.level {
        Some(Stated::Range(level)) => Some(level),
        _ => None,
    };
    let of_groups: Option<Vec<Range<Level>>> = framework.groups.iter().map(|group| level(&group.code)).collect();
    of_groups.map(|levels| framework.overall.rule.level(levels.into_iter()))
}

/// Why points are not what follows.
fn of_score(claimed: &Stated<Points>, follows: Range<Points>) -> Cause {
    let Stated::Range(claimed) = claimed else { return if matches!(claimed, Stated::Other(_)) { Cause::Unreadable } else { Cause::Sum } };
    let rounded = |to: u32| {
        let up = |points: Points| points.hundredths().saturating_add(to.div_ceil(2)).checked_div(to).unwrap_or_default().saturating_mul(to);
        follows.is_exact() && claimed.known().is_some_and(|claimed| claimed.hundredths() == up(follows.low))
    };
    if !follows.is_exact() && claimed.known() == Some(follows.low) {
        Cause::BlankAsZero
    } else if rounded(10) || rounded(100) {
        Cause::Rounded
    } else {
        Cause::Sum
    }
}

/// Why a level is not what follows; `own` is the level of the points that are claimed.
fn of_level(claimed: &Stated<Level>, follows: Range<Level>, own: Option<Range<Level>>) -> Cause {
    match (claimed, own) {
        (Stated::Other(_), _) => Cause::Unreadable,
        (Stated::Range(level), _) if !follows.is_exact() && level.known() == Some(follows.low) => Cause::BlankAsZero,
        (Stated::Range(level), Some(own)) if *level == own => Cause::OtherPoints,
        _ => Cause::LevelOfPoints,
    }
}

fn differs(field: String, cause: Cause, claimed: Option<String>, follows: String) -> ClaimDifference {
    ClaimDifference { cause, claimed, field, follows: Some(follows).filter(|follows| !follows.is_empty()) }
}

fn points(stated: &Stated<Points>) -> Option<String> {
    stated.text(|points| points.to_string())
}

fn levels(stated: &Stated<Level>) -> Option<String> {
    stated.text(|level| level.to_string())
}

fn shown<T: Copy + PartialEq + std::fmt::Display>(range: Range<T>) -> String {
    range.to_string()
}
