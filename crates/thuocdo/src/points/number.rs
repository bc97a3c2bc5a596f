//! A number as the caller wrote it, before it is read as points or as a count.

use std::fmt;
use std::str::FromStr;

use super::{Count, NumberFault, Points, all_digits, digit, float};

/// A number as the caller wrote it, before it is read as points or as a count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(Kind);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Natural(u64),
    Negative(i64),
    Double(f64),
    /// `mantissa ÷ 10^scale`. The mantissa is stored as bytes so that a number stays small. With a scale above zero it does not end in a
    /// zero; with any other scale the number is too large for the integers above.
    Decimal {
        mantissa: [u8; 16],
        scale: i8,
    },
}

impl Number {
    /// The number that a double stands for: the shortest decimal that identifies it, as Python and JavaScript print it.
    pub const fn from_f64(double: f64) -> Number {
        Number(Kind::Double(double))
    }

    /// The number that a single-precision float stands for: the shortest decimal that identifies it, so `5.1_f32` is 5.1.
    pub fn from_f32(single: f32) -> Number {
        let mut buffer = zmij::Buffer::new();
        // That decimal has at most nine digits. It is also the shortest one that identifies the double nearest to it.
        let double = if single.is_finite() { buffer.format_finite(single).parse().ok() } else { None };
        Number::from_f64(double.unwrap_or(single.into()))
    }

    /// `mantissa ÷ 10^scale`, exactly: 510 with a scale of 2 is 5.1, 5 with one of -3 is 5000.
    ///
    /// ```
    /// use thuocdo::json::Number;
    /// assert_eq!(Number::from_decimal(510, 2).to_string(), "5.1");
    /// assert_eq!(Number::from_decimal(5, -3), Number::from(5000_u64));
    /// ```
    pub fn from_decimal(mantissa: i128, scale: i8) -> Number {
        let (mut mantissa, mut scale) = (mantissa, if mantissa == 0 { 0 } else { scale });
        while scale > 0 && mantissa.checked_rem(10) == Some(0) {
            (mantissa, scale) = (mantissa.checked_div(10).unwrap_or(mantissa), scale.saturating_sub(1));
        }
        while scale < 0
            && let Some(tenfold) = mantissa.checked_mul(10)
        {
            (mantissa, scale) = (tenfold, scale.saturating_add(1));
        }
        match (scale, u64::try_from(mantissa), i64::try_from(mantissa)) {
            (0, Ok(natural), _) => natural.into(),
            (0, _, Ok(integer)) => integer.into(),
            _ => Number(Kind::Decimal { mantissa: mantissa.to_ne_bytes(), scale }),
        }
    }

    /// The value of a JSON number's text, or `None` if it is beyond the doubles.
    pub(crate) fn from_json(text: &str) -> Option<Number> {
        if let Ok(natural) = text.parse::<u64>() {
            return Some(natural.into());
        }
        if let Ok(integer) = text.parse::<i64>() {
            return Some(integer.into());
        }
        text.parse().ok().filter(|double: &f64| double.is_finite()).map(Number::from_f64)
    }

    /// The number as points.
    ///
    /// # Errors
    /// Below zero or above [`Points::MAX`] it is out of range, whatever its decimals; else more than two decimals are too precise.
    pub fn points(self) -> Result<Points, NumberFault> {
        match self.0 {
            Kind::Natural(units) => {
                u32::try_from(units).ok().and_then(|units| units.checked_mul(100)).and_then(Points::from_hundredths).ok_or(NumberFault::OutOfRange)
            }
            Kind::Negative(0) => Ok(Points::ZERO),
            Kind::Negative(_) => Err(NumberFault::OutOfRange),
            Kind::Double(double) if !double.is_finite() => Err(NumberFault::OutOfRange),
            Kind::Double(double) => float::of_double(double).map_or_else(|| by_its_text(double), Ok),
            Kind::Decimal { mantissa, scale } => decimal(i128::from_ne_bytes(mantissa), scale),
        }
    }

    /// Whether the number was a double with sixteen digits or more before the point. A spreadsheet, or a program that keeps numbers as
    /// doubles, has rounded such a number.
    pub fn is_rounded(self) -> bool {
        matches!(self.0, Kind::Double(double) if double.abs() >= 1e15)
    }

    /// The number as a count: `24` and `24.0` are counts, `24.5` is not.
    pub fn count(self) -> Option<Count> {
        self.points().ok()?.as_count()
    }
}

impl Points {
    /// The points that a double stands for: its shortest decimal, as Python and JavaScript print it.
    ///
    /// ```
    /// use thuocdo::{NumberFault, Points};
    /// assert_eq!(Points::from_f64(5.1).map(Points::hundredths), Ok(510));
    /// assert_eq!(Points::from_f64(0.1 + 0.2), Err(NumberFault::TooPrecise));
    /// assert_eq!(Points::from_f64(f64::NAN), Err(NumberFault::OutOfRange));
    /// ```
    ///
    /// # Errors
    /// As [`Number::points`](crate::json::Number::points).
    pub fn from_f64(double: f64) -> Result<Points, NumberFault> {
        Number::from_f64(double).points()
    }

    /// As [`Points::from_f64`], for a single-precision float: `5.1_f32` is 5.1, although the double nearest to it is not.
    ///
    /// ```
    /// use thuocdo::Points;
    /// assert_eq!(Points::from_f32(5.1).map(Points::hundredths), Ok(510));
    /// ```
    ///
    /// # Errors
    /// As [`Points::from_f64`].
    pub fn from_f32(single: f32) -> Result<Points, NumberFault> {
        float::of_single(single).map_or_else(|| Number::from_f32(single).points(), Ok)
    }
}

