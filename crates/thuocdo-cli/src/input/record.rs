//! One assessment of a file, and why one is refused.

use std::borrow::Cow;

use anyhow::Result;
use thuocdo::json::Value;
use thuocdo::text::shown;
use thuocdo::{Assessment, Input, Lang, LocalScore, LocalScorer, Scorecard, Scorer, Violation, Violations, canonical};
use thuocdo_practice::{is_card, read_card};
use thuocdo_tables::{Cells, Fault, TableCode, faults_json, violations_json};

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
    /// Each violation as JSON, as in [`Refusal::to_json`].
    pub(crate) fn each_json(&self, cells: Option<&dyn Cells>, lang: Lang) -> Vec<String> {
        match self {
            Refusal::Table(faults) => faults.iter().map(|fault| fault.to_json(lang)).collect(),
            Refusal::Facts(violations) => each_json(violations, cells, lang),
        }
    }

    /// The violations as JSON, in the core's shape. A violation that comes from a cell names the cell.
    pub(crate) fn to_json(&self, cells: Option<&dyn Cells>, lang: Lang) -> String {
        match self {
            Refusal::Facts(violations) => violations_json(violations, cells, lang),
            Refusal::Table(faults) => faults_json(faults, lang),
        }
    }
}

/// Each violation as JSON.
pub(crate) fn each_json(violations: &Violations, cells: Option<&dyn Cells>, lang: Lang) -> Vec<String> {
    let alone = |violation: &Violation| {
        let mut one = Violations::default();
        one.push(violation.clone());
        let list = violations_json(&one, cells, lang);
        list.strip_prefix('[').and_then(|list| list.strip_suffix(']')).unwrap_or(&list).to_owned()
    };
    violations.iter().map(alone).collect()
}

/// One assessment of a file, not checked yet.
pub(crate) struct Record<'a> {
    /// The file, as messages name it.
    pub(crate) file: &'a str,
    /// False if it came from standard input.
    pub(crate) is_of_file: bool,
    /// Its line in the file, from 1.
    pub(crate) line: u64,
    /// True if this kind of file may hold many.
    pub(crate) is_one_of_many: bool,
    pub(crate) facts: Result<Input<'a>, &'a [Fault]>,
    /// The cells that the assessment was read from, if it comes from a table.
    pub(crate) cells: Option<&'a dyn Cells>,
}

/// A file that cannot be read as a whole, and why.
pub(crate) struct Unread {
    /// The file, as messages name it.
    pub(crate) file: String,
    /// False if it is standard input.
    pub(crate) is_of_file: bool,
    pub(crate) why: Why,
}

/// Why a file cannot be read.
pub(crate) enum Why {
    /// It cannot be opened. The whole sentence.
    NotOpened(String),
    /// It is no file of assessments, or its table has no header.
    Faults(Vec<Fault>),
}

impl Unread {
    /// For people: the file and what is wrong with it.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let lines: Vec<String> = match &self.why {
            Why::NotOpened(sentence) => return sentence.clone(),
            Why::Faults(faults) => faults.iter().map(|fault| fault.line(lang)).collect(),
        };
        match lines.as_slice() {
            [only] => format!("{}: {only}", shown(&self.file)),
            several => format!("{}:\n  {}", shown(&self.file), several.join("\n  ")),
        }
    }

    /// The same as violations in JSON.
    pub(crate) fn each_json(&self, lang: Lang) -> Vec<String> {
        match &self.why {
            Why::Faults(faults) => faults.iter().map(|fault| fault.to_json(lang)).collect(),
            Why::NotOpened(sentence) => {
                let code = TableCode::NotReadable.as_str();
                vec![format!("{{\"at\":\"\",\"code\":\"{code}\",\"message\":{},\"params\":{{}}}}", canonical(sentence))]
            }
        }
    }
}

/// What a command does with each assessment.
pub(crate) trait Visitor: Send {
    /// Handles one.
    fn record(&mut self, record: &Record<'_>) -> Result<()>;

    /// A file that cannot be read as a whole, in its place among the others. The error at the end names it in any case.
    fn unread(&mut self, _: &Unread) -> Result<()> {
        Ok(())
    }

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
        // What `score --format ndjson` writes of several files.
        if matches!(input, Input::Json(text) if text.starts_with(b"{\"file\":"))
            && let Some(card) = input.value().map_err(Refusal::Facts)?.get("scorecard")
        {
            return read_card(scorers, card).map_err(Refusal::Facts);
        }
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
