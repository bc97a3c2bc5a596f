//! What the tests of `thuocdo` share.

pub mod generate;
pub mod overlays;

use serde_json::Value;
use thuocdo::{Framework, Lang, LocalScorer, Overlay, Scorecard, Scorer, Violations, json};
use thuocdo_oracle::corpus;

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

/// A value of `serde_json` as a reader of dictionaries or columns would hand it to the engine.
///
/// # Panics
/// On numbers `serde_json` has and JSON values of the engine do not: there are none.
pub fn engine_value(value: &Value) -> json::Value<'_> {
    match value {
        Value::Null => json::Value::Null,
        Value::Bool(is) => json::Value::Bool(*is),
        Value::Number(number) => json::Value::Number(match (number.as_u64(), number.as_i64()) {
            (Some(natural), _) => natural.into(),
            (_, Some(integer)) => integer.into(),
            _ => json::Number::from_f64(number.as_f64().expect("a number is one of three")),
        }),
        Value::String(text) => json::Value::Text(text.as_str().into()),
        Value::Array(items) => json::Value::List(items.iter().map(engine_value).collect()),
        Value::Object(members) => json::Value::Object(members.iter().map(|(key, member)| (key.as_str().into(), engine_value(member))).collect()),
    }
}

/// What an assessment comes to, read in one pass where that may be, and in two passes: the same, to the last byte.
///
/// # Panics
/// When they differ.
pub fn score_both_ways(scorer: &Scorer, bytes: &[u8]) -> Result<Scorecard, Violations> {
    let shown = || String::from_utf8_lossy(bytes);
    let slowly = json::Value::parse(bytes).and_then(|value| scorer.score_value(&value));
    assert_eq!(scorer.score_json(bytes), slowly, "{}", shown());
    let expected = match &slowly {
        Ok(card) => card.to_json(),
        Err(violations) => format!("{{\"violations\":{}}}", violations.to_json(Lang::Vi)),
    };
    assert_eq!(json::score(scorer, bytes, Lang::Vi), expected, "{}", shown());
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
