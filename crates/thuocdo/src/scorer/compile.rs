//! An assessment compiled against a framework: points and states in the order of the file, without names.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{CompiledIndicator, Scorer, Sheet};
use crate::assessment::{Assessment, Fact};
use crate::framework::{ACCEPTED_SHOWN, Rule, Step, StepsOf};
use crate::json::{Reader, Value, push_key};
use crate::points::{Count, Points};
use crate::text::Phrase;
use crate::violation::{Violation, ViolationCode, Violations};

impl Scorer {
    /// The assessment as a sheet, or everything that keeps it from being one.
    pub fn sheet(&self, assessment: &Assessment) -> Result<Sheet, Violations> {
        let mut violations = Violations::default();
        let sheet = self.compile(assessment, &mut violations);
        violations.or(sheet)
    }

    /// Reads an assessment and checks it against the framework; everything that is wrong with it comes together.
    pub fn check_json(&self, bytes: &[u8]) -> Result<Assessment, Violations> {
        self.check_value(&Value::parse(bytes)?)
    }

    /// As [`Scorer::check_json`], of JSON already parsed.
    pub fn check_value(&self, value: &Value<'_>) -> Result<Assessment, Violations> {
        self.read(value).map(|(assessment, _)| assessment)
    }

    /// Reads what a scorecard needs: who and when, and the answers as a sheet. In one pass where that is surely right, else in two.
    ///
    /// Fails with everything that is wrong with the assessment.
    pub fn read_json(&self, bytes: &[u8]) -> Result<(Assessment, Sheet), Violations> {
        self.quick_text(bytes).map_or_else(|| self.read(&Value::parse(bytes)?), Ok)
    }

    pub(super) fn read(&self, value: &Value<'_>) -> Result<(Assessment, Sheet), Violations> {
        let (assessment, sheet, violations) = self.examine(value);
        violations.or((assessment, sheet))
    }

    /// As much of an assessment as can be read, and all that is wrong with it: for whoever judges data, good or bad. What is refused is
    /// missing from the assessment and the sheet.
    pub fn examine(&self, value: &Value<'_>) -> (Assessment, Sheet, Violations) {
        let (assessment, mut violations) = Reader::whole::<Assessment>(value);
        self.tell_maxima(&mut violations);
        let assessment = assessment.unwrap_or_default();
        let sheet = self.compile(&assessment, &mut violations);
        (assessment, sheet, violations)
    }

    /// Points below zero or beyond all bounds are refused before it is known whose they are; what would be accepted is known here.
    /// Whoever reads assessments as parts of something larger calls it before telling what is wrong.
    pub fn tell_maxima(&self, violations: &mut Violations) {
        violations.each(|violation| {
            let code = violation.at().split_once("/answers/").and_then(|(_, rest)| rest.split('/').next());
            let indicator = code.and_then(|code| self.indicators.get(self.indicator(code)?));
            if let (ViolationCode::PointsOutOfRange, Some(indicator)) = (violation.code(), indicator) {
                violation.set("max", indicator.max);
            }
        });
    }

    fn compile(&self, assessment: &Assessment, violations: &mut Violations) -> Sheet {
        let mut sheet = self.blank();
        let mut row = sheet.fill();
        if let Some(found) = assessment.framework.as_deref().filter(|id| *id != self.framework.id) {
            violations.push(self.wrong_framework("/framework".to_owned(), found, ""));
        }
        for (condition, known) in side_by_side(&assessment.conditions, &self.conditions, |(code, _)| code) {
            let Some((_, position)) = known else {
                let accepted = self.framework.conditions().map(|condition| &*condition.code).take(ACCEPTED_SHOWN).collect();
                violations.push(unknown(ViolationCode::UnknownCondition, "/conditions", condition.0, accepted));
                continue;
            };
            if let Err(violation) = row.condition(*position, condition.1.met.into()) {
                violations.push(violation);
            }
        }
        for ((code, answer), known) in side_by_side(&assessment.answers, &self.codes, |(code, _)| code) {
            let Some((_, position)) = known else {
                if violations.has_room(&place("/answers", code), ViolationCode::UnknownIndicator) {
                    violations.push(self.unknown_indicator("/answers", code));
                }
                continue;
            };
            let points = answer.fact.map_or(Ok(None), |fact| self.points(*position, fact));
            if let Err(violation) = points.and_then(|points| row.answer(*position, points)) {
                violations.push(violation);
            }
        }
        self.look_for_evidence(&mut sheet, assessment, |required| required.of(assessment));
        sheet
    }

