//! The overlay that a form was filled in by, where the user forgot to name it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use thuocdo::json::Value;
use thuocdo::{Framework, Lang, Overlay, Violation};

use super::file::{is_stdin, read_at_most};
use crate::words::Word;

/// How many files of a folder are looked at.
const MOST: usize = 200;

/// What to add to the command, for a form of a framework that is not the one in use: the overlay of that id, if its file is beside the form, in
/// the current folder, or in a folder `overlays` of either.
pub(crate) fn needed(form: &str, violation: &Violation, lang: Lang) -> Option<String> {
    let id = violation.params().get("found")?.text(lang);
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !is_id || Framework::shipped_ids().any(|shipped| shipped == id) {
        return None;
    }
    Some(match find(&id, Path::new(form)) {
        Some(file) => Word::NeedsOverlay.say(lang, &[("file", &file.display()), ("framework", &id)]),
        None => Word::NeedsOverlayOf.say(lang, &[("framework", &id)]),
    })
}

/// What was found, by folder of the form and id: a thousand forms of one folder ask the same.
static FOUND: Mutex<BTreeMap<(PathBuf, String), Option<PathBuf>>> = Mutex::new(BTreeMap::new());

fn find(id: &str, form: &Path) -> Option<PathBuf> {
    let beside = form.parent().filter(|_| !is_stdin(form)).unwrap_or(Path::new(""));
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    found.entry((beside.to_owned(), id.to_owned())).or_insert_with(|| search(id, beside)).clone()
}

fn search(id: &str, beside: &Path) -> Option<PathBuf> {
    let folders = [beside.to_owned(), beside.join("overlays"), PathBuf::new(), PathBuf::from("overlays")];
    folders.iter().find_map(|folder| {
        let listed = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mut names: Vec<_> = fs::read_dir(listed).ok()?.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
        // The order of a folder is not the same on every disk.
        names.sort();
        let files = names.iter().map(|name| folder.join(name)).filter(|file| file.extension().is_some_and(|ending| ending == "json"));
        files.take(MOST).find(|file| is_overlay(id, file))
    })
}

/// Whether a file is an overlay with this id.
fn is_overlay(id: &str, file: &Path) -> bool {
    let Ok(text) = fs::File::open(file).and_then(read_at_most) else { return false };
    let is_meant = Value::parse(&text).is_ok_and(|value| value.has_key("base"));
    is_meant && Overlay::from_json(&text).is_ok_and(|overlay| overlay.id == id)
}
