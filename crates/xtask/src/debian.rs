//! Packages of Debian.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Steps, is_root, output, ran, search_path};

/// Whether programs on the path, or files, are there or could be installed, each with the package it comes in. Else `part` is noted as not run.
pub(crate) fn wanted(steps: &mut Steps, part: &str, wanted: &[(&str, &str)]) -> bool {
    let is_there = |file: &str| search_path().any(|place| place.join(file).is_file());
    let missing: Vec<_> = wanted.iter().filter(|(file, _)| !is_there(file)).collect();
    let packages: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    if packages.is_empty() {
        return true;
    }
    match install(steps, &packages) {
        Ok(()) => true,
        Err(command) => {
            let files: Vec<String> = missing.iter().map(|(file, _)| format!("`{file}`")).collect();
            steps.not_run(part, &format!("there is no {}; type `{command}` and run again", files.join(", ")));
            false
        }
    }
}

/// Installs packages where that is allowed; else answers with the command to type.
pub(crate) fn install(steps: &mut Steps, packages: &[&str]) -> Result<(), String> {
    let args = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    let command = format!("apt-get update && apt-get {}", args.join(" "));
    if !is_root() {
        return Err(format!("sudo sh -c '{command}'"));
    }
    let noninteractive = [("DEBIAN_FRONTEND", "noninteractive")];
    steps.run("apt-get", &["update", "--quiet=2"]).and_then(|()| steps.run_with("apt-get", &args, &noninteractive)).map_err(|_| command)
}

/// A package that we make.
pub(crate) struct Package<'a> {
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    pub(crate) architecture: &'a str,
    pub(crate) section: &'a str,
    pub(crate) depends: &'a str,
    pub(crate) title: &'a str,
    /// The lines of its description below the title.
    pub(crate) about: &'a [&'a str],
}

impl Package<'_> {
    /// Packs what lies in `stage` as it is to lie under `/` into a file in `folder`, and says which. All files are of the time of the commit.
    pub(crate) fn build(&self, stage: &Path, folder: &Path) -> Result<PathBuf, String> {
        let Package { name, version, architecture, section, depends, title, about } = self;
        let control = stage.join("DEBIAN/control");
        let about = about.join("\n ");
        let text = format!(
            "Package: {name}\nVersion: {version}\nArchitecture: {architecture}\nMaintainer: thuocdo <thuocdo@example.invalid>\nSection: {section}\n\
             Priority: optional\nDepends: {depends}\nDescription: {title}\n {about}\n"
        );
        fs::create_dir_all(stage.join("DEBIAN"))
            .and_then(|()| fs::write(&control, text))
            .map_err(|error| format!("{}: {error}", control.display()))?;
        ran(Command::new("chmod").args(["-R", "u=rwX,go=rX"]).arg(stage))?;
        let file = folder.join(format!("{name}_{version}_{architecture}.deb"));
        let mut build = Command::new("dpkg-deb");
        build.args(["--root-owner-group", "--build"]).args([stage, &file]).envs(commit_time().map(|time| ("SOURCE_DATE_EPOCH", time)));
        ran(&mut build)?;
        Ok(file)
    }
}

/// The second of the last commit, in a clone.
pub(crate) fn commit_time() -> Option<String> {
    output("git", &["log", "-1", "--format=%ct"]).map(|text| text.trim().to_owned())
}
