//! Sạch: codes and text that everyone reads the same.

use thuocdo::Assessment;

use super::encoding::{Broken, broken};
use super::finding::{Checks, Finding};
use super::letters;
use super::place::{Asides, Place};
use super::rules::QualityRule;
use super::words::FindingText;
use crate::Years;

/// The code of the institution, and every text.
pub(super) fn writing(assessment: &Assessment, asides: &Asides<'_>, prefix: &str, checks: &mut Checks) {
    if let Some(code) = assessment.institution_code() {
        let stray = letters::stray(code);
        let finding = || {
            Finding::new(QualityRule::CodePlain, Place::field("institution", "code").pointer(prefix), FindingText::StrayCharacters)
                .with("characters", letters::names(&stray))
                .with("code", code)
        };
        checks.record(QualityRule::CodePlain, (!stray.is_empty()).then(finding));
    }
    for (place, text) in asides.texts(assessment) {
        let finding = || Finding::new(QualityRule::TextNfc, place.pointer(prefix), FindingText::NotComposed).with("text", text);
        checks.record(QualityRule::TextNfc, (!letters::is_composed(text)).then(finding));
        let finding = |(word, foreign): (&str, Vec<char>)| {
            Finding::new(QualityRule::LettersUnmixed, place.pointer(prefix), FindingText::MixedLetters)
                .with("letters", letters::names(&foreign))
                .with("word", word)
        };
        checks.record(QualityRule::LettersUnmixed, letters::mixed(text).map(finding));
        // What is odd in a code is a finding of `code_plain` already.
        if !place.is_in("institution", "code") {
            checks.record(QualityRule::TextReadable, broken(text, place.is_name()).map(|found| unreadable(found, text, place.pointer(prefix))));
        }
    }
    if let Some(period) = assessment.period.as_deref().filter(|period| !period.trim().is_empty()) {
        let finding =
            || Finding::new(QualityRule::PeriodPlain, Place::field("", "period").pointer(prefix), FindingText::OddPeriod).with("period", period);
        checks.record(QualityRule::PeriodPlain, Years::of(period).is_none().then(finding));
    }
}

fn unreadable(found: Broken, text: &str, at: String) -> Finding {
    let (sentence, characters) = match found {
        Broken::ReadTwice => (FindingText::ReadTwice, None),
        Broken::Tcvn3 => (FindingText::Tcvn3, None),
        Broken::Vni => (FindingText::Vni, None),
        Broken::QuestionMarks => (FindingText::QuestionMarks, None),
        Broken::Characters(characters) => (FindingText::BrokenCharacters, Some(letters::names(&characters))),
    };
    let finding = Finding::new(QualityRule::TextReadable, at, sentence).with("text", text);
    characters.into_iter().fold(finding, |finding, characters| finding.with("characters", characters))
}
