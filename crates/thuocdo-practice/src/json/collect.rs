//! Questions of many documents, which come one after the other: each is read, counted and let go, so that a country takes the memory of
//! what is kept of it and not that of its texts.

use std::borrow::Borrow;

use thuocdo::json::Value;
use thuocdo::{LocalScorer, Scorer, Stream, Violation, Violations};

use crate::Register;
use crate::cohort::CohortBuilder;
use crate::publication::PublicationBuilder;
use crate::quality::{Batch, batch_options};
use crate::review::{Pairing, agreement_request};
use crate::shared::cards::read_card;

use super::question::Question;
use super::reply::Reply;

/// A question of many documents in the making: `agreement`, `cohort`, `publication` or `quality_batch`. `S` is a scorer, lent or shared.
///
/// ```
/// use thuocdo::{Framework, LocalScorer, Scorer, json::Value};
/// use thuocdo_practice::{Collector, json::Question};
///
/// let scorer = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
/// let mut cohort = Collector::new(Question::Cohort, &scorer, &Value::parse(br#"{ "keep": "last" }"#)?)?;
/// cohort.add_json("scorecards", br#"{ "conditions": {}, "answers": { "1.3.1": 6 } }"#)?;
/// let refused = cohort.add_json("scorecards", b"{").unwrap_err();
/// assert_eq!(refused.iter().next().unwrap().at(), "/scorecards/1"); // the second, which is not counted
/// let report = cohort.finish().to_json(thuocdo::Lang::Vi);
/// # assert!(report.starts_with("{\"by_authority\":"));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug)]
pub struct Collector<S> {
    /// Of each list: how many documents came, those that were refused among them.
    counts: Vec<usize>,
    question: Question,
    scorers: S,
    state: State<S>,
}

/// What is kept of the documents.
#[derive(Clone, Debug)]
enum State<S> {
    Agreement(Pairing<Local<S>>),
    Cohort(CohortBuilder),
    Publication(Box<PublicationBuilder>),
    Quality(Batch<Local<S>>),
}

/// The scorer of the local framework among those that are lent or shared.
#[derive(Clone, Copy, Debug)]
struct Local<S>(S);

impl<S: Borrow<LocalScorer>> Borrow<Scorer> for Local<S> {
    fn borrow(&self) -> &Scorer {
        self.0.borrow().local()
    }
}

/// The lists of a question, in the order in which those of a request are read; of a question of few documents none.
const fn lists(question: Question) -> &'static [&'static str] {
    match question {
        Question::Agreement => &["self", "external"],
        Question::Cohort => &["scorecards"],
        Question::Publication => &["scorecards", RECOGNISED],
        Question::QualityBatch => &["submissions"],
        _ => &[],
    }
}

/// The one list that a whole request may be without.
const RECOGNISED: &str = "recognised";

impl Question {
    /// Whether it is one of many documents, which a [`Collector`] takes.
    pub const fn takes_many(self) -> bool {
        !lists(self).is_empty()
    }
}

impl<S: Borrow<LocalScorer> + Clone> Collector<S> {
    /// Begins with the request, whose lists may be left out: documents are added to them afterwards. Those that are in it are added first.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the request; `unknown_value` where the question is not one of many documents.
    pub fn new(question: Question, scorers: S, request: &Value<'_>) -> Result<Collector<S>, Violations> {
        let (collector, violations) = Collector::begun(question, scorers, request)?;
        violations.or(collector)
    }

    /// As [`Collector::new`], of a text: of one as long as the register of a country may be.
    ///
    /// # Errors
    ///
    /// As [`Collector::new`].
    pub fn from_json(question: Question, scorers: S, request: &[u8]) -> Result<Collector<S>, Violations> {
        Collector::new(question, scorers, &Value::parse_at_most(request, Register::MAX_BYTES)?)
    }

    /// As [`Collector::new`], of a request with all documents in it: a list that must be there and is not is missing.
    pub(crate) fn whole(question: Question, scorers: S, request: &Value<'_>) -> Result<Collector<S>, Violations> {
        let (collector, mut violations) = Collector::begun(question, scorers, request)?;
        if let Value::Object(entries) = request {
            let is_there = |name: &str| entries.iter().any(|(key, value)| key == name && *value != Value::Null);
            for name in lists(question).iter().filter(|name| **name != RECOGNISED && !is_there(name)) {
                violations.push(Violation::missing_field(format!("/{name}"), *name));
            }
        }
        violations.or(collector)
    }

