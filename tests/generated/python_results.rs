//! The results of the practice as Python classes, made of their schemas: `bindings/python/python/thuocdo/results.py`.
//!
//! `datamodel-code-generator` reads the same schemas, but makes floats of points, lists of tuples, and a `Range` of its own for each file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use thuocdo_practice::schema;

/// Where the module is written.
pub(crate) const PATH: &str = "bindings/python/python/thuocdo/results.py";

/// The schema of each result, and the name of its class; `score` has its own, as scorecards have.
const RESULTS: [(&str, &str); 19] = [
    ("agreement", "Agreement"),
    ("audit", "Audit"),
    ("certify", "Certificate"),
    ("cohort", "Cohort"),
    ("conform", "Conformance"),
    ("course", "Course"),
    ("impact", "Impact"),
    ("kit", "Kit"),
    ("local_framework", "LocalFramework"),
    ("panel", "Panel"),
    ("plan", "Plan"),
    ("process", "Status"),
    ("publication", "Publication"),
    ("quality", "Quality"),
    ("quality_batch", "QualityBatch"),
    ("review", "Review"),
    ("signed_certificate", "SignedCertificate"),
    ("verify", "Verification"),
    ("what_if", "WhatIf"),
];

/// Names that would say something else in Python, or that two types of one schema share.
const RENAMED: [(&str, &str); 2] = [("Framework", "FrameworkFile"), ("Signal2", "SignalKind")];

/// What the package has a class of its own for.
const OWN: &str = "Scorecard";

const HEAD: &str = "\
\"\"\"What the practice answers, as immutable types. Made of `schemas/` by `cargo xtask gen`; do not edit.

Points, differences and shares are `Decimal`, counts and levels `int`, dates `datetime.date`. What JSON calls `self` and
`from` is `own` and `from_` here.
\"\"\"

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from thuocdo._listed import Listed
from thuocdo._result import Part, Result
from thuocdo.scorecard import Scorecard

T = TypeVar(\"T\")
";

/// What was found in the files, and what was written of it.
struct Module<'a> {
    files: BTreeMap<&'a str, &'a Map<String, Value>>,
    /// The types by their file and the name they have there.
    defs: BTreeMap<(&'a str, &'a str), &'a Value>,
    /// Of each name without its number: the different types that have it, by the first file, all that they refer to in its place.
    kinds: BTreeMap<&'a str, Vec<(&'a str, Value)>>,
    written: BTreeMap<String, String>,
    unions: BTreeMap<String, String>,
}

/// The text of the module.
pub(crate) fn module() -> Result<String, String> {
    let mut files = Vec::new();
    for (name, class) in RESULTS {
        files.push((name, class, schema::schema(name).ok_or_else(|| format!("there is no schema `{name}`"))?));
    }
    let mut module =
        Module { files: BTreeMap::new(), defs: BTreeMap::new(), kinds: BTreeMap::new(), written: BTreeMap::new(), unions: BTreeMap::new() };
    for (file, class, schema) in &files {
        let own = schema.get("$defs").and_then(Value::as_object);
        module.files.extend(own.map(|own| (*file, own)));
        for (name, value) in own.into_iter().flatten().map(|(name, value)| (name.as_str(), value)).chain([(*class, schema)]) {
            module.defs.insert((*file, name), value);
            if renamed(name).is_none() {
                let (kinds, whole) = (module.kinds.entry(unnumbered(name)).or_default(), whole(value, own));
                if !kinds.iter().any(|(_, known)| *known == whole) {
                    kinds.push((*file, whole));
                }
            }
        }
    }
    for (file, class, _) in &files {
        module.named(file, class)?;
    }
    let classes = module.written.values().chain(module.unions.values());
    Ok(classes.fold(HEAD.to_owned(), |text, class| text + "\n\n" + class))
}

