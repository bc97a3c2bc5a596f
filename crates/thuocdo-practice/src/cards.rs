//! Scorecards that are given: each as one, or as an assessment that is scored first.

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
            if is_read {
                violations.take_in(&place, check_card(scorer, &card));
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

/// A scorecard that is given as one, or as an assessment that is scored. For whoever takes in many, one after the other.
///
/// Fails as [`Scorer::score_value`], and with what [`check_card`] finds.
pub fn read_card(scorer: &Scorer, value: &Value<'_>) -> Result<Scorecard, Violations> {
    if !value.has_key("groups") {
        return scorer.score_value(value);
    }
    let card: Scorecard = Reader::read(value)?;
    check_card(scorer, &card).or(card)
}

/// What a card of the scorer's framework says that does not follow from its points. Of a card of another one, only that framework's
/// scorer knows.
pub fn check_card(scorer: &Scorer, card: &Scorecard) -> Violations {
    if card.framework.digest == scorer.digest() { scorer.check_card(card) } else { Violations::default() }
}
