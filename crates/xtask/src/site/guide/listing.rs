//! The files of a folder.

use std::fs;
use std::path::Path;

/// Those of an ending, in the folder and its folders, in the order of their names.
pub(super) fn files(docs: &Path, ending: &str) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(docs).map_err(|error| format!("{}: {error}", docs.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            names.extend(files(&path, ending)?.into_iter().map(|inner| format!("{name}/{inner}")));
        } else if path.extension().is_some_and(|of| of == ending) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
