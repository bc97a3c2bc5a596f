//! Scorecards and refusals, printed one by one.

use anyhow::Result;
use thuocdo::{Scorecard, Scorer};

use crate::input::{Record, Refusal, Unread};

/// Prints scorecards and refusals, one by one.
pub(crate) trait Output {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()>;
    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()>;
    /// A file that cannot be read as a whole. Standard error tells it at the end in any case.
    fn unread(&mut self, _: &Unread) -> Result<()> {
        Ok(())
    }
    /// The result by the national framework. Only a card for people shows it.
    fn national(&mut self, _: &Record<'_>, _: &Scorer, _: &Scorecard) -> Result<()> {
        Ok(())
    }
    /// Prints what is still buffered.
    fn flush(&mut self) -> Result<()>;
    /// Prints what comes after the last assessment.
    fn finish(&mut self) -> Result<()> {
        self.flush()
    }
}
