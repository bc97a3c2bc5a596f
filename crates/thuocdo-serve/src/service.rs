//! A request becomes a response.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, Bytes};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Body;
use hyper::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_LENGTH, EXPECT, HeaderMap};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response};
use percent_encoding::percent_decode_str;
use thuocdo::{Lang, LocalScorer, Term, Violation, canonical};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::frameworks::Frameworks;
use crate::limits::{PASSED_OVER, PASSED_OVER_WITHIN, Places};
use crate::metrics::Metrics;
use crate::openapi;
use crate::reply::{Answer, Failure, JSON, LINES, METRICS, WORDS, response};
use crate::routes::{self, FRAMEWORK, Route, Work};

/// The pages that are read, by `GET`.
const PAGES: [&str; 4] = ["/health", "/metrics", "/openapi.json", "/framework"];

/// All that is asked of a server: the questions, the frameworks, and what is counted. It keeps nothing of any request.
#[derive(Debug)]
pub struct Service {
    documents: [String; 2],
    pub(crate) frameworks: Frameworks,
    metrics: Metrics,
    places: Places,
    pub(crate) routes: Vec<Route>,
}

impl Service {
    /// How many requests are answered at one time where nobody says otherwise.
    pub const AT_ONCE: u32 = 64;

    /// A service that scores by `scorers` whoever names no framework, and answers `at_once` requests at one time; one more is answered 429.
    pub fn new(scorers: LocalScorer, at_once: u32) -> Service {
        let frameworks = Frameworks::new(scorers);
        let routes = routes::all();
        let paths = routes.iter().map(|route| format!("/{}", route.name)).chain(PAGES.map(str::to_owned)).chain(["other".to_owned()]);
        Service {
            documents: Lang::ALL.map(|lang| openapi::document(&routes, frameworks.first().local().framework(), lang)),
            metrics: Metrics::new(paths),
            places: Places::new(at_once),
            frameworks,
            routes,
        }
    }

    /// The `OpenAPI` document of what it answers.
    pub fn openapi(&self, lang: Lang) -> &str {
        lang.pick(self.documents.each_ref().map(String::as_str))
    }

    /// Answers a request. Whatever runs on `hyper` can call it: a server of its own, axum, a proxy.
    pub async fn answer<B>(self: &Arc<Self>, request: Request<B>) -> Response<Full<Bytes>>
    where
        B: Body<Data: Send, Error: std::error::Error + Send + Sync + 'static> + Send,
    {
        let begun = Instant::now();
        let (parts, body) = request.into_parts();
        let mut body = pin!(body);
        let (path, received, outcome) = self.outcome(&parts, body.as_mut()).await;
        if outcome.as_ref().is_err_and(Failure::is_early) && !parts.headers.contains_key(EXPECT) {
            pass_over(body).await;
        }
        let response = response(outcome);
        let sent = response.body().size_hint().exact().and_then(|size| usize::try_from(size).ok()).unwrap_or_default();
        self.metrics.count(path, response.status(), begun.elapsed(), received, sent);
        response
    }

    /// The number of the path, the length of the body, and what is answered.
    async fn outcome<B>(self: &Arc<Self>, parts: &Parts, body: Pin<&mut B>) -> (usize, usize, Result<Answer, Failure>)
    where
        B: Body<Data: Send, Error: std::error::Error + Send + Sync + 'static> + Send,
    {
        let path = parts.uri.path();
        if let Some(number) = self.routes.iter().position(|route| path.strip_prefix('/') == Some(&route.name)) {
            let mut received = 0;
            let outcome = match (parts.method == Method::POST, framework(parts)) {
                (false, _) => Err(Failure::Method("POST")),
                (true, Err(failure)) => Err(failure),
                (true, Ok(framework)) => self.asked(number, framework, &parts.headers, body, &mut received).await,
            };
            return (number, received, outcome);
        }
        let Some(number) = PAGES.iter().position(|page| *page == path) else {
            return (usize::MAX, 0, Err(Failure::NO_SUCH_PATH));
        };
        let outcome = if parts.method != Method::GET && parts.method != Method::HEAD {
            Err(Failure::Method("GET, HEAD"))
        } else {
            framework(parts).and_then(|framework| self.page(path, framework.as_deref(), language(&parts.headers)))
        };
        (self.routes.len().saturating_add(number), 0, outcome)
    }

