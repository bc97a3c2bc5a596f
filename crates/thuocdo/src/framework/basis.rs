//! What a figure rests on, and how firm it is.

use schemars::JsonSchema;
use serde::Serialize;

/// How firm a figure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Standing {
    /// Our reading; the sources are silent.
    #[default]
    Assumed,
    /// Two independent public sources agree.
    Corroborated,
    /// Arithmetic on other figures.
    Derived,
    /// One public source only.
    Single,
    /// Quoted from the act by a legal publisher.
    Text,
    /// The figure must exist, but no source says where it belongs.
    Unlocated,
}

impl Standing {
    /// Every standing there is.
    pub const ALL: [Standing; 6] =
        [Standing::Assumed, Standing::Corroborated, Standing::Derived, Standing::Single, Standing::Text, Standing::Unlocated];

    /// The stable word, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Standing::Assumed => "assumed",
            Standing::Corroborated => "corroborated",
            Standing::Derived => "derived",
            Standing::Single => "single",
            Standing::Text => "text",
            Standing::Unlocated => "unlocated",
        }
    }

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
    pub note: Option<String>,
    /// Ids of the framework's `sources`. Only what is assumed may have none.
    pub sources: Vec<String>,
    /// How firm the figure is.
    pub standing: Standing,
}
