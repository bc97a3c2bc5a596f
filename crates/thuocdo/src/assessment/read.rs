//! Reads an assessment and its parts. The full reader and the quick one share one list of fields.

use serde::Serialize;

use super::{Answer, Assessment, ConditionAnswer, Evidence, Fact, Institution, Share};
use crate::json::{Fields, Passed, Read, Reader, Skim, Source, Value, shape};
use crate::points::{Count, Points};
use crate::violation::{Term, Violation, Violations};

impl Assessment {
    /// Reads an assessment from JSON. [`Scorer::check`](crate::Scorer::check) checks its codes and points against a framework.
    ///
    /// ```
    /// use thuocdo::Assessment;
    /// let form = Assessment::from_json(r#"{ "conditions": { "1.1": true }, "answers": { "1.3.1": 6, "1.6.1": "5.25" } }"#)?;
    /// assert_eq!(form.answers.len(), 2);
    /// let violations = Assessment::from_json(r#"{ "conditions": {}, "answers": { "1.3.1": "six" } }"#).unwrap_err();
    /// assert_eq!(violations.iter().next().unwrap().at(), "/answers/1.3.1");
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    /// Every fault of its form.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Assessment, Violations> {
        Assessment::from_value(&Value::parse(text.as_ref())?)
    }

    /// As [`Assessment::from_json`], for parsed JSON.
    ///
    /// # Errors
    /// Every fault of its form.
    pub fn from_value(value: &Value<'_>) -> Result<Assessment, Violations> {
        Reader::read(value)
    }
}

/// The target of the quick reader's answers and conditions.
pub(crate) trait Facts {
    /// Reads the object of answers.
    fn answers<S: Source>(&mut self, source: &mut S) -> Option<()>;

    /// Reads the object of conditions.
    fn conditions<S: Source>(&mut self, source: &mut S) -> Option<()>;
}

shape!(Assessment by Facts { answers via answers, assessed_on ? value, conditions via conditions, evidence ? value, framework ? value, institution ? value, period ? value, stream ? value });
shape!(Institution { code ? value, name ? value, kind as "type" ? value });
shape!(Evidence { date ? value, kind ? value, title, uri ? value });

/// The object of an answer, before the reader knows which fact it holds. `N` is a note, `E` a piece of evidence.
#[derive(Serialize)]
pub(super) struct AnswerForm<N, E> {
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<Count>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<E>,
    #[serde(skip_serializing_if = "Option::is_none")]
    met: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<N>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Points>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<Count>,
}

impl<'a> From<&'a Answer> for AnswerForm<&'a str, &'a Evidence> {
    fn from(answer: &'a Answer) -> Self {
        let of = |pick: fn(Fact) -> Option<Count>| answer.fact.and_then(pick);
        AnswerForm {
            count: of(|fact| if let Fact::Count(count) = fact { Some(count) } else { None }),
            evidence: answer.evidence.iter().collect(),
            met: answer.fact.and_then(|fact| if let Fact::Met(met) = fact { Some(met) } else { None }),
            note: answer.note.as_deref(),
            part: of(|fact| if let Fact::Share(share) = fact { Some(share.part()) } else { None }),
            points: answer.fact.and_then(|fact| if let Fact::Points(points) = fact { Some(points) } else { None }),
            whole: of(|fact| if let Fact::Share(share) = fact { Some(share.whole()) } else { None }),
        }
    }
}

shape!(AnswerForm<N, E> { count ? value, evidence ? list, met ? value, note ? value, part ? value, points ? value, whole ? value });

/// The object of a condition.
struct ConditionForm<N, E> {
    evidence: Vec<E>,
    met: Option<bool>,
    note: Option<N>,
}

shape!(ConditionForm<N, E> { evidence ? list, met ? value, note ? value });

impl AnswerForm<String, Evidence> {
    /// The names of the fields that hold facts.
    #[cfg(feature = "schema")]
    pub(super) fn facts() -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().copied().filter(|name| !["evidence", "note"].contains(name))
    }
}

impl<N, E> AnswerForm<N, E> {
    /// The fact, if there is one. An answer has one kind of fact; a share needs both its parts.
    fn fact(&self) -> Option<Fact> {
        let share = || Share::new(self.part?, self.whole?).map(Fact::Share);
        self.count.map(Fact::Count).or(self.met.map(Fact::Met)).or(self.points.map(Fact::Points)).or_else(share)
    }

