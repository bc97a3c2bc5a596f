//! Finds the hundredth that a float stands for, in a form that suits a loop over a column.
//!
//! A float stands for the shortest decimal that identifies it. The code guesses a hundredth, and accepts it if the nearest float to it is
//! the input. That nearest float is the quotient of two exact numbers, which is rounded once. While neighbouring floats are less than a
//! hundredth apart, no other hundredth has the same nearest float; and a shorter decimal would be a hundredth as well. So the guess is the
//! shortest decimal. The core checks every float that is not recognised here. The code does nothing else with floats.

#![expect(clippy::float_cmp, reason = "a guess is checked against the float it was made from")]
#![expect(clippy::needless_bitwise_bool, reason = "without a branch a row, several rows are done at once")]

use arrow_array::types::{ArrowPrimitiveType, Float16Type};
use thuocdo::Points;
use thuocdo::json::Number;

/// The hundredths of a double, from 0 to `most`, and whether they were recognised. If not, the hundredths are meaningless.
#[inline]
pub(crate) fn of_double(double: f64, most: f64) -> (u64, bool) {
    // From here to twice this number doubles are one apart. The addition rounds to a whole number, and the last bits of the sum hold it.
    const WHOLE: f64 = 6_755_399_441_055_744.0;
    // A hundredth of a number below 2²⁷ without a division, which takes several times as long. The product of the number with the first 26
    // bits of 0.01 is exact. The error of the other product is far below the distance of any hundredth from the middle of two doubles.
    const FIRST: f64 = 42_949_672.0 / 4_294_967_296.0;
    const REST: f64 = 0.96 / 4_294_967_296.0;
    let sum = double * 100.0 + WHOLE;
    let hundredths = sum - WHOLE;
    let is_nearest = hundredths * FIRST + hundredths * REST == double;
    (sum.to_bits().wrapping_sub(WHOLE.to_bits()), is_nearest & (hundredths >= 0.0) & (hundredths <= most))
}

/// As [`of_double`], for a single-precision float up to [`FINE`].
#[inline]
pub(crate) fn of_single(single: f32, most: f32) -> (u64, bool) {
    const WHOLE: f32 = 12_582_912.0;
    let sum = single * 100.0 + WHOLE;
    let hundredths = sum - WHOLE;
    let is_nearest = hundredths / 100.0 == single;
    (u64::from(sum.to_bits().wrapping_sub(WHOLE.to_bits())), is_nearest & (hundredths >= 0.0) & (hundredths <= most))
}

/// The most hundredths recognised in a single: up to 41 943.04 points, where singles are 1/256 apart and the sum above still holds them.
const FINE: u32 = 1 << 22;

/// The most hundredths recognised in a single, for an indicator with this maximum.
#[expect(clippy::cast_precision_loss, reason = "2²² and below are held exactly")]
pub(crate) fn most_of_single(max: Points) -> f32 {
    max.hundredths().min(FINE) as f32
}

/// The number that a half-precision float stands for. Such floats are so far apart that two hundredths may share one; the shortest decimal
/// counts. Nobody chooses them for points, but a `float16` of numpy or pandas becomes such a column by itself.
pub(crate) fn half(half: <Float16Type as ArrowPrimitiveType>::Native) -> Number {
    let double = half.to_f64();
    let of_decimals = |scale: u8| {
        let power = 10_f64.powi(scale.into());
        #[expect(clippy::cast_possible_truncation, reason = "halves end at 65504")]
        let mantissa = (double * power).round() as i64;
        #[expect(clippy::cast_precision_loss, reason = "halves end at 65504")]
        let nearest = <Float16Type as ArrowPrimitiveType>::Native::from_f64(mantissa as f64 / power);
        (nearest == half).then(|| Number::from_decimal(mantissa.into(), scale.cast_signed()))
    };
    (0..=9).filter(|_| double.is_finite()).find_map(of_decimals).unwrap_or(Number::from_f64(double))
}
