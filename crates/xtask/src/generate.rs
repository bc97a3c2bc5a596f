//! The files that are made from the types and the frameworks, committed, and checked for drift.

use std::fs;

use serde_json::Value;
use thuocdo::schema::assessment_for;
use thuocdo::{Framework, Lang};
use thuocdo_practice::schema;

use crate::run::root;
use crate::{framework_page, python_results};

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
    files.push((python_results::PATH.to_owned(), python_results::module()?));
    Ok(files)
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}

pub(crate) fn write() -> Result<(), String> {
    for (path, text) in files()? {
        fs::write(root().join(&path), text).map_err(|error| format!("{path}: {error}"))?;
        println!("{path}");
    }
    Ok(())
}

pub(crate) fn check() -> Result<(), String> {
    let stale: Vec<String> = files()?
        .into_iter()
        .filter(|(path, text)| fs::read_to_string(root().join(path)).is_ok_and(|found| found == *text).eq(&false))
        .map(|(path, _)| path)
        .collect();
    if stale.is_empty() { Ok(()) } else { Err(format!("stale: {}; type `cargo xtask gen` and commit", stale.join(", "))) }
}
