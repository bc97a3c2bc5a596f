//! Rows of numbers against the scorecard of the same facts as text: each hundredth about each threshold, each fault, and rows at random.

use std::fmt::Write as _;

use thuocdo::{Judged, LocalScorer, Numbers, Scorer};
use thuocdo_oracle::corpus::{self, Subject};
use thuocdo_tests::rows::{Row, lent, row_of, rows, strided};
use thuocdo_tests::{FRAMEWORKS, local_scorer, scorer};

const RANDOM: usize = if cfg!(debug_assertions) { 300 } else { 20_000 };

/// What came of a lane, as [`Row::expected`] writes it.
fn written<const N: usize>(judged: &Judged<N>, lane: usize) -> String {
    let faults = judged.faults[lane].bits();
    let mut text = format!("{faults} {} {} {}", judged.eligible[lane], judged.overall_low[lane], judged.overall_high[lane]);
    for group in judged.groups() {
        let (low, high) = (group.score_low[lane], group.score_high[lane]);
        let _ = write!(text, " {low} {high} {} {} {}", group.level_low[lane], group.level_high[lane], group.blockers[lane]);
    }
    text
}

/// Judges rows `N` side by side, the last ones alone.
fn judged<const N: usize>(scorer: &Scorer, numbers: &Numbers<'_>) -> Vec<String> {
    let (mut many, mut one) = (Judged::<N>::default(), Judged::<1>::default());
    let together = numbers.rows() - numbers.rows() % N;
    let mut lines = Vec::new();
    for first in (0..together).step_by(N) {
        scorer.judge(numbers, first, &mut many);
        lines.extend((0..N).map(|lane| written(&many, lane)));
    }
    for first in together..numbers.rows() {
        scorer.judge(numbers, first, &mut one);
        lines.push(written(&one, 0));
    }
    lines
}

fn agree(scorer: &Scorer, rows: &[Row]) {
    let expected: Vec<String> = rows.iter().map(|row| row.expected(scorer)).collect();
    let (answers, conditions): (Vec<_>, Vec<_>) = rows.iter().map(|row| row.cells(scorer)).unzip();
    for in_columns in [false, true] {
        let (answers, conditions) = (strided(&answers, in_columns), strided(&conditions, in_columns));
        let numbers = Numbers::new(scorer.row_shape(), rows.len(), lent(&answers), lent(&conditions)).expect("whole rows");
        for found in [judged::<1>(scorer, &numbers), judged::<7>(scorer, &numbers), judged::<32>(scorer, &numbers)] {
            for ((row, found), expected) in rows.iter().zip(&found).zip(&expected) {
                assert_eq!(found, expected, "{}\n{}", row.text(), row.assessment(scorer));
            }
            assert_eq!(found.len(), expected.len());
        }
    }
}

#[test]
fn every_row_is_judged_as_its_assessment() {
    for name in FRAMEWORKS {
        let scorer = scorer(name);
        agree(&scorer, &rows(&scorer, RANDOM));
    }
}

#[test]
fn under_overlays_every_row_is_judged_as_its_assessment() {
    let province = local_scorer("moet-4725-2022", &["province-invented.json".to_owned()]);
    let commune = local_scorer("moet-4725-2022", &["province-invented.json".to_owned(), "commune-invented.json".to_owned()]);
    for scorer in [&province, &commune].map(LocalScorer::local) {
        agree(scorer, &rows(scorer, RANDOM));
    }
}

#[test]
fn what_the_vectors_say_in_facts_is_judged_as_its_assessment() {
    let mut tried = 0;
    for vector in corpus::vectors().iter().filter(|vector| vector.subject == Subject::Assessment) {
        let scorer = scorer(&vector.framework);
        let Ok(assessment) = scorer.assessment(&*vector.bytes()) else { continue };
        agree(&scorer, &[row_of(&assessment)]);
        tried += 1;
    }
    assert!(tried > 30, "only {tried} vectors are assessments that can be scored");
}

#[test]
fn numbers_that_are_not_there_are_no_rows() {
    let scorer = scorer("moet-4725-2022");
    let shape = scorer.row_shape();
    let (answers, conditions) = (vec![0; shape.answers * 2], vec![1; shape.conditions * 2]);
    let whole = |rows, row, cell| {
        let (answers, conditions) = ((answers.clone(), row, cell), (conditions.clone(), shape.conditions, 1));
        Numbers::new(shape, rows, lent(&answers), lent(&conditions)).is_some()
    };
    assert!(whole(2, shape.answers, 1) && whole(0, 1, 1) && whole(2, 1, 2));
    assert!(!whole(3, shape.answers, 1) && !whole(2, 0, 1) && !whole(2, 1, 3) && !whole(2, usize::MAX, 1) && !whole(2, 1, usize::MAX));
}
