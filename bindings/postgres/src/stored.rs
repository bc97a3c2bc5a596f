//! Frameworks and overlays of one's own, in the table `_thuocdo.frameworks`.
//!
//! A row is named by the digest of the framework that it is, or that its overlay makes. So a name means one thing for ever, and a function
//! that takes a name is immutable. What was read is believed only if it has that digest.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::{PgSqlErrorCode, Spi, extension_sql_file, spi};
use thuocdo_core::{Framework, LocalScorer, Overlay, Scorer, Violation, ViolationCode, Violations};

use crate::refusal::{Answer, corrupted};

extension_sql_file!("../sql/frameworks.sql", name = "frameworks");

/// The framework first, then what is laid on it; more than 64 overlays on each other are nobody's.
const FIND: &str = "
WITH RECURSIVE laid AS (
    SELECT document, base, 1 AS depth FROM _thuocdo.frameworks WHERE digest = $1
    UNION ALL
    SELECT below.document, below.base, depth + 1 FROM laid JOIN _thuocdo.frameworks AS below ON below.digest = laid.base WHERE depth < 64
)
SELECT document FROM laid ORDER BY depth DESC";

const ADD: &str = "INSERT INTO _thuocdo.frameworks (digest, document, base) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

/// The scorers of a digest, if there is a row of it.
pub(crate) fn find(digest: &str) -> Answer<Option<LocalScorer>> {
    let documents: Vec<String> = Spi::connect(|client| {
        let rows = client.select(FIND, None, &[digest.into()])?;
        rows.map(|row| Ok(row.get::<String>(1)?.unwrap_or_default())).collect::<spi::Result<_>>()
    })
    .map_err(failed)?;
    let Some((framework, overlays)) = documents.split_first() else { return Ok(None) };
    let scorers = compiled(framework, overlays).map_err(|violations| corrupted(&violations))?;
    if scorers.local().digest() == digest {
        return Ok(Some(scorers));
    }
    let other = Violation::new(ViolationCode::DigestMismatch, String::new()).with("stated", digest).with("found", scorers.local().digest());
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

fn add(digest: String, document: String, base: Option<&str>) -> Answer<String> {
    Spi::connect_mut(|client| client.update(ADD, None, &[digest.as_str().into(), document.into(), base.into()]).map(|_| ())).map_err(failed)?;
    Ok(digest)
}

fn failed(error: spi::Error) -> ErrorReport {
    ErrorReport::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, error.to_string(), "thuocdo")
}
