//! By which act a framework or an overlay is issued, and which overlays a framework was made under.

use serde::Serialize;

use super::basis::Basis;
use crate::date::Date;
use crate::record;
use crate::text::Text;

/// The act that lays a framework down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Legal {
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub act: String,
    /// The day it was issued.
    pub issued: Date,
    /// Who issued it.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub issuer: String,
    /// Its title.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub title: String,
}

/// An overlay that a framework was made under.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LaidOverlay {
    /// What its own figures rest on: rules, maxima of parts, local conditions.
    pub basis: Basis,
    /// The digest of its canonical JSON.
    pub digest: String,
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"), length(max = 64)))]
    pub id: String,
    /// The act that issues it; without one it was issued by nobody, and only illustrates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Legal>,
    /// Its revision.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub revision: u32,
    /// Its name for people.
    pub title: Text,
}

record!(Legal { act, issued, issuer, title });
record!(LaidOverlay { basis, digest, id, issued ? value, revision, title });
