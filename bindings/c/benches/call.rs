//! One call from each host beside one of the core: the same assessment, turn by turn, in one run.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use thuocdo::{Framework, Scorer};

const ROUNDS: usize = 9;
const TIMES: u32 = 20_000;
/// One of few answers, and one of many with evidence.
const SCHOOLS: [&str; 2] = ["missing-answers", "complete-primary-school"];

fn main() {
    let Ok(hosts) = std::env::var("THUOCDO_HOSTS") else {
        return println!("type `cargo xtask bench-c`, which builds the hosts");
    };
    // A line is a host's name, a tab, and what the shell starts it with.
    let hosts: Vec<_> = hosts.lines().map(|line| line.split_once('\t').expect("a name and a line")).collect();
    let scorer = Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("the shipped framework loads");
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
