//! Points, levels and what is wrong, as JSON and in words.

use pgrx::AnyNumeric;
use pgrx::prelude::*;
use thuocdo_core::json::{Reader, Value};
use thuocdo_core::{Points, explain};

use crate::argument::language;
use crate::jsonb::{Jsonb, JsonbBytes, JsonbText};
use crate::numbers::numeric;
use crate::refusal::{Answer, refused, unwritten};
use crate::scorers::scorers;
use crate::serialize::jsonb;

/// The scorecard of an assessment.
#[pg_extern(immutable, strict, parallel_safe, cost = 800)]
fn thuocdo_score(assessment: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'")) -> Answer<JsonbBytes> {
    let card = assessment.card(scorers(framework)?.local()).map_err(refused)?;
    jsonb(&card).map(JsonbBytes).map_err(unwritten)
}

/// As `thuocdo_score`, from text to the canonical bytes that every language gives.
#[pg_extern(immutable, strict, parallel_safe, cost = 500)]
fn thuocdo_score_json(assessment: &str, framework: default!(&str, "'moet-4725-2022'")) -> Answer<String> {
    scorers(framework)?.local().score_to_json(assessment).map_err(refused)
}

/// Everything that keeps an assessment from being scored: a list of violations, empty where nothing does.
#[pg_extern(immutable, strict, parallel_safe, cost = 60)]
fn thuocdo_check(assessment: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'"), lang: default!(&str, "'vi'")) -> Answer<JsonbText> {
    let lang = language(lang)?;
    Ok(JsonbText(assessment.read(scorers(framework)?.local()).err().unwrap_or_default().to_json(lang)))
}

/// As `thuocdo_check`, from text to the bytes that every language gives, `{"violations":[…]}`. Keys said twice, which `jsonb` drops, are told too.
#[pg_extern(immutable, strict, parallel_safe, cost = 200)]
fn thuocdo_check_json(assessment: &str, framework: default!(&str, "'moet-4725-2022'"), lang: default!(&str, "'vi'")) -> Answer<String> {
    let lang = language(lang)?;
    Ok(scorers(framework)?.local().check(assessment).err().unwrap_or_default().refusal(lang).to_json())
}

/// Whether an assessment can be scored: for check constraints, which tell no reasons.
#[pg_extern(immutable, strict, parallel_safe, cost = 60)]
fn thuocdo_valid(assessment: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'")) -> Answer<bool> {
    Ok(assessment.read(scorers(framework)?.local()).is_ok())
}

/// The level that a total of points gives in a group.
#[pg_extern(immutable, strict, parallel_safe, cost = 10)]
fn thuocdo_level(group: &str, points: AnyNumeric, framework: default!(&str, "'moet-4725-2022'")) -> Answer<i16> {
    let points: Points = Reader::read(&Value::Number(numeric(points.normalize()))).map_err(refused)?;
    scorers(framework)?.local().level(group, points).map(|level| level.get().into()).map_err(refused)
}

/// Why an assessment has its points and levels, in words: `vi` or `en`.
#[pg_extern(immutable, strict, parallel_safe, cost = 2000)]
fn thuocdo_explain(assessment: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'"), lang: default!(&str, "'vi'")) -> Answer<String> {
    let (scorers, lang) = (scorers(framework)?, language(lang)?);
    let card = assessment.card(scorers.local()).map_err(refused)?;
    Ok(explain(scorers.local().framework(), &card, lang).to_string())
}

/// As `thuocdo_explain`, from text to the canonical bytes that every language gives.
#[pg_extern(immutable, strict, parallel_safe, cost = 2000)]
fn thuocdo_explain_json(assessment: &str, framework: default!(&str, "'moet-4725-2022'"), lang: default!(&str, "'vi'")) -> Answer<String> {
    let (scorers, lang) = (scorers(framework)?, language(lang)?);
    let card = scorers.local().score(assessment).map_err(refused)?;
    Ok(explain(scorers.local().framework(), &card, lang).to_json())
}
