//! Scorecards and refusals, printed one by one.

use anyhow::Result;
use thuocdo::{Framework, Scorecard};

use crate::input::{Record, Refusal};

/// Whoever prints scorecards and refusals, one by one.
pub(crate) trait Output {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()>;
    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()>;
    /// The same by the national framework, for whoever prints a whole card for people.
    fn national(&mut self, _: &Record<'_>, _: &Framework, _: &Scorecard) -> Result<()> {
        Ok(())
    }
    /// What has been printed is wanted now.
    fn flush(&mut self) -> Result<()>;
    /// That was all.
    fn finish(&mut self) -> Result<()> {
        self.flush()
    }
}
