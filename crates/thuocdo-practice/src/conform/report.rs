//! A comparison in words.

use thuocdo::text::{Column, capital};
use thuocdo::{Lang, Report};

use super::answer::Failure;
use super::case::CaseKind;
use super::kit::Kit;
use super::result::{CaseDifference, Conformance};
use super::words::{Say, why};
use crate::shared::{stated, words};

/// So many differences of a kind fit on a screen.
const ON_SCREEN: usize = 4;

impl Conformance {
    /// Everything in words: for a file.
    pub fn report(&self, lang: Lang) -> Report {
        self.told(usize::MAX, lang)
    }

    /// The same for a screen, with the first differences of each kind.
    pub fn screen(&self, lang: Lang) -> Report {
        self.told(ON_SCREEN, lang)
    }

    fn told(&self, most: usize, lang: Lang) -> Report {
        let mut report = Report::default();
        let differing: u32 = self.kinds.iter().fold(0, |sum, kind| sum.saturating_add(kind.differing));
        report.title(match (self.conforms, differing) {
            (true, _) => Say::Conforms.say(lang, &[("cases", &self.kit.cases)]),
            (false, 0) => Say::NoLevels.template(lang).to_owned(),
            (false, _) => Say::Differs.say(lang, &[("differing", &differing), ("cases", &self.kit.cases)]),
        });
        report.line(words::by(&self.kit.framework, lang));
        report.line(Say::Kit.say(lang, &[("version", &self.kit.version), ("digest", &self.kit.digest)]));
        if let Some(mark) = &self.mark {
            report.line(Say::MarkIs.say(lang, &[("mark", mark)]));
            report.line(Say::MarkMeans.template(lang));
        }
        if !self.not_stated.is_empty() {
            let fields: Vec<String> = self.not_stated.iter().map(|field| named(field, lang)).collect();
            report.line(Say::NotStated.say(lang, &[("fields", &fields.join(", "))]));
        }
        if !self.unknown.is_empty() {
            report.line(Say::UnknownCases.say(lang, &[("count", &self.unknown.len()), ("names", &words::codes(&self.unknown, lang))]));
        }
        report.title(Say::Kinds.template(lang));
        let heads = [
            Column::text(Say::KindHead.template(lang)),
            Column::number(Say::CasesHead.template(lang)),
            Column::number(Say::DifferingHead.template(lang)),
        ];
        let counts = self.kinds.iter().map(|count| vec![capital(count.kind.name(lang)), count.cases.to_string(), count.differing.to_string()]);
        report.table(heads, counts);
        for count in self.kinds.iter().filter(|count| count.differing > 0) {
            report.title(Say::OfKind.say(lang, &[("kind", &count.kind.name(lang)), ("differing", &count.differing), ("cases", &count.cases)]));
            report.line(why(count.kind, lang));
            let own: Vec<&CaseDifference> = self.differences.iter().filter(|differs| differs.kind == count.kind).collect();
            let heads = [Say::Case, Say::Field, Say::Right, Say::Found].map(|head| Column::text(head.template(lang)));
            report.table(heads, own.iter().take(most).map(|differs| differs.row(lang)));
            if own.len() > most {
                report.line(Say::More.say(lang, &[("count", &own.len().saturating_sub(most))]));
            }
        }
        report
    }
}

impl CaseDifference {
    fn row(&self, lang: Lang) -> Vec<String> {
        let value = |value: Option<&String>, absent: Say| {
            value.map_or_else(|| absent.template(lang).to_owned(), |text| stated::value_of(&self.field, text, lang))
        };
        let found = if self.field == "answer" { self.failure(lang) } else { value(self.found.as_ref(), Say::Nothing) };
        vec![self.case.clone(), named(&self.field, lang), value(self.expected.as_ref(), Say::MustBeRefused), found]
    }

    /// Why there is no answer, in words.
    fn failure(&self, lang: Lang) -> String {
        let Some(found) = &self.found else { return Say::Nothing.template(lang).to_owned() };
        let (word, why) = found.split_once(": ").map_or((found.as_str(), None), |(word, why)| (word, Some(why)));
        let word = word.parse().map_or(word, |failure: Failure| failure.name(lang));
        why.map_or_else(|| word.to_owned(), |why| format!("{word}: {why}"))
    }
}

/// The name of a field for people.
fn named(field: &str, lang: Lang) -> String {
    stated::name_of(field, lang).unwrap_or_else(|| Say::Answer.template(lang).to_owned())
}

impl Kit {
    /// The kit in words: how many cases of each kind it has.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::KitHas.say(lang, &[("cases", &self.mark.cases)]));
        report.line(words::by(&self.mark.framework, lang));
        report.line(Say::Kit.say(lang, &[("version", &self.mark.version), ("digest", &self.mark.digest)]));
        if !self.left_out.is_empty() {
            report.line(Say::LeftOut.say(lang, &[("count", &self.left_out.len()), ("names", &words::codes(&self.left_out, lang))]));
        }
        let count = |kind: CaseKind| self.cases.iter().filter(|case| case.kind == kind).count();
        let rows = CaseKind::WORDS.iter().map(|(_, kind)| vec![capital(kind.name(lang)), count(*kind).to_string()]);
        report.table([Column::text(Say::KindHead.template(lang)), Column::number(Say::CasesHead.template(lang))], rows);
        report
    }
}
