//! Where results go: standard output, buffered, and coloured only for people.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use anstream::AutoStream;
use anyhow::Result;

/// Wide enough to answer in few system calls.
const BUFFER: usize = 1 << 16;

/// Whether the reader of standard output went away.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// True once the reader of the results has gone away, as `head` does. The command still finishes: it writes its files, and its exit status
/// counts every refusal.
pub(crate) fn is_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}

/// Why results could not be printed.
#[derive(Debug)]
pub(crate) struct Unprinted(pub(crate) io::Error);

impl Display for Unprinted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "standard output: {}", self.0)
    }
}

impl Error for Unprinted {}

/// Marks an error as one of standard output, so that the message does not name a file.
pub(crate) fn unprinted(error: io::Error) -> io::Error {
    io::Error::new(error.kind(), Unprinted(error))
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

/// Standard output for machines: the bytes as they are.
pub(crate) fn raw() -> impl Write {
    BufWriter::with_capacity(BUFFER, Results(io::stdout().lock()))
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

/// Standard output for people: colours are dropped when piped, and under `NO_COLOR`.
pub(crate) fn styled() -> impl Write {
    BufWriter::with_capacity(BUFFER, Results(AutoStream::auto(io::stdout().lock())))
}

/// How many columns a line may take before a terminal breaks it. `None` where the output is no terminal.
pub(crate) fn line_width() -> Option<usize> {
    io::stdout().is_terminal().then(|| usize::from(width()))
}

/// How many columns a table for people may take.
pub(crate) fn width() -> u16 {
    const NARROWEST: u16 = 60;
    const WIDEST: u16 = 120;
    const PIPED: u16 = 100;
    if !io::stdout().is_terminal() {
        return PIPED;
    }
    terminal_size::terminal_size().map_or(PIPED, |(width, _)| width.0.clamp(NARROWEST, WIDEST))
}
