//! Whether a certificate can be made again from its case.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use thuocdo::json::push_key;
use thuocdo::{LocalScorer, Violations};

use super::certificate::Certificate;
use crate::process::Case;

/// How a certificate compares with the one that is made anew.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Verification {
    /// Everything in which they differ, in the order of the certificate.
    pub differences: Vec<Differing>,
    /// Whether they are the same, byte for byte.
    pub identical: bool,
}

/// One place in which a certificate differs from the one that is made anew.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Differing {
    /// Where, as a JSON Pointer (RFC 6901) into the certificate.
    pub at: String,
    /// What is found anew; null where there is nothing.
    pub found: Value,
    /// What the certificate says; null where it says nothing.
    pub stated: Value,
}

impl Verification {
    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

/// Makes the certificate anew and compares. Another version of the engine is a difference like any other. Events that the case gained
/// since are not; but a level that was withdrawn is no longer certified.
///
/// # Errors
///
/// Those of [`super::certify`].
pub fn verify(certificate: &Certificate, scorer: &LocalScorer, case: &Case) -> Result<Verification, Violations> {
    let anew = Certificate::of(scorer, case, Some(certificate.events))?;
    // Both are read back from the bytes that would be signed, so that nothing else is compared.
    let said = |certificate: &Certificate| serde_json::from_str(&certificate.to_json()).unwrap_or(Value::Null);
    let mut differences = Vec::new();
    compare(&said(certificate), &said(&anew), "", &mut differences);
    Ok(Verification { identical: differences.is_empty(), differences })
}

fn compare(stated: &Value, found: &Value, at: &str, differences: &mut Vec<Differing>) {
    match (stated, found) {
        // Both have the keys of a certificate.
        (Value::Object(stated), Value::Object(found)) => {
            for (key, stated) in stated {
                let mut place = at.to_owned();
                push_key(&mut place, key);
                compare(stated, found.get(key).unwrap_or(&Value::Null), &place, differences);
            }
        }
        (Value::Array(stated), Value::Array(found)) => {
            for n in 0..stated.len().max(found.len()) {
                let item = |list: &'_ [Value]| list.get(n).cloned().unwrap_or_default();
                compare(&item(stated), &item(found), &format!("{at}/{n}"), differences);
            }
        }
        _ if stated == found => {}
        _ => differences.push(Differing { at: at.to_owned(), found: found.clone(), stated: stated.clone() }),
    }
}
