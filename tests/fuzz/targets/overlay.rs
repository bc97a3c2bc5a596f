//! Any bytes as an overlay on Decision 4725: refused in words, or a local framework that scores, with a national result of the same points.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use thuocdo::json::Value;
use thuocdo::{Framework, Lang, LocalScorer, Overlay, Scorer};

static NATIONAL: LazyLock<LocalScorer> = LazyLock::new(|| {
    let national = Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("it is shipped");
    LocalScorer::new(national)
});

fuzz_target!(|bytes: &[u8]| {
    let base = NATIONAL.national().framework();
    let overlay = match Value::parse(bytes).and_then(|value| Overlay::for_base(&value, base)) {
        Ok(overlay) => overlay,
        Err(violations) => {
            assert!(!violations.is_empty());
            assert!(violations.iter().all(|violation| !violation.message(Lang::Vi).is_empty()));
            return;
        }
    };
    assert_eq!(Overlay::from_json(overlay.to_json().as_bytes()).expect("the canonical form is an overlay"), overlay);
    assert!(!overlay.report(base, Lang::Vi).blocks.is_empty());
    let scorer = NATIONAL.clone().with(&overlay).expect("what fits is laid");
    let score = scorer.score(br#"{"conditions":{},"answers":{}}"#).expect("nothing is wrong with no answers");
    for (local, national) in score.local.groups.iter().zip(&score.national.groups) {
        assert_eq!((local.score, local.level, local.max), (national.score, national.level, national.max));
    }
});
