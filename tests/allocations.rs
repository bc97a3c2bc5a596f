//! How often each work asks for memory, and how much it holds at most. Counts are exact, so they are asserted.

use std::hint::black_box;

use allocation_counter::{AllocationInfo, measure};
use thuocdo::{Judged, Lang, Numbers, json};
use thuocdo_tests::generate::{Choices, assessment};
use thuocdo_tests::rows::{lent, rows, strided};
use thuocdo_tests::{oracle, scorer};

const FRAMEWORK: &str = "moet-4725-2022";

#[test]
fn levels_of_a_sheet_allocate_nothing_and_a_plain_text_is_read_in_one_pass() {
    let scorer = scorer(FRAMEWORK);
    let text = assessment(&oracle(FRAMEWORK), &mut Choices::new(4725)).to_string();
    let checked = scorer.assessment(text.as_bytes()).expect("a valid assessment");
    let sheet = scorer.sheet(&checked).expect("a valid assessment");
    let levels = counted("sheet → levels", || scorer.levels(black_box(&sheet)));
    let quick = counted("JSON → scorecard", || scorer.score(text.as_bytes()));
    let slow = counted("JSON → scorecard, in two passes", || json::Value::parse(text.as_bytes()).and_then(|value| scorer.score(&value)));
    assert_eq!(levels.count_total, 0);
    assert!(quick.count_total < slow.count_total / 2, "{} beside {}", quick.count_total, slow.count_total);
}

#[test]
fn rows_of_numbers_allocate_nothing_be_they_good_or_refused() {
    let scorer = scorer("asking-invented.json");
    let rows = rows(&scorer, 50);
    let (answers, conditions): (Vec<_>, Vec<_>) = rows.iter().map(|row| row.cells(&scorer)).unzip();
    let (answers, conditions) = (strided(&answers, true), strided(&conditions, true));
    let numbers = Numbers::new(scorer.row_shape(), rows.len(), lent(&answers), lent(&conditions)).expect("whole rows");
    let work = counted("rows → levels", || {
        let mut judged = Judged::<1>::default();
        let refused = |row| {
            scorer.judge(black_box(&numbers), row, &mut judged);
            judged.faults[0].bits() != 0
        };
        (0..numbers.rows()).map(refused).filter(|is_refused| *is_refused).count()
    });
    assert_eq!(work.count_total, 0);
}

#[test]
fn lines_take_no_more_memory_when_they_are_more() {
    let (scorer, oracle) = (scorer(FRAMEWORK), oracle(FRAMEWORK));
    let of = |count: u64| {
        let lines: Vec<String> = (0..count).map(|seed| assessment(&oracle, &mut Choices::new(seed)).to_string()).collect();
        let score = |line: &String| thuocdo_tests::score(&scorer, line.as_bytes(), Lang::Vi).len();
        counted(&format!("{count} lines"), || lines.iter().map(score).sum::<usize>())
    };
    let (some, all) = (of(200), of(2000));
    assert!(all.count_total > 9 * some.count_total, "not every line was scored");
    assert!(all.bytes_max < 2 * some.bytes_max, "{} bytes beside {}", all.bytes_max, some.bytes_max);
    assert_eq!(all.bytes_current, 0, "memory was kept");
}

fn counted<T>(work: &str, run: impl FnOnce() -> T) -> AllocationInfo {
    let info = measure(|| drop(black_box(run())));
    println!("{work}: {} allocations, at most {} bytes", info.count_total, info.bytes_max);
    info
}
