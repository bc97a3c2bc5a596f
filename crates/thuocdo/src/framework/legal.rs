//! The act that issued a framework or an overlay, and the overlays applied to a framework.

use serde::Serialize;

use super::basis::Basis;
use crate::date::Date;
use crate::record;
use crate::text::Text;

/// The act that issued a framework.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Legal {
    /// Number of the act.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub act: String,
    /// The day of issue.
    pub issued: Date,
    /// The issuing authority.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub issuer: String,
    /// Title of the act.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub title: String,
}

/// An overlay that has been applied to a framework.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LaidOverlay {
    /// The provenance of its own figures: rules, maxima of parts, local conditions.
    pub basis: Basis,
    /// SHA-256 digest of its canonical JSON.
    pub digest: String,
    /// Id of the overlay.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"), length(max = 64)))]
    pub id: String,
    /// The act that issued it; null for an overlay that only illustrates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Legal>,
    /// Revision of the overlay, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub revision: u32,
    /// Its name for people.
    pub title: Text,
}

record!(Legal { act, issued, issuer, title });
record!(LaidOverlay { basis, digest, id, issued ? value, revision, title });
