//! Every entry that takes a text, under a fuzzer that also sees what goes wrong in memory.

use std::fs;
use std::path::Path;

use crate::run::{Steps, root, succeeds, text};

const VERSION: &str = "0.13.2";

/// Each target with the folder of good inputs to begin from.
const TARGETS: [(&str, &str); 5] = [
    ("assessment", "target/fuzz-seeds/assessment"),
    ("framework", "crates/thuocdo/frameworks"),
    ("overlay", "examples/overlays"),
    ("csv", "examples"),
    ("practice", "target/fuzz-seeds/practice"),
];

/// The inputs of the corpus, a file each: from which folder to which.
const SEEDS: [(&str, &str); 2] = [("tests/vectors", "target/fuzz-seeds/assessment"), ("tests/vectors/practice", "target/fuzz-seeds/practice")];

/// Where cargo-fuzz puts the programs.
const BUILT: &str = "tests/fuzz/target/x86_64-unknown-linux-gnu/release";

/// Builds all targets, and runs each from the seeds and from whatever earlier runs found.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    if !succeeds("cargo", &["+nightly", "--version"]) {
        steps.not_run("fuzzing", "it needs a nightly compiler; type `rustup toolchain install nightly` and run again");
        return Ok(());
    }
    let tools = root().join("target/tools");
    let (tools, bin) = (tools.to_string_lossy(), tools.join("bin/cargo-fuzz"));
    let bin = bin.to_string_lossy();
    if !succeeds(&bin, &["--version"]) {
        // It starts compilers and does little else.
        steps.run("cargo", &["install", "cargo-fuzz", "--version", VERSION, "--locked", "--quiet", "--debug", "--root", &tools])?;
    }
    steps.run_own("inputs of the corpus as seeds", || SEEDS.iter().try_for_each(|(from, to)| seeds(from, to)))?;
    steps.run_with(&bin, &["fuzz", "build", "--fuzz-dir", "tests/fuzz"], &[("RUSTUP_TOOLCHAIN", "nightly")])?;
    // Each run begins with all seeds, which is what finds an old fault again; what follows looks for new ones.
    let seconds = if steps.goes_deep("five minutes of fuzzing a target") { "300" } else { "5" };
    for (target, seeds) in TARGETS {
        // What the fuzzer finds worth keeping goes to the first folder, and stays there; the second is only read.
        let found = format!("tests/fuzz/corpus/{target}");
        fs::create_dir_all(root().join(&found)).map_err(|error| format!("{found}: {error}"))?;
        let time = format!("-max_total_time={seconds}");
        let args = [found.as_str(), seeds, &time, "-timeout=10", "-rss_limit_mb=2048", "-verbosity=0", "-artifact_prefix=target/"];
        steps.run(&format!("{BUILT}/{target}"), &args)?;
    }
    Ok(())
}

/// Writes the input of each vector in the files of a folder as a file of its own.
fn seeds(from: &str, to: &str) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Display| format!("{from}: {error}");
    let folder = root().join(to);
    fs::create_dir_all(&folder).map_err(|error| failed(&error))?;
    for file in fs::read_dir(root().join(from)).map_err(|error| failed(&error))? {
        let path = file.map_err(|error| failed(&error))?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            of_file(&path, &folder)?;
        }
    }
    Ok(())
}

fn of_file(path: &Path, folder: &Path) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let vectors: serde_json::Value = serde_json::from_str(&text(&path.to_string_lossy())?).map_err(|error| failed(&error))?;
    let topic = path.file_stem().unwrap_or_default().to_string_lossy();
    for (number, vector) in vectors["vectors"].as_array().into_iter().flatten().enumerate() {
        // Some vectors are a text as it is, others JSON.
        let input = vector["text"].as_str().map_or_else(|| vector["input"].to_string(), str::to_owned);
        fs::write(folder.join(format!("{topic}-{number}")), input).map_err(|error| failed(&error))?;
    }
    Ok(())
}
