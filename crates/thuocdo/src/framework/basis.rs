//! Provenance: the sources of each figure, and how firm the figure is.

use serde::Serialize;

use crate::text::{Lang, Remark};

crate::words! {
    /// How firm a figure is.
    #[derive(Default)]
    pub enum Standing {
        /// Assumed: the sources are silent, and the project chose a reading.
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
        /// The act must contain the figure, but no source shows at which place.
        Unlocated = "unlocated",
    }
}

impl Standing {
    /// Every standing there is.
    pub const ALL: [Standing; 6] =
        [Standing::Assumed, Standing::Corroborated, Standing::Derived, Standing::Single, Standing::Text, Standing::Unlocated];

    /// Whether the act itself or two agreeing sources confirm the figure.
    pub const fn is_confirmed(self) -> bool {
        matches!(self, Standing::Text | Standing::Corroborated)
    }

    /// The title for people.
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

    /// The explanation below a list of figures.
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

/// The provenance of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Basis {
    /// A remark for the reader; null if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// Ids of the framework's `sources`. Only an assumed figure may have none.
    pub sources: Vec<String>,
    /// How firm the figure is.
    pub standing: Standing,
}

crate::words! {
    /// Who worded a title.
    #[derive(Default)]
    pub enum WordingKind {
        /// The sources, which shorten the words of the act.
        Abbreviated = "abbreviated",
        /// The author of the file.
        #[default]
        Ours = "ours",
        /// The act itself, as the sources quote it.
        Quoted = "quoted",
    }
}

impl WordingKind {
    /// Every kind, the firmest first.
    pub const ALL: [WordingKind; 3] = [WordingKind::Quoted, WordingKind::Abbreviated, WordingKind::Ours];
}

/// Who worded a title in the language of the act. The title in the other language is always a translation by the author of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Wording {
    /// Who worded it.
    pub kind: WordingKind,
    /// A remark for the reader, such as where the title differs from its source; null if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Remark>,
    /// Ids of the framework's `sources` that contain the words. Only a title by the author of the file may have none.
    pub sources: Vec<String>,
}
