//! How a result, a refusal or a fault becomes a response.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use thuocdo::{Lang, ViolationCode, Violations};

use crate::routes::Answer;

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, self.kind)], self.text).into_response()
    }
}

/// Why there is no result.
pub(crate) enum Failure {
    /// The input is wrong; the library says where and how.
    Refused(Violations, Lang),
    /// Something else is: a stable word, for programs.
    Other(StatusCode, &'static str),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Failure::Refused(violations, lang) => (status(&violations), Answer::json(violations.refusal(lang).to_json())).into_response(),
            Failure::Other(status, word) => (status, Answer::json(format!(r#"{{"error":"{word}"}}"#))).into_response(),
        }
    }
}

/// Not JSON at all, too large to be read, or JSON that says something wrong.
fn status(violations: &Violations) -> StatusCode {
    if violations.has(ViolationCode::NotJson) {
        StatusCode::BAD_REQUEST
    } else if violations.has(ViolationCode::TooLarge) {
        StatusCode::PAYLOAD_TOO_LARGE
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}
