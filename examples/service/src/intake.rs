//! What is let in: how large, how many at once, how slow; and where it is computed.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use thuocdo::json::MAX_BYTES;
use thuocdo::{Lang, Scorer, Term, Violation};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::answer::Failure;
use crate::routes::{Answer, Route, Size};

/// A body up to this length is computed where it was read: an assessment with evidence takes some ten microseconds. A longer one may take
/// milliseconds, for which no other request should wait, so it goes to a thread of its own.
const SHORT: usize = 32 * 1024;

/// What a route lets in. A request over a limit is refused at once; none waits in a queue.
pub(crate) struct Limits {
    /// The longest body.
    pub(crate) bytes: usize,
    /// How long a body may take to arrive.
    patience: Duration,
    /// How many requests are read and computed at one time: with `bytes` it bounds the memory. One count for the whole process.
    places: Semaphore,
}

/// One assessment: 128 MiB at most.
static ONE: Limits = Limits { bytes: MAX_BYTES, patience: Duration::from_secs(10), places: Semaphore::const_new(128) };

/// Many assessments, one a line: 27,005 schools without evidence are 15 MB, and their scorecards six times as much.
static MANY: Limits = Limits { bytes: 32 << 20, patience: Duration::from_mins(1), places: Semaphore::const_new(2) };

impl Size {
    pub(crate) fn limits(self) -> &'static Limits {
        match self {
            Size::One => &ONE,
            Size::Many => &MANY,
        }
    }
}

/// Answers a request by a route.
pub(crate) async fn answer(route: &'static Route, scorer: Arc<Scorer>, request: Request) -> Result<Answer, Failure> {
    let lang = language(request.headers());
    let limits = route.size.limits();
    let place = limits.places.try_acquire().map_err(|_| {
        tracing::warn!(path = route.path, "too busy");
        Failure::Other(StatusCode::SERVICE_UNAVAILABLE, "too_busy")
    })?;
    let body = read(limits, lang, request).await?;
    let is_short = body.len() <= SHORT;
    let work = move || {
        // Held until the work is done, also when the client has gone meanwhile.
        let _place = place;
        (route.work)(&scorer, &body, lang).map_err(|violations| Failure::Refused(violations, lang))
    };
    if is_short { work() } else { spawn_blocking(work).await.unwrap_or(Err(Failure::Other(StatusCode::INTERNAL_SERVER_ERROR, "failed"))) }
}

async fn read(limits: &Limits, lang: Lang, request: Request) -> Result<Bytes, Failure> {
    match timeout(limits.patience, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(Failure::Refused(Violation::too_large("", limits.bytes, Term::Bytes).into(), lang))
        }
        Ok(Err(_)) => Err(Failure::Other(StatusCode::BAD_REQUEST, "unreadable_body")),
        Err(_) => Err(Failure::Other(StatusCode::REQUEST_TIMEOUT, "too_slow")),
    }
}

/// The language that the client asks for; Vietnamese where it asks for none that we have.
pub(crate) fn language(headers: &HeaderMap) -> Lang {
    Lang::of_accept_language(headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default())
}
