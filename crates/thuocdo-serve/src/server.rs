//! Sockets and signals: connections come, and end in order when the process is told to stop.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioTimer;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::runtime::Builder;
use tokio::sync::Semaphore;
use tokio::time::sleep;

use crate::patient::Patient;
use crate::service::Service;

/// How many connections are open at one time; further ones wait in the system's queue.
const CONNECTIONS: usize = 1024;
/// How long the head of a request may take, and how long a connection may stay that asks nothing.
const HEAD: Duration = Duration::from_secs(30);
/// How long requests that are under way may still take once the server is told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// Answers whoever comes to the listener, until the process is told to stop (SIGTERM, SIGINT, Ctrl-C). Then it calls `stopping`, takes no new
/// connection, and finishes what is under way for up to 20 s.
///
/// # Errors
///
/// Those of the system: no threads, no signals.
pub fn serve(listener: TcpListener, service: Service, stopping: impl FnOnce()) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        run(listener, Arc::new(service), told_to_stop()?, stopping).await;
        Ok(())
    });
    // What is still computed for a client that has gone is not waited for.
    runtime.shutdown_background();
    served
}

async fn run(listener: tokio::net::TcpListener, service: Arc<Service>, stop: impl Future<Output = ()>, stopping: impl FnOnce()) {
    let mut stop = pin!(stop);
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD);
    loop {
        let accept = async {
            // The semaphore is never closed, so there is always a permit in the end.
            let place = Arc::clone(&places).acquire_owned().await.ok();
            Some((listener.accept().await, place))
        };
        let Some((accepted, place)) = first(accept, async {
            stop.as_mut().await;
            None
        })
        .await
        else {
            break;
        };
        let Ok((stream, _)) = accepted else {
            // The client has gone already, or no more files may be open: others are served on.
            sleep(Duration::from_millis(100)).await;
            continue;
        };
        // An answer is one packet, or a few; none is held back for more.
        let _ = stream.set_nodelay(true);
        let service = Arc::clone(&service);
        let answer = service_fn(move |request| {
            let service = Arc::clone(&service);
            async move { Ok::<_, Infallible>(service.answer(request).await) }
        });
        let connection = graceful.watch(http.serve_connection(Patient::new(stream), answer));
        tokio::spawn(async move {
            // What is no HTTP is told to the client as far as it can be; nobody else needs to hear of it.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    stopping();
    first(graceful.shutdown(), sleep(GRACE)).await;
}

/// Whichever is done first.
async fn first<T>(one: impl Future<Output = T>, other: impl Future<Output = T>) -> T {
    let (mut one, mut other) = (pin!(one), pin!(other));
    poll_fn(|context| match one.as_mut().poll(context) {
        Poll::Pending => other.as_mut().poll(context),
        done @ Poll::Ready(_) => done,
    })
    .await
}

/// SIGTERM is what systemd and Kubernetes send, SIGINT what Ctrl-C sends.
#[cfg(unix)]
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        first(
            async {
                terminate.recv().await;
            },
            async {
                interrupt.recv().await;
            },
        )
        .await;
    })
}

#[cfg(not(unix))]
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
