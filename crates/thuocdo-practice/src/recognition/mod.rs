//! The certificate of a recognised level: what it states, its provenance to the byte, and whether it can be made again.
//!
//! From the same case, the same framework with its overlays and the same version of the engine anybody makes the same certificate, byte for
//! byte (reproducible).
//!
//! `certificate` makes one, `scope` checks for which framework and overlays it counts, `verify` makes it again and compares, `signature`
//! signs it (Ed25519), and `signed` is the certificate with its signature. `report` says it in `words`; `request` reads what is asked by
//! text.

mod certificate;
mod report;
mod request;
mod scope;
#[cfg(feature = "signatures")]
mod signature;
mod signed;
mod verify;
mod words;

pub use certificate::{AssessmentDigests, Certificate, CertifiedGroup, certify};
#[cfg(feature = "signatures")]
pub use signature::{SignatureFault, key_from_hex, public_key, sign, verify_signature};
pub use signed::{Algorithm, Signature, SignedCertificate};
pub use verify::{Differing, Verification, verify};

pub(crate) use request::{certificate_value, verification_value};
