//! The package for JavaScript: WebAssembly, TypeScript, and programs that use both, in Node and in Chromium.

mod toolchain;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::c::corpus_file;
use crate::run::{Steps, path_text, ran, root, target};
use crate::{debian, rust};

use toolchain::Compiler;

/// Each tool with the Debian package it comes in.
const TOOLS: [(&str, &str); 3] = [("node", "nodejs"), ("npm", "npm"), ("chromium", "chromium")];

/// An entry of the package: its name in the tests, the name of its file, and the feature that it needs.
type Entry = (&'static str, &'static str, Option<&'static str>);

const ENTRIES: [Entry; 3] =
    [("core", "thuocdo", None), ("practice", "thuocdo_practice", Some("practice")), ("office", "thuocdo_office", Some("office"))];

/// What the compiler may write, and `wasm-opt` must read. Browsers have all of it since 2021.
const WASM: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Other programs that run JavaScript: the npm package of each, and how it runs a file. They are large, so that only a deep run fetches them.
const OTHERS: [(&str, &[&str]); 2] = [("bun@1.4.5", &["bun"]), ("deno@2.9.6", &["deno", "run", "--allow-read"])];

fn package() -> PathBuf {
    root().join("bindings/js")
}

/// A program that npm brought.
fn tool(name: &str) -> String {
    path_text(&package().join("node_modules/.bin").join(name))
}

fn folder() -> PathBuf {
    target().join("js")
}

/// The package alone, as it is published: `bindings/js/dist`, and the archive in `target/js`.
pub(crate) fn build() -> Result<(), String> {
    let mut steps = Steps::of("cargo xtask test js", true);
    let built = archive(&mut steps).map(|archive| archive.iter().for_each(|archive| println!("{}", archive.display())));
    steps.into_report().print_rest();
    built
}

/// The archive, if it can be made here.
pub(crate) fn archive(steps: &mut Steps) -> Result<Option<PathBuf>, String> {
    let Some(compiler) = compiler(steps) else { return Ok(None) };
    whole(steps, &compiler)?;
    packed(steps).map(Some)
}

/// Everything of the package.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    let Some(compiler) = compiler(steps) else { return Ok(()) };
    let manifest = ["--manifest-path", "bindings/js/Cargo.toml"];
    steps.run("cargo", &[&["fmt"], &manifest[..], &["--check"]].concat())?;
    rust::build(steps)?;
    let deep = "the package as it is published: its three files and their sizes, each with the corpus, also in Bun and Deno; a clean folder, Vite, a plain page";
    let is_deep = steps.goes_deep(deep);
    if is_deep { whole(steps, &compiler) } else { quick(steps, &compiler) }?;
    corpora(steps, is_deep)?;
    let command = path_text(&target().join("debug/thuocdo"));
    for (test, flags) in [("core", &["--expose-gc"][..]), ("office", &[]), ("readme", &[]), ("worker", &[])] {
        let file = format!("bindings/js/tests/{test}.test.js");
        let args = [flags, &["--test", &file]].concat();
        steps.run_with("node", &args, &[("THUOCDO", &command)])?;
    }
    if !is_deep {
        return Ok(());
    }
    let lints = ["--features", "office", "--target-dir", "target/js/lints", "--", "-D", "warnings"];
    steps.run("cargo", &[&["clippy"], &manifest[..], &lints[..]].concat())?;
    clean(steps)
}

/// The compiler, if it and the tools are there or could be installed.
pub(crate) fn compiler(steps: &mut Steps) -> Option<Compiler> {
    if debian::wanted(steps, "the package for JavaScript", &TOOLS) { Compiler::chosen(steps) } else { None }
}

/// The three files as they are published, and the modules beside them.
pub(crate) fn whole(steps: &mut Steps, compiler: &Compiler) -> Result<(), String> {
    modules(steps)?;
    for (_, name, feature) in ENTRIES {
        let built = path_text(&compiler.build(steps, feature, "release")?);
        let (graph, pruned) = (path_text(&folder().join("graph.json")), path_text(&folder().join("pruned.wasm")));
        steps.run("node", &["bindings/js/roots.js", &built, &graph])?;
        let prune = [&WASM[..], &["--graph-file", &graph, &built, "-o", &pruned]].concat();
        steps.run_own(&format!("{name}.wasm without what nobody calls"), || ran(Command::new(tool("wasm-metadce")).args(prune)).map(drop))?;
        let to = path_text(&package().join("dist").join(name).with_extension("wasm"));
        steps.run(&tool("wasm-opt"), &[&["-Oz"], &WASM[..], &[&pruned, "-o", &to]].concat())?;
    }
    steps.run("node", &["bindings/js/tests/sizes.js"])
}

/// One file for all entries, built quickly: that of the office has the functions of the others.
fn quick(steps: &mut Steps, compiler: &Compiler) -> Result<(), String> {
    modules(steps)?;
    let built = compiler.build(steps, Some("office"), "verify")?;
    for (_, name, _) in ENTRIES {
        copy(&built, &package().join("dist").join(name).with_extension("wasm"))?;
    }
    Ok(())
}

