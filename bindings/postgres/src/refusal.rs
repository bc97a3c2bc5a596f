//! How a refusal becomes an SQL error: its SQLSTATE, and MESSAGE, DETAIL and HINT in the language of the session.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::{PgSqlErrorCode, pg_sys};
use thuocdo_core::{Lang, ViolationCode, Violations};

use crate::serialize::Refused;
use crate::setting;

/// What a function gives, or the SQL error that it ends with.
pub(crate) type Answer<T> = Result<T, ErrorReport>;

/// The error that tells of violations: the first in its message, all in its detail, one a line.
pub(crate) fn refused(violations: Violations) -> ErrorReport {
    told(sqlstate(&violations), &violations)
}

/// Refuses to work in a database of another encoding: the core reads and writes UTF-8, and a text is not to be guessed at.
pub(crate) fn not_utf8() -> Answer<()> {
    // SAFETY: it only reads what the backend knows of its database.
    if unsafe { pg_sys::GetDatabaseEncoding() } == pg_sys::pg_enc::PG_UTF8.cast_signed() {
        return Ok(());
    }
    let message = match setting::lang() {
        Lang::Vi => "cơ sở dữ liệu phải dùng bảng mã UTF8",
        Lang::En => "the database must be of encoding UTF8",
    };
    Err(ErrorReport::new(PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED, message, "thuocdo"))
}

/// As [`refused`], of what the extension itself keeps, so that the data and not the caller is at fault.
pub(crate) fn corrupted(violations: &Violations) -> ErrorReport {
    told(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, violations)
}

/// Bytes that are no count of schools, or of another version of the library.
pub(crate) fn not_a_part() -> ErrorReport {
    let message = match setting::lang() {
        Lang::Vi => "dữ liệu không phải phần đếm của thuocdo_cohort, hoặc của phiên bản khác; hãy dùng cùng một phiên bản thuocdo trên mọi máy chủ",
        Lang::En => "this is no count of thuocdo_cohort, or one of another version; use one version of thuocdo on all servers",
    };
    ErrorReport::new(PgSqlErrorCode::ERRCODE_INVALID_BINARY_REPRESENTATION, message, "thuocdo")
}

/// An answer that no `jsonb` can hold; there is none that we know of.
pub(crate) fn unwritten(why: Refused) -> ErrorReport {
    ErrorReport::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, why.to_string(), "thuocdo")
}

fn told(sqlstate: PgSqlErrorCode, violations: &Violations) -> ErrorReport {
    let lang = setting::lang();
    let first = violations.iter().next().map(|violation| violation.message(lang)).unwrap_or_default();
    let message = match (violations.len(), lang) {
        (..=1, _) => first,
        (n, Lang::Vi) => format!("{first} (và {} lỗi khác)", n - 1),
        (n, Lang::En) => format!("{first} (and {} more)", n - 1),
    };
    let report = ErrorReport::new(sqlstate, message, "thuocdo").set_detail(violations.lines(lang));
    match hint(sqlstate, lang) {
        Some(hint) => report.set_hint(hint),
        None => report,
    }
}

/// The class of a refusal. What is no JSON, too large or of no known framework stands alone; all else is a wrong value.
fn sqlstate(violations: &Violations) -> PgSqlErrorCode {
    match violations.iter().next().map(thuocdo_core::Violation::code) {
        Some(ViolationCode::NotJson) => PgSqlErrorCode::ERRCODE_INVALID_JSON_TEXT,
        Some(ViolationCode::TooLarge | ViolationCode::PlanTooLarge) => PgSqlErrorCode::ERRCODE_PROGRAM_LIMIT_EXCEEDED,
        Some(ViolationCode::UnknownFramework) => PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT,
        _ => PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
    }
}

fn hint(sqlstate: PgSqlErrorCode, lang: Lang) -> Option<&'static str> {
    Some(match (sqlstate, lang) {
        (PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, Lang::Vi) => "thuocdo_check(…) cho biết mọi lỗi của một phiếu dưới dạng jsonb.",
        (PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, Lang::En) => "thuocdo_check(…) tells everything that is wrong with an assessment as jsonb.",
        (PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, Lang::Vi) => {
            "Để lưu bộ chỉ số của đơn vị, dùng thuocdo_framework_add(…) hoặc thuocdo_overlay_add(…); gọi bộ chỉ số bằng mã kiểm tra (SHA-256) mà hàm trả về."
        }
        (PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, Lang::En) => {
            "A framework of one's own is stored by thuocdo_framework_add(…) or thuocdo_overlay_add(…) and named by the digest that they give."
        }
        _ => return None,
    })
}
