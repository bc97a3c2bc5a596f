//! Counts the lines of a file, and limits the length of a record.
//!
//! csv counts lines too, but its number for a record is that of the first blank line before the record.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io::{self, Read};

/// The count, shared by the reader of the file and the code that needs line numbers.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// The number of bytes read.
    read: Cell<u64>,
    /// The number of bytes that may be read before the next [`Tally::allow`].
    left: Cell<usize>,
    /// The line ends after the last line number that was needed, as byte positions.
    ends: RefCell<VecDeque<u64>>,
    /// The number of line ends before those.
    passed: Cell<u64>,
    /// The quotes after the last range that was needed, as byte positions.
    quotes: RefCell<VecDeque<u64>>,
    /// Whether the last byte was a carriage return. A line feed after it ends no further line.
    after_return: Cell<bool>,
}

impl Tally {
    /// Allows this many bytes to be read.
    pub(crate) fn allow(&self, bytes: usize) {
        self.left.set(bytes);
    }

    /// The line of a byte, from 1. The caller must go forward through the file.
    pub(crate) fn line(&self, byte: u64) -> u64 {
        let mut ends = self.ends.borrow_mut();
        while ends.front().is_some_and(|&end| end < byte) {
            ends.pop_front();
            self.passed.set(self.passed.get() + 1);
        }
        self.passed.get() + 1
    }

    /// Whether there is an odd number of quotes between two bytes, so that one is open. The caller must go forward through the file.
    pub(crate) fn is_open(&self, begins: u64, ends: u64) -> bool {
        let mut quotes = self.quotes.borrow_mut();
        let mut inside = 0_u64;
        while let Some(&at) = quotes.front().filter(|&&at| at < ends) {
            inside += u64::from(at >= begins);
            quotes.pop_front();
        }
        inside % 2 == 1
    }

    fn note(&self, bytes: &[u8]) {
        let mut ends = self.ends.borrow_mut();
        for (&byte, at) in bytes.iter().zip(self.read.get()..) {
            if byte == b'"' {
                self.quotes.borrow_mut().push_back(at);
            }
            if byte == b'\r' || (byte == b'\n' && !self.after_return.get()) {
                ends.push_back(at);
            }
            self.after_return.set(byte == b'\r');
        }
        self.read.set(self.read.get() + bytes.len() as u64);
        self.left.set(self.left.get().saturating_sub(bytes.len()));
    }
}

/// The number of line ends inside the cells of a record.
pub(crate) fn line_ends<'a>(cells: impl Iterator<Item = &'a [u8]>) -> u64 {
    let inside = Tally::default();
    cells.for_each(|cell| inside.note(cell));
    inside.line(u64::MAX) - 1
}

/// A reader that counts, and stops an endless record before it fills the memory.
pub(crate) struct Tallied<'a, R> {
    pub(crate) inner: R,
    pub(crate) tally: &'a Tally,
}

impl<R: Read> Read for Tallied<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.tally.left.get() == 0 {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a row of more than 1 MiB"));
        }
        let read = self.inner.read(buffer)?;
        self.tally.note(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_a_line_feed_a_carriage_return_or_both() {
        for (text, wanted) in [("a\nb\n\nc", [1, 2, 4]), ("a\r\nb\r\n\r\nc", [1, 2, 4]), ("a\rb\r\rc", [1, 2, 4])] {
            let tally = Tally::default();
            // Byte by byte, so that a carriage return and its line feed come in separate calls.
            text.bytes().for_each(|byte| tally.note(&[byte]));
            let lines: Vec<u64> = ["a", "b", "c"].iter().filter_map(|letter| text.find(letter)).map(|at| tally.line(at as u64)).collect();
            assert_eq!(lines, wanted, "{text:?}");
        }
    }

    #[test]
    fn line_ends_inside_cells_are_counted() {
        assert_eq!(line_ends([b"a\nb".as_slice(), b"c\r\nd\n"].into_iter()), 3);
        assert_eq!(line_ends([b"a".as_slice()].into_iter()), 0);
    }

    #[test]
    fn what_is_not_allowed_is_not_read() {
        let tally = Tally::default();
        let mut reader = Tallied { inner: b"abcd".as_slice(), tally: &tally };
        tally.allow(2);
        assert_eq!(reader.read(&mut [0; 3]).expect("allowed"), 3);
        assert_eq!(reader.read(&mut [0; 3]).expect_err("not allowed").kind(), io::ErrorKind::FileTooLarge);
        tally.allow(2);
        assert_eq!(reader.read(&mut [0; 3]).expect("allowed"), 1);
    }
}
