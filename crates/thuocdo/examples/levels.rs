//! The levels of a million rows of numbers, by one sheet a thread: `cargo run --release --example levels`.

use std::error::Error;
use std::thread;
use std::time::Instant;

use thuocdo::{Scorer, Violations};

/// So many rows, each read so many times: a million.
const ROWS: usize = 10_000;
const TIMES: usize = 100;

/// A row as a database hands it over: the indicators in the order of `Framework::indicators`, the conditions in that of
/// `Framework::conditions`. `None` is what nobody filled in.
struct Row {
    conditions: [Option<bool>; 4],
    points: [Option<f64>; 26],
}

/// How many rows came to each level; 0 counts those whose missing answers leave it open.
type Counts = [usize; 4];

fn main() -> Result<(), Box<dyn Error>> {
    let scorer = Scorer::shipped("moet-4725-2022")?;
    let rows = invented(&scorer);
    let threads = thread::available_parallelism()?.get();
    let start = Instant::now();
    let parts: Vec<Result<Counts, Violations>> = thread::scope(|scope| {
        let scorer = &scorer;
        let parts = rows.chunks(rows.len().div_ceil(threads));
        // Collected, so that all are started before the first is waited for.
        let workers: Vec<_> = parts.map(|part| scope.spawn(move || count(scorer, (0..TIMES).flat_map(|_| part)))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    let time = start.elapsed();
    let mut counts = Counts::default();
    for part in parts {
        counts.iter_mut().zip(part?).for_each(|(sum, part)| *sum += part);
    }
    assert_eq!(counts.iter().sum::<usize>(), ROWS * TIMES);
    println!("open {}, level 1 {}, level 2 {}, level 3 {}", counts[0], counts[1], counts[2], counts[3]);
    println!("{} ns a row on {threads} threads", time.as_nanos() / (ROWS * TIMES) as u128);
    Ok(())
}

/// One sheet serves row after row: filling it begins anew, and nothing is allocated.
fn count<'r>(scorer: &Scorer, rows: impl Iterator<Item = &'r Row>) -> Result<Counts, Violations> {
    let mut sheet = scorer.blank();
    let mut counts = Counts::default();
    for row in rows {
        sheet.fill_row(&row.points, &row.conditions)?;
        let level = scorer.levels(&sheet)?.overall().known().map_or(0, u8::from);
        counts[usize::from(level)] += 1;
    }
    Ok(counts)
}

/// Schools from a seed: half points up to each maximum, a twentieth of the answers missing.
fn invented(scorer: &Scorer) -> Vec<Row> {
    let maxima: Vec<u32> = scorer.framework().indicators().map(|indicator| indicator.max.hundredths() / 50).collect();
    let mut seed = 4725_u32;
    let mut next = move |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % below
    };
    (0..ROWS)
        .map(|_| {
            let least = next(100);
            Row {
                conditions: std::array::from_fn(|_| Some(next(20) > 0)),
                points: std::array::from_fn(|position| {
                    let halves = maxima[position] * (least + next(101 - least)) / 100;
                    (next(20) > 0).then(|| f64::from(halves) / 2.0)
                }),
            }
        })
        .collect()
}
