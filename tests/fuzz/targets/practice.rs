//! Any bytes as a request to every module: refused in words, or answered with JSON that is canonical.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use thuocdo::{Framework, Lang, LocalScorer, Scorer};
use thuocdo_practice::json::{Question, answer};

static SCORER: LazyLock<LocalScorer> =
    LazyLock::new(|| Framework::shipped("moet-4725-2022").and_then(Scorer::new).map(LocalScorer::new).expect("it is shipped"));

fuzz_target!(|bytes: &[u8]| {
    for (_, question) in Question::WORDS {
        let answered = || answer(*question, &SCORER, bytes, Lang::Vi).unwrap_or_else(|violations| violations.refusal(Lang::Vi).to_json());
        let text = answered();
        let value: serde_json::Value = serde_json::from_str(&text).expect("an answer is JSON");
        assert_eq!(serde_json_canonicalizer::to_string(&value).expect("finite numbers"), text);
        // The same question gets the same answer.
        assert_eq!(answered(), text);
    }
});
