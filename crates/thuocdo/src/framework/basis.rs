//! What a figure rests on, and how firm it is.

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::Remark;

crate::words! {
    /// How firm a figure is.
    #[derive(Default)]
    pub enum Standing {
        /// Our reading; the sources are silent.
        #[default]
        Assumed = "assumed",
        /// Two independent public sources agree.
        Corroborated = "corroborated",
        /// Arithmetic on other figures.
        Derived = "derived",
        /// One public source only.
        Single = "single",
        /// Quoted from the act by a legal publisher.
        Text = "text",
        /// The figure must exist, but no source says where it belongs.
        Unlocated = "unlocated",
    }
}

impl Standing {
    /// Every standing there is.
    pub const ALL: [Standing; 6] =
        [Standing::Assumed, Standing::Corroborated, Standing::Derived, Standing::Single, Standing::Text, Standing::Unlocated];

    /// Whether the act itself, or two sources that agree, say so.
    pub const fn is_confirmed(self) -> bool {
        matches!(self, Standing::Text | Standing::Corroborated)
    }
}

/// What a figure rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Basis {
    /// What else a reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// Ids of the framework's `sources`. Only what is assumed may have none.
    pub sources: Vec<String>,
    /// How firm the figure is.
    pub standing: Standing,
}

crate::words! {
    /// Whose words a title is.
    #[derive(Default)]
    pub enum WordingKind {
        /// The sources shorten what the act says.
        Abbreviated = "abbreviated",
        /// Whoever wrote the file.
        #[default]
        Ours = "ours",
        /// The act itself, as the sources quote it.
        Quoted = "quoted",
    }
}

impl WordingKind {
    /// Every kind there is, the firmest first.
    pub const ALL: [WordingKind; 3] = [WordingKind::Quoted, WordingKind::Abbreviated, WordingKind::Ours];
}

/// Whose words a title is, in the language of the act; in the other language it is always translated by whoever wrote the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Wording {
    /// Whose words they are.
    pub kind: WordingKind,
    /// What else a reader should know, such as where the title leaves its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// Ids of the framework's `sources` in which the words are read. Only ours may have none.
    pub sources: Vec<String>,
}
