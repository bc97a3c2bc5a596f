//! Packages of Debian.

use crate::run::{Steps, output};

/// Installs packages where that is allowed; else answers with the command to type.
pub(crate) fn install(steps: &mut Steps, packages: &[&str]) -> Result<(), String> {
    let args = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    let command = format!("apt-get update && apt-get {}", args.join(" "));
    let root = output("id", &["-u"]).is_some_and(|user| user.trim() == "0");
    if !root {
        return Err(format!("sudo sh -c '{command}'"));
    }
    let noninteractive = [("DEBIAN_FRONTEND", "noninteractive")];
    steps.run("apt-get", &["update", "--quiet=2"]).and_then(|()| steps.run_with("apt-get", &args, &noninteractive)).map_err(|_| command)
}
