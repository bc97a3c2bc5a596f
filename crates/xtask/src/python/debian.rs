//! Debian's packages that a part of the tests cannot do without.

use super::venv::search_path;
use crate::debian::install;
use crate::run::Steps;

/// A program that is looked for, what it is for, and the packages that bring it.
const WANTED: [(&str, &str, &[&str]); 2] = [
    // The fonts hold every letter of Vietnamese.
    ("chromium", "Python tests that look at HTML in a browser", &["chromium", "fonts-dejavu-core"]),
    ("java", "Python tests on Spark", &["default-jre-headless"]),
];

/// Installs what is missing, or says how it is installed.
pub(super) fn wanted(steps: &mut Steps) {
    for (program, part, packages) in WANTED {
        if search_path().any(|place| place.join(program).is_file()) {
            continue;
        }
        if let Err(command) = install(steps, packages) {
            steps.not_run(part, &format!("there is no `{program}`; type `{command}` and run again"));
        }
    }
}
