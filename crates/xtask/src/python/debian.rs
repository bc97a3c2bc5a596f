//! Debian's packages that a part of the tests cannot do without.

use crate::debian;
use crate::run::Steps;

/// A browser, and fonts that hold every letter of Vietnamese. Where they are missing and cannot be installed, that is noted.
pub(super) fn browser(steps: &mut Steps) {
    debian::wanted(steps, "Python tests that look at HTML in a browser", &[("chromium", "chromium"), ("chromium", "fonts-dejavu-core")]);
}

/// Whether Spark can start.
pub(super) fn java(steps: &mut Steps) -> bool {
    debian::wanted(steps, "Python tests on Spark", &[("java", "default-jre-headless")])
}
