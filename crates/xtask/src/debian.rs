//! Packages of Debian.

use crate::run::{Steps, is_root, search_path};

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
