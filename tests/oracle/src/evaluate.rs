//! From answers to points, from points to levels.

use crate::evidence::lacking;
use crate::fraction::{Fraction, fraction, round_half_up};
use crate::framework::{Band, Criterion, Framework, Group, Indicator, Rule, Step};
use serde_json::Value;

/// The two ends between which something lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span<T> {
    /// The upper end.
    pub high: T,
    /// The lower end.
    pub low: T,
}

impl<T: Copy> Span<T> {
    fn exact(value: T) -> Span<T> {
        Span { high: value, low: value }
    }
}

/// What came out for an assessment.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// What keeps the institution from being recognised.
    pub blockers: Vec<Blocker<'a>>,
    /// Group by group.
    pub groups: Vec<GroupOutcome<'a>>,
    /// The lowest level of the groups.
    pub overall: Span<u64>,
}

/// One reason against recognition.
#[derive(Debug, PartialEq)]
pub struct Blocker<'a> {
    /// The code of the condition, of the indicator, or of the group.
    pub at: &'a str,
    /// Which reason.
    pub code: &'static str,
    /// The code of the group.
    pub group: &'a str,
}

/// What came out for a group.
#[derive(Debug)]
pub struct GroupOutcome<'a> {
    /// Each condition's code and state.
    pub conditions: Vec<(&'a str, &'static str)>,
    /// Criterion by criterion.
    pub criteria: Vec<CriterionOutcome<'a>>,
    /// The group itself.
    pub group: &'a Group,
    /// Its level.
    pub level: Span<u64>,
    /// Its points.
    pub score: Span<Fraction>,
}

/// What came out for a criterion.
#[derive(Debug)]
pub struct CriterionOutcome<'a> {
    /// The criterion itself.
    pub criterion: &'a Criterion,
    /// Indicator by indicator.
    pub indicators: Vec<IndicatorOutcome<'a>>,
    /// Its level, where it has bands.
    pub level: Option<Span<u64>>,
    /// Its points.
    pub score: Span<Fraction>,
}

/// What came out for an indicator.
#[derive(Debug)]
pub struct IndicatorOutcome<'a> {
    /// Whether a fact was given.
    pub answered: bool,
    /// The indicator itself.
    pub indicator: &'a Indicator,
    /// Its points.
    pub score: Span<Fraction>,
}

/// Scores a valid assessment.
///
/// # Panics
/// When the assessment or the framework is not valid.
pub fn evaluate<'a>(framework: &'a Framework, assessment: &Value) -> Outcome<'a> {
    let known = |indicator: &Indicator| points(indicator, &assessment["answers"][&indicator.code]).map(Span::exact);
    outcome(framework, assessment, &known, &|code| vec![code.to_owned()])
}

/// What `local`, the outcome of an assessment under overlays, comes to by the national framework: each of its indicators is the sum of
/// the parts that `parts` names, and it is answered when both ends meet.
///
/// # Panics
/// When a part is not there.
pub fn project<'a>(national: &'a Framework, local: &Outcome, assessment: &Value, parts: &dyn Fn(&str) -> Vec<String>) -> Outcome<'a> {
    let all: Vec<_> = local.groups.iter().flat_map(|group| &group.criteria).flat_map(|criterion| &criterion.indicators).collect();
    let score = |code: &String| all.iter().find(|part| part.indicator.code == *code).unwrap_or_else(|| panic!("no part {code}")).score;
    outcome(national, assessment, &|indicator| Some(sum(parts(&indicator.code).iter().map(score))), parts)
}

/// How many points an indicator has, where anything is known of it.
type Known<'k> = &'k dyn Fn(&Indicator) -> Option<Span<Fraction>>;

/// Under which codes the answers to an indicator stand.
type Codes<'c> = &'c dyn Fn(&str) -> Vec<String>;

fn outcome<'a>(framework: &'a Framework, assessment: &Value, known: Known, codes: Codes) -> Outcome<'a> {
    let groups: Vec<_> = framework.groups.iter().map(|group| group_outcome(group, assessment, known)).collect();
    let lowest = |end: fn(&GroupOutcome) -> u64| groups.iter().map(end).min().expect("a framework has groups");
    let overall = Span { high: lowest(|group| group.level.high), low: lowest(|group| group.level.low) };
    Outcome { blockers: groups.iter().flat_map(|group| blockers(group, assessment, codes)).collect(), groups, overall }
}

fn group_outcome<'a>(group: &'a Group, assessment: &Value, known: Known) -> GroupOutcome<'a> {
    let conditions = group.conditions.iter().map(|condition| {
        let given = &assessment["conditions"][&condition.code];
        (condition.code.as_str(), state(given))
    });
    let criteria: Vec<_> = group.criteria.iter().map(|criterion| criterion_outcome(criterion, known)).collect();
    let score = sum(criteria.iter().map(|criterion| criterion.score));
    GroupOutcome { conditions: conditions.collect(), criteria, group, level: levels(&group.bands, score), score }
}

