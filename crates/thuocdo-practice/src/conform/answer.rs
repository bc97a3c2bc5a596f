//! What a formula answered to a case.

use thuocdo::json::{Fields, Read, Reader, Value};
use thuocdo::{Framework, Violations};

use crate::shared::stated::{StatedGroups, StatedResult};

thuocdo::words! {
    /// Why a case has no answer that can be read.
    pub enum Failure {
        /// The program ended, or closed its output.
        Died = "died" ("chương trình dừng", "the program ended"),
        /// No answer came in time.
        TimedOut = "timed_out" ("quá thời gian", "out of time"),
        /// What came is no answer.
        Unreadable = "unreadable" ("không đọc được", "unreadable"),
    }
}

/// An answer: the case, and what the formula states.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) case: String,
    pub(super) stated: StatedResult,
}

impl Read for Answer {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Answer> {
        let mut fields = reader.object(value, &["case", "eligible", "groups", "level", "refused"])?;
        Some(Answer { case: fields.required("case"), stated: stated(&mut fields) })
    }
}

fn stated(fields: &mut Fields<'_, '_>) -> StatedResult {
    StatedResult {
        eligible: fields.optional("eligible"),
        groups: fields.optional::<StatedGroups>("groups").unwrap_or_default(),
        level: fields.optional("level"),
        refused: fields.optional("refused"),
    }
}

impl Answer {
    /// Reads an answer, and notes groups that the framework does not have.
    pub(super) fn of(value: &Value<'_>, framework: &Framework) -> Result<Answer, Violations> {
        let (answer, mut violations) = Reader::whole::<Answer>(value);
        let mut answer = answer.unwrap_or_default();
        answer.stated = answer.stated.of(framework, "", &mut violations);
        violations.or(answer)
    }
}

/// The answer of a row: a table has the case as the code of an institution, and what the formula states beside it.
pub(super) fn of_row<'v>(row: &Value<'v>) -> Value<'v> {
    let code = row.get("assessment").and_then(|assessment| assessment.get("institution")).and_then(|institution| institution.get("code"));
    let mut entries: Vec<_> = code.map(|code| ("case".into(), code.clone())).into_iter().collect();
    if let Some(Value::Object(claimed)) = row.get("claimed") {
        entries.extend(claimed.iter().cloned());
    }
    Value::Object(entries)
}
