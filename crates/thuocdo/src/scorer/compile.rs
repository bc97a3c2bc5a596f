//! Compiles an assessment against a framework, into points and states by position in the file.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::evidence::Shown;
use super::{CompiledIndicator, Scorer, Sheet};
use crate::assessment::{Assessment, Fact, Input, Subject};
use crate::framework::{ACCEPTED_SHOWN, Rule, Step, StepsOf};
use crate::json::{Reader, Value, pointer};
use crate::points::{Count, Points};
use crate::violation::{Term, Violation, ViolationCode, Violations};

impl Scorer {
    /// Turns the facts of an assessment into a sheet.
    ///
    /// # Errors
    /// Every reason why the assessment cannot be scored.
    pub fn sheet<'a>(&self, assessment: impl Into<Input<'a>>) -> Result<Sheet, Violations> {
        self.read(assessment).map(|(_, sheet)| sheet)
    }

    /// Reads the subject of an assessment, and turns its facts into a sheet. A scorecard needs both.
    ///
    /// # Errors
    /// Every reason why the assessment cannot be scored.
    pub fn read<'a>(&self, assessment: impl Into<Input<'a>>) -> Result<(Subject, Sheet), Violations> {
        self.read_all(assessment.into()).map(|(subject, sheet, _)| (subject, sheet))
    }

    /// Checks whether an assessment can be scored.
    ///
    /// # Errors
    /// Every reason why it cannot.
    pub fn check<'a>(&self, assessment: impl Into<Input<'a>>) -> Result<(), Violations> {
        self.read_all(assessment.into()).map(|_| ())
    }

    /// Reads a whole assessment with its notes and evidence, and checks that it can be scored.
    ///
    /// # Errors
    /// Every reason why it cannot.
    pub fn assessment<'a>(&self, input: impl Into<Input<'a>>) -> Result<Assessment, Violations> {
        let parsed;
        let value = match input.into() {
            Input::Assessment(assessment) => {
                let mut violations = Violations::default();
                self.compile(assessment, &mut violations);
                return violations.or(assessment.clone());
            }
            Input::Json(text) => {
                parsed = Value::parse(text)?;
                &parsed
            }
            Input::Value(value) => value,
        };
        let (assessment, _, violations) = self.examine(value);
        violations.or(assessment)
    }

    /// Reads a well-formed text in one pass. If that fails, reads it again to find every fault.
    pub(super) fn read_all(&self, input: Input<'_>) -> Result<(Subject, Sheet, Shown), Violations> {
        match input {
            Input::Assessment(assessment) => {
                let mut violations = Violations::default();
                let (sheet, shown) = self.compile(assessment, &mut violations);
                violations.or((assessment.into(), sheet, shown))
            }
            Input::Json(text) => self.skim_whole(text).map_or_else(|| self.read_all(Input::Value(&Value::parse(text)?)), Ok),
            Input::Value(value) => {
                let (assessment, mut violations) = self.read_value(value);
                let (sheet, shown) = self.compile(&assessment, &mut violations);
                violations.or((assessment.into(), sheet, shown))
            }
        }
    }

    /// Reads as much of an assessment as possible, and reports every fault; for a rating of data that may be bad. The assessment and the
    /// sheet lack everything that was refused.
    #[doc(hidden)]
    pub fn examine(&self, value: &Value<'_>) -> (Assessment, Sheet, Violations) {
        let (assessment, mut violations) = self.read_value(value);
        let (sheet, _) = self.compile(&assessment, &mut violations);
        (assessment, sheet, violations)
    }

    /// As [`Scorer::examine`], of an assessment that was read before: the sheet lacks what was refused.
    #[doc(hidden)]
    pub fn examine_read(&self, assessment: &Assessment) -> (Sheet, Violations) {
        let mut violations = Violations::default();
        let (sheet, _) = self.compile(assessment, &mut violations);
        (sheet, violations)
    }

    fn read_value(&self, value: &Value<'_>) -> (Assessment, Violations) {
        let (assessment, mut violations) = Reader::whole::<Assessment>(value);
        self.tell_maxima(&mut violations);
        (assessment.unwrap_or_default(), violations)
    }

    /// Adds the maximum of the indicator to violations of points below zero or beyond all bounds. The JSON reader makes those violations
    /// before it knows the indicator. A caller that reads assessments as parts of something larger calls this before it reports the
    /// violations.
    #[doc(hidden)]
    pub fn tell_maxima(&self, violations: &mut Violations) {
        violations.each(|violation| {
            let code = violation.at().split_once("/answers/").and_then(|(_, rest)| rest.split('/').next());
            let indicator = code.and_then(|code| self.indicators.get(self.indicator(code)?));
            if let (ViolationCode::PointsOutOfRange, Some(indicator)) = (violation.code(), indicator) {
                violation.set("max", indicator.max);
            }
        });
    }

    fn compile(&self, assessment: &Assessment, violations: &mut Violations) -> (Sheet, Shown) {
        let mut sheet = self.blank();
        let mut row = sheet.row();
        if let Some(found) = assessment.framework.as_deref().filter(|id| *id != self.framework.id) {
            violations.push(self.wrong_framework("/framework".to_owned(), found, ""));
        }
        for (condition, known) in side_by_side(&assessment.conditions, &self.conditions, |(code, _)| code) {
            let Some((_, position)) = known else {
                let accepted: Vec<&str> = self.framework.conditions().map(|condition| &*condition.code).take(ACCEPTED_SHOWN).collect();
                violations.push(Violation::unknown_condition(pointer("/conditions", condition.0), condition.0.as_str(), accepted));
                continue;
            };
            if let Err(violation) = row.condition(*position, condition.1.met.into()) {
                violations.push(violation);
            }
        }
        for ((code, answer), known) in side_by_side(&assessment.answers, &self.codes, |(code, _)| code) {
            let Some((_, position)) = known else {
                if violations.has_room(&pointer("/answers", code)) {
                    violations.push(self.unknown_indicator("/answers", code));
                }
                continue;
            };
            let points = answer.fact.map_or(Ok(None), |fact| self.points(*position, fact));
            if let Err(violation) = points.and_then(|points| row.answer(*position, points)) {
                violations.push(violation);
            }
        }
        let shown = if sheet.frame.asks { Shown::from(assessment) } else { Shown::default() };
        self.look_for_evidence(&mut sheet, &shown, |required| required.of(&shown));
        (sheet, shown)
    }

    /// The points that a fact brings to the indicator at this position. `None` if there is no such indicator.
    ///
    /// # Errors
    /// The violation of an assessment with this fact: `wrong_answer_kind` or `points_out_of_range`.
    pub fn points(&self, indicator: usize, fact: Fact) -> Result<Option<Points>, Violation> {
        self.indicators.get(indicator).map(|indicator| indicator.points(fact)).transpose()
    }

    /// The violation for an unknown indicator code in a list.
    pub(crate) fn unknown_indicator(&self, list: &str, code: &str) -> Violation {
        Violation::unknown_indicator(pointer(list, code), code, self.framework.near(code))
    }
}

