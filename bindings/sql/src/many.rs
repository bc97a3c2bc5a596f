//! The aggregates: a question of many rows. An argument that is NULL is `None`.

use std::sync::Arc;

use thuocdo::json::Value;
use thuocdo::{Lang, LocalScorer, Violations};
use thuocdo_practice::json::Question;
use thuocdo_practice::{Cohort, Collector};

use crate::{Scorers, told};

/// `thuocdo_cohort(assessment [, framework [, lang]])`: what is counted.
#[derive(Clone, Debug)]
pub struct CohortOf {
    cohort: Cohort,
    lang: Lang,
}

impl CohortOf {
    /// Adds a row to what was counted, or begins with it. A row whose assessment is NULL is passed over.
    ///
    /// # Errors
    ///
    /// All that is wrong, in words, a line each.
    pub fn add(counted: &mut Option<CohortOf>, scorers: &Scorers, given: &[Option<&[u8]>]) -> Result<(), String> {
        let (scorer, lang) = scorers.chosen(argument(given, 1), argument(given, 2))?;
        let Some(assessment) = argument(given, 0) else { return Ok(()) };
        let mut of_row = || {
            let card = scorer.local().score(assessment)?;
            let CohortOf { cohort, .. } = counted.get_or_insert_with(|| CohortOf { cohort: Cohort::new(scorer.local().framework(), None), lang });
            cohort.add(cohort.came(), &card, None)
        };
        of_row().map_err(told(lang))
    }

    /// Adds what another part counted, as if its rows had come behind.
    ///
    /// # Errors
    ///
    /// A school that both have; another framework.
    pub fn merge(counted: &mut Option<CohortOf>, other: Option<CohortOf>) -> Result<(), String> {
        match (counted.as_mut(), other) {
            (Some(own), Some(other)) => own.cohort.merge(other.cohort).map_err(told(own.lang)),
            (None, other) => {
                *counted = other;
                Ok(())
            }
            (Some(_), None) => Ok(()),
        }
    }

    /// The answer to `cohort`.
    pub fn finish(self) -> String {
        self.cohort.finish(None).to_json()
    }
}

/// `thuocdo_ask_many(question, request, list, document [, framework [, lang]])`: what is kept of the rows, and the language of the answer.
#[derive(Debug)]
pub struct AskMany {
    collector: Collector<Arc<LocalScorer>>,
    lang: Lang,
}

impl AskMany {
    /// Adds a row to what was collected, or begins with it. Nothing begins while the question or the request is NULL.
    ///
    /// # Errors
    ///
    /// All that is wrong, in words, a line each.
    pub fn add(asked: &mut Option<AskMany>, scorers: &Scorers, given: &[Option<&[u8]>]) -> Result<(), String> {
        let (scorer, lang) = scorers.chosen(argument(given, 4), argument(given, 5))?;
        let mut of_row = || {
            if asked.is_none() {
                let (Some(question), Some(request)) = (argument(given, 0), argument(given, 1)) else { return Ok(()) };
                let collector = Collector::from_json(Question::named(&String::from_utf8_lossy(question))?, Arc::clone(&scorer), request)?;
                *asked = Some(AskMany { collector, lang });
            }
            if let (Some(asked), Some(list), Some(document)) = (asked.as_mut(), argument(given, 2), argument(given, 3)) {
                asked.collector.add(&String::from_utf8_lossy(list), Value::parse(document).as_ref().map_err(Clone::clone))?;
            }
            Ok(())
        };
        of_row().map_err(|violations: Violations| violations.lines(lang))
    }

    /// The answer to the question.
    pub fn finish(self) -> String {
        self.collector.finish().to_json(self.lang)
    }
}

fn argument<'g>(given: &[Option<&'g [u8]>], place: usize) -> Option<&'g [u8]> {
    given.get(place).copied().flatten()
}
