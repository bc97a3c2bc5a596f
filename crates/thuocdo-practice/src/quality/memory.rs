//! What a batch remembers of the assessments before, in tens of bytes each: marks instead of texts.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::Assessment;

use super::finding::{Checks, Finding};
use super::place::{Asides, Place};
use super::rules::QualityRule;
use super::words::FindingText;
use crate::shared::code::{key, meant};
use crate::shared::mark::Mark;
use crate::shared::once::{Once, Whose};

/// An institution, by the order in which they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct InstitutionNo(u32);

/// Everything that is remembered to find repetitions.
#[derive(Clone, Debug, Default)]
pub(super) struct BatchMemory {
    /// Institutions by what all spellings of their codes have in common.
    numbers: BTreeMap<Mark, InstitutionNo>,
    codes: Vec<Box<str>>,
    /// Which record was the first of an institution, period and stream.
    submitted: Once<u64>,
    /// Which institution gave evidence, or a note, first.
    given: BTreeMap<Mark, InstitutionNo>,
    /// Which others gave it too.
    repeated: BTreeSet<(Mark, InstitutionNo)>,
}

impl BatchMemory {
    /// Which institution this is; `None` without a code, since then it may be anyone.
    pub(super) fn institution(&mut self, assessment: &Assessment) -> Option<InstitutionNo> {
        let code = assessment.institution_code()?;
        let meant = meant(code);
        if meant.is_empty() {
            return None;
        }
        let next = InstitutionNo(u32::try_from(self.codes.len()).ok()?);
        let who = *self.numbers.entry(Mark::of([key(code).as_bytes()])).or_insert(next);
        if who == next {
            self.codes.push(meant.into());
        }
        Some(who)
    }

    /// The code of an institution.
    pub(super) fn code(&self, who: InstitutionNo) -> &str {
        usize::try_from(who.0).ok().and_then(|index| self.codes.get(index)).map_or("", |code| code)
    }

    /// Whether the institution has an assessment of this period and stream already.
    pub(super) fn again(&mut self, who: InstitutionNo, record: u64, assessment: &Assessment, prefix: &str, checks: &mut Checks) {
        let period = assessment.period.as_deref().unwrap_or_default();
        let stream = assessment.stream.map_or("", thuocdo::Stream::as_str);
        let first = self.submitted.note(Whose::of_assessment(assessment), record).copied();
        let finding = |first| {
            Finding::new(QualityRule::InstitutionUnique, Place::field("institution", "code").pointer(prefix), FindingText::SubmittedAgain)
                .with("first", first)
                .with("institution", self.code(who))
                .with("period", period)
                .with("stream", stream)
        };
        checks.record(QualityRule::InstitutionUnique, first.map(finding));
    }

    /// Evidence that has a date or an address, and notes of five words or more, against those of other institutions. Each is checked
    /// once for each institution that has it, so that the order of records changes no count.
    pub(super) fn borrowed(&mut self, who: InstitutionNo, asides: &Asides<'_>, prefix: &str, checks: &mut Checks) {
        for (place, piece) in &asides.evidence {
            if piece.title.trim().is_empty() || (piece.date.is_none() && piece.uri.is_none()) {
                continue;
            }
            let (date, uri) = (piece.date.map(|date| date.to_string()).unwrap_or_default(), piece.uri.as_deref().unwrap_or_default());
            let mark = Mark::of([b"evidence".as_slice(), piece.title.as_bytes(), date.as_bytes(), uri.as_bytes()]);
            self.own(who, mark, checks, |other| {
                Finding::new(QualityRule::EvidenceOwn, place.pointer(prefix), FindingText::EvidenceOfAnother)
                    .with("institution", other)
                    .with("title", piece.title.as_str())
            });
        }
        for (place, note) in &asides.notes {
            if note.split_whitespace().nth(LONG_NOTE).is_none() {
                continue;
            }
            let mark = Mark::of([b"note".as_slice(), note.as_bytes()]);
            self.own(who, mark, checks, |other| {
                Finding::new(QualityRule::EvidenceOwn, place.pointer(prefix), FindingText::NoteOfAnother)
                    .with("institution", other)
                    .with("note", *note)
            });
        }
    }

    fn own(&mut self, who: InstitutionNo, mark: Mark, checks: &mut Checks, finding: impl Fn(&str) -> Finding) {
        match self.given.get(&mark).copied() {
            None => {
                self.given.insert(mark, who);
                checks.pass(QualityRule::EvidenceOwn, 1);
            }
            Some(first) if first != who && self.repeated.insert((mark, who)) => checks.fail(finding(self.code(first))),
            Some(_) => {}
        }
    }
}

/// A note of more words than this, counted from 0, is not the same by chance: five.
const LONG_NOTE: usize = 4;