/// The points of a double, from the text of its shortest decimal.
fn by_its_text(double: f64) -> Result<Points, NumberFault> {
    let mut buffer = zmij::Buffer::new();
    let shortest = buffer.format_finite(double);
    match shortest.split_once('e') {
        None => shortest.parse(),
        // The text has an exponent only if the number is far too large or far too small.
        Some(_) if shortest.starts_with('-') => Err(NumberFault::OutOfRange),
        Some((_, exponent)) if exponent.starts_with('-') => Err(NumberFault::TooPrecise),
        Some(_) => Err(NumberFault::OutOfRange),
    }
}

/// The points of a decimal number, or of an integer that is too large for the other variants.
fn decimal(mantissa: i128, scale: i8) -> Result<Points, NumberFault> {
    let mantissa = u128::try_from(mantissa).map_err(|_| NumberFault::OutOfRange)?;
    let hundredths = match scale {
        1 => mantissa.saturating_mul(10),
        // Cuts decimals off. They are not all zero, so the number is too precise. A power of ten beyond the integers is above every
        // mantissa.
        2.. => u32::try_from(scale.saturating_sub(2))
            .ok()
            .and_then(|cut| 10_u128.checked_pow(cut))
            .and_then(|cut| mantissa.checked_div(cut))
            .unwrap_or(0),
        _ => return Err(NumberFault::OutOfRange),
    };
    let points = u32::try_from(hundredths).ok().and_then(Points::from_hundredths).ok_or(NumberFault::OutOfRange)?;
    match scale {
        ..=2 => Ok(points),
        _ if points == Points::MAX => Err(NumberFault::OutOfRange),
        _ => Err(NumberFault::TooPrecise),
    }
}

impl FromStr for Number {
    type Err = NumberFault;

    /// Reads a decimal of any length exactly: digits, with or without a `-`, decimals and an exponent, as Python writes its integers and
    /// decimals. After 37 digits a 1 stands for all further ones, and an exponent beyond ±127 becomes ±127; the result as points stays the
    /// same.
    ///
    /// ```
    /// use thuocdo::{NumberFault, json::Number};
    /// assert_eq!("51E-1".parse::<Number>()?.points()?.hundredths(), 510);
    /// assert_eq!("1E+400".parse::<Number>()?.points(), Err(NumberFault::OutOfRange));
    /// assert_eq!("0.30000000000000004".parse::<Number>()?.points(), Err(NumberFault::TooPrecise));
    /// # Ok::<(), NumberFault>(())
    /// ```
    fn from_str(text: &str) -> Result<Number, NumberFault> {
        /// Below this value there is room for one more digit.
        const FULL: i128 = 10_i128.pow(36);
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (negative, digits) = number.strip_prefix('-').map_or((false, number), |digits| (true, digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let exponent_digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        if ![whole, decimals, exponent_digits].into_iter().all(all_digits) {
            return Err(NumberFault::NotANumber);
        }
        let beyond = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let (mut mantissa, mut scale, mut more) = (0_i128, 0_i64.saturating_sub(exponent.parse().unwrap_or(beyond)), false);
        for (byte, step) in whole.bytes().map(|byte| (byte, 0)).chain(decimals.bytes().map(|byte| (byte, 1))) {
            if mantissa < FULL {
                mantissa = mantissa.saturating_mul(10).saturating_add(digit(byte).into());
                scale = scale.saturating_add(step);
            } else {
                more |= byte != b'0';
                scale = scale.saturating_add(step).saturating_sub(1);
            }
        }
        if more {
            (mantissa, scale) = (mantissa.saturating_mul(10).saturating_add(1), scale.saturating_add(1));
        }
        let held = i8::try_from(scale.clamp(-127, 127)).unwrap_or_default();
        Ok(Number::from_decimal(if negative { mantissa.saturating_neg() } else { mantissa }, held))
    }
}

impl From<u64> for Number {
    fn from(natural: u64) -> Number {
        Number(Kind::Natural(natural))
    }
}

impl From<i64> for Number {
    fn from(integer: i64) -> Number {
        Number(u64::try_from(integer).map_or(Kind::Negative(integer), Kind::Natural))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Natural(natural) => natural.fmt(f),
            Kind::Negative(negative) => negative.fmt(f),
            Kind::Double(double) => {
                let mut buffer = zmij::Buffer::new();
                let shortest = buffer.format(double);
                f.write_str(shortest.strip_suffix(".0").unwrap_or(shortest))
            }
            Kind::Decimal { mantissa, scale } => {
                let mantissa = i128::from_ne_bytes(mantissa);
                let sign = if mantissa < 0 { "-" } else { "" };
                let decimals = usize::try_from(scale).unwrap_or(0);
                // Adds a zero before the point if there is no digit.
                let digits = format!("{:0>1$}", mantissa.unsigned_abs(), decimals.saturating_add(1));
                let (whole, rest) = digits.split_at(digits.len().saturating_sub(decimals));
                let point = if rest.is_empty() { "" } else { "." };
                let zeros = usize::from(scale.min(0).unsigned_abs());
                write!(f, "{sign}{whole}{point}{rest}{:0<zeros$}", "")
            }
        }
    }
}
