//! Compares answers with what follows.

use std::collections::BTreeMap;

use thuocdo::json::{Value, pointer};
use thuocdo::{Framework, Points, Violation, Violations};

use super::answer::{Answer, Failure, of_row};
use super::case::{Case, CaseKind, Expected};
use super::kit::Kit;
use super::result::{CaseDifference, Conformance, KindCount};
use crate::shared::stated::{Stated, StatedResult};

/// A comparison in the making: answers come one by one, in any order.
///
/// ```
/// use thuocdo::{Scorer, json::Value};
/// use thuocdo_practice::conform::Comparison;
///
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let mut comparison = Comparison::new(&scorer);
/// comparison.add(&Value::parse(br#"{ "case": "edge-1-75", "level": 3 }"#)?)?;
/// let found = comparison.finish();
/// let first = found.differences.iter().find(|differs| differs.found.is_some()).unwrap();
/// assert_eq!((first.case.as_str(), first.field.as_str()), ("edge-1-75", "overall.level"));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Debug)]
pub struct Comparison<'s> {
    answers: BTreeMap<String, Result<StatedResult, (Failure, String)>>,
    framework: &'s Framework,
    kit: Kit,
    unknown: Vec<String>,
}

/// The longest excerpt of what cannot be read, in characters.
const EXCERPT: usize = 60;

