//! Starts the service, and stops it when it is asked to.

use std::error::Error;
use std::io;
use std::sync::Arc;

use thuocdo::Scorer;
use thuocdo_service::{router, serve};
use tokio::net::TcpListener;
use tokio::signal::ctrl_c;
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = std::env::var("LISTEN").unwrap_or_else(|_| "127.0.0.1:4725".to_owned());
    // A framework is compiled once, in less than a millisecond; every request reads the same scorer.
    let scorer = Arc::new(Scorer::shipped("moet-4725-2022")?);
    let listener = TcpListener::bind(address).await?;
    // SIGTERM is what systemd and Kubernetes send, SIGINT what Ctrl-C sends.
    let mut terminate = signal(SignalKind::terminate())?;
    let stop = async move {
        tokio::select! { _ = ctrl_c() => {}, _ = terminate.recv() => {} }
    };
    tracing::info!(address = %listener.local_addr()?, framework = scorer.digest(), "listening");
    serve(listener, router(scorer), stop).await?;
    tracing::info!("stopped");
    Ok(())
}
