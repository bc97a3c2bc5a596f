//! Frameworks themselves: those that are shipped, and one's own.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use thuocdo_core::json::Value;
use thuocdo_core::{Framework, Lang, LocalScorer, Overlay, Scorer, Violations};

use crate::jsonb::{Jsonb, JsonbText};
use crate::refusal::{Answer, refused};
use crate::scorers::{forgotten_if_undone, scorers};
use crate::setting::lang;
use crate::stored;

/// The version of the library.
#[pg_extern(immutable, strict, parallel_safe)]
const fn thuocdo_version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The digest of a framework.
#[pg_extern(immutable, strict, parallel_safe, cost = 10)]
fn thuocdo_digest(framework: default!(&str, "'moet-4725-2022'")) -> Answer<String> {
    Ok(scorers(framework)?.local().digest().to_owned())
}

/// A framework as a file would say it; under overlays, the local one.
#[pg_extern(immutable, strict, parallel_safe, cost = 5000)]
fn thuocdo_framework(framework: default!(&str, "'moet-4725-2022'")) -> Answer<JsonbText> {
    Ok(JsonbText(scorers(framework)?.local().framework().to_json()))
}

/// Stores a framework of one's own; its digest is its name from then on.
#[pg_extern(volatile, strict, parallel_unsafe, security_definer, cost = 50000, requires = ["frameworks"])]
#[search_path(pg_catalog, pg_temp)]
fn thuocdo_framework_add(document: &str) -> Answer<String> {
    framework_add(Value::parse(document.as_bytes()))
}

/// As from text.
#[pg_extern(volatile, strict, parallel_unsafe, security_definer, cost = 50000, name = "thuocdo_framework_add", requires = ["frameworks"])]
#[search_path(pg_catalog, pg_temp)]
fn thuocdo_framework_add_jsonb(document: Jsonb<'_>) -> Answer<String> {
    framework_add(document.value())
}

fn framework_add(document: Result<Value<'_>, Violations>) -> Answer<String> {
    let framework = document.and_then(|document| Framework::from_value(&document)).map_err(refused)?;
    if !framework.overlays.is_empty() {
        // Its national results would be lost: they follow from the overlays themselves.
        let message = match lang() {
            Lang::Vi => "bộ chỉ số này do bản cụ thể hóa tạo ra; hãy lưu bản đó bằng thuocdo_overlay_add(…)",
            Lang::En => "this framework was made by an overlay; store that one by thuocdo_overlay_add(…)",
        };
        return Err(ErrorReport::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, message, "thuocdo"));
    }
    let scorer = Scorer::new(framework).map_err(refused)?;
    forgotten_if_undone();
    stored::add_framework(scorer.framework())
}

/// Stores an overlay on a framework; the digest of the local framework that it makes is its name from then on.
#[pg_extern(volatile, strict, parallel_unsafe, security_definer, cost = 50000, requires = ["frameworks"])]
#[search_path(pg_catalog, pg_temp)]
fn thuocdo_overlay_add(base: &str, document: &str) -> Answer<String> {
    overlay_add(base, Value::parse(document.as_bytes()))
}

/// As from text.
#[pg_extern(volatile, strict, parallel_unsafe, security_definer, cost = 50000, name = "thuocdo_overlay_add", requires = ["frameworks"])]
#[search_path(pg_catalog, pg_temp)]
fn thuocdo_overlay_add_jsonb(base: &str, document: Jsonb<'_>) -> Answer<String> {
    overlay_add(base, document.value())
}

fn overlay_add(base: &str, document: Result<Value<'_>, Violations>) -> Answer<String> {
    let base = scorers(base)?;
    let framework = base.local().framework();
    let overlay = document.and_then(|document| Overlay::for_base(&document, framework)).map_err(refused)?;
    if base.overlays().len() >= stored::MOST_OVERLAYS {
        let most = stored::MOST_OVERLAYS;
        let message = match lang() {
            Lang::Vi => format!("chỉ được chồng nhiều nhất {most} bản cụ thể hóa lên nhau"),
            Lang::En => format!("at most {most} overlays may lie on each other"),
        };
        return Err(ErrorReport::new(PgSqlErrorCode::ERRCODE_PROGRAM_LIMIT_EXCEEDED, message, "thuocdo"));
    }
    let made = LocalScorer::clone(&base).with(&overlay).map_err(refused)?;
    forgotten_if_undone();
    if base.overlays().is_empty() {
        // One that is shipped is kept too, so that a later revision in the library takes nothing away.
        stored::add_framework(framework)?;
    }
    stored::add_overlay(made.local().digest(), &overlay, base.local().digest())
}

extension_sql!(
    r"
ALTER FUNCTION thuocdo_framework_add(text) OWNER TO @extowner@;
ALTER FUNCTION thuocdo_framework_add(jsonb) OWNER TO @extowner@;
ALTER FUNCTION thuocdo_overlay_add(text, text) OWNER TO @extowner@;
ALTER FUNCTION thuocdo_overlay_add(text, jsonb) OWNER TO @extowner@;
REVOKE ALL ON FUNCTION thuocdo_framework_add(text), thuocdo_framework_add(jsonb), thuocdo_overlay_add(text, text), thuocdo_overlay_add(text, jsonb) FROM PUBLIC;
",
    name = "who_may_add",
    requires = [thuocdo_framework_add, thuocdo_framework_add_jsonb, thuocdo_overlay_add, thuocdo_overlay_add_jsonb]
);
