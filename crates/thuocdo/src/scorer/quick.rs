//! An assessment read straight into a sheet, in one pass, where nothing is wrong with it and all is written as one would.
//!
//! It gives up (`None`) on everything else, and then the two-pass reader decides: see [`Scan`].

#![expect(clippy::option_option, reason = "to give up, and to find nothing said, are two things")]

use std::collections::BTreeMap;
use std::mem;

use super::{Fill, Scorer, Sheet};
use crate::assessment::{Answer, Assessment, ConditionAnswer, Evidence, EvidenceKnown, Fact, Institution, InstitutionType, Share, Stream};
use crate::framework::{Code, Date};
use crate::json::{Scan, Source};
use crate::points::Points;

impl Scorer {
    /// What a scorecard needs of an assessment in a text: who and when, and the answers as a sheet.
    pub(super) fn quick_text(&self, bytes: &[u8]) -> Option<(Assessment, Sheet)> {
        let mut scan = Scan::new(bytes)?;
        let read = self.quick(&mut scan)?;
        scan.end()?;
        Some(read)
    }

    /// What a scorecard needs of an assessment that is read where it lies, if nothing is wrong with it and all is as one would write it.
    /// `None` says nothing about it: its text decides, by [`Scorer::read_json`].
    pub fn quick<S: Source>(&self, scan: &mut S) -> Option<(Assessment, Sheet)> {
        let mut sheet = self.blank();
        let mut row = sheet.fill();
        let (mut answers, mut assessed_on, mut conditions, mut framework) = (None, None, None, None);
        let (mut evidence, mut of, mut period, mut stream) = (None, None, None, None);
        let mut said = Assessment::default();
        scan.object(|scan, key| match key {
            "answers" => once(&mut answers, self.answers(scan, &mut row, &mut said.answers)),
            "assessed_on" => once(&mut assessed_on, scan.or_null(date)),
            "conditions" => once(&mut conditions, self.conditions(scan, &mut row, &mut said.conditions)),
            "evidence" => once(&mut evidence, scan.or_null(|scan| word(scan, EvidenceKnown::WORDS))),
            "framework" => once(&mut framework, scan.or_null(|scan| if scan.string()? == self.framework.id { Some(()) } else { None })),
            "institution" => once(&mut of, scan.or_null(institution)),
            "period" => once(&mut period, scan.or_null(text)),
            "stream" => once(&mut stream, scan.or_null(|scan| word(scan, Stream::WORDS))),
            _ => None,
        })?;
        answers.and(conditions)?;
        let said = Assessment {
            assessed_on: assessed_on.flatten(),
            evidence: evidence.flatten(),
            institution: of.flatten(),
            period: period.flatten(),
            stream: stream.flatten(),
            ..said
        };
        self.look_for_evidence(&mut sheet, &said, |required| required.of(&said));
        Some((said, sheet))
    }

    /// Of what is said beside the facts, only evidence that is required is kept.
    fn answers(&self, scan: &mut impl Source, row: &mut Fill<'_>, said: &mut BTreeMap<String, Answer>) -> Option<()> {
        let mut places = Places::of(&self.codes);
        scan.object(|scan, code| {
            let position = places.find(code)?;
            let mut evidence = row.requires_answer_evidence(position).then(Vec::new);
            let points = match scan.or_null(|scan| answer(scan, &mut evidence))?.flatten() {
                Some(fact) => self.points(position, fact).ok()?,
                None => None,
            };
            said.extend(kept(evidence).map(|evidence| (code.to_owned(), Answer { evidence, ..Answer::default() })));
            row.answer(position, points).ok()
        })
    }

    fn conditions(&self, scan: &mut impl Source, row: &mut Fill<'_>, said: &mut BTreeMap<String, ConditionAnswer>) -> Option<()> {
        let mut places = Places::of(&self.conditions);
        scan.object(|scan, code| {
            let position = places.find(code)?;
            let mut evidence = row.requires_condition_evidence(position).then(Vec::new);
            let met = scan.or_null(|scan| condition(scan, &mut evidence))?.flatten();
            said.extend(kept(evidence).map(|evidence| (code.to_owned(), ConditionAnswer { evidence, ..ConditionAnswer::default() })));
            row.condition(position, met.into()).ok()
        })
    }
}

/// Pieces of evidence, where they are asked for.
type Pieces = Option<Vec<Evidence>>;

fn kept(evidence: Pieces) -> Pieces {
    evidence.filter(|pieces| !pieces.is_empty())
}

/// Where the codes of an object stand among those that are known.
struct Places<'s> {
    /// Sorted by code, as most texts are.
    known: &'s [(Code, usize)],
    next: usize,
    said: Vec<bool>,
}

