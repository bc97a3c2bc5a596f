//! Ed25519 signatures (RFC 8032) of certificates. Keys are the caller's: none is made here, and nothing is random.

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};

use super::certificate::Certificate;
use super::signed::{Algorithm, Signature, SignedCertificate};

/// Why a signature is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureFault {
    /// The key or the signature is not written in hexadecimal digits, as many as it takes.
    #[error("the key or the signature is not of the right number of hexadecimal digits")]
    Malformed,
    /// It was made by another key than the trusted one.
    #[error("the certificate is signed by another key than the trusted one")]
    OtherKey,
    /// It is not the signature of this certificate by this key.
    #[error("the signature is not of this certificate")]
    NotOfThis,
}

/// Signs the canonical JSON of a certificate with a secret key: the seed of RFC 8032, 32 bytes.
pub fn sign(certificate: Certificate, seed: &[u8; 32]) -> SignedCertificate {
    let key = SigningKey::from_bytes(seed);
    let value = key.sign(certificate.to_json().as_bytes());
    let signature = Signature { algorithm: Algorithm::Ed25519, key: hex(key.verifying_key().as_bytes()), value: hex(&value.to_bytes()) };
    SignedCertificate { certificate, signature }
}

/// The public key of a secret one: for those who verify.
pub fn public_key(seed: &[u8; 32]) -> [u8; 32] {
    SigningKey::from_bytes(seed).verifying_key().to_bytes()
}

/// Whether a certificate is signed by the trusted key. Strict: keys of small order and signatures in another than the one canonical form are
/// refused too.
///
/// # Errors
///
/// Why the signature is refused.
pub fn verify_signature(signed: &SignedCertificate, trusted_key: &[u8; 32]) -> Result<(), SignatureFault> {
    let key = key_from_hex(&signed.signature.key).ok_or(SignatureFault::Malformed)?;
    let value: [u8; 64] = bytes_of(&signed.signature.value).ok_or(SignatureFault::Malformed)?;
    if key != *trusted_key {
        return Err(SignatureFault::OtherKey);
    }
    VerifyingKey::from_bytes(trusted_key)
        .and_then(|key| key.verify_strict(signed.certificate.to_json().as_bytes(), &ed25519_dalek::Signature::from_bytes(&value)))
        .map_err(|_| SignatureFault::NotOfThis)
}

/// A key written in 64 lower-case hexadecimal digits.
pub fn key_from_hex(text: &str) -> Option<[u8; 32]> {
    bytes_of(text)
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Bytes have one spelling only, so that a changed digit cannot go unseen.
fn bytes_of<const N: usize>(text: &str) -> Option<[u8; N]> {
    let half = |c: char| c.to_digit(16).filter(|_| !c.is_ascii_uppercase()).and_then(|half| u8::try_from(half).ok());
    let halves: Option<Vec<u8>> = text.chars().map(half).collect();
    let (pairs, rest) = halves.as_deref()?.as_chunks::<2>();
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
    bytes.try_into().ok().filter(|_| rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, section 7.1, tests 1 to 3: secret key, public key, message, signature.
    const RFC_8032: [(&str, &str, &[u8], &str); 3] = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            &[],
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            &[0x72],
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            &[0xaf, 0x82],
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ];

    #[test]
    fn keys_and_signatures_are_those_of_rfc_8032() {
        for (seed, public, message, signature) in RFC_8032 {
            let seed = key_from_hex(seed).unwrap_or_default();
            assert_eq!(hex(&public_key(&seed)), public);
            assert_eq!(hex(&SigningKey::from_bytes(&seed).sign(message).to_bytes()), signature);
        }
    }

    #[test]
    fn hexadecimal_has_one_spelling() {
        assert_eq!(bytes_of::<2>("00ff"), Some([0, 255]));
        for text in ["00FF", "00f", "00fff", "", "00 f", "0x0f", "ＦＦff"] {
            assert_eq!(bytes_of::<2>(text), None, "{text}");
        }
    }
}
