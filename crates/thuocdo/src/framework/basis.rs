//! What a figure rests on, and how firm it is.

use serde::Serialize;

use crate::text::{Lang, Remark};

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

    /// What people call it.
    pub const fn title(self, lang: Lang) -> &'static str {
        lang.pick(match self {
            Standing::Assumed => ["cách hiểu của nhóm phát triển", "assumed"],
            Standing::Corroborated => ["hai nguồn khớp nhau", "corroborated"],
            Standing::Derived => ["suy ra", "derived"],
            Standing::Single => ["một nguồn", "single"],
            Standing::Text => ["nguyên văn", "text"],
            Standing::Unlocated => ["chưa xác định", "unlocated"],
        })
    }

    /// What it means, for a reader of a list of figures.
    pub const fn meaning(self, lang: Lang) -> &'static str {
        lang.pick(match self {
            Standing::Assumed => ["các nguồn không nói; đây là cách hiểu của nhóm phát triển", "our reading; the sources are silent"],
            Standing::Corroborated => ["hai nguồn công khai độc lập khớp nhau", "two independent public sources agree"],
            Standing::Derived => ["tính từ các con số khác", "arithmetic on other figures"],
            Standing::Single => ["chỉ có một nguồn công khai", "one public source only"],
            Standing::Text => ["trích nguyên văn văn bản, từ trang văn bản pháp luật", "quoted from the Decision by a legal publisher"],
            Standing::Unlocated => {
                ["chắc chắn có nhưng chưa nguồn nào cho biết nằm ở đâu", "the figure must exist, but no source says where it belongs"]
            }
        })
    }
}

/// What a figure rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Wording {
    /// Whose words they are.
    pub kind: WordingKind,
    /// What else a reader should know, such as where the title leaves its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// Ids of the framework's `sources` in which the words are read. Only ours may have none.
    pub sources: Vec<String>,
}
