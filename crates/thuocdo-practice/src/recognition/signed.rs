//! A certificate with its signature. Reading one needs no cryptography; checking its signature needs the feature `signatures`.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::Violations;
use thuocdo::json::{Reader, Value};

use super::certificate::Certificate;

/// A certificate with a signature of its canonical JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct SignedCertificate {
    /// What is signed.
    pub certificate: Certificate,
    /// The signature.
    pub signature: Signature,
}

/// A signature, and by which key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Signature {
    /// How it was made.
    pub algorithm: Algorithm,
    /// The public key: 64 hexadecimal digits. Whether it is to be trusted, only its owner can say.
    pub key: String,
    /// The signature: 128 hexadecimal digits.
    pub value: String,
}

thuocdo::words! {
    /// How a signature is made.
    #[derive(Default)]
    pub enum Algorithm {
        /// Ed25519, RFC 8032.
        #[default]
        Ed25519 = "ed25519",
    }
}

thuocdo::record!(SignedCertificate { certificate, signature });
thuocdo::record!(Signature { algorithm, key, value });

impl SignedCertificate {
    /// Reads a signed certificate. The signature is not looked at.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with its form.
    pub fn from_json(bytes: &[u8]) -> Result<SignedCertificate, Violations> {
        SignedCertificate::from_value(&Value::parse(bytes)?)
    }

    /// As [`SignedCertificate::from_json`], of JSON already parsed.
    ///
    /// # Errors
    ///
    /// As [`SignedCertificate::from_json`].
    pub fn from_value(value: &Value<'_>) -> Result<SignedCertificate, Violations> {
        Reader::read(value)
    }

    /// The canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
