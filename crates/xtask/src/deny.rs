//! What may come into our workspaces: licences, sources, crates that are not wanted, by cargo-deny.

use crate::run::{Steps, path_text, target};

/// The workspaces that are built or handed out, each with a lock file of its own.
const MANIFESTS: [&str; 4] = ["Cargo.toml", "bindings/js/Cargo.toml", "bindings/postgres/Cargo.toml", "tests/fuzz/Cargo.toml"];

/// Looks through each of them. `cargo-vet` asks for a person's review of each crate, and `cargo-audit` knows no licences.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    let tools = target().join("tools");
    let program = tools.join("bin/cargo-deny");
    if !program.is_file() {
        let root = path_text(&tools);
        steps.run("cargo", &["install", "cargo-deny", "--version", "^0.20", "--locked", "--quiet", "--no-default-features", "--root", &root])?;
    }
    let what = ["check", "--hide-inclusion-graph", "--allow", "license-exception-not-encountered", "licenses", "bans", "sources"];
    MANIFESTS.iter().try_for_each(|manifest| {
        steps.run(&path_text(&program), &[&["--offline", "--config", "deny.toml", "--manifest-path", manifest][..], &what].concat())
    })
}
