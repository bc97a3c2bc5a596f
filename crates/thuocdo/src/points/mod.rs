//! What is a number of points, and which numbers are not.
//!
//! The only room that knows of floats: they come in through [`Number`] and go out at the `Serialize` of [`Points`]. No arithmetic is done
//! on them but that between a hundredth and the float nearest to it, in `float.rs`.

mod float;
mod number;

use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::text::Lang;

pub use number::Number;

/// A number of points: a whole number of hundredths from 0 to 1 000 000.00. Exact, and in range by construction.
///
/// ```
/// use thuocdo::Points;
/// let points: Points = "77.50".parse()?;
/// assert_eq!(points.hundredths(), 7750);
/// assert_eq!(points.to_string(), "77.5");
/// # Ok::<(), thuocdo::NumberFault>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(u32);

impl Points {
    /// No points.
    pub const ZERO: Points = Points(0);
    /// Half a point.
    pub(crate) const HALF: Points = Points(50);
    /// The largest number of points: 1 000 000.
    pub const MAX: Points = Points(100_000_000);

    /// Points of so many hundredths, or `None` above [`Points::MAX`].
    pub const fn from_hundredths(hundredths: u32) -> Option<Points> {
        if hundredths <= Points::MAX.0 { Some(Points(hundredths)) } else { None }
    }

    /// The number of hundredths: 7750 for 77.5 points.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// The sum, or [`Points::MAX`] where it would be larger.
    #[must_use]
    pub fn saturating_add(self, other: Points) -> Points {
        Points(self.0.saturating_add(other.0)).min(Points::MAX)
    }

    /// The difference, or zero where it would be negative.
    #[must_use]
    pub const fn saturating_sub(self, other: Points) -> Points {
        Points(self.0.saturating_sub(other.0))
    }

    /// The next hundredth, or [`Points::MAX`].
    pub(crate) fn next(self) -> Points {
        self.saturating_add(Points(1))
    }

    /// `self × part ÷ whole`, rounded half up to hundredths; zero of a zero whole. `part` is at most `whole`.
    pub(crate) fn share(self, part: Count, whole: Count) -> Points {
        let doubled_whole = u64::from(whole.0).saturating_mul(2);
        let rounded = u64::from(self.0)
            .saturating_mul(u64::from(part.0))
            .saturating_mul(2)
            .saturating_add(u64::from(whole.0))
            .checked_div(doubled_whole)
            .unwrap_or(0);
        u32::try_from(rounded).map_or(self, |hundredths| Points(hundredths).min(self))
    }

    /// As a count, where it is whole.
    pub(crate) fn as_count(self) -> Option<Count> {
        if self.0.is_multiple_of(100) { Count::new(self.0 / 100) } else { None }
    }

    /// As people write it: a comma before the decimals in Vietnamese, a point in English.
    pub fn text(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.to_string().replace('.', ","),
            Lang::En => self.to_string(),
        }
    }
}

impl TryFrom<u32> for Points {
    type Error = NumberFault;

    /// So many whole points.
    fn try_from(points: u32) -> Result<Points, NumberFault> {
        points.checked_mul(100).and_then(Points::from_hundredths).ok_or(NumberFault::OutOfRange)
    }
}

impl TryFrom<f64> for Points {
    type Error = NumberFault;

    /// As [`Points::from_f64`].
    fn try_from(double: f64) -> Result<Points, NumberFault> {
        Points::from_f64(double)
    }
}

impl From<Points> for f64 {
    /// The double nearest to the points, for statistics. Compare and add the points themselves.
    fn from(points: Points) -> f64 {
        float::nearest(points.0)
    }
}

impl Sum for Points {
    /// As [`Points::saturating_add`].
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Points::saturating_add)
    }
}

/// The longest text of points, `999999.99`, and one to spare.
type Digits = [u8; 10];

