//! The service without sockets: requests go in, responses come out; and the same as lines of JSON.

mod answers;
mod lines;
mod metrics;
mod openapi;
mod refusals;
mod vectors;

use std::sync::Arc;

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::{Request, Response};
use serde_json::Value;
use thuocdo::{LocalScorer, Scorer};
use thuocdo_serve::Service;
use tokio::runtime::{Builder, Runtime};

/// A school that answers everything, with evidence.
const SCHOOL: &str = include_str!("../../../../examples/complete-primary-school.json");

fn scorer() -> Scorer {
    Scorer::shipped("moet-4725-2022").unwrap()
}

/// A service, and what its futures run on.
struct Server {
    service: Arc<Service>,
    runtime: Runtime,
}

/// What came back.
#[derive(Debug)]
struct Answer {
    kind: String,
    status: u16,
    text: String,
}

impl Server {
    fn new() -> Server {
        Server::of(LocalScorer::new(scorer()))
    }

    fn of(scorers: LocalScorer) -> Server {
        Server { service: Arc::new(Service::new(scorers, 4)), runtime: Builder::new_current_thread().enable_time().build().unwrap() }
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Answer {
        let request = headers.iter().fold(Request::builder().method(method).uri(path), |request, (name, value)| request.header(*name, *value));
        let request = request.body(Full::new(Bytes::copy_from_slice(body.as_ref()))).unwrap();
        self.runtime.block_on(async { answer(self.service.answer(request).await).await })
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[("accept-language", "en")], "")
    }

    fn post(&self, path: &str, body: impl AsRef<[u8]>) -> Answer {
        self.ask("POST", path, &[("accept-language", "en")], body)
    }
}

async fn answer(response: Response<Full<Bytes>>) -> Answer {
    let (parts, body) = response.into_parts();
    let kind = parts.headers["content-type"].to_str().unwrap().to_owned();
    let text = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
    Answer { kind, status: parts.status.as_u16(), text }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// `[code, at]` of each violation.
    fn violations(&self) -> Vec<[String; 2]> {
        violations(&self.json())
    }
}

fn violations(json: &Value) -> Vec<[String; 2]> {
    let word = |violation: &Value, key: &str| violation[key].as_str().unwrap().to_owned();
    json["violations"].as_array().unwrap().iter().map(|violation| [word(violation, "code"), word(violation, "at")]).collect()
}