fn criterion_outcome<'a>(criterion: &'a Criterion, known: Known) -> CriterionOutcome<'a> {
    let outcome = |indicator: &'a Indicator| {
        let missing = Span { high: indicator.max, low: Fraction::from_integer(0) };
        let score = known(indicator).unwrap_or(missing);
        IndicatorOutcome { answered: score.high == score.low, indicator, score }
    };
    let indicators: Vec<_> = criterion.indicators.iter().map(outcome).collect();
    let score = sum(indicators.iter().map(|indicator| indicator.score));
    let level = criterion.bands.as_ref().map(|bands| levels(bands, score));
    CriterionOutcome { criterion, indicators, level, score }
}

/// `met`, `unmet` or `unknown`.
fn state(given: &Value) -> &'static str {
    let met = if given.is_object() { &given["met"] } else { given };
    match met {
        Value::Bool(true) => "met",
        Value::Bool(false) => "unmet",
        Value::Null => "unknown",
        other => panic!("not an answer to a condition: {other}"),
    }
}

/// The points an answer gives; `None` when it says nothing.
fn points(indicator: &Indicator, answer: &Value) -> Option<Fraction> {
    let nothing = Fraction::from_integer(0);
    match &indicator.rule {
        Rule::Direct => {
            let given = if answer.is_object() { &answer["points"] } else { answer };
            (!given.is_null()).then(|| number(given))
        }
        Rule::Flag => {
            let given = if answer.is_object() { &answer["met"] } else { answer };
            let met = (!given.is_null()).then(|| given.as_bool().expect("true or false"))?;
            Some(if met { indicator.max } else { nothing })
        }
        Rule::Share => share(answer).map(|share| round_half_up(indicator.max * share)),
        Rule::StepsOfCount(table) => {
            let given = &answer["count"];
            (!given.is_null()).then(|| last_row(table, number(given)))
        }
        Rule::StepsOfPercent(table) => share(answer).map(|share| last_row(table, share * Fraction::from_integer(100))),
    }
}

fn share(answer: &Value) -> Option<Fraction> {
    let given = !answer["part"].is_null();
    given.then(|| number(&answer["part"]) / number(&answer["whole"]))
}

fn last_row(table: &[Step], reached: Fraction) -> Fraction {
    let mut points = None;
    for row in table {
        if row.at_least <= reached {
            points = Some(row.points);
        }
    }
    points.expect("a table starts at 0")
}

fn number(value: &Value) -> Fraction {
    fraction(value).unwrap_or_else(|| panic!("a number was expected, not {value}"))
}

fn sum(parts: impl Iterator<Item = Span<Fraction>>) -> Span<Fraction> {
    let nothing = Span { high: Fraction::from_integer(0), low: Fraction::from_integer(0) };
    parts.fold(nothing, |sum, part| Span { high: sum.high + part.high, low: sum.low + part.low })
}

/// The level of each end.
pub(crate) fn levels(bands: &[Band], score: Span<Fraction>) -> Span<u64> {
    Span { high: level(bands, score.high), low: level(bands, score.low) }
}

fn level(bands: &[Band], points: Fraction) -> u64 {
    let holding: Vec<_> = bands.iter().filter(|band| band.holds(points)).collect();
    let [band] = holding.as_slice() else { panic!("{points} is in {} bands", holding.len()) };
    band.level
}

fn blockers<'a>(outcome: &GroupOutcome<'a>, assessment: &Value, codes: Codes) -> Vec<Blocker<'a>> {
    let group = outcome.group.code.as_str();
    let mut blockers = Vec::new();
    for (condition, &(at, state)) in outcome.group.conditions.iter().zip(&outcome.conditions) {
        match state {
            "met" => {
                let code = condition.evidence.as_ref().and_then(|rule| lacking(rule, &[&assessment["conditions"][at]], assessment));
                blockers.extend(code.map(|code| Blocker { at, code, group }));
            }
            "unmet" => blockers.push(Blocker { at, code: "condition_unmet", group }),
            _ => blockers.push(Blocker { at, code: "condition_unknown", group }),
        }
    }
    for IndicatorOutcome { answered, indicator, score } in outcome.criteria.iter().flat_map(|criterion| &criterion.indicators) {
        let Some(rule) = indicator.evidence.as_ref().filter(|_| *answered && score.low > Fraction::from_integer(0)) else { continue };
        let answers: Vec<&Value> = codes(&indicator.code).iter().map(|code| &assessment["answers"][code]).collect();
        let code = lacking(rule, &answers, assessment);
        blockers.extend(code.map(|code| Blocker { at: &indicator.code, code, group }));
    }
    if outcome.level.low != outcome.level.high {
        blockers.push(Blocker { at: group, code: "level_undetermined", group });
    }
    blockers
}
