//! The caller's options.

use std::num::NonZeroUsize;
use std::sync::Arc;

use thuocdo::Lang;

/// The caller's options for the results. `Options::default()` has decimal points, the local framework, one thread, Vietnamese messages,
/// lists of reasons, and no columns for criteria and indicators.
///
/// ```
/// use thuocdo_columns::{Options, PointsAs};
/// let options = Options { points: PointsAs::Hundredths, criteria: true, ..Options::default() };
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether each criterion has its own columns.
    pub criteria: bool,
    /// The id of the framework by which the table was filled in, if the table does not name one.
    pub filled_by: Option<Arc<str>>,
    /// Whether each indicator has its own columns.
    pub indicators: bool,
    /// The language of the messages of violations.
    pub lang: Lang,
    /// The type of points.
    pub points: PointsAs,
    /// The form of blockers and violations.
    pub reasons: ReasonsAs,
    /// The framework for the scores, if there are overlays.
    pub scope: Scope,
    /// The type of the texts in blockers and violations.
    pub texts: TextsAs,
    /// The most threads that [`crate::BatchScorer::score_all`] uses.
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

/// The type of points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PointsAs {
    /// `Decimal128(9, 2)`: 77.25.
    #[default]
    Decimal,
    /// `Float64`: 77.25, the float nearest to it, for statistics and charts. Sums of floats are not exact; the levels beside them are.
    Float,
    /// `Int32`, in hundredths: 7725.
    Hundredths,
}

/// The form of the reasons of a row: its blockers and violations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReasonsAs {
    /// A list of structs, for programs.
    #[default]
    Lists,
    /// One text, for tables of plain cells such as CSV. Blockers have the form of the command line, `condition_unmet:1.1
    /// level_undetermined:2`. Violations have pointer and message, with `; ` between them.
    Text,
    /// No such columns, which is quickest: points, levels and `eligible` alone. A refused row has no results, and nothing says why.
    Nothing,
}

/// The type of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextsAs {
    /// `Utf8`, which every program reads.
    #[default]
    Utf8,
    /// `Utf8View`: no copy of texts, which is faster for programs with that layout, such as polars. pyarrow supports little of it.
    Views,
}

/// The framework that scores the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The framework with its overlays. The columns hold its indicators and conditions.
    #[default]
    Local,
    /// The national framework below. The columns are the same; local conditions do not count.
    National,
}
