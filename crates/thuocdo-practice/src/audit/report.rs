//! An audit in words.

use thuocdo::text::{Column, capital};
use thuocdo::{Lang, Report};

use super::result::{AuditReport, AuditedInstitution, ClaimDifference};
use super::words::Say;
use crate::Movement;
use crate::shared::{stated, words};

/// So many differences fit on a screen.
const ON_SCREEN: usize = 20;

impl AuditReport {
    /// Everything in words: for a file.
    pub fn report(&self, lang: Lang) -> Report {
        self.told(usize::MAX, lang)
    }

    /// The same for a screen, with the first differences.
    pub fn screen(&self, lang: Lang) -> Report {
        self.told(ON_SCREEN, lang)
    }

    fn told(&self, most: usize, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(match self.differing.len() {
            0 => Say::Agrees.say(lang, &[("count", &self.count)]),
            differing => Say::Differs.say(lang, &[("differing", &differing), ("count", &self.count)]),
        });
        report.line(words::by(&self.framework, lang));
        if self.lowered > 0 || self.raised > 0 {
            report.line(Say::Moves.say(lang, &[("lowered", &self.lowered), ("raised", &self.raised)]));
        }
        if self.without_claim > 0 {
            report.line(Say::WithoutClaim.say(lang, &[("count", &self.without_claim)]));
        }
        if self.differing.is_empty() {
            return report;
        }
        report.title(Say::Causes.template(lang));
        let heads = [Column::text(Say::CauseHead.template(lang)), Column::number(Say::CountHead.template(lang))];
        report.table(heads, self.causes.iter().map(|count| vec![capital(count.cause.name(lang)), count.count.to_string()]));
        report.title(Say::List.template(lang));
        let heads = [Say::Institution, Say::Field, Say::Claimed, Say::Follows, Say::CauseHead, Say::Moved];
        let all: Vec<(&AuditedInstitution, &ClaimDifference)> =
            self.differing.iter().flat_map(|of| of.differences.iter().map(move |differs| (of, differs))).collect();
        report.table(heads.map(|head| Column::text(head.template(lang))), all.iter().take(most).map(|(of, differs)| differs.row(of, lang)));
        if all.len() > most {
            report.line(Say::More.say(lang, &[("count", &all.len().saturating_sub(most))]));
        }
        report
    }
}

impl ClaimDifference {
    fn row(&self, of: &AuditedInstitution, lang: Lang) -> Vec<String> {
        let row = || Say::Row.say(lang, &[("row", &of.row.saturating_add(1))]);
        let who = of.code.clone().or_else(|| of.name.clone()).unwrap_or_else(row);
        let value = |value: Option<&String>| value.map_or_else(|| "–".to_owned(), |text| stated::value_of(&self.field, text, lang));
        let moved = match of.level {
            Some(Movement::Lowered) => Say::Lowered.template(lang),
            Some(Movement::Raised) => Say::Raised.template(lang),
            _ => "",
        };
        vec![
            who,
            stated::name_of(&self.field, lang).unwrap_or_else(|| Say::Answers.template(lang).to_owned()),
            value(self.claimed.as_ref()),
            value(self.follows.as_ref()),
            self.cause.name(lang).to_owned(),
            moved.to_owned(),
        ]
    }
}
