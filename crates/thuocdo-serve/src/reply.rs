//! How a result, a refusal or a fault becomes a response.

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use hyper::{Response, StatusCode};
use thuocdo::{Lang, ViolationCode, Violations};

use crate::limits::Place;

/// One JSON value.
pub(crate) const JSON: &str = "application/json";
/// One JSON value a line.
pub(crate) const LINES: &str = "application/x-ndjson";
/// Words for people.
pub(crate) const WORDS: &str = "text/plain; charset=utf-8";
/// What Prometheus reads.
pub(crate) const METRICS: &str = "text/plain; version=0.0.4; charset=utf-8";

/// A text and what kind of text it is. The library wrote the JSON already, so nothing is left to serialise.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
    /// Held until the answer has left, so that clients that do not read cannot fill the memory.
    pub(crate) place: Option<Place>,
}

impl Answer {
    pub(crate) fn json(text: impl Into<String>) -> Answer {
        Answer { kind: JSON, text: text.into(), place: None }
    }
}

/// Why there is no result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input is wrong; the library says where and how.
    Refused(Violations, Lang),
    /// Something else is: a stable word, for programs.
    Other(StatusCode, &'static str),
    /// The path is right, the method is not; these are.
    Method(&'static str),
}

impl Failure {
    /// Whether the body may not have been read to its end, though it still comes.
    pub(crate) fn is_early(&self) -> bool {
        match self {
            Failure::Refused(violations, _) => status(violations) != StatusCode::BAD_REQUEST,
            Failure::Other(status, _) => *status != StatusCode::REQUEST_TIMEOUT,
            Failure::Method(_) => true,
        }
    }

    pub(crate) const BUSY: Failure = Failure::Other(StatusCode::TOO_MANY_REQUESTS, "too_busy");
    pub(crate) const FAILED: Failure = Failure::Other(StatusCode::INTERNAL_SERVER_ERROR, "failed");
    pub(crate) const NO_SUCH_PATH: Failure = Failure::Other(StatusCode::NOT_FOUND, "no_such_path");
    pub(crate) const QUERY: Failure = Failure::Other(StatusCode::BAD_REQUEST, "unknown_parameter");
    pub(crate) const SLOW: Failure = Failure::Other(StatusCode::REQUEST_TIMEOUT, "too_slow");
    pub(crate) const UNREADABLE: Failure = Failure::Other(StatusCode::BAD_REQUEST, "unreadable_body");
}

/// The response.
pub(crate) fn response(outcome: Result<Answer, Failure>) -> Response<Full<Bytes>> {
    let (status, answer, allowed) = match outcome {
        Ok(answer) => (StatusCode::OK, answer, None),
        Err(Failure::Refused(violations, lang)) => (status(&violations), Answer::json(violations.refusal(lang).to_json()), None),
        Err(Failure::Other(status, word)) => (status, fault(word), None),
        Err(Failure::Method(allowed)) => (StatusCode::METHOD_NOT_ALLOWED, fault("wrong_method"), Some(allowed)),
    };
    let mut response = Response::new(Full::new(Bytes::from_owner(Held { text: answer.text, _place: answer.place })));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(answer.kind));
    if let Some(allowed) = allowed {
        headers.insert(ALLOW, HeaderValue::from_static(allowed));
    }
    if status == StatusCode::TOO_MANY_REQUESTS {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}

fn fault(word: &str) -> Answer {
    Answer::json(format!(r#"{{"error":"{word}"}}"#))
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

/// The bytes of an answer, and the place that is free once they have left.
struct Held {
    text: String,
    _place: Option<Place>,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        self.text.as_bytes()
    }
}
