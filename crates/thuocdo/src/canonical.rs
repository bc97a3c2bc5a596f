//! Canonical JSON (RFC 8785) and its digest (SHA-256).
//!
//! A type that is written this way declares its fields in the order of their JSON names. Its keys are ASCII, and its numbers are integers
//! or points. For such a type `serde_json` writes the canonical form directly. The tests compare every vector with an independent
//! implementation of the RFC.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The canonical JSON (RFC 8785) of a type with fields in the order of their JSON names, as all results have them. Writing to memory cannot
/// fail: the keys are strings, and the numbers integers or points.
pub fn canonical(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// `sha256:` and the SHA-256 of a text in hexadecimal.
pub fn digest(text: &str) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut out = String::with_capacity(71);
    out.push_str("sha256:");
    for byte in Sha256::digest(text) {
        for half in [byte >> 4, byte & 15] {
            out.push(HEX.get(usize::from(half)).copied().unwrap_or_default());
        }
    }
    out
}

/// The canonical JSON of an object with its digest as `digest`, which sorts before all its other keys.
pub(crate) fn with_digest(mut object: String) -> String {
    let digest = digest(&object);
    if object.starts_with('{') {
        object.insert_str(1, &format!("\"digest\":\"{digest}\","));
    }
    object
}
