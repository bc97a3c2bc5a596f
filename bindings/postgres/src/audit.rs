//! Claimed points and levels beside what follows from the answers: the function `thuocdo_audit`.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use thuocdo_core::json::Value;
use thuocdo_practice::{Audit, Movement};

use crate::argument::language;
use crate::jsonb::Jsonb;
use crate::refusal::refused;
use crate::scorers::scorers;

/// A row for each claim that is not what follows: of an assessment, or, where it is null or has no answers, of the points and levels claimed
/// themselves. `moves` is said of the overall level.
#[pg_extern(immutable, parallel_safe, cost = 1000)]
#[expect(clippy::type_complexity, reason = "pgrx makes the columns of what stands here")]
fn thuocdo_audit<'a>(
    assessment: Option<Jsonb<'a>>,
    claim: Option<Jsonb<'a>>,
    framework: default!(Option<&'a str>, "'moet-4725-2022'"),
    lang: default!(Option<&'a str>, "'vi'"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(field, String),
            name!(claimed, Option<String>),
            name!(follows, Option<String>),
            name!(cause, &'static str),
            name!(why, String),
            name!(moves, Option<&'static str>),
        ),
    >,
    ErrorReport,
> {
    let (Some(claim), Some(framework), Some(lang)) = (claim, framework, lang) else { return Ok(TableIterator::new(std::iter::empty())) };
    let (lang, scorers) = (language(lang)?, scorers(framework)?);
    let assessment = assessment.map_or(Ok(Value::Null), Jsonb::value).map_err(refused)?;
    let row = Value::object([("assessment", assessment), ("claimed", claim.value().map_err(refused)?)]);
    let mut audit = Audit::new(scorers.local());
    audit.add(&row).map_err(refused)?;
    let rows = audit.finish().differing.into_iter().flat_map(move |institution| {
        let moves = institution.level.map(Movement::as_str);
        institution
            .differences
            .into_iter()
            .map(move |differs| (differs.field, differs.claimed, differs.follows, differs.cause.as_str(), differs.cause.name(lang).to_owned(), moves))
    });
    Ok(TableIterator::new(rows))
}

extension_sql!(
    r"
ALTER FUNCTION thuocdo_audit(jsonb, jsonb, text, text) ROWS 2;
",
    name = "audit",
    requires = [thuocdo_audit]
);
