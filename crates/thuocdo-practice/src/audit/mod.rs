//! Whether the points and levels that somebody claims follow from the answers; or, without answers, from each other.
//!
//! `look` compares, `result` holds what differs with its cause, `report` says it in `words`, and `request` reads what is asked by text.

mod look;
mod report;
mod request;
mod result;
mod words;

pub use look::Audit;
pub use result::{AuditReport, AuditedInstitution, Cause, CauseCount, ClaimDifference};

pub(crate) use request::audit_value;
