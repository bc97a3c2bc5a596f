//! Where in an assessment a text or a piece of evidence stands. Its pointer is written only when something is found there.

use thuocdo::json::push_key;
use thuocdo::{Assessment, Evidence};

/// A place below the assessment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// `answers`, `conditions`, `institution`; empty for a field of the assessment itself.
    list: &'static str,
    /// A code or a field.
    key: &'a str,
    part: Part,
}

#[derive(Clone, Copy, Debug)]
enum Part {
    Whole,
    Note,
    /// A field of a piece of evidence.
    Evidence(usize, &'static str),
}

impl<'a> Place<'a> {
    /// A field of the assessment, or of the institution.
    pub(super) const fn field(list: &'static str, key: &'a str) -> Place<'a> {
        Place { list, key, part: Part::Whole }
    }

    /// Whether it stands in an entry of a list.
    pub(super) fn is_in(self, list: &str, key: &str) -> bool {
        (self.list, self.key) == (list, key)
    }

    /// Whether a name or title stands there, and no note or address.
    pub(super) fn is_name(self) -> bool {
        matches!(self.part, Part::Whole | Part::Evidence(_, "title"))
    }

    /// The same piece of evidence, another field.
    pub(super) const fn with(self, field: &'static str) -> Place<'a> {
        match self.part {
            Part::Evidence(index, _) => Place { part: Part::Evidence(index, field), ..self },
            _ => self,
        }
    }

    /// As a JSON Pointer, behind that of the assessment.
    pub(super) fn pointer(self, assessment: &str) -> String {
        let mut pointer = assessment.to_owned();
        if !self.list.is_empty() {
            push_key(&mut pointer, self.list);
        }
        push_key(&mut pointer, self.key);
        match self.part {
            Part::Whole => {}
            Part::Note => pointer.push_str("/note"),
            Part::Evidence(index, field) => {
                pointer.push_str("/evidence/");
                pointer.push_str(&index.to_string());
                if !field.is_empty() {
                    push_key(&mut pointer, field);
                }
            }
        }
        pointer
    }
}

/// The longest key, in bytes, below which things are looked at.
const LONGEST_KEY: usize = 64;

/// Evidence and notes of an assessment, gathered once.
#[derive(Debug)]
pub(super) struct Asides<'a> {
    /// Every piece of evidence that was not refused.
    pub(super) evidence: Vec<(Place<'a>, &'a Evidence)>,
    /// Every note.
    pub(super) notes: Vec<(Place<'a>, &'a str)>,
}

impl<'a> Asides<'a> {
    /// Those of an assessment.
    pub(super) fn of(assessment: &'a Assessment) -> Asides<'a> {
        let mut asides = Asides { evidence: Vec::new(), notes: Vec::new() };
        for (code, answer) in &assessment.answers {
            asides.add(Place::field("answers", code), &answer.evidence, answer.note.as_deref());
        }
        for (code, condition) in &assessment.conditions {
            asides.add(Place::field("conditions", code), &condition.evidence, condition.note.as_deref());
        }
        asides
    }

    fn add(&mut self, place: Place<'a>, evidence: &'a [Evidence], note: Option<&'a str>) {
        // No code is so long. That it is unknown is a finding already, which every finding below it would repeat.
        if place.key.len() > LONGEST_KEY {
            return;
        }
        self.notes.extend(note.map(|note| (Place { part: Part::Note, ..place }, note)));
        let pieces = evidence.iter().enumerate().filter(|(_, piece)| **piece != Evidence::default());
        self.evidence.extend(pieces.map(|(index, piece)| (Place { part: Part::Evidence(index, ""), ..place }, piece)));
    }

    /// Every text that a person wrote, and its place.
    pub(super) fn texts(&self, assessment: &'a Assessment) -> impl Iterator<Item = (Place<'a>, &'a str)> {
        let institution = assessment.institution.iter().flat_map(|institution| {
            [("code", &institution.code), ("name", &institution.name)]
                .into_iter()
                .filter_map(|(field, text)| Some((Place::field("institution", field), text.as_deref()?)))
        });
        let period = assessment.period.as_deref().map(|period| (Place::field("", "period"), period));
        let pieces = self.evidence.iter().flat_map(|(place, piece)| {
            let uri = piece.uri.as_deref().map(|uri| (place.with("uri"), uri));
            [Some((place.with("title"), piece.title.as_str())), uri].into_iter().flatten()
        });
        institution.chain(period).chain(self.notes.iter().copied()).chain(pieces)
    }
}
