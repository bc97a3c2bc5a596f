//! The plan in words.

use thuocdo::text::{Column, capital};
use thuocdo::{Lang, Report};

use super::result::Schedule;
use super::words::Say;

impl Schedule {
    /// The plan in words: the visits by day, how much each panel has, who has no visit and why.
    pub fn report(&self, lang: Lang) -> Report {
        let word = |say: Say| say.template(lang);
        let mut report = Report::default();
        report.title(word(Say::Title));
        report.line(Say::Count.say(lang, &[("visits", &self.visits.len()), ("unplaced", &self.unplaced.len())]));
        let rows = self.visits.iter().map(|visit| {
            let name = visit.name.clone().unwrap_or_default();
            vec![visit.on.text(lang), visit.panel.clone(), visit.code.clone(), name, capital(&visit.reasons.join("; "))]
        });
        report.table([Say::Day, Say::Panel, Say::Code, Say::Name, Say::Why].map(|title| Column::text(word(title))), rows);
        report.title(word(Say::Loads));
        let rows = self.loads.iter().map(|load| vec![load.panel.clone(), load.visits.to_string(), load.days.to_string()]);
        let columns = [Column::text(word(Say::Panel)), Column::number(word(Say::Visits)), Column::number(word(Say::Days))];
        report.table(columns, rows);
        if !self.unplaced.is_empty() {
            report.title(word(Say::Unplaced));
            let rows = self.unplaced.iter().map(|one| vec![one.code.clone(), one.name.clone().unwrap_or_default(), capital(one.why.name(lang))]);
            report.table([Say::Code, Say::Name, Say::Reason].map(|title| Column::text(word(title))), rows);
        }
        report
    }
}
