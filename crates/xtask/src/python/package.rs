//! The files that would be published, and whether they are enough for someone who has nothing else.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use super::venv;
use crate::run::{Steps, output, root, search_path, target};
use crate::rust;

/// Where the wheel and the source distribution are put.
const BUILT: &str = "target/wheels";

/// Builds a wheel for the tests from what the workspace's build compiled. Answers with its path.
pub(super) fn build(steps: &mut Steps, venv: &venv::Venv) -> Result<String, String> {
    rust::build(steps)?;
    built(steps, venv, &["--profile", "dev", "--features", "as-tested"])
}

/// Builds the source distribution, and the wheel from that alone, unpacked outside the repository. Answers with the wheel's path.
pub(super) fn build_from_sdist(steps: &mut Steps, venv: &venv::Venv) -> Result<String, String> {
    // The unpacked sources share what the workspace has built. cargo tells old builds by the time of the sources, so they need a true one:
    // by their own, which never changes, a build of other sources would pass for theirs.
    built(steps, &venv.with("SOURCE_DATE_EPOCH", newest_source()?.to_string()), &["--release", "--sdist"])
}

fn built(steps: &mut Steps, venv: &venv::Venv, how: &[&str]) -> Result<String, String> {
    let folder = root().join(BUILT);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{BUILT}: {error}"))?;
    }
    let (built, target) = (folder.to_string_lossy(), target());
    let args = ["-m", "maturin", "build", "--out", &built, "--target-dir", &target.to_string_lossy()];
    venv.python(steps, &[&args[..], how].concat())?;
    let files = fs::read_dir(&folder).map_err(|error| format!("{BUILT}: {error}"))?;
    let wheel = files.flatten().map(|file| file.path()).find(|path| path.extension().is_some_and(|extension| extension == "whl"));
    wheel.map(|path| path.to_string_lossy().into_owned()).ok_or_else(|| format!("{BUILT}: there is no wheel"))
}

/// The second in which the last of the Rust sources was written, rounded up.
fn newest_source() -> Result<u64, String> {
    let files = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "Cargo.toml", "Cargo.lock", "crates", "bindings/python/src"];
    let files = output("git", &files).ok_or("`git ls-files` fails; this is run in a clone")?;
    let written = files.split('\0').filter_map(|file| fs::metadata(root().join(file)).ok()?.modified().ok());
    let newest = written.max().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok(newest.ok_or("no sources are found")?.as_secs() + 1)
}

/// Looks into the wheel, and scores with it where there is no Rust and no other package: on the oldest Python that is here, or on each.
pub(super) fn check(steps: &mut Steps, wheel: &str, on_each: bool) -> Result<(), String> {
    let has_rust = |place: &PathBuf| ["cargo", "rustc"].iter().any(|program| place.join(program).exists());
    let path = env::join_paths(search_path().filter(|place| !has_rust(place))).map_err(|error| error.to_string())?;
    let (found, missing) = venv::interpreters();
    for (minor, interpreter) in found.into_iter().take(if on_each { usize::MAX } else { 1 }) {
        let folder = format!("target/venv-clean/3.{minor}");
        let venv = venv::create(steps, &interpreter, &folder)?.with("PATH", &path);
        venv.python(steps, &["-m", "pip", "install", "--quiet", "--no-index", wheel])?;
        venv.python(steps, &["check_package.py", wheel])?;
    }
    for minor in missing.into_iter().filter(|_| on_each) {
        steps.not_run(&format!("the wheel on Python 3.{minor}"), &format!("there is no `python3.{minor}`"));
    }
    Ok(())
}
