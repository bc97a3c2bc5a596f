//! The report of a department: everything that it counts, in one pass over the assessments.

use anyhow::{Result, bail};
use thuocdo::{Lang, LocalScorer, Scorecard, Scorer, Stream, Violations};
use thuocdo_office::report::{self, Moves, Summary};
use thuocdo_practice::process::{Case, Status};
use thuocdo_practice::quality::{Batch, QualityOptions};
use thuocdo_practice::review::Pairing;
use thuocdo_practice::{Cohort, Register};

use super::Office;
use crate::args::ScoreOf;
use crate::input::file::Unmarked;
use crate::input::{self, NotAllRead, Record, Refusal, Unread, Visitor, calendar, folder, register, year};
use crate::outcome::Outcome;
use crate::output::{Origins, Tally, refusal};
use crate::terminal::stderr;
use crate::words::Word;

impl Office<'_> {
    /// Writes the report on the folder of a year.
    pub(super) fn summary_of_year(&self) -> Result<Outcome> {
        let Some(format) = self.target else { return Ok(Outcome::SomeRefused) };
        let Some(as_of) = self.args.as_of else { bail!(Word::YearNeedsDay.template(self.lang)) };
        let folders = folder::expanded(&[&self.args.input.files[..], &self.args.cases].concat(), self.lang)?;
        let found = folder::read(&folders, self.args.register.as_deref(), self.args.input.filled_by.as_deref(), self.scorers, self.lang)?;
        for row in &found.refused {
            stderr::say(&row.line(self.lang));
        }
        let options = year::options(&self.args.deadlines, as_of, self.args.period.as_ref(), self.args.keep, self.scorers, self.lang)?;
        let (paper, year) = report::summary_of_year(&found, self.scorers, &options, &self.letter)
            .map_err(|violations| anyhow::anyhow!(violations.lines(self.lang)))?;
        self.write(&paper, format)?;
        Ok(Outcome::of((year.summary.refused + year.summary.duplicates).into()))
    }

    /// Counts the assessments, and writes the report.
    pub(super) fn summary(&self) -> Result<Outcome> {
        let Some(format) = self.target else { return Ok(Outcome::SomeRefused) };
        let Some(before) = self.before()? else { return Ok(Outcome::SomeRefused) };
        let register = register::load(self.args.register.as_deref(), self.lang)?;
        let calendar = calendar::load(&self.args.deadlines, self.scorers, self.lang)?;
        let replayed = |case: Case| -> Result<(Case, Status), Violations> {
            let status = case.replay(self.scorers, &calendar, self.args.as_of)?;
            Ok((case, status))
        };
        let (cases, refused_cases, all_cases) = self.cases(&self.args.cases, replayed)?;
        let scorer = self.scorers.national();
        let mut year = Year {
            batch: Batch::new(self.scorers.local(), QualityOptions { as_of: self.args.as_of, ..QualityOptions::default() }),
            cards: [Vec::new(), Vec::new()],
            cohorts: [Cohort::new(scorer.framework(), self.args.keep), Cohort::new(scorer.framework(), self.args.keep)],
            lang: self.lang,
            origins: Origins::default(),
            pairing: Pairing::new(self.scorers.local(), self.args.keep),
            register: register.as_ref(),
            scorers: self.scorers,
            tally: Tally::default(),
        };
        let all_read = input::go_on(input::read(&self.args.input, Unmarked::Look, self.scorers, self.lang, &mut year))?;
        let outcome = year.tally.finish(self.lang);
        let Year { batch, cards: [own_cards, external_cards], cohorts: [own, external], pairing, tally, .. } = year;
        let all_read = NotAllRead::of_all([all_read, all_cases]);
        if tally.done == 0 {
            all_read?;
            stderr::say(Word::ReportNothing.template(self.lang));
            return Ok(Outcome::SomeRefused);
        }
        let (own, external) = (own.finish(register.as_ref()), external.finish(None));
        let agreement = pairing.finish();
        let quality = batch.finish();
        let periods: Vec<Option<&str>> = own_cards.iter().chain(&external_cards).map(|card| card.period.as_deref()).collect();
        let counted = if external_cards.is_empty() { &own_cards } else { &external_cards };
        let summary = Summary {
            agreement: (agreement.reviews > 0).then_some(&agreement),
            as_of: self.args.as_of,
            cases: &cases,
            external: (external.count > 0).then_some(&external),
            external_cards: &external_cards,
            moves: (!self.args.before.is_empty()).then(|| Moves::between(&before, counted)),
            own: (own.count > 0).then_some(&own),
            own_cards: &own_cards,
            period: periods.first().copied().flatten().filter(|first| periods.iter().all(|period| *period == Some(first))),
            quality: Some(quality.scores),
            refused: tally.refused,
            register: register.as_ref(),
            year: None,
        };
        self.write(&report::summary(scorer.framework(), summary, &self.letter, self.lang), format)?;
        all_read?;
        Ok(if refused_cases > 0 { Outcome::SomeRefused } else { outcome })
    }
}

/// What a department's report counts.
struct Year<'a> {
    batch: Batch<&'a Scorer>,
    /// Of self-assessments, and of external ones.
    cards: [Vec<Scorecard>; 2],
    cohorts: [Cohort; 2],
    lang: Lang,
    origins: Origins,
    pairing: Pairing<&'a Scorer>,
    register: Option<&'a Register>,
    scorers: &'a LocalScorer,
    tally: Tally,
}

impl Visitor for Year<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        let card = match record.card(self.scorers, ScoreOf::National) {
            Ok(card) => card,
            Err(refused) => {
                self.tally.refuse(record, &refused, self.lang);
                return Ok(());
            }
        };
        let position = self.origins.push(record);
        let is_external = card.stream == Some(Stream::External);
        let ([own, external], [own_cards, external_cards]) = (&mut self.cohorts, &mut self.cards);
        let (cohort, cards) = if is_external { (external, external_cards) } else { (own, own_cards) };
        if let Err(refused) = cohort.add(position, &card, self.register) {
            refusal::tell(record, &Refusal::Facts(self.origins.named("scorecards", refused, self.lang)), self.lang);
            self.tally.refused += 1;
            return Ok(());
        }
        self.tally.done += 1;
        if !record.is_card()
            && let Ok(value) = record.value()
        {
            self.batch.add_value(&value);
            let stream = if is_external { Stream::External } else { Stream::SelfAssessment };
            // A form without a code or a stream has no counterpart; it is counted all the same.
            let _ = self.pairing.add_value(stream, position, &value);
        }
        cards.push(card);
        Ok(())
    }

    /// The report says how many forms it leaves out.
    fn unread(&mut self, _: &Unread) -> Result<()> {
        self.tally.refused += 1;
        Ok(())
    }
}
