#![doc = include_str!("../README.md")]
//!
//! - `routes`: what can be asked, and which call of the library answers it; nothing there knows of HTTP
//! - `frameworks`: by which framework
//! - `service`: a request becomes a response: [`Service::answer`]
//! - `limits`: how large, how many at once, how slow
//! - `reply`: how a result, a refusal or a fault becomes a response
//! - `metrics`: what was counted
//! - `openapi`: the `OpenAPI` document, made from the routes and the library's schemas
//! - `server`, `patient`: sockets, signals and clients that stand still: [`serve`]
//! - `lines`: the same without HTTP, a line of JSON for a line: [`answer_lines`]
#![forbid(unsafe_code)]

mod frameworks;
mod limits;
mod lines;
mod metrics;
mod openapi;
mod patient;
mod reply;
mod routes;
mod server;
mod service;

pub use lines::answer_lines;
pub use server::serve;
pub use service::Service;
