//! The files that are made from the types and the frameworks, committed, and checked for drift.

mod framework_page;
mod python_results;
mod typescript;

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;
use thuocdo::schema::assessment_for;
use thuocdo::{Framework, Lang};
use thuocdo_office::schema;

/// Every generated file: its path and what must be in it.
fn files() -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    for name in schema::names() {
        let schema = schema::schema(name).ok_or_else(|| format!("there is no schema `{name}`"))?;
        files.push((format!("schemas/{name}.schema.json"), pretty(&schema)));
    }
    for id in Framework::shipped_ids() {
        let framework = Framework::shipped(id).map_err(|violations| violations.to_string())?;
        files.push((format!("schemas/assessment.{id}.schema.json"), pretty(&assessment_for(&framework, Lang::Vi))));
        if id == "moet-4725-2022" {
            files.push(("docs/FRAMEWORK-4725.md".to_owned(), framework_page::page(&framework)));
        }
    }
    files.push(("docs/CODES.md".to_owned(), thuocdo_cli::codes_page()));
    files.push((python_results::PATH.to_owned(), python_results::module()?));
    files.push((typescript::PATH.to_owned(), typescript::module()?));
    Ok(files)
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}

/// With `THUOCDO_WRITE` in the environment it writes them, which is what `cargo xtask gen` does.
#[test]
fn generated_files_are_fresh() {
    let files = files().unwrap_or_else(|message| panic!("{message}"));
    if env::var_os("THUOCDO_WRITE").is_some() {
        for (path, text) in &files {
            fs::write(root().join(path), text).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        return;
    }
    let is_stale = |(path, text): &&(String, String)| fs::read_to_string(root().join(path)).ok().as_ref() != Some(text);
    let stale: Vec<&str> = files.iter().filter(is_stale).map(|(path, _)| path.as_str()).collect();
    assert!(stale.is_empty(), "stale: {}; type `cargo xtask gen` and commit", stale.join(", "));
}

/// The top of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
