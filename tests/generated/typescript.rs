//! The documents, requests and answers as types of TypeScript, made of their schemas: `bindings/js/src/types.ts`.
//!
//! `json-schema-to-typescript` reads the same schemas, but writes a `Range` and an `Institution` of its own for each file, and needs npm.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use thuocdo_office::schema;

use crate::python_results::{capital, is_of_one_type, unnumbered, whole};

/// Where the module is written.
pub(crate) const PATH: &str = "bindings/js/src/types.ts";

/// Each schema, and the name of its type. Documents first, so that what several files share has the name of a document.
const ROOTS: [(&str, &str); 36] = [
    ("assessment", "Assessment"),
    ("scorecard", "Scorecard"),
    ("framework", "FrameworkFile"),
    ("overlay", "OverlayFile"),
    ("violations", "Violations"),
    ("score", "LocalScore"),
    ("calendar", "Calendar"),
    ("case", "Case"),
    ("register", "Register"),
    ("acts", "Acts"),
    ("agreement", "Agreement"),
    ("audit", "Audit"),
    ("certify", "Certificate"),
    ("cohort", "Cohort"),
    ("conform", "Conformance"),
    ("course", "Course"),
    ("diff", "Diff"),
    ("impact", "Impact"),
    ("kit", "Kit"),
    ("local_framework", "LocalFramework"),
    ("own_plans", "OwnPlans"),
    ("panel", "Panel"),
    ("plan", "Plan"),
    ("plan_request", "PlanRequest"),
    ("process", "Status"),
    ("publication", "Publication"),
    ("quality", "Quality"),
    ("quality_batch", "QualityBatch"),
    ("reminders", "Reminders"),
    ("review", "Review"),
    ("schedule", "Schedule"),
    ("signed_certificate", "SignedCertificate"),
    ("standings", "Standings"),
    ("verify", "Verification"),
    ("what_if", "WhatIf"),
    ("what_if_request", "WhatIfRequest"),
];

/// The year, which is last: most of its types are its own.
const YEAR: (&str, &str) = ("year", "YearLists");

/// Names of schemas that would hide others: of JavaScript, or of the package's classes.
const RENAMED: [(&str, &str); 4] = [("Framework", "FrameworkFile"), ("Overlay", "OverlayFile"), ("Year", "YearLists"), ("Signal2", "SignalKind")];

const HEAD: &str = "\
// What goes in and what comes out, as types. Made of `schemas/` by `cargo xtask gen`; do not edit.
//
// Points are numbers of at most two decimals; an input may also write them as text. Days are texts such as `2024-05-20`.
";

/// What was found in the files, and what was written of it.
struct Module<'a> {
    files: BTreeMap<&'a str, &'a Map<String, Value>>,
    /// The types by their file and the name they have there.
    defs: BTreeMap<(&'a str, &'a str), &'a Value>,
    /// Of each name: the different types that have it, by the first file, all that they refer to in its place.
    kinds: BTreeMap<&'a str, Vec<(&'a str, Value)>>,
    written: BTreeMap<String, String>,
}

/// The text of the module.
pub(crate) fn module() -> Result<String, String> {
    let mut files = Vec::new();
    for (name, root) in ROOTS.into_iter().chain([YEAR]) {
        files.push((name, root, schema::schema(name).ok_or_else(|| format!("there is no schema `{name}`"))?));
    }
    let mut module = Module { files: BTreeMap::new(), defs: BTreeMap::new(), kinds: BTreeMap::new(), written: BTreeMap::new() };
    for (file, root, schema) in &files {
        let own = schema.get("$defs").and_then(Value::as_object);
        module.files.extend(own.map(|own| (*file, own)));
        for (name, value) in [(*root, schema)].into_iter().chain(own.into_iter().flatten().map(|(name, value)| (name.as_str(), value))) {
            module.defs.insert((*file, name), value);
            let (kinds, whole) = (module.kinds.entry(plain(name)).or_default(), whole(value, own));
            if !kinds.iter().any(|(_, known)| *known == whole) {
                kinds.push((*file, whole));
            }
        }
    }
    for (file, root, _) in &files {
        module.named(file, root)?;
    }
    Ok(module.written.values().fold(HEAD.to_owned(), |text, declared| text + "\n" + declared))
}

