//! Which hundredth a float stands for, without writing it out as text.
//!
//! A float stands for the shortest decimal that identifies it. Where a decimal of at most two decimals has this very float as its nearest,
//! and no other such decimal has, it is that shortest one: a shorter one would be of at most two decimals as well. So a hundredth is merely
//! guessed, and taken only if the float nearest to it is the float at hand, bit for bit but for the sign of zero. What is not taken here is
//! judged by its text. The tests try every hundredth, with the floats beside it.

#![expect(clippy::float_arithmetic, clippy::float_cmp, reason = "a guess is checked against the float it was made from")]

use super::Points;

/// Doubles tell fifteen digits apart and hundredths of points have nine at most, so no two of them share a double.
pub(super) fn of_double(double: f64) -> Option<Points> {
    let hundredths = guess(double)?;
    if nearest(hundredths) == double { Points::from_hundredths(hundredths) } else { None }
}

/// The double nearest to so many hundredths: both numbers are held exactly, so their quotient is.
pub(super) fn nearest(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}

/// Below 2¹⁷ singles lie less than a hundredth apart, so no two hundredths share one.
pub(super) fn of_single(single: f32) -> Option<Points> {
    const FINE: f32 = 131_072.0;
    let hundredths = if single < FINE { guess(single.into())? } else { return None };
    // The quotient is rounded twice, to a double and to a single. That is as good as once: a hundredth that does not lie in the middle of two
    // singles is off it by at least 1/200 of the way between them, and the first rounding moves it by no more than 2⁻³⁰ of that way.
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "the only way to round a double to a single")]
    let rounded = nearest(hundredths) as f32;
    if rounded == single { Points::from_hundredths(hundredths) } else { None }
}

/// The hundredth that may be meant, or anything: whoever asks checks it.
fn guess(double: f64) -> Option<u32> {
    // From here on doubles are whole, one apart: the sum is rounded to a whole number, which its last bits hold.
    const WHOLE: f64 = 4_503_599_627_370_496.0;
    u32::try_from((double * 100.0 + WHOLE).to_bits().wrapping_sub(WHOLE.to_bits())).ok()
}