impl<'a> Module<'a> {
    /// The Python type of a named one, which is written where it is a class or a list of words.
    fn named(&mut self, file: &'a str, name: &'a str) -> Result<String, String> {
        let value = *self.defs.get(&(file, name)).ok_or_else(|| format!("{file}: no type `{name}`"))?;
        let base = unnumbered(name);
        let is_class = value.get("properties").is_some();
        if base == OWN || !(is_class || value.get("oneOf").is_some()) {
            return if base == OWN { Ok(OWN.to_owned()) } else { self.hint(file, value) };
        }
        let kinds = self.kinds.get(base).map_or(&[][..], Vec::as_slice);
        // Several types of one name that differ in what they hold alone are one generic type; others say of what they are.
        let is_generic = kinds.len() > 1 && kinds.iter().all(|(_, kind)| is_of_one_type(kind));
        let class = match renamed(name) {
            Some(class) => class.to_owned(),
            None if kinds.len() < 2 || is_generic => base.to_owned(),
            None => {
                let whole = whole(value, self.files.get(file).copied());
                kinds.iter().find(|(_, kind)| *kind == whole).map_or("", |(first, _)| first).split('_').map(capital).collect::<String>() + base
            }
        };
        if !self.written.contains_key(&class) && !self.unions.contains_key(&class) {
            self.written.insert(class.clone(), String::new());
            if is_class {
                let text = self.class(file, &class, value, is_generic)?;
                self.written.insert(class.clone(), text);
            } else {
                self.written.remove(&class);
                let text = self.choice(file, base, &class, value)?;
                self.unions.insert(class.clone(), text);
            }
        }
        if !is_generic {
            return Ok(class);
        }
        let of = value.get("properties").and_then(Value::as_object).and_then(|fields| fields.values().next());
        Ok(format!("{class}[{}]", self.hint(file, of.unwrap_or(&Value::Null))?))
    }

    /// The Python type of a value.
    fn hint(&mut self, file: &'a str, value: &'a Value) -> Result<String, String> {
        if let Some(name) = value.get("$ref").and_then(Value::as_str) {
            return self.named(file, name.trim_start_matches("#/$defs/"));
        }
        if let Some(constant) = value.get("const") {
            return Ok(format!("Literal[{}]", python(constant)));
        }
        if let Some(any) = value.get("anyOf").and_then(Value::as_array) {
            // A word is text as well.
            let has_text = any.iter().any(|member| member.get("type").is_some_and(|kind| kind == "string"));
            let mut members = Vec::new();
            for member in any {
                if has_text && self.is_word(file, member) {
                    continue;
                }
                let hint = self.hint(file, member)?;
                if !members.contains(&hint) {
                    members.push(hint);
                }
            }
            return Ok(members.join(" | "));
        }
        let kinds = match value.get("type") {
            Some(Value::String(kind)) => vec![kind.as_str()],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return Ok("Any".to_owned()),
        };
        let mut members = Vec::new();
        for kind in kinds {
            members.push(match kind {
                "array" => format!("tuple[{}, ...]", self.hint(file, value.get("items").unwrap_or(&Value::Null))?),
                "boolean" => "bool".to_owned(),
                "integer" => "int".to_owned(),
                "null" => "None".to_owned(),
                "number" => "Decimal".to_owned(),
                "object" => format!("Mapping[str, {}]", self.hint(file, value.get("additionalProperties").unwrap_or(&Value::Null))?),
                "string" if value.get("format").is_some_and(|format| format == "date") => "datetime.date".to_owned(),
                "string" => "str".to_owned(),
                other => return Err(format!("{file}: no Python type for `{other}`")),
            });
        }
        Ok(members.join(" | "))
    }

    /// Whether this refers to a list of words.
    fn is_word(&self, file: &'a str, value: &Value) -> bool {
        let name = value.get("$ref").and_then(Value::as_str).unwrap_or_default().trim_start_matches("#/$defs/");
        self.defs.get(&(file, name)).is_some_and(|of| of.pointer("/oneOf/0/const").is_some())
    }

