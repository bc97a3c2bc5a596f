//! The part of a scorecard's JSON Schema about its digest.

pub(super) fn with_digest(schema: &mut schemars::Schema) {
    let digest =
        serde_json::json!({ "description": "SHA-256 of the canonical JSON without this key.", "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" });
    if let Some(properties) = schema.get_mut("properties").and_then(|properties| properties.as_object_mut()) {
        properties.insert("digest".to_owned(), digest);
    }
    if let Some(required) = schema.get_mut("required").and_then(|required| required.as_array_mut()) {
        required.insert(0, "digest".into());
    }
}
