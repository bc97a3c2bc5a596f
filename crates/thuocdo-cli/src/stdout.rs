//! Where results go: standard output, buffered, and coloured only for people.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::AutoStream;

/// Wide enough to answer in few system calls.
const BUFFER: usize = 1 << 16;

/// Standard output for machines: the bytes as they are.
pub(crate) fn raw() -> impl Write {
    BufWriter::with_capacity(BUFFER, io::stdout().lock())
}

/// One line for machines.
pub(crate) fn one_line(text: &str) -> anyhow::Result<()> {
    let mut out = raw();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

/// Standard output for people: colours are dropped when piped, and under `NO_COLOR`.
pub(crate) fn styled() -> impl Write {
    BufWriter::with_capacity(BUFFER, AutoStream::auto(io::stdout().lock()))
}

/// How many columns a line may take before a terminal breaks it; where no terminal does, there is no limit.
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
