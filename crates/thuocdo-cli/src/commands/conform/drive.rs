//! Asks a program line by line: a case to its standard input, an answer from its standard output.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use thuocdo::json::{MAX_BYTES, Value};
use thuocdo::{Lang, canonical};
use thuocdo_practice::conform::{Comparison, Conformance, Failure};

use crate::terminal::stderr;
use crate::words::Word;

/// A program that fails so often in a row is not started again: it will not answer the next case either.
const MOST_STARTS: u32 = 20;

/// A program to ask.
pub(super) struct Driver<'a> {
    program: &'a [OsString],
    limit: Duration,
    lang: Lang,
}

/// The program as it runs.
struct Running {
    child: Child,
    /// `None` after it was closed.
    to: Option<ChildStdin>,
    from: Receiver<Vec<u8>>,
}

impl Drop for Running {
    /// Closes its input, so that it ends by itself, and ends it if it does not.
    fn drop(&mut self) {
        drop(self.to.take());
        for _ in 0..10 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl<'a> Driver<'a> {
    pub(super) fn new(program: &'a [OsString], limit: Duration, lang: Lang) -> Driver<'a> {
        Driver { program, limit, lang }
    }

    /// Asks the program every case, one after the other.
    pub(super) fn ask_all(&self, mut comparison: Comparison<'_>) -> Result<Conformance> {
        let kit = comparison.kit().clone().without_answers();
        let mut running = Some(self.start()?);
        let mut failed = 0;
        for case in &kit.cases {
            if running.is_none() && failed < MOST_STARTS {
                running = Some(self.start()?);
            }
            let Some(program) = &mut running else {
                comparison.fail(&case.case, Failure::Died, "").map_err(|violations| self.lines(&violations))?;
                continue;
            };
            match program.ask(&canonical(case), self.limit) {
                Ok(line) => {
                    failed = 0;
                    self.take(&mut comparison, &case.case, &line)?;
                }
                Err(failure) => {
                    failed += 1;
                    comparison.fail(&case.case, failure, "").map_err(|violations| self.lines(&violations))?;
                    running = None;
                }
            }
        }
        if failed >= MOST_STARTS {
            stderr::note(&Word::StartedTooOften.say(self.lang, &[("count", &MOST_STARTS)]));
        }
        Ok(comparison.finish())
    }

    fn start(&self) -> Result<Running> {
        let (program, arguments) = self.program.split_first().context("a program")?;
        let named = program.to_string_lossy();
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| Word::CannotStart.say(self.lang, &[("program", &named)]))?;
        let (to, from) = (child.stdin.take(), child.stdout.take());
        let (send, receive) = channel();
        if let Some(from) = from {
            thread::spawn(move || lines(from, &mut |line| send.send(line).is_ok()));
        }
        Ok(Running { child, to, from: receive })
    }

    /// Takes an answer. One without a case is of the case that was asked; one of another case is no answer.
    fn take(&self, comparison: &mut Comparison<'_>, case: &str, line: &[u8]) -> Result<()> {
        let told = String::from_utf8_lossy(line).trim().to_owned();
        let taken = match Value::parse(line) {
            Ok(Value::Object(mut entries)) => {
                if !entries.iter().any(|(key, _)| key == "case") {
                    entries.push(("case".into(), Value::Text(case.into())));
                }
                let answer = Value::Object(entries);
                match answer.get("case") {
                    Some(Value::Text(named)) if named == case => comparison.add(&answer),
                    _ => comparison.fail(case, Failure::Unreadable, &told),
                }
            }
            _ => comparison.fail(case, Failure::Unreadable, &told),
        };
        taken.map_err(|violations| self.lines(&violations))
    }

    fn lines(&self, violations: &thuocdo::Violations) -> anyhow::Error {
        anyhow::Error::msg(violations.lines(self.lang))
    }
}

impl Running {
    /// Sends a line and waits for one.
    fn ask(&mut self, case: &str, limit: Duration) -> Result<Vec<u8>, Failure> {
        let to = self.to.as_mut().ok_or(Failure::Died)?;
        to.write_all(format!("{case}\n").as_bytes()).and_then(|()| to.flush()).map_err(|_| Failure::Died)?;
        self.from.recv_timeout(limit).map_err(|why| match why {
            RecvTimeoutError::Timeout => {
                let _ = self.child.kill();
                Failure::TimedOut
            }
            RecvTimeoutError::Disconnected => Failure::Died,
        })
    }
}

/// Hands on every line that is not blank, each up to the largest text that is read.
fn lines(from: ChildStdout, hand_on: &mut dyn FnMut(Vec<u8>) -> bool) {
    let mut from = BufReader::new(from);
    loop {
        let mut line = Vec::new();
        match from.by_ref().take(MAX_BYTES as u64 + 1).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) if line.iter().all(u8::is_ascii_whitespace) => {}
            Ok(_) if !hand_on(line) => return,
            Ok(_) => {}
        }
    }
}