    fn page(&self, path: &str, framework: Option<&str>, lang: Lang) -> Result<Answer, Failure> {
        let scorer = self.frameworks.named(framework).map_err(|unknown| Failure::Refused(unknown, lang))?.local();
        Ok(match path {
            "/framework" => Answer::json(scorer.framework().to_json()),
            "/health" => Answer::json(canonical(&scorer.mark())),
            "/metrics" => {
                let info = [("version", env!("CARGO_PKG_VERSION")), ("framework", &scorer.framework().id), ("digest", scorer.digest())];
                Answer { kind: METRICS, text: self.metrics.text(&info, self.places.taken()), place: None }
            }
            _ => Answer::json(self.openapi(lang)),
        })
    }

    async fn asked<B>(
        self: &Arc<Self>,
        number: usize,
        framework: Option<String>,
        headers: &HeaderMap,
        body: Pin<&mut B>,
        received: &mut usize,
    ) -> Result<Answer, Failure>
    where
        B: Body<Data: Send, Error: std::error::Error + Send + Sync + 'static> + Send,
    {
        let lang = language(headers);
        let route = self.routes.get(number).ok_or(Failure::NO_SUCH_PATH)?;
        let place = self.places.take(route.work).ok_or(Failure::BUSY)?;
        let body = read(route.work, lang, headers, body).await?;
        *received = body.len();
        let is_quick = route.work.is_quick(body.len());
        let kind = kind(route.work, headers);
        let service = Arc::clone(self);
        let work = move || {
            let scorer = service.frameworks.named(framework.as_deref());
            let route = service.routes.get(number).ok_or(Failure::NO_SUCH_PATH)?;
            let text = scorer.and_then(|scorer| match route.work {
                Work::One(_, Some(words)) if kind == WORDS => words(scorer, (&*body).into(), lang),
                work => work.of_text(scorer, &body, lang),
            });
            // The place is kept until the answer has left, or, where the client has gone meanwhile, until the work is done.
            text.map(|text| Answer { kind, text, place: Some(place) }).map_err(|violations| Failure::Refused(violations, lang))
        };
        // A fault of the library ends its own request, and no other.
        let caught = move || catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Failure::FAILED));
        if is_quick { caught() } else { spawn_blocking(caught).await.unwrap_or(Err(Failure::FAILED)) }
    }
}

/// Lets what still comes of a body go by. Most clients read no answer before they have sent everything.
async fn pass_over<B: Body>(mut body: Pin<&mut B>) {
    let all = async {
        let mut left = PASSED_OVER;
        while let Some(Ok(frame)) = body.as_mut().frame().await {
            let length = frame.data_ref().map_or(0, Buf::remaining);
            match left.checked_sub(length) {
                Some(rest) => left = rest,
                None => break,
            }
        }
    };
    // Who takes longer is cut off.
    let _ = timeout(PASSED_OVER_WITHIN, all).await;
}

async fn read<B>(work: Work, lang: Lang, headers: &HeaderMap, body: Pin<&mut B>) -> Result<Bytes, Failure>
where
    B: Body<Error: std::error::Error + Send + Sync + 'static> + Send,
{
    let most = work.max_bytes();
    let too_large = || Failure::Refused(Violation::too_large("", most, Term::Bytes).into(), lang);
    // What is announced as too large is refused before it comes.
    if headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok()).is_some_and(|length| length > most) {
        return Err(too_large());
    }
    match timeout(work.patience(), Limited::new(body, most).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large()),
        Ok(Err(_)) => Err(Failure::UNREADABLE),
        Err(_) => Err(Failure::SLOW),
    }
}

/// What kind of text is answered: words, where there are words, unless the client accepts JSON by its name.
fn kind(work: Work, headers: &HeaderMap) -> &'static str {
    let wants_json = || headers.get(ACCEPT).and_then(|accepts| accepts.to_str().ok()).is_some_and(|accepts| accepts.contains(JSON));
    match work {
        Work::One(_, Some(_)) if !wants_json() => WORDS,
        Work::Lines(_) => LINES,
        _ => JSON,
    }
}

/// The language that the client asks for; Vietnamese where it asks for none that we have.
fn language(headers: &HeaderMap) -> Lang {
    Lang::of_accept_language(headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default())
}

/// The framework that the query names. Another parameter, or the same twice, is refused: a slip of the pen would score by the wrong one.
fn framework(parts: &Parts) -> Result<Option<String>, Failure> {
    let mut framework = None;
    for parameter in parts.uri.query().unwrap_or_default().split('&').filter(|parameter| !parameter.is_empty()) {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        if name != FRAMEWORK || framework.is_some() {
            return Err(Failure::QUERY);
        }
        framework = Some(percent_decode_str(value).decode_utf8().map_err(|_| Failure::QUERY)?.into_owned());
    }
    Ok(framework)
}
