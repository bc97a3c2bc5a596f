//! The guide: the commands of its pages run, what they print is compared, its pictures are made, and a site that opens from the disk is built.
//!
//! `site/guide/vi` and `site/guide/en` hold the pages. Each page runs in a folder of its own, with the examples and the forms of the exercises.

mod links;
mod listing;
mod pages;
mod pictures;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian;
use crate::run::{Steps, path_text, ran, root, target};
use crate::{python, readme, rust};

/// The folder of the guide in the repository.
const SOURCE: &str = "site/guide";
/// The languages, each a folder of [`SOURCE`]; the first one is where readers begin.
const LANGUAGES: [&str; 2] = ["vi", "en"];
/// What pictures are made by: each program with the Debian package it comes in.
const TOOLS: [(&str, &str); 4] =
    [("chromium", "chromium"), ("soffice", "libreoffice-calc"), ("lowriter", "libreoffice-writer"), ("pdftoppm", "poppler-utils")];
/// The environment of the generator of the site.
const VENV: &str = "target/guide/venv";

/// Everything of the guide.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    rust::build(steps)?;
    let has_tools = debian::wanted(steps, "the pictures of the guide, and the site", &TOOLS);
    steps.run_own("the words of the guide are those of DESIGN", words::check)?;
    for lang in LANGUAGES {
        steps.run_own(&format!("the guide ({lang}): commands print what its pages show"), || docs(lang, has_tools))?;
    }
    if !has_tools {
        return Ok(());
    }
    python::venv::environment(steps, VENV, &[root().join(SOURCE).join("requirements.txt")])?;
    let [zensical, python] = ["zensical", "python"].map(|name| path_text(&root().join(VENV).join("bin").join(name)));
    for lang in LANGUAGES {
        let [folder, config, site] = ["", "mkdocs.yml", "site"].map(|name| path_text(&folder(lang).join(name)));
        let [slides, templates, search] = ["slides.py", "templates.py", "search.py"].map(|name| path_text(&root().join(SOURCE).join(name)));
        steps.run(&python, &["-B", &slides, &folder])?;
        steps.run(&python, &["-B", &templates, &folder])?;
        steps.run_own("the templates of papers for a word processor", || pictures::documents(Path::new(&folder)))?;
        steps.run(&zensical, &["build", "--clean", "--strict", "-f", &config])?;
        steps.run(&python, &["-B", &search, &site])?;
    }
    steps.run_own("the guide as one folder", collect)?;
    steps.run_own("every link, picture and script of the guide is in its folder", || links::check(&site()))?;
    steps.run_own("the guide opens from the disk", || pictures::opens(&site()))
}

/// Where the guide is built.
fn site() -> PathBuf {
    super::folder().join("guide")
}

/// Where the sources of one language are put together.
fn folder(lang: &str) -> PathBuf {
    target().join("guide").join(lang)
}

/// Puts the pages of one language together, with what their commands make.
fn docs(lang: &str, has_tools: bool) -> Result<(), String> {
    let (to, forms) = (folder(lang), target().join("guide/bai-tap"));
    clear(&to)?;
    ran(Command::new("cp").arg("-R").arg(root().join(SOURCE).join(lang)).arg(&to))?;
    clear(&forms)?;
    ran(Command::new("python3").arg("-B").arg(root().join(SOURCE).join("forms.py")).arg(&forms))?;
    let docs = to.join("docs");
    for name in listing::files(&root().join(SOURCE).join(lang).join("docs"), "md")? {
        let run = readme::with_examples(&target().join("guide/run").join(lang).join(name.replace('/', "-")))?;
        ran(Command::new("cp").arg("-R").arg(&forms).arg(&run))?;
        pages::run(lang, &name, &run, &docs, has_tools)?;
    }
    ran(Command::new("cp").arg("-R").arg(&forms).arg(&docs))?;
    for shared in ["extra.css", "iframe-worker.js"] {
        ran(Command::new("cp").arg(root().join(SOURCE).join(shared)).arg(&docs))?;
    }
    // The pages got what their commands print, if that was wanted.
    ran(Command::new("cp").arg("-R").arg(root().join(SOURCE).join(lang).join("docs/.")).arg(&docs))?;
    let checklist = pages::checklist(lang)?;
    fs::write(docs.join("doi-chieu.md"), checklist).map_err(|error| error.to_string())
}

/// Puts both languages into one folder, whose first page leads to the first language.
fn collect() -> Result<(), String> {
    let to = site();
    clear(&to)?;
    fs::create_dir_all(&to).map_err(|error| error.to_string())?;
    for lang in LANGUAGES {
        ran(Command::new("cp").arg("-R").arg(folder(lang).join("site")).arg(to.join(lang)))?;
        // For servers, with addresses that a disk does not have.
        fs::remove_file(to.join(lang).join("404.html")).map_err(|error| error.to_string())?;
    }
    ran(Command::new("cp").arg(root().join(SOURCE).join("index.html")).arg(&to)).map(drop)
}

/// Takes a folder away, if it is there, and makes the one that it is in.
fn clear(folder: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed)?;
    }
    folder.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)
}
