//! The site: everything that opens in a browser, built into one folder.

pub(crate) mod guide;
pub(crate) mod page;

use std::path::PathBuf;

use crate::run::{Steps, target};

/// Where the site is built. Its files open from the disk.
pub(crate) fn folder() -> PathBuf {
    target().join("site")
}

/// `cargo xtask site`.
pub(crate) fn build() -> Result<(), String> {
    let mut steps = Steps::default();
    page::build(&mut steps, &folder().join("page"))?;
    guide::run(&mut steps)?;
    steps.into_report().print_rest();
    println!("\nopen {}, or the page alone: {}", folder().join("guide/index.html").display(), folder().join("page/thuoc-do.html").display());
    Ok(())
}
