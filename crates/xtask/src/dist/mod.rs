//! What is handed out: libraries, command and packages that need no compiler, each with the licences of all that is in it.

mod notices;
mod packages;
mod target;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::python::venv::{Venv, environment};
use crate::run::{Steps, path_text, ran, root, target};
use crate::{debian, js};

use notices::Notices;
use target::{TARGETS, without_paths};

/// The release, as in the workspace's manifest.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Each tool with the Debian package it comes in.
const TOOLS: [(&str, &str); 6] = [
    ("jar", "default-jdk-headless"),
    ("javac", "default-jdk-headless"),
    ("/usr/share/java/jna.jar", "libjna-java"),
    ("mcs", "mono-mcs"),
    ("mono", "mono-runtime"),
    ("dpkg-deb", "dpkg"),
];

/// Where all of it is put.
fn folder() -> PathBuf {
    target().join("dist")
}

/// Makes everything that can be made here. What cannot is told at the end.
pub(crate) fn build(is_deep: bool) -> Result<(), String> {
    let mut steps = Steps::of("cargo xtask dist", is_deep);
    let made = all(&mut steps);
    steps.into_report().print_rest();
    made
}

fn all(steps: &mut Steps) -> Result<(), String> {
    if !debian::wanted(steps, "the packages", &TOOLS) {
        return Ok(());
    }
    let zig = environment(steps, "target/dist/tools/venv", &[root().join("crates/xtask/src/dist/requirements.txt")])?;
    let out = folder().join("out");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out).map_err(|error| told(&out, &error))?;
    let notices = Notices::write(steps)?;
    let mut targets = Vec::new();
    for target in TARGETS {
        if target.build(steps, &zig, &root(), &folder().join("build"))? {
            steps.run_own(&format!("the archive for {}", target.name()), || packages::archive(target, &notices, &out))?;
            targets.push(target);
        }
    }
    steps.run_own("the Debian package", || packages::deb(&notices, &out))?;
    steps.run_own("the jar, and a school scored with it alone", || packages::jar(&targets, &notices, &out))?;
    steps.run_own("the NuGet package, and a school scored with it alone", || packages::nuget(&targets, &notices, &out))?;
    wheel(steps, &zig, &notices, &out)?;
    let npm = js::archive(steps)?;
    npm.map_or(Ok(()), |npm| copy(&npm, &out))?;
    if steps.goes_deep("a second build in another folder, which must be the same byte for byte") {
        again(steps, &zig)?;
    }
    steps.run_own("the list of digests", || packages::digests(&out))?;
    println!("\n{}", out.display());
    Ok(())
}

/// The wheel, for any Linux whose C library is of 2014 or later, with the licences of all crates in it.
fn wheel(steps: &mut Steps, zig: &Venv, notices: &Notices, out: &Path) -> Result<(), String> {
    let (built, bare) = (path_text(&folder().join("build")), folder().join("wheel"));
    let _ = fs::remove_dir_all(&bare);
    without_paths(zig, &root()).python(
        steps,
        &[
            "-m",
            "maturin",
            "build",
            "--profile",
            "dist",
            "--zig",
            "--compatibility",
            "manylinux2014",
            "--target-dir",
            &built,
            "--out",
            &path_text(&bare),
        ],
    )?;
    let wheels = fs::read_dir(&bare).map_err(|error| told(&bare, &error))?;
    let wheel = wheels.flatten().map(|file| file.path()).next().ok_or_else(|| format!("{}: no wheel", bare.display()))?;
    zig.python(steps, &["-m", "wheel", "unpack", &path_text(&wheel), "--dest", &path_text(&bare)])?;
    let files = bare.join(format!("thuocdo-{VERSION}"));
    let about = files.join(format!("thuocdo-{VERSION}.dist-info"));
    steps.run_own("the licences of all crates in the wheel", || {
        copy(notices.texts(), &about.join("licenses"))?;
        let metadata = about.join("METADATA");
        let text = fs::read_to_string(&metadata).map_err(|error| told(&metadata, &error))?;
        let (own, with_texts) = ("License-File: LICENSE-MIT\n", "License-File: LICENSE-MIT\nLicense-File: THIRD-PARTY.md\n");
        if !text.contains(own) {
            return Err(format!("{}: no {}", metadata.display(), own.trim()));
        }
        fs::write(&metadata, text.replacen(own, with_texts, 1)).map_err(|error| told(&metadata, &error))
    })?;
    zig.python(steps, &["-m", "wheel", "pack", &path_text(&files), "--dest-dir", &path_text(out)])
}

/// Builds the C library once more from a clone in another folder.
fn again(steps: &mut Steps, zig: &Venv) -> Result<(), String> {
    let clone = folder().join("again");
    let _ = fs::remove_dir_all(&clone);
    steps.run("git", &["clone", "--quiet", "--local", ".", &path_text(&clone)])?;
    let linux = TARGETS[0];
    linux.build(steps, zig, &clone, &clone.join("target"))?;
    steps.run_own("both builds are the same", || {
        for file in linux.files() {
            let (one, other) = (linux.built(&folder().join("build")).join(&file), linux.built(&clone.join("target")).join(&file));
            ran(Command::new("cmp").args([one, other]))?;
        }
        Ok(())
    })
}

/// Copies a file into a folder, by its name.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let name = from.file_name().ok_or_else(|| format!("{}: no name", from.display()))?;
    place(from, &to.join(name))
}

/// Copies a file to a path, whose folders are made.
fn place(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to.parent().unwrap_or(to)).map_err(|error| told(to, &error))?;
    fs::copy(from, to).map(drop).map_err(|error| told(from, &error))
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
