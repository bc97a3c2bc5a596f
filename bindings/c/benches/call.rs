//! One call from each host beside one of the core: the same assessment, turn by turn, in one run.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use thuocdo::{Framework, Scorer};

const ROUNDS: usize = 9;
const TIMES: u32 = 20_000;
const ROUNDS_OF_ROWS: u32 = 1_000;
/// One of few answers, and one of many with evidence.
const SCHOOLS: [&str; 2] = ["missing-answers", "complete-primary-school"];

fn main() {
    let Ok(hosts) = std::env::var("THUOCDO_HOSTS") else {
        return println!("type `cargo xtask bench-c`, which builds the hosts");
    };
    // A line is a host's name, a tab, and what the shell starts it with.
    let hosts: Vec<_> = hosts.lines().map(|line| line.split_once('\t').expect("a name and a line")).collect();
    let scorer = Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("the shipped framework loads");
    rows_of_numbers(&scorer);
    for school in SCHOOLS {
        let path = format!("{}/../../examples/{school}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read(&path).expect("an example");
        let mut core = Vec::new();
        let mut calls = vec![Vec::new(); hosts.len()];
        for _ in 0..ROUNDS {
            let start = Instant::now();
            for _ in 0..TIMES {
                black_box(scorer.score_to_json(black_box(&text)).expect("an example is an assessment"));
            }
            core.push(start.elapsed().as_nanos() / u128::from(TIMES));
            for ((_, line), calls) in hosts.iter().zip(&mut calls) {
                calls.push(nanoseconds(line, &path));
            }
        }
        println!("| {school}, {} bytes | a call | beside the core |\n|---|---:|---:|\n| the core | {} ns | 1.00 |", text.len(), median(core.clone()));
        for ((name, _), calls) in hosts.iter().zip(calls) {
            // Of each round by itself: a machine that is slower for a while is so for both.
            let ratio = median(calls.iter().zip(&core).map(|(call, core)| call * 100 / core).collect());
            println!("| {name} | {} ns | {}.{:02} |", median(calls), ratio / 100, ratio % 100);
        }
        println!();
    }
}

/// What one call takes, as the host says.
fn nanoseconds(line: &str, path: &str) -> u128 {
    let output = Command::new("sh").args(["-c", line, "sh", path, &TIMES.to_string()]).output().expect("a shell");
    let (printed, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    printed.trim().parse().unwrap_or_else(|_| panic!("a number of nanoseconds, not {printed}{said}"))
}

fn median(mut times: Vec<u128>) -> u128 {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A row of numbers through the ABI beside the levels of a sheet, and beside sums by hand: the quickest of so many rounds.
fn rows_of_numbers(scorer: &Scorer) {
    const ROWS: u32 = 4096;
    let Ok(numbers) = std::env::var("THUOCDO_NUMBERS") else { return };
    let school = std::fs::read(format!("{}/../../examples/{}.json", env!("CARGO_MANIFEST_DIR"), SCHOOLS[1])).expect("an example");
    let sheet = scorer.sheet(&*school).expect("an example is an assessment");
    let round = || {
        let start = Instant::now();
        for _ in 0..ROWS {
            black_box(scorer.levels(black_box(&sheet)).expect("a sheet of this scorer"));
        }
        start.elapsed().as_nanos() * 1000 / u128::from(ROWS)
    };
    let levels = (0..ROUNDS_OF_ROWS).map(|_| round()).min().unwrap_or_default();
    let output = Command::new("sh").args(["-c", &numbers, "sh", &ROUNDS_OF_ROWS.to_string()]).output().expect("a shell");
    let (printed, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{printed}{said}");
    println!("| A row of numbers | a row | beside the levels of a sheet |\n|---|---:|---:|");
    let rows = printed.lines().filter_map(|line| line.split_once('\t')).map(|(name, time)| (name, time.parse().expect("picoseconds")));
    for (name, time) in [("`Scorer::levels` of a sheet, in Rust", levels)].into_iter().chain(rows) {
        let ratio = time * 100 / levels;
        println!("| {name} | {}.{} ns | {}.{:02} |", time / 1000, time % 1000 / 100, ratio / 100, ratio % 100);
    }
    println!();
}
