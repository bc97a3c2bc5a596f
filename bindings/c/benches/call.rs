//! One call through the C ABI beside one of the core: the same assessment, turn by turn, in one run.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use thuocdo::{Framework, Scorer, json};

const ROUNDS: usize = 9;
const TIMES: u32 = 20_000;
/// One of few answers, and one of many with evidence.
const SCHOOLS: [&str; 2] = ["examples/missing-answers.json", "examples/complete-primary-school.json"];

fn main() {
    let Ok(program) = std::env::var("THUOCDO_C_CALL") else {
        return println!("type `cargo xtask bench-c`, which compiles the other half");
    };
    let scorer = Framework::shipped("moet-4725-2022").and_then(Scorer::new).expect("the shipped framework loads");
    println!("| Assessment | core | through C | more |\n|---|---:|---:|---:|");
    for school in SCHOOLS {
        let path = format!("{}/../../{school}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read(&path).expect("an example");
        let (mut core, mut c) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let start = Instant::now();
            for _ in 0..TIMES {
                black_box(json::card(&scorer, black_box(&text)).expect("an example is an assessment"));
            }
            core.push(start.elapsed().as_nanos() / u128::from(TIMES));
            let output = Command::new(&program).args([&path, &TIMES.to_string()]).output().expect("the program in C runs");
            let printed = String::from_utf8_lossy(&output.stdout);
            c.push(printed.trim().parse().expect("a number of nanoseconds"));
        }
        let (core, c) = (median(core), median(c));
        println!("| {school}, {} bytes | {core} ns | {c} ns | {} ns |", text.len(), c.cast_signed() - core.cast_signed());
    }
}

fn median(mut times: Vec<u128>) -> u128 {
    times.sort_unstable();
    times[times.len() / 2]
}
