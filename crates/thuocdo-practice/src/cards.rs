//! Scorecards of a request: each given as one, or as an assessment that is scored first.

use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Assessment, Scorecard, Scorer, Violations};

/// An item of a list of scorecards.
#[derive(Debug, Default)]
pub(crate) enum Given {
    /// Not scored yet.
    Assessment(Box<Assessment>),
    /// Scored, by whatever framework.
    Card(Box<Scorecard>),
    /// Refused; told already.
    #[default]
    Nothing,
}

impl Read for Given {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Given> {
        let is_card = value.has_key("groups");
        if is_card {
            Scorecard::read(value, reader).map(|card| Given::Card(Box::new(card)))
        } else {
            Assessment::read(value, reader).map(|assessment| Given::Assessment(Box::new(assessment)))
        }
    }
}

/// The scorecards of the list at `/scorecards`. Told at its place is a card of the scorer's framework that says what does not follow from
/// its points, and what keeps an assessment from being scored is told at its place. Where one is refused a
/// blank one stands in, so that those behind it keep their places.
pub(crate) fn cards(given: Vec<Given>, scorer: &Scorer, violations: &mut Violations) -> Vec<Scorecard> {
    let card = |(position, given)| match given {
        Given::Card(card) => {
            let place = format!("/scorecards/{position}");
            let is_read = !violations.iter().any(|violation| violation.at().strip_prefix(&place).is_some_and(|rest| rest.starts_with('/')));
            // Whether a card of another framework says what follows from its points, only that framework's scorer knows.
            if is_read && card.framework.digest == scorer.digest() {
                violations.take_in(&place, scorer.check_card(&card));
            }
            *card
        }
        Given::Nothing => Scorecard::default(),
        Given::Assessment(assessment) => scorer.score(&assessment).unwrap_or_else(|refused| {
            violations.take_in(&format!("/scorecards/{position}"), refused);
            Scorecard::default()
        }),
    };
    given.into_iter().enumerate().map(card).collect()
}
