//! The page for schools and departments: one HTML file, tried in Chromium.

use std::fs;
use std::path::{Path, PathBuf};

use crate::js;
use crate::run::{Steps, path_text, root, target};

/// What runs in the browser, from a file to a file.
const TESTS: [&str; 4] = ["school", "department", "everyone", "look"];

fn source() -> PathBuf {
    root().join("site/page")
}

/// Builds the page with the package for JavaScript as it is published, and puts it into a folder.
pub(crate) fn build(steps: &mut Steps, to: &Path) -> Result<(), String> {
    let Some(compiler) = js::compiler(steps) else { return Ok(()) };
    js::whole(steps, &compiler)?;
    made(steps, "production")?;
    steps.run_own("the page in its folder", || {
        // By itself it opens from a disk; with the others a site can serve it, so that it can be installed.
        js::copy(&source().join("dist/thuoc-do.html"), &to.join("thuoc-do.html"))?;
        let served = fs::read_dir(source().join("public")).map_err(|error| format!("public: {error}"))?;
        served.flatten().try_for_each(|file| js::copy(&file.path(), &to.join(file.file_name())))
    })
}

/// The page in Chromium, beside the command that the tests built, with the package that [`js::run`] left.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    if js::compiler(steps).is_none() {
        return Ok(());
    }
    // The package is small only as it is published, which takes minutes.
    let is_deep = steps.goes_deep("the page as it is given away, with its size");
    made(steps, if is_deep { "production" } else { "quick" })?;
    let debug = target().join("debug");
    let (command, folder) = (path_text(&debug.join("thuocdo")), path_text(&debug));
    for test in TESTS {
        let file = format!("site/page/tests/{test}.test.mjs");
        steps.run_with(
            "node",
            &["--test", &file],
            &[("THUOCDO", &command), ("THUOCDO_BIN", &folder), ("THUOCDO_QUICK", if is_deep { "" } else { "1" })],
        )?;
    }
    Ok(())
}

/// The one file, `site/page/dist/thuoc-do.html`; in the mode `quick` it may be larger.
fn made(steps: &mut Steps, mode: &str) -> Result<(), String> {
    js::npm(steps, &source(), &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    js::npm(steps, &source(), &["run", "check"])?;
    js::npm(steps, &source(), &["exec", "--", "vite", "build", "--mode", mode])
}
