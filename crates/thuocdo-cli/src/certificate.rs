//! Certificates as they are found in files, signed or not.

use thuocdo::Violations;
use thuocdo::json::Value;
use thuocdo_practice::recognition::{Certificate, SignedCertificate};

/// A certificate as it is found in a file.
pub(crate) enum Found {
    Signed(SignedCertificate),
    Unsigned(Certificate),
}

impl Found {
    /// The certificate that a value is, signed where it has a signature.
    pub(crate) fn from_value(value: &Value<'_>) -> Result<Found, Violations> {
        let is_signed = matches!(value, Value::Object(entries) if entries.iter().any(|(key, _)| key == "signature"));
        if is_signed { SignedCertificate::from_value(value).map(Found::Signed) } else { Certificate::from_value(value).map(Found::Unsigned) }
    }

    /// What it certifies.
    pub(crate) fn certificate(&self) -> &Certificate {
        match self {
            Found::Signed(SignedCertificate { certificate, .. }) | Found::Unsigned(certificate) => certificate,
        }
    }
}
