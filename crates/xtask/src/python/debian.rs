//! Debian's packages that a part of the tests cannot do without.

use crate::debian;
use crate::run::Steps;

/// What a part is, the programs that are looked for, and the packages that bring them.
const WANTED: [(&str, &[(&str, &str)]); 2] = [
    // The fonts hold every letter of Vietnamese.
    ("Python tests that look at HTML in a browser", &[("chromium", "chromium"), ("chromium", "fonts-dejavu-core")]),
    ("Python tests on Spark", &[("java", "default-jre-headless")]),
];

/// Installs what is missing, or says how it is installed.
pub(super) fn wanted(steps: &mut Steps) {
    for (part, programs) in WANTED {
        debian::wanted(steps, part, programs);
    }
}
