//! A million schools in columns: scored in full, beside bare sums over the same arrays, each on one thread.

use std::env;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use arrow_array::{ArrayRef, BooleanArray, Float64Array, RecordBatch};
use criterion::{Criterion, Throughput};
use fastrand::Rng;
use thuocdo::{Framework, LocalScorer, Scorer};
use thuocdo_benches::{Failure, schools, table};
use thuocdo_columns::{BatchScorer, Options, cut};

fn main() -> Result<(), Failure> {
    let results = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/criterion"));
    let started = SystemTime::now();
    let mut criterion = Criterion::default().output_directory(results).configure_from_args();
    // A test only sees that it runs.
    let rows: u32 = if env::args().any(|arg| arg == "--bench") { 1_000_000 } else { 1_000 };
    let framework = Framework::shipped(schools::FRAMEWORK)?;
    let scorer = Arc::new(LocalScorer::new(Scorer::new(framework.clone())?));
    let (conditions, groups) = columns(&framework, rows);

    let mut group = criterion.benchmark_group("columns");
    group.sample_size(10);
    group.throughput(Throughput::Elements(rows.into()));
    group.bench_function("bare_sums", |bencher| bencher.iter(|| bare_sums(black_box(&groups))));
    let indicators = || groups.iter().flatten().map(|(code, points)| (code.clone(), Arc::new(points.clone()) as ArrayRef));
    for (name, batch) in [
        ("thuocdo", RecordBatch::try_from_iter(conditions.into_iter().chain(indicators()))?),
        ("thuocdo_no_conditions", RecordBatch::try_from_iter(indicators())?),
    ] {
        let scorer = BatchScorer::new(Arc::clone(&scorer), &batch.schema(), Options::default())?;
        let parts: Vec<RecordBatch> = cut(&batch).collect();
        group.bench_function(name, |bencher| bencher.iter(|| scorer.score_all(black_box(&parts))));
    }
    group.finish();

    criterion.final_summary();
    print!("{}", table::markdown(results, started)?);
    Ok(())
}

type Column<T> = (String, T);

/// Conditions, and the indicators of each group in quarters of a point; about one cell in twenty is missing.
fn columns(framework: &Framework, rows: u32) -> (Vec<Column<ArrayRef>>, Vec<Vec<Column<Float64Array>>>) {
    let mut rng = Rng::with_seed(4725);
    let mut conditions = Vec::new();
    let mut groups = Vec::new();
    for group in &framework.groups {
        for condition in &group.conditions {
            let met: BooleanArray = (0..rows).map(|_| (rng.u8(..20) > 0).then(|| rng.u8(..10) > 0)).collect();
            conditions.push((condition.code.to_string(), Arc::new(met) as ArrayRef));
        }
        let indicators = group.criteria.iter().flat_map(|criterion| &criterion.indicators).map(|indicator| {
            let quarters = indicator.max.hundredths() / 25;
            let points = (0..rows).map(|_| (rng.u8(..20) > 0).then(|| f64::from(rng.u32(..=quarters)) / 4.0));
            (indicator.code.to_string(), points.collect())
        });
        groups.push(indicators.collect());
    }
    (conditions, groups)
}

/// Two sums of floats and their levels, block by block; what is missing is zero, and nothing is checked.
fn bare_sums(groups: &[Vec<Column<Float64Array>>]) -> (Vec<Vec<f64>>, Vec<u8>) {
    const BLOCK: usize = 2048;
    let rows = groups.iter().flatten().map(|(_, points)| points.values().len()).max().unwrap_or(0);
    let mut sums = vec![vec![0.0; rows]; groups.len()];
    let mut overall = vec![u8::MAX; rows];
    for start in (0..rows).step_by(BLOCK) {
        let block = start..rows.min(start + BLOCK);
        for (columns, sums) in groups.iter().zip(&mut sums) {
            let sums = &mut sums[block.clone()];
            for (_, points) in columns {
                for (sum, points) in sums.iter_mut().zip(&points.values()[block.clone()]) {
                    *sum += points;
                }
            }
            for (overall, sum) in overall[block.clone()].iter_mut().zip(sums) {
                *overall = (*overall).min(1 + u8::from(*sum >= 50.0) + u8::from(*sum > 75.0));
            }
        }
    }
    (sums, overall)
}
