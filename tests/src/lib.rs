//! What the tests of `thuocdo` share.

pub mod generate;
pub mod overlays;
pub mod rows;
pub mod workbooks;

use thuocdo::{Framework, Lang, LocalScorer, Overlay, Scorecard, Scorer, Violations, json};
use thuocdo_oracle::corpus;
use thuocdo_practice::json::Question;

/// The frameworks of the corpus that load, and the shipped one.
pub const FRAMEWORKS: [&str; 5] = ["moet-4725-2022", "small-invented.json", "tiny-invented.json", "large-invented.json", "asking-invented.json"];

/// A framework as the engine loads it: one of the corpus where the name ends in `.json`, else a shipped one.
///
/// # Errors
/// What the engine refuses.
pub fn framework(name: &str) -> Result<Framework, Violations> {
    if name.ends_with("json") { Framework::from_json(corpus::framework_text(name).as_bytes()) } else { Framework::shipped(name) }
}

/// The engine's scorer of a framework that loads.
///
/// # Panics
/// When it does not.
pub fn scorer(name: &str) -> Scorer {
    let loaded = framework(name).and_then(Scorer::new);
    loaded.unwrap_or_else(|violations| panic!("{name}: {violations}"))
}

/// The engine's scorer of a framework that loads, with overlays of the corpus.
///
/// # Panics
/// When one of them does not load, or cannot be laid.
pub fn local_scorer(framework: &str, overlays: &[String]) -> LocalScorer {
    overlays.iter().fold(LocalScorer::new(scorer(framework)), |scorer, name| {
        let overlay = Overlay::from_json(corpus::overlay_text(name).as_bytes()).unwrap_or_else(|violations| panic!("{name}: {violations}"));
        scorer.with(&overlay).unwrap_or_else(|violations| panic!("{name}: {violations}"))
    })
}

/// The oracle's reading of a framework.
///
/// # Panics
/// When it is not a valid one.
pub fn oracle(name: &str) -> thuocdo_oracle::Framework {
    thuocdo_oracle::Framework::read(&serde_json::from_str(&corpus::framework_text(name)).expect("a framework of the corpus is JSON"))
}

/// The answer of an entry that takes text and gives text: the scorecard, or `{"violations":[…]}`.
pub fn score(scorer: &Scorer, assessment: &[u8], lang: Lang) -> String {
    scorer.score_to_json(assessment).unwrap_or_else(|violations| violations.refusal(lang).to_json())
}

/// The same of a question of the practice.
pub fn answer(question: Question, scorer: &LocalScorer, request: &[u8], lang: Lang) -> String {
    thuocdo_practice::json::answer(question, scorer, request, lang).unwrap_or_else(|violations| violations.refusal(lang).to_json())
}

/// The same of what is wrong with an assessment.
pub fn check(scorer: &Scorer, assessment: &[u8], lang: Lang) -> String {
    scorer.check(assessment).err().unwrap_or_default().refusal(lang).to_json()
}

/// The same of an explanation.
pub fn explanation(scorer: &Scorer, assessment: &[u8], lang: Lang) -> String {
    scorer
        .score(assessment)
        .map_or_else(|violations| violations.refusal(lang).to_json(), |card| thuocdo::explain(scorer.framework(), &card, lang).to_json())
}

/// What an assessment comes to, read in one pass where that may be, and in two passes: the same, to the last byte.
///
/// # Errors
/// What the engine refuses.
///
/// # Panics
/// When they differ.
pub fn score_both_ways(scorer: &Scorer, bytes: &[u8]) -> Result<Scorecard, Violations> {
    let shown = || String::from_utf8_lossy(bytes);
    let slowly = json::Value::parse(bytes).and_then(|value| scorer.score(&value));
    assert_eq!(scorer.score(bytes), slowly, "{}", shown());
    let expected = match &slowly {
        Ok(card) => card.to_json(),
        Err(violations) => format!("{{\"violations\":{}}}", violations.to_json(Lang::Vi)),
    };
    assert_eq!(score(scorer, bytes, Lang::Vi), expected, "{}", shown());
    slowly
}

/// Violations as a vector expects them: code and place, in the engine's order.
pub fn codes_and_places(violations: &Violations) -> Vec<(String, String)> {
    violations.iter().map(|violation| (violation.code().as_str().to_owned(), violation.at().to_owned())).collect()
}

/// The Rust blocks of the READMEs, as doctests.
#[cfg(doctest)]
mod readmes {
    #[doc = include_str!("../../README.md")]
    struct Project;
    #[doc = include_str!("../../crates/thuocdo/README.md")]
    struct Core;
    #[doc = include_str!("../../crates/thuocdo-practice/README.md")]
    struct Practice;
}