/// Joins the entries of `said` with the entries of `known` by code. Both are in the order of the codes, so one pass is enough.
fn side_by_side<'a, 'b, S, K>(
    said: &'a BTreeMap<String, S>,
    known: &'b [K],
    code: impl Fn(&K) -> &str,
) -> impl Iterator<Item = ((&'a String, &'a S), Option<&'b K>)> {
    let mut known = known.iter().peekable();
    said.iter().map(move |entry| {
        let found = loop {
            let Some(next) = known.peek().copied() else { break None };
            match code(next).cmp(entry.0) {
                Ordering::Less => drop(known.next()),
                Ordering::Equal => break known.next(),
                Ordering::Greater => break None,
            }
        };
        (entry, found)
    })
}

impl CompiledIndicator {
    /// The points that a fact brings, or why the scorer refuses it.
    fn points(&self, fact: Fact) -> Result<Points, Violation> {
        let at = || pointer("/answers", &self.code);
        match self.worth(fact) {
            Some(points) if points <= self.max => Ok(points),
            Some(points) => Err(Violation::points_out_of_range(at(), points.to_string().as_str(), self.max)),
            None => Err(Violation::wrong_answer_kind(at(), kind(fact), self.expected())),
        }
    }

    /// The points that a fact brings, be they above the maximum; `None` if the rule asks for another kind of fact.
    pub(super) fn worth(&self, fact: Fact) -> Option<Points> {
        match (&self.rule, fact) {
            (Rule::Direct, Fact::Points(points)) => Some(points),
            (Rule::Flag, Fact::Met(met)) => Some(if met { self.max } else { Points::ZERO }),
            (Rule::Share, Fact::Share(share)) => Some(self.max.share(share.part(), share.whole())),
            (Rule::Steps { of: StepsOf::Count, table }, Fact::Count(count)) => Some(last_step(table, |step| reached(step, count))),
            (Rule::Steps { of: StepsOf::Percent, table }, Fact::Share(share)) => {
                Some(last_step(table, |step| reached_percent(step, share.part(), share.whole())))
            }
            _ => None,
        }
    }

    /// The kind of fact that the rule asks for.
    const fn expected(&self) -> Term {
        match &self.rule {
            Rule::Direct => Term::FactPoints,
            Rule::Flag => Term::FactMet,
            Rule::Steps { of: StepsOf::Count, .. } => Term::FactCount,
            Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => Term::FactShare,
        }
    }
}

const fn kind(fact: Fact) -> Term {
    match fact {
        Fact::Count(_) => Term::FactCount,
        Fact::Met(_) => Term::FactMet,
        Fact::Points(_) => Term::FactPoints,
        Fact::Share(_) => Term::FactShare,
    }
}

fn last_step(table: &[Step], is_reached: impl Fn(Step) -> bool) -> Points {
    table.iter().take_while(|step| is_reached(**step)).last().map_or(Points::ZERO, |step| step.points)
}

fn reached(step: Step, count: Count) -> bool {
    u64::from(count.get()).saturating_mul(100) >= u64::from(step.at_least.hundredths())
}

/// Whether `100 × part ÷ whole ≥ at_least`. The comparison multiplies by `whole` instead of dividing, so that nothing is rounded.
fn reached_percent(step: Step, part: Count, whole: Count) -> bool {
    u64::from(part.get()).saturating_mul(10_000) >= u64::from(step.at_least.hundredths()).saturating_mul(u64::from(whole.get()))
}