impl<'s> Comparison<'s> {
    /// With the kit of a framework.
    pub fn new(scorer: &'s thuocdo::Scorer) -> Comparison<'s> {
        Comparison { answers: BTreeMap::new(), framework: scorer.framework(), kit: Kit::new(scorer), unknown: Vec::new() }
    }

    /// The kit.
    pub const fn kit(&self) -> &Kit {
        &self.kit
    }

    /// Adds an answer: `{ "case": …, "groups": { "1": { "score": 75, "level": 2 } }, "level": 2, "eligible": true }`, or `{ "case": …, "refused": true }`.
    ///
    /// # Errors
    /// `duplicate_key` if the case has an answer already. What is wrong with an answer whose case is not known; an answer to a case that cannot
    /// be read is no error but a difference.
    pub fn add(&mut self, answer: &Value<'_>) -> Result<(), Violations> {
        match Answer::of(answer, self.framework) {
            Ok(Answer { case, stated }) => self.put(case, Ok(stated)),
            Err(violations) => match answer.get("case") {
                Some(Value::Text(case)) if self.kit.cases.iter().any(|known| known.case == *case) => {
                    let first = violations.iter().next().map(ToString::to_string).unwrap_or_default();
                    self.put(case.clone().into_owned(), Err((Failure::Unreadable, excerpt(&first))))
                }
                _ => Err(violations),
            },
        }
    }

    /// Adds the answer of a row of a table: `{ "assessment": { "institution": { "code": … } }, "claimed": { … } }`.
    ///
    /// # Errors
    /// As [`Comparison::add`].
    pub fn add_row(&mut self, row: &Value<'_>) -> Result<(), Violations> {
        self.add(&of_row(row))
    }

    /// Notes that a case has no answer that can be read; `why` is an excerpt of what came, if anything.
    ///
    /// # Errors
    /// `duplicate_key` if the case has an answer already.
    pub fn fail(&mut self, case: &str, failure: Failure, why: &str) -> Result<(), Violations> {
        self.put(case.to_owned(), Err((failure, excerpt(why))))
    }

    fn put(&mut self, case: String, answer: Result<StatedResult, (Failure, String)>) -> Result<(), Violations> {
        if !self.kit.cases.iter().any(|known| known.case == case) {
            self.unknown.push(excerpt(&case));
            return Ok(());
        }
        if self.answers.contains_key(&case) {
            return Err(Violation::duplicate_key(pointer("", "case"), case).into());
        }
        self.answers.insert(case, answer);
        Ok(())
    }

    /// What differs.
    pub fn finish(self) -> Conformance {
        let states = |of: &dyn Fn(&StatedResult) -> bool| self.answers.values().flatten().any(of);
        let mut aspects: Vec<(Aspect, bool)> = Vec::new();
        for group in &self.framework.groups {
            let code = group.code.as_str();
            let own = |stated: &StatedResult| stated.groups.0.get(code).cloned().unwrap_or_default();
            aspects.push((Aspect::Score(code), states(&|stated| own(stated).score.is_some())));
            aspects.push((Aspect::Level(code), states(&|stated| own(stated).level.is_some())));
        }
        aspects.push((Aspect::Overall, states(&|stated| stated.level.is_some())));
        aspects.push((Aspect::Eligible, states(&|stated| stated.eligible.is_some())));
        let (compared, others): (Vec<_>, Vec<_>) = aspects.into_iter().partition(|(_, is_stated)| *is_stated);
        let compared: Vec<Aspect<'_>> = compared.into_iter().map(|(aspect, _)| aspect).collect();
        let not_stated: Vec<String> = others.iter().map(|(aspect, _)| aspect.field()).collect();

        let mut differences = Vec::new();
        let mut kinds: Vec<KindCount> = CaseKind::WORDS.iter().map(|(_, kind)| KindCount { kind: *kind, ..KindCount::default() }).collect();
        for case in &self.kit.cases {
            let found = of_case(case, self.answers.get(&case.case), &compared);
            for count in kinds.iter_mut().filter(|count| count.kind == case.kind) {
                count.cases = count.cases.saturating_add(1);
                count.differing = count.differing.saturating_add(u32::from(!found.is_empty()));
            }
            differences.extend(found);
        }
        kinds.retain(|count| count.cases > 0);
        let has_levels =
            compared.contains(&Aspect::Overall) || self.framework.groups.iter().all(|group| compared.contains(&Aspect::Level(&group.code)));
        let conforms = differences.is_empty() && has_levels;
        let kit = self.kit.mark;
        let mark = conforms.then(|| {
            let of: Vec<String> = compared.iter().map(Aspect::field).collect();
            let framework = &kit.framework;
            format!(
                "thuocdo-conform/{} · {}/{} {} · kit {} · {}/{} · {}",
                kit.version,
                framework.id,
                framework.revision,
                framework.digest,
                kit.digest,
                kit.cases,
                kit.cases,
                of.join(" ")
            )
        });
        let answered = u32::try_from(self.answers.len()).unwrap_or(u32::MAX);
        Conformance { answered, conforms, differences, kinds, kit, mark, not_stated, unknown: self.unknown }
    }
}

/// What of a result is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aspect<'f> {
    Eligible,
    Level(&'f str),
    Overall,
    Score(&'f str),
}

impl Aspect<'_> {
    /// The name of its column.
    fn field(&self) -> String {
        match self {
            Aspect::Eligible => "eligible".to_owned(),
            Aspect::Level(code) => format!("group.{code}.level"),
            Aspect::Overall => "overall.level".to_owned(),
            Aspect::Score(code) => format!("group.{code}.score"),
        }
    }

    /// What follows and what is stated, if they differ.
    fn differs(self, expected: &Expected, stated: &StatedResult) -> Option<(String, Option<String>)> {
        let group = |code: &str| Some((expected.groups.get(code)?, stated.groups.0.get(code)));
        let points = |points: Points| points.to_string();
        let level = |level: thuocdo::Level| level.to_string();
        match self {
            Aspect::Eligible => {
                let right = expected.eligible.filter(|right| stated.eligible != Some(*right))?;
                Some((right.to_string(), stated.eligible.map(|found| found.to_string())))
            }
            Aspect::Level(code) => {
                let (right, found) = group(code).map(|(right, found)| (right.level, found.and_then(|found| found.level.as_ref())))?;
                (!Stated::agrees(found, right)).then(|| (right.text(level), found.and_then(|found| found.text(level))))
            }
            Aspect::Overall => {
                let (right, found) = (expected.level?, stated.level.as_ref());
                (!Stated::agrees(found, right)).then(|| (right.text(level), found.and_then(|found| found.text(level))))
            }
            Aspect::Score(code) => {
                let (right, found) = group(code).map(|(right, found)| (right.score, found.and_then(|found| found.score.as_ref())))?;
                (!Stated::agrees(found, right)).then(|| (right.text(points), found.and_then(|found| found.text(points))))
            }
        }
    }

    fn found(self, stated: &StatedResult) -> Option<String> {
        match self {
            Aspect::Eligible => stated.eligible.map(|found| found.to_string()),
            Aspect::Level(code) => stated.groups.0.get(code)?.level.as_ref()?.text(|level| level.to_string()),
            Aspect::Overall => stated.level.as_ref()?.text(|level| level.to_string()),
            Aspect::Score(code) => stated.groups.0.get(code)?.score.as_ref()?.text(|points| points.to_string()),
        }
    }
}

/// The differences of one case. A case without an answer counts as refused.
fn of_case(case: &Case, answer: Option<&Result<StatedResult, (Failure, String)>>, compared: &[Aspect<'_>]) -> Vec<CaseDifference> {
    let differs = |field: String, expected: Option<String>, found: Option<String>| CaseDifference {
        case: case.case.clone(),
        expected,
        field,
        found,
        kind: case.kind,
    };
    let Some(expected) = &case.expected else { return Vec::new() };
    let right = || expected.level.map(|level| level.text(|level| level.to_string()));
    match answer {
        Some(Err((failure, why))) => {
            let found = if why.is_empty() { failure.as_str().to_owned() } else { format!("{failure}: {why}") };
            vec![differs("answer".to_owned(), right(), Some(found))]
        }
        None if expected.refused => Vec::new(),
        None => vec![differs("answer".to_owned(), right(), None)],
        Some(Ok(stated)) if expected.refused => {
            let is_refused = stated.refused == Some(true) || StatedResult { refused: None, ..stated.clone() }.is_blank();
            let found = || compared.iter().find_map(|aspect| aspect.found(stated));
            if is_refused {
                Vec::new()
            } else {
                vec![differs("refused".to_owned(), Some("true".to_owned()), found().or_else(|| Some("false".to_owned())))]
            }
        }
        Some(Ok(stated)) if stated.refused == Some(true) => vec![differs("refused".to_owned(), Some("false".to_owned()), Some("true".to_owned()))],
        Some(Ok(stated)) => {
            let each = compared.iter().filter_map(|aspect| Some((aspect.field(), aspect.differs(expected, stated)?)));
            each.map(|(field, (right, found))| differs(field, Some(right), found)).collect()
        }
    }
}

fn excerpt(text: &str) -> String {
    let mut out: String = text.chars().take(EXCERPT).collect();
    if text.chars().nth(EXCERPT).is_some() {
        out.push('…');
    }
    out
}