impl Points {
    /// The shortest exact decimal, written from its end into `digits`.
    fn shortest(self, digits: &mut Digits) -> &str {
        let (mut whole, rest) = (self.0 / 100, self.0 % 100);
        let mut places = digits.iter_mut().rev();
        let mut put = |byte: u8| {
            if let Some(place) = places.next() {
                *place = byte;
            }
        };
        if !rest.is_multiple_of(10) {
            put(ascii(rest % 10));
        }
        if rest > 0 {
            put(ascii(rest / 10));
            put(b'.');
        }
        loop {
            put(ascii(whole % 10));
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        let start = places.len();
        digits.get(start..).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }

    /// Appends the shortest exact decimal, which is the JSON number as well.
    pub(crate) fn write(self, out: &mut String) {
        out.push_str(self.shortest(&mut Digits::default()));
    }
}

/// Appends a whole number.
pub(crate) fn write_digits(out: &mut String, number: u32) {
    if number > 9 {
        write_digits(out, number / 10);
    }
    out.push(ascii(number % 10).into());
}

fn ascii(digit: u32) -> u8 {
    u8::try_from(digit).unwrap_or_default().saturating_add(b'0')
}

impl fmt::Display for Points {
    /// The shortest exact decimal: `78`, `77.5`, `77.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.shortest(&mut Digits::default()))
    }
}

impl FromStr for Points {
    type Err = NumberFault;

    /// Reads digits with at most one `.` between them and at most two decimals, trailing zeros not counted.
    fn from_str(text: &str) -> Result<Points, NumberFault> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) if all_digits(decimals) => (whole, decimals.trim_end_matches('0')),
            Some(_) => return Err(NumberFault::NotANumber),
            None => (digits, ""),
        };
        if !all_digits(whole) {
            return Err(NumberFault::NotANumber);
        }
        let whole = whole.trim_start_matches('0');
        if negative && !(whole.is_empty() && decimals.is_empty()) {
            return Err(NumberFault::OutOfRange);
        }
        // Seven digits at most, so that the hundredths fit; the exact limit is checked at the end.
        let units = match whole.len() {
            0 => 0,
            1..=7 => whole.parse::<u32>().map_err(|_| NumberFault::OutOfRange)?,
            _ => return Err(NumberFault::OutOfRange),
        };
        let rest = match decimals.as_bytes() {
            [] => 0,
            [tenths] => digit(*tenths).saturating_mul(10),
            [tenths, hundredths, ..] => digit(*tenths).saturating_mul(10).saturating_add(digit(*hundredths)),
        };
        let points = Points::from_hundredths(units.saturating_mul(100).saturating_add(rest)).ok_or(NumberFault::OutOfRange)?;
        match decimals.len() {
            0..=2 => Ok(points),
            _ if points == Points::MAX => Err(NumberFault::OutOfRange),
            _ => Err(NumberFault::TooPrecise),
        }
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digit(byte: u8) -> u32 {
    u32::from(byte.saturating_sub(b'0'))
}

impl Serialize for Points {
    /// A JSON number. Whole points are written as integers, others as the double nearest to them, whose shortest form they are.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            return serializer.serialize_u32(self.0 / 100);
        }
        serializer.serialize_f64(float::nearest(self.0))
    }
}

/// A decimal text as the JSON number nearest to it, whose shortest form it is.
pub(crate) fn serialize_decimal<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let double: f64 = text.parse().map_err(serde::ser::Error::custom)?;
    serializer.serialize_f64(double)
}

/// A whole number of things counted (teachers, classrooms, materials), from 0 to 1 000 000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Count(u32);

impl Count {
    /// The largest count.
    pub const MAX: Count = Count(1_000_000);

    /// A count, or `None` above [`Count::MAX`].
    pub const fn new(count: u32) -> Option<Count> {
        if count <= Count::MAX.0 { Some(Count(count)) } else { None }
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Count {
    type Error = NumberFault;

    fn try_from(count: u32) -> Result<Count, NumberFault> {
        Count::new(count).ok_or(NumberFault::OutOfRange)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a number is not a number of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberFault {
    /// Not digits with at most one `.` between them.
    #[error("not a decimal number")]
    NotANumber,
    /// Below zero, or above the largest number of points.
    #[error("out of range")]
    OutOfRange,
    /// More than two decimals.
    #[error("more than two decimals")]
    TooPrecise,
}
