//! Any bytes as a table of schools: unreadable, or each row refused in words or scored within bounds.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use thuocdo::{Framework, Lang, LocalScorer, Scorer};

static SCORERS: LazyLock<LocalScorer> =
    LazyLock::new(|| LocalScorer::new(Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("it is shipped")));

fuzz_target!(|bytes: &[u8]| {
    let Ok(rows) = thuocdo_cli::score_csv(&SCORERS, bytes) else { return };
    for row in rows {
        match row {
            Ok(card) => assert!(card.groups.iter().all(|group| group.score.low <= group.score.high && group.score.high <= group.max)),
            Err(violations) => assert!(violations.iter().all(|violation| !violation.message(Lang::Vi).is_empty())),
        }
    }
});
