//! What is filled into a form, as its cells say it.

use thuocdo::{Assessment, ConditionState, Evidence, Fact, IndicatorState, Lang, Level, Points, Range, Scorecard};

use super::formula;
use crate::words::Word;

/// An assessment, and what follows from it.
pub(super) struct Filled<'f> {
    form: &'f Assessment,
    card: &'f Scorecard,
}

/// The cells of a row. A row that says nothing has none.
#[derive(Default)]
pub(super) struct Said {
    pub(super) answer: String,
    pub(super) note: String,
    /// A line for each piece.
    pub(super) evidence: String,
    /// What the formula beside the answer gives.
    pub(super) counted: String,
    /// Whether it brings points, or a condition is met, so that it may need evidence.
    pub(super) brings: bool,
}

impl<'f> Filled<'f> {
    pub(super) const fn new(form: &'f Assessment, card: &'f Scorecard) -> Filled<'f> {
        Filled { form, card }
    }

    /// The day of the assessment, as people write it.
    pub(super) fn day(&self, lang: Lang) -> Option<String> {
        self.form.assessed_on.map(|day| day.text(lang))
    }

    /// The cells of a condition or an indicator.
    pub(super) fn row(&self, code: &str, lang: Lang) -> Said {
        let met = |is_met: bool| if is_met { Word::Met } else { Word::NotMet }.template(lang).to_owned();
        if let Some(condition) = self.form.conditions.get(code) {
            return Said {
                answer: condition.met.map(met).unwrap_or_default(),
                note: condition.note.clone().unwrap_or_default(),
                evidence: lines(&condition.evidence),
                counted: condition.met.map(|is_met| if is_met { formula::IS_MET } else { formula::IS_UNMET }).unwrap_or_default().to_owned(),
                brings: condition.met == Some(true),
            };
        }
        let Some(answer) = self.form.answers.get(code) else { return Said::default() };
        let points = self.card.indicator(code).filter(|indicator| indicator.state == IndicatorState::Answered).map(|indicator| indicator.score.low);
        Said {
            answer: answer.fact.map(|fact| text(fact, &met, lang)).unwrap_or_default(),
            note: answer.note.clone().unwrap_or_default(),
            evidence: lines(&answer.evidence),
            // The result of a formula is a number, with a point.
            counted: points.map(|points| points.to_string()).unwrap_or_default(),
            brings: points.is_some_and(|points| points > Points::ZERO),
        }
    }

    /// Points of a group or criterion, and its level where it has one.
    pub(super) fn result(&self, code: &str) -> Option<(Range<Points>, Option<Range<Level>>)> {
        let groups = self.card.groups.iter().map(|group| (&*group.code, group.score, Some(group.level)));
        let criteria =
            self.card.groups.iter().flat_map(|group| &group.criteria).map(|criterion| (&*criterion.code, criterion.score, criterion.level));
        groups.chain(criteria).find(|(found, ..)| *found == code).map(|(_, points, level)| (points, level))
    }

    /// Whether an indicator has no answer.
    pub(super) fn is_blank(&self, code: &str) -> bool {
        self.card.indicator(code).is_none_or(|indicator| indicator.state != IndicatorState::Answered)
    }

    /// How many conditions of a group are blank, and how many unmet.
    pub(super) fn conditions(&self, group: &str) -> (usize, usize) {
        let conditions = self.card.group(group).map(|group| group.conditions.as_slice()).unwrap_or_default();
        let count = |state: ConditionState| conditions.iter().filter(|condition| condition.state == state).count();
        (count(ConditionState::Unknown), count(ConditionState::Unmet))
    }
}

/// A fact as a person types it; nothing for a kind of fact that no form has.
fn text(fact: Fact, met: &impl Fn(bool) -> String, lang: Lang) -> String {
    match fact {
        Fact::Count(count) => count.get().to_string(),
        Fact::Met(is_met) => met(is_met),
        Fact::Points(points) => points.text(lang),
        Fact::Share(share) => format!("{}/{}", share.part().get(), share.whole().get()),
        _ => String::new(),
    }
}

/// Evidence as the reader of forms reads it back: a line for each piece, with the address behind the title.
fn lines(evidence: &[Evidence]) -> String {
    let line = |piece: &Evidence| {
        let title = piece.title.split_whitespace().collect::<Vec<_>>().join(" ");
        match &piece.uri {
            Some(uri) if !title.contains(uri.as_str()) => format!("{title} {uri}"),
            _ => title,
        }
    };
    evidence.iter().map(line).collect::<Vec<_>>().join("\n")
}
