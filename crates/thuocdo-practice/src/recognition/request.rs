//! `certify` and `verify` as requests.

use thuocdo::json::{Reader, Value};
use thuocdo::{LocalScorer, Violations};

use super::certificate::{Certificate, certify};
use super::verify::{Verification, verify};
use crate::process::Case;

#[derive(Default)]
struct ToCertify {
    case: Case,
}

thuocdo::record!(ToCertify { case });

#[derive(Default)]
struct ToVerify {
    case: Case,
    certificate: Certificate,
}

thuocdo::record!(ToVerify { case, certificate });

/// The certificate that a request asks for.
pub(crate) fn certificate_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<Certificate, Violations> {
    let request = Reader::read::<ToCertify>(request)?;
    certify(scorer, &request.case).map_err(|violations| violations.within("/case"))
}

/// The verification that a request asks for.
pub(crate) fn verification_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<Verification, Violations> {
    let request = Reader::read::<ToVerify>(request)?;
    verify(&request.certificate, scorer, &request.case).map_err(|violations| violations.within("/case"))
}
