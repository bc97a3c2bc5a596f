//! Identifies a framework or an overlay exactly.

use std::fmt;

use serde::Serialize;

use super::legal::LaidOverlay;
use super::model::Framework;
use super::overlay::Overlay;
use crate::record;

/// A framework or an overlay by its id, its revision and the digest of its canonical JSON. Two files may have one id and one revision; the
/// digest tells them apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FrameworkRef {
    /// SHA-256 digest of its canonical JSON.
    pub digest: String,
    /// Id of the framework or overlay.
    pub id: String,
    /// Its revision, from 1.
    pub revision: u32,
}

record!(FrameworkRef { digest, id, revision });

impl From<&Framework> for FrameworkRef {
    fn from(framework: &Framework) -> FrameworkRef {
        FrameworkRef { digest: framework.digest(), id: framework.id.clone(), revision: framework.revision }
    }
}

impl From<&Overlay> for FrameworkRef {
    fn from(overlay: &Overlay) -> FrameworkRef {
        FrameworkRef { digest: overlay.digest(), id: overlay.id.clone(), revision: overlay.revision }
    }
}

impl From<&LaidOverlay> for FrameworkRef {
    /// From an overlay that a local framework lists.
    fn from(laid: &LaidOverlay) -> FrameworkRef {
        FrameworkRef { digest: laid.digest.clone(), id: laid.id.clone(), revision: laid.revision }
    }
}

impl fmt::Display for FrameworkRef {
    /// Writes `moet-4725-2022 (2, sha256:…)`, as messages have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {})", self.id, self.revision, self.digest)
    }
}
