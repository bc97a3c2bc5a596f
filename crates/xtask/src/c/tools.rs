//! The compilers and tools of C, installed where that is allowed, else named.

use crate::debian::install;
use crate::run::{Steps, succeeds};

/// Each command with the Debian package it comes in.
const TOOLS: [(&str, &str); 4] = [("gcc", "gcc"), ("g++", "g++"), ("valgrind", "valgrind"), ("pkg-config", "pkgconf")];

/// Whether all are there, or could be installed.
pub(super) fn there(steps: &mut Steps) -> bool {
    let packages: Vec<&str> = TOOLS.iter().filter(|(command, _)| !succeeds(command, &["--version"])).map(|(_, package)| *package).collect();
    if packages.is_empty() {
        return true;
    }
    match install(steps, &packages) {
        Ok(()) => true,
        Err(command) => {
            steps.not_run("the C ABI", &format!("{} are missing; type `{command}` and run again", packages.join(", ")));
            false
        }
    }
}