impl<'s> Places<'s> {
    fn of(known: &'s [(Code, usize)]) -> Places<'s> {
        Places { known, next: 0, said: vec![false; known.len()] }
    }

    /// The position of a code that was not said before.
    fn find(&mut self, code: &str) -> Option<usize> {
        let place = match self.known.get(self.next) {
            Some((known, _)) if **known == *code => self.next,
            _ => self.known.binary_search_by(|(known, _)| (**known).cmp(code)).ok()?,
        };
        self.next = place.saturating_add(1);
        let said = mem::replace(self.said.get_mut(place)?, true);
        if said { None } else { self.known.get(place).map(|(_, position)| *position) }
    }
}

/// Notes what was read under a key, of which there may be but one.
fn once<T>(place: &mut Option<T>, read: Option<T>) -> Option<()> {
    if place.replace(read?).is_none() { Some(()) } else { None }
}

/// The fact of an answer, if it says one.
fn answer(scan: &mut impl Source, kept: &mut Pieces) -> Option<Option<Fact>> {
    match scan.peek()? {
        b'{' => facts(scan, kept),
        b't' | b'f' => scan.bool().map(Fact::Met).map(Some),
        _ => points(scan).map(Fact::Points).map(Some),
    }
}

fn facts(scan: &mut impl Source, kept: &mut Pieces) -> Option<Option<Fact>> {
    let (mut count, mut evidence, mut met, mut note) = (None, None, None, None);
    let (mut part, mut given, mut whole) = (None, None, None);
    scan.object(|scan, key| match key {
        "count" => once(&mut count, scan.or_null(Source::count)),
        "evidence" => once(&mut evidence, scan.or_null(|scan| pieces(scan, kept))),
        "met" => once(&mut met, scan.or_null(Source::bool)),
        "note" => once(&mut note, scan.or_null(skip)),
        "part" => once(&mut part, scan.or_null(Source::count)),
        "points" => once(&mut given, scan.or_null(points)),
        "whole" => once(&mut whole, scan.or_null(Source::count)),
        _ => None,
    })?;
    let share = match (part.flatten(), whole.flatten()) {
        (None, None) => None,
        (part, whole) => Some(Share::new(part?, whole?)?),
    };
    let all = [count.flatten().map(Fact::Count), met.flatten().map(Fact::Met), given.flatten().map(Fact::Points), share.map(Fact::Share)];
    let mut said = all.into_iter().flatten();
    let fact = said.next();
    if said.next().is_none() { Some(fact) } else { None }
}

fn points(scan: &mut impl Source) -> Option<Points> {
    if scan.peek()? == b'"' { scan.string()?.parse().ok() } else { scan.points() }
}

/// Whether a condition is met, if it is said.
fn condition(scan: &mut impl Source, kept: &mut Pieces) -> Option<Option<bool>> {
    if scan.peek()? != b'{' {
        return scan.bool().map(Some);
    }
    let (mut evidence, mut met, mut note) = (None, None, None);
    scan.object(|scan, key| match key {
        "evidence" => once(&mut evidence, scan.or_null(|scan| pieces(scan, kept))),
        "met" => once(&mut met, scan.or_null(Source::bool)),
        "note" => once(&mut note, scan.or_null(skip)),
        _ => None,
    })?;
    Some(met.flatten())
}

/// Pieces of evidence. They are no part of a scorecard, so they are only looked at, and kept where some is required.
fn pieces(scan: &mut impl Source, kept: &mut Pieces) -> Option<()> {
    scan.list(|scan| {
        let (mut dated, mut kind, mut title, mut uri) = (None, None, None, None);
        scan.object(|scan, key| match key {
            "date" => once(&mut dated, scan.or_null(date)),
            "kind" if kept.is_none() => once(&mut kind, scan.or_null(skip).map(|_| None)),
            "kind" => once(&mut kind, scan.or_null(text)),
            "title" => once(&mut title, skip(scan)),
            "uri" => once(&mut uri, scan.or_null(skip)),
            _ => None,
        })?;
        if let Some(kept) = kept {
            kept.push(Evidence { date: dated.flatten(), kind: kind.flatten(), ..Evidence::default() });
        }
        title
    })
}

fn institution(scan: &mut impl Source) -> Option<Institution> {
    let (mut code, mut name, mut kind) = (None, None, None);
    scan.object(|scan, key| match key {
        "code" => once(&mut code, scan.or_null(text)),
        "name" => once(&mut name, scan.or_null(text)),
        "type" => once(&mut kind, scan.or_null(|scan| word(scan, InstitutionType::WORDS))),
        _ => None,
    })?;
    Some(Institution { code: code.flatten(), name: name.flatten(), kind: kind.flatten() })
}

fn word<T: Copy>(scan: &mut impl Source, words: &[(&str, T)]) -> Option<T> {
    let said = scan.string()?;
    words.iter().find(|(word, _)| *word == said).map(|(_, meaning)| *meaning)
}

fn text(scan: &mut impl Source) -> Option<String> {
    scan.string().map(Into::into)
}

fn skip(scan: &mut impl Source) -> Option<()> {
    scan.string().map(drop)
}

fn date(scan: &mut impl Source) -> Option<Date> {
    scan.string()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use crate::{Framework, Scorer, Violations};

    fn takes(text: &str) -> Result<bool, Violations> {
        Ok(Scorer::new(Framework::shipped("moet-4725-2022")?)?.quick_text(text.as_bytes()).is_some())
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
