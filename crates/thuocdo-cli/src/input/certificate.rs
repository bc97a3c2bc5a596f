//! Certificates of files, signed or not, and the keys that sign them.

use std::path::Path;

use anyhow::{Result, bail};
use thuocdo::json::Value;
use thuocdo::{Lang, Violations};
use thuocdo_practice::recognition::{Certificate, SignatureFault, SignedCertificate, key_from_hex, verify_signature};

use super::file;
use crate::words::Word;

/// A certificate as it is found in a file.
pub(crate) enum Found {
    Signed(SignedCertificate),
    Unsigned(Certificate),
}

impl Found {
    /// The certificate that a value is, signed where it has a signature.
    pub(crate) fn from_value(value: &Value<'_>) -> Result<Found, Violations> {
        let is_signed = value.has_key("signature");
        if is_signed { SignedCertificate::from_value(value).map(Found::Signed) } else { Certificate::from_value(value).map(Found::Unsigned) }
    }

    /// Checks that the trusted key signed the certificate. The error says why not.
    pub(crate) fn trust(&self, key: &[u8; 32]) -> Result<(), Word> {
        let Found::Signed(signed) = self else { return Err(Word::NotSigned) };
        verify_signature(signed, key).map_err(|fault| match fault {
            SignatureFault::OtherKey => Word::SignatureOfOtherKey,
            _ => Word::SignatureBad,
        })
    }

    /// The certificate without its signature.
    pub(crate) fn certificate(&self) -> &Certificate {
        match self {
            Found::Signed(SignedCertificate { certificate, .. }) | Found::Unsigned(certificate) => certificate,
        }
    }
}

/// Reads the key of a file.
pub(crate) fn key(path: &Path, lang: Lang) -> Result<[u8; 32]> {
    let text = String::from_utf8(file::bytes(path, lang)?).unwrap_or_default();
    match key_from_hex(&text.trim().to_ascii_lowercase()) {
        Some(key) => Ok(key),
        // The file may hold a secret, so the message does not repeat it.
        None => bail!(Word::NotAKey.say(lang, &[("file", &file::name(path, lang))])),
    }
}
