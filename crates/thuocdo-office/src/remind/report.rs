//! Reminders in words.

use std::collections::BTreeSet;

use thuocdo::text::{Column, capital};
use thuocdo::{Lang, Report};

use super::reminders::Reminders;
use super::words::Say;

impl Reminders {
    /// The reminders in words: each institution by name, what it is asked and by which day.
    pub fn report(&self, lang: Lang) -> Report {
        let word = |say: Say| say.template(lang);
        let mut report = Report::default();
        report.title(word(Say::Title));
        report.line(Say::About.say(lang, &[("period", &self.period), ("day", &self.as_of.text(lang))]));
        if self.reminders.is_empty() {
            report.line(word(Say::Nobody));
            return report;
        }
        let schools: BTreeSet<&str> = self.reminders.iter().map(|reminder| reminder.code.as_str()).collect();
        report.line(Say::Count.say(lang, &[("count", &self.reminders.len()), ("schools", &schools.len())]));
        let rows = self.reminders.iter().map(|reminder| {
            let (name, day) = (reminder.name.clone().unwrap_or_default(), reminder.deadline.map(|day| day.text(lang)).unwrap_or_default());
            vec![reminder.code.clone(), name, capital(reminder.ask.name(lang)), reminder.details.join("; "), day]
        });
        report.table([Say::Code, Say::Name, Say::Ask, Say::Details, Say::Deadline].map(|title| Column::text(word(title))), rows);
        report
    }
}