    /// The points that a fact brings the indicator at a position of the file, or why it is refused, as an assessment that says it would be
    /// (`wrong_answer_kind`, `points_out_of_range`). `None` where there is no such indicator.
    pub fn points(&self, indicator: usize, fact: Fact) -> Result<Option<Points>, Violation> {
        self.indicators.get(indicator).map(|indicator| indicator.points(fact)).transpose()
    }

    /// That a list names an indicator by a code of none.
    pub(crate) fn unknown_indicator(&self, list: &str, code: &str) -> Violation {
        unknown(ViolationCode::UnknownIndicator, list, code, self.framework.near(code))
    }
}

/// Each entry of `said` with what is `known` of its code. Both are sorted by code, so one pass does.
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

fn place(list: &str, code: &str) -> String {
    let mut at = list.to_owned();
    push_key(&mut at, code);
    at
}

fn unknown(code: ViolationCode, list: &str, found: &str, accepted: Vec<&str>) -> Violation {
    Violation::new(code, place(list, found)).with("code", found).with("accepted", accepted)
}

impl CompiledIndicator {
    /// The points that a fact brings, or why it is refused.
    fn points(&self, fact: Fact) -> Result<Points, Violation> {
        let (expected, points) = match (&self.rule, fact) {
            (Rule::Direct, Fact::Points(points)) => (Phrase::FactPoints, Some(points)),
            (Rule::Flag, Fact::Met(met)) => (Phrase::FactMet, Some(if met { self.max } else { Points::ZERO })),
            (Rule::Share, Fact::Share(share)) => (Phrase::FactShare, Some(self.max.share(share.part(), share.whole()))),
            (Rule::Steps { of: StepsOf::Count, table }, Fact::Count(count)) => {
                (Phrase::FactCount, Some(last_step(table, |step| reached(step, count))))
            }
            (Rule::Steps { of: StepsOf::Percent, table }, Fact::Share(share)) => {
                (Phrase::FactShare, Some(last_step(table, |step| reached_percent(step, share.part(), share.whole()))))
            }
            (Rule::Direct, _) => (Phrase::FactPoints, None),
            (Rule::Flag, _) => (Phrase::FactMet, None),
            (Rule::Steps { of: StepsOf::Count, .. }, _) => (Phrase::FactCount, None),
            (Rule::Share | Rule::Steps { of: StepsOf::Percent, .. }, _) => (Phrase::FactShare, None),
        };
        let at = || place("/answers", &self.code);
        match points {
            Some(points) if points <= self.max => Ok(points),
            Some(points) => {
                Err(Violation::new(ViolationCode::PointsOutOfRange, at()).with("found", points.to_string().as_str()).with("max", self.max))
            }
            None => Err(Violation::new(ViolationCode::WrongAnswerKind, at()).with("found", kind(fact)).with("expected", expected)),
        }
    }
}

const fn kind(fact: Fact) -> Phrase {
    match fact {
        Fact::Count(_) => Phrase::FactCount,
        Fact::Met(_) => Phrase::FactMet,
        Fact::Points(_) => Phrase::FactPoints,
        Fact::Share(_) => Phrase::FactShare,
    }
}

fn last_step(table: &[Step], is_reached: impl Fn(Step) -> bool) -> Points {
    table.iter().take_while(|step| is_reached(**step)).last().map_or(Points::ZERO, |step| step.points)
}

fn reached(step: Step, count: Count) -> bool {
    u64::from(count.get()).saturating_mul(100) >= u64::from(step.at_least.hundredths())
}

/// Whether `100 × part ÷ whole ≥ at_least`, multiplied out so that nothing is rounded.
fn reached_percent(step: Step, part: Count, whole: Count) -> bool {
    u64::from(part.get()).saturating_mul(10_000) >= u64::from(step.at_least.hundredths()).saturating_mul(u64::from(whole.get()))
}