/// The TypeScript, as JavaScript and as types.
fn modules(steps: &mut Steps) -> Result<(), String> {
    npm(steps, &package(), &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    steps.run(&tool("tsc"), &["-p", "bindings/js/tsconfig.json"])?;
    steps.run(&tool("tsc"), &["-p", "bindings/js/tests/tsconfig.json"])
}

/// The corpora in Node and in Chromium; a deep run takes Bun and Deno as well.
fn corpora(steps: &mut Steps, is_deep: bool) -> Result<(), String> {
    let (corpus, tables) = (path_text(&folder().join("corpus.netstrings")), path_text(&folder().join("tables")));
    steps.run_own("the corpora", || {
        corpus_file(corpus.as_ref())?;
        ran(Command::new(target().join("debug/host-corpus")).args(["tables", &tables])).map(drop)
    })?;
    let entries: Vec<&str> = ENTRIES.iter().map(|(entry, ..)| *entry).filter(|entry| is_deep || *entry == "office").collect();
    for entry in &entries {
        let of_tables = (*entry == "office").then_some(tables.as_str());
        let args: Vec<&str> = ["bindings/js/tests/corpus.node.js", entry, &corpus].into_iter().chain(of_tables).collect();
        steps.run("node", &args)?;
    }
    steps.run("node", &[&["bindings/js/tests/corpus.browser.js", corpus.as_str(), tables.as_str()], &entries[..]].concat())?;
    for (runtime, run) in OTHERS.into_iter().filter(|_| is_deep) {
        let in_package = ["exec", "--yes", "--package", runtime, "--"];
        let args = [&in_package[..], run, &["bindings/js/tests/corpus.node.js", "office", &corpus, &tables]].concat();
        steps.run("npm", &args)?;
    }
    Ok(())
}

/// The archive as npm would publish it, from a folder with the files that stand elsewhere in the repository.
fn packed(steps: &mut Steps) -> Result<PathBuf, String> {
    let staged = folder().join("package");
    let _ = fs::remove_dir_all(&staged);
    steps.run_own("the files of the package", || {
        for name in ["package.json", "README.md"] {
            copy(&package().join(name), &staged.join(name))?;
        }
        for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
            copy(&root().join(name), &staged.join(name))?;
        }
        let dist = fs::read_dir(package().join("dist")).map_err(|error| format!("dist: {error}"))?;
        dist.flatten().try_for_each(|file| copy(&file.path(), &staged.join("dist").join(file.file_name())))
    })?;
    let archive = folder().join("thuocdo.tgz");
    let packed = staged.join(format!("thuocdo-{}.tgz", env!("CARGO_PKG_VERSION")));
    npm(steps, &staged, &["pack"])?;
    fs::rename(&packed, &archive).map_err(|error| format!("{}: {error}", packed.display()))?;
    Ok(archive)
}

/// The archive in an empty folder: Node, types, a plain page, Vite.
fn clean(steps: &mut Steps) -> Result<(), String> {
    let archive = packed(steps)?;
    let clean = folder().join("clean");
    let _ = fs::remove_dir_all(&clean);
    steps.run_own("a clean folder", || {
        let from = package().join("tests/clean");
        let files = fs::read_dir(&from).map_err(|error| format!("{}: {error}", from.display()))?;
        files.flatten().try_for_each(|file| copy(&file.path(), &clean.join(file.file_name())))
    })?;
    let vite = format!("vite@{}", version_of("vite")?);
    npm(steps, &clean, &["install", "--ignore-scripts", "--no-audit", "--no-fund", &path_text(&archive), &vite])?;
    let form = path_text(&root().join("examples/filled-form.xlsx"));
    steps.run_own("the package in Node", || {
        ran(Command::new("node").args(["node.js", &form]).current_dir(&clean)).map(|printed| print!("{printed}"))
    })?;
    steps.run_own("the package built by Vite", || {
        ran(Command::new("node").args(["node_modules/vite/bin/vite.js", "build"]).current_dir(&clean)).map(|printed| print!("{printed}"))
    })?;
    steps.run("node", &["bindings/js/tests/clean.browser.js", &path_text(&clean)])
}

/// The version of a tool that the lock of the package has, so that the clean folder has the same.
fn version_of(tool: &str) -> Result<String, String> {
    let path = package().join("node_modules").join(tool).join("package.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let package: serde_json::Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    package["version"].as_str().map(str::to_owned).ok_or_else(|| format!("{}: no version", path.display()))
}

/// Runs npm in a folder.
pub(crate) fn npm(steps: &mut Steps, folder: &Path, args: &[&str]) -> Result<(), String> {
    steps.command(&format!("npm {}", args.join(" ")), Command::new("npm").args(args).current_dir(folder), Command::status)
}

/// Copies a file to where there may be no folder yet.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let folder = to.parent().unwrap_or(to);
    let copied = fs::create_dir_all(folder).and_then(|()| fs::copy(from, to));
    copied.map(drop).map_err(|error| format!("{}: {error}", to.display()))
}
