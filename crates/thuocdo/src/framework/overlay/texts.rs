//! Every text of an overlay: which of them are written in one language only, and which are still to be decided.

use super::super::evidence::EvidenceRule;
use super::super::facts::Facts;
use super::Overlay;
use super::words::Say;
use crate::json::pointer;
use crate::text::{Lang, Remark, Text};

/// What is done with each text: its pointer in the overlay, and the text.
type Visit<'a> = &'a mut dyn FnMut(&str, &mut Text);

impl Overlay {
    /// The pointers of the texts that are not written in a language, in the order of the file. The other language stands in for them.
    pub fn untranslated(&self, lang: Lang) -> Vec<String> {
        self.places_of(|text| !text.is_in(lang))
    }

    /// The pointers of the texts that [`Draft`](super::Draft) marked, because a person must decide what to write there.
    pub fn undecided(&self) -> Vec<String> {
        self.places_of(|text| Lang::ALL.into_iter().any(|lang| text.get(lang).starts_with(Say::Mark.template(lang))))
    }

    /// The overlay with each text in both languages: where one is missing, it has the words of the other.
    pub(super) fn in_both_languages(&self) -> Overlay {
        let mut both = self.clone();
        both.visit(&mut |_, text| *text = text.in_both_languages());
        both
    }

    fn places_of(&self, is_meant: impl Fn(&Text) -> bool) -> Vec<String> {
        let mut places = Vec::new();
        // The walk may change texts, so it needs an overlay of its own.
        self.clone().visit(&mut |at, text| {
            if is_meant(text) {
                places.push(at.to_owned());
            }
        });
        places
    }

    fn visit(&mut self, visit: Visit<'_>) {
        visit("/title", &mut self.title);
        if let Some(note) = &mut self.basis.note {
            remark("/basis/note", note, visit);
        }
        for (name, source) in &mut self.sources {
            remark(&pointer("/sources", name), source, visit);
        }
        for (code, indicator) in &mut self.indicators {
            let at = pointer("/indicators", code);
            optional(&at, "title", &mut indicator.title, visit);
            added(&at, &mut indicator.facts, &mut indicator.guidance, &mut indicator.required_evidence, visit);
            for (n, part) in indicator.parts.iter_mut().flatten().enumerate() {
                let at = format!("{at}/parts/{n}");
                visit(&format!("{at}/title"), &mut part.title);
                added(&at, &mut part.facts, &mut part.guidance, &mut part.required_evidence, visit);
            }
        }
        for (code, condition) in &mut self.conditions {
            added(&pointer("/conditions", code), &mut None, &mut condition.guidance, &mut condition.required_evidence, visit);
        }
        for (n, condition) in self.local_conditions.iter_mut().enumerate() {
            let at = format!("/local_conditions/{n}");
            visit(&format!("{at}/title"), &mut condition.title);
            added(&at, &mut None, &mut condition.guidance, &mut condition.required_evidence, visit);
        }
    }
}

fn optional(at: &str, field: &str, text: &mut Option<Text>, visit: Visit<'_>) {
    if let Some(text) = text {
        visit(&format!("{at}/{field}"), text);
    }
}

fn remark(at: &str, remark: &mut Remark, visit: Visit<'_>) {
    if let Remark::Both(text) = remark {
        visit(at, text);
    }
}

fn added(at: &str, facts: &mut Option<Facts>, guidance: &mut Option<Text>, evidence: &mut Option<EvidenceRule>, visit: Visit<'_>) {
    if let Some(Facts { count, met, part, whole }) = facts {
        for (name, label) in [("count", count), ("met", met), ("part", part), ("whole", whole)] {
            if let Some(label) = label {
                visit(&format!("{at}/facts/{name}/title"), &mut label.title);
                optional(&format!("{at}/facts/{name}"), "unit", &mut label.unit, visit);
            }
        }
    }
    optional(at, "guidance", guidance, visit);
    for (kind, title) in evidence.iter_mut().flat_map(|rule| &mut rule.kinds) {
        visit(&pointer(&format!("{at}/required_evidence/kinds"), kind), title);
    }
}
