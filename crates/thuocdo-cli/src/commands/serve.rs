//! `serve`: the questions over HTTP, or as lines of JSON.

use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs as _};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use thuocdo::Lang;
use thuocdo_serve::{Service, answer_lines, serve};

use crate::args::FrameworkArg;
use crate::input::framework;
use crate::outcome::Outcome;
use crate::terminal::{stderr, stdout};
use crate::words::Word;

/// Where it listens if nobody says where.
const LISTEN: &str = "127.0.0.1:4725";

/// Arguments of `serve`.
#[derive(Debug, Args)]
#[command(after_help = "Answers over HTTP until it is stopped (Ctrl-C, SIGTERM), and then finishes what is under way. It keeps nothing, knows no \
passwords and no TLS: a proxy before it has them. What can be asked, with limits and statuses, is in crates/thuocdo-serve/README.md; \
GET /openapi.json says it to programs, GET /metrics counts for Prometheus.

Exit status: 0 stopped, or the lines have ended; 2 wrong usage, or an address that cannot be had.

Examples:
  thuocdo serve
  thuocdo serve --listen 127.0.0.1:8080 --framework moet-4725-2022
  thuocdo serve --stdio")]
pub(crate) struct ServeArgs {
    /// The address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = LISTEN)]
    pub(crate) listen: String,

    /// Listen also where other machines can ask
    #[arg(long)]
    pub(crate) public: bool,

    /// How many requests are answered at one time; one more is told to come back (429)
    #[arg(long, value_name = "N", default_value_t = Service::AT_ONCE, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) at_once: u32,

    /// Answer lines of JSON on standard input by lines on standard output, without HTTP
    #[arg(long, conflicts_with_all = ["public", "openapi"])]
    pub(crate) stdio: bool,

    /// Print what `GET /openapi.json` answers, and end
    #[arg(long)]
    pub(crate) openapi: bool,

    #[command(flatten)]
    pub(crate) framework: FrameworkArg,
}

pub(crate) fn run(args: &ServeArgs, lang: Lang) -> Result<Outcome> {
    let scorers = framework::scorer(&args.framework, lang)?;
    let service = Service::new(scorers, args.at_once);
    if args.openapi {
        stdout::one_line(service.openapi(lang))?;
    } else if args.stdio {
        answer_lines(&service, io::stdin(), stdout::raw(), lang)?;
    } else {
        let listener = listener(args, lang)?;
        stderr::say(&Word::ServeListening.say(lang, &[("address", &listener.local_addr()?)]));
        serve(listener, service, || stderr::say(Word::ServeStopping.template(lang)))?;
    }
    Ok(Outcome::Done)
}

fn listener(args: &ServeArgs, lang: Lang) -> Result<TcpListener> {
    let failed = || Word::ServeCannotListen.say(lang, &[("address", &args.listen)]);
    let addresses: Vec<SocketAddr> = args.listen.to_socket_addrs().with_context(failed)?.collect();
    if !args.public && addresses.iter().any(|address| !address.ip().is_loopback()) {
        bail!(Word::ServeNotLocal.say(lang, &[("address", &args.listen)]));
    }
    TcpListener::bind(&addresses[..]).with_context(failed)
}
