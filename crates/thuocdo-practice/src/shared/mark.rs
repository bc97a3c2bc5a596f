//! Marks, which are remembered instead of texts.
//!
//! A mark is the first 16 bytes of a SHA-256. Two different texts of a batch get the same one by chance about once in 10²⁷ batches of a
//! million, and nobody can make two texts with one mark; so a repetition that is reported is one.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Stands for a few texts, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Mark([u8; 16]);

impl Mark {
    /// The mark of these parts. Each is preceded by its length, so that no two lists of parts are one.
    pub(crate) fn of<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Mark {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(part);
        }
        let mut mark = [0; 16];
        for (place, byte) in mark.iter_mut().zip(hash.finalize()) {
            *place = byte;
        }
        Mark(mark)
    }
}
