//! The site: everything that opens in a browser, built into one folder.

pub(crate) mod guide;

use std::path::PathBuf;

use crate::run::{Steps, target};

/// Where the site is built. Its `index.html` opens from the disk.
pub(crate) fn folder() -> PathBuf {
    target().join("site")
}

/// `cargo xtask site`.
pub(crate) fn build() -> Result<(), String> {
    let mut steps = Steps::default();
    guide::run(&mut steps)?;
    steps.into_report().print_rest();
    println!("\nopen {}", folder().join("guide/index.html").display());
    Ok(())
}
