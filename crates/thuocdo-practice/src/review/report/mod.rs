//! Reviews in words.
//!
//! `review` is about one institution, `panel` about its assessors, `agreement` counts many reviews, and `by_name` lists who differs in them.
//! Here is what all of them need: points, levels and differences as texts.

mod agreement;
mod by_name;
mod panel;
mod review;

use std::fmt::Display;

pub use by_name::by_name;
use thuocdo::{ConditionState, Decimal, Framework, Institution, Lang, Points, Range, Report};

use super::words::Say;
use crate::Movement;
use crate::shared::words;

/// What every report needs: whose words, and in which language.
#[derive(Clone, Copy)]
struct ReportWriter<'a> {
    framework: &'a Framework,
    lang: Lang,
}

impl ReportWriter<'_> {
    fn say(self, sentence: Say, params: &[(&str, &dyn Display)]) -> String {
        sentence.say(self.lang, params)
    }

    fn word(self, sentence: Say) -> String {
        sentence.say(self.lang, &[])
    }

    /// `78`, or `66–76`.
    fn points(self, score: Range<Points>) -> String {
        words::points(score, self.lang)
    }

    /// `+2,5`, or `-3 đến +2,5`.
    fn difference<const PLACES: u32>(self, difference: Range<Decimal<PLACES>>) -> String {
        let (low, high) = (difference.low.signed(self.lang), difference.high.signed(self.lang));
        if difference.is_exact() { low } else { self.say(Say::Between, &[("low", &low), ("high", &high)]) }
    }

    fn movement(self, movement: Movement) -> String {
        self.word(match movement {
            Movement::Lowered => Say::Lowered,
            Movement::Open => Say::Open,
            Movement::Raised => Say::Raised,
            Movement::Same => Say::Same,
        })
    }

    fn state(self, state: ConditionState) -> String {
        self.word(match state {
            ConditionState::Met => Say::Met,
            ConditionState::Unmet => Say::Unmet,
            _ => Say::Unknown,
        })
    }

    /// The heading, and whom and when it is about.
    fn heading(self, report: &mut Report, title: String, institution: Option<&Institution>, period: Option<&str>) {
        report.title(title);
        let (name, code) = institution.map(|mark| (mark.name.as_deref(), mark.code.as_deref())).unwrap_or_default();
        report.lines(match (name, code) {
            (Some(name), Some(code)) => Some(self.say(Say::Institution, &[("name", &name), ("code", &code)])),
            (Some(name), None) => Some(name.to_owned()),
            (None, Some(code)) => Some(self.say(Say::InstitutionCode, &[("code", &code)])),
            (None, None) => None,
        });
        report.lines(period.map(|period| self.say(Say::Period, &[("period", &period)])));
    }

    /// `1 · Chuyển đổi số trong dạy, học`.
    fn group(self, code: &str) -> String {
        words::group_cell(self.framework, code, self.lang)
    }

    /// The title of an indicator.
    fn indicator(self, code: &str) -> String {
        words::indicator(self.framework, code, self.lang).to_owned()
    }

    /// The title of a condition.
    fn condition(self, code: &str) -> String {
        self.framework.condition(code).map_or("", |condition| condition.title.get(self.lang)).to_owned()
    }

    /// That one level for an institution is practice, where it is.
    fn overall_note(self, report: &mut Report) {
        report.lines(self.framework.overall_note(self.lang).map(str::to_owned));
    }
}
