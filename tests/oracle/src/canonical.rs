//! Canonical JSON (RFC 8785) and its digest, by libraries the engine does not use for it.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The canonical text of a value.
///
/// # Panics
/// When the value has a number that JSON cannot write.
pub fn canonical(value: &Value) -> String {
    serde_json_canonicalizer::to_string(value).expect("a value made of finite numbers")
}

/// `sha256:` and the SHA-256 of the canonical text, in hexadecimal.
pub fn digest(value: &Value) -> String {
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(canonical(value).as_bytes()) {
        write!(text, "{byte:02x}").expect("a string takes any text");
    }
    text
}
