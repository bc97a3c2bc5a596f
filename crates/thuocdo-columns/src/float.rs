//! Which hundredth a float stands for, as a loop over a column can tell.
//!
//! A float stands for the shortest decimal that identifies it. Here a hundredth is only guessed, and taken where the float nearest to it is
//! the float at hand: the quotient of two numbers that are held exactly is rounded once, so it is that nearest float. As long as floats lie
//! less than a hundredth apart, no other hundredth has this one for its nearest, and a shorter decimal would be a hundredth as well: so it is
//! the shortest decimal. Whatever is not recognised the core judges; nothing else is done with floats.

#![expect(clippy::float_cmp, reason = "a guess is checked against the float it was made from")]
#![expect(clippy::needless_bitwise_bool, reason = "without a branch a row, several rows are done at once")]

use arrow_array::types::{ArrowPrimitiveType, Float16Type};
use thuocdo::Points;
use thuocdo::json::Number;

/// The hundredths of a double, from 0 to `most`, and whether they were recognised; what comes without is anything.
#[inline]
pub(crate) fn of_double(double: f64, most: f64) -> (u64, bool) {
    // From here up to twice as far doubles lie one apart: the sum is rounded to a whole number, which its last bits hold.
    const WHOLE: f64 = 6_755_399_441_055_744.0;
    // A hundredth of a number below 2²⁷ without a division, which takes several times as long: a hundredth's first 26 bits times the number
    // are held exactly, and what the other product lacks is far less than what any hundredth lies beside the middle of two doubles.
    const FIRST: f64 = 42_949_672.0 / 4_294_967_296.0;
    const REST: f64 = 0.96 / 4_294_967_296.0;
    let sum = double * 100.0 + WHOLE;
    let hundredths = sum - WHOLE;
    let is_nearest = hundredths * FIRST + hundredths * REST == double;
    (sum.to_bits().wrapping_sub(WHOLE.to_bits()), is_nearest & (hundredths >= 0.0) & (hundredths <= most))
}

/// The same of a float in single precision, up to [`FINE`].
#[inline]
pub(crate) fn of_single(single: f32, most: f32) -> (u64, bool) {
    const WHOLE: f32 = 12_582_912.0;
    let sum = single * 100.0 + WHOLE;
    let hundredths = sum - WHOLE;
    let is_nearest = hundredths / 100.0 == single;
    (u64::from(sum.to_bits().wrapping_sub(WHOLE.to_bits())), is_nearest & (hundredths >= 0.0) & (hundredths <= most))
}

/// The most hundredths recognised of a single: up to 41 943.04 points, where singles lie 1/256 apart and the sum above still holds them.
const FINE: u32 = 1 << 22;

/// The most hundredths that a single may stand for to be recognised, in an indicator of a maximum.
#[expect(clippy::cast_precision_loss, reason = "2²² and below are held exactly")]
pub(crate) fn most_of_single(max: Points) -> f32 {
    max.hundredths().min(FINE) as f32
}

/// The number that a float in half precision stands for. Such floats lie so far apart that two hundredths may share one; the shortest is meant.
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
