//! Reads a well-formed assessment straight into a sheet, in one pass.
//!
//! Every function returns `None` on anything wrong or unusual. The caller then runs the reader that finds every fault: see [`Source`].

use std::mem;

use super::evidence::Shown;
use super::{Fill, Scorer, Sheet};
use crate::assessment::{Answer, Assessment, ConditionAnswer, Facts, Subject};
use crate::framework::Code;
use crate::json::{Scan, Source};

impl Scorer {
    /// As [`Scorer::skim`], for a text. The whole text must be one assessment.
    #[doc(hidden)]
    pub fn skim_text(&self, text: &[u8]) -> Option<(Subject, Sheet)> {
        self.skim_whole(text).map(|(subject, sheet, _)| (subject, sheet))
    }

    pub(super) fn skim_whole(&self, text: &[u8]) -> Option<(Subject, Sheet, Shown)> {
        let mut scan = Scan::new(text)?;
        let read = self.skim_all(&mut scan)?;
        scan.end()?;
        Some(read)
    }

    /// Reads an assessment in one pass from the form in which a host keeps it. `None` is no refusal: pass the text to [`Scorer::read`],
    /// which accepts it or finds every fault.
    #[doc(hidden)]
    pub fn skim<S: Source>(&self, source: &mut S) -> Option<(Subject, Sheet)> {
        self.skim_all(source).map(|(subject, sheet, _)| (subject, sheet))
    }

    fn skim_all<S: Source>(&self, source: &mut S) -> Option<(Subject, Sheet, Shown)> {
        let mut sheet = self.blank();
        let mut row = Row { scorer: self, keeps_evidence: sheet.frame.asks, fill: sheet.row(), shown: Shown::default() };
        let about = Assessment::skim_by(source, &mut row)?;
        if about.framework.as_ref().is_some_and(|id| *id != self.framework.id) {
            return None;
        }
        let shown = Shown { assessed_on: about.assessed_on, known: about.evidence, ..row.shown };
        self.look_for_evidence(&mut sheet, &shown, |required| required.of(&shown));
        Some((about.into(), sheet, shown))
    }
}

/// A row of a sheet during reading.
struct Row<'s> {
    fill: Fill<'s>,
    keeps_evidence: bool,
    scorer: &'s Scorer,
    shown: Shown,
}

impl Facts for Row<'_> {
    fn answers<S: Source>(&mut self, source: &mut S) -> Option<()> {
        let mut places = Places::of(&self.scorer.codes);
        source.object(|source, code| {
            let position = places.find(code)?;
            let (fact, evidence) = source.or_null(|source| Answer::skim(source, self.keeps_evidence))?.unwrap_or_default();
            if !evidence.is_empty() {
                self.shown.answers.insert(code.to_owned(), evidence);
            }
            let points = match fact {
                Some(fact) => self.scorer.points(position, fact).ok()?,
                None => None,
            };
            self.fill.answer(position, points).ok()
        })
    }

    fn conditions<S: Source>(&mut self, source: &mut S) -> Option<()> {
        let mut places = Places::of(&self.scorer.conditions);
        source.object(|source, code| {
            let position = places.find(code)?;
            let (met, evidence) = source.or_null(|source| ConditionAnswer::skim(source, self.keeps_evidence))?.unwrap_or_default();
            if !evidence.is_empty() {
                self.shown.conditions.insert(code.to_owned(), evidence);
            }
            self.fill.condition(position, met.into()).ok()
        })
    }
}

/// Finds the codes of an object among those of the framework.
struct Places<'s> {
    /// In the order of the codes, as most texts are too.
    known: &'s [(Code, usize)],
    next: usize,
    seen: Vec<bool>,
}

impl<'s> Places<'s> {
    fn of(known: &'s [(Code, usize)]) -> Places<'s> {
        Places { known, next: 0, seen: vec![false; known.len()] }
    }

    /// The position of a code; `None` if the code is unknown or occurs again.
    fn find(&mut self, code: &str) -> Option<usize> {
        let place = match self.known.get(self.next) {
            Some((known, _)) if *known == *code => self.next,
            _ => self.known.binary_search_by(|(known, _)| known.as_str().cmp(code)).ok()?,
        };
        self.next = place.saturating_add(1);
        let seen = mem::replace(self.seen.get_mut(place)?, true);
        if seen { None } else { self.known.get(place).map(|(_, position)| *position) }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Framework, Scorer, Violations};

    fn takes(text: &str) -> Result<bool, Violations> {
        Ok(Scorer::new(Framework::shipped("moet-4725-2022")?)?.skim_text(text.as_bytes()).is_some())
    }

    #[test]
    fn what_is_written_as_usual_is_read_in_one_pass() -> Result<(), Violations> {
        for text in [
            r#"{"conditions":{},"answers":{}}"#,
            r#"{ "answers": { "1.3.1": 6, "1.6.1": 5.25, "1.3.2": "5.10", "1.3.3": null, "1.3.4": 6.0 }, "conditions": { "1.1": true, "1.2": null } }"#,
            r#"{"answers":{"1.3.1":{"points":5.5,"note":"x","evidence":[{"title":"y","date":"2023-09-05","uri":null}]}},"conditions":{"1.1":{"met":false}}}"#,
            r#"{"framework":"moet-4725-2022","institution":{"code":"31","name":"Tr\u01b0\u1eddng","type":"primary"},"period":null,"stream":"self","assessed_on":"2023-10-12","conditions":{},"answers":{}}"#,
        ] {
            assert!(takes(text)?, "{text}");
        }
        Ok(())
    }

    #[test]
    fn what_is_wrong_or_unusual_is_left_to_the_other_reader() -> Result<(), Violations> {
        for text in [
            "",
            "\u{feff}{\"conditions\":{},\"answers\":{}}",
            r#"{"conditions":{}}"#,
            r#"{"conditions":{},"answers":{}} ."#,
            r#"{"conditions":{},"answers":{},"answers":{}}"#,
            r#"{"conditions":{},"answers":{"1.3.1":null,"1.3.1":6}}"#,
            r#"{"conditions":{},"answers":{"1.3.1":6.01}}"#,
            r#"{"conditions":{},"answers":{"1.3.1":51e-1}}"#,
            r#"{"conditions":{},"answers":{"1.3.1":{"met":true}}}"#,
            r#"{"conditions":{"9.9":true},"answers":{}}"#,
        ] {
            assert!(!takes(text)?, "{text}");
        }
        Ok(())
    }
}
