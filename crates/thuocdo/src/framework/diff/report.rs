//! The changes in whole sentences.

use std::fmt;

use super::words::Say;
use super::{Aspect, Changed, Diff, Element};
use crate::text::{Column, Lang, Report, Text, capital};
use crate::violation::Term;

impl Diff {
    /// The report: both sides with their digests, and a row for each change.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::Title.template(lang));
        for (say, side) in [(Say::Before, &self.before), (Say::After, &self.after)] {
            report.line(say.say(lang, &[("digest", &side.digest), ("id", &side.id), ("revision", &side.revision)]));
        }
        if self.before.digest == self.after.digest {
            report.line(Say::Same.template(lang));
        } else if self.changes.is_empty() {
            report.line(Say::NothingListed.template(lang));
        } else {
            report.line(Say::Count.say(lang, &[("count", &self.changes.len())]));
        }
        let columns = [Say::Where, Say::What].map(|say| Column::text(say.template(lang)));
        report.table(columns, self.changes.iter().map(|change| vec![change.place(lang), change.text(lang)]));
        report
    }
}

impl Changed {
    /// The element: `mục 1.6.1`.
    fn place(&self, lang: Lang) -> String {
        let element = capital(self.element.name(lang));
        if self.element == Element::Whole { element } else { format!("{element} {}", self.code) }
    }

    /// The change as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        let mut aspect = capital(self.aspect.name(lang));
        // Where only the words of the other language changed, those are told.
        let is_same = self.before.as_ref().map(|text| text.get(lang)) == self.after.as_ref().map(|text| text.get(lang));
        let (said_in, language) = match (is_same, lang) {
            (true, Lang::Vi) => (Lang::En, Some(Term::English)),
            (true, Lang::En) => (Lang::Vi, Some(Term::Vietnamese)),
            (false, _) => (lang, None),
        };
        if let Some(language) = language {
            aspect = Say::In.say(lang, &[("aspect", &aspect), ("language", &language.name(lang))]);
        }
        let said = |text: &Text| text.get(said_in).to_owned();
        let (before, after) = (self.before.as_ref().map(said), self.after.as_ref().map(said));
        let (say, before, after) = match (before, after) {
            (Some(before), Some(after)) => (Say::Changed, before, after),
            (None, Some(after)) if self.aspect == Aspect::Presence => {
                (if after.is_empty() { Say::New } else { Say::NewTitled }, String::new(), after)
            }
            (Some(before), None) if self.aspect == Aspect::Presence => {
                (if before.is_empty() { Say::Gone } else { Say::GoneTitled }, before, String::new())
            }
            (None, after) => (Say::Added, String::new(), after.unwrap_or_default()),
            (Some(before), None) => (Say::Dropped, before, String::new()),
        };
        let params: [(&str, &dyn fmt::Display); 3] = [("after", &after), ("aspect", &aspect), ("before", &before)];
        say.say(lang, &params)
    }
}
