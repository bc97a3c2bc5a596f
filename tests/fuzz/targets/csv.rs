//! Any bytes as a file of tables, a workbook included: unreadable in words, or each row refused in words or an assessment.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use thuocdo::{Framework, Lang, LocalScorer, Scorer};

static SCORERS: LazyLock<LocalScorer> =
    LazyLock::new(|| LocalScorer::new(Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("it is shipped")));

fuzz_target!(|bytes: &[u8]| {
    match thuocdo_tables::lines(&SCORERS, bytes, None, Lang::Vi) {
        Ok(lines) => assert!(lines.lines().all(|line| line.contains("\"assessment\":{") || line.contains("\"violations\":[{"))),
        Err(faults) => assert!(!faults.lines(Lang::Vi).is_empty() && faults.0.iter().all(|fault| !fault.code().is_empty())),
    }
});
