//! A service over HTTP that scores assessments by Decision 4725: an example to copy.
//!
//! - `routes`: what can be asked, and which call of the library answers it
//! - `intake`: what is let in: how large, how many at once, how slow
//! - `answer`: how a result, a refusal or a fault becomes a response
//! - `openapi`: the `OpenAPI` document, made from the routes and the library's schemas

mod answer;
mod intake;
mod openapi;
mod routes;

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use thuocdo::{Lang, Scorer, canonical};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::sleep;

use crate::answer::Failure;
use crate::routes::{Answer, ROUTES};

/// How long requests that are under way may still take once the service is asked to stop.
const GRACE: Duration = Duration::from_secs(20);

/// All that the service answers.
pub fn router(scorer: Arc<Scorer>) -> Router {
    // Both are the same for as long as the service runs, so they are made once.
    let health = canonical(&scorer.mark());
    let documents = Lang::ALL.map(|lang| openapi::document(scorer.framework(), lang));
    let pages = Router::new()
        .route("/health", get(async move || Answer::json(health.clone())))
        .route("/openapi.json", get(async move |headers: HeaderMap| Answer::json(intake::language(&headers).pick(documents.each_ref()).clone())));
    let routes = ROUTES.iter().fold(Router::new(), |router, route| {
        let handler = async |State(scorer), request: Request| intake::answer(route, scorer, request).await;
        router.route(route.path, post(handler).layer(DefaultBodyLimit::max(route.size.limits().bytes)))
    });
    pages
        .merge(routes)
        .fallback(async || Failure::Other(StatusCode::NOT_FOUND, "no_such_path"))
        .method_not_allowed_fallback(async || Failure::Other(StatusCode::METHOD_NOT_ALLOWED, "wrong_method"))
        .with_state(scorer)
}

/// Answers until `stop` is done, then finishes what is under way.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    let (stopping, asked) = oneshot::channel();
    let stop = async move {
        stop.await;
        tracing::info!("stopping");
        let _ = stopping.send(());
    };
    // A client that sends its request a byte at a time must not keep the service from stopping.
    let give_up = async move {
        let _ = asked.await;
        sleep(GRACE).await;
    };
    tokio::select! {
        served = axum::serve(listener, router).with_graceful_shutdown(stop) => served,
        () = give_up => Ok(()),
    }
}

/// Compiles what the README shows.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
