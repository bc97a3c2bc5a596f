//! The aggregates: a question of many rows.

use std::sync::Arc;

use rusqlite::functions::{Aggregate, Context};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Result};
use thuocdo::json::Value;
use thuocdo::{Lang, LocalScorer, Violations};
use thuocdo_practice::json::Question;
use thuocdo_practice::{Cohort, Collector};

use crate::argument::{bytes, language, word};
use crate::functions::PURE;
use crate::refusal::refused;
use crate::scorers::Scorers;

/// Adds them to a connection.
pub(crate) fn add(connection: &Connection, scorers: &Arc<Scorers>) -> Result<()> {
    for more in 0..=2 {
        connection.create_aggregate_function("thuocdo_cohort", 1 + more, PURE, CohortOf(Arc::clone(scorers)))?;
        connection.create_aggregate_function("thuocdo_ask_many", 4 + more, PURE, AskMany(Arc::clone(scorers)))?;
    }
    Ok(())
}

/// `thuocdo_cohort(assessment [, framework [, lang]])`
struct CohortOf(Arc<Scorers>);

/// What is counted, and how many assessments came.
struct Counted {
    cohort: Cohort,
    came: usize,
}

impl Aggregate<Option<Counted>, Sql> for CohortOf {
    fn init(&self, _: &mut Context<'_>) -> Result<Option<Counted>> {
        Ok(None)
    }

    fn step(&self, context: &mut Context<'_>, counted: &mut Option<Counted>) -> Result<()> {
        let lang = language(context, 2)?;
        let Some(assessment) = bytes(context, 0) else { return Ok(()) };
        let scorer = self.0.of(bytes(context, 1).as_deref());
        scorer
            .and_then(|scorer| {
                let card = scorer.local().score(assessment.as_ref())?;
                let counted = counted.get_or_insert_with(|| Counted { cohort: Cohort::new(scorer.local().framework(), None), came: 0 });
                counted.cohort.add(counted.came, &card, None)?;
                counted.came += 1;
                Ok(())
            })
            .map_err(|violations| refused(&violations, lang))
    }

    fn finalize(&self, _: &mut Context<'_>, counted: Option<Option<Counted>>) -> Result<Sql> {
        Ok(counted.flatten().map_or(Sql::Null, |counted| counted.cohort.finish(None).to_json().into()))
    }
}

/// `thuocdo_ask_many(question, request, list, document [, framework [, lang]])`
struct AskMany(Arc<Scorers>);

/// What is kept of the rows, and the language of the answer.
struct Asked {
    collector: Collector<Arc<LocalScorer>>,
    lang: Lang,
}

impl Aggregate<Option<Asked>, Sql> for AskMany {
    fn init(&self, _: &mut Context<'_>) -> Result<Option<Asked>> {
        Ok(None)
    }

    fn step(&self, context: &mut Context<'_>, asked: &mut Option<Asked>) -> Result<()> {
        let lang = language(context, 5)?;
        let mut of_row = || {
            if asked.is_none() {
                let (Some(question), Some(request)) = (word(context, 0), bytes(context, 1)) else { return Ok(()) };
                let collector = Collector::from_json(Question::named(&question)?, self.0.of(bytes(context, 4).as_deref())?, &request)?;
                *asked = Some(Asked { collector, lang });
            }
            if let (Some(asked), Some(list), Some(document)) = (asked.as_mut(), word(context, 2), bytes(context, 3)) {
                asked.collector.add(&list, Value::parse(&document).as_ref().map_err(Clone::clone))?;
            }
            Ok(())
        };
        of_row().map_err(|violations: Violations| refused(&violations, lang))
    }

    fn finalize(&self, _: &mut Context<'_>, asked: Option<Option<Asked>>) -> Result<Sql> {
        Ok(asked.flatten().map_or(Sql::Null, |Asked { collector, lang }| collector.finish().to_json(lang).into()))
    }
}
