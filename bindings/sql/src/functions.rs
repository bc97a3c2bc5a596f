//! The functions of one row. Each takes `framework` and `lang` behind its own arguments, and both may be left out.

use std::ops::RangeInclusive;

use thuocdo::json::{Reader, Value};
use thuocdo::{Lang, LocalScorer, Points, Violations, canonical, explain};
use thuocdo_practice::json::{Question, answer, ask};
use thuocdo_practice::schema::schema_for;

use crate::{Answer, Scorers, told};

/// What a function does with its own arguments.
type Work = fn(&LocalScorer, &[&[u8]], Lang) -> Result<Answer, Violations>;

/// A function of one row.
#[derive(Debug)]
pub struct Function {
    /// Its name in SQL.
    pub name: &'static str,
    /// The number of its own arguments, before `framework` and `lang`.
    pub own: usize,
    /// How many of them must be there: a plan may go without its targets.
    pub fewest: usize,
    /// What kind of answer it gives.
    pub returns: Returns,
    work: Work,
}

/// The kind of an answer, for an engine that must know it before the first row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returns {
    /// [`Answer::Bool`].
    Bool,
    /// [`Answer::Integer`].
    Integer,
    /// [`Answer::Text`].
    Text,
}

/// Every function of one row, in the order of the alphabet.
pub static FUNCTIONS: [Function; 13] = [
    function("thuocdo_ask", 2, |scorer, given, lang| {
        let [question, request] = both(given);
        let question = Question::named(&String::from_utf8_lossy(question))?;
        Ok(Answer::Text(answer(question, scorer, request, lang)?))
    }),
    function("thuocdo_check", 1, |scorer, given, lang| {
        Ok(Answer::Text(scorer.local().check(first(given)).err().unwrap_or_default().refusal(lang).to_json()))
    }),
    function("thuocdo_digest", 0, |scorer, _, _| Ok(Answer::Text(scorer.local().digest().to_owned()))),
    Function {
        returns: Returns::Bool,
        ..function("thuocdo_eligible", 1, |scorer, given, _| {
            Ok(Answer::Bool(scorer.local().levels(&scorer.local().sheet(first(given))?)?.eligible()))
        })
    },
    function("thuocdo_explain", 1, |scorer, given, lang| {
        Ok(Answer::Text(explain(scorer.local().framework(), &scorer.local().score(first(given))?, lang).to_string()))
    }),
    function("thuocdo_explain_json", 1, |scorer, given, lang| {
        Ok(Answer::Text(explain(scorer.local().framework(), &scorer.local().score(first(given))?, lang).to_json()))
    }),
    function("thuocdo_framework", 0, |scorer, _, _| Ok(Answer::Text(scorer.local().framework().to_json()))),
    Function {
        returns: Returns::Integer,
        ..function("thuocdo_level", 2, |scorer, given, _| {
            let [group, points] = both(given);
            let points: Points = Reader::read(&Value::parse(points)?)?;
            Ok(Answer::Integer(scorer.local().level(&String::from_utf8_lossy(group), points)?.get().into()))
        })
    },
    function("thuocdo_levels", 1, |scorer, given, _| Ok(Answer::Text(canonical(&scorer.local().levels(&scorer.local().sheet(first(given))?)?)))),
    Function {
        fewest: 1,
        ..function("thuocdo_plan", 2, |scorer, given, lang| {
            let [assessment, targets] = both(given);
            // Without targets each group aims at the next level.
            let targets = if targets.is_empty() { Value::Object(Vec::new()) } else { Value::parse(targets)? };
            let request = Value::object([("assessment", Value::parse(assessment)?), ("targets", targets)]);
            Ok(Answer::Text(ask(Question::Plan, scorer, &request)?.to_json(lang)))
        })
    },
    function("thuocdo_schema", 1, |scorer, given, lang| {
        Ok(Answer::Text(schema_for(&String::from_utf8_lossy(first(given)), scorer.local().framework(), lang)?.to_string()))
    }),
    function("thuocdo_score", 1, |scorer, given, _| Ok(Answer::Text(scorer.local().score_to_json(first(given))?))),
    Function {
        returns: Returns::Bool,
        ..function("thuocdo_valid", 1, |scorer, given, _| Ok(Answer::Bool(scorer.local().check(first(given)).is_ok())))
    },
];

const fn function(name: &'static str, own: usize, work: Work) -> Function {
    Function { name, own, fewest: own, returns: Returns::Text, work }
}

fn first<'g>(given: &[&'g [u8]]) -> &'g [u8] {
    given.first().copied().unwrap_or_default()
}

fn both<'g>(given: &[&'g [u8]]) -> [&'g [u8]; 2] {
    [first(given), given.get(1).copied().unwrap_or_default()]
}

impl Function {
    /// The function of a name.
    pub fn named(name: &str) -> Option<&'static Function> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// How many arguments a call may have: its own, then `framework` and `lang`.
    pub const fn counts(&self) -> RangeInclusive<usize> {
        self.fewest..=self.own + 2
    }

    /// Answers a call. `given` are the function's own arguments, then `framework` and `lang` where they are given.
    ///
    /// # Errors
    ///
    /// All that is wrong, in words, a line each.
    pub fn answer(&self, scorers: &Scorers, given: &[&[u8]]) -> Result<Answer, String> {
        let (own, more) = given.split_at(self.own.min(given.len()));
        let (scorer, lang) = scorers.chosen(more.first().copied(), more.get(1).copied())?;
        (self.work)(&scorer, own, lang).map_err(told(lang))
    }
}
