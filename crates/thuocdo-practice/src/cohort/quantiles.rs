//! Quantiles: how points are spread, by nearest rank.

use thuocdo::{Code, Points};

use super::result::Quantiles;

/// The quantiles of points in hundredths, in any order; `open` schools have none that are known.
pub(super) fn quantiles(code: Code, mut scores: Vec<u32>, open: u32) -> Quantiles {
    scores.sort_unstable();
    let ranked = |rank: usize| scores.get(rank.saturating_sub(1)).copied().and_then(Points::from_hundredths);
    let count = scores.len();
    let quarter = |quarters: usize| ranked(count.saturating_mul(quarters).div_ceil(4));
    Quantiles { code, lower_quartile: quarter(1), maximum: quarter(4), median: quarter(2), minimum: ranked(1), open, upper_quartile: quarter(3) }
}