    /// `None` if the facts contradict each other: two kinds of them, or half of a share.
    fn agree(&self) -> Option<()> {
        let is_share = self.part.is_some() || self.whole.is_some();
        if is_share {
            Share::new(self.part?, self.whole?)?;
        }
        if are_several([self.count.is_some(), self.met.is_some(), self.points.is_some(), is_share]) { None } else { Some(()) }
    }
}

/// Whether an answer has facts of two kinds: a count, met or not, points, a share.
fn are_several(kinds: [bool; 4]) -> bool {
    kinds.into_iter().filter(|is_there| *is_there).count() > 1
}

impl Read for Answer {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Answer> {
        match value {
            Value::Bool(met) => Some(Fact::Met(*met).into()),
            Value::Number(_) | Value::Text(_) => Points::read(value, reader).map(|points| Fact::Points(points).into()),
            Value::Object(_) => {
                let mut fields = reader.object(value, AnswerForm::<String, Evidence>::NAMES)?;
                let form = AnswerForm::of_fields(&mut fields);
                let fact = fact(&form, &mut fields);
                Some(Answer { evidence: form.evidence, fact, note: form.note })
            }
            _ => reader.wrong_type(value, Term::ExpectAnswer),
        }
    }
}

/// The one fact of an answer. Notes a violation if the facts contradict each other; the fault of a single fact has been noted already.
fn fact(form: &AnswerForm<String, Evidence>, fields: &mut Fields<'_, '_>) -> Option<Fact> {
    let is_share = fields.has("part") || fields.has("whole");
    for name in ["part", "whole"] {
        if is_share && !fields.has(name) {
            fields.missing(name);
        }
    }
    if let (Some(part), Some(whole)) = (form.part, form.whole)
        && Share::new(part, whole).is_none()
    {
        fields.refuse(|at| Violation::share_out_of_range(at, part, whole));
    }
    if are_several([fields.has("count"), fields.has("met"), fields.has("points"), is_share]) {
        fields.refuse(|at| Violation::wrong_answer_kind(at, Term::FactSeveral, Term::FactOne));
        return None;
    }
    form.fact()
}

impl Read for ConditionAnswer {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<ConditionAnswer> {
        match value {
            Value::Bool(met) => Some((*met).into()),
            Value::Object(_) => {
                let ConditionForm { evidence, met, note } = ConditionForm::read(value, reader)?;
                Some(ConditionAnswer { evidence, met, note })
            }
            _ => reader.wrong_type(value, Term::ExpectCondition),
        }
    }
}

/// The content of an answer or condition that the quick reader keeps: its fact, and its evidence if the caller wants it.
pub(crate) type Kept<F> = (Option<F>, Vec<Evidence>);

impl Answer {
    /// Reads an answer in one pass.
    pub(crate) fn skim<S: Source>(source: &mut S, keeps_evidence: bool) -> Option<Kept<Fact>> {
        let fact = match source.peek()? {
            b'{' if keeps_evidence => {
                let form = AnswerForm::<Passed<String>, Evidence>::skim(source)?;
                form.agree()?;
                return Some((form.fact(), form.evidence));
            }
            b'{' => {
                let form = AnswerForm::<Passed<String>, Passed<Evidence>>::skim(source)?;
                form.agree()?;
                form.fact()
            }
            b't' | b'f' => Some(Fact::Met(source.bool()?)),
            _ => Some(Fact::Points(Points::skim(source)?)),
        };
        Some((fact, Vec::new()))
    }
}

impl ConditionAnswer {
    /// Reads a condition in one pass.
    pub(crate) fn skim<S: Source>(source: &mut S, keeps_evidence: bool) -> Option<Kept<bool>> {
        let met = match source.peek()? {
            b'{' if keeps_evidence => {
                let form = ConditionForm::<Passed<String>, Evidence>::skim(source)?;
                return Some((form.met, form.evidence));
            }
            b'{' => ConditionForm::<Passed<String>, Passed<Evidence>>::skim(source)?.met,
            _ => Some(source.bool()?),
        };
        Some((met, Vec::new()))
    }
}
