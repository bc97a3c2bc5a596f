//! Arguments that several functions take.

use pgrx::PgSqlErrorCode;
use pgrx::pg_sys::panic::ErrorReport;
use thuocdo_core::Lang;
use thuocdo_core::text::UnknownLang;

use crate::refusal::Answer;

/// The language of a tag, `vi` or `en`.
pub(crate) fn language(tag: &str) -> Answer<Lang> {
    tag.parse().map_err(|unknown: UnknownLang| ErrorReport::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, unknown.to_string(), "thuocdo"))
}
