//! What became of institutions: mergers, splits, renamings.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::Date;

/// What became of institutions on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Succession {
    /// The codes before.
    #[schemars(length(min = 1))]
    pub from: Vec<String>,
    /// What happened.
    pub kind: SuccessionKind,
    /// The day from which it holds.
    pub on: Date,
    /// The codes after. One that stands in `from` too is kept by an institution that is not the same any more.
    #[schemars(length(min = 1))]
    pub to: Vec<String>,
}

thuocdo::words! {
    /// What became of institutions.
    #[derive(Default)]
    pub enum SuccessionKind {
        /// Two or more became one (sáp nhập).
        #[default]
        Merged = "merged",
        /// One became two or more (chia tách).
        Split = "split",
        /// One goes on under another code or name (đổi mã, đổi tên).
        Renamed = "renamed",
    }
}
