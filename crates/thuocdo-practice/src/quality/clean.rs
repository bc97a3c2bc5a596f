//! Sạch: codes and text that everyone reads the same.

use thuocdo::Assessment;

use super::encoding::{Broken, broken};
use super::finding::{Finding, Tally};
use super::letters;
use super::place::{Asides, Place};
use super::rules::Rule;
use super::words::Found;
use crate::Years;

/// The code of the institution, and every text.
pub(super) fn writing(assessment: &Assessment, asides: &Asides<'_>, prefix: &str, tally: &mut Tally) {
    if let Some(code) = assessment.institution_code() {
        let stray = letters::stray(code);
        let finding = || {
            Finding::new(Rule::CodePlain, Place::field("institution", "code").pointer(prefix), Found::StrayCharacters)
                .with("characters", letters::names(&stray))
                .with("code", code)
        };
        tally.check(Rule::CodePlain, (!stray.is_empty()).then(finding));
    }
    for (place, text) in asides.texts(assessment) {
        let finding = || Finding::new(Rule::TextNfc, place.pointer(prefix), Found::NotComposed).with("text", text);
        tally.check(Rule::TextNfc, (!letters::is_composed(text)).then(finding));
        let finding = |(word, foreign): (&str, Vec<char>)| {
            Finding::new(Rule::LettersUnmixed, place.pointer(prefix), Found::MixedLetters)
                .with("letters", letters::names(&foreign))
                .with("word", word)
        };
        tally.check(Rule::LettersUnmixed, letters::mixed(text).map(finding));
        // What is odd in a code is told of it already.
        if !place.is_in("institution", "code") {
            tally.check(Rule::TextReadable, broken(text, place.is_name()).map(|found| unreadable(found, text, place.pointer(prefix))));
        }
    }
    if let Some(period) = assessment.period.as_deref().filter(|period| !period.trim().is_empty()) {
        let finding = || Finding::new(Rule::PeriodPlain, Place::field("", "period").pointer(prefix), Found::OddPeriod).with("period", period);
        tally.check(Rule::PeriodPlain, Years::of(period).is_none().then(finding));
    }
}

fn unreadable(found: Broken, text: &str, at: String) -> Finding {
    let (sentence, characters) = match found {
        Broken::ReadTwice => (Found::ReadTwice, None),
        Broken::Tcvn3 => (Found::Tcvn3, None),
        Broken::Vni => (Found::Vni, None),
        Broken::QuestionMarks => (Found::QuestionMarks, None),
        Broken::Characters(characters) => (Found::BrokenCharacters, Some(letters::names(&characters))),
    };
    let finding = Finding::new(Rule::TextReadable, at, sentence).with("text", text);
    characters.into_iter().fold(finding, |finding, characters| finding.with("characters", characters))
}
