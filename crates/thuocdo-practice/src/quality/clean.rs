//! Sạch: codes and text that everyone reads the same.

use thuocdo::Assessment;

use super::finding::{Finding, Tally};
use super::letters;
use super::place::{Asides, Place};
use super::rules::Rule;
use super::words::Found;

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
    }
}
