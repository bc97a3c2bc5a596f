//! Exact fractions, and the way from JSON to them and back.

use num_rational::Ratio;
use serde_json::{Number, Value};

/// An exact fraction.
pub type Fraction = Ratio<i128>;

/// The fraction a JSON number or a string of digits stands for; `None` for anything else.
///
/// A number means the shortest decimal that identifies its double, which is what Rust prints, without an exponent.
pub fn fraction(value: &Value) -> Option<Fraction> {
    match value {
        Value::Number(number) => decimal(&number.as_f64()?.to_string()),
        Value::String(text) => decimal(text),
        _ => None,
    }
}

fn decimal(text: &str) -> Option<Fraction> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !numeric(whole) || !numeric(decimals) {
        return None;
    }
    let denominator = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let numerator: i128 = format!("{whole}{decimals}").parse().ok()?;
    Some(Fraction::new(sign * numerator, denominator))
}

/// The nearest hundredth; half a hundredth goes up.
pub fn round_half_up(exact: Fraction) -> Fraction {
    let hundred = Fraction::from_integer(100);
    (exact * hundred + Fraction::new(1, 2)).floor() / hundred
}

/// How many hundredths a fraction is.
///
/// # Panics
/// When it is not a whole number of hundredths.
pub fn hundredths(points: Fraction) -> i128 {
    let scaled = points * Fraction::from_integer(100);
    assert!(scaled.is_integer(), "{points} is finer than a hundredth");
    scaled.to_integer()
}

/// The JSON number of a fraction of hundredths: whole where it is whole, else its shortest decimal.
///
/// # Panics
/// When it is not a whole number of hundredths, or negative.
pub fn json_number(points: Fraction) -> Value {
    let hundredths = hundredths(points);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 {
        return Value::from(u64::try_from(whole).expect("points are not negative"));
    }
    let nearest: f64 = format!("{whole}.{rest:02}").parse().expect("digits around one point");
    Value::Number(Number::from_f64(nearest).expect("finite"))
}

/// The JSON number of a fraction of ten-thousandths, which may be negative.
///
/// # Panics
/// When it is finer than that.
pub fn decimal_number(exact: Fraction) -> Value {
    let scaled = exact * Fraction::from_integer(10_000);
    assert!(scaled.is_integer(), "{exact} is finer than a ten-thousandth");
    let (sign, units) = (if exact < Fraction::from_integer(0) { "-" } else { "" }, scaled.to_integer().unsigned_abs());
    let (whole, rest) = (units / 10_000, units % 10_000);
    if rest == 0 {
        return format!("{sign}{whole}").parse::<i64>().map_or(Value::Null, Value::from);
    }
    let nearest: f64 = format!("{sign}{whole}.{rest:04}").parse().expect("digits around one point");
    Value::Number(Number::from_f64(nearest).expect("finite"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_and_strings_of_digits_are_fractions() {
        for (value, numerator, denominator) in
            [(json!(6), 6, 1), (json!(5.1), 51, 10), (json!("7.50"), 15, 2), (json!(-0.0), 0, 1), (json!("-2"), -2, 1), (json!(1e2), 100, 1)]
        {
            assert_eq!(fraction(&value), Some(Fraction::new(numerator, denominator)), "{value}");
        }
        for value in [json!(null), json!(true), json!(""), json!("5."), json!(".5"), json!("+5"), json!(" 5"), json!("7,5"), json!("-")] {
            assert_eq!(fraction(&value), None, "{value}");
        }
    }

    #[test]
    fn half_a_hundredth_goes_up_and_less_goes_down() {
        assert_eq!(round_half_up(Fraction::new(5, 1000)), Fraction::new(1, 100));
        assert_eq!(round_half_up(Fraction::new(4999, 1_000_000)), Fraction::from_integer(0));
        assert_eq!(round_half_up(Fraction::new(1, 3)), Fraction::new(33, 100));
        assert_eq!(round_half_up(Fraction::new(2, 3)), Fraction::new(67, 100));
    }

    #[test]
    fn hundredths_are_written_as_the_shortest_decimal() {
        for (units, text) in [(0, "0"), (-5000, "-0.5"), (-10_000, "-1"), (3333, "0.3333"), (123_400, "12.34")] {
            assert_eq!(decimal_number(Fraction::new(units, 10_000)).to_string(), text);
        }
        for (hundredths, text) in [(0, "0"), (7800, "78"), (7750, "77.5"), (7725, "77.25"), (1, "0.01"), (100_000_000, "1000000")] {
            assert_eq!(json_number(Fraction::new(hundredths, 100)).to_string(), text);
        }
    }
}
