//! The functions of one row. Each takes `framework` and `lang` behind its own arguments, and both may be left out. NULL in is NULL out.

use std::sync::Arc;

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Result};
use thuocdo::json::{Reader, Value};
use thuocdo::{Lang, LocalScorer, Points, Violations, canonical, explain};
use thuocdo_practice::json::{Question, ask};
use thuocdo_practice::schema::schema_for;

use crate::argument::{bytes, language};
use crate::refusal::refused;
use crate::scorers::Scorers;

/// The same answer for the same arguments always, without any effect: allowed in indexes, generated columns, checks and views.
pub(crate) const PURE: FunctionFlags = FunctionFlags::SQLITE_UTF8.union(FunctionFlags::SQLITE_DETERMINISTIC).union(FunctionFlags::SQLITE_INNOCUOUS);

/// What a function does with its own arguments, none of which is NULL.
type Work = fn(&LocalScorer, &[&[u8]], Lang) -> Result<Sql, Violations>;

/// Each function with the number of its own arguments.
const FUNCTIONS: [(&str, usize, Work); 13] = [
    ("thuocdo_ask", 2, |scorer, given, lang| {
        let question = Question::named(&String::from_utf8_lossy(given[0]))?;
        Ok(ask(question, scorer, &question.parse(given[1])?)?.to_json(lang).into())
    }),
    ("thuocdo_check", 1, |scorer, given, lang| Ok(scorer.local().check(given[0]).err().unwrap_or_default().refusal(lang).to_json().into())),
    ("thuocdo_digest", 0, |scorer, _, _| Ok(scorer.local().digest().to_owned().into())),
    ("thuocdo_eligible", 1, |scorer, given, _| Ok(scorer.local().levels(&scorer.local().sheet(given[0])?)?.eligible().into())),
    ("thuocdo_explain", 1, |scorer, given, lang| Ok(explain(scorer.local().framework(), &scorer.local().score(given[0])?, lang).to_string().into())),
    ("thuocdo_explain_json", 1, |scorer, given, lang| {
        Ok(explain(scorer.local().framework(), &scorer.local().score(given[0])?, lang).to_json().into())
    }),
    ("thuocdo_framework", 0, |scorer, _, _| Ok(scorer.local().framework().to_json().into())),
    ("thuocdo_level", 2, |scorer, given, _| {
        let points: Points = Reader::read(&Value::parse(given[1])?)?;
        Ok(i64::from(scorer.local().level(&String::from_utf8_lossy(given[0]), points)?.get()).into())
    }),
    ("thuocdo_levels", 1, |scorer, given, _| Ok(canonical(&scorer.local().levels(&scorer.local().sheet(given[0])?)?).into())),
    ("thuocdo_plan", 2, plan),
    ("thuocdo_schema", 1, |scorer, given, lang| {
        Ok(schema_for(&String::from_utf8_lossy(given[0]), scorer.local().framework(), lang)?.to_string().into())
    }),
    ("thuocdo_score", 1, |scorer, given, _| Ok(scorer.local().score_to_json(given[0])?.into())),
    ("thuocdo_valid", 1, |scorer, given, _| Ok(scorer.local().check(given[0]).is_ok().into())),
];

/// Adds them to a connection.
pub(crate) fn add(connection: &Connection, scorers: &Arc<Scorers>) -> Result<()> {
    connection.create_scalar_function("thuocdo_version", 0, PURE, |_| Ok(env!("CARGO_PKG_VERSION")))?;
    // Without targets each group aims at the next level. A second argument is the targets, so no framework can stand there.
    let of_plan = Arc::clone(scorers);
    connection.create_scalar_function("thuocdo_plan", 1, PURE, move |context| answer(context, 1, plan, &of_plan))?;
    for (name, own, work) in FUNCTIONS {
        for more in 0..=2 {
            let scorers = Arc::clone(scorers);
            let count = i32::try_from(own + more).unwrap_or(i32::MAX);
            connection.create_scalar_function(name, count, PURE, move |context| answer(context, own, work, &scorers))?;
        }
    }
    Ok(())
}

/// What to raise: of an assessment, and the targets, where they are given.
fn plan(scorer: &LocalScorer, given: &[&[u8]], lang: Lang) -> Result<Sql, Violations> {
    let targets = given.get(1).map_or(Ok(Value::Object(Vec::new())), |targets| Value::parse(targets))?;
    let request = Value::object([("assessment", Value::parse(given[0])?), ("targets", targets)]);
    Ok(ask(Question::Plan, scorer, &request)?.to_json(lang).into())
}

fn answer(context: &Context<'_>, own: usize, work: Work, scorers: &Scorers) -> Result<Sql> {
    let lang = language(context, own + 1)?;
    // A framework that is NULL is none, as in every other place; one that is not there is the shipped one.
    let given: Option<Vec<_>> = (0..context.len()).map(|place| bytes(context, place)).collect();
    let Some(given) = given else { return Ok(Sql::Null) };
    let given: Vec<&[u8]> = given.iter().map(AsRef::as_ref).collect();
    let scorer = scorers.of(given.get(own).copied());
    scorer.and_then(|scorer| work(&scorer, &given[..own], lang)).map_err(|violations| refused(&violations, lang))
}
