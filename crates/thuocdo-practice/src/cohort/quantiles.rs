//! How points are spread.

use thuocdo::{Code, Points};

use super::Quantiles;

/// The quantiles of points in hundredths, in any order; `open` schools have none that are known.
pub(super) fn quantiles(code: Code, mut scores: Vec<u32>, open: u32, suppress_under: u32) -> Quantiles {
    scores.sort_unstable();
    let is_few = |count: usize| count > 0 && u32::try_from(count).is_ok_and(|count| count < suppress_under);
    // Of so few who are known, or unknown, the other number tells as much.
    let hides_open = is_few(scores.len()) || is_few(usize::try_from(open).unwrap_or(usize::MAX));
    let ranked = |rank: usize| {
        let value = *scores.get(rank.saturating_sub(1))?;
        let at_most = scores.partition_point(|other| *other <= value);
        let at_least = scores.len().saturating_sub(scores.partition_point(|other| *other < value));
        Points::from_hundredths(value).filter(|_| !is_few(at_most) && !is_few(at_least))
    };
    let count = scores.len();
    let quarter = |quarters: usize| ranked(count.saturating_mul(quarters).div_ceil(4));
    Quantiles {
        code,
        lower_quartile: quarter(1),
        maximum: quarter(4),
        median: quarter(2),
        minimum: ranked(1),
        open: (!hides_open).then_some(open),
        upper_quartile: quarter(3),
    }
}