    /// A class with its fields.
    fn class(&mut self, file: &'a str, class: &str, value: &'a Value, is_generic: bool) -> Result<String, String> {
        let base = match class {
            "Publication" => "Listed",
            _ if RESULTS.iter().any(|(_, result)| *result == class) => "Result",
            _ => "Part",
        };
        let bases = if is_generic { "Part, Generic[T]" } else { base };
        let mut text = format!("@dataclass(frozen=True, slots=True, kw_only=True)\nclass {class}({bases}):\n{}\n", docstring(value, "    "));
        let required: BTreeSet<&str> = value.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        for (key, field) in value.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let mut hint = if is_generic { "T".to_owned() } else { self.hint(file, field)? };
            let mut said: Vec<String> = Vec::new();
            if !required.contains(key.as_str()) {
                said.push("default=None".to_owned());
                if !hint.ends_with("None") {
                    hint.push_str(" | None");
                }
            }
            let name = match key.as_str() {
                "self" => "own",
                "from" => "from_",
                name => name,
            };
            if name != key {
                said.push(format!("metadata={{\"json\": \"{key}\"}}"));
            }
            let default = match said.as_slice() {
                [] => String::new(),
                [only] if only == "default=None" => " = None".to_owned(),
                said => format!(" = field({})", said.join(", ")),
            };
            text.push_str(&["    ", name, ": ", &hint, &default, "\n"].concat());
            if field.get("description").is_some() {
                text += &docstring(field, "    ");
            }
        }
        Ok(text)
    }

    /// One of several words, or one of several classes that a word tells apart.
    fn choice(&mut self, file: &'a str, base: &str, name: &str, value: &'a Value) -> Result<String, String> {
        let (mut words, mut classes, mut about) = (Vec::new(), Vec::new(), String::new());
        for choice in value.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
            if let Some(word) = choice.get("const") {
                words.push(python(word));
                about.push_str(&["\n\n", &python(word), ": ", choice.get("description").and_then(Value::as_str).unwrap_or_default()].concat());
                continue;
            }
            let word = choice.pointer("/properties/kind/const").and_then(Value::as_str).ok_or_else(|| format!("{file}: {name} has no kind"))?;
            let class = capital(word) + base;
            let text = self.class(file, &class, choice, false)?;
            self.written.insert(class.clone(), text);
            classes.push(class);
        }
        let of = if words.is_empty() { classes.join(" | ") } else { format!("Literal[\n    {},\n]", words.join(",\n    ")) };
        let about = value.get("description").and_then(Value::as_str).unwrap_or_default().to_owned() + &about;
        Ok(format!("{name} = {of}\n{}", docstring(&serde_json::json!({ "description": about }), "")))
    }
}

/// A type with those it refers to in their places, and without what each file calls it.
pub(crate) fn whole(value: &Value, defs: Option<&Map<String, Value>>) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|item| whole(item, defs)).collect(),
        Value::Object(fields) => {
            let referred = fields.get("$ref").and_then(Value::as_str).and_then(|name| defs?.get(name.trim_start_matches("#/$defs/")));
            let about = |key: &str| matches!(key, "$defs" | "$ref" | "$schema" | "title");
            let mut own: Map<String, Value> =
                fields.iter().filter(|(key, _)| !about(key)).map(|(key, value)| (key.clone(), whole(value, defs))).collect();
            if let Some(referred) = referred {
                own.insert("$ref".to_owned(), whole(referred, defs));
            }
            Value::Object(own)
        }
        other => other.clone(),
    }
}

/// Whether every field of a class has the same type, and there are several.
pub(crate) fn is_of_one_type(class: &Value) -> bool {
    let fields: Vec<&Value> = class.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::values).collect();
    let kinds: BTreeSet<String> = fields.iter().map(|field| format!("{:?} {:?}", field.get("$ref"), field.get("type"))).collect();
    fields.len() > 1 && kinds.len() == 1
}

fn renamed(name: &str) -> Option<&'static str> {
    RENAMED.iter().find(|(from, _)| *from == name).map(|(_, to)| *to)
}

pub(crate) fn unnumbered(name: &str) -> &str {
    name.trim_end_matches(|c: char| c.is_ascii_digit())
}

pub(crate) fn capital(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
}

/// A constant as Python writes it.
fn python(value: &Value) -> String {
    match value {
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        other => other.to_string(),
    }
}

/// The description of a type or field, wrapped.
fn docstring(value: &Value, indent: &str) -> String {
    const WIDTH: usize = 110;
    let about = value.get("description").and_then(Value::as_str).unwrap_or_default().replace('\\', "\\\\").replace("\"\"\"", "'''");
    let mut lines = Vec::new();
    for paragraph in about.split("\n\n") {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            line = if line.is_empty() { word.to_owned() } else { line + " " + word };
        }
        lines.push(line);
    }
    let text = lines.iter().map(|line| if line.is_empty() { String::new() } else { indent.to_owned() + line }).collect::<Vec<_>>().join("\n");
    let end = if lines.len() > 1 || text.ends_with('"') { format!("\n{indent}") } else { String::new() };
    format!("{indent}\"\"\"{}{end}\"\"\"\n", text.trim_start())
}
