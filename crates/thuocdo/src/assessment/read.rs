//! Assessments, read field by field.

use std::collections::BTreeMap;

use super::{Answer, Assessment, ConditionAnswer, Evidence, Fact, Institution, Share};
use crate::json::{Fields, Read, Reader, Value};
use crate::points::{Count, Points};
use crate::record;
use crate::text::Phrase;
use crate::violation::{ViolationCode, Violations};

impl Assessment {
    /// Reads an assessment and tells everything that is wrong with its form. Whether a framework takes it, its scorer tells.
    pub fn from_json(bytes: &[u8]) -> Result<Assessment, Violations> {
        Assessment::from_value(&Value::parse(bytes)?)
    }

    /// As [`Assessment::from_json`], of JSON already parsed.
    pub fn from_value(value: &Value<'_>) -> Result<Assessment, Violations> {
        Reader::read(value)
    }
}

record!(Assessment { answers, assessed_on ? value, conditions, evidence ? value, framework ? value, institution ? value, period ? value, stream ? value });
record!(Institution { code ? value, name ? value, kind as "type" ? value });
record!(Evidence { date ? value, kind ? value, title, uri ? value });

impl Read for BTreeMap<String, Answer> {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Self> {
        reader.map(value)
    }
}

impl Read for BTreeMap<String, ConditionAnswer> {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Self> {
        reader.map(value)
    }
}

impl Read for ConditionAnswer {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<ConditionAnswer> {
        match value {
            Value::Bool(met) => Some((*met).into()),
            Value::Object(_) => {
                let mut fields = reader.object(value, &["evidence", "met", "note"])?;
                Some(ConditionAnswer {
                    evidence: fields.optional("evidence").unwrap_or_default(),
                    met: fields.optional("met"),
                    note: fields.optional("note"),
                })
            }
            _ => reader.wrong_type(value, Phrase::ExpectCondition),
        }
    }
}

impl Read for Answer {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Answer> {
        match value {
            Value::Bool(met) => Some(Fact::Met(*met).into()),
            Value::Number(_) | Value::Text(_) => Points::read(value, reader).map(|points| Fact::Points(points).into()),
            Value::Object(_) => {
                let mut fields = reader.object(value, &["count", "evidence", "met", "note", "part", "points", "whole"])?;
                Some(Answer { evidence: fields.optional("evidence").unwrap_or_default(), fact: fact(&mut fields), note: fields.optional("note") })
            }
            _ => reader.wrong_type(value, Phrase::ExpectAnswer),
        }
    }
}

/// The one fact of an answer. Each key that is there is read, so that each fault is found.
fn fact(fields: &mut Fields<'_, '_>) -> Option<Fact> {
    let is_share = fields.has("part") || fields.has("whole");
    let kinds = [fields.has("count"), fields.has("met"), fields.has("points"), is_share];
    let count = fields.optional("count").map(Fact::Count);
    let met = fields.optional("met").map(Fact::Met);
    let points = fields.optional("points").map(Fact::Points);
    let share = if is_share { share(fields).map(Fact::Share) } else { None };
    if kinds.into_iter().filter(|kind| *kind).count() > 1 {
        fields.refuse(ViolationCode::WrongAnswerKind, |v| v.with("found", Phrase::FactSeveral).with("expected", Phrase::FactOne));
        return None;
    }
    count.or(met).or(points).or(share)
}

fn share(fields: &mut Fields<'_, '_>) -> Option<Share> {
    for name in ["part", "whole"] {
        if !fields.has(name) {
            fields.missing(name);
        }
    }
    let (part, whole): (Option<Count>, Option<Count>) = (fields.optional("part"), fields.optional("whole"));
    let (part, whole) = part.zip(whole)?;
    let share = Share::new(part, whole);
    if share.is_none() {
        fields.refuse(ViolationCode::ShareOutOfRange, |v| v.with("part", part).with("whole", whole));
    }
    share
}
