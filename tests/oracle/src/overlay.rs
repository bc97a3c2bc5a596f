//! Overlays, laid by hand on a framework file, and the way back to the national result.

use crate::card::card;
use crate::evaluate::{evaluate, project};
use crate::framework::Framework;
use crate::{corpus, digest, normal_framework, normal_overlay};
use serde_json::{Value, json};

/// The file of the local framework that a valid overlay makes of its base, in normal form.
///
/// # Panics
/// When either file is not valid.
pub fn lay(base: &Value, overlay: &Value) -> Value {
    let (mut local, mut overlay) = (normal_framework(base), normal_overlay(overlay));
    let mark_of = digest(&overlay);
    for (key, value) in overlay.as_object_mut().expect("an object") {
        // The sources are a map: one of them may be named as a language.
        if key == "sources" {
            value.as_object_mut().expect("an object").values_mut().for_each(in_both_languages);
        } else {
            in_both_languages(value);
        }
    }
    for group in local["groups"].as_array_mut().expect("groups") {
        let own = overlay["local_conditions"].as_array().into_iter().flatten().filter(|own| own["group"] == group["code"]);
        let own = own.map(|own| with(&json!({ "basis": overlay["basis"] }), own, &["code", "guidance", "required_evidence", "title"]));
        let own: Vec<Value> = own.collect();
        let conditions = group["conditions"].as_array_mut().expect("conditions");
        for condition in conditions.iter_mut() {
            let refined = &overlay["conditions"][text(&condition["code"])];
            *condition = with(condition, refined, &["guidance", "required_evidence"]);
        }
        conditions.extend(own);
        for criterion in group["criteria"].as_array_mut().expect("criteria") {
            let indicators = criterion["indicators"].as_array().expect("indicators");
            criterion["indicators"] = indicators.iter().flat_map(|indicator| in_place_of(indicator, &overlay)).collect();
        }
    }
    for (name, description) in overlay["sources"].as_object().into_iter().flatten() {
        local["sources"][name] = description.clone();
    }
    let mark = with(&json!({ "digest": mark_of }), &overlay, &["basis", "id", "issued", "revision", "title"]);
    let mut laid = local["overlays"].as_array().cloned().unwrap_or_default();
    laid.push(mark);
    local["overlays"] = laid.into();
    with(&local, &overlay, &["id", "revision", "title"])
}

/// Writes each text in both languages: a text that has only one says the same in the other. A framework has no text in one alone.
fn in_both_languages(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(in_both_languages),
        Value::Object(members) => {
            for (own, other) in [("vi", "en"), ("en", "vi")] {
                if members.len() == 1 && members.get(own).is_some_and(Value::is_string) {
                    members.insert(other.to_owned(), members[own].clone());
                }
            }
            members.values_mut().for_each(in_both_languages);
        }
        _ => {}
    }
}

/// An indicator as the overlay has it, or its parts.
fn in_place_of(indicator: &Value, overlay: &Value) -> Vec<Value> {
    let refined = &overlay["indicators"][text(&indicator["code"])];
    let Some(parts) = refined["parts"].as_array() else {
        let mut local = with(indicator, refined, &["facts", "guidance", "required_evidence", "rule", "title"]);
        if !refined["title"].is_null() {
            // Whose words the old title was says nothing of the new one.
            local.as_object_mut().expect("an indicator").remove("wording");
        }
        return vec![local];
    };
    let inherited = with(&json!({ "basis": overlay["basis"] }), indicator, &["guidance", "required_evidence", "rule"]);
    let keys = ["code", "facts", "guidance", "max", "required_evidence", "rule", "title"];
    parts.iter().map(|part| with(&inherited, part, &keys)).collect()
}

/// `what` with some keys of `other`, where it has them.
fn with(what: &Value, other: &Value, keys: &[&str]) -> Value {
    let mut both = what.clone();
    for key in keys.iter().filter(|key| !other[**key].is_null()) {
        both[*key] = other[*key].clone();
    }
    both
}

/// The codes of what stands in place of an indicator under overlays, in the order in which they are laid.
fn parts(code: &str, overlays: &[Value]) -> Vec<String> {
    let mut codes = vec![code.to_owned()];
    for overlay in overlays {
        codes = codes
            .into_iter()
            .flat_map(|code| match overlay["indicators"][&code]["parts"].as_array() {
                Some(parts) => parts.iter().map(|part| text(&part["code"]).to_owned()).collect(),
                None => vec![code],
            })
            .collect();
    }
    codes
}

/// A framework with overlays.
#[derive(Debug)]
pub struct Stack {
    /// What they make.
    pub local: Framework,
    /// The file of it, in normal form.
    pub local_file: Value,
    /// What they are laid on.
    pub national: Framework,
    overlays: Vec<Value>,
}

impl Stack {
    /// Of valid files.
    ///
    /// # Panics
    /// When one is not valid.
    pub fn new(base: &Value, overlays: Vec<Value>) -> Stack {
        let local_file = overlays.iter().fold(base.clone(), |base, overlay| lay(&base, overlay));
        Stack { local: Framework::read(&local_file), local_file, national: Framework::read(base), overlays }
    }

    /// The local and the national scorecard of a valid assessment.
    ///
    /// # Panics
    /// When it is not valid.
    pub fn score(&self, assessment: &Value) -> Value {
        let outcome = evaluate(&self.local, assessment);
        let projected = project(&self.national, &outcome, assessment, &|code| parts(code, &self.overlays));
        json!({ "local": card(&self.local, &outcome, assessment), "national": card(&self.national, &projected, assessment) })
    }

    /// The codes of what stands in place of a national indicator.
    pub fn parts(&self, code: &str) -> Vec<String> {
        parts(code, &self.overlays)
    }
}

/// An overlay of the corpus, its base's digest as the oracle has it, and the file of the local framework that it makes.
///
/// # Panics
/// When the corpus has no such overlay, or not its base.
pub fn of_corpus(name: &str) -> (Value, Value) {
    let mut overlay: Value = serde_json::from_str(&corpus::overlay_text(name)).expect("an overlay of the corpus is JSON");
    let base = base_of_corpus(text(&overlay["base"]["id"]));
    overlay["base"]["digest"] = digest(&normal_framework(&base)).into();
    let local = lay(&base, &overlay);
    (overlay, local)
}

/// The file of the framework of an id: what an overlay of the corpus makes, or a framework of the corpus, or a shipped one.
///
/// # Panics
/// When there is none.
pub fn base_of_corpus(id: &str) -> Value {
    let file = format!("{id}.json");
    if corpus::folder().join("overlays").join(&file).exists() {
        return of_corpus(&file).1;
    }
    let name = if corpus::folder().join("frameworks").join(&file).exists() { file.as_str() } else { id };
    serde_json::from_str(&corpus::framework_text(name)).expect("a framework of the corpus is JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("a text was expected, not {value}"))
}
