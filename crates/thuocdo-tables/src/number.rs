//! Numbers in the way people write them.

use std::borrow::Cow;

/// A text as a number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Written<'a> {
    /// Digits with at most one mark, written as a point: `7.5`.
    Plain(Cow<'a, str>),
    /// One mark before exactly three digits, with two readings: `1.000` is 1 or 1000.
    TwoWays {
        /// The mark separates thousands: `1000`.
        thousands: String,
        /// The mark precedes decimals: `1.000`.
        decimal: String,
    },
    /// Not a number.
    No,
}

/// Reads `7,5`, `7.5`, `-3` and `24`. Anything else than digits around one mark is not a number.
pub(crate) fn written(text: &str) -> Written<'_> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if digits(unsigned) {
        return Written::Plain(Cow::Borrowed(text));
    }
    let Some((whole, decimals)) = unsigned.split_once([',', '.']).filter(|(whole, decimals)| digits(whole) && digits(decimals)) else {
        return Written::No;
    };
    let decimal = text.replace(',', ".");
    if decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
        return Written::TwoWays { thousands: text.replace([',', '.'], ""), decimal };
    }
    Written::Plain(if text.contains(',') { Cow::Owned(decimal) } else { Cow::Borrowed(text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mark_with_three_digits_behind_it_can_be_read_two_ways() {
        for text in ["1.000", "1,000", "24.500", "999,999", "-1.000"] {
            assert!(matches!(written(text), Written::TwoWays { .. }), "{text}");
        }
        for text in ["0,500", "0.125", "1000", "1.00", "1,0000", "1234.500", "00.100"] {
            assert!(matches!(written(text), Written::Plain(_)), "{text}");
        }
        for text in ["", "-", "1.", ",5", "1.000,5", "1 000", "1e3", "+1", "５", "1'000", "--1"] {
            assert_eq!(written(text), Written::No, "{text}");
        }
    }
}
