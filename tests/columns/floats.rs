//! Every hundredth as a float, and the floats beside it, through columns and through the core.

use std::sync::Arc;

use arrow_array::{ArrayRef, Float32Array, Float64Array, RecordBatch};
use thuocdo::{Framework, LocalScorer, Points, Scorer};
use thuocdo_columns::{BatchScorer, Options, PointsAs};

use crate::expect::hundredths;

/// A framework of one indicator with the largest maximum there is; invented.
fn largest() -> Arc<LocalScorer> {
    let mut framework = Framework::shipped("moet-4725-2022").expect("it is shipped");
    framework.groups.truncate(1);
    let group = &mut framework.groups[0];
    group.max = Points::MAX;
    group.criteria.truncate(1);
    group.criteria[0].max = Points::MAX;
    group.criteria[0].bands = None;
    group.criteria[0].indicators.truncate(1);
    group.criteria[0].indicators[0].max = Points::MAX;
    Arc::new(LocalScorer::new(Scorer::new(framework).unwrap_or_else(|violations| panic!("{violations}"))))
}

/// What the columns make of numbers: their hundredths, `None` where the row is refused.
fn through_columns(scorer: &Arc<LocalScorer>, column: ArrayRef) -> Vec<Option<i128>> {
    let code = scorer.local().framework().indicators().next().expect("an indicator").code.to_string();
    let batch = RecordBatch::try_from_iter([(code, column)]).expect("a batch");
    let options = Options { points: PointsAs::Hundredths, ..Options::default() };
    let results = BatchScorer::new(Arc::clone(scorer), &batch.schema(), options).expect("a table").score(&batch).expect("results");
    let group = format!("group.{}.score.low", scorer.local().framework().groups[0].code);
    (0..results.num_rows()).map(|row| hundredths(&results, &group, row)).collect()
}

fn hold_doubles(scorer: &Arc<LocalScorer>, doubles: &[f64]) {
    let expected: Vec<Option<i128>> = doubles.iter().map(|double| Points::from_f64(*double).ok().map(|points| points.hundredths().into())).collect();
    let found = through_columns(scorer, Arc::new(Float64Array::from(doubles.to_vec())));
    let amiss = expected.iter().zip(&found).zip(doubles).find(|((expected, found), _)| expected != found);
    assert_eq!(amiss, None, "expected, found, of");
}

fn hold_singles(scorer: &Arc<LocalScorer>, singles: &[f32]) {
    let expected: Vec<Option<i128>> = singles.iter().map(|single| Points::from_f32(*single).ok().map(|points| points.hundredths().into())).collect();
    let found = through_columns(scorer, Arc::new(Float32Array::from(singles.to_vec())));
    let amiss = expected.iter().zip(&found).zip(singles).find(|((expected, found), _)| expected != found);
    assert_eq!(amiss, None, "expected, found, of");
}

/// The doubles of some hundredths, by their digits.
fn doubles(hundredths: impl Iterator<Item = u32>) -> impl Iterator<Item = f64> {
    hundredths.map(|hundredths| format!("{}.{:02}", hundredths / 100, hundredths % 100).parse().expect("digits"))
}

#[test]
fn every_hundredth_of_small_maxima_and_its_neighbours_are_what_the_core_says() {
    let scorer = largest();
    let near = |double: f64| [double.next_down(), double, double.next_up()];
    hold_doubles(&scorer, &doubles(0..=10_000).flat_map(near).collect::<Vec<_>>());
    #[expect(clippy::cast_possible_truncation, reason = "the nearest single is meant")]
    let singles = doubles(0..=10_000).map(|double| double as f32).flat_map(|single| [single.next_down(), single, single.next_up()]);
    hold_singles(&scorer, &singles.collect::<Vec<_>>());
}

#[test]
fn floats_at_the_ends_of_what_is_recognised_are_what_the_core_says() {
    let scorer = largest();
    let near = |hundredths: u32| hundredths.saturating_sub(300)..=(hundredths + 300).min(Points::MAX.hundredths());
    let edges = || [1 << 22, 1 << 23, 6_553_600, 13_107_200, 26_214_400, Points::MAX.hundredths()].into_iter().flat_map(near);
    hold_doubles(&scorer, &doubles(edges()).collect::<Vec<_>>());
    #[expect(clippy::cast_possible_truncation, reason = "the nearest single is meant")]
    hold_singles(&scorer, &doubles(edges()).map(|double| double as f32).collect::<Vec<_>>());
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE, -0.0, 1_000_000.005, 4e13, 4.5e15, 6.8e15, 1e17];
    hold_doubles(&scorer, &odd);
    #[expect(clippy::cast_possible_truncation, reason = "the nearest single is meant")]
    hold_singles(&scorer, &odd.iter().map(|double| *double as f32).collect::<Vec<_>>());
}

#[test]
#[cfg_attr(debug_assertions, ignore = "a hundred million numbers; run it with --release")]
fn every_hundredth_there_is_is_recognised() {
    let scorer = largest();
    let step = 1_000_000;
    for start in (0..Points::MAX.hundredths()).step_by(step) {
        let range = start..start + u32::try_from(step).expect("a million");
        let found = through_columns(&scorer, Arc::new(Float64Array::from_iter_values(range.clone().map(|n| f64::from(n) / 100.0))));
        assert!(range.map(|n| Some(n.into())).eq(found), "from {start}");
    }
}
