//! Scorecards for people.

use std::io::Write;

use anyhow::Result;
use thuocdo::{Framework, Lang, Scorecard};

use super::each::Output;
use super::{compact, full, refusal};
use crate::input::{Record, Refusal};
use crate::terminal::stdout;

/// For people: a whole card where a file is one school, else a line a school.
pub(super) struct Tables<'a> {
    framework: &'a Framework,
    /// What overlays were laid on, or the same.
    national: &'a Framework,
    lang: Lang,
    out: Box<dyn Write>,
    compact: Option<compact::Lines<'a>>,
    is_first: bool,
}

impl<'a> Tables<'a> {
    pub(super) fn new(framework: &'a Framework, national: &'a Framework, lang: Lang) -> Tables<'a> {
        Tables { framework, national, lang, out: Box::new(stdout::styled()), compact: None, is_first: true }
    }
}

impl Output for Tables<'_> {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()> {
        if record.is_one_of_many {
            let (framework, lang) = (self.framework, self.lang);
            self.compact.get_or_insert_with(|| compact::Lines::new(framework, lang)).write(&mut self.out, card)?;
        } else {
            if !self.is_first {
                writeln!(self.out)?;
            }
            full::write(&mut self.out, self.framework, self.national, card, self.lang)?;
        }
        self.is_first = false;
        Ok(())
    }

    fn national(&mut self, record: &Record<'_>, framework: &Framework, card: &Scorecard) -> Result<()> {
        if !record.is_one_of_many {
            full::national(&mut self.out, framework, card, self.lang)?;
        }
        Ok(())
    }

    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()> {
        self.flush()?;
        refusal::tell(record, refusal, self.lang);
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }

    fn finish(&mut self) -> Result<()> {
        if let Some(lines) = &self.compact {
            lines.close(&mut self.out)?;
        }
        self.flush()
    }
}
