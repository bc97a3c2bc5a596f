//! Any bytes as an assessment: refused in words, or scored within bounds and read back as what they were; the same in one pass and in two.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use thuocdo::{Assessment, Framework, Lang, Scorer, explain, json};

static SCORER: LazyLock<Scorer> = LazyLock::new(|| Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("it is shipped"));

fuzz_target!(|bytes: &[u8]| {
    let scored = SCORER.score(bytes);
    assert_eq!(scored, json::Value::parse(bytes).and_then(|value| SCORER.score(&value)));
    match scored {
        Ok(card) => {
            for group in &card.groups {
                assert!(group.score.low <= group.score.high && group.score.high <= group.max);
                assert!(group.level.low <= group.level.high);
            }
            assert_eq!(SCORER.score_to_json(bytes).ok().as_deref(), Some(card.to_json().as_str()));
            let value: serde_json::Value = serde_json::from_str(&card.to_json()).expect("a card is JSON");
            assert_eq!(value["digest"], card.digest());
            assert!(!explain(SCORER.framework(), &card, Lang::Vi).to_string().is_empty());
            // The normal form means the same.
            let assessment = SCORER.assessment(bytes).expect("it was scored");
            let again = Assessment::from_json(assessment.to_json().as_bytes()).expect("the normal form is an assessment");
            assert_eq!(again.digest(), assessment.digest());
            assert_eq!(SCORER.score(&again).as_ref(), Ok(&card));
        }
        Err(violations) => {
            assert!(!violations.is_empty());
            for lang in Lang::ALL {
                serde_json::from_str::<serde_json::Value>(&violations.to_json(lang)).expect("violations are JSON");
            }
        }
    }
});
