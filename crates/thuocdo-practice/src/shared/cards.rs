//! Scorecards as input, with proof of where they come from (provenance): a card is scored again from its own points, and an assessment is
//! scored first. Cards are read here and nowhere else.

use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Assessment, Input, LocalScorer, Scorecard, Violations};

/// An item of a list of scorecards.
#[derive(Debug, Default)]
pub(crate) enum CardOrAssessment {
    /// Not scored yet.
    Assessment(Box<Assessment>),
    /// Scored, by whatever framework.
    Card(Box<Scorecard>),
    /// It was refused, and the fault is listed already.
    #[default]
    Nothing,
}

impl Read for CardOrAssessment {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<CardOrAssessment> {
        if is_card(value) {
            Scorecard::read(value, reader).map(|card| CardOrAssessment::Card(Box::new(card)))
        } else {
            Assessment::read(value, reader).map(|assessment| CardOrAssessment::Assessment(Box::new(assessment)))
        }
    }
}

/// The scorecards of the list at `/scorecards`. What keeps one from being scored, or from being what follows from its points, is a violation at
/// its place. Where one is refused a blank one stands in, so that those behind it keep their places.
pub(crate) fn cards(given: Vec<CardOrAssessment>, scorer: &LocalScorer, violations: &mut Violations) -> Vec<Scorecard> {
    let card = |(position, given)| match given {
        CardOrAssessment::Card(card) => {
            let place = format!("/scorecards/{position}");
            let is_read = !violations.iter().any(|violation| violation.at().strip_prefix(&place).is_some_and(|rest| rest.starts_with('/')));
            if is_read {
                violations.take_in(&place, check_card(scorer, &card));
            }
            *card
        }
        CardOrAssessment::Nothing => Scorecard::default(),
        CardOrAssessment::Assessment(assessment) => scorer.local().score(&*assessment).unwrap_or_else(|refused| {
            violations.take_in(&format!("/scorecards/{position}"), refused);
            Scorecard::default()
        }),
    };
    given.into_iter().enumerate().map(card).collect()
}

/// Whether a value is a scorecard, and not an assessment.
pub fn is_card(value: &Value<'_>) -> bool {
    value.has_key("groups")
}

/// Reads a scorecard; or reads an assessment, and scores it by the framework with its overlays. For programs that read many, one after the
/// other.
///
/// A card is proved: it is scored again from its own points, and must come out the same.
///
/// # Errors
///
/// Those of [`thuocdo::Scorer::score`]; `digest_mismatch` where a card does not follow from its points.
pub fn read_card<'a>(scorer: &LocalScorer, input: impl Into<Input<'a>>) -> Result<Scorecard, Violations> {
    let input = input.into();
    match input {
        Input::Assessment(_) => return scorer.local().score(input),
        // Most texts are assessments with nothing unusual: those need no second reading.
        Input::Json(text) => {
            if let Some((subject, sheet)) = scorer.local().skim_text(text) {
                return scorer.local().card(&subject, &sheet);
            }
        }
        Input::Value(_) => {}
    }
    let value = input.value()?;
    if !is_card(&value) {
        return scorer.local().score(&*value);
    }
    let card: Scorecard = Reader::read(&value)?;
    check_card(scorer, &card).or(card)
}

/// Everything in a card that does not follow from its points. It is scored again by its framework, with the overlays or without. Of a card of
/// any other, sums, the level as a whole and what stands in the way of recognition are reckoned again.
fn check_card(scorer: &LocalScorer, card: &Scorecard) -> Violations {
    let its_own = [scorer.local(), scorer.national()].into_iter().find(|scorer| scorer.digest() == card.framework.digest);
    its_own.map_or_else(|| card.check_sums(), |scorer| scorer.check_card(card))
}
