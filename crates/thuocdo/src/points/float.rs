//! Finds the hundredth that a float stands for, without formatting the float as text.
//!
//! A float stands for the shortest decimal that identifies it. Suppose a decimal with at most two decimals has this float as its nearest
//! float, and no other such decimal has. Then it is the shortest one, because a shorter one would have at most two decimals as well. So the
//! code guesses a hundredth, and accepts it only if the nearest float to it equals the input bit for bit (but for the sign of zero). The
//! caller formats any other float as text and reads that. The tests try every hundredth, and the floats next to it.

#![expect(clippy::float_arithmetic, clippy::float_cmp, reason = "a guess is checked against the float it was made from")]

use super::Points;

/// Doubles distinguish fifteen digits, and hundredths of points have at most nine, so no two of them share a double.
pub(super) fn of_double(double: f64) -> Option<Points> {
    let hundredths = guess(double)?;
    if nearest(hundredths) == double { Points::from_hundredths(hundredths) } else { None }
}

/// The double nearest to this many hundredths. Both operands are exact, so the quotient is correctly rounded.
pub(super) fn nearest(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}

/// Below 2¹⁷ two neighbouring singles are less than a hundredth apart, so no two hundredths share one.
pub(super) fn of_single(single: f32) -> Option<Points> {
    const FINE: f32 = 131_072.0;
    let hundredths = if single < FINE { guess(single.into())? } else { return None };
    // The quotient is rounded twice, to a double and then to a single. The result is the same as with one rounding: a hundredth that is not
    // in the middle of two singles is off the middle by at least 1/200 of their distance, and the first rounding moves it by at most 2⁻³⁰
    // of that distance.
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "the only way to round a double to a single")]
    let rounded = nearest(hundredths) as f32;
    if rounded == single { Points::from_hundredths(hundredths) } else { None }
}

/// A guess at the hundredth. It may be wrong: the caller checks it.
fn guess(double: f64) -> Option<u32> {
    // From here on doubles are whole and one apart. The addition rounds to a whole number, and the last bits of the sum hold it.
    const WHOLE: f64 = 4_503_599_627_370_496.0;
    u32::try_from((double * 100.0 + WHOLE).to_bits().wrapping_sub(WHOLE.to_bits())).ok()
}
