//! Resource limits against hostile workbooks: a small file can hold gigabytes, or refer to the same megabytes a thousand times.
//!
//! One budget covers a whole workbook of any format. The reader spends from it before it stores anything, so that no workbook needs more
//! than about 200 MiB. The limits begin with Excel's own (32 767 characters per cell, 65 490 formats); a filled form stays far below all of
//! them.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};

/// A limited resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    /// Bytes of the file.
    File,
    /// Parts of its archive.
    Parts,
    /// Bytes of all parts after unpacking.
    Content,
    /// Bytes read from the file, including repeated reads.
    Reading,
    /// Bytes of memory beside the cells: shared texts, formats, links.
    Memory,
    /// Bytes of displayed text in one cell.
    Cell,
    /// Sheets.
    Sheets,
    /// Stored cells.
    Cells,
    /// Bytes of text in stored cells.
    Text,
}

impl Limit {
    /// The most of this resource.
    pub(crate) const fn most(self) -> u64 {
        match self {
            Limit::File => 8 << 20,
            Limit::Parts => 1000,
            Limit::Content => 32 << 20,
            Limit::Reading => allowance(Limit::File.most()),
            Limit::Memory => 80 << 20,
            Limit::Cell => 1 << 20,
            Limit::Sheets => 500,
            Limit::Cells => 300_000,
            Limit::Text => 16 << 20,
        }
    }
}

/// The bytes that may be read from a file of this size: each part once, the list of parts twice, and the read-ahead.
const fn allowance(bytes: u64) -> u64 {
    3 * bytes + (1 << 16)
}

/// The rest of each limit, and the first limit that was exceeded. All readers of one workbook share it.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    spent: [Cell<u64>; Limit::Text as usize + 1],
    passed: Cell<Option<Limit>>,
}

/// A limit was exceeded; [`Budget::passed`] returns which.
#[derive(Debug)]
pub(crate) struct Passed;

impl Budget {
    /// The budget for a file of this size. The size alone may exceed it.
    pub(crate) fn of_file(bytes: u64) -> Budget {
        let budget = Budget::default();
        let _ = budget.spend(Limit::File, bytes);
        // A small file may be read as often as a large one, but not for longer.
        budget.spent[Limit::Reading as usize].set(Limit::Reading.most().saturating_sub(allowance(bytes)));
        budget
    }

    /// Spends this much of a limit; spends nothing if that exceeds the limit.
    pub(crate) fn spend(&self, limit: Limit, amount: u64) -> Result<(), Passed> {
        let spent = &self.spent[limit as usize];
        let sum = spent.get().saturating_add(amount);
        if sum > limit.most() {
            return Err(self.pass(limit));
        }
        spent.set(sum);
        Ok(())
    }

    /// Whether this amount alone is within a limit.
    pub(crate) fn check(&self, limit: Limit, amount: u64) -> Result<(), Passed> {
        if amount > limit.most() { Err(self.pass(limit)) } else { Ok(()) }
    }

    /// The first limit that was exceeded.
    pub(crate) fn passed(&self) -> Option<Limit> {
        self.passed.get()
    }

    fn pass(&self, limit: Limit) -> Passed {
        self.passed.set(self.passed.get().or(Some(limit)));
        Passed
    }
}

impl From<Passed> for io::Error {
    fn from(_: Passed) -> io::Error {
        io::Error::other("too large")
    }
}

/// A source that spends each byte it reads.
pub(crate) struct Spending<'a, R> {
    pub(crate) inner: R,
    pub(crate) budget: &'a Budget,
    pub(crate) limit: Limit,
}

impl<R: Read> Read for Spending<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.budget.spend(self.limit, read as u64)?;
        Ok(read)
    }
}

impl<R: Seek> Seek for Spending<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_a_limit_is_not_spent_and_is_remembered() {
        let budget = Budget::default();
        assert!(budget.spend(Limit::Cells, 300_000).is_ok());
        assert!(budget.spend(Limit::Cells, 1).is_err());
        assert!(budget.spend(Limit::Cells, u64::MAX).is_err());
        assert!(budget.spend(Limit::Text, u64::MAX).is_err());
        assert!(budget.spend(Limit::Text, 16 << 20).is_ok());
        assert_eq!(budget.passed(), Some(Limit::Cells));
    }

    #[test]
    fn a_source_ends_where_its_limit_does() {
        let budget = Budget::default();
        let mut source = Spending { inner: io::repeat(b' '), budget: &budget, limit: Limit::Cell };
        let mut kept = Vec::new();
        assert!(source.read_to_end(&mut kept).is_err());
        assert!(kept.len() <= 1 << 20);
        assert_eq!(budget.passed(), Some(Limit::Cell));
    }
}
