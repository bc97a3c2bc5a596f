//! The certificate of a recognised level: what it says, what it rests on to the byte, and whether it can be made again.
//!
//! Whoever has the case, the framework with its overlays, and an engine of the same version makes the same certificate, byte for byte.
//!
//! `certificate` makes one, `scope` says for whom it counts, `verify` makes it again and compares, `signature` signs it as `signed` says. `report` says it in `words`; `request` reads what is
//! asked by text.

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
