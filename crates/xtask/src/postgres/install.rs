//! The extension built, and put into a copy of the server's files, so that nothing of the system is written to and nobody need be root.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian;
use crate::run::{Steps, output, ran, root, target};

/// The version of the server that is tried; the extension has a feature for each.
const VERSION: &str = "15";
/// pgrx and its command are of one version, that of `bindings/postgres/Cargo.toml`.
const PGRX: &str = "0.18.1";

/// Files that are needed, each with the package it comes in.
const WANTED: [(&str, &str); 5] = [
    ("/usr/lib/postgresql/15/bin/postgres", "postgresql-15"),
    ("/usr/include/postgresql/15/server/postgres.h", "postgresql-server-dev-15"),
    ("/usr/lib/llvm-14/lib/libclang.so.1", "libclang-14-dev"),
    ("clang-14", "clang-14"),
    ("pkg-config", "pkgconf"),
];

/// A copy of the server's files with the extension among them; gone when dropped.
pub(super) struct Installed {
    folder: PathBuf,
}

impl Installed {
    /// The programs of the server.
    pub(super) fn bin(&self) -> PathBuf {
        self.inside("bindir")
    }

    /// Where extensions have their scripts.
    pub(super) fn scripts(&self) -> PathBuf {
        self.inside("sharedir").join("extension")
    }

    fn inside(&self, place: &str) -> PathBuf {
        let place = output(&pg_config(), &[&format!("--{place}")]).unwrap_or_default();
        self.folder.join(place.trim().trim_start_matches('/'))
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("{}: {error}", self.folder.display());
        }
    }
}

fn pg_config() -> String {
    format!("/usr/lib/postgresql/{VERSION}/bin/pg_config")
}

/// Builds and installs the extension with these features besides that of the server's version, if what that needs is there.
pub(super) fn installed(steps: &mut Steps, features: &str) -> Result<Option<Installed>, String> {
    if !debian::wanted(steps, "the PostgreSQL extension", &WANTED) {
        return Ok(None);
    }
    // Its library is of the same name as that of the C ABI, so it is built elsewhere.
    let built = target().join("postgres");
    let package = built.join("package").join(if features.is_empty() { "plain" } else { features });
    let (target, home, out, config) = (text(&built), text(&built.join("pgrx")), text(&package), pg_config());
    let pgrx = pgrx(steps)?;
    let env = [("CARGO_TARGET_DIR", target.as_str()), ("PGRX_HOME", home.as_str())];
    fs::create_dir_all(&home).map_err(|error| format!("{home}: {error}"))?;
    if !Path::new(&home).join("config.toml").is_file() {
        steps.run_with(&pgrx, &["pgrx", "init", &format!("--pg{VERSION}"), &config], &env)?;
    }
    let features = format!("pg{VERSION} {features}");
    let manifest = "bindings/postgres/Cargo.toml";
    let args = ["pgrx", "package", "--manifest-path", manifest, "--pg-config", &config, "--out-dir", &out, "--no-default-features", "--features"];
    steps.run_with(&pgrx, &[&args[..], &[features.trim()]].concat(), &env)?;
    copied(&package).map(Some)
}

/// The command of pgrx: the one on the path if it is of the right version, else one of our own.
fn pgrx(steps: &mut Steps) -> Result<String, String> {
    let is_right = |program: &str| output(program, &["pgrx", "--version"]).is_some_and(|version| version.trim().ends_with(PGRX));
    let tools = root().join("target/tools");
    let own = text(&tools.join("bin/cargo-pgrx"));
    for program in ["cargo-pgrx", &own] {
        if is_right(program) {
            return Ok(program.to_owned());
        }
    }
    steps.run("cargo", &["install", "cargo-pgrx", "--version", PGRX, "--locked", "--quiet", "--root", &text(&tools)])?;
    Ok(own)
}

/// The server's files, each program copied, because it looks for the others from where it is, and the rest linked; then the extension's.
fn copied(package: &Path) -> Result<Installed, String> {
    let folder = env::temp_dir().join(format!("thuocdo-postgres-files-{}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let installed = Installed { folder };
    for (place, how) in [("bindir", "-rL"), ("pkglibdir", "-rs"), ("sharedir", "-rs")] {
        let to = installed.inside(place);
        fs::create_dir_all(&to).map_err(|error| format!("{}: {error}", to.display()))?;
        let from = output(&pg_config(), &[&format!("--{place}")]).unwrap_or_default();
        ran(Command::new("cp").arg(how).arg(format!("{}/.", from.trim())).arg(&to))?;
    }
    // An extension of that name that the system has already would be written to through its link.
    for place in ["pkglibdir", "sharedir"] {
        ran(Command::new("find").arg(installed.inside(place)).args(["-name", "thuocdo*", "-delete"]))?;
    }
    ran(Command::new("cp").arg("-r").arg(package.join(".")).arg(&installed.folder))?;
    // Whoever the server runs as must be able to read it.
    ran(Command::new("chmod").args(["-R", "a+rX"]).arg(&installed.folder))?;
    Ok(installed)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
