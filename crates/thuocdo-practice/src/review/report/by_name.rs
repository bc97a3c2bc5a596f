//! Many reviews by name: who differs, in what, and whose level moves.

use thuocdo::text::Column;
use thuocdo::{Framework, Lang, Report};

use super::ReportWriter;
use crate::Movement;
use crate::review::Review;
use crate::review::words::Say;
use crate::shared::words::level;

/// The reviews of many institutions in words, a row each: the levels of both sides, how the level moved, and every indicator and condition in
/// which the sides differ.
pub fn by_name(reviews: &[Review], framework: &Framework, lang: Lang) -> Report {
    let writer = ReportWriter { framework, lang };
    let mut report = Report::default();
    if reviews.is_empty() {
        return report;
    }
    report.title(writer.say(Say::ByNameTitle, &[("count", &reviews.len())]));
    let columns = [
        Column::text(writer.word(Say::Code)),
        Column::text(writer.word(Say::Name)),
        Column::number(writer.word(Say::OwnLevel)),
        Column::number(writer.word(Say::ExternalLevel)),
        Column::text(writer.word(Say::Movement)),
        Column::text(writer.word(Say::DiffersIn)),
    ];
    report.table(columns, reviews.iter().map(|review| writer.named(review)));
    report
}

impl ReportWriter<'_> {
    fn named(self, review: &Review) -> Vec<String> {
        let institution = review.institution.clone().unwrap_or_default();
        let moved: Vec<String> = review
            .groups
            .iter()
            .filter(|group| matches!(group.movement, Movement::Lowered | Movement::Raised))
            .map(|group| self.say(Say::GroupMoved, &[("group", &group.code), ("movement", &self.movement(group.movement))]))
            .collect();
        let movement = if moved.is_empty() { self.movement(review.overall.movement) } else { moved.join("; ") };
        let conditions = review.groups.iter().flat_map(|group| &group.conditions).filter(|condition| condition.disputed);
        let conditions = conditions.map(|condition| {
            let (own, external) = (self.state(condition.own), self.state(condition.external));
            self.say(Say::ConditionDiffers, &[("code", &condition.code), ("own", &own), ("external", &external)])
        });
        let indicators = review.groups.iter().flat_map(|group| &group.indicators).filter(|indicator| indicator.disputed);
        let indicators = indicators.map(|indicator| format!("{} {}", indicator.code, self.difference(indicator.difference)));
        vec![
            institution.code.unwrap_or_default(),
            institution.name.unwrap_or_default(),
            level(review.overall.own),
            level(review.overall.external),
            movement,
            conditions.chain(indicators).collect::<Vec<_>>().join("; "),
        ]
    }
}
