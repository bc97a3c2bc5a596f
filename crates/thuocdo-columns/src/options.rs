//! What a caller may choose.

use std::num::NonZeroUsize;
use std::sync::Arc;

use thuocdo::Lang;

/// What a caller may choose of the results. `Options::default()` is points as decimals, by the local framework, on one thread, messages in
/// Vietnamese, no columns of criteria and indicators, reasons as lists.
///
/// ```
/// use thuocdo_columns::{Options, PointsAs};
/// let options = Options { points: PointsAs::Hundredths, criteria: true, ..Options::default() };
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether each criterion has columns of its own too.
    pub criteria: bool,
    /// The id of the framework that the table was filled in by, where it does not say so itself.
    pub filled_by: Option<Arc<str>>,
    /// Whether each indicator has them.
    pub indicators: bool,
    /// The language of the messages of violations.
    pub lang: Lang,
    /// As which type points are given.
    pub points: PointsAs,
    /// As what blockers and violations are given.
    pub reasons: ReasonsAs,
    /// By which framework, where overlays are laid over it.
    pub scope: Scope,
    /// As which type the texts of blockers and violations are given.
    pub texts: TextsAs,
    /// On how many threads [`crate::BatchScorer::score_all`] works at most.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            criteria: false,
            filled_by: None,
            indicators: false,
            lang: Lang::Vi,
            points: PointsAs::default(),
            reasons: ReasonsAs::default(),
            scope: Scope::default(),
            texts: TextsAs::default(),
            threads: NonZeroUsize::MIN,
        }
    }
}

/// As which type points are given. Both are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PointsAs {
    /// `Decimal128(9, 2)`: 77.25.
    #[default]
    Decimal,
    /// `Int32`, in hundredths: 7725.
    Hundredths,
}

/// As what the reasons of a row are given, which are its blockers and violations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReasonsAs {
    /// A list of structures, for programs.
    #[default]
    Lists,
    /// One text, for tables of plain cells such as CSV: blockers as the command line writes them there, `condition_unmet:1.1
    /// level_undetermined:2`; of violations place and message, with `; ` between them.
    Text,
}

/// As which type texts are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextsAs {
    /// `Utf8`, which everybody reads.
    #[default]
    Utf8,
    /// `Utf8View`: no text is copied, which is quicker for whoever keeps texts so, such as polars. pyarrow can do little with them.
    Views,
}

/// By which framework rows are scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The framework with its overlays, whose indicators and conditions the columns are.
    #[default]
    Local,
    /// The national framework beneath: the same columns, of which local conditions are left out.
    National,
}
