//! The frameworks that are part of the library.

use super::model::Framework;
use crate::violation::{Violation, Violations};

const SHIPPED: [(&str, &str); 1] = [("moet-4725-2022", include_str!("../../frameworks/moet-4725-2022.json"))];

/// Digests of revisions, each with an earlier revision that differs only in words, notes and sources: figures, rules and conditions are
/// equal.
const SAME_FIGURES: [(&str, &str); 1] = [(
    "sha256:866324920e79a933b12fa99553e53e07396fdf95eeec190c98de7d9065ad6e88",
    "sha256:43e8dcdff6e8f23c9d1923bb643f29a0113f1a729789a2b2ccc82d3159f4f14c",
)];

/// Whether an overlay made for one revision also fits another: both are the same, or differ in words alone.
pub(super) fn stands_for(digest: &str, earlier: &str) -> bool {
    digest == earlier || SAME_FIGURES.contains(&(digest, earlier))
}

impl Framework {
    /// The ids of the frameworks that are part of the library.
    pub fn shipped_ids() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(id, _)| *id)
    }

    /// A framework that comes with the library. `moet-4725-2022` is Decision 4725/QĐ-BGDĐT of 30 December 2022.
    ///
    /// # Errors
    /// `unknown_framework`.
    pub fn shipped(id: &str) -> Result<Framework, Violations> {
        match SHIPPED.iter().find(|(shipped, _)| *shipped == id) {
            Some((_, text)) => Framework::from_json(text.as_bytes()),
            None => Err(Violation::unknown_framework("", id, Framework::shipped_ids().collect::<Vec<_>>()).into()),
        }
    }
}
