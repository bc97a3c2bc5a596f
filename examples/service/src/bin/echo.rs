//! Sends back what it got: how much of a request's time is axum's, the loopback's and the client's.

use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let router = Router::new().route("/", post(async |body: Bytes| body));
    axum::serve(TcpListener::bind("127.0.0.1:4726").await?, router).await
}
