//! What is run to know that all is well.

use crate::run::{Steps, root, succeeds};
use crate::{c, generate, postgres, python, readme};

const FUZZ_VERSION: &str = "0.13.2";
/// Each target with a folder of good inputs to begin from.
const FUZZ_TARGETS: [(&str, &str); 5] = [
    ("assessment", "examples"),
    ("framework", "crates/thuocdo/frameworks"),
    ("overlay", "examples/overlays"),
    ("csv", "examples"),
    ("practice", SEEDS),
];
/// The requests of the corpus, a file each.
const SEEDS: &str = "target/fuzz-seeds";
/// Long enough to meet what the corpus does not hold, short enough to be run always.
const FUZZ_SECONDS: &str = "-max_total_time=20";

/// The quick loop: format, lints, Rust tests. Without the benches, whose peers are nearly half of all crates.
pub(crate) fn check() -> Result<(), String> {
    Steps::alone(|steps| quick(steps, &["--exclude", "thuocdo-benches"]))
}

fn quick(steps: &mut Steps, without: &[&str]) -> Result<(), String> {
    steps.run("cargo", &["fmt", "--all", "--check"])?;
    steps.run("cargo", &[&["clippy", "--workspace"], without, &["--all-targets", "--", "-D", "warnings"]].concat())?;
    steps.run_own("generated files are fresh", generate::check)?;
    steps.run("cargo", &[&["test", "--workspace"], without].concat())
}

/// Everything.
pub(crate) fn test() -> Result<(), String> {
    Steps::alone(everything)
}

fn everything(steps: &mut Steps) -> Result<(), String> {
    quick(steps, &[])?;
    // The command asks for signatures, so the workspace never builds the crate without them.
    steps.run("cargo", &["clippy", "-p", "thuocdo-practice", "--all-targets", "--", "-D", "warnings"])?;
    // Another crate of a host may switch these features of serde_json on for the whole program.
    let host = ["--features", "host-features", "--test", "conformance", "--test", "doors", "--test", "practice", "--test", "hostile"];
    steps.run("cargo", &[&["test", "-p", "thuocdo-tests"], host.as_slice()].concat())?;
    // A million assessments against the oracle, every hundredth and every byte take their time without optimisation.
    let all = ["--test", "columns", "--test", "differential", "--test", "doors", "--test", "numbers", "--test", "overlay", "--", "--nocapture"];
    steps.run("cargo", &[&["test", "--release", "-p", "thuocdo-tests"], all.as_slice()].concat())?;
    steps.run_with("cargo", &["doc", "--workspace", "--no-deps", "--quiet"], &[("RUSTDOCFLAGS", "-D warnings")])?;
    c::run(steps)?;
    postgres::run(steps)?;
    steps.run_own("the README's commands", readme::run)?;
    python::python(steps)?;
    fuzz(steps)
}

fn fuzz(steps: &mut Steps) -> Result<(), String> {
    if !succeeds("cargo", &["+nightly", "--version"]) {
        steps.not_run("fuzzing", "it needs a nightly compiler; type `rustup toolchain install nightly` and run again");
        return Ok(());
    }
    let tools = root().join("target/tools");
    let (tools, bin) = (tools.to_string_lossy(), tools.join("bin/cargo-fuzz"));
    let bin = bin.to_string_lossy();
    if !succeeds(&bin, &["--version"]) {
        steps.run("cargo", &["install", "cargo-fuzz", "--version", FUZZ_VERSION, "--locked", "--quiet", "--root", &tools])?;
    }
    steps.run_own("requests of the corpus as seeds", seeds)?;
    for (target, seeds) in FUZZ_TARGETS {
        // What the fuzzer finds worth keeping goes to the first folder; the second is only read.
        let found = format!("tests/fuzz/corpus/{target}");
        std::fs::create_dir_all(root().join(&found)).map_err(|error| format!("{found}: {error}"))?;
        let args = [
            "fuzz",
            "run",
            "--fuzz-dir",
            "tests/fuzz",
            target,
            &found,
            seeds,
            "--",
            FUZZ_SECONDS,
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-verbosity=0",
        ];
        steps.run_with(&bin, &args, &[("RUSTUP_TOOLCHAIN", "nightly")])?;
    }
    Ok(())
}

/// Writes the input of each vector of the modules as a file to begin from.
fn seeds() -> Result<(), String> {
    let told = |error: &dyn std::fmt::Display| format!("{SEEDS}: {error}");
    let folder = root().join(SEEDS);
    std::fs::create_dir_all(&folder).map_err(|error| told(&error))?;
    for file in std::fs::read_dir(root().join("tests/vectors/practice")).map_err(|error| told(&error))? {
        let text = std::fs::read_to_string(file.map_err(|error| told(&error))?.path()).map_err(|error| told(&error))?;
        let vectors: serde_json::Value = serde_json::from_str(&text).map_err(|error| told(&error))?;
        for vector in vectors["vectors"].as_array().into_iter().flatten() {
            let name = vector["id"].as_str().unwrap_or_default();
            std::fs::write(folder.join(name), vector["input"].to_string()).map_err(|error| told(&error))?;
        }
    }
    Ok(())
}

/// Runs the benches, which print the README's table at their end.
pub(crate) fn bench() -> Result<(), String> {
    Steps::default().run("cargo", &["bench", "-p", "thuocdo-benches"])
}
