//! What is done with scores, and the schemas of all that goes in and out.

use pgrx::prelude::*;
use thuocdo_core::Violations;
use thuocdo_core::json::Value;
use thuocdo_practice::json::{Question, ask};
use thuocdo_practice::schema::schema_for;

use crate::argument::language;
use crate::jsonb::{Jsonb, JsonbText};
use crate::refusal::{Answer, refused};
use crate::scorers::scorers;

/// The answer to a question of the practice, such as `review` or `quality`; words in it are in `lang`.
#[pg_extern(immutable, strict, parallel_safe, cost = 2000)]
fn thuocdo_ask(question: &str, request: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'"), lang: default!(&str, "'vi'")) -> Answer<JsonbText> {
    answer(question, |question| request.value_at_most(question.max_bytes()), framework, lang).map(JsonbText)
}

/// As `thuocdo_ask`, from text to the canonical bytes that every language gives.
#[pg_extern(immutable, strict, parallel_safe, cost = 2000)]
fn thuocdo_ask_json(question: &str, request: &str, framework: default!(&str, "'moet-4725-2022'"), lang: default!(&str, "'vi'")) -> Answer<String> {
    answer(question, |question| question.parse(request.as_bytes()), framework, lang)
}

/// `request` reads as much as the question takes.
fn answer<'r>(question: &str, request: impl FnOnce(Question) -> Result<Value<'r>, Violations>, framework: &str, lang: &str) -> Answer<String> {
    let lang = language(lang)?;
    let question = Question::named(question).map_err(refused)?;
    let request = request(question).map_err(refused)?;
    Ok(ask(question, &*scorers(framework)?, &request).map_err(refused)?.to_json(lang))
}

/// What to raise to reach a level: `targets` by group, `{"1": 3}`; a group without one aims at the next level.
#[pg_extern(immutable, strict, parallel_safe, cost = 20000)]
fn thuocdo_plan(assessment: Jsonb<'_>, targets: default!(Jsonb<'_>, "'{}'"), framework: default!(&str, "'moet-4725-2022'")) -> Answer<JsonbText> {
    let assessment = assessment.value().map_err(refused)?;
    let targets = targets.value().map_err(refused)?;
    let request = Value::object([("assessment", assessment), ("targets", targets)]);
    let plan = ask(Question::Plan, &*scorers(framework)?, &request).map_err(refused)?;
    Ok(JsonbText(plan.to_json(thuocdo_core::Lang::default())))
}

/// The JSON Schema of a document or an answer, by name; that of `assessment` is for one framework, with words in `lang`.
#[pg_extern(immutable, strict, parallel_safe, cost = 20000)]
fn thuocdo_schema(name: &str, framework: default!(&str, "'moet-4725-2022'"), lang: default!(&str, "'vi'")) -> Answer<JsonbText> {
    let (scorers, lang) = (scorers(framework)?, language(lang)?);
    schema_for(name, scorers.local().framework(), lang).map(|schema| JsonbText(schema.to_string())).map_err(refused)
}
