//! Frameworks and overlays of one's own, in the table `_thuocdo.frameworks`.
//!
//! A row is named by the digest of the framework that it is, or that its overlay makes. So a name means one thing for ever, and a function
//! that takes a name is immutable. What was read is believed only if it has that digest.

use std::ffi::CStr;

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::{PgSqlErrorCode, Spi, extension_sql_file, pg_sys, spi};
use thuocdo_core::{Framework, Lang, LocalScorer, Overlay, Scorer, Violation, Violations};

use crate::refusal::{Answer, corrupted};
use crate::setting::lang;

extension_sql_file!("../sql/frameworks.sql", name = "frameworks");

/// How many overlays may lie on each other.
pub(crate) const MOST_OVERLAYS: usize = 64;

/// The framework first, then what is laid on it. Whatever the caller's `search_path` holds, the operators are the server's.
const FIND: &str = "
WITH RECURSIVE laid AS (
    SELECT document, base, 0 AS overlays FROM _thuocdo.frameworks WHERE digest OPERATOR(pg_catalog.=) $1
    UNION ALL
    SELECT below.document, below.base, laid.overlays OPERATOR(pg_catalog.+) 1
    FROM laid JOIN _thuocdo.frameworks AS below ON below.digest OPERATOR(pg_catalog.=) laid.base WHERE laid.overlays OPERATOR(pg_catalog.<) $2
)
SELECT document FROM laid ORDER BY overlays DESC";

/// Who adds is told, because it is the owner of the function who is the user of the statement.
const ADD: &str = "INSERT INTO _thuocdo.frameworks (digest, document, base, added_by) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING";

/// The scorers of a digest, if there is a row of it.
pub(crate) fn find(digest: &str) -> Answer<Option<LocalScorer>> {
    let most = i32::try_from(MOST_OVERLAYS).unwrap_or(i32::MAX);
    let documents: Vec<String> = Spi::connect(|client| {
        let rows = client.select(FIND, None, &[digest.into(), most.into()])?;
        rows.map(|row| Ok(row.get::<String>(1)?.unwrap_or_default())).collect::<spi::Result<_>>()
    })
    .map_err(failed)?;
    let Some((framework, overlays)) = documents.split_first() else { return Ok(None) };
    let scorers = compiled(framework, overlays).map_err(|violations| corrupted(&violations))?;
    if scorers.local().digest() == digest {
        return Ok(Some(scorers));
    }
    let other = Violation::digest_mismatch("", scorers.local().digest(), digest);
    Err(corrupted(&other.into()))
}

fn compiled(framework: &str, overlays: &[String]) -> Result<LocalScorer, Violations> {
    let scorers = LocalScorer::new(Scorer::new(Framework::from_json(framework.as_bytes())?)?);
    overlays.iter().try_fold(scorers, |scorers, overlay| scorers.with(&Overlay::from_json(overlay.as_bytes())?))
}

/// Keeps a framework, unless it is kept already.
pub(crate) fn add_framework(framework: &Framework) -> Answer<String> {
    add(framework.digest(), framework.to_json(), None)
}

/// Keeps an overlay that makes the framework `digest` of the framework `base`.
pub(crate) fn add_overlay(digest: &str, overlay: &Overlay, base: &str) -> Answer<String> {
    add(digest.to_owned(), overlay.to_json(), Some(base))
}

/// Adds a row, and answers only if what stands under the digest then can be used: it may have stood there before.
fn add(digest: String, document: String, base: Option<&str>) -> Answer<String> {
    // SAFETY: the user of a session has a name, and the server makes a text of it that ends with a zero.
    let who = unsafe { CStr::from_ptr(pg_sys::GetUserNameFromId(pg_sys::GetOuterUserId(), false)) }.to_string_lossy().into_owned();
    let row = [digest.as_str().into(), document.into(), base.into(), who.into()];
    Spi::connect_mut(|client| client.update(ADD, None, &row).map(|_| ())).map_err(failed)?;
    find(&digest)?.map(|_| digest).ok_or_else(lost)
}

fn lost() -> ErrorReport {
    let message = match lang() {
        Lang::Vi => "bộ chỉ số vừa lưu không còn ở đó",
        Lang::En => "the framework that was stored is not there",
    };
    ErrorReport::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, message, "thuocdo")
}

fn failed(error: spi::Error) -> ErrorReport {
    ErrorReport::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, error.to_string(), "thuocdo")
}
