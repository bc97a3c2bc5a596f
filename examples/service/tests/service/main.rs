//! The built service from end to end: it is started, asked over its socket, and stopped.

mod answers;
mod limits;
mod openapi;
mod readme;
mod refusals;
mod server;
mod stop;
mod vectors;
