//! Which framework a result is of, where its basis counts are not wanted.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Framework, FrameworkMark};

/// Which framework, exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FrameworkId {
    /// The digest of its canonical JSON.
    pub digest: String,
    /// Its id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
}

thuocdo::record!(FrameworkId { digest, id, revision });

impl From<&FrameworkMark> for FrameworkId {
    fn from(mark: &FrameworkMark) -> FrameworkId {
        FrameworkId { digest: mark.digest.clone(), id: mark.id.clone(), revision: mark.revision }
    }
}

impl From<&Framework> for FrameworkId {
    fn from(framework: &Framework) -> FrameworkId {
        FrameworkId { digest: framework.digest(), id: framework.id.clone(), revision: framework.revision }
    }
}

impl fmt::Display for FrameworkId {
    /// As messages name it: two revisions have one id, and two files may say one revision.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {})", self.id, self.revision, self.digest)
    }
}
