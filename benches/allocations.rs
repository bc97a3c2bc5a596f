//! How often each work asks for memory, and how much it holds at most. Counts are exact, so they are asserted.

use std::hint::black_box;

use allocation_counter::{AllocationInfo, measure};
use thuocdo::{Framework, Lang, Scorer, json};
use thuocdo_benches::{Failure, schools};

fn main() -> Result<(), Failure> {
    let framework = Framework::shipped(schools::FRAMEWORK)?;
    let scorer = Scorer::new(framework.clone())?;
    let text = schools::complete(&framework);
    let assessment = scorer.check_json(text.as_bytes())?;
    let sheet = scorer.sheet(&assessment)?;
    let card = scorer.score(&assessment)?;

    println!("| Work | allocations | bytes at most |\n|---|---:|---:|");
    let levels = report("sheet → levels", || scorer.levels(black_box(&sheet)));
    report("assessment → levels", || scorer.sheet(&assessment).map(|sheet| scorer.levels(&sheet)));
    report("assessment → scorecard", || scorer.score(&assessment));
    report("JSON → assessment", || scorer.check_json(text.as_bytes()));
    let quick = report("JSON → scorecard", || scorer.score_json(text.as_bytes()));
    let slow = report("JSON → scorecard, in two passes", || json::Value::parse(text.as_bytes()).and_then(|value| scorer.score_value(&value)));
    report("scorecard → JSON", || card.to_json());
    report("JSON → `serde_json::Value`", || serde_json::from_str::<serde_json::Value>(&text));

    let stream = |count: u32| {
        let text = schools::ndjson(&framework, count);
        let score = |line: &str| json::score(&scorer, line.as_bytes(), Lang::Vi).len();
        report(&format!("{count} schools, NDJSON → NDJSON"), || text.lines().map(score).sum::<usize>())
    };
    let some = stream(schools::COUNTRY / 10);
    let all = stream(schools::COUNTRY);

    assert!(quick.count_total < slow.count_total / 2, "a plain text was not read in one pass");
    assert_eq!(levels.count_total, 0, "levels of a sheet must not allocate");
    assert!(all.count_total > 9 * some.count_total, "not every school was scored");
    assert!(all.bytes_max < 2 * some.bytes_max, "memory must not grow with the number of schools");
    assert_eq!(all.bytes_current, 0, "memory was kept");
    Ok(())
}

fn report<T>(work: &str, run: impl FnOnce() -> T) -> AllocationInfo {
    let info = measure(|| drop(black_box(run())));
    println!("| {work} | {} | {} |", info.count_total, info.bytes_max);
    info
}
