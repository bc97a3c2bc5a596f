//! Points as exact fixed-point numbers, and the numbers that are refused as points.
//!
//! Only this folder knows floats: [`Number`] reads them, and the `Serialize` of [`Points`] writes them. The only float arithmetic is the
//! conversion between a hundredth and its nearest float, in `float.rs`.

mod float;
mod number;

use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::text::Lang;

pub use number::Number;

/// A number of points: a whole number of hundredths from 0 to 1 000 000.00. Exact; a value out of range cannot exist.
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
    /// Zero points.
    pub const ZERO: Points = Points(0);
    /// One point.
    pub const ONE: Points = Points(100);

    /// Whether they are more than 0 and less than 1, as 0.8 is: of an indicator that asks for a share it may be the share.
    pub fn is_like_share(self) -> bool {
        self > Points::ZERO && self < Points::ONE
    }
    /// Half a point.
    pub(crate) const HALF: Points = Points(50);
    /// The largest number of points: 1 000 000.
    pub const MAX: Points = Points(100_000_000);

    /// The points with this many hundredths, or `None` above [`Points::MAX`].
    pub const fn from_hundredths(hundredths: u32) -> Option<Points> {
        if hundredths <= Points::MAX.0 { Some(Points(hundredths)) } else { None }
    }

    /// The number of hundredths: 7750 for 77.5 points.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// The sum, at most [`Points::MAX`].
    #[must_use]
    pub fn saturating_add(self, other: Points) -> Points {
        Points(self.0.saturating_add(other.0)).min(Points::MAX)
    }

    /// The difference, at least zero.
    #[must_use]
    pub const fn saturating_sub(self, other: Points) -> Points {
        Points(self.0.saturating_sub(other.0))
    }

    /// One hundredth more, at most [`Points::MAX`].
    pub(crate) fn next(self) -> Points {
        self.saturating_add(Points(1))
    }

    /// `self × part ÷ whole`, rounded half up to hundredths; zero if `whole` is zero. `part` must be at most `whole`.
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

    /// The points as a count, or `None` if they have decimals.
    pub(crate) fn as_count(self) -> Option<Count> {
        if self.0.is_multiple_of(100) { Count::new(self.0 / 100) } else { None }
    }

    /// The points as people write them: with a decimal comma in Vietnamese, a decimal point in English.
    pub fn text(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.to_string().replace('.', ","),
            Lang::En => self.to_string(),
        }
    }
}

impl TryFrom<u32> for Points {
    type Error = NumberFault;

    /// From whole points.
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
    /// The double nearest to the points, for statistics. To compare or add, use [`Points`].
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

/// Room for the longest text of points, `999999.99`, and one byte more.
type Digits = [u8; 10];

impl Points {
    /// The shortest exact decimal, written into `digits` from the end.
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

    /// Appends the shortest exact decimal, which is also the JSON number.
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

    /// Reads digits with at most one `.` between them and at most two decimals; further trailing zeros are allowed.
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
        // At most seven digits, so that the hundredths fit; the end of the function checks the exact limit.
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
    /// A JSON number: an integer for whole points, else the double nearest to the points. The points are the shortest form of that double.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            return serializer.serialize_u32(self.0 / 100);
        }
        serializer.serialize_f64(float::nearest(self.0))
    }
}

/// Writes a decimal text as the JSON number nearest to it. The text must be the shortest form of that number.
pub(crate) fn serialize_decimal<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let double: f64 = text.parse().map_err(serde::ser::Error::custom)?;
    serializer.serialize_f64(double)
}

/// A count of things (teachers, classrooms, materials): a whole number from 0 to 1 000 000.
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

/// Why a number is refused as points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberFault {
    /// Not digits with at most one `.` between them.
    #[error("not a decimal number")]
    NotANumber,
    /// Below zero, or above [`Points::MAX`].
    #[error("out of range")]
    OutOfRange,
    /// More than two decimals.
    #[error("more than two decimals")]
    TooPrecise,
}
