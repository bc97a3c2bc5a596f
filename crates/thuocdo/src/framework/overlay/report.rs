//! An overlay as a report in words.

use std::fmt;

use super::super::ACCEPTED_SHOWN;
use super::super::evidence::EvidenceRule;
use super::super::facts::Facts;
use super::super::model::Framework;
use super::super::rules::Rule;
use super::super::words::help;
use super::Overlay;
use super::words::Say;
use crate::text::{Column, Lang, Report, Text, place};
use crate::violation::Term;

impl Overlay {
    /// Whether the overlay has no issuing act, and so only illustrates.
    pub const fn is_illustrative(&self) -> bool {
        self.issued.is_none()
    }

    /// The report: the changes to `base`, and whether an act issued the overlay.
    pub fn report(&self, base: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(self.title.get(lang));
        report.line(Say::Named.say(lang, &[("base", &self.base.id), ("digest", &self.base.digest), ("id", &self.id), ("revision", &self.revision)]));
        report.line(self.issued.as_ref().map_or_else(
            || Say::Illustrative.template(lang).to_owned(),
            |legal| Say::Issued.say(lang, &[("act", &legal.cited(lang)), ("title", &legal.title)]),
        ));
        let (standing, meaning) = (self.basis.standing.title(lang), self.basis.standing.meaning(lang));
        report.line(Say::Basis.say(lang, &[("meaning", &meaning), ("standing", &standing)]));
        report.lines(self.basis.note.iter().map(|note| note.get(lang).to_owned()));
        report.line(Say::Kept.template(lang));
        report.lines(self.lacking(lang));
        self.indicators_in(&mut report, base, lang);
        self.parts_in(&mut report, base, lang);
        self.conditions_in(&mut report, base, lang);
        report
    }

    /// Which texts are written in one language only, and which are still to be decided; a line each.
    pub fn lacking(&self, lang: Lang) -> Vec<String> {
        let places = |places: Vec<String>| {
            let mut named: Vec<String> = places.iter().take(ACCEPTED_SHOWN).map(|at| place(at, lang)).collect();
            if let Some(more @ 1..) = places.len().checked_sub(ACCEPTED_SHOWN) {
                named.push(Say::More.say(lang, &[("count", &more)]));
            }
            named.join("; ")
        };
        let untranslated = Lang::ALL.into_iter().filter_map(|of| {
            let missing = self.untranslated(of);
            let [say, other] = match of {
                Lang::Vi => [Term::Vietnamese, Term::English],
                Lang::En => [Term::English, Term::Vietnamese],
            };
            let params: [(&str, &dyn fmt::Display); 4] =
                [("count", &missing.len()), ("language", &say.name(lang)), ("other", &other.name(lang)), ("places", &places(missing.clone()))];
            (!missing.is_empty()).then(|| Say::Untranslated.say(lang, &params))
        });
        let undecided = self.undecided();
        let to_decide = (!undecided.is_empty()).then(|| {
            Say::Undecided.say(lang, &[("count", &undecided.len()), ("mark", &Say::Mark.template(lang)), ("places", &places(undecided.clone()))])
        });
        untranslated.chain(to_decide).collect()
    }

    fn indicators_in(&self, report: &mut Report, base: &Framework, lang: Lang) {
        let refined = base.indicators().filter_map(|known| Some((known, self.indicators.get(&*known.code)?)));
        let rows = refined.filter(|(_, refined)| refined.parts.is_none()).flat_map(|(known, refined)| {
            let renamed = refined.title.as_ref().map(|title| Say::Renamed.say(lang, &[("title", &title.get(lang))]));
            let added = added(refined.rule.as_ref(), refined.facts.as_ref(), refined.guidance.as_ref(), refined.required_evidence.as_ref(), lang);
            let cells = vec![known.code.to_string(), known.title.get(lang).to_owned(), known.max.text(lang)];
            with_lines(cells, renamed.into_iter().chain(added))
        });
        table(report, lang, Say::Indicators, &[Say::Code, Say::Content, Say::Max, Say::Adds], rows.collect());
    }

    fn parts_in(&self, report: &mut Report, base: &Framework, lang: Lang) {
        let split = base.indicators().filter_map(|known| Some((known, self.indicators.get(&*known.code)?.parts.as_ref()?)));
        let rows = split.flat_map(|(known, parts)| {
            parts.iter().flat_map(|part| {
                let given = part.rule.is_none().then(|| Say::Given.template(lang).to_owned());
                let added = added(part.rule.as_ref(), part.facts.as_ref(), part.guidance.as_ref(), part.required_evidence.as_ref(), lang);
                let whole = format!("{} {}", known.code, known.title.get(lang));
                with_lines(vec![part.code.to_string(), part.title.get(lang).to_owned(), part.max.text(lang), whole], given.into_iter().chain(added))
            })
        });
        table(report, lang, Say::Parts, &[Say::Code, Say::Content, Say::Max, Say::Whole, Say::Adds], rows.collect());
    }

    fn conditions_in(&self, report: &mut Report, base: &Framework, lang: Lang) {
        let refined = base.conditions().filter_map(|known| Some((known, self.conditions.get(&*known.code)?)));
        let rows = refined.flat_map(|(known, refined)| {
            let added = added(None, None, refined.guidance.as_ref(), refined.required_evidence.as_ref(), lang);
            with_lines(vec![known.code.to_string(), known.title.get(lang).to_owned()], added)
        });
        table(report, lang, Say::Conditions, &[Say::Code, Say::Content, Say::Adds], rows.collect());
        let rows = self.local_conditions.iter().flat_map(|own| {
            let added = added(None, None, own.guidance.as_ref(), own.required_evidence.as_ref(), lang);
            with_lines(vec![own.code.to_string(), own.group.to_string(), own.title.get(lang).to_owned()], added)
        });
        table(report, lang, Say::LocalConditions, &[Say::Code, Say::Group, Say::Content, Say::Adds], rows.collect());
    }
}

/// The additions to one indicator or condition, one line each.
fn added(rule: Option<&Rule>, facts: Option<&Facts>, guidance: Option<&Text>, evidence: Option<&EvidenceRule>, lang: Lang) -> Vec<String> {
    let rule = rule.and_then(|rule| rule.text(lang)).map(|rule| Say::Rule.say(lang, &[("rule", &rule)]));
    rule.into_iter().chain(help(facts, guidance, evidence, lang)).collect()
}

/// A table row that ends with the first of `lines`, and one row below it for each further line.
fn with_lines(cells: Vec<String>, lines: impl IntoIterator<Item = String>) -> Vec<Vec<String>> {
    let blank = vec![String::new(); cells.len()];
    let mut lines = lines.into_iter();
    let mut rows = vec![cells];
    if let Some(first) = rows.first_mut() {
        first.push(lines.next().unwrap_or_default());
    }
    rows.extend(lines.map(|line| blank.iter().cloned().chain([line]).collect()));
    rows
}

fn table(report: &mut Report, lang: Lang, title: Say, columns: &[Say], rows: Vec<Vec<String>>) {
    if !rows.is_empty() {
        report.title(title.template(lang));
        let column = |say: &Say| if *say == Say::Max { Column::number(say.template(lang)) } else { Column::text(say.template(lang)) };
        report.table(columns.iter().map(column).collect::<Vec<_>>(), rows);
    }
}