impl<'a> Module<'a> {
    /// The type of a named one, which is written where it is more than a number or a text.
    fn named(&mut self, file: &'a str, name: &'a str) -> Result<String, String> {
        let value = *self.defs.get(&(file, name)).ok_or_else(|| format!("{file}: no type `{name}`"))?;
        let is_object = value.get("properties").is_some();
        let is_root = value.get("$schema").is_some();
        if !(is_root || is_object || value.get("oneOf").is_some() || value.get("anyOf").is_some()) {
            return self.hint(file, value);
        }
        let base = plain(name);
        let kinds = self.kinds.get(base).map_or(&[][..], Vec::as_slice);
        // Several types of one name that differ in what they hold alone are one generic type; others say of what they are.
        let is_generic = kinds.len() > 1 && kinds.iter().all(|(_, kind)| is_of_one_type(kind));
        let own = match kinds {
            [] | [_] => base.to_owned(),
            _ if is_generic => base.to_owned(),
            kinds => {
                let whole = whole(value, self.files.get(file).copied());
                let first = kinds.iter().position(|(_, kind)| *kind == whole).unwrap_or_default();
                let of = kinds.get(first).map_or("", |(file, _)| file);
                let prefix = if first == 0 { String::new() } else { of.split('_').map(capital).collect() };
                // Two types of one name in one file.
                let number = kinds.iter().take(first).filter(|(file, _)| *file == of).count();
                format!("{prefix}{base}{}", if number == 0 { String::new() } else { (number + 1).to_string() })
            }
        };
        if !self.written.contains_key(&own) {
            self.written.insert(own.clone(), String::new());
            let about = comment(value, "");
            let text = if is_generic {
                format!("{about}export interface {own}<T> {}\n", self.object(file, value, "", Some("T"))?)
            } else if is_object {
                format!("{about}export interface {own} {}\n", self.object(file, value, "", None)?)
            } else {
                format!("{about}export type {own} = {};\n", self.hint(file, value)?)
            };
            self.written.insert(own.clone(), text);
        }
        if !is_generic {
            return Ok(own);
        }
        let of = value.get("properties").and_then(Value::as_object).and_then(|fields| fields.values().next());
        Ok(format!("{own}<{}>", self.hint(file, of.unwrap_or(&Value::Null))?))
    }

    /// The type of a value.
    fn hint(&mut self, file: &'a str, value: &'a Value) -> Result<String, String> {
        if let Some(name) = value.get("$ref").and_then(Value::as_str) {
            return self.named(file, name.trim_start_matches("#/$defs/"));
        }
        if let Some(constant) = value.get("const") {
            return Ok(constant.to_string());
        }
        if let Some(words) = value.get("enum").and_then(Value::as_array) {
            return Ok(words.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "));
        }
        let choices = ["anyOf", "oneOf"].into_iter().find_map(|key| value.get(key).and_then(Value::as_array));
        if let Some(choices) = choices.filter(|_| value.get("properties").is_none()) {
            let mut members = Vec::new();
            for choice in choices {
                let hint = self.hint(file, choice)?;
                if !members.contains(&hint) {
                    members.push(hint);
                }
            }
            return Ok(members.join(" | "));
        }
        let kinds = match value.get("type") {
            Some(Value::String(kind)) => vec![kind.as_str()],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return Ok("unknown".to_owned()),
        };
        let mut members = Vec::new();
        for kind in kinds {
            members.push(match kind {
                "array" => {
                    let of = self.hint(file, value.get("items").unwrap_or(&Value::Null))?;
                    if of.contains(' ') { format!("readonly ({of})[]") } else { format!("readonly {of}[]") }
                }
                "boolean" | "null" | "string" => kind.to_owned(),
                "integer" | "number" => "number".to_owned(),
                "object" if value.get("properties").is_some() => self.object(file, value, "", None)?,
                "object" => match value.get("additionalProperties") {
                    Some(of @ Value::Object(_)) => format!("Readonly<Record<string, {}>>", self.hint(file, of)?),
                    _ => "Readonly<Record<string, unknown>>".to_owned(),
                },
                other => return Err(format!("{file}: no type for `{other}`")),
            });
        }
        Ok(members.join(" | "))
    }

    /// An object with its fields, all of type `of` where there is one.
    fn object(&mut self, file: &'a str, value: &'a Value, indent: &str, of: Option<&str>) -> Result<String, String> {
        let required: BTreeSet<&str> = value.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let mut text = "{\n".to_owned();
        for (key, field) in value.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let hint = match of {
                Some(of) => of.to_owned(),
                None => self.hint(file, field)?,
            };
            let is_name = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            let name = if is_name { key.clone() } else { Value::from(key.as_str()).to_string() };
            let mark = if required.contains(key.as_str()) { "" } else { "?" };
            text += &comment(field, &format!("{indent}  "));
            text.push_str(&[indent, "  readonly ", &name, mark, ": ", &hint, ";\n"].concat());
        }
        Ok(text + indent + "}")
    }
}

/// The name of a type without the number by which a file tells two of them apart.
fn plain(name: &str) -> &str {
    RENAMED.iter().find(|(from, _)| *from == name).map_or_else(|| unnumbered(name), |(_, to)| to)
}

/// The description of a type or field as a comment, with that of each of its words.
fn comment(value: &Value, indent: &str) -> String {
    const WIDTH: usize = 120;
    let about = |value: &Value| value.get("description").and_then(Value::as_str).unwrap_or_default().replace("*/", "* /");
    let words = value.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let words = words.filter_map(|word| Some(format!("\n\n`{}`: {}", word.get("const")?.as_str()?, about(word))));
    let text = about(value) + &words.collect::<String>();
    let mut lines = Vec::new();
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            line = if line.is_empty() { word.to_owned() } else { line + " " + word };
        }
        lines.push(line);
    }
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => format!("{indent}/**\n{indent} * {}\n{indent} */\n", lines.join(&format!("\n{indent} * "))),
    }
}