    fn begun(question: Question, scorers: S, request: &Value<'_>) -> Result<(Collector<S>, Violations), Violations> {
        let mut violations = Violations::default();
        let local = Local(scorers.clone());
        let scorer: &Scorer = local.borrow();
        let state = match question {
            Question::Agreement => {
                let keep = agreement_request(request, &mut violations);
                State::Agreement(Pairing::new(local, keep))
            }
            Question::Cohort => State::Cohort(CohortBuilder::from_request(scorer.framework(), request, &mut violations)),
            Question::Publication => State::Publication(Box::new(PublicationBuilder::from_request(scorer.framework(), request, &mut violations))),
            Question::QualityBatch => State::Quality(Batch::new(local, batch_options(request, &mut violations))),
            _ => {
                let accepted = Question::WORDS.iter().filter(|(_, known)| known.takes_many()).map(|(word, _)| *word);
                return Err(unknown(question.as_str(), accepted.collect()));
            }
        };
        let mut collector = Collector { counts: vec![0; lists(question).len()], question, scorers, state };
        for name in lists(question) {
            for document in documents(request, name) {
                collector.offer(name, Ok(document)).unwrap_or_else(|refused| violations.take_in("", refused));
            }
        }
        Ok((collector, violations))
    }

    /// Adds a document to a list of the request: `scorecards`, `submissions`, `self` … One that could not even be parsed is counted too, so
    /// that those behind it are found.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the document, at its place in the list: `/scorecards/17/answers/1.3.1` is in the document before which
    /// 17 came. That document is left out; those before and behind it stay.
    pub fn add(&mut self, list: &str, document: Result<&Value<'_>, Violations>) -> Result<(), Violations> {
        self.offer(list, document).inspect_err(|_| {
            if let (State::Publication(listed), RECOGNISED, [_, count]) = (&mut self.state, list, self.counts.as_slice()) {
                listed.forget(count.saturating_sub(1));
            }
        })
    }

    /// As [`Collector::add`], where nothing comes of any document if one is refused.
    fn offer(&mut self, list: &str, document: Result<&Value<'_>, Violations>) -> Result<(), Violations> {
        let lists = lists(self.question);
        let Some((count, _)) = self.counts.iter_mut().zip(lists).find(|(_, known)| **known == list) else {
            return Err(unknown(list, lists.to_vec()));
        };
        let position = *count;
        *count = position.saturating_add(1);
        let taken = document.and_then(|document| self.state.take(self.scorers.borrow(), list, position, document));
        taken.map_err(|refused| refused.within(&format!("/{list}/{position}")))
    }

    /// As [`Collector::add`], of a text of at most 1 MiB.
    ///
    /// # Errors
    ///
    /// As [`Collector::add`].
    pub fn add_json(&mut self, list: &str, document: &[u8]) -> Result<(), Violations> {
        self.add(list, Value::parse(document).as_ref().map_err(Clone::clone))
    }

    /// The reply, from all documents that were not refused.
    pub fn finish(self) -> Box<dyn Reply> {
        match self.state {
            State::Agreement(pairing) => Box::new(pairing.finish()),
            State::Cohort(counted) => Box::new(counted.finish()),
            State::Publication(listed) => Box::new(listed.finish()),
            State::Quality(batch) => Box::new(batch.finish()),
        }
    }
}

impl<S: Borrow<LocalScorer>> State<S> {
    fn take(&mut self, scorers: &LocalScorer, list: &str, position: usize, document: &Value<'_>) -> Result<(), Violations> {
        match self {
            State::Agreement(pairing) => {
                let stream = if list == "self" { Stream::SelfAssessment } else { Stream::External };
                pairing.add_value(stream, position, document)
            }
            State::Cohort(counted) => counted.add(position, &read_card(scorers, document)?),
            State::Publication(listed) if list == RECOGNISED => listed.recognise(scorers, position, document),
            State::Publication(listed) => listed.add(position, &read_card(scorers, document)?),
            State::Quality(batch) => {
                batch.add_value(document);
                Ok(())
            }
        }
    }
}

fn unknown(found: &str, accepted: Vec<&str>) -> Violations {
    Violation::unknown_value("", found, accepted).into()
}

/// The documents in a list of a request, where the request has that list once.
fn documents<'v>(request: &'v Value<'v>, name: &str) -> &'v [Value<'v>] {
    let Value::Object(entries) = request else { return &[] };
    let mut found = entries.iter().filter(|(key, _)| key == name);
    match (found.next(), found.next()) {
        (Some((_, Value::List(documents))), None) => documents,
        _ => &[],
    }
}
