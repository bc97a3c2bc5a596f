//! Where results go: standard output, coloured only for people, or the file of `-o`; buffered.

use std::env;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anstream::{AutoStream, StripStream};
use anyhow::Result;

/// Wide enough to answer in few system calls.
const BUFFER: usize = 1 << 16;

/// Whether the reader of standard output went away.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// The file that gets the results instead of standard output.
static FILE: Mutex<Option<Redirected>> = Mutex::new(None);

/// A file, and what to say if it cannot be written.
struct Redirected {
    file: File,
    failed: String,
}

fn file() -> MutexGuard<'static, Option<Redirected>> {
    FILE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sends all results to a file from now on. `failed` is what to say if it cannot be written.
pub(crate) fn redirect(to: File, failed: String) {
    *file() = Some(Redirected { file: to, failed });
}

/// Sends results to standard output again.
pub(crate) fn restore() {
    *file() = None;
}

/// Whether a person sees the results on this terminal.
pub(crate) fn is_seen() -> bool {
    file().is_none() && io::stdout().is_terminal()
}

/// True once the reader of the results has gone away, as `head` does. The command still finishes: it writes its files, and its exit status
/// counts every refusal.
pub(crate) fn is_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}

/// Why results could not be printed.
#[derive(Debug)]
pub(crate) struct Unprinted {
    pub(crate) error: io::Error,
    /// What to say of the file that they were to go to; else it was standard output.
    pub(crate) failed: Option<String>,
}

impl Display for Unprinted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.failed.as_deref().unwrap_or("standard output"), self.error)
    }
}

impl Error for Unprinted {}

/// Marks an error as one of standard output, so that the message does not name a file.
pub(crate) fn unprinted(error: io::Error) -> io::Error {
    io::Error::new(error.kind(), Unprinted { error, failed: None })
}

/// Standard output. After its reader has gone away it drops what is written.
struct Results<W>(W);

impl<W: Write> Results<W> {
    fn attempt<T>(&mut self, instead: T, act: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if is_closed() {
            return Ok(instead);
        }
        match act(&mut self.0) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                CLOSED.store(true, Ordering::Relaxed);
                Ok(instead)
            }
            Err(error) => Err(unprinted(error)),
            done => done,
        }
    }
}

impl<W: Write> Write for Results<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.attempt(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt((), Write::flush)
    }
}

/// The file of `-o`.
struct ToFile;

impl Write for ToFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut to = file();
        // Nothing is written after the file is closed.
        let Some(Redirected { file, failed }) = to.as_mut() else { return Ok(bytes.len()) };
        file.write(bytes).map_err(|error| io::Error::new(error.kind(), Unprinted { error, failed: Some(failed.clone()) }))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where results go, for machines: the bytes as they are.
pub(crate) fn raw() -> Box<dyn Write + Send> {
    if file().is_some() {
        return Box::new(BufWriter::with_capacity(BUFFER, ToFile));
    }
    Box::new(BufWriter::with_capacity(BUFFER, Results(io::stdout())))
}

/// Prints bytes for machines.
pub(crate) fn all(bytes: &[u8]) -> Result<()> {
    let mut out = raw();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// Prints a line for machines.
pub(crate) fn one_line(text: &str) -> Result<()> {
    all(format!("{text}\n").as_bytes())
}

/// Where results go, for people: colours are dropped when piped or written to a file, and under `NO_COLOR`.
pub(crate) fn styled() -> Box<dyn Write + Send> {
    if file().is_some() {
        return Box::new(BufWriter::with_capacity(BUFFER, StripStream::new(Box::new(ToFile) as Box<dyn Write + Send>)));
    }
    Box::new(BufWriter::with_capacity(BUFFER, Results(AutoStream::auto(io::stdout()))))
}

/// The narrowest and the widest that tables and lines may become.
const WIDTHS: (u16, u16) = (40, 120);

/// How many columns a line may take: as many as `COLUMNS` says, else as the terminal has. `None` where neither tells, as in a pipe.
pub(crate) fn line_width() -> Option<usize> {
    // A terminal that does not tell is as wide as most.
    let terminal = || is_seen().then(|| terminal_size::terminal_size().map_or(80, |(width, _)| width.0));
    asked_for().or_else(terminal).map(|width| usize::from(width.clamp(WIDTHS.0, WIDTHS.1)))
}

/// The same for standard error.
pub(crate) fn error_width() -> Option<usize> {
    let terminal = || terminal_size::terminal_size_of(io::stderr()).map(|(width, _)| width.0);
    asked_for().or_else(terminal).map(|width| usize::from(width.clamp(WIDTHS.0, WIDTHS.1)))
}

/// The width that the environment asks for, also in a pipe.
fn asked_for() -> Option<u16> {
    env::var("COLUMNS").ok()?.parse().ok().filter(|width| *width > 0)
}

/// How many columns a table for people may take.
pub(crate) fn width() -> u16 {
    const PIPED: u16 = 100;
    line_width().and_then(|width| u16::try_from(width).ok()).unwrap_or(PIPED)
}
