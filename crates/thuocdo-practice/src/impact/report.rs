//! The impact of another framework in words.

use thuocdo::text::{Column, grouped};
use thuocdo::{Lang, Report};

use super::result::{ImpactReport, MovedInstitution, MovedResult};
use super::words::Say;
use crate::shared::words;

/// So many institutions fit on a screen.
const ON_SCREEN: usize = 20;

impl ImpactReport {
    /// Everything in words: for a file.
    pub fn report(&self, lang: Lang) -> Report {
        self.told(usize::MAX, lang)
    }

    /// The same for a screen, with the first institutions.
    pub fn screen(&self, lang: Lang) -> Report {
        self.told(ON_SCREEN, lang)
    }

    fn told(&self, most: usize, lang: Lang) -> Report {
        let mut report = Report::default();
        let number = |of: u32| grouped(of.into(), lang);
        let moved = grouped(u64::try_from(self.moved.len()).unwrap_or(u64::MAX), lang);
        report.title(if self.moved.is_empty() {
            Say::Nobody.say(lang, &[("count", &number(self.count))])
        } else {
            Say::Moves.say(lang, &[("moved", &moved), ("count", &number(self.count))])
        });
        let (from, to) = (&self.diff.before, &self.diff.after);
        let sides: [(&str, &dyn std::fmt::Display); 6] = [
            ("from", &from.id),
            ("before", &from.revision),
            ("digest", &from.digest),
            ("to", &to.id),
            ("after", &to.revision),
            ("other", &to.digest),
        ];
        report.line(Say::FromTo.say(lang, &sides));
        report.line(Say::Changes.say(lang, &[("count", &self.diff.changes.len())]));
        report.line(Say::Eligible.say(lang, &[("before", &number(self.eligible.before)), ("after", &number(self.eligible.after))]));
        if self.other_framework > 0 {
            report.line(Say::Other.say(lang, &[("count", &number(self.other_framework))]));
        }
        let stored = &self.stored;
        if stored.recompute > 0 || stored.valid > 0 {
            let [recompute, same, valid] = [stored.recompute, stored.same_result, stored.valid].map(number);
            report.line(Say::Stored.say(lang, &[("recompute", &recompute), ("same", &same), ("valid", &valid)]));
        }
        report.title(Say::Levels.template(lang));
        let numbers = [Say::Lowered, Say::Raised, Say::Same, Say::Open].map(|head| Column::number(head.template(lang)));
        let heads: Vec<Column> = [Column::text(Say::Part.template(lang))].into_iter().chain(numbers).collect();
        let rows = self.levels.iter().map(|moves| {
            let part = moves.code.as_ref().map_or_else(|| Say::Overall.template(lang).to_owned(), |code| Say::Group.say(lang, &[("code", code)]));
            [part].into_iter().chain([moves.lowered, moves.raised, moves.same, moves.open].map(number)).collect()
        });
        report.table(heads, rows);
        if self.moved.is_empty() {
            return report;
        }
        report.title(Say::List.template(lang));
        let heads = [Say::Institution, Say::Period, Say::Part, Say::Before, Say::After, Say::Because].map(|head| Column::text(head.template(lang)));
        report.table(heads, self.moved.iter().take(most).flat_map(|of| of.rows(lang)));
        if self.moved.len() > most {
            report.line(Say::More.say(lang, &[("count", &self.moved.len().saturating_sub(most))]));
        }
        report
    }
}

impl MovedInstitution {
    /// A row for each group whose level moves, and one for the level as a whole if it moves.
    fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let who = self.code.clone().or_else(|| self.name.clone()).unwrap_or_else(|| Say::Unnamed.template(lang).to_owned());
        let period = self.period.clone().unwrap_or_default();
        let mut rows = Vec::new();
        for group in self.groups.iter().filter(|group| group.before.map(|of| of.level) != group.after.map(|of| of.level)) {
            let level = |of: Option<MovedResult>| {
                of.map_or_else(|| "–".to_owned(), |of| format!("{} ({})", words::level(of.level), words::points(of.score, lang)))
            };
            let because = group.because.iter().map(|figure| if figure == "bands" { Say::Bands.template(lang).to_owned() } else { figure.clone() });
            let because: Vec<String> = because.collect();
            let part = Say::Group.say(lang, &[("code", &group.code)]);
            rows.push(vec![who.clone(), period.clone(), part, level(group.before), level(group.after), words::codes(&because, lang)]);
        }
        if self.before != self.after {
            rows.push(vec![who, period, Say::Overall.template(lang).to_owned(), words::level(self.before), words::level(self.after), String::new()]);
        }
        rows
    }
}
