//! Exact decimals that may be negative or come from a division: differences, means, shares.

use std::fmt;
use std::ops::Neg;

use serde::{Serialize, Serializer};

use crate::points::{Points, serialize_decimal};
use crate::range::Range;
use crate::text::Lang;

/// A decimal number with at most `PLACES` decimals (`PLACES` is at most 4), stored as a whole number of its smallest unit. No level depends
/// on such a number.
///
/// ```
/// use thuocdo::Decimal;
/// let third = Decimal::<4>::rounded(-2, 3);
/// assert_eq!(third.to_string(), "-0.6667");
/// assert_eq!(-third, Decimal::<4>::rounded(2, 3));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal<const PLACES: u32>(i64);

/// The difference of two numbers of points, in hundredths.
pub type Difference = Decimal<2>;

impl Difference {
    /// `to − from`, exact.
    pub fn between(from: Points, to: Points) -> Difference {
        Decimal(i64::from(to.hundredths()).saturating_sub(i64::from(from.hundredths())))
    }
}

impl Range<Difference> {
    /// `to − from` as a range: the low end is the low end of `to` minus the high end of `from`, the high end the reverse.
    pub fn between(from: Range<Points>, to: Range<Points>) -> Range<Difference> {
        Range { high: Difference::between(from.low, to.high), low: Difference::between(from.high, to.low) }
    }
}

impl<const PLACES: u32> Decimal<PLACES> {
    const UNIT: i64 = match PLACES {
        0 => 1,
        1 => 10,
        2 => 100,
        3 => 1000,
        _ => 10_000,
    };

    /// `numerator ÷ denominator`, rounded to the nearest unit. Half a unit is rounded away from zero, so that negation and rounding
    /// commute. Zero if the denominator is not above zero; a result that is too large becomes the largest number.
    pub fn rounded(numerator: i128, denominator: i128) -> Decimal<PLACES> {
        if denominator <= 0 {
            return Decimal(0);
        }
        let doubled = numerator.unsigned_abs().saturating_mul(Self::UNIT.unsigned_abs().into()).saturating_mul(2);
        let denominator = denominator.unsigned_abs();
        let units = doubled.saturating_add(denominator).checked_div(denominator.saturating_mul(2)).unwrap_or(0);
        let units = i64::try_from(units).unwrap_or(i64::MAX);
        Decimal(if numerator < 0 { units.saturating_neg() } else { units })
    }

    /// The number of smallest units: −250 for −2.5 with two places.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// The number for people, with a sign unless it is zero: `+2,5` in Vietnamese, `+2.5` in English.
    pub fn signed(self, lang: Lang) -> String {
        let sign = if self.0 > 0 { "+" } else { "" };
        format!("{sign}{}", self.text(lang))
    }

    /// The number for people: with a decimal comma in Vietnamese, a decimal point in English.
    pub fn text(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.to_string().replace('.', ","),
            Lang::En => self.to_string(),
        }
    }
}

impl<const PLACES: u32> Neg for Decimal<PLACES> {
    type Output = Self;

    fn neg(self) -> Self {
        Decimal(self.0.saturating_neg())
    }
}

impl<const PLACES: u32> fmt::Display for Decimal<PLACES> {
    /// The shortest exact decimal: `-2.5`, `0.6667`, `3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = self.0.unsigned_abs();
        let unit = Self::UNIT.unsigned_abs();
        let (whole, rest) = (units.checked_div(unit).unwrap_or(0), units.checked_rem(unit).unwrap_or(0));
        let sign = if self.0 < 0 { "-" } else { "" };
        let width = usize::try_from(PLACES.min(4)).unwrap_or(0);
        let decimals = format!("{rest:0width$}");
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            decimals => write!(f, "{sign}{whole}.{decimals}"),
        }
    }
}

impl<const PLACES: u32> Serialize for Decimal<PLACES> {
    /// A JSON number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.checked_rem(Self::UNIT) {
            Some(0) | None => serializer.serialize_i64(self.0.checked_div(Self::UNIT).unwrap_or(0)),
            Some(_) => serialize_decimal(&self.to_string(), serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_unit_rounds_away_from_zero_and_less_towards_it() {
        for (numerator, denominator, text) in [
            (1, 200, "0.01"),
            (-1, 200, "-0.01"),
            (49, 10_000, "0"),
            (-49, 10_000, "0"),
            (149, 100, "1.49"),
            (7, 2, "3.5"),
            (-30, 10, "-3"),
            (1, 0, "0"),
        ] {
            assert_eq!(Decimal::<2>::rounded(numerator, denominator).to_string(), text, "{numerator}/{denominator}");
        }
    }

    #[test]
    fn numbers_in_json_are_the_shortest_decimal() {
        let json = |units| serde_json::to_string(&Decimal::<2>(units)).ok();
        for (units, text) in [(-250, "-2.5"), (1, "0.01"), (0, "0"), (700, "7"), (-7, "-0.07"), (123_456, "1234.56")] {
            assert_eq!(json(units).as_deref(), Some(text));
        }
    }

    #[test]
    fn people_see_the_sign_and_their_own_decimal_mark() {
        assert_eq!((Decimal::<2>(250).signed(Lang::Vi), Decimal::<2>(0).signed(Lang::Vi)), ("+2,5".to_owned(), "0".to_owned()));
        assert_eq!(Decimal::<2>(-250).signed(Lang::En), "-2.5");
    }
}
