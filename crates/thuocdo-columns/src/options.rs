//! What a caller may choose.

use std::num::NonZeroUsize;

use thuocdo::Lang;

/// What a caller may choose of the results. `Options::default()` is points as decimals, by the local framework, on one thread, messages in
/// Vietnamese, no columns of criteria.
///
/// ```
/// use thuocdo_columns::{Options, PointsAs};
/// let options = Options { points: PointsAs::Hundredths, criteria: true, ..Options::default() };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether each criterion has columns of its own too.
    pub criteria: bool,
    /// The language of the messages of violations.
    pub lang: Lang,
    /// As which type points are given.
    pub points: PointsAs,
    /// By which framework, where overlays are laid over it.
    pub scope: Scope,
    /// On how many threads the rows of one batch are scored at most.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    fn default() -> Options {
        Options { criteria: false, lang: Lang::Vi, points: PointsAs::default(), scope: Scope::default(), threads: NonZeroUsize::MIN }
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

/// By which framework rows are scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The framework with its overlays, whose indicators and conditions the columns are.
    #[default]
    Local,
    /// The national framework beneath: the same columns, of which local conditions are left out.
    National,
}
