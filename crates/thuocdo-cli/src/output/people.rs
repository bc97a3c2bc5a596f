//! Scorecards for people.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use thuocdo::{Date, Framework, Lang, LocalScorer, Scorecard, Scorer};
use thuocdo_practice::quality::{QualityOptions, QualityRule, quality};

use super::each::Output;
use super::{Shown, brief, compact, full, refusal};
use crate::input::{Record, Refusal};
use crate::terminal::stdout;

/// For people: the first screen of one school, or a row for each of several.
pub(super) struct Tables<'a> {
    scorers: &'a LocalScorer,
    shown: Shown<'a>,
    lang: Lang,
    out: Box<dyn Write + Send>,
    compact: Option<compact::Lines<'a>>,
    /// The only school so far, which gets a screen if no other follows.
    only: Option<Only>,
    /// How many whole cards were printed.
    printed: u64,
}

/// A school that waits for the end of the input.
struct Only {
    card: Scorecard,
    national: Option<Scorecard>,
    place: String,
    beside: brief::Aside,
}

impl<'a> Tables<'a> {
    pub(super) fn new(scorers: &'a LocalScorer, shown: Shown<'a>, lang: Lang) -> Tables<'a> {
        Tables { scorers, shown, lang, out: stdout::styled(), compact: None, only: None, printed: 0 }
    }

    fn framework(&self) -> &'a Framework {
        self.shown.of.scorer(self.scorers).framework()
    }

    /// The row of a school; before it, that of a school that came alone so far.
    fn row(&mut self, card: &Scorecard, place: &str) -> Result<()> {
        let first = self.only.take();
        let (framework, lang, names_files) = (self.framework(), self.lang, self.shown.names_files);
        let lines = self.compact.get_or_insert_with(|| compact::Lines::new(framework, lang, names_files));
        if let Some(Only { card, place, .. }) = first {
            lines.write(&mut self.out, &card, &place)?;
        }
        Ok(lines.write(&mut self.out, card, place)?)
    }

    /// Where an assessment stands, by its path in the folder that was named.
    fn place(&self, record: &Record<'_>) -> String {
        let inner = self.shown.within.and_then(|folder| Path::new(record.file).strip_prefix(folder).ok());
        let file = inner.map_or(Cow::Borrowed(record.file), Path::to_string_lossy);
        Record::place_of(&file, record.is_one_of_many.then_some(record.line), self.lang)
    }

    /// What the only assessment says beside its card.
    fn beside(&self, record: &Record<'_>) -> brief::Aside {
        let scorer = self.shown.of.scorer(self.scorers);
        let remarks = record.value().map(|value| {
            let findings = quality(scorer, &value, QualityOptions::default()).findings;
            findings.iter().filter(|finding| finding.rule() == QualityRule::DateInPeriod).map(|finding| finding.message(self.lang)).collect()
        });
        brief::Aside { assessment: record.assessment(self.scorers.local()).ok(), remarks: remarks.unwrap_or_default() }
    }

    /// All of one school.
    fn whole(&mut self, card: &Scorecard, assessed_on: Option<Date>) -> Result<()> {
        if self.printed > 0 {
            writeln!(self.out)?;
        }
        self.printed += 1;
        let (scorer, national) = (self.shown.of.scorer(self.scorers), self.scorers.national().framework());
        Ok(full::write(&mut self.out, scorer, national, card, assessed_on, self.lang)?)
    }
}

impl Output for Tables<'_> {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()> {
        if record.is_one_of_many {
            return self.row(card, &self.place(record));
        }
        if self.shown.has_details {
            let assessed_on = record.assessment(self.scorers.local()).ok().and_then(|assessment| assessment.assessed_on);
            return self.whole(card, assessed_on);
        }
        if self.shown.names_files || self.compact.is_some() || self.only.is_some() {
            return self.row(card, &self.place(record));
        }
        self.only = Some(Only { card: card.clone(), national: None, place: self.place(record), beside: self.beside(record) });
        Ok(())
    }

    fn national(&mut self, record: &Record<'_>, scorer: &Scorer, card: &Scorecard) -> Result<()> {
        if let Some(only) = &mut self.only {
            only.national = Some(card.clone());
        } else if self.shown.has_details && !record.is_one_of_many {
            full::national(&mut self.out, scorer, card, self.lang)?;
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
        if let Some(Only { card, national, beside, .. }) = self.only.take() {
            let screen = brief::Screen { scorer: self.shown.of.scorer(self.scorers), national: self.scorers.national(), lang: self.lang };
            screen.write(&mut self.out, &card, national.as_ref(), &beside)?;
        }
        if let Some(lines) = &self.compact {
            lines.close(&mut self.out)?;
        }
        self.flush()
    }
}
