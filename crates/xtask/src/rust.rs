//! What is in the workspace: format, lints, tests, documents, benches.

use std::collections::BTreeMap;

use crate::run::{Steps, succeeds};
use crate::{debian, deny, readme, rings};

/// The build that all Rust tests, the hosts of the C library and the README's commands share. A package built alone would have other features
/// for its dependencies, and compile them again.
pub(crate) const BUILD: [&str; 1] = ["--workspace"];

/// The crates that are published. They are packaged together, because no registry has their siblings yet; one alone needs `--exclude-lockfile`.
const PUBLISHED: [&str; 14] = [
    "-p",
    "thuocdo",
    "-p",
    "thuocdo-tables",
    "-p",
    "thuocdo-practice",
    "-p",
    "thuocdo-columns",
    "-p",
    "thuocdo-office",
    "-p",
    "thuocdo-serve",
    "-p",
    "thuocdo-cli",
];

/// Format, lints, Rust tests.
pub(crate) fn quick(steps: &mut Steps) -> Result<(), String> {
    steps.run("cargo", &["fmt", "--all", "--check"])?;
    order(steps)?;
    steps.run("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    steps.left_out("what tries very many cases or very large ones (.config/nextest.toml), doctests, rustdoc", "cargo xtask test core");
    tests(steps, &["--profile", "quick"])
}

/// The workspace without the command's own tests.
pub(crate) fn core(steps: &mut Steps) -> Result<(), String> {
    steps.run("cargo", &["fmt", "--all", "--check"])?;
    order(steps)?;
    build(steps)?;
    // With letters as wide as those of Times New Roman, so that lines and pages end where they do on the machines of offices.
    let letters = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf";
    let programs = [("lowriter", "libreoffice-writer"), ("pdftotext", "poppler-utils"), (letters, "fonts-liberation")];
    let has_libreoffice = debian::wanted(steps, "papers in LibreOffice", &programs);
    let filter = if has_libreoffice { "not package(thuocdo-cli)" } else { "not package(thuocdo-cli) and not test(/^libreoffice::/)" };
    tests(steps, &["--filterset", filter])?;
    steps.run("cargo", &[&["test", "--quiet", "--doc"], &BUILD[..]].concat())?;
    steps.run("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    steps.run_with("cargo", &["doc", "--workspace", "--no-deps", "--quiet"], &[("RUSTDOCFLAGS", "-D warnings")])?;
    steps.run("cargo", &[&["package", "--quiet", "--offline", "--no-verify", "--allow-dirty"], &PUBLISHED[..]].concat())?;
    if steps.goes_deep("a million assessments, every hundredth and every byte, 200,000 damaged tables, in a release build") {
        let tests = ["columns", "differential", "doors", "numbers", "overlay", "tables"].into_iter().flat_map(|test| ["--test", test]);
        let all: Vec<&str> = tests.chain(["--", "--nocapture"]).collect();
        steps.run("cargo", &[&["test", "--release", "-p", "thuocdo-tests"], &all[..]].concat())?;
    }
    if steps.goes_deep("the practice without signatures; the benches and their peers") {
        steps.run("cargo", &["clippy", "-p", "thuocdo-practice", "--all-targets", "--", "-D", "warnings"])?;
        let benches = ["--manifest-path", "benches/Cargo.toml", "--target-dir", "target/benches"];
        steps.run("cargo", &[&["clippy", "--all-targets"], &benches[..], &["--", "-D", "warnings"]].concat())?;
        steps.run("cargo", &[&["test"], &benches[..]].concat())?;
    }
    if steps.goes_deep("the corpus with the features of serde_json that another crate of a program may switch on") {
        let host = ["--features", "host-features", "--test", "conformance", "--test", "doors", "--test", "practice", "--test", "hostile"];
        steps.run("cargo", &[&["test", "-p", "thuocdo-tests"], host.as_slice()].concat())?;
    }
    if steps.goes_deep("the oldest compilers that are promised") {
        oldest(steps)?;
    }
    if steps.goes_deep("licences, sources and unwanted crates of all workspaces, by cargo-deny") {
        deny::run(steps)?;
    }
    Ok(())
}

/// The order of crates and modules.
fn order(steps: &mut Steps) -> Result<(), String> {
    steps.run_own("the order of crates and modules", || rings::check().map(|counted| println!("{counted}")))
}

/// The command: its own tests, and each command that the README shows.
pub(crate) fn cli(steps: &mut Steps) -> Result<(), String> {
    build(steps)?;
    let has_libreoffice = debian::wanted(steps, "forms in LibreOffice", &[("soffice", "libreoffice-calc")]);
    let filter = if has_libreoffice { "package(thuocdo-cli)" } else { "package(thuocdo-cli) and not test(/^libreoffice::/)" };
    tests(steps, &["--filterset", filter])?;
    let is_deep = steps.goes_deep("the README's commands as they are written, with what they compile");
    steps.run_own("the README's commands", || readme::run(is_deep))
}

/// Builds all that the tests need, once for every part: libraries, programs, tests.
pub(crate) fn build(steps: &mut Steps) -> Result<(), String> {
    steps.run("cargo", &[&["build", "--quiet", "--all-targets"], &BUILD[..]].concat())
}

/// Runs the Rust tests that a filter lets through.
fn tests(steps: &mut Steps, filter: &[&str]) -> Result<(), String> {
    let quiet = ["--status-level", "slow", "--final-status-level", "slow", "--no-fail-fast"];
    if !succeeds("cargo", &["nextest", "--version"]) {
        steps.run("cargo", &["install", "cargo-nextest", "--locked", "--quiet"])?;
    }
    steps.run("cargo", &[&["nextest", "run", "--cargo-quiet"], &BUILD[..], &quiet[..], filter].concat())
}

/// Each crate that is published, by the compiler that its manifest promises, where rustup has it; the workspace's also checks all others.
fn oldest(steps: &mut Steps) -> Result<(), String> {
    let of_workspace = promised("Cargo.toml")?.ok_or("no rust-version")?;
    let mut crates: BTreeMap<String, Vec<&str>> = BTreeMap::from([(of_workspace.clone(), Vec::new())]);
    for name in PUBLISHED.into_iter().filter(|name| *name != "-p") {
        if let Some(own) = promised(&format!("crates/{name}/Cargo.toml"))?.filter(|own| *own != of_workspace) {
            crates.entry(own).or_default().extend(["-p", name]);
        }
    }
    for (version, own) in crates {
        let toolchain = format!("+{version}");
        if !succeeds("cargo", &[&toolchain, "--version"]) {
            steps.not_run(&format!("the build by Rust {version}"), &format!("type `rustup toolchain install {version}` and run again"));
            continue;
        }
        let which = if own.is_empty() { vec!["--workspace"] } else { own };
        // rustup reads the `+` only where its own proxy is called, as it is here.
        steps.run("cargo", &[&[&*toolchain, "check"], &which[..], &["--target-dir", "target/oldest"]].concat())?;
    }
    Ok(())
}

/// The compiler that a manifest itself promises.
fn promised(manifest: &str) -> Result<Option<String>, String> {
    let text = crate::run::text(manifest)?;
    Ok(text.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"')).map(str::to_owned))
}

/// Writes the files that are made from the types and the frameworks.
pub(crate) fn generate() -> Result<(), String> {
    let test = ["test", "--quiet", "--workspace", "--test", "generated"];
    Steps::default().run_with("cargo", &test, &[("THUOCDO_WRITE", "1")])
}

/// Runs the benches, which print their table at the end.
pub(crate) fn bench() -> Result<(), String> {
    Steps::default().run("cargo", &["bench", "--manifest-path", "benches/Cargo.toml", "--target-dir", "target/benches"])
}
