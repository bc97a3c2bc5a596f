//! One assessment of a file, and why one is refused.

use std::borrow::Cow;

use anyhow::Result;
use thuocdo::json::Value;
use thuocdo::text::shown;
use thuocdo::{Assessment, Input, Lang, LocalScore, LocalScorer, Scorecard, Scorer, Violations};
use thuocdo_practice::{is_card, read_card};
use thuocdo_tables::{Cells, Fault, faults_json, violations_json};

use crate::args::ScoreOf;
use crate::words::Word;

/// Why an assessment is refused.
pub(crate) enum Refusal {
    /// The core found violations.
    Facts(Violations),
    /// The row of a table, or the form, cannot be read as an assessment.
    Table(Vec<Fault>),
}

impl Refusal {
    /// The violations as JSON, in the core's shape. A violation that comes from a cell names the cell.
    pub(crate) fn to_json(&self, cells: Option<&dyn Cells>, lang: Lang) -> String {
        match self {
            Refusal::Facts(violations) => violations_json(violations, cells, lang),
            Refusal::Table(faults) => faults_json(faults, lang),
        }
    }
}

/// One assessment of a file, not checked yet.
pub(crate) struct Record<'a> {
    /// The file, as messages name it.
    pub(crate) file: &'a str,
    /// Its line in the file, from 1.
    pub(crate) line: u64,
    /// True if this kind of file may hold many.
    pub(crate) is_one_of_many: bool,
    pub(crate) facts: Result<Input<'a>, &'a [Fault]>,
    /// The cells that the assessment was read from, if it comes from a table.
    pub(crate) cells: Option<&'a dyn Cells>,
}

/// What a command does with each assessment.
pub(crate) trait Visitor {
    /// Handles one.
    fn record(&mut self, record: &Record<'_>) -> Result<()>;

    /// The next input is not there yet. A program that sends one line at a time waits for the answer, so print it now.
    fn pause(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Record<'_> {
    /// The file, and the line where the file may hold many.
    pub(crate) fn place(&self, lang: Lang) -> String {
        Record::place_of(self.file, self.is_one_of_many.then_some(self.line), lang)
    }

    /// The place of another record.
    pub(crate) fn place_of(file: &str, line: Option<u64>, lang: Lang) -> String {
        match line {
            Some(line) => Word::AtLine.say(lang, &[("file", &file), ("line", &line)]),
            None => shown(file).into_owned(),
        }
    }

    /// The assessment as it was read.
    fn input(&self) -> Result<Input<'_>, Refusal> {
        self.facts.map_err(|faults| Refusal::Table(faults.to_vec()))
    }

    /// The scorecard.
    pub(crate) fn score(&self, scorer: &Scorer) -> Result<Scorecard, Refusal> {
        scorer.score(self.input()?).map_err(Refusal::Facts)
    }

    /// The scorecards by the local framework and by the national one.
    pub(crate) fn score_by_both(&self, scorers: &LocalScorer) -> Result<LocalScore, Refusal> {
        scorers.score(self.input()?).map_err(Refusal::Facts)
    }

    /// The JSON value, not checked yet.
    pub(crate) fn value(&self) -> Result<Cow<'_, Value<'_>>, Refusal> {
        self.input()?.value().map_err(Refusal::Facts)
    }

    /// The scorecard. If the record is a scorecard itself, the core checks that its results follow from its points; else the core scores it.
    pub(crate) fn card(&self, scorers: &LocalScorer, of: ScoreOf) -> Result<Scorecard, Refusal> {
        let input = self.input()?;
        let card = match of {
            ScoreOf::Local => read_card(scorers, input),
            ScoreOf::National => input
                .value()
                .and_then(|value| if is_card(&value) { read_card(scorers, &*value) } else { scorers.score(&*value).map(|score| score.national) }),
        };
        card.map_err(Refusal::Facts)
    }

    /// Whether the record is a scorecard.
    pub(crate) fn is_card(&self) -> bool {
        self.value().is_ok_and(|value| is_card(&value))
    }

    /// The whole assessment, with its notes and evidence, checked by the core.
    pub(crate) fn assessment(&self, scorer: &Scorer) -> Result<Assessment, Refusal> {
        scorer.assessment(self.input()?).map_err(Refusal::Facts)
    }
}
